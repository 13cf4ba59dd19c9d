"""The workbook around the tables: openpyxl makes everything but the rows and the links."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO

from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from desktop.exporters.cells import column_letters
from desktop.exporters.job import APPLICATION, ExportJob
from desktop.exporters.lookup import Lookup
from desktop.exporters.row_stream import CellStyle, RowStream
from desktop.exporters.sheets import ENTITIES, Table
from desktop.exporters.summary import Block
from desktop.exporters.xlsx.layout import lay_out
from desktop.exporters.xlsx.links import Links
from desktop.exporters.xlsx.lists import LISTS, Lists
from desktop.exporters.xlsx.styles import Styles, run_looks
from desktop.exporters.xlsx.summary_sheet import NAME as SUMMARY
from desktop.exporters.xlsx.summary_sheet import Content, SummarySheet
from desktop.exporters.xlsx.table_sheets import HEADER_ROWS, Spool, TableSheets
from desktop.model.interchange import WORKBOOK_PROJECT, WORKBOOK_REVISION, WORKBOOK_SCHEMA

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_BEHIND_LINKS = re.compile(rb"<(?:printOptions|pageMargins)\b")
_END = b"</worksheet>"

_FOREIGN = b"<Application>Microsoft Excel</Application>"
_OWN = b"<Application>Mitjul</Application>"
"""Who made the file: openpyxl writes it in Excel's name."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first sheet says."""

    tiles: Sequence[tuple[str, int]]
    blocks: Sequence[Block]
    caption: str


class Book:
    """One workbook. Its temporary files live as long as ``files``."""

    def __init__(self, job: ExportJob, lookup: Lookup, files: ExitStack) -> None:
        self._job = job
        self._lookup = lookup
        self._files = files
        self._workbook = Workbook()
        first = self._workbook.active
        assert isinstance(first, Worksheet)
        self._styles = Styles(self._workbook)
        self._looks = run_looks(lookup.schema)
        self._lists = Lists(job.language)
        self._spools: dict[Worksheet, Spool] = {}
        self.tables: list[TableSheets] = []
        self._workbook.remove(first)

    def table(self, table: Table[Any]) -> TableSheets:
        """A further table; tables stand in the order in which they were asked for."""
        made = TableSheets(table, self._styles, self._looks, self._job.language, self._file)
        self.tables.append(made)
        return made

    def save(self, out: BinaryIO, summary: Summary, last_change: str) -> None:
        """Write the workbook with all rows."""
        front = self._workbook.create_sheet(SUMMARY)
        self._lists.keep_entries(next(t for t in self.tables if t.name == ENTITIES).first_column)
        for table in self.tables:
            title = self._lookup.said(table.names)
            for name, spool in zip(table.sheet_names, table.spools, strict=True):
                sheet = self._workbook.create_sheet(name)
                lay_out(sheet, table.columns, spool.rows.next - 1, self._lists, title)
                self._spools[sheet] = spool
        self._fill_summary(front, summary)
        self._add_lists()
        properties = self._workbook.properties
        properties.creator = APPLICATION
        properties.created = _utc(self._job.source.created_at)
        properties.modified = _utc(last_change or self._job.source.created_at)
        known_by = self._workbook.custom_doc_props  # type: ignore[attr-defined]  # not in the stubs
        for name, value in _identity(self._job):
            known_by.append(StringProperty(name=name, value=value))
        shell = io.BytesIO()
        # Not Workbook.save(), which writes the time of the clock into the file.
        ExcelWriter(self._workbook, zipfile.ZipFile(shell, "w")).save()
        parts = {sheet.path.lstrip("/"): spool for sheet, spool in self._spools.items()}
        _assemble(shell, parts, out, self._job)

    def _file(self) -> BinaryIO:
        """A file in the target's folder: article text goes nowhere else, not even for a moment."""
        return self._files.enter_context(
            tempfile.TemporaryFile(dir=self._job.folder, prefix=".mitjul-")
        )

    def _spool(self, columns: int, style: str) -> Spool:
        """The rows of a sheet that is no table."""
        file = self._file()
        number = self._styles.number[style]
        styles = [CellStyle(number, number, number)] * columns
        rows = RowStream(file, styles, 1, self._looks)
        return Spool(file, rows, Links(self._file()), column_letters(max(columns, 1)))

    def _fill_summary(self, sheet: Worksheet, summary: Summary) -> None:
        contents = [
            Content(
                table.name,
                table.names,
                sum(spool.rows.next - 1 - HEADER_ROWS for spool in table.spools),
            )
            for table in self.tables
        ]
        made = SummarySheet(sheet, self._styles.number, self._lookup)
        made.fill(summary.tiles, summary.blocks, contents, summary.caption)
        spool = self._spool(max(column for _, column in made.cells), "name")
        made.write(spool.rows, spool.links)
        self._spools[sheet] = spool

    def _add_lists(self) -> None:
        if not self._lists.width:
            return
        sheet = self._workbook.create_sheet(LISTS)
        sheet.sheet_state = "hidden"
        spool = self._spool(self._lists.width, "name")
        for row in self._lists.rows():
            spool.rows.write(row)
        self._spools[sheet] = spool


def _identity(job: ExportJob) -> Iterator[tuple[str, str]]:
    """What a workbook that is read back is known by, also when its first sheet is gone."""
    schema = job.source.schema
    yield WORKBOOK_PROJECT, job.source.project_id
    yield WORKBOOK_REVISION, job.source.revision
    yield WORKBOOK_SCHEMA, f"{schema.schema_id} {schema.schema_version}"


def _utc(timestamp: str) -> datetime:
    return datetime.fromisoformat(timestamp).astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _assemble(shell: io.BytesIO, parts: dict[str, Spool], out: BinaryIO, job: ExportJob) -> None:
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
                target.writestr(info, content.replace(_FOREIGN, _OWN))
                continue
            before, between, behind = _around(content, spool)
            size = spool.file.tell() + spool.links.out.tell()
            with target.open(info, "w", force_zip64=size > zipfile.ZIP64_LIMIT // 2) as part:
                part.write(before)
                for chunk in _chunks(spool.file):
                    part.write(chunk)
                    copied += len(chunk)
                    job.meter.reach(begun + steps * copied // total)
                part.write(between)
                for chunk in _chunks(spool.links.out):
                    part.write(chunk)
                part.write(behind)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _around(content: bytes, spool: Spool) -> tuple[bytes, bytes, bytes]:
    """What stands before, between and behind the rows and the links of a sheet."""
    spool.links.finish()
    cells = f"A1:{spool.last_column}{max(spool.rows.next - 1, 1)}"
    size = f'<dimension ref="{cells}"/>'.encode()
    head, *rest = _NO_ROWS.split(_DIMENSION.sub(size, content))
    links = _BEHIND_LINKS.search(rest[0]) if len(rest) == 1 else None
    if links is None or size not in head:
        raise AssertionError("openpyxl writes its sheets in another way")
    between, behind = rest[0][: links.start()], rest[0][links.start() :]
    # numbers that are text on purpose need no warning
    quiet = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'
    place = behind.find(b"<drawing")
    place = place if place >= 0 else behind.index(_END)
    behind = behind[:place] + quiet.encode() + behind[place:]
    if spool.links.count:
        between, behind = between + b"<hyperlinks>", b"</hyperlinks>" + behind
    return head + b"<sheetData>", b"</sheetData>" + between, behind
