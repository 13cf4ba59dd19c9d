"""What accepting suggestions makes, worked out before it is done, and the command that does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.model.project import Annotation, Entity, Relation
from desktop.model.schema import ENTITY_END, RelationDef, Schema
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.annotation_commands import AddAnnotation
from desktop.session.command import CommandValue
from desktop.session.entity_commands import AddEntity
from desktop.session.registry_commands import LinkMention
from desktop.session.relation_commands import AddRelation
from desktop.session.together import Together
from desktop.suggestions.board import Board
from desktop.suggestions.naming import Naming, new_entity
from desktop.suggestions.suggestion import Suggestion, Tie

KIND = "accept_suggestions"


class Present(Protocol):
    """What must be known of the project; the session tells it."""

    @property
    def schema(self) -> Schema:
        """Labels and relation types."""
        ...

    def annotations_by_id(self, annotation_ids: Sequence[str]) -> list[Annotation]:
        """Those that exist."""
        ...

    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]:
        """Those that have one of these annotations at either end."""
        ...


@dataclass(frozen=True, slots=True)
class Made:
    """One annotation to be made: of ``suggestion``, at ``span``, which differs when edited."""

    annotation_id: str
    suggestion: Suggestion
    span: Span
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting will make: annotations, relations between them and others, new entries."""

    document_id: str
    made: tuple[Made, ...]
    relations: tuple[AddRelation, ...] = ()
    entities: tuple[Entity, ...] = ()

    def command(self) -> Together:
        """The command that does it, as one step to undo."""
        return Together(kind=KIND, parts=tuple(self._parts()))

    def _parts(self) -> Iterator[CommandValue]:
        for entity in self.entities:
            yield AddEntity(entity=entity)
        for made in self.made:
            yield AddAnnotation(
                annotation_id=made.annotation_id,
                document_id=self.document_id,
                label=made.suggestion.label,
                span=made.span,
                features=made.suggestion.features,
                origin=made.suggestion.origin,
            )
            if made.entity_id is not None:
                yield LinkMention(annotation_id=made.annotation_id, entity_id=made.entity_id)
        yield from self.relations


def accepting(
    project: Present,
    document_id: str,
    board: Board,
    naming: Naming,
    chosen: Sequence[Suggestion],
    edited: Mapping[str, Span] | None = None,
) -> Acceptance:
    """What accepting ``chosen`` makes; ``edited`` maps a suggestion's id to the span it is to have.

    A relation is made when both of its ends will be there; one that the project has already, or
    that another one rules out, is not.
    """
    spans = edited or {}
    namer = _Namer(project, naming)
    made = tuple(Made(new_id(), s, spans.get(s.id, s.span), namer.entity_id(s)) for s in chosen)
    ends = {m.suggestion.id: _End(m.annotation_id, m.suggestion.label, m.span) for m in made}
    ties = board.ties_of(ends)
    _add_present(project, board, ties, ends)
    return Acceptance(
        document_id, made, tuple(_relations(project, ties, ends)), tuple(namer.new.values())
    )


@dataclass(frozen=True, slots=True)
class _End:
    annotation_id: str
    label: str
    span: Span


@dataclass(slots=True)
class _Namer:
    """Finds who each mention is; makes one entry for a name that nobody has."""

    project: Present
    naming: Naming
    new: dict[str, Entity] = field(default_factory=dict)

    def entity_id(self, suggestion: Suggestion) -> str | None:
        who = suggestion.who
        if who is None or suggestion.label not in self.project.schema.entity_features:
            return None
        candidates = self.naming.candidates(who)
        if len(candidates) == 1:
            return candidates[0].id
        if candidates or not who.name:
            return None  # two people of one name: the annotator says who it is
        made = self.new.get(who.name)
        if made is None:
            made = self.new[who.name] = new_entity(new_id(), who)
        return made.id


def _add_present(
    project: Present, board: Board, ties: Sequence[Tie], ends: dict[str, _End]
) -> None:
    """Put in the annotations that stand where suggestions at the other ends would."""
    others = {
        end: annotation_id
        for tie in ties
        for end in (tie.source, tie.target)
        if end not in ends and (annotation_id := board.annotation_of(end)) is not None
    }
    present = {a.id: a for a in project.annotations_by_id(sorted(set(others.values())))}
    for end, annotation_id in others.items():
        if (annotation := present.get(annotation_id)) is not None:
            ends[end] = _End(annotation.id, annotation.label, annotation.span)


def _relations(
    project: Present, ties: Sequence[Tie], ends: Mapping[str, _End]
) -> Iterator[AddRelation]:
    sources = sorted({ends[tie.source].annotation_id for tie in ties if tie.source in ends})
    there = [(r.type, r.source_id, r.target_id) for r in project.relations_of(sources)]
    for tie in ties:
        definition = project.schema.relation_named.get(tie.type)
        source, target = ends.get(tie.source), ends.get(tie.target)
        if definition is None or source is None or (target is None and not tie.to_entity):
            continue
        target_id = tie.target if target is None else target.annotation_id
        leaving = [to for kind, of, to in there if (kind, of) == (tie.type, source.annotation_id)]
        full = definition.max is not None and len(leaving) >= definition.max
        if target_id in leaving or full or not _allowed(definition, source, target):
            continue
        there.append((tie.type, source.annotation_id, target_id))
        yield AddRelation(
            relation_id=new_id(),
            type=tie.type,
            source_id=source.annotation_id,
            target_id=target_id,
            features=tie.features,
            origin=tie.origin,
        )


def _allowed(definition: RelationDef, source: _End, target: _End | None) -> bool:
    if target is None:
        return definition.allows(source.label, ENTITY_END)
    if source.annotation_id == target.annotation_id:
        return False
    inside = not definition.contained or target.span.contains(source.span)
    return inside and definition.allows(source.label, target.label)
