"""Drawing cards, and how high they are at a width.

A scrolled frame shows the cards of the frame before it in other places, so each is measured once
and drawn once, into a picture, for as long as it says the same.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from desktop.model.schema import Hue
from desktop.ui.margin.card import Card, Chip
from desktop.ui.panels.painting import key_cap_width, paint_key_cap, sized
from desktop.ui.theme import Palette

_BAR = 3.0
_LEFT = 11.0
_RIGHT = 8.0
_TOP = 6.0
_TITLE = 17.0
_CHIP = 18.0
_CHIP_PADDING = 7.0
_CHIP_GAP = 4.0
_ROUND = 6.0
_TITLE_SHARE = 0.58
"""Of a compact card with a chip beside its title."""
_SIZE = 11
_ELIDE = Qt.TextElideMode.ElideRight
_KEPT = 128
"""More pictures than fit on a screen, and at most some 20 MB of them at 200 %."""


@dataclass(frozen=True, slots=True)
class _Placed:
    chip: Chip
    text: str
    rect: QRectF


_Words = tuple[str, str, tuple[Chip, ...]]
"""All that a card shows."""


def _words(card: Card) -> _Words:
    return card.kind, card.title, card.chips


class CardPainter:
    """Measures and draws cards in one font and palette."""

    def __init__(self, font: QFont, palette: Palette, claim_hue: Hue) -> None:
        self._title_font = sized(font, _SIZE, QFont.Weight.Bold)
        self._chip_font = sized(font, _SIZE, QFont.Weight.Medium)
        self._chip_metrics = QFontMetricsF(self._chip_font)
        self._title_metrics = QFontMetricsF(self._title_font)
        self._palette = palette
        self._bar = {
            "claim": QColor(palette.hues[claim_hue].ink),
            "quote": QColor(palette.hues["red"].ink),
        }
        self._heights: dict[tuple[_Words, float, bool], float] = {}
        self._pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def height(self, card: Card, width: float, *, compact: bool) -> float:
        """How high a card is; a compact one has one line."""
        known = (_words(card), width, compact)
        if known not in self._heights:
            if len(self._heights) > 8 * _KEPT:
                self._heights.clear()
            self._heights[known] = self._height(card, width, compact=compact)
        return self._heights[known]

    def _height(self, card: Card, width: float, *, compact: bool) -> float:
        chips = self._chips(card, width, compact=compact)
        if compact or not chips:
            return _TOP + _TITLE + _TOP
        return chips[-1].rect.bottom() + _TOP + 1

    def draw(
        self,
        painter: QPainter,
        card: Card,
        rect: QRectF,
        *,
        compact: bool,
        lit: bool,
        key: str = "",
    ) -> None:
        """Draw a card; ``lit`` for the selected one and the one under the pointer."""
        ratio = painter.device().devicePixelRatioF()
        known = (_words(card), rect.width(), rect.height(), ratio, compact, lit, key)
        picture = self._pictures.get(known)
        if picture is None:
            picture = QPixmap((rect.size() * ratio).toSize())
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(self._palette.window))
            with QPainter(picture) as into:
                self._draw(into, card, rect.size(), compact=compact, lit=lit, key=key)
            self._pictures[known] = picture
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(known)
        place = QPointF(round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio)
        painter.drawPixmap(place, picture)

    def _draw(
        self, painter: QPainter, card: Card, size: QSizeF, *, compact: bool, lit: bool, key: str
    ) -> None:
        palette = self._palette
        rect = QRectF(QPointF(0, 0), size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(outline, _ROUND, _ROUND)
        painter.fillPath(shape, QColor(palette.raised))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, _BAR, rect.height()), self._bar[card.kind])
        painter.restore()
        painter.setPen(QPen(QColor(palette.accent if lit else palette.border), 1.4 if lit else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        self._draw_title(painter, card, rect, "" if compact else key, compact=compact)
        for placed in self._chips(card, rect.width(), compact=compact):
            self._draw_chip(painter, placed)

    def _draw_title(
        self, painter: QPainter, card: Card, rect: QRectF, key: str, *, compact: bool
    ) -> None:
        room = rect.width() - _LEFT - _RIGHT
        if compact and self._chips(card, rect.width(), compact=True):
            room *= _TITLE_SHARE
        if key:
            cap = key_cap_width(self._chip_font, key)
            left = rect.right() - _RIGHT - cap
            middle = rect.top() + _TOP + _TITLE / 2
            paint_key_cap(painter, left, middle, self._chip_font, key, self._palette)
            room -= cap + 4
        painter.setFont(self._title_font)
        painter.setPen(QColor(self._palette.text))
        place = QRectF(rect.left() + _LEFT, rect.top() + _TOP, room, _TITLE)
        title = self._compact_title(card, rect.width()) if compact else card.title
        text = self._title_metrics.elidedText(title, _ELIDE, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _chip_width(self, text: str) -> float:
        return self._chip_metrics.horizontalAdvance(text) + 2 * _CHIP_PADDING

    def _compact_title(self, card: Card, width: float) -> str:
        """The title, or its end where that is all that has room beside a chip."""
        room = (width - _LEFT - _RIGHT) * _TITLE_SHARE
        wide = self._title_width(card.title) > room
        return card.short if card.short and card.chips and wide else card.title

    def _title_width(self, title: str) -> float:
        return self._title_metrics.horizontalAdvance(title)

    def _draw_chip(self, painter: QPainter, placed: _Placed) -> None:
        ink, ground = placed.chip.colours(self._palette)
        rect = placed.rect
        if placed.chip.dotted:
            pen = QPen(ink, 1.4)
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            y = rect.bottom() - 2
            painter.drawLine(
                QPointF(rect.left() + _CHIP_PADDING, y), QPointF(rect.right() - _CHIP_PADDING, y)
            )
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, _CHIP / 2, _CHIP / 2)
        painter.setFont(self._chip_font)
        painter.setPen(QColor(self._palette.muted) if placed.chip.dotted else ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, placed.text)

    def _chips(self, card: Card, width: float, *, compact: bool) -> list[_Placed]:
        """The chips under the title, line by line; the first beside the title when compact."""
        placed: list[_Placed] = []
        room = width - _LEFT - _RIGHT
        x, y = 0.0, _TOP + _TITLE + 3
        if compact:
            title = self._compact_title(card, width)
            x = min(self._title_width(title) + _CHIP_PADDING, room * (_TITLE_SHARE + 0.02))
            y = _TOP - 0.5
            if card.kind == "quote" and x + self._chip_width(card.chips[0].text) > room:
                # Its title says already what is missing.
                return placed
        for chip in card.chips[:1] if compact else card.chips:
            free = (room - x if compact else room) - 2 * _CHIP_PADDING
            text = self._chip_metrics.elidedText(chip.text, _ELIDE, free)
            wide = self._chip_width(text)
            if x and x + wide > room and not compact:
                x, y = 0.0, y + _CHIP + _CHIP_GAP
            placed.append(_Placed(chip, text, QRectF(_LEFT + x, y, wide, _CHIP)))
            x += wide + _CHIP_GAP
        return placed
