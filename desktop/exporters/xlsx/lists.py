"""The hidden sheet of what cells may hold: Excel takes no longer lists in a cell's own rule."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.worksheet.datavalidation import DataValidation

from desktop.exporters.cells import column_letters
from desktop.exporters.lookup import Language
from desktop.model.schema import Choice

LISTS = "lists"
_LONGEST_PROMPT = 250


class Lists:
    """The lists asked for so far, one a column."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._columns: dict[tuple[str, ...], int] = {}

    def validation(self, choices: tuple[Choice, ...], cells: str) -> DataValidation:
        """A rule for ``cells`` that offers the choices, and says in a prompt what they mean."""
        names = tuple(choice.name for choice in choices)
        column = column_letters(self._columns.setdefault(names, len(self._columns) + 1))
        rule = DataValidation(
            type="list",
            formula1=f"{LISTS}!${column}$1:${column}${len(names)}",
            allow_blank=True,
            sqref=cells,
        )
        said = (c.names.en if self._language == "en" else c.names.ko for c in choices)
        words = "\n".join(f"{n} = {m}" for n, m in zip(names, said, strict=True))
        rule.prompt = words if len(words) <= _LONGEST_PROMPT else words[:_LONGEST_PROMPT] + "…"
        rule.showInputMessage = rule.showErrorMessage = True
        return rule

    @property
    def width(self) -> int:
        """How many lists there are."""
        return len(self._columns)

    def rows(self) -> Iterator[list[str | None]]:
        """The sheet's rows."""
        longest = max(map(len, self._columns), default=0)
        for row in range(longest):
            yield [names[row] if row < len(names) else None for names in self._columns]
