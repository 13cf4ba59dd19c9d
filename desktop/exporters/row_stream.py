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
            (
                f'<c r="{column_letters(number)}',
                style.usual,
                style.linked,
                style.fraction,
                style.kept,
            )
            for number, style in enumerate(styles, 1)
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
            self._cell(f'<c r="{column_letters(column)}{self.next}" s="{style}"', value)
            for column, value, style in cells
        )
        size = f' ht="{height}" customHeight="1"' if height else ""
        self._out.write(f'<row r="{self.next}"{size}>{made}</row>'.encode())
        self.next += 1

    def _cells(self, row: Sequence[Cell], linked: Collection[int]) -> Iterator[str]:
        number = self.next
        columns = zip(self._columns, row, strict=True)
        for place, ((head, usual, with_link, fraction, kept), value) in enumerate(columns):
            if value is None or value == "":
                if kept:
                    yield f'{head}{number}" s="{usual}"/>'
            else:
                style = with_link if place in linked else usual
                if isinstance(value, float) and not value.is_integer():
                    style = fraction
                yield self._cell(f'{head}{number}" s="{style}"', value)

    def _cell(self, head: str, value: Cell) -> str:
        if isinstance(value, str):
            return f'{head} t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'
        if isinstance(value, Rich):
            runs = "".join(map(self._run, escaped_runs(value)))
            return f'{head} t="inlineStr"><is>{runs}</is></c>'
        return f"{head}/>" if value is None else f"{head}><v>{value!r}</v></c>"

    def _run(self, run: tuple[str, str]) -> str:
        words, look = run
        return f'<r>{self._looks.get(look, "")}<t xml:space="preserve">{words}</t></r>'
