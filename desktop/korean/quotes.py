"""Quotations: which quote marks of a paragraph belong together.

Direction is taken from what stands around a mark before what the mark looks like: straight marks
have no direction, and curly ones are often the wrong way round. Marks are paired within a line,
never across; a mark without a partner is left out, as are apostrophes and the marks of feet and
inches. The time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Literal, NamedTuple

from desktop.model.span import Span

QuoteKind = Literal["double", "single", "corner", "title"]


class Quote(NamedTuple):
    """One quotation: ``outer`` with its marks (one code point each), ``inner`` without them.

    ``depth`` is the number of quotations around it.
    """

    outer: Span
    inner: Span
    kind: QuoteKind
    depth: int


class _Mark(NamedTuple):
    family: str
    """Marks of one family close each other; a corner or title mark is closed by its own kind."""
    kind: QuoteKind
    shape: Literal["open", "close", "straight"]


def _table() -> dict[str, _Mark]:
    marks = {char: _Mark("double", "double", "straight") for char in '"\uff02'}
    marks |= {char: _Mark("double", "double", "open") for char in "“„‟〝"}
    marks |= {char: _Mark("double", "double", "close") for char in "”〞〟"}
    marks |= {char: _Mark("single", "single", "straight") for char in "'\uff07"}
    marks |= {char: _Mark("single", "single", "open") for char in "‘‚‛`"}
    marks |= {char: _Mark("single", "single", "close") for char in "’´"}
    kinds: tuple[tuple[str, QuoteKind], ...] = (
        ("「」", "corner"), ("『』", "corner"), ("｢｣", "corner"), ("«»", "corner"),
        ("《》", "title"), ("〈〉", "title"),
    )  # fmt: skip
    for pair, kind in kinds:
        marks[pair[0]] = _Mark(pair, kind, "open")
        marks[pair[1]] = _Mark(pair, kind, "close")
    return marks


_MARKS = MappingProxyType(_table())
_ANY_MARK = re.compile("[" + re.escape("".join(_MARKS)) + "]")
_OPENERS = "([{<〔【" + "".join(char for char, mark in _MARKS.items() if mark.shape == "open")
_FEET = re.compile(r"(?<=\d)'\s?\d{1,2}\s?(?:\"|'')")

QUOTATIVE = re.compile(
    r"(?:이라고|라고|이라며|라며|이라면서|라면서|이라는|라는|이란|이라|라|고|며|면서|는|다는|다며)"
    r"(?:[도는만]|까지)?(?=[\s,.…)\]]|$)"
)
"""What stands right behind the closing mark of reported speech: ``라고``, ``며``, ``는`` …"""


def find_quotes(text: str, start: int = 0, end: int | None = None) -> tuple[Quote, ...]:
    """The quotations within ``text[start:end]``, in order, the outer before the inner."""
    end = len(text) if end is None else end
    pairs: list[tuple[int, int, QuoteKind]] = []
    line = start
    while line < end:
        found = text.find("\n", line, end)
        line_end = end if found < 0 else found
        pairs.extend(_Line(text, line, line_end).pairs())
        line = line_end + 1
    pairs.sort()
    return tuple(_nested(pairs))


def _nested(pairs: list[tuple[int, int, QuoteKind]]) -> Iterator[Quote]:
    """Pairs sorted by start, with the depth of each."""
    ends: list[int] = []
    for opening, closing, kind in pairs:
        while ends and ends[-1] < opening:
            ends.pop()
        yield Quote(Span(opening, closing + 1), Span(opening + 1, closing), kind, len(ends))
        ends.append(closing)


class _Line:
    """Pairs the marks of one line; ``_open`` holds the positions that wait for a partner."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._open: dict[str, list[int]] = {}

    def pairs(self) -> Iterator[tuple[int, int, QuoteKind]]:
        """Opening position, closing position and kind of each pair, in no order."""
        skipped_until = self._start
        for found in _ANY_MARK.finditer(self._text, self._start, self._end):
            at = found.start()
            if at < skipped_until:
                continue
            mark = _MARKS[found.group()]
            if mark.family in ("single", "double") and (feet := self._measured(at)):
                skipped_until = feet
                continue
            waiting = self._open.setdefault(mark.family, [])
            if self._opens(at, mark, bool(waiting)):
                waiting.append(at)
            elif waiting and not self._shut_in(mark, waiting[-1]):
                opening = waiting.pop()
                self._forget_after(opening)
                if opening + 1 < at:
                    yield opening, at, mark.kind

    def _opens(self, at: int, mark: _Mark, is_open: bool) -> bool:
        """Whether the mark opens; what is around it counts before its shape."""
        if mark.family not in ("single", "double"):
            return mark.shape == "open"
        before, after = self._around(at)
        free_before = not before or before.isspace() or before in _OPENERS or self._just_opened(at)
        free_after = not after or after.isspace()
        quotative = QUOTATIVE.match(self._text, at + 1, self._end) is not None
        if is_open:
            strong = free_before and not free_after and not quotative
            return strong and mark.shape != "close"
        if free_after and not free_before:
            return False
        return free_before or not (quotative or mark.shape == "close" or before.isdigit())

    def _measured(self, at: int) -> int:
        """The end of an apostrophe or of feet and inches at ``at``; 0 for a quote mark."""
        before, after = self._around(at)
        if feet := _FEET.match(self._text, at, self._end):
            return feet.end()
        if self._text[at] not in "'’\uff07":
            return 0
        latin = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
        return at + 1 if latin else 0

    def _just_opened(self, at: int) -> bool:
        return any(waiting and waiting[-1] == at - 1 for waiting in self._open.values())

    def _shut_in(self, mark: _Mark, opening: int) -> bool:
        """A single mark does not reach out of the double quotation it stands in."""
        doubles = self._open.get("double", [])
        return mark.family == "single" and bool(doubles) and doubles[-1] > opening

    def _forget_after(self, opening: int) -> None:
        for waiting in self._open.values():
            while waiting and waiting[-1] > opening:
                waiting.pop()

    def _around(self, at: int) -> tuple[str, str]:
        before = self._text[at - 1] if at > self._start else ""
        after = self._text[at + 1] if at + 1 < self._end else ""
        return before, after
