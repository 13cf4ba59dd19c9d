"""The sheets of an XLSX file, row by row; nothing of it is computed or loaded."""

from __future__ import annotations

import re
from collections.abc import Container, Generator, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.archive import Archive, opened
from desktop.importers.context import UNHARMED
from desktop.importers.workbook_cells import MAIN, Cells, CellValue, date_styles, in_words, runs
from desktop.importers.xml_stream import elements
from desktop.importers.xml_tree import MOST_ELEMENTS, TOO_MANY, parse_xml

SHEET_LIMIT = 2_000_000_000
"""Most bytes that a sheet may unpack to; its rows are read one by one."""

_TEXT_LIMIT = 200_000_000
"""The same where all rows are held."""

_LIMIT = 20_000_000
_STRINGS_LIMIT = 300_000_000
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_PROPERTIES = "docProps/custom.xml"
_COLUMN = re.compile(r"([A-Z]{1,3})\d{1,7}")
_MOST_COLUMNS = 500
_MOST_SHEETS = 1_000
_FIRST_ROWS = 200
_NO_BOOK = QT_TRANSLATE_NOOP("errors", "It is no workbook (XLSX).")

Row = dict[int, CellValue]
"""What stands in which column, from 0; empty cells are absent."""


class Workbook:
    """A workbook that is open; made by :func:`opened_workbook`."""

    def __init__(self, archive: Archive) -> None:
        if _BOOK not in archive or _LINKS not in archive:
            raise RefusedInput(_NO_BOOK, UNHARMED)
        self._archive = archive
        self._book = parse_xml(archive.read(_BOOK, _LIMIT))
        links = {
            link.get("Id"): link.get("Target", "")
            for link in parse_xml(archive.read(_LINKS, _LIMIT))
        }
        self._columns: dict[str, int] = {}
        self._parts: dict[str, str] = {}  # charts have none
        for sheet in self._book.findall(f"{MAIN}sheets/{MAIN}sheet")[:_MOST_SHEETS]:
            target = links.get(sheet.get(_RELATION_ID)) or ""
            part = target[1:] if target.startswith("/") else f"xl/{target}"
            if part in archive and "chartsheet" not in part:
                self._parts.setdefault(sheet.get("name", ""), part)
        if not self._parts:
            raise RefusedInput(_NO_BOOK, UNHARMED)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets in their order, hidden ones too."""
        return tuple(self._parts)

    @cached_property
    def properties(self) -> dict[str, str]:
        """What the file says of itself beside its sheets (its custom properties)."""
        if _PROPERTIES not in self._archive:
            return {}
        root = parse_xml(self._archive.read(_PROPERTIES, _LIMIT))
        return {
            found.get("name", ""): "".join(found.itertext()).strip()
            for found in root.iter(_PROPERTY)
        }

    def rows(self, name: str) -> list[list[str]]:
        """The rows of a sheet as text, each from its first column on."""
        return self._text_rows(name, None)

    def first_rows(self, name: str) -> list[list[str]]:
        """How a sheet begins."""
        return self._text_rows(name, _FIRST_ROWS)

    def numbered_rows(
        self, name: str, limit: int = SHEET_LIMIT, only: Container[int] = range(_MOST_COLUMNS)
    ) -> Generator[tuple[int, Row]]:
        """The rows of a sheet with their numbers, from 1; rows without any cell may be absent.

        Cells of columns that are not among ``only`` are passed over. To be closed by whoever does
        not take all.
        """
        number = 0
        with closing(self._archive.chunks(self._parts[name], limit)) as chunks:
            for row in elements(chunks, f"{MAIN}row", f"{MAIN}sheetData"):
                given = row.get("r", "")
                number = int(given) if given.isdecimal() and len(given) < 9 else number + 1
                yield number, self._row(row, only)

    def _text_rows(self, name: str, most: int | None) -> list[list[str]]:
        made: list[list[str]] = []
        count = 0
        with closing(self.numbered_rows(name, _TEXT_LIMIT)) as found:
            for _, row in islice(found, most):
                made.append([in_words(row.get(at)) for at in range(max(row, default=-1) + 1)])
                count += len(made[-1])
                if count > MOST_ELEMENTS:
                    raise RefusedInput(TOO_MANY, UNHARMED)
        return made

    def _row(self, row: Element, only: Container[int]) -> Row:
        cells: Row = {}
        at = -1
        for cell in row.iterfind(f"{MAIN}c"):
            at = self._column(cell.get("r", ""), at + 1)
            value = self._cells.value(cell) if at in only else None
            if value is not None:
                cells[at] = value
        return cells

    @cached_property
    def _cells(self) -> Cells:
        strings: list[str] = []
        if _STRINGS in self._archive:
            with closing(self._archive.chunks(_STRINGS, _STRINGS_LIMIT)) as chunks:
                strings += map(runs, elements(chunks, f"{MAIN}si"))
        dates: frozenset[str] = frozenset()
        if _STYLES in self._archive:
            dates = date_styles(parse_xml(self._archive.read(_STYLES, _LIMIT)))
        settings = self._book.find(f"{MAIN}workbookPr")
        from_1904 = settings is not None and settings.get("date1904") in ("1", "true")
        return Cells(strings, dates, from_1904=from_1904)

    def _column(self, reference: str, following: int) -> int:
        """The column's number from 0; cells without a reference follow each other."""
        match = _COLUMN.fullmatch(reference)
        if match is None:
            return following
        letters = match[1]
        if letters not in self._columns:
            number = 0
            for letter in letters:
                number = number * 26 + ord(letter) - ord("A") + 1
            self._columns[letters] = number - 1
        return self._columns[letters]


@contextmanager
def opened_workbook(path: Path) -> Iterator[Workbook]:
    """Open a workbook.

    Raises:
        RefusedInput: it is none.
    """
    with opened(path) as archive:
        yield Workbook(archive)
