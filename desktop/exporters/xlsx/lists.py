"""The hidden sheet of what cells may hold: Excel takes no longer lists in a cell's own rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from openpyxl.worksheet.datavalidation import DataValidation

from desktop.exporters.cells import column_letters
from desktop.exporters.lookup import Language
from desktop.model.schema import Choice, Names

LISTS = "lists"
_LONGEST_PROMPT = 250
_OWN_WORDS = Names(
    en="Choose one of the usual answers, or write your own.",
    ko="자주 쓰는 답을 고르거나 직접 씁니다.",
)

_REGISTRY = Names(
    en="The name of an entry of the sheet entities.",
    ko="entities 시트에 있는 이름입니다.",
)


class Lists:
    """The lists asked for so far, one a column."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._entries = ""
        self._columns: dict[tuple[str, ...], int] = {}

    def validation(self, choices: tuple[Choice, ...], cells: str) -> DataValidation:
        """A rule for ``cells`` that offers the choices, and says in a prompt what they mean."""
        names = tuple(choice.name for choice in choices)
        rule = _rule(self._place(names), cells)
        said = (self._said(choice.names) for choice in choices)
        words = "\n".join(f"{n} = {m}" for n, m in zip(names, said, strict=True))
        rule.prompt = words if len(words) <= _LONGEST_PROMPT else words[:_LONGEST_PROMPT] + "…"
        rule.showErrorMessage = True
        return rule

    def offer(self, words: Mapping[str, tuple[Names, ...]], of: str, cells: str) -> DataValidation:
        """A rule for ``cells`` that offers the words of what the cell ``of`` of the row says.

        Other words are taken as well. The rule holds for rows that are sorted.
        """
        kinds = self._place(tuple(kind for kind, some in words.items() for _ in some))
        said = self._place(tuple(self._said(names) for some in words.values() for names in some))
        first = said.partition(":")[0]
        row = f"MATCH({of},{kinds},0)-1"
        rule = _rule(f"OFFSET({first},{row},0,COUNTIF({kinds},{of}),1)", cells)
        rule.prompt = self._said(_OWN_WORDS)
        return rule

    def keep_entries(self, cells: str) -> None:
        """From now on :meth:`entries` offers what stands in these cells of another sheet."""
        self._entries = cells

    def entries(self, cells: str) -> DataValidation:
        """A rule for ``cells`` that offers the registry's names, as they are corrected there."""
        rule = _rule(self._entries, cells)
        rule.prompt = self._said(_REGISTRY)
        return rule

    def _place(self, words: tuple[str, ...]) -> str:
        """Where a list stands."""
        column = column_letters(self._columns.setdefault(words, len(self._columns) + 1))
        return f"{LISTS}!${column}$1:${column}${len(words)}"

    def _said(self, names: Names) -> str:
        return names.en if self._language == "en" else names.ko

    @property
    def width(self) -> int:
        """How many lists there are."""
        return len(self._columns)

    def rows(self) -> Iterator[list[str | None]]:
        """The sheet's rows."""
        longest = max(map(len, self._columns), default=0)
        for row in range(longest):
            yield [names[row] if row < len(names) else None for names in self._columns]


def _rule(formula: str, cells: str) -> DataValidation:
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, sqref=cells)
    rule.showInputMessage = True
    return rule
