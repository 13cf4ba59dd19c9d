"""What accepting suggestions makes, worked out before it is done, and the command that does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.model.project import Annotation, Entity, Relation
from desktop.model.schema import ENTITY_END, RelationDef, Schema
from desktop.model.span import Span
from desktop.model.suggestion import Action
from desktop.model.values import Features, new_id
from desktop.session.annotation_commands import AddAnnotation
from desktop.session.clipping import clipped_features
from desktop.session.command import CommandValue
from desktop.session.decision_commands import Decide
from desktop.session.entity_commands import AddEntity
from desktop.session.relation_commands import AddRelation
from desktop.session.together import Together
from desktop.suggestions.board import Board
from desktop.suggestions.naming import Naming, new_entity
from desktop.suggestions.suggestion import Suggestion, Tie, Who

ACCEPT = "accept_suggestions"
REJECT = "reject_suggestions"


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
    features: Features

    @property
    def edited(self) -> bool:
        """True when its borders are not those proposed."""
        return self.span != self.suggestion.span


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting will make: annotations, relations between them and others, new entries."""

    document_id: str
    made: tuple[Made, ...]
    relations: tuple[AddRelation, ...] = ()
    entities: tuple[Entity, ...] = ()

    def command(self) -> Together:
        """The command that does it, as one step to undo."""
        return Together(kind=ACCEPT, parts=tuple(self._parts()))

    def _parts(self) -> Iterator[CommandValue]:
        for entity in self.entities:
            yield AddEntity(entity=entity)
        for made in self.made:
            yield AddAnnotation(
                annotation_id=made.annotation_id,
                document_id=self.document_id,
                label=made.suggestion.label,
                span=made.span,
                features=made.features,
                origin=made.suggestion.origin,
            )
            action: Action = "edited" if made.edited else "accepted"
            yield decision(self.document_id, made.suggestion, action)
        yield from self.relations


def rejecting(document_id: str, chosen: Sequence[Suggestion]) -> Together:
    """The command that says that suggestions are wrong."""
    return Together(
        kind=REJECT, parts=tuple(decision(document_id, each, "rejected") for each in chosen)
    )


def decision(document_id: str, suggestion: Suggestion, action: Action) -> Decide:
    """The command that notes what was done with a suggestion."""
    return Decide(
        decision_id=new_id(),
        document_id=document_id,
        action=action,
        rule=suggestion.rule,
        version=suggestion.version,
        label=suggestion.label,
        span=suggestion.span,
        stored_id=suggestion.stored_id,
    )


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
    ids = _ids(project, chosen)
    made = tuple(
        Made(annotation_id, s, spans.get(s.id, s.span), namer.features(s, spans.get(s.id, s.span)))
        for annotation_id, s in zip(ids, chosen, strict=True)
    )
    ends = {m.suggestion.id: _End(m.annotation_id, m.suggestion.label, m.span) for m in made}
    ties = board.ties_of(ends)
    _add_present(project, board, ties, ends)
    _add_entities(naming, ties, ends)
    return Acceptance(
        document_id, made, tuple(_relations(project, ties, ends)), tuple(namer.new.values())
    )


def _ids(project: Present, chosen: Sequence[Suggestion]) -> list[str]:
    """Ids for the annotations: a stored suggestion's own, so that relations still lead to it."""
    stored = [s.stored_id for s in chosen if s.stored_id is not None]
    taken = {annotation.id for annotation in project.annotations_by_id(stored)}
    return [s.stored_id if s.stored_id and s.stored_id not in taken else new_id() for s in chosen]


@dataclass(frozen=True, slots=True)
class _End:
    """What a relation may lead from or to; a registry entry has no span."""

    record_id: str
    label: str
    span: Span | None = None


@dataclass(slots=True)
class _Namer:
    """Finds who each mention is; makes one entry for a name that nobody has."""

    project: Present
    naming: Naming
    new: dict[str, Entity] = field(default_factory=dict)

    def features(self, suggestion: Suggestion, span: Span) -> Features:
        """The features of the annotation at ``span``: those proposed, and who it is."""
        named = self.project.schema.entity_features.get(suggestion.label, ())
        features = {
            name: value
            for name, value in suggestion.features.items()
            if name not in named or self.naming.entity(str(value)) is not None
        }
        if named and named[0] not in features and suggestion.who is not None:
            entity_id = self._entity_id(suggestion.who)
            if entity_id is not None:
                features[named[0]] = entity_id
        defined = self.project.schema.label_named[suggestion.label].feature_named
        return clipped_features(features, defined, suggestion.span, span)

    def _entity_id(self, who: Who) -> str | None:
        candidates = self.naming.candidates(who)
        if len(candidates) == 1:
            return candidates[0].id
        if candidates or not who.name:
            return None  # two people of one name: the annotator says who it is
        if who.name not in self.new:
            self.new[who.name] = new_entity(new_id(), who)
        return self.new[who.name].id


def _add_present(
    project: Present, board: Board, ties: Sequence[Tie], ends: dict[str, _End]
) -> None:
    """Put in the annotations that stand where suggestions at the other ends would."""
    others = {
        end: annotation_id
        for tie in ties
        for end in tie.suggestions
        if end not in ends and (annotation_id := board.annotation_of(end)) is not None
    }
    others |= {tie.target: tie.target for tie in ties if tie.end == "record"}
    present = {a.id: a for a in project.annotations_by_id(sorted(set(others.values())))}
    for end, annotation_id in others.items():
        if (annotation := present.get(annotation_id)) is not None:
            ends[end] = _End(annotation.id, annotation.label, annotation.span)


def _add_entities(naming: Naming, ties: Sequence[Tie], ends: dict[str, _End]) -> None:
    for tie in ties:
        if tie.end == "record" and naming.entity(tie.target) is not None:
            ends.setdefault(tie.target, _End(tie.target, ENTITY_END))


def _relations(
    project: Present, ties: Sequence[Tie], ends: Mapping[str, _End]
) -> Iterator[AddRelation]:
    sources = sorted({ends[tie.source].record_id for tie in ties if tie.source in ends})
    there = [(r.type, r.source_id, r.target_id) for r in project.relations_of(sources)]
    for tie in ties:
        definition = project.schema.relation_named.get(tie.type)
        source, target = ends.get(tie.source), ends.get(tie.target)
        if definition is None or source is None or target is None:
            continue
        leaving = [to for kind, of, to in there if (kind, of) == (tie.type, source.record_id)]
        full = definition.max is not None and len(leaving) >= definition.max
        if target.record_id in leaving or full or not _allowed(definition, source, target):
            continue
        there.append((tie.type, source.record_id, target.record_id))
        yield AddRelation(
            relation_id=new_id(),
            type=tie.type,
            source_id=source.record_id,
            target_id=target.record_id,
            features=tie.features,
            origin=tie.origin,
        )


def _allowed(definition: RelationDef, source: _End, target: _End) -> bool:
    if source.record_id == target.record_id or source.span is None:
        return False
    inside = target.span is not None and target.span.contains(source.span)
    fits = inside or not definition.contained
    return fits and definition.allows(source.label, target.label)
