"""The rows of a workbook that are not as the project is now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.exporters.columns import OF_SPEAKER
from desktop.exporters.sheets import PART
from desktop.model.correction import (
    CORRECTED,
    CorrectedKind,
    RowPlace,
    corrected_fields,
    kind_of,
    type_of,
    values_of,
)
from desktop.model.project import Record
from desktop.session.correction_attributions import attributed, ends, mentions_of, shows
from desktop.session.correction_cells import Cells, Found, changed_fields
from desktop.session.correction_commands import read_records
from desktop.session.correction_layout import Layout, Row, layouts, rows
from desktop.session.correction_names import Names
from desktop.session.correction_reading import RawRow, SheetHead, WorkbookRequest
from desktop.session.export_source import ProjectSource
from desktop.store.project_file import ProjectFile

_NO_HEADER = QT_TRANSLATE_NOOP(
    "errors", "The sheet {sheet} has no row with the names of its fields; it was not read."
)
_DOUBLED = QT_TRANSLATE_NOOP(
    "errors", "The sheet {sheet} has two columns {names}; they were not read."
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "errors", "More of it is not as the project is than can be compared at once."
)
_FEWER = QT_TRANSLATE_NOOP(
    "errors",
    "Nothing was changed; the project is as it was. Delete sheets and rows from a copy of the"
    " workbook until the rest can be read.",
)
_MOST_KEPT = 1_500_000_000
_ROW, _LETTER = 4_000, 2
"""Bytes: of all that is kept, about those of a row, and those of each letter in it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row; ``record`` is None when there is none.

    It is a ``piece`` when it may be the rest of a long row and holds nothing.
    """

    layout: str
    kind: CorrectedKind
    place: RowPlace
    record_id: str
    record: Record | None
    cells: Mapping[str, Cells]
    piece: bool


@dataclass(slots=True)
class ChangedRows:
    """What was found; ``copies`` counts the further rows of an id in sheets of one layout."""

    candidates: dict[CorrectedKind, list[Candidate]]
    copies: Counter[tuple[str, str]] = field(default_factory=Counter)
    warnings: list[Message] = field(default_factory=list)
    tables: int = 0
    rows: int = 0
    without_id: int = 0
    answers: list[tuple[Candidate, Found]] = field(default_factory=list)
    """Problems that somebody answered."""


class RowReader:
    """Compares the rows of a workbook with the project as they come."""

    def __init__(self, file: ProjectFile, names: Names) -> None:
        self._file = file
        self._names = names
        self._layouts = layouts(ProjectSource(file))
        self._seen: defaultdict[str, set[str]] = defaultdict(set)
        self._kept = 0
        # Entries first: others name them.
        self.found = ChangedRows({"entity": [], **{kind: [] for kind in CORRECTED}})

    @property
    def claims(self) -> Collection[str]:
        """The claims whose rows were read."""
        sheets = (layout.sheet for layout in self._layouts.values() if layout.names_speakers)
        return {claim for sheet in sheets for claim in self._seen[sheet]}

    def request(self, path: Path) -> WorkbookRequest:
        """What is to be read of a workbook."""
        return WorkbookRequest(
            path=path,
            known={name: layout.known for name, layout in self._layouts.items()},
            wanted={name: layout.wanted for name, layout in self._layouts.items()},
        )

    def take(self, head: SheetHead) -> None:
        """A sheet begins."""
        if not head.columns:
            self.found.warnings.append(Message(_NO_HEADER, {"sheet": head.sheet}))
            return
        self.found.tables += 1
        if head.doubled:
            names = ", ".join(head.doubled)
            self.found.warnings.append(Message(_DOUBLED, {"sheet": head.sheet, "names": names}))

    def compare(self, head: SheetHead, raw: Sequence[RawRow]) -> None:
        """Keep those of a sheet's rows that are not as the project is now.

        Raises:
            RefusedInput: that are far too many.
        """
        layout = self._layouts[head.layout]
        some = list(rows(head, raw, layout))
        ids = sorted({row.record_id for row in some} - {""})
        records = read_records(self._file.reads, layout.kind, ids)
        renamed = self._renamed(some, ids) if layout.names_speakers else set()
        for row in some:
            if row.record_id:
                self._compare(row, records.get(row.record_id), head, layout, renamed)
            else:
                self.found.without_id += not row.empty

    def _renamed(self, some: Sequence[Row], claims: Sequence[str]) -> set[str]:
        """The claims whose row shows other registry entries than those of their speakers now."""
        reads = self._file.reads
        relations = attributed(reads.relations_of(claims), set(claims))
        given = ends(relations, mentions_of(relations, reads), reads.schema)
        return {
            row.record_id
            for row in some
            if (own := row.cells.get(OF_SPEAKER.field)) is not None
            and not shows(own[OF_SPEAKER.form], given.get(row.record_id, []), self._names)
        }

    def _compare(
        self,
        row: Row,
        record: Record | None,
        head: SheetHead,
        layout: Layout,
        renamed: Collection[str],
    ) -> None:
        self.found.rows += 1
        if row.record_id in self._seen[layout.sheet]:
            self.found.copies[layout.sheet, row.record_id] += 1
        self._seen[layout.sheet].add(row.record_id)
        if layout.kind == "problem":
            self._compare_problem(row, head, layout)
            return
        changed = record is None or any(True for _ in self.changes(row.cells, record))
        if not changed and row.record_id not in renamed:
            return
        self.found.candidates[layout.kind].append(self._candidate(row, record, head, layout))

    def _compare_problem(self, row: Row, head: SheetHead, layout: Layout) -> None:
        """An open problem has no answer, so that every one is new."""
        fields = corrected_fields(self._file.reads.schema, "problem")
        for found in changed_fields(fields, row.cells, {}, self._names):
            candidate = self._candidate(row, None, head, layout)
            self.found.answers.append((candidate, found))

    def _candidate(
        self, row: Row, record: Record | None, head: SheetHead, layout: Layout
    ) -> Candidate:
        self._keep(row)
        piece = row.empty and PART not in head.columns
        place = RowPlace(head.sheet, row.number)
        return Candidate(layout.sheet, layout.kind, place, row.record_id, record, row.cells, piece)

    def _keep(self, row: Row) -> None:
        """Count what is kept of a workbook: it may hold far more than the window's memory."""
        values = (value for own in row.cells.values() for value in own.values())
        letters = sum(len(value) for value in values if isinstance(value, str))
        self._kept += _ROW + _LETTER * letters
        if self._kept > _MOST_KEPT:
            raise RefusedInput(_TOO_MANY, _FEWER)

    def changes(self, cells: Mapping[str, Cells], record: Record) -> Iterator[Found]:
        """What the cells of a row say otherwise than the export would of a record."""
        fields = corrected_fields(self._file.reads.schema, kind_of(record), type_of(record))
        return changed_fields(fields, cells, values_of(record), self._names)
