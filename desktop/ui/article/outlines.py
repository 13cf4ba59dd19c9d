"""Dashed outlines of suggestions: which lie on a block, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.model.schema import Schema, Style
from desktop.model.span import Span
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.article.page import LaidOut, Page
from desktop.ui.theme import Palette

ReadSuggestions = Callable[[Span], Sequence[Suggestion]]
"""Reads the open suggestions that overlap a span."""

_RADIUS = 4.0
_INSET = 2.0
_MOST_LEVELS = 3
_LINES = frozenset({"dots", "line"})
_DASHES = {
    "tint": (5.0, 3.0),
    "underline": (2.5, 2.0),
    "box": (5.0, 2.0, 1.0, 2.0),
    "dots": (1.0, 2.5),
    "line": (5.0, 3.0),
}
"""Each kind of mark has its own dashes, so that labels differ without colour."""
_WIDTHS = {"dots": 2.0}

# Looking up a member of a Qt enumeration costs as much as the call that takes it.
_SMOOTH = QPainter.RenderHint.Antialiasing
_NO_BRUSH = Qt.BrushStyle.NoBrush

_Frame = tuple[QRectF, bool, bool]


@dataclass(frozen=True, slots=True)
class Outline:
    """One suggestion on one block; ``level`` counts the outlines that it lies in."""

    suggestion: Suggestion
    style: Style
    level: int
    segments: tuple[tuple[int, float, float], ...]
    opens: bool
    closes: bool


class Outlines:
    """The outlines of the blocks that were seen, read again only where something changed."""

    def __init__(self, page: Page, schema: Schema, read: ReadSuggestions) -> None:
        self._page = page
        self._schema = schema
        self._read = read
        self._of_block: dict[int, list[Outline]] = {}

    def of_block(self, index: int) -> list[Outline]:
        """The outlines of a block, outer ones first."""
        if index not in self._of_block:
            self._of_block[index] = self._make(index)
        return self._of_block[index]

    def read_again(self, index: int) -> frozenset[int]:
        """Read a block's outlines again; returns its lines that look different now."""
        before = set(self._of_block.get(index, ()))
        after = self._of_block[index] = self._make(index)
        changed = before.symmetric_difference(after)
        return frozenset(number for outline in changed for number, _, _ in outline.segments)

    def forget(self, index: int) -> None:
        """Read a block's outlines again when it is seen next."""
        self._of_block.pop(index, None)

    def clear(self) -> None:
        """Forget all outlines."""
        self._of_block.clear()

    def at(self, offset: int) -> Suggestion | None:
        """The innermost suggestion over the character at ``offset``."""
        covering = (
            outline.suggestion
            for outline in self.of_block(self._page.block_of(offset))
            if outline.suggestion.span.start <= offset < outline.suggestion.span.end
        )
        return min(covering, key=lambda s: s.span.end - s.span.start, default=None)

    def _make(self, index: int) -> list[Outline]:
        block = self._page.blocks[index].span
        known = [s for s in self._read(block) if s.label in self._schema.label_named]
        laid_out = self._page.laid_out(index)
        return [
            Outline(
                suggestion,
                self._schema.label_named[suggestion.label].style,
                level,
                tuple(laid_out.segments(suggestion.span)),
                suggestion.span.start >= block.start,
                suggestion.span.end <= block.end,
            )
            for suggestion, level in zip(known, _levels(known), strict=True)
        ]


def _levels(suggestions: Iterable[Suggestion]) -> list[int]:
    """How many of the earlier suggestions each one lies in; both in reading order."""
    ends: list[int] = []
    levels: list[int] = []
    for suggestion in suggestions:
        ends = [end for end in ends if end > suggestion.span.start]
        levels.append(min(len(ends), _MOST_LEVELS))
        ends.append(suggestion.span.end)
    return levels


class SuggestionLayer:
    """The suggestions on the page: outlined, and one of them in focus."""

    def __init__(self) -> None:
        self._outlines: Outlines | None = None
        self._focused: Suggestion | None = None
        self._group: frozenset[str] = frozenset()
        self._places: tuple[Span, ...] = ()

    @property
    def shown(self) -> bool:
        """True when there is something to draw from, be it nothing at the moment."""
        return self._outlines is not None

    def show(self, outlines: Outlines | None) -> None:
        """Draw these from now on, none of them in focus."""
        self._outlines = outlines
        self._focused = None
        self._group = frozenset()

    def focus(self, suggestion: Suggestion | None, group: Sequence[Suggestion]) -> list[Span]:
        """Put another suggestion (or none) into focus; returns where to draw again.

        ``group`` is what would be accepted with it; its places are tinted.
        """
        before = self._places
        self._focused = suggestion
        self._group = frozenset(member.id for member in group)
        both = (suggestion, *group) if suggestion is not None else ()
        self._places = tuple(dict.fromkeys(each.span for each in both))
        return [*before, *self._places]

    def clear(self) -> None:
        """Place everything anew (another width or zoom)."""
        if self._outlines is not None:
            self._outlines.clear()

    def read_again(self, index: int) -> frozenset[int]:
        """Read a block's suggestions again; returns its lines that look different now."""
        return self._outlines.read_again(index) if self._outlines is not None else frozenset()

    def forget(self, index: int) -> None:
        """Read a block's suggestions again when it is seen next."""
        if self._outlines is not None:
            self._outlines.forget(index)

    def at(self, offset: int) -> Suggestion | None:
        """The innermost suggestion over the character at ``offset``."""
        return self._outlines.at(offset) if self._outlines is not None else None

    def set_palette(self, palette: Palette) -> None:
        """Draw with these colours."""
        self._soft = QColor(palette.selection)
        self._softer = QColor(palette.accent_soft)
        self._pens = {
            (mark, name): _dashed(QColor(hue.ink), _WIDTHS.get(mark, 1.2), dashes)
            for name, hue in palette.hues.items()
            for mark, dashes in _DASHES.items()
        }
        self._feet = {
            name: _dashed(QColor(hue.ink), 2.4, _DASHES["underline"])
            for name, hue in palette.hues.items()
        }
        self._focus = _dashed(QColor(palette.accent), 2.0, (3.0, 1.5))

    def draw_under(self, painter: QPainter, page: Page, index: int, lines: frozenset[int]) -> None:
        """Colour the suggestion in focus and its group, beneath these lines of a block."""
        if self._focused is None:
            return
        for outline in self._of_block(index):
            focused = outline.suggestion.id == self._focused.id
            if focused or outline.suggestion.id in self._group:
                for rect, _, _ in _frames(page.laid_out(index), outline, lines):
                    placed = rect.translated(page.left, page.top(index))
                    painter.fillRect(placed, self._soft if focused else self._softer)

    def draw_over(self, painter: QPainter, page: Page, index: int, lines: frozenset[int]) -> None:
        """Draw the outlines over these lines of a block."""
        outlines = self._of_block(index)
        if not outlines:
            return
        laid_out = page.laid_out(index)
        painter.save()
        painter.translate(page.left, page.top(index))
        painter.setRenderHint(_SMOOTH, True)
        painter.setBrush(_NO_BRUSH)
        for outline in outlines:
            self._draw(painter, _frames(laid_out, outline, lines), outline)
        painter.restore()

    def _of_block(self, index: int) -> list[Outline]:
        return self._outlines.of_block(index) if self._outlines is not None else []

    def _draw(self, painter: QPainter, frames: list[_Frame], outline: Outline) -> None:
        style = outline.style
        focused = self._focused is not None and outline.suggestion.id == self._focused.id
        painter.setPen(self._focus if focused else self._pens[style.mark, style.hue])
        if style.mark in _LINES and not focused:
            _draw_feet(painter, frames)
            return
        for rect, opens, closes in frames:
            if opens and closes:
                painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            else:
                painter.drawPath(_open_frame(rect, opens=opens, closes=closes))
        if style.mark == "underline":
            painter.setPen(self._focus if focused else self._feet[style.hue])
            _draw_feet(painter, frames)


def _dashed(colour: QColor, width: float, dashes: Sequence[float]) -> QPen:
    pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(dashes)
    return pen


def _draw_feet(painter: QPainter, frames: list[_Frame]) -> None:
    for rect, _, _ in frames:
        y = round(rect.bottom()) - 0.5
        painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))


def _frames(laid_out: LaidOut, outline: Outline, lines: frozenset[int]) -> list[_Frame]:
    """The rectangles on these lines, and whether the suggestion begins and ends in each."""
    inset = outline.level * _INSET if outline.style.mark not in _LINES else 0.0
    last = len(outline.segments) - 1
    made: list[_Frame] = []
    for at, (number, left, right) in enumerate(outline.segments):
        if number not in lines:
            continue
        top, height = laid_out.bands[number]
        rect = QRectF(left, top - 1, right - left, height + 3)
        opens = outline.opens and at == 0
        closes = outline.closes and at == last
        made.append((rect.adjusted(-1.5, inset, 1.5, -inset), opens, closes))
    return made


def _open_frame(rect: QRectF, *, opens: bool, closes: bool) -> QPainterPath:
    """The outline of one line's part, open where it goes on on another line."""
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    path = QPainterPath()
    path.moveTo(right, top)
    path.lineTo(left, top)
    if opens:
        path.lineTo(left, bottom)
    else:
        path.moveTo(left, bottom)
    path.lineTo(right, bottom)
    if closes:
        path.lineTo(right, top)
    return path
