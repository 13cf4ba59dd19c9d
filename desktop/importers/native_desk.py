"""Suggestions, decisions and answers of a native file's document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import located, within
from desktop.importers.json_values import checked_time
from desktop.importers.native_records import (
    IMPORTED,
    FeatureReader,
    known_label,
    missing_target,
    named,
    twice,
)
from desktop.importers.native_text import FileText, refused
from desktop.importers.registry import Registry
from desktop.model.answer import Answer
from desktop.model.interchange import (
    FileAnnotation,
    FileAnswer,
    FileDecision,
    FileDocument,
    FileRelation,
    FileSuggestion,
)
from desktop.model.project import Document
from desktop.model.schema import ENTITY_END, Schema
from desktop.model.suggestion import Decision, SuggestedRelation, Suggestion
from desktop.model.values import new_id

Proposed = FileSuggestion | FileAnnotation
F = TypeVar("F", FileSuggestion, FileAnnotation, FileDecision, FileAnswer, Proposed)
M = TypeVar("M", Suggestion, Decision, Answer)


@dataclass(frozen=True, slots=True)
class Desk:
    """What was read."""

    answers: tuple[Answer, ...]
    suggestions: tuple[Suggestion, ...]
    decisions: tuple[Decision, ...]


def suggested_in(file: FileDocument) -> frozenset[str]:
    """The ids of a document's annotations that are only suggested."""
    return frozenset(a.id for a in file.annotations if a.status == "suggested" and a.id is not None)


class DeskReader:
    """Reads what stands beside the annotations; ``at`` dates what has no time."""

    def __init__(
        self, schema: Schema, registry: Registry, features: FeatureReader, at: str
    ) -> None:
        self._schema = schema
        self._registry = registry
        self._features = features
        self._at = at

    def read(
        self,
        file: FileDocument,
        document: Document,
        text: FileText,
        place: str | Message,
        annotations: Mapping[str, str],
    ) -> Desk:
        """Check everything; ``annotations`` are the labels of the document's annotations by id.

        Raises:
            RefusedInput: with the place.
        """
        marked = [a for a in file.annotations if a.status == "suggested"]
        proposed: list[Proposed] = [*file.suggestions, *marked]
        ends = dict(annotations)
        for proposal in proposed:
            if proposal.id is not None:
                if proposal.id in ends:
                    raise located(within(place, "suggestions"), twice(proposal.id))
                ends[proposal.id] = proposal.label
        leaving: defaultdict[str, list[FileRelation]] = defaultdict(list)
        for relation in file.relations:
            leaving[relation.source].append(relation)

        def suggestion(proposal: Proposed) -> Suggestion:
            return self._suggestion(proposal, document.id, text, leaving, ends)

        def decision(made: FileDecision) -> Decision:
            return self._decision(made, document.id, text)

        def answer(given: FileAnswer) -> Answer:
            return self._answer(given, document.id)

        return Desk(
            _all(file.answers, within(place, "answers"), answer),
            _all(proposed, within(place, "suggestions"), suggestion),
            _all(file.decisions, within(place, "decisions"), decision),
        )

    def _suggestion(
        self,
        file: Proposed,
        document_id: str,
        text: FileText,
        leaving: Mapping[str, list[FileRelation]],
        ends: Mapping[str, str],
    ) -> Suggestion:
        definition = known_label(self._schema, file.label)
        span = text.checked_span(file.start, file.end, file.text)
        if isinstance(file, FileSuggestion):
            relations = file.relations
        else:
            drawn = leaving.get(file.id or "", ())
            for relation in drawn:
                if relation.target not in ends and not self._registry.has_entity(relation.target):
                    raise missing_target(relation.target)
            relations = tuple(
                SuggestedRelation(type=r.type, target=r.target, features=r.features) for r in drawn
            )
        return Suggestion(
            id=file.id or new_id(),
            document_id=document_id,
            label=file.label,
            start=span.start,
            end=span.end,
            quote=span.slice(text.canonical.text),
            features=self._features.read(file.features, definition.feature_named, file.label, text),
            confidence=file.confidence,
            group_id=file.group,
            role=file.role,
            relations=tuple(self._relation(file.label, r, text, ends) for r in relations),
            origin=IMPORTED if file.origin is None else file.origin,
            created_at=checked_time(file.created_at) or self._at,
        )

    def _relation(
        self, label: str, relation: SuggestedRelation, text: FileText, ends: Mapping[str, str]
    ) -> SuggestedRelation:
        """The relation, checked. Its target may be gone: decided upon before, or deleted."""
        definition = self._schema.relation_named.get(relation.type)
        entity = ENTITY_END if self._registry.has_entity(relation.target) else None
        target = ends.get(relation.target, entity)
        if definition is None or (target is not None and not definition.allows(label, target)):
            raise refused(
                QT_TRANSLATE_NOOP(
                    "errors", "The schema allows no relation {type} from {source} to {target}."
                ),
                type=relation.type[:40],
                source=label,
                target=target or "?",
            )
        features = self._features.read(
            relation.features, definition.feature_named, relation.type, text
        )
        return relation.model_copy(update={"features": features})

    def _decision(self, file: FileDecision, document_id: str, text: FileText) -> Decision:
        span = text.checked_span(file.start, file.end, file.text)
        return Decision(
            id=file.id or new_id(),
            document_id=document_id,
            action=file.action,
            rule=file.rule,
            version=file.version,
            label=file.label,
            start=span.start,
            end=span.end,
            quote=span.slice(text.canonical.text),
            annotator_id=self._registry.annotator_id(file.annotator),
            created_at=checked_time(file.created_at) or self._at,
        )

    def _answer(self, file: FileAnswer, document_id: str) -> Answer:
        return Answer(
            id=file.id or new_id(),
            document_id=document_id,
            problem=file.problem,
            annotation_ids=file.annotations,
            key=file.key,
            reason=file.reason,
            annotator_id=self._registry.annotator_id(file.annotator),
            created_at=checked_time(file.created_at) or self._at,
        )


def _all(files: Iterable[F], place: str | Message, read: Callable[[F], M]) -> tuple[M, ...]:
    """Read each; a refusal names the place, and an id that occurs twice is refused."""
    made: dict[str, M] = {}
    for number, file in enumerate(files):
        try:
            record = read(file)
            if record.id in made:
                raise twice(record.id)
        except RefusedInput as error:
            raise located(
                named(Message("{place}[{number}]", {"place": place, "number": number}), file.id),
                error,
            ) from None
        made[record.id] = record
    return tuple(made.values())
