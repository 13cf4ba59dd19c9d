"""The rows of a workbook that are not as the project is now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.errors import QT_TRANSLATE_NOOP, Cancelled, Message
from desktop.importers.exported_workbook import Table, table
from desktop.importers.workbook import Workbook
from desktop.model.batch import Progress
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
from desktop.session.correction_cells import Cells, Found, changed_fields
from desktop.session.correction_commands import read_records
from desktop.session.correction_layout import KEY, Layout, Row, has_parts, layout_of, layouts, rows
from desktop.session.correction_names import Names
from desktop.session.export_source import ProjectSource
from desktop.store.project_file import ProjectFile

_AT_ONCE = 1_000
_NO_HEADER = QT_TRANSLATE_NOOP(
    "errors", "The sheet {sheet} has no row with the names of its fields; it was not read."
)
_DOUBLED = QT_TRANSLATE_NOOP(
    "errors", "The sheet {sheet} has two columns {names}; they were not read."
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row; ``record`` is None when there is none.

    It is a ``piece`` when it may be the rest of a long row and holds nothing.
    """

    layout: str
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


class RowReader:
    """Reads all sheets that can be read back, comparing a batch of rows at a time."""

    def __init__(self, file: ProjectFile, names: Names, progress: Progress | None) -> None:
        self._file = file
        self._names = names
        self._progress = progress
        self._seen: defaultdict[str, set[str]] = defaultdict(set)
        # Entries first: others name them.
        self.found = ChangedRows({"entity": [], **{kind: [] for kind in CORRECTED}})

    def read(self, book: Workbook) -> ChangedRows:
        """All rows that differ.

        Raises:
            RefusedInput: it is damaged.
            Cancelled: the progress callback returned False.
        """
        known = layouts(ProjectSource(self._file))
        for sheet in book.sheets:
            layout = layout_of(sheet, known)
            if layout is None:
                continue
            found = table(book, sheet, KEY, layout.known)
            if found is None:
                self.found.warnings.append(Message(_NO_HEADER, {"sheet": sheet}))
                continue
            self.found.tables += 1
            if found.doubled:
                names = ", ".join(found.doubled)
                self.found.warnings.append(Message(_DOUBLED, {"sheet": sheet, "names": names}))
            self._read_table(found, layout)
        return self.found

    def changes(self, cells: Mapping[str, Cells], record: Record) -> Iterator[Found]:
        """What the cells of a row say otherwise than the export would of a record."""
        fields = corrected_fields(self._file.reads.schema, kind_of(record), type_of(record))
        return changed_fields(fields, cells, values_of(record), self._names)

    def _read_table(self, found: Table, layout: Layout) -> None:
        some: list[Row] = []
        for row in rows(found, layout):
            some.append(row)
            if len(some) == _AT_ONCE:
                self._compare(some, found, layout)
                some = []
        self._compare(some, found, layout)

    def _compare(self, some: Sequence[Row], found: Table, layout: Layout) -> None:
        ids = sorted({row.record_id for row in some} - {""})
        records = read_records(self._file.reads, layout.kind, ids)
        for row in some:
            if not row.record_id:
                self.found.without_id += not row.empty
                continue
            self.found.rows += 1
            if row.record_id in self._seen[layout.sheet]:
                self.found.copies[layout.sheet, row.record_id] += 1
            self._seen[layout.sheet].add(row.record_id)
            record = records.get(row.record_id)
            if record is not None and not any(True for _ in self.changes(row.cells, record)):
                continue
            piece = row.empty and not has_parts(found)
            place = RowPlace(found.sheet, row.number)
            self.found.candidates[layout.kind].append(
                Candidate(layout.sheet, place, row.record_id, record, row.cells, piece)
            )
        if self._progress is not None and not self._progress(self.found.rows, 0):
            raise Cancelled
