"""What a change is (Edit) and what is announced after it was committed (Changes)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from desktop.model.project import Annotator, Document, Entity, Record
from desktop.model.setting import Setting

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after a change; ``before`` None inserts, ``after`` None deletes.

    ``before`` is the record as the edit finds it: only what differs from it is written.
    """

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now or, when deleted, as it was."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    @property
    def document_id(self) -> str | None:
        """The document that the record is, or lies on; None for people, entries and settings."""
        record = self.record
        if isinstance(record, Document):
            return record.id
        return None if isinstance(record, Annotator | Entity | Setting) else record.document_id

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Touch:
    """What one operation did to one record, and who did it when."""

    edit: Edit
    annotator: str
    at: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What one committed operation did; every view redraws from it.

    ``edits`` is empty when ``bulk`` is true: then so much changed that views read anew, and
    ``document_id`` is the document that was concerned, if it was only one. ``sequence`` is the
    number of the operation in the history.
    """

    sequence: int
    kind: str
    cause: Literal["do", "undo", "redo"]
    saved_at: str
    edits: tuple[Edit, ...] = field(default=())
    bulk: bool = False
    document_id: str | None = None

    def of(self, record_type: type[R]) -> Iterator[tuple[R | None, R | None]]:
        """The (before, after) pairs of one kind of record."""
        for edit in self.edits:
            before, after = edit.before, edit.after
            if isinstance(before, record_type) or isinstance(after, record_type):
                yield (
                    before if isinstance(before, record_type) else None,
                    after if isinstance(after, record_type) else None,
                )

    @property
    def document_ids(self) -> frozenset[str]:
        """The documents of which the own record, or anything on them, changed."""
        found: set[str] = set()
        for edit in self.edits:
            document_id = edit.document_id
            if document_id is not None:
                found.add(document_id)
        return frozenset(found)

    @staticmethod
    def reversed(edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The edits that take ``edits`` back, in the order in which to apply them."""
        return tuple(edit.inverse for edit in list(edits)[::-1])
