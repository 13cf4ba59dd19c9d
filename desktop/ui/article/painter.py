"""Drawing the page: marks under the text, the text, and what is selected over it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.model.span import Span
from desktop.ui.article.handles import Side, draw_handles
from desktop.ui.article.marks import Mark, Marks
from desktop.ui.article.page import LaidOut, Page
from desktop.ui.theme import HueColours, Palette

LINE_OVERHANG = 12
"""How far anything of a line may be drawn above and below it, in pixels."""

_RADIUS = 4.0
_FAINT = 0.45
_FOUND_HUE = "teal"
_LANE = 4.0
_INSET = 2.0

# Looking up a member of a Qt enumeration costs as much as the call that takes it.
_NO_PEN = Qt.PenStyle.NoPen
_NO_BRUSH = Qt.BrushStyle.NoBrush
_SMOOTH = QPainter.RenderHint.Antialiasing


_COLOURS = ("text", "muted", "faint", "surface", "selection", "accent", "on_accent", "caret")

_Places = list[tuple[int, float, float]]
"""(line, left, right) relative to the block's text corner."""


@dataclass(slots=True)
class Shown:
    """What is drawn beside text and marks: selections, caret, numbered targets.

    ``ghost`` is what was trimmed off the selection; ``selected_span`` is where the selected
    annotation's handles stand, also while one is dragged (``preview``); ``edge`` is the one that
    keys move.
    """

    selection: Span | None = None
    ghost: Span | None = None
    selected_id: str | None = None
    selected_span: Span | None = None
    edge: Side | None = None
    preview: Span | None = None
    caret: int | None = None
    targets: Mapping[str, int] = field(default_factory=dict)
    found: Sequence[int] = ()
    """Where what is looked for begins, rising; each is ``found_length`` long."""
    found_length: int = 0


class PagePainter:
    """Draws blocks of a page with the colours of one palette."""

    def __init__(self, palette: Palette) -> None:
        self._colour = {name: QColor(getattr(palette, name)) for name in _COLOURS}
        self._hues = {name: _HuePens(hue) for name, hue in palette.hues.items()}
        self._outline = QPen(self._colour["accent"], 2.0)
        self._ghost = QPen(self._colour["accent"], 1.0, Qt.PenStyle.DashLine)

    def draw_block(
        self,
        painter: QPainter,
        page: Page,
        marks: Marks,
        index: int,
        lines: frozenset[int],
        shown: Shown,
    ) -> None:
        """Draw these lines of a block; the painter's origin is the page's top left corner."""
        laid_out = page.laid_out(index)
        painter.save()
        painter.translate(page.left, page.top(index))
        of_lines = [
            (mark, places)
            for mark in marks.of_block(index)
            if (places := [place for place in mark.segments if place[0] in lines])
        ]
        for mark, places in of_lines:
            selected = mark.annotation.id == shown.selected_id
            painter.setOpacity(_FAINT if mark.faint and not selected else 1.0)
            self._draw_area(painter, laid_out, mark, places, selected)
        painter.setOpacity(1.0)
        if shown.found:
            self._draw_found(painter, laid_out, shown)
        self._draw_selection(painter, laid_out, shown)
        style = page.typography.style(laid_out.block.kind)
        painter.setRenderHint(_SMOOTH, True)
        painter.setPen(self._colour["muted" if style.muted else "text"])
        laid_out.layout.draw(painter, QPointF(0, 0), [], _band(page, laid_out, lines))
        for mark, places in of_lines:
            painter.setOpacity(_FAINT if mark.faint else 1.0)
            self._draw_line(painter, laid_out, mark, places)
        painter.setOpacity(1.0)
        for mark, places in of_lines:
            if mark.annotation.id == shown.selected_id:
                self._draw_outline(painter, laid_out, places)
        if shown.selected_span is not None:
            colours = (self._colour["accent"], self._colour["surface"])
            draw_handles(painter, page, laid_out, index, shown.selected_span, shown.edge, colours)
        if shown.targets:
            of_block = [mark for mark, _ in of_lines]
            self._draw_targets(painter, page, laid_out, of_block, shown.targets)
        if laid_out.block.number is not None and 0 in lines:
            self._draw_number(painter, page, laid_out)
        painter.restore()
        if shown.caret is not None and page.block_of(shown.caret) == index:
            painter.fillRect(page.caret(shown.caret), self._colour["caret"])

    def _draw_area(
        self, painter: QPainter, laid_out: LaidOut, mark: Mark, places: _Places, selected: bool
    ) -> None:
        kind = mark.style.mark
        if kind in ("dots", "line"):
            return
        hue = self._hues[mark.style.hue]
        outlined = kind == "box" or (kind == "tint" and mark.level > 0)
        painter.setRenderHint(_SMOOTH, outlined)
        if outlined:
            painter.setPen(hue.box if kind == "box" else hue.thin)
        else:
            painter.setPen(_NO_PEN)
        painter.setBrush(hue.strong if selected else hue.soft)
        inset = mark.level * _INSET if kind != "underline" else _INSET
        for number, left, right in places:
            rect = _text_rect(laid_out, number, left, right).adjusted(0, inset, 0, -inset)
            if outlined:
                painter.drawRoundedRect(rect.adjusted(-1.5, 0, 1.5, 0), _RADIUS, _RADIUS)
            else:
                painter.drawRect(rect)

    def _draw_line(self, painter: QPainter, laid_out: LaidOut, mark: Mark, places: _Places) -> None:
        kind = mark.style.mark
        if kind not in ("underline", "dots", "line"):
            return
        hue = self._hues[mark.style.hue]
        painter.setPen({"underline": hue.thick, "dots": hue.dots, "line": hue.line}[kind])
        for number, left, right in places:
            top, height = laid_out.bands[number]
            y = round(top + height + 2 + mark.level * _LANE) - 0.5 * (kind == "line")
            painter.drawLine(QPointF(left + 0.5, y), QPointF(right - 0.5, y))

    def _draw_outline(self, painter: QPainter, laid_out: LaidOut, places: _Places) -> None:
        painter.setRenderHint(_SMOOTH, True)
        painter.setBrush(_NO_BRUSH)
        painter.setPen(self._outline)
        for number, left, right in places:
            rect = _text_rect(laid_out, number, left, right).adjusted(-2, -1, 2, 1)
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)

    def _draw_selection(self, painter: QPainter, laid_out: LaidOut, shown: Shown) -> None:
        """The selected text filled; what was trimmed off it as an outline that continues it.

        While a handle is dragged, what the annotation would cover is filled, too.
        """
        for span in (shown.selection, shown.preview):
            for rect in _rects(laid_out, span):
                painter.fillRect(rect.adjusted(0, -1, 0, 1), self._colour["selection"])
        for rect in _rects(laid_out, shown.ghost):
            painter.setPen(self._ghost)
            painter.setBrush(_NO_BRUSH)
            painter.drawRect(rect.adjusted(0.5, -0.5, -0.5, 0.5))

    def _draw_found(self, painter: QPainter, laid_out: LaidOut, shown: Shown) -> None:
        block = laid_out.block.span
        hue = self._hues[_FOUND_HUE]
        painter.setRenderHint(_SMOOTH, True)
        painter.setPen(hue.thin)
        painter.setBrush(hue.strong)
        first = bisect_left(shown.found, block.start - shown.found_length + 1)
        for start in islice(shown.found, first, bisect_left(shown.found, block.end)):
            for number, left, right in laid_out.segments(Span(start, start + shown.found_length)):
                rect = _text_rect(laid_out, number, left, right)
                painter.drawRoundedRect(rect, _RADIUS, _RADIUS)

    def _draw_targets(
        self,
        painter: QPainter,
        page: Page,
        laid_out: LaidOut,
        marks: list[Mark],
        targets: Mapping[str, int],
    ) -> None:
        if not targets:
            return
        font = page.typography.number_font
        side = QFontMetricsF(font).height() + 2
        painter.setRenderHint(_SMOOTH, True)
        for mark in marks:
            number = targets.get(mark.annotation.id)
            if number is None or mark.annotation.start < laid_out.block.start or not mark.segments:
                continue
            line, left, right = mark.segments[0]
            rect = _text_rect(laid_out, line, left, right)
            badge = QRectF(rect.left() - side / 2, rect.top() - side / 2, side, side)
            painter.setPen(_NO_PEN)
            painter.setBrush(self._colour["accent"])
            painter.drawEllipse(badge)
            painter.setPen(self._colour["on_accent"])
            painter.setFont(font)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))

    def _draw_number(self, painter: QPainter, page: Page, laid_out: LaidOut) -> None:
        painter.setPen(self._colour["faint"])
        painter.setFont(page.typography.number_font)
        width = page.left - page.typography.px(10)
        place = QRectF(-page.left, 0, width - page.typography.px(6), laid_out.pitch)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, str(laid_out.block.number))


class _HuePens:
    """The colours and pens of one hue, made once."""

    def __init__(self, hue: HueColours) -> None:
        ink = QColor(hue.ink)
        self.soft = QColor(hue.soft)
        self.strong = QColor(hue.strong)
        self.thin = QPen(ink, 1.0)
        self.box = QPen(ink, 1.4)
        self.line = QPen(ink, 1.2)
        self.thick = QPen(ink, 2.0)
        self.dots = QPen(ink, 2.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        self.dots.setDashPattern([1.0, 1.4])


def _text_rect(laid_out: LaidOut, number: int, left: float, right: float) -> QRectF:
    """The rectangle of a piece of a line, a little higher than its glyphs."""
    top, height = laid_out.bands[number]
    return QRectF(left, top - 1, right - left, height + 3)


def _rects(laid_out: LaidOut, span: Span | None) -> Iterator[QRectF]:
    """The rectangles of what of a span lies in a block."""
    if span is not None and span.overlaps(laid_out.block.span):
        for number, left, right in laid_out.segments(span):
            yield _text_rect(laid_out, number, left, right)


def _band(page: Page, laid_out: LaidOut, lines: frozenset[int]) -> QRectF:
    """What these lines of text take, relative to the block's text corner."""
    top, height = min(lines) * laid_out.pitch, (max(lines) - min(lines) + 1) * laid_out.pitch
    return QRectF(-page.left, top, page.width, height)
