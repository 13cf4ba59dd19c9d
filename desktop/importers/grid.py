"""Tables of cells: which sheet, whether a header stands above, what the columns are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.columns import fields_of
from desktop.importers.context import UNHARMED
from desktop.model.table import LONGEST_CELL, Cells, SheetLook, TableChoice, column_names

_MOST_SHEETS = 30
_SHOWN_ROWS = 6
_SHOWN_COLUMNS = 100
_LONGEST_NAME = 60
"""Characters of a cell that can be the name of a column."""

_NO_SHEET = QT_TRANSLATE_NOOP("errors", "It has no sheet {sheet}; its sheets are {sheets}.")

Rows = Sequence[Sequence[str]]


class Grid:
    """A table, or the sheets of a workbook; ``rows`` and ``first_rows`` read one by its name."""

    def __init__(
        self,
        sheets: Sequence[str],
        rows: Callable[[str], Rows],
        first_rows: Callable[[str], Rows],
        encoding: str | None = None,
    ) -> None:
        self._sheets = sheets[:_MOST_SHEETS]
        self._rows = rows
        self._begins = {name: _filled(first_rows(name)) for name in self._sheets}
        self.encoding = encoding

    @cached_property
    def default(self) -> TableChoice:
        """The first sheet that names a column of texts, else the first with anything in it."""
        for name, rows in self._begins.items():
            if rows and "text" in fields_of(rows[0]).values():
                return TableChoice(sheet=name)
        for name, rows in self._begins.items():
            if rows:
                return TableChoice(sheet=name, header=_is_header(rows[0]))
        return TableChoice(sheet=self._sheets[0])

    @property
    def looks(self) -> tuple[SheetLook, ...]:
        """How the sheets begin."""
        return tuple(
            SheetLook(name=name, rows=shown_cells(rows)) for name, rows in self._begins.items()
        )

    def has(self, sheet: str) -> bool:
        """Whether there is a sheet of this name."""
        return sheet in self._begins

    def fitting(self, told: TableChoice) -> TableChoice:
        """A choice as it is for this table: its sheet is by name, by number from 1, or open.

        Raises:
            RefusedInput: there is no such sheet.
        """
        sheet = told.sheet or self.default.sheet
        if not any(self._sheets):  # no workbook
            sheet = ""
        if not self.has(sheet):
            number = int(sheet) if sheet.isdecimal() and len(sheet) < 6 else 0
            if not 1 <= number <= len(self._sheets):
                raise RefusedInput(
                    _NO_SHEET, UNHARMED, sheet=sheet[:_LONGEST_NAME], sheets=", ".join(self._sheets)
                )
            sheet = self._sheets[number - 1]
        return told.model_copy(update={"sheet": sheet})

    def names(self, choice: TableChoice) -> tuple[str, ...]:
        """What the columns of the chosen sheet are called."""
        return column_names(self._begins[choice.sheet], choice.header)

    def keyed(self, choice: TableChoice) -> list[tuple[Message, dict[str, str]]]:
        """The chosen sheet's rows by the names of the columns, each with its place."""
        names = self.names(choice)
        numbered = [
            (number, row)
            for number, row in enumerate(self._rows(choice.sheet), start=1)
            if any(cell.strip() for cell in row)
        ]
        return [
            (
                Message(QT_TRANSLATE_NOOP("errors", "row {number}"), {"number": number}),
                dict(zip(names, row, strict=False)),
            )
            for number, row in numbered[choice.header :]
        ]


def shown_cells(rows: Rows) -> tuple[Cells, ...]:
    """Rows as far as they are shown for a choice."""
    return tuple(
        tuple(cell[:LONGEST_CELL] for cell in row[:_SHOWN_COLUMNS])
        for row in rows[: _SHOWN_ROWS + 1]
    )


def _filled(rows: Rows) -> list[Sequence[str]]:
    found = []
    for row in rows:
        if any(cell.strip() for cell in row):
            found.append(row)
            if len(found) > _SHOWN_ROWS:
                break
    return found


def _is_header(row: Sequence[str]) -> bool:
    """Whether a first row can hold names: short ones without digits, or one that is known."""
    if fields_of(row):
        return True
    cells = [cell.strip() for cell in row if cell.strip()]
    return all(len(cell) <= _LONGEST_NAME and not any(map(str.isdigit, cell)) for cell in cells)
