"""The fewest keys to a selection: how a practised hand would go, found by search.

The search uses the caret and the units of the application itself, so that what it plans is what
the window does; the script then really presses the keys and checks the selection.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt

from desktop.korean.units import next_quote, stop_beside, wider, word_unit
from desktop.model.span import Span
from desktop.ui.article.caret import Caret, Unit
from desktop.ui.article.page import Page

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_FURTHEST = 6


class Key(NamedTuple):
    """One key press."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier = _NONE


_MOVES: tuple[tuple[Unit, bool, Key], ...] = (
    (Unit.PARAGRAPH, True, Key(Qt.Key.Key_Down, _CTRL)),
    (Unit.PARAGRAPH, False, Key(Qt.Key.Key_Up, _CTRL)),
    (Unit.SENTENCE, True, Key(Qt.Key.Key_Right, _ALT)),
    (Unit.SENTENCE, False, Key(Qt.Key.Key_Left, _ALT)),
    (Unit.EOJEOL, True, Key(Qt.Key.Key_Right, _CTRL)),
    (Unit.EOJEOL, False, Key(Qt.Key.Key_Left, _CTRL)),
    (Unit.CHARACTER, True, Key(Qt.Key.Key_Right)),
    (Unit.CHARACTER, False, Key(Qt.Key.Key_Left)),
)
_QUOTE = Key(Qt.Key.Key_Q)
_WIDEN = Key(Qt.Key.Key_W)
_WORD = Key(Qt.Key.Key_Period)
_EDGES: tuple[tuple[str, bool, Key], ...] = (
    ("right", True, Key(Qt.Key.Key_Greater, _SHIFT)),
    ("right", False, Key(Qt.Key.Key_Less, _SHIFT)),
    ("left", False, Key(Qt.Key.Key_BraceLeft, _SHIFT)),
    ("left", True, Key(Qt.Key.Key_BraceRight, _SHIFT)),
)


class Planner:
    """Plans key presses on one article; what was worked out is kept."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = page.text
        self._caret = Caret(page)
        self._neighbours: dict[int, list[int]] = {}

    def to_selection(self, place: int, target: Span, *, holding: bool) -> list[Key]:
        """The fewest keys from a caret at ``place`` to ``target`` selected.

        ``holding``: the caret is at the start of a selected annotation.
        """
        walks = self._walks(place)
        plans = [*self._stretched(walks, target), *self._widened(walks, target)]
        plans += self._quoted(place if holding else place - 1, target)
        return min(plans, key=len)

    def by_arrows(self, place: int, target: Span) -> list[Key]:
        """The fewest arrow keys to ``target`` selected, where letters mean something else."""
        return min(self._stretched(self._walks(place), target), key=len)

    # Walking

    def _walks(self, place: int) -> dict[int, tuple[int, Key] | None]:
        """For each offset that can be reached, from where and by which key, the shortest way."""
        came: dict[int, tuple[int, Key] | None] = {place: None}
        ahead = deque([place])
        while ahead:
            at = ahead.popleft()
            for (_, _, key), there in zip(_MOVES, self._beside(at), strict=True):
                if there not in came:
                    came[there] = (at, key)
                    ahead.append(there)
        return came

    def _beside(self, at: int) -> list[int]:
        if at not in self._neighbours:
            self._neighbours[at] = [self._moved(at, at, *move[:2]) for move in _MOVES]
        return self._neighbours[at]

    def _moved(self, anchor: int, position: int, unit: Unit, forward: bool) -> int:
        self._caret.place(anchor)
        if anchor != position:
            self._caret.place(position, extend=True)
        self._caret.move(unit, forward=forward, extend=anchor != position)
        return self._caret.position

    @staticmethod
    def _walk(walks: dict[int, tuple[int, Key] | None], to: int) -> list[Key]:
        keys: list[Key] = []
        while (step := walks[to]) is not None:
            to, key = step
            keys.append(key)
        return keys[::-1]

    # Selecting

    def _stretched(
        self, walks: dict[int, tuple[int, Key] | None], target: Span
    ) -> Iterator[list[Key]]:
        """To one end, and with Shift to the other."""
        for anchor, head in ((target.start, target.end), (target.end, target.start)):
            if anchor in walks:
                yield self._walk(walks, anchor) + self._with_shift(anchor, head)

    def _with_shift(self, anchor: int, head: int) -> list[Key]:
        forward = head > anchor
        moves = [(unit, ahead, key) for unit, ahead, key in _MOVES if unit is not Unit.PARAGRAPH]
        low, high = min(anchor, head) - 20, max(anchor, head) + 20
        came: dict[int, tuple[int, Key] | None] = {anchor: None}
        ahead_of = deque([anchor])
        while ahead_of and head not in came:
            at = ahead_of.popleft()
            for unit, ahead, key in moves:
                self._caret.place(anchor)
                self._caret.place(at, extend=True)
                self._caret.move(unit, forward=ahead, extend=True)
                there = self._caret.position
                beyond = there < anchor if forward else there > anchor
                if there not in came and not beyond and low <= there <= high:
                    came[there] = (at, Key(key.key, key.modifiers | _SHIFT))
                    ahead_of.append(there)
        return self._walk(came, head)

    def _widened(
        self, walks: dict[int, tuple[int, Key] | None], target: Span
    ) -> Iterator[list[Key]]:
        """To a word inside, then wider and its edges moved."""
        seen: set[Span] = set()
        for at in range(target.start, target.end):
            unit = word_unit(self._text, at)
            if at not in walks or unit is None or not target.contains(unit.bare):
                continue
            span, keys = unit.bare, [_WORD]
            if span in seen:
                continue
            seen.add(span)
            places = [p for p in range(span.start, span.end) if p in walks]
            nearest = min((self._walk(walks, p) for p in places if self._at_word(p, span)), key=len)
            for _ in range(_FURTHEST):
                if (edges := self._to_edges(span, target)) is not None:
                    yield nearest + keys + edges
                grown = wider(self._text, span)
                if grown is None or not (target.contains(grown) or grown.contains(target)):
                    break
                span, keys = grown, [*keys, _WIDEN]

    def _at_word(self, place: int, span: Span) -> bool:
        unit = word_unit(self._text, place)
        return unit is not None and unit.bare == span

    def _quoted(self, place: int, target: Span) -> Iterator[list[Key]]:
        """To a quotation by its own key, then its edges moved."""
        at, keys = max(place, 0), []
        for _ in range(2 * _FURTHEST):
            found = next_quote(self._text, at, forward=True)
            if found is None:
                return
            keys.append(_QUOTE)
            if (edges := self._to_edges(found, target)) is not None:
                yield keys + edges
            at = found.start

    def _to_edges(self, span: Span, target: Span) -> list[Key] | None:
        """Keys that move the edges of a selection by words to those of the target."""
        keys: list[Key] = []
        for side, forward, key in _EDGES:
            at = span.end if side == "right" else span.start
            goal = target.end if side == "right" else target.start
            for _ in range(_FURTHEST):
                if at == goal or (goal > at) != forward:
                    break
                stop = stop_beside(self._text, at, forward=forward, at_ends=side == "right")
                if stop is None:
                    return None
                at = stop
                keys.append(key)
            span = Span(span.start, at) if side == "right" else Span(at, span.end)
            if span.start >= span.end:
                return None
        return keys if span == target else None
