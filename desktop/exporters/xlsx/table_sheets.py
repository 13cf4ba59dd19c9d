"""A table in the workbook: as many sheets as its rows need, each with the same columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from desktop.exporters.cells import TEXT_LIMIT, Cell, column_letters, pieces
from desktop.exporters.columns import Column, Target
from desktop.exporters.lookup import Language
from desktop.exporters.row_stream import RowStream
from desktop.exporters.sheets import PART, Row, Table
from desktop.exporters.xlsx.links import Links
from desktop.exporters.xlsx.styles import Styles

ROW_LIMIT = 1_048_576
"""Rows of a sheet, with the two header rows; further rows go to a further sheet."""

HEADER_ROWS = 2
EDIT_MARK = " ✎"
_CHECKED_EVERY = 1_000
_HEADER_HEIGHT = 30
"""Two lines, in points."""

Counted = tuple[Row, int]

Places = Mapping[Target, str]
"""Where the rows are that links lead to."""


@dataclass(slots=True)
class Spool:
    """The rows and the links of one sheet, as XML in temporary files that nobody else sees."""

    file: BinaryIO
    rows: RowStream
    links: Links
    last_column: str


class TableSheets:
    """The sheets of one table. ``file`` makes a temporary file."""

    def __init__(
        self,
        table: Table[Any],
        styles: Styles,
        looks: Mapping[str, str],
        language: Language,
        file: Callable[[], BinaryIO],
    ) -> None:
        part: Column[Any] = Column(
            PART, "나눈 행", "Part", 8, lambda _: None, "number", detail=True
        )
        self.name = table.name
        self.names = table.names
        self.columns = (*table.columns, part)
        self._styles = styles
        self._looks = looks
        self._language: Language = language
        self._file = file
        self.spools = [self._new_spool()]

    @property
    def sheet_names(self) -> list[str]:
        """The names of the sheets so far."""
        return [sheet_name(self.name, number) for number in range(1, len(self.spools) + 1)]

    @property
    def first_column(self) -> str:
        """The cells of the first column of the first sheet."""
        last = max(self.spools[0].rows.next - 1, HEADER_ROWS + 1)
        return f"{self.name}!$A${HEADER_ROWS + 1}:$A${last}"

    @property
    def refused_links(self) -> int:
        """Cells whose link found no room."""
        return sum(spool.links.refused for spool in self.spools)

    def places(self, rows: Iterable[Counted]) -> Iterator[tuple[Target, str]]:
        """Where the rows that can be linked to will be, if they are what is written next."""
        sheet, number = len(self.spools), self.spools[-1].rows.next
        for row, count in rows:
            for part in range(count):
                if number > ROW_LIMIT:
                    sheet, number = sheet + 1, HEADER_ROWS + 1
                if part == 0 and row.key is not None:
                    yield Target(self.name, row.key), f"'{sheet_name(self.name, sheet)}'!A{number}"
                number += 1

    def write(self, rows: Iterable[Counted], places: Places, checked: Callable[[], None]) -> None:
        """Add rows; ``checked`` is called now and then, and may raise."""
        for number, (row, count) in enumerate(rows):
            if number % _CHECKED_EVERY == 0:
                checked()
            if count == 1:
                self._write([*row.cells, None], row, places)
            else:
                self._write_in_parts(row, count, places)

    def _write_in_parts(self, row: Row, count: int, places: Places) -> None:
        cells: list[list[Cell]] = [
            [*pieces(value)] if isinstance(value, str) else [value] for value in row.cells
        ]
        for part in range(count):
            made: list[Cell] = []
            for column, found in zip(self.columns, cells, strict=False):
                repeated = found[0] if column.key else None
                made.append(found[part] if part < len(found) else repeated)
            self._write([*made, part + 1], row if part == 0 else None, places)

    def _write(self, cells: list[Cell], row: Row | None, places: Places) -> None:
        if self.spools[-1].rows.next > ROW_LIMIT:
            self.spools.append(self._new_spool())
        spool = self.spools[-1]
        linked: set[int] = set()
        for place, target in row.links if row is not None else ():
            location = places.get(target)
            empty = cells[place] is None or cells[place] == ""
            if location is None or empty:
                continue
            if spool.links.add(place + 1, spool.rows.next, location):
                linked.add(place)
        spool.rows.write(cells, linked)

    def _new_spool(self) -> Spool:
        file = self._file()
        styles = [self._styles.of_column(column) for column in self.columns]
        rows = RowStream(file, styles, 1, self._looks)
        self._write_header(rows)
        return Spool(file, rows, Links(self._file()), column_letters(len(self.columns)))

    def _write_header(self, rows: RowStream) -> None:
        number = self._styles.number
        heads: list[tuple[int, Cell, int]] = []
        fields: list[tuple[int, Cell, int]] = []
        for place, column in enumerate(self.columns, 1):
            header = column.header(self._language)
            if column.editable:
                heads.append((place, header + EDIT_MARK, number["header to edit"]))
                fields.append((place, column.name, number["field to edit"]))
            else:
                look = "header of details" if column.detail else "header"
                heads.append((place, header, number[look]))
                fields.append((place, column.name, number["field"]))
        rows.write_styled(heads, _HEADER_HEIGHT)
        rows.write_styled(fields)


def sheet_name(name: str, number: int) -> str:
    """The name of the sheet in which a table goes on."""
    return name if number == 1 else f"{name} {number}"


def counted(rows: Iterable[Row]) -> Iterator[Counted]:
    """Rows with how many of them a sheet needs for each."""
    for row in rows:
        texts = [value for value in row.cells if isinstance(value, str)]
        short = sum(map(len, texts)) <= TEXT_LIMIT // 2
        yield row, 1 if short else max(len(pieces(text)) for text in texts)
