"""Links of one sheet, streamed as SpreadsheetML; cells in a row that lead to one place are one."""

from __future__ import annotations

from typing import BinaryIO

from desktop.exporters.cells import column_letters, escaped

LINK_LIMIT = 65_530
"""Links that Excel takes in a sheet; with more it calls the file damaged."""


class Links:
    """Writes the links of a sheet to ``out``; :attr:`refused` cells found no room."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.count = 0
        self.refused = 0
        self._open: dict[int, tuple[int, int, str]] = {}

    def add(self, column: int, row: int, location: str) -> bool:
        """Have a cell lead to ``location``; False when the sheet takes no more links."""
        held = self._open.get(column)
        if held is not None and held[1] == row - 1 and held[2] == location:
            self._open[column] = (held[0], row, location)
            return True
        if self.count >= LINK_LIMIT:
            self.refused += 1
            return False
        if held is not None:
            self._write(column, held)
        self._open[column] = (row, row, location)
        self.count += 1
        return True

    def finish(self) -> None:
        """Write what is still open."""
        for column, held in sorted(self._open.items()):
            self._write(column, held)
        self._open.clear()

    def _write(self, column: int, link: tuple[int, int, str]) -> None:
        first, last, location = link
        letters = column_letters(column)
        cells = f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}"
        place = escaped(location).replace('"', "&quot;")
        self.out.write(f'<hyperlink ref="{cells}" location="{place}"/>'.encode())
