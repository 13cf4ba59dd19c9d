"""The sheets of an XLSX file as rows of text; nothing of it is computed or loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.archive import Archive
from desktop.importers.context import UNHARMED
from desktop.importers.xml_tree import parse_xml

LIMIT = 200_000_000
"""Most bytes that one part of the workbook may unpack to."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_COLUMN = re.compile(r"([A-Z]{1,3})\d{1,7}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_COLUMNS = 500
_MOST_SHEETS = 200
_NO_BOOK = QT_TRANSLATE_NOOP("errors", "It is no workbook (XLSX).")


class Workbook:
    """The sheets of a workbook that is open, and their rows."""

    def __init__(self, archive: Archive) -> None:
        """Look for its sheets.

        Raises:
            RefusedInput: it is no workbook.
        """
        self._archive = archive
        self._sheets = dict(_sheets(archive))
        if not self._sheets:
            raise RefusedInput(_NO_BOOK, UNHARMED)
        self._strings = _strings(archive) if _STRINGS in archive else []

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets, in their order."""
        return tuple(self._sheets)

    def rows(self, sheet: str) -> list[list[str]]:
        """The rows of a sheet, each from its first column on."""
        return self._rows(parse_xml(self._archive.read(self._sheets[sheet], LIMIT)))

    def first_rows(self, sheet: str) -> list[list[str]]:
        """How a sheet begins; of a large one the last row may be cut short."""
        chunks = self._archive.chunks(self._sheets[sheet], LIMIT)
        return self._rows(parse_xml(next(chunks, b""), cut=True))

    def _rows(self, sheet: Element) -> list[list[str]]:
        found: list[list[str]] = []
        for row in sheet.iter(f"{_MAIN}row"):
            cells: list[str] = []
            for cell in row.iter(f"{_MAIN}c"):
                at = _column(cell.get("r", ""), len(cells))
                if at >= _MOST_COLUMNS:
                    continue
                cells += [""] * (at + 1 - len(cells))
                cells[at] = _words(cell, self._strings)
            found.append(cells)
        return found


def _sheets(archive: Archive) -> Iterator[tuple[str, str]]:
    """The name of each sheet and of the part that holds it; charts have none."""
    if _BOOK not in archive or _LINKS not in archive:
        return
    links = {
        link.get("Id"): link.get("Target", "") for link in parse_xml(archive.read(_LINKS, LIMIT))
    }
    for sheet in islice(parse_xml(archive.read(_BOOK, LIMIT)).iter(f"{_MAIN}sheet"), _MOST_SHEETS):
        target = links.get(sheet.get(_RELATION_ID)) or ""
        part = target[1:] if target.startswith("/") else f"xl/{target}"
        if part in archive and "chartsheet" not in part:
            yield sheet.get("name", ""), part


def _strings(archive: Archive) -> list[str]:
    return [_runs(item) for item in parse_xml(archive.read(_STRINGS, LIMIT)).iter(f"{_MAIN}si")]


def _runs(item: Element) -> str:
    """The text of a string and its runs; readings of Hanja (phonetic runs) are left out."""
    parts = [item, *item.findall(f"{_MAIN}r")]
    return _unescaped("".join(part.findtext(f"{_MAIN}t", "") for part in parts))


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), words) if "_x" in words else words


def _words(cell: Element, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inside = cell.find(f"{_MAIN}is")
        return _runs(inside) if inside is not None else ""
    value = cell.findtext(f"{_MAIN}v", "")
    if kind == "s":
        known = value.isdecimal() and len(value) < 10 and int(value) < len(strings)
        return strings[int(value)] if known else ""
    return "" if kind == "e" else _unescaped(value)


def _column(reference: str, following: int) -> int:
    """The column's number from 0; cells without a reference follow each other."""
    match = _COLUMN.fullmatch(reference)
    if match is None:
        return following
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
