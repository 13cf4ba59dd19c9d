"""What a command plans with (Reader, Context) and what it plans (Plan)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.answer import Answer
from desktop.model.batch import ImportedDocument, Progress
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Document, Entity, Record, Relation
from desktop.model.schema import Schema
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion


class Lookup(Protocol):
    """The reads around a place of the text; :class:`Session` and the store offer them."""

    @property
    def schema(self) -> Schema: ...
    def document(self, document_id: str) -> Document | None: ...
    def text(self, document_id: str) -> str: ...
    def annotations(self, document_id: str, span: Span | None = None) -> list[Annotation]: ...
    def annotations_by_id(self, annotation_ids: Sequence[str]) -> list[Annotation]: ...
    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]: ...
    def entity(self, entity_id: str) -> Entity | None: ...


class Reader(Lookup, Protocol):
    """All reads that planning needs; the store offers them."""

    def documents_by_id(self, document_ids: Sequence[str]) -> list[Document]: ...
    def ids_on(self, kind: type[Record], document_id: str) -> Iterator[str]: ...
    def relations(self, document_id: str) -> list[Relation]: ...
    def relations_by_id(self, relation_ids: Sequence[str]) -> list[Relation]: ...
    def entities(self) -> list[Entity]: ...
    def entity_in_use(self, entity_id: str) -> bool: ...
    def mentions(self, entity_id: str) -> list[Annotation]: ...
    def relations_to_entity(self, entity_id: str) -> list[Relation]: ...
    def annotators(self) -> list[Annotator]: ...
    def counts(self, document_id: str | None = None) -> dict[str, int]: ...
    def answers(self, document_id: str) -> list[Answer]: ...
    def answers_by_id(self, answer_ids: Sequence[str]) -> list[Answer]: ...
    def suggestions(self, document_id: str) -> list[Suggestion]: ...
    def suggestions_by_id(self, suggestion_ids: Sequence[str]) -> list[Suggestion]: ...
    def decisions(self, document_id: str) -> list[Decision]: ...
    def decisions_by_id(self, decision_ids: Sequence[str]) -> list[Decision]: ...
    def setting(self, key: str) -> JsonValue: ...
    def settings(self) -> list[Setting]: ...
    def document_ids_with_text(self, text_sha256: str) -> list[str]: ...
    def next_position(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Context:
    """Who changes something, and when; and who is told how far the planning of many parts is."""

    annotator: Annotator
    at: str
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits of one operation in the order in which to apply them.

    A plan is used once: ``edits`` may be a generator that reads while it is applied; then ``total``
    is their number. ``bodies`` are the documents whose text is stored before. ``annotators`` are
    people who come into the project; like bodies they stay when the operation is undone, since the
    history names them.
    """

    edits: Iterable[Edit]
    bodies: Sequence[ImportedDocument] = ()
    annotators: Sequence[Annotator] = ()
    total: int | None = None


def gone() -> RuleBroken:
    """The error for an id that the project does not hold (any more)."""
    return RuleBroken(
        QT_TRANSLATE_NOOP("errors", "What this change concerns is no longer in the project."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed."),
    )
