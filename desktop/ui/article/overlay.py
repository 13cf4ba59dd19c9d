"""Overlay: what a mode or a card puts over the page: numbers at places, and lines around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.model.span import Span
from desktop.ui.article.page import Page
from desktop.ui.theme import Palette

_RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class Overlay:
    """Places of the text.

    ``numbered`` places have a badge with a number, ``offered`` ones a dashed line around them (to
    be marked by the next key), ``pointed_at`` ones a thin line (what a card speaks of). From the
    line of the ``tied`` offset a line leads to the right, to the card beside it.
    """

    numbered: tuple[tuple[Span, int], ...] = ()
    offered: tuple[Span, ...] = ()
    pointed_at: tuple[Span, ...] = ()
    tied: int | None = None

    @property
    def spans(self) -> Iterator[Span]:
        """Every place that something is drawn at."""
        yield from (span for span, _ in self.numbered)
        yield from self.offered
        yield from self.pointed_at
        if self.tied is not None:
            yield Span(self.tied, self.tied)


class OverlayPainter:
    """Draws overlays with the colours of one palette, over blocks that are drawn already."""

    def __init__(self, palette: Palette) -> None:
        self._accent = QColor(palette.accent)
        self._on_accent = QColor(palette.on_accent)
        self._dashed = QPen(self._accent, 1.4)
        self._dashed.setStyle(Qt.PenStyle.CustomDashLine)
        self._dashed.setDashPattern([3.0, 2.4])
        self._thin = QPen(self._accent, 1.2)

    def draw(self, painter: QPainter, page: Page, blocks: range, overlay: Overlay) -> None:
        """Draw what lies on these blocks; the painter's origin is the page's top left corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen, spans in ((self._thin, overlay.pointed_at), (self._dashed, overlay.offered)):
            painter.setPen(pen)
            for rect in _rects(page, blocks, spans):
                painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if overlay.tied is not None and page.block_of(overlay.tied) in blocks:
            self._draw_tie(painter, page, overlay.tied)
        for span, number in overlay.numbered:
            self._draw_badge(painter, page, blocks, span, number)

    def _draw_tie(self, painter: QPainter, page: Page, offset: int) -> None:
        """Below the line, from the end of its text to beyond the page's edge."""
        laid_out = page.laid_out(page.block_of(offset))
        caret = page.caret(offset)
        line = laid_out.lines[
            laid_out.line_of(laid_out.map.to_utf16(offset - laid_out.block.start))
        ]
        left = page.left + line.naturalTextWidth() + 4
        y = tie_y(caret.top(), caret.bottom())
        painter.setPen(QPen(self._accent, 1.0))
        painter.drawLine(QPointF(left, y), QPointF(page.width + 400, y))

    def _draw_badge(
        self, painter: QPainter, page: Page, blocks: range, span: Span, number: int
    ) -> None:
        first = next(_rects(page, blocks, (span,)), None)
        if first is None or page.block_of(span.start) not in blocks:
            return
        font = QFont(page.typography.number_font)
        font.setWeight(QFont.Weight.DemiBold)
        side = QFontMetricsF(font).height() + 2
        badge = QRectF(
            QPointF(first.left() - side / 2, first.top() - side / 2 + 1), first.topLeft()
        )
        badge.setSize(QRectF(0, 0, side, side).size())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        painter.drawEllipse(badge)
        painter.setPen(self._on_accent)
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))


def tie_y(top: float, bottom: float) -> float:
    """At what height of a line of text its tie is drawn."""
    return (top + bottom) / 2


def _rects(page: Page, blocks: range, spans: Iterable[Span]) -> Iterator[QRectF]:
    """The pieces of lines on which spans lie, on the page."""
    for span in spans:
        touched = page.blocks_touching(span)
        for index in range(max(touched.start, blocks.start), min(touched.stop, blocks.stop)):
            laid_out = page.laid_out(index)
            corner = QPointF(page.left, page.top(index))
            for number, left, right in laid_out.segments(span):
                line = laid_out.lines[number]
                rect = QRectF(left - 3, line.y() - 2, right - left + 6, line.height() + 5)
                yield rect.translated(corner)
