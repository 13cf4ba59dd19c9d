"""Rows of a worksheet as SpreadsheetML, streamed into a file.

Text stands in the cell itself (``inlineStr``), so that no reader takes it for a formula, an error
or a date, and no table of strings has to be held in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, NamedTuple

from desktop.exporters.cells import Cell, Rich, column_letters, escaped, escaped_runs

_LINE, _TALLEST = 14.5, 409.0
"""Height of a line of text, and of the highest row that Excel has, in points."""

_WIDE = 1.8
"""How many digits wide a Hangul syllable is, about."""


_TEXT, _TEXT_END = ' t="inlineStr"><is>', "</is></c>"
_PLAIN, _PLAIN_END = '<t xml:space="preserve">', f"</t>{_TEXT_END}"


class CellStyle(NamedTuple):
    """The numbers of a column's styles in the workbook: usual, with a link, not a whole number.

    An empty cell is written only when it is ``kept``, to be seen and filled in. ``wrapped`` is the
    width, in characters, at which text goes on in a further line; 0 for never.
    """

    usual: int
    linked: int
    fraction: int
    kept: bool = False
    wrapped: float = 0


class _Column(NamedTuple):
    """What stands before a cell's row number and before its text or number, by style."""

    place: int
    head: str
    text: str
    linked_text: str
    number: str
    linked_number: str
    fraction: str
    empty: str


class RowStream:
    """Writes rows, one below the other, from ``first`` on.

    ``styles`` has one style a column, ``looks`` the run properties (XML) of rich text by look.
    """

    def __init__(
        self,
        out: BinaryIO,
        styles: Sequence[CellStyle],
        first: int,
        looks: Mapping[str, str] | None = None,
    ) -> None:
        self._out = out
        self._columns = [
            _Column(
                place,
                f'<c r="{column_letters(place + 1)}',
                f'" s="{style.usual}"{_TEXT}',
                f'" s="{style.linked}"{_TEXT}',
                f'" s="{style.usual}"><v>',
                f'" s="{style.linked}"><v>',
                f'" s="{style.fraction}"><v>',
                f'" s="{style.usual}"/>' if style.kept else "",
            )
            for place, style in enumerate(styles)
        ]
        self._wrapped = [(at, style.wrapped) for at, style in enumerate(styles) if style.wrapped]
        self._looks = looks or {}
        self.next = first

    def write(self, row: Sequence[Cell], linked: Collection[int] = ()) -> None:
        """Write one row; a None makes no cell. Texts must fit (see :func:`cells.pieces`).

        ``linked`` are the places (from 0) of the cells that lead somewhere.
        """
        cells = "".join(self._cells(row, linked))
        lines = self._lines(row)
        size = f' ht="{min(lines * _LINE + 1, _TALLEST)}"' if lines > 1 else ""
        self._out.write(f'<row r="{self.next}"{size}>{cells}</row>'.encode())
        self.next += 1

    def _lines(self, row: Sequence[Cell]) -> int:
        """How many lines the row is high, about; not every program works that out itself."""
        most = 1
        for place, width in self._wrapped:
            value = row[place]
            if isinstance(value, Rich):
                value = str(value)
            if not isinstance(value, str):
                continue
            count = len(value)
            breaks = value.count("\n")
            if count * _WIDE > width or breaks:
                # three bytes of UTF-8 are a wide character, one is a narrow one
                bytes_ = len(value.encode("utf-8", "surrogatepass"))
                wide = count + (_WIDE - 1) * (bytes_ - count) / 2
                most = max(most, breaks + 1 + int(wide / width))
        return most

    def write_styled(self, cells: Iterable[tuple[int, Cell, int]], height: float = 0) -> None:
        """Write one row of (column from 1, value, style); ``height`` in points, 0 for any."""
        made = "".join(
            self._styled(f'<c r="{column_letters(column)}{self.next}" s="{style}"', value)
            for column, value, style in cells
        )
        size = f' ht="{height}" customHeight="1"' if height else ""
        self._out.write(f'<row r="{self.next}"{size}>{made}</row>'.encode())
        self.next += 1

    def _cells(self, row: Sequence[Cell], linked: Collection[int]) -> Iterator[str]:
        row_number = self.next
        columns = zip(self._columns, row, strict=True)
        for (
            place,
            head,
            text,
            linked_text,
            number,
            linked_number,
            fraction,
            empty,
        ), value in columns:
            if value is None or value == "":
                if empty:
                    yield f"{head}{row_number}{empty}"
            elif isinstance(value, str):
                style = linked_text if place in linked else text
                yield f"{head}{row_number}{style}{_PLAIN}{escaped(value)}{_PLAIN_END}"
            elif isinstance(value, Rich):
                style = linked_text if place in linked else text
                yield f"{head}{row_number}{style}{self._runs(value)}{_TEXT_END}"
            else:
                style = linked_number if place in linked else number
                if isinstance(value, float) and not value.is_integer():
                    style = fraction
                yield f"{head}{row_number}{style}{value!r}</v></c>"

    def _styled(self, head: str, value: Cell) -> str:
        if value is None:
            return f"{head}/>"
        if isinstance(value, str):
            return f"{head}{_TEXT}{_PLAIN}{escaped(value)}{_PLAIN_END}"
        if isinstance(value, Rich):
            return f"{head}{_TEXT}{self._runs(value)}{_TEXT_END}"
        return f"{head}><v>{value!r}</v></c>"

    def _runs(self, rich: Rich) -> str:
        return "".join(
            f"<r>{self._looks.get(look, '')}{_PLAIN}{words}</t></r>"
            for words, look in escaped_runs(rich)
        )
