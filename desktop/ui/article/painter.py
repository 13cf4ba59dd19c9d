"""Drawing the page: marks under the text, the text, and what is selected over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.model.span import Span
from desktop.ui.article import typography as type_
from desktop.ui.article.marks import Mark, Marks
from desktop.ui.article.page import LaidOut, Page
from desktop.ui.theme import Palette

_RADIUS = 4.0
_LANE = 4.0
_INSET = 2.0


@dataclass(slots=True)
class Shown:
    """What is drawn beside text and marks: selections, caret, numbered targets."""

    selection: Span | None = None
    selected_id: str | None = None
    caret: int | None = None
    targets: Mapping[str, int] = field(default_factory=dict)


class PagePainter:
    """Draws blocks of a page with the colours of one palette."""

    def __init__(self, palette: Palette) -> None:
        self._colour = {
            name: QColor(getattr(palette, name))
            for name in ("text", "muted", "faint", "selection", "accent", "on_accent", "caret")
        }
        self._hues = {
            name: (QColor(hue.ink), QColor(hue.soft), QColor(hue.strong))
            for name, hue in palette.hues.items()
        }

    def draw_block(
        self, painter: QPainter, page: Page, marks: Marks, index: int, shown: Shown
    ) -> None:
        """Draw one block at its place; the painter's origin is the page's top left corner."""
        laid_out = page.laid_out(index)
        painter.save()
        painter.translate(page.left, page.top(index))
        of_block = marks.of_block(index)
        for mark in of_block:
            self._draw_area(painter, laid_out, mark, mark.annotation.id == shown.selected_id)
        self._draw_selection(painter, laid_out, shown.selection)
        style = page.typography.style(laid_out.block.kind)
        painter.setPen(self._colour["muted" if style.muted else "text"])
        laid_out.layout.draw(painter, QPointF(0, 0))
        for mark in of_block:
            self._draw_line(painter, laid_out, mark)
        for mark in of_block:
            if mark.annotation.id == shown.selected_id:
                self._draw_outline(painter, laid_out, mark)
        self._draw_targets(painter, page, laid_out, of_block, shown.targets)
        if laid_out.block.number is not None:
            self._draw_number(painter, page, laid_out)
        painter.restore()
        if shown.caret is not None and page.block_of(shown.caret) == index:
            painter.fillRect(page.caret(shown.caret), self._colour["caret"])

    def _draw_area(self, painter: QPainter, laid_out: LaidOut, mark: Mark, selected: bool) -> None:
        kind = mark.style.mark
        if kind in ("dots", "line"):
            return
        ink, soft, strong = self._hues[mark.style.hue]
        outlined = kind == "box" or (kind == "tint" and mark.level > 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, outlined)
        painter.setPen(QPen(ink, 1.4 if kind == "box" else 1.0) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(strong if selected else soft)
        inset = mark.level * _INSET if kind != "underline" else _INSET
        for number, left, right in mark.segments:
            rect = _text_rect(laid_out, number, left, right).adjusted(0, inset, 0, -inset)
            if outlined:
                painter.drawRoundedRect(rect.adjusted(-1.5, 0, 1.5, 0), _RADIUS, _RADIUS)
            else:
                painter.drawRect(rect)

    def _draw_line(self, painter: QPainter, laid_out: LaidOut, mark: Mark) -> None:
        kind = mark.style.mark
        if kind not in ("underline", "dots", "line"):
            return
        ink = self._hues[mark.style.hue][0]
        pen = QPen(ink, 1.2 if kind == "line" else 2.0)
        if kind == "dots":
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1.0, 1.4])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for number, left, right in mark.segments:
            rect = _text_rect(laid_out, number, left, right)
            y = round(rect.bottom() + mark.level * _LANE) - 0.5 * (kind == "line")
            painter.drawLine(QPointF(left + 0.5, y), QPointF(right - 0.5, y))

    def _draw_outline(self, painter: QPainter, laid_out: LaidOut, mark: Mark) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour["accent"], 2.0))
        for number, left, right in mark.segments:
            rect = _text_rect(laid_out, number, left, right).adjusted(-2, -1, 2, 1)
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)

    def _draw_selection(self, painter: QPainter, laid_out: LaidOut, selection: Span | None) -> None:
        if selection is None or not selection.overlaps(laid_out.block.span):
            return
        for number, left, right in laid_out.segments(selection):
            rect = _text_rect(laid_out, number, left, right).adjusted(0, -1, 0, 1)
            painter.fillRect(rect, self._colour["selection"])

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for mark in marks:
            number = targets.get(mark.annotation.id)
            if number is None or mark.annotation.start < laid_out.block.start or not mark.segments:
                continue
            line, left, right = mark.segments[0]
            rect = _text_rect(laid_out, line, left, right)
            badge = QRectF(rect.left() - side / 2, rect.top() - side / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
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


def page_width(viewport_width: float, typography: type_.Typography) -> float:
    """The page's width in a viewport: its measure, or all there is less a margin."""
    margin = typography.px(type_.PAGE_MARGIN)
    return min(typography.px(type_.PAGE_WIDTH), max(viewport_width - 2 * margin, 120.0))


def _text_rect(laid_out: LaidOut, number: int, left: float, right: float) -> QRectF:
    """The rectangle of a piece of a line, a little higher than its glyphs."""
    line = laid_out.lines[number]
    return QRectF(left, line.y() - 1, right - left, line.height() + 3)
