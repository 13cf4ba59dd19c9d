"""A project as an Excel workbook.

openpyxl makes the workbook, its styles and its header rows; the rows below are streamed into the
sheets as XML (:mod:`desktop.exporters.cells`), which takes flat memory and a fraction of the time
that openpyxl's own writer needs for every cell. The same project gives the same bytes.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import openpyxl
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from desktop.exporters.cells import TEXT_LIMIT, Cell, RowStream, column_letters, pieces
from desktop.exporters.columns import ENTITIES, Column
from desktop.exporters.document_view import DocumentView
from desktop.exporters.job import APPLICATION, ExportJob
from desktop.exporters.readme import README, ReadmeFacts, readme_rows
from desktop.exporters.rows import Lookup
from desktop.exporters.sheets import sheets

ROW_LIMIT = 1_048_576
"""Rows of a sheet, with the two header rows; further rows go to a further sheet."""

_HEADER_ROWS = 2
_FONT = "맑은 고딕"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_DATA_END = b"</sheetData>"
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def write_xlsx(job: ExportJob, out: BinaryIO) -> None:
    """Write the workbook, holding one document at a time."""
    lookup = Lookup(job.source)
    with ExitStack() as files:
        book = _Book(job.folder, files)
        readme = book.table("README", README)
        tables = [(sheet, book.table(sheet.name, sheet.columns)) for sheet in sheets(lookup)]
        entities = book.table("entities", ENTITIES)
        facts = ReadmeFacts()
        for document, with_text in job.chosen_documents():
            facts.take(document)
            view = DocumentView(document, with_text=with_text)
            for sheet, table in tables:
                table.extend(sheet.cells(view))
                job.meter.advance()
        entities.extend([c.value(entity) for c in ENTITIES] for entity in job.source.entities)
        readme.extend(readme_rows(job, facts))
        book.save(out, job, facts.last_change)


def read_rows(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet of such a workbook, by field name; rows of further sheets follow."""
    workbook = openpyxl.load_workbook(path, read_only=True)
    try:
        found: list[dict[str, Any]] = []
        number = 1
        while (name := _sheet_name(sheet, number)) in workbook.sheetnames:
            rows = workbook[name].iter_rows(values_only=True)
            next(rows)
            names = [str(value) for value in next(rows)]
            found += [dict(zip(names, map(_unescaped, row), strict=True)) for row in rows]
            number += 1
        return found
    finally:
        workbook.close()


def _sheet_name(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"


def _unescaped(value: Any) -> Any:
    return _ESCAPED.sub("_", value) if isinstance(value, str) else value


@dataclass(slots=True)
class _Spool:
    """The rows of one sheet, as XML in a temporary file that nobody else sees."""

    file: BinaryIO
    rows: RowStream
    last_column: str


class _Table:
    """One table: as many sheets as its rows need, each with the same columns."""

    def __init__(
        self, name: str, columns: Sequence[Column[Any]], styles: dict[str, int], book: _Book
    ) -> None:
        self.name = name
        self.columns = (*columns, Column("part", "나눈 행", 8, _no_value, "number"))
        self._styles = [styles[column.kind] for column in self.columns]
        self._last = column_letters(len(self.columns))
        self._book = book
        self.spools = [self._new_spool()]

    def extend(self, rows: Iterable[list[Cell]]) -> None:
        """Add rows, without the value of ``part``."""
        for row in rows:
            if any(isinstance(value, str) and len(value) > TEXT_LIMIT // 2 for value in row):
                self._write_in_parts(row)
            else:
                self._write([*row, None])

    def _write_in_parts(self, row: list[Cell]) -> None:
        cells = [pieces(value) if isinstance(value, str) else [value] for value in row]
        count = max(map(len, cells))
        for part in range(count):
            made: list[Cell] = []
            for column, found in zip(self.columns, cells, strict=False):
                repeated = found[0] if column.key else None
                made.append(found[part] if part < len(found) else repeated)
            self._write([*made, part + 1 if count > 1 else None])

    def _write(self, row: list[Cell]) -> None:
        if self.spools[-1].rows.next > ROW_LIMIT:
            self.spools.append(self._new_spool())
        self.spools[-1].rows.write(row)

    def _new_spool(self) -> _Spool:
        file = self._book.temporary_file()
        return _Spool(file, RowStream(file, self._styles, _HEADER_ROWS + 1), self._last)


class _Book:
    """The workbook around the tables. Its temporary files live as long as ``files``."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self._folder = folder
        self._files = files
        self._workbook = Workbook()
        self._tables: list[_Table] = []
        first = self._workbook.active
        assert isinstance(first, Worksheet)
        self._styles = {kind: _style(first, kind) for kind in ("text", "long", "number")}
        self._workbook.remove(first)

    def temporary_file(self) -> BinaryIO:
        """A file in the target's folder: article text goes nowhere else, not even for a moment."""
        return self._files.enter_context(
            tempfile.TemporaryFile(dir=self._folder, prefix=".mitjul-")
        )

    def table(self, name: str, columns: Sequence[Column[Any]]) -> _Table:
        """A further table; tables stand in the order in which they were asked for."""
        self._tables.append(_Table(name, columns, self._styles, self))
        return self._tables[-1]

    def save(self, out: BinaryIO, job: ExportJob, last_change: str) -> None:
        """Write the workbook with all rows."""
        spools: dict[Worksheet, _Spool] = {}
        for table in self._tables:
            for number, spool in enumerate(table.spools, 1):
                sheet = self._workbook.create_sheet(_sheet_name(table.name, number))
                _write_header(sheet, table.columns, spool.rows.next - 1)
                spools[sheet] = spool
        properties = self._workbook.properties
        properties.creator = APPLICATION
        properties.created = _utc(job.source.created_at)
        properties.modified = _utc(last_change or job.source.created_at)
        known_by = self._workbook.custom_doc_props  # type: ignore[attr-defined]  # not in the stubs
        for name, value in _identity(job):
            known_by.append(StringProperty(name=name, value=value))
        shell = io.BytesIO()
        # Not Workbook.save(), which writes the time of the clock into the file.
        ExcelWriter(self._workbook, zipfile.ZipFile(shell, "w")).save()
        parts = {sheet.path.lstrip("/"): spool for sheet, spool in spools.items()}
        _assemble(shell, parts, out, job)


def _identity(job: ExportJob) -> Iterator[tuple[str, str]]:
    """What a workbook that is read back is known by, also when its first sheet is gone."""
    schema = job.source.schema
    yield "mitjul.project", job.source.project_id
    yield "mitjul.revision", job.source.revision
    yield "mitjul.schema", f"{schema.schema_id} {schema.schema_version}"


def _no_value(row: object) -> Cell:
    del row
    return None


def _style(sheet: Worksheet, kind: str) -> int:
    """The number of the style of a kind of column, from now on part of the workbook."""
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name=_FONT, size=10)
    cell.alignment = Alignment(vertical="top", wrap_text=kind == "long")
    # Text that is edited in Excel stays text, also when it begins with "=".
    cell.quotePrefix = kind != "number"
    return int(cell.style_id)


def _write_header(sheet: Worksheet, columns: Sequence[Column[Any]], last_row: int) -> None:
    fill = PatternFill("solid", fgColor="E9EEF6")
    for number, column in enumerate(columns, 1):
        korean = sheet.cell(1, number, column.korean)
        name = sheet.cell(2, number, column.name)
        korean.font = Font(name=_FONT, size=10, bold=True)
        name.font = Font(name=_FONT, size=9, color="606060")
        korean.fill = name.fill = fill
        sheet.column_dimensions[column_letters(number)].width = column.width
    sheet.freeze_panes = f"A{_HEADER_ROWS + 1}"
    sheet.auto_filter.ref = f"A{_HEADER_ROWS}:{column_letters(len(columns))}{last_row}"


def _utc(timestamp: str) -> datetime:
    return datetime.fromisoformat(timestamp).astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _assemble(shell: io.BytesIO, parts: dict[str, _Spool], out: BinaryIO, job: ExportJob) -> None:
    """Copy the workbook with the rows put into its sheets, all dates fixed."""
    total = sum(spool.file.tell() for spool in parts.values()) or 1
    begun, steps, copied = job.meter.done, job.meter.total - job.meter.done, 0
    with zipfile.ZipFile(shell) as made, zipfile.ZipFile(out, "w") as target:
        for name in made.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            content = made.read(name)
            spool = parts.get(name)
            if spool is None:
                target.writestr(info, content)
                continue
            head, tail = _around_rows(content, spool)
            size = spool.file.tell()
            spool.file.seek(0)
            with target.open(info, "w", force_zip64=size > zipfile.ZIP64_LIMIT // 2) as part:
                part.write(head)
                while chunk := spool.file.read(_CHUNK):
                    part.write(chunk)
                    copied += len(chunk)
                    job.meter.reach(begun + steps * copied // total)
                part.write(tail)


def _around_rows(content: bytes, spool: _Spool) -> tuple[bytes, bytes]:
    """What stands before and after the rows, with the sheet's true size in it."""
    size = f'<dimension ref="A1:{spool.last_column}{spool.rows.next - 1}"/>'
    head, end, tail = _DIMENSION.sub(size.encode(), content).partition(_DATA_END)
    if size.encode() not in head or not end:
        raise AssertionError("openpyxl writes its sheets in another way")
    return head, end + tail
