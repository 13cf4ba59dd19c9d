"""The first sheet: the summary's numbers as constants, a chart beside each table, the contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exporters.cells import Cell, Rich, column_letters
from desktop.exporters.highlight import OWN
from desktop.exporters.lookup import Lookup
from desktop.exporters.row_stream import RowStream
from desktop.exporters.summary import Block
from desktop.exporters.xlsx.charts import draw
from desktop.exporters.xlsx.layout import print_on_a4
from desktop.exporters.xlsx.links import Links
from desktop.model.schema import Names

NAME = "summary"
TITLE = Names(en="Summary", ko="요약")

_CHART_COLUMNS = 5
_WIDTHS = (
    *(2.0, 26.0, 9.0, 8.0, *[14.0] * _CHART_COLUMNS),
    *(3.0, 26.0, 9.0, 8.0, *[14.0] * _CHART_COLUMNS),
)
_TILES = ((2, 2), (3, 4), (5, 6), (7, 8), (11, 11), (12, 13))
"""First and last column of each tile."""

_FIRST, _STRIDE = 7, 16
_LEFT, _RIGHT, _CHART = 2, 11, 3
"""Columns of the tables, and how many columns further the chart stands."""

_ROW, _TALL = 18.0, 30.0


class Content(NamedTuple):
    """A table of the workbook: its first sheet, what it is, how many rows it has."""

    sheet: str
    names: Names
    rows: int


@dataclass
class SummarySheet:
    """Cells by (row, column), written in order at the end."""

    sheet: Worksheet
    styles: dict[str, int]
    lookup: Lookup
    cells: dict[tuple[int, int], tuple[Cell, int]] = field(default_factory=dict)
    locations: dict[tuple[int, int], str] = field(default_factory=dict)

    def fill(
        self,
        tiles: Sequence[tuple[str, int]],
        blocks: Sequence[Block],
        contents: Sequence[Content],
        caption: str,
    ) -> None:
        """Lay everything out."""
        self._put(1, _LEFT, self.lookup.said(TITLE), "title")
        self._put(2, _LEFT, caption, "caption")
        for (first, last), (name, count) in zip(_TILES, tiles, strict=False):
            for column in range(first, last + 1):
                self._put(4, column, name if column == first else None, "tile")
                self._put(5, column, count if column == first else None, "tile number")
            if first != last:
                for row in (4, 5):
                    self.sheet.merged_cells.add(
                        CellRange(min_row=row, max_row=row, min_col=first, max_col=last)
                    )
        for number, block in enumerate(blocks):
            self._put_block(block, *_slot(number))
        row, column = _slot(len(blocks))
        self._put_legend(self._put_contents(contents, row, column), column)
        for number, width in enumerate(_WIDTHS, 1):
            self.sheet.column_dimensions[column_letters(number)].width = width
        self.sheet.sheet_view.showGridLines = False
        print_on_a4(self.sheet, self.lookup.said(TITLE))
        self.sheet.print_options.horizontalCentered = True
        self.sheet.page_setup.fitToHeight = 1

    def write(self, rows: RowStream, links: Links) -> None:
        """Write the cells; the row stream begins with row 1."""
        last = max(row for row, _ in self.cells)
        for row in range(1, last + 1):
            columns = range(1, len(_WIDTHS) + 1)
            made = [(c, *self.cells[row, c]) for c in columns if (row, c) in self.cells]
            rows.write_styled(made, _TALL if row in (1, 5) else _ROW)
        for (row, column), location in self.locations.items():
            links.add(column, row, location)

    def _put(self, row: int, column: int, value: Cell, look: str) -> None:
        self.cells[row, column] = (value, self.styles[look])

    def _put_head(self, title: str, row: int, column: int, *heads: Names) -> None:
        for place in range(_CHART + _CHART_COLUMNS):
            self._put(row, column + place, title if place == 0 else None, "block")
        for place, head in enumerate(heads):
            look = "block head, right" if place else "block head"
            self._put(row + 1, column + place, self.lookup.said(head), look)

    def _put_block(self, block: Block, row: int, column: int) -> None:
        self._put_head(
            block.title,
            row,
            column,
            Names(en="", ko=""),
            Names(en="Count", ko="수"),
            Names(en="Share", ko="비율"),
        )
        total = sum(count.number for count in block.counts)
        first = row + 2
        for place, count in enumerate(block.counts):
            self._put(first + place, column, count.name, "name")
            self._put(first + place, column + 1, count.number, "count")
            share = count.number / total if total else 0
            self._put(first + place, column + 2, round(share, 6), "share")
        if total:
            anchor = f"{column_letters(column + _CHART)}{row + 1}"
            draw(self.sheet, block, first, column, anchor)
        elif not block.counts:
            none = Names(en="none", ko="없음")
            self._put(first, column, self.lookup.said(none), "caption")

    def _put_contents(self, contents: Sequence[Content], row: int, column: int) -> int:
        """The sheets with their rows; returns the row behind them."""
        said = self.lookup.said
        title = said(Names(en="What is in this workbook", ko="이 통합 문서의 시트"))
        self._put_head(title, row, column, Names(en="", ko=""), Names(en="Rows", ko="행"))
        row += 2
        for content in contents:
            self._put(row, column, said(content.names), "name with link")
            self._put(row, column + 1, content.rows, "count")
            self._put(row, column + 3, content.sheet, "caption")
            self.locations[row, column] = f"'{content.sheet}'!A1"
            row += 1
        return row

    def _put_legend(self, row: int, column: int) -> None:
        said = self.lookup.said
        for label in self.lookup.schema.labels:
            own = (said(label.names), label.name + OWN)
            others = Names(en=" in a sentence of its own, ", ko=" 자기 문장 안에서, ")
            other = Names(en="in another's", ko="다른 것의 문장 안에서")
            words = Rich((own, (said(others), ""), (said(other), label.name)))
            self.cells[row, column] = (words, self.styles["name"])
            row += 1
        correct = Names(
            en="✎ Cells like this may be corrected; all others are only read.",
            ko="✎ 이런 칸은 고쳐도 됩니다. 나머지는 읽기만 하는 칸입니다.",
        )
        for place in range(_CHART + _CHART_COLUMNS):
            self._put(row, column + place, said(correct) if not place else None, "sample to edit")


def _slot(number: int) -> tuple[int, int]:
    """Row and column of a block: two beside each other."""
    return _FIRST + _STRIDE * (number // 2), _LEFT if number % 2 == 0 else _RIGHT
