"""The history: every operation with its edits, in the transaction that made them.

An operation is ``done``, ``undone`` or ``superseded`` (undone, and then something else was done).
Undo takes the newest done one, redo the one undone last; both leave a marker, which like an export
is never undone itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import Literal

from desktop.errors import Cancelled
from desktop.model.batch import ImportedDocument, Progress
from desktop.model.changes import Changes, Edit
from desktop.model.overview import HistoryEntry
from desktop.model.project import Annotator
from desktop.model.values import new_id
from desktop.store.bodies import insert_body
from desktop.store.connection import Connection, Row
from desktop.store.records import apply, insert, record_from_json, record_name

BULK = 1_000
"""More edits than this are not announced one by one."""

_PROGRESS_STEP = 20
_NOTED_AT_ONCE = 500
_SEVERAL = 2

_ADD_OPERATION = """INSERT INTO operation
    (id, kind, cause, target, annotator_id, at, payload, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_EDIT = "INSERT INTO edit (sequence, position, record, before, after) VALUES (?, ?, ?, ?, ?)"
_NEWEST_DONE = """SELECT sequence, kind FROM operation WHERE state = 'done'
    ORDER BY sequence DESC LIMIT 1"""
_NEWEST_CHANGE = """SELECT id FROM operation WHERE cause <> 'do' OR state <> 'marker'
    ORDER BY sequence DESC LIMIT 1"""
_UNDONE_LAST = """SELECT sequence, kind FROM operation WHERE state = 'undone'
    ORDER BY sequence LIMIT 1"""
_EDITS = "SELECT record, before, after FROM edit WHERE sequence = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class Operation:
    """Who does what, and when; ``payload`` is JSON. The id makes it unique across machines."""

    kind: str
    annotator: Annotator
    at: str
    payload: str = "{}"


class History:
    """Commits operations, takes them back and does them again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._entered: set[Annotator] = set()
        """Annotators found in the file; who was only added may go again with the transaction."""

    def commit(
        self,
        operation: Operation,
        edits: Iterable[Edit],
        *,
        bodies: Iterable[ImportedDocument] = (),
        annotators: Iterable[Annotator] = (),
        total: int | None = None,
        progress: Progress | None = None,
    ) -> Changes:
        """Apply ``edits`` and note them, in one transaction.

        ``total`` is the number of ``edits`` where that cannot be asked of them. ``annotators`` and
        ``bodies`` are added and stay when the operation is undone. An operation that changed no
        record, such as an export or one repeated after a failure, is noted as a marker.

        Raises:
            Cancelled: ``progress`` returned False.
        """
        announced = _Announced(progress, len(edits) if isinstance(edits, Sized) else total or 0)
        with self._connection.transaction():
            for annotator in (operation.annotator, *annotators):
                self._enter(annotator, announced)
            for body in bodies:
                insert_body(self._connection, body)
            sequence = self._add(operation, "do", None, "done")
            notes = _Notes(self._connection, sequence)
            for edit in edits:
                if apply(self._connection, edit):
                    notes.add(edit)
                announced.step(edit)
            notes.write()
            self._settle(sequence, changed=notes.count > 0)
        return announced.changes(sequence, operation.kind, "do", operation.at)

    def undo(
        self, annotator: Annotator, at: str, progress: Progress | None = None
    ) -> Changes | None:
        """Take back the newest operation that is done."""
        return self._turn("undo", annotator, at, progress)

    def redo(
        self, annotator: Annotator, at: str, progress: Progress | None = None
    ) -> Changes | None:
        """Do again the operation undone last."""
        return self._turn("redo", annotator, at, progress)

    def kind_to_undo(self) -> str | None:
        """The kind of the newest operation that is done."""
        found = self._connection.row(_NEWEST_DONE)
        return str(found[1]) if found else None

    def kind_to_redo(self) -> str | None:
        """The kind of the operation undone last."""
        found = self._connection.row(_UNDONE_LAST)
        return str(found[1]) if found else None

    def revision(self) -> str:
        """The id of the newest operation that changed something; empty when none did."""
        found = self._connection.row(_NEWEST_CHANGE)
        return str(found[0]) if found else ""

    def entries(self, limit: int) -> list[HistoryEntry]:
        """The newest operations, newest first."""
        rows = self._connection.rows(
            """SELECT sequence, kind, cause, target, annotator.name, at, payload, state
            FROM operation JOIN annotator ON annotator.id = annotator_id
            ORDER BY sequence DESC LIMIT ?""",
            (limit,),
        )
        return [HistoryEntry(*row) for row in rows]

    def _turn(
        self,
        cause: Literal["undo", "redo"],
        annotator: Annotator,
        at: str,
        progress: Progress | None,
    ) -> Changes | None:
        back = cause == "undo"
        with self._connection.transaction():
            found = self._connection.row(_NEWEST_DONE if back else _UNDONE_LAST)
            if found is None:
                return None
            target, kind = int(found[0]), str(found[1])
            announced = _Announced(progress, self._edit_count(target))
            self._enter(annotator, announced)
            for edit in self._edits(target, newest_first=back):
                turned = edit.inverse if back else edit
                apply(self._connection, turned)
                announced.step(turned)
            self._connection.run(
                "UPDATE operation SET state = ? WHERE sequence = ?",
                ("undone" if back else "done", target),
            )
            sequence = self._add(Operation(kind, annotator, at), cause, target, "marker")
        return announced.changes(sequence, kind, cause, at)

    def _add(self, operation: Operation, cause: str, target: int | None, state: str) -> int:
        row = (new_id(), operation.kind, cause, target, operation.annotator.id)
        return self._connection.add(_ADD_OPERATION, (*row, operation.at, operation.payload, state))

    def _enter(self, annotator: Annotator, announced: _Announced) -> None:
        """Whoever the history names is in the project, and stays there."""
        if annotator not in self._entered:
            if insert(self._connection, annotator):
                announced.add(Edit(None, annotator))
            else:
                self._entered.add(annotator)

    def _settle(self, sequence: int, *, changed: bool) -> None:
        """What was done can be undone now and what was undone not redone; a marker is neither."""
        if changed:
            self._connection.run("UPDATE operation SET state = 'superseded' WHERE state = 'undone'")
        else:
            self._connection.run(
                "UPDATE operation SET state = 'marker' WHERE sequence = ?", (sequence,)
            )

    def _edit_count(self, sequence: int) -> int:
        found = self._connection.row(
            "SELECT max(position) FROM edit WHERE sequence = ?", (sequence,)
        )
        return int(found[0]) + 1 if found and found[0] is not None else 0

    def _edits(self, sequence: int, *, newest_first: bool) -> Iterator[Edit]:
        """Read one at a time: an import has as many edits as it brought records."""
        order = " DESC" if newest_first else ""
        for name, before, after in self._connection.stream(_EDITS + order, (sequence,)):
            yield Edit(
                record_from_json(self._connection, name, before) if before is not None else None,
                record_from_json(self._connection, name, after) if after is not None else None,
            )


class _Notes:
    """The edits of an operation on their way into the history, some at once."""

    def __init__(self, connection: Connection, sequence: int) -> None:
        self._connection = connection
        self._sequence = sequence
        self._rows: list[Row] = []
        self.count = 0

    def add(self, edit: Edit) -> None:
        before, after = edit.before, edit.after
        row = (
            self._sequence,
            self.count,
            record_name(edit.record),
            before.model_dump_json() if before is not None else None,
            after.model_dump_json() if after is not None else None,
        )
        self._rows.append(row)
        self.count += 1
        if len(self._rows) == _NOTED_AT_ONCE:
            self.write()

    def write(self) -> None:
        self._connection.run_all(_ADD_EDIT, self._rows)
        self._rows.clear()


class _Announced:
    """Counts edits as they are applied and keeps them for the announcement, unless too many."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0
        self._bulk = total > BULK
        self._edits: list[Edit] = []
        self._places: set[str] = set()

    def add(self, edit: Edit) -> None:
        if not self._bulk:
            self._edits.append(edit)
        elif len(self._places) < _SEVERAL and (place := edit.document_id) is not None:
            self._places.add(place)

    def step(self, edit: Edit) -> None:
        """One more is applied; Cancelled when the progress callback says so."""
        self._done += 1
        self.add(edit)
        ask = self._progress if self._done % _PROGRESS_STEP == 0 else None
        if ask is not None and not ask(self._done, self._total):
            raise Cancelled

    def changes(
        self, sequence: int, kind: str, cause: Literal["do", "undo", "redo"], at: str
    ) -> Changes:
        """The announcement, once the commit has returned."""
        place = next(iter(self._places)) if len(self._places) == 1 else None
        return Changes(sequence, kind, cause, at, tuple(self._edits), self._bulk, place)
