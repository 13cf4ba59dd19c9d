"""What a project tells of itself beside its records: lists, its history, damage found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from desktop.errors import Message
from desktop.model.project import DocumentState

RELATION_COUNT = "@relation"
"""The key under which counts per label hold the number of relations."""


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One row of the article list, read without the article's text.

    ``date`` is the publication date as the metadata have it; ``restricted`` as
    :attr:`Rights.restricted`; ``counts`` maps label → annotations, and :data:`RELATION_COUNT` →
    relations; what there is none of is absent. ``(position, document_id)`` orders the list.
    """

    document_id: str
    title: str
    publisher: str | None
    date: str | None
    state: DocumentState
    length: int
    restricted: bool
    position: int
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DecisionCount:
    """How often the suggestions of a rule (in one version, for one label) met which decision."""

    rule: str
    version: str
    label: str
    accepted: int = 0
    edited: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One operation of the history.

    ``target`` is the sequence of the operation that an ``undo`` or ``redo`` concerned. ``state`` is
    ``done``, ``undone`` (can be redone), ``superseded`` (undone, then something else was done) or
    ``marker`` (an undo, a redo or an export: never undone itself). ``payload`` is JSON.
    """

    sequence: int
    kind: str
    cause: Literal["do", "undo", "redo"]
    target: int | None
    annotator: str
    at: str
    payload: str
    state: Literal["done", "undone", "superseded", "marker"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Damage in a project file. Holds no article text.

    ``document_id`` and the span are None for damage of the file as a whole.
    """

    message: Message
    document_id: str | None = None
    record_id: str | None = None
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        place = [self.document_id or "", self.record_id or ""]
        if self.start is not None and self.end is not None:
            place.append(f"{self.start}–{self.end}")
        return " ".join([*(part for part in place if part), str(self.message)])


@dataclass(frozen=True, slots=True)
class EntityUse:
    """How often an entry of the registry is used: annotations that name it, relations to it."""

    mentions: int = 0
    relations: int = 0

    def __bool__(self) -> bool:
        return bool(self.mentions or self.relations)
