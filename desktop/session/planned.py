"""Planned: the project as it will be once edits that are planned, but not written, are applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from pydantic import JsonValue

from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Document, Entity, Record, Relation
from desktop.model.schema import Schema
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion
from desktop.session.planning import Reader

R = TypeVar("R", bound=Record)


class Planned:
    """A :class:`Reader` over another one that sees what is planned on top of it.

    Counts, annotators and texts are the project's as it is. What many parts ask for is read once.
    """

    def __init__(self, project: Reader) -> None:
        self._project = project
        self._after: defaultdict[str, dict[str, Record | None]] = defaultdict(dict)
        self._relations_at: defaultdict[str, set[str]] = defaultdict(set)
        self._documents: dict[str, Document | None] = {}
        self._texts: dict[str, str] = {}
        self._stored: dict[tuple[str, str], Record | None] = {}

    def add(self, edits: Iterable[Edit]) -> None:
        """See the project as after these edits too."""
        for edit in edits:
            record = edit.record
            self._after[type(record).__name__][record.id] = edit.after
            if isinstance(record, Relation):
                for end in (record.source_id, record.target_annotation_id):
                    self._relations_at[end or ""].add(record.id)

    def read_ahead(self, wanted: Iterable[tuple[type[Record], str]]) -> None:
        """Read records of these kinds and ids at once, and that there are none."""
        ids: dict[type[Record], list[str]] = {}
        for kind, record_id in wanted:
            ids.setdefault(kind, []).append(record_id)
        reads: dict[type[Record], Callable[[Sequence[str]], Sequence[Record]]] = {
            Annotation: self._project.annotations_by_id,
            Relation: self._project.relations_by_id,
            Decision: self._project.decisions_by_id,
        }
        for kind, some in ids.items():
            self._stored |= {(kind.__name__, record_id): None for record_id in some}
            for record in reads[kind](some):
                self._stored[kind.__name__, record.id] = record

    @property
    def schema(self) -> Schema:
        """The project's schema."""
        return self._project.schema

    def document(self, document_id: str) -> Document | None:
        """See :class:`Reader`."""
        if document_id not in self._documents:
            self._documents[document_id] = self._project.document(document_id)
        return self._one(Document, document_id, self._documents[document_id])

    def documents_by_id(self, document_ids: Sequence[str]) -> list[Document]:
        """See :class:`Reader`."""
        return self._by_id(Document, document_ids, self._project.documents_by_id)

    def text(self, document_id: str) -> str:
        """See :class:`Reader`."""
        if document_id not in self._texts:
            self._texts[document_id] = self._project.text(document_id)
        return self._texts[document_id]

    def annotations(self, document_id: str, span: Span | None = None) -> list[Annotation]:
        """See :class:`Reader`."""
        found = self._merged(
            Annotation,
            self._project.annotations(document_id, span),
            lambda a: a.document_id == document_id and (span is None or a.span.overlaps(span)),
        )
        return sorted(found, key=lambda a: (a.start, -a.end, a.id))

    def annotations_by_id(self, annotation_ids: Sequence[str]) -> list[Annotation]:
        """See :class:`Reader`."""
        return self._by_id(Annotation, annotation_ids, self._project.annotations_by_id)

    def ids_on(self, kind: type[Record], document_id: str) -> Iterator[str]:
        """See :class:`Reader`."""
        after = self._after[kind.__name__]
        yield from (id_ for id_ in self._project.ids_on(kind, document_id) if id_ not in after)
        for record in after.values():
            if record is not None and getattr(record, "document_id", None) == document_id:
                yield record.id

    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]:
        """See :class:`Reader`."""
        after = self._after[Relation.__name__]
        ids = {id_ for end in annotation_ids for id_ in self._relations_at.get(end, ())}
        planned = [after[relation_id] for relation_id in sorted(ids)]
        found = self._project.relations_of(annotation_ids)
        kept = [relation for relation in found if relation.id not in after]
        return kept + [relation for relation in planned if isinstance(relation, Relation)]

    def relations(self, document_id: str) -> list[Relation]:
        """See :class:`Reader`."""
        found = self._project.relations(document_id)
        return self._merged(Relation, found, lambda r: r.document_id == document_id)

    def relations_by_id(self, relation_ids: Sequence[str]) -> list[Relation]:
        """See :class:`Reader`."""
        return self._by_id(Relation, relation_ids, self._project.relations_by_id)

    def relations_to_entity(self, entity_id: str) -> list[Relation]:
        """See :class:`Reader`."""
        found = self._project.relations_to_entity(entity_id)
        return self._merged(Relation, found, lambda r: r.target_entity_id == entity_id)

    def mentions(self, entity_id: str) -> list[Annotation]:
        """See :class:`Reader`."""
        features = self.schema.entity_features

        def named(annotation: Annotation) -> bool:
            names = features.get(annotation.label, ())
            return any(annotation.features.get(name) == entity_id for name in names)

        return self._merged(Annotation, self._project.mentions(entity_id), named)

    def entities(self) -> list[Entity]:
        """See :class:`Reader`."""
        return self._merged(Entity, self._project.entities(), lambda _: True)

    def entity(self, entity_id: str) -> Entity | None:
        """See :class:`Reader`."""
        return self._one(Entity, entity_id, self._project.entity(entity_id))

    def entity_in_use(self, entity_id: str) -> bool:
        """See :class:`Reader`."""
        if not (self._after["Annotation"] or self._after["Relation"]):
            return self._project.entity_in_use(entity_id)
        return bool(self.relations_to_entity(entity_id) or self.mentions(entity_id))

    def answers(self, document_id: str) -> list[Answer]:
        """See :class:`Reader`."""
        found = self._project.answers(document_id)
        return self._merged(Answer, found, lambda a: a.document_id == document_id)

    def answers_by_id(self, answer_ids: Sequence[str]) -> list[Answer]:
        """See :class:`Reader`."""
        return self._by_id(Answer, answer_ids, self._project.answers_by_id)

    def suggestions(self, document_id: str) -> list[Suggestion]:
        """See :class:`Reader`."""
        found = self._project.suggestions(document_id)
        return self._merged(Suggestion, found, lambda s: s.document_id == document_id)

    def suggestions_by_id(self, suggestion_ids: Sequence[str]) -> list[Suggestion]:
        """See :class:`Reader`."""
        return self._by_id(Suggestion, suggestion_ids, self._project.suggestions_by_id)

    def decisions(self, document_id: str) -> list[Decision]:
        """See :class:`Reader`."""
        found = self._project.decisions(document_id)
        return self._merged(Decision, found, lambda d: d.document_id == document_id)

    def decisions_by_id(self, decision_ids: Sequence[str]) -> list[Decision]:
        """See :class:`Reader`."""
        return self._by_id(Decision, decision_ids, self._project.decisions_by_id)

    def setting(self, key: str) -> JsonValue:
        """See :class:`Reader`."""
        return next((s.value for s in self.settings() if s.id == key), None)

    def settings(self) -> list[Setting]:
        """See :class:`Reader`."""
        return self._merged(Setting, self._project.settings(), lambda _: True)

    def annotators(self) -> list[Annotator]:
        """See :class:`Reader`."""
        return self._project.annotators()

    def counts(self, document_id: str | None = None) -> dict[str, int]:
        """See :class:`Reader`."""
        return self._project.counts(document_id)

    def document_ids_with_text(self, text_sha256: str) -> list[str]:
        """See :class:`Reader`."""
        return self._project.document_ids_with_text(text_sha256)

    def next_position(self) -> int:
        """See :class:`Reader`."""
        return self._project.next_position()

    def _one(self, kind: type[R], record_id: str, found: R | None) -> R | None:
        planned = self._after[kind.__name__]
        if record_id not in planned:
            return found
        after = planned[record_id]
        return after if isinstance(after, kind) else None

    def _by_id(
        self, kind: type[R], wanted: Sequence[str], read: Callable[[Sequence[str]], list[R]]
    ) -> list[R]:
        """Only what is neither planned nor read ahead is read from the project."""
        name = kind.__name__
        unknown = [
            record_id
            for record_id in wanted
            if record_id not in self._after[name] and (name, record_id) not in self._stored
        ]
        if unknown:
            self._stored |= {(name, record.id): record for record in read(unknown)}
        stored = (self._stored.get((name, record_id)) for record_id in wanted)
        present = (
            self._one(kind, record_id, record if isinstance(record, kind) else None)
            for record_id, record in zip(wanted, stored, strict=True)
        )
        return [record for record in present if record is not None]

    def _merged(self, kind: type[R], found: Iterable[R], fits: Callable[[R], bool]) -> list[R]:
        """What was found and is not planned to change, then what is planned and fits."""
        after = self._after[kind.__name__]
        kept = [record for record in found if record.id not in after]
        return kept + [r for r in after.values() if isinstance(r, kind) and fits(r)]
