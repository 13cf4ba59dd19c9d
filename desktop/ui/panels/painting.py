"""What several panels paint: marks in small, key-caps, dots of states, the ground of rows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from desktop.model.project import DocumentState
from desktop.model.schema import Mark
from desktop.ui.theme import HueColours, Palette

SWATCH = 14
"""Width and height of a swatch in pixels."""

FOCUS_LINE = 2.0
"""How broad the ring of what has the keyboard is."""

_ROUND = 3.0
_ROW_ROUND = 8.0
_BAR = 3.0
_CAP_HEIGHT = 16.0
_CAP_PADDING = 6.0
_DOT = 4.5


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """``font`` in another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def text_width(font: QFont, text: str) -> float:
    """How wide ``text`` is on one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def paint_row_ground(
    painter: QPainter, row: QRectF, state: QStyle.StateFlag, palette: Palette, *, current: bool
) -> None:
    """What lies under a row of a list: current, pointed at or selected, and with the keyboard."""
    over = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
    if current or over:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent_soft if current else palette.hover))
        painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), _ROW_ROUND, _ROW_ROUND)
    if state & QStyle.StateFlag.State_HasFocus:
        paint_focus(painter, row.adjusted(0, 1, 0, -1), _ROW_ROUND, palette)


def paint_focus(painter: QPainter, frame: QRectF, rounding: float, palette: Palette) -> None:
    """The ring inside ``frame`` of what has the keyboard: broad enough to be seen in every look."""
    painter.setPen(QPen(QColor(palette.accent), FOCUS_LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = FOCUS_LINE / 2
    ring = frame.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(ring, rounding - inset, rounding - inset)


def paint_swatch(painter: QPainter, corner: QPointF, mark: Mark, hue: HueColours) -> None:
    """Paint a label's mark as it looks on the text, its top left corner at ``corner``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(corner.x(), corner.y(), SWATCH, SWATCH)
    if mark in ("tint", "box"):
        _paint_area(painter, box, hue, outline=1.8 if mark == "box" else 1.0)
    elif mark == "dots":
        _paint_dots(painter, box, hue)
    else:
        _paint_bar(painter, box, hue, tinted=mark == "underline")
    painter.restore()


def _paint_area(painter: QPainter, box: QRectF, hue: HueColours, outline: float) -> None:
    painter.setPen(QPen(QColor(hue.ink), outline))
    painter.setBrush(QColor(hue.soft))
    inset = outline / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)


def _paint_bar(painter: QPainter, box: QRectF, hue: HueColours, *, tinted: bool) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(box, _ROUND, _ROUND)
    painter.setClipPath(outline)
    if tinted:
        painter.fillRect(box, QColor(hue.soft))
    painter.fillRect(box.adjusted(0, SWATCH - _BAR, 0, 0), QColor(hue.ink))


def _paint_dots(painter: QPainter, box: QRectF, hue: HueColours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(hue.ink))
    step = SWATCH / 3
    for index in range(3):
        centre = QPointF(box.left() + step * (index + 0.5), box.bottom() - _BAR / 2)
        painter.drawEllipse(centre, 1.4, 1.4)


def key_cap_width(font: QFont, key: str) -> float:
    """How wide :func:`paint_key_cap` paints."""
    return max(text_width(font, key) + 2 * _CAP_PADDING, _CAP_HEIGHT + 2)


def paint_key_cap(
    painter: QPainter, left: float, middle: float, font: QFont, key: str, palette: Palette
) -> None:
    """Paint a key as it looks on a keyboard, vertically centred on ``middle``."""
    width = key_cap_width(font, key)
    cap = QRectF(left, middle - _CAP_HEIGHT / 2, width, _CAP_HEIGHT)
    painter.setPen(QPen(QColor(palette.border_strong), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(palette.muted))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def paint_state(painter: QPainter, centre: QPointF, state: DocumentState, palette: Palette) -> None:
    """Paint how far an article is: a ring when new, half full in progress, full when done.

    One that is skipped is a ring with a bar in it.
    """
    colours = {
        "new": palette.muted,
        "in_progress": palette.accent,
        "done": palette.success,
        "skipped": palette.muted,
    }
    colour = QColor(colours[state])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(colour if state == "done" else Qt.BrushStyle.NoBrush)
    radius = _DOT - 1.0
    painter.drawEllipse(centre, radius, radius)
    if state == "skipped":
        half = QPointF(radius / 2, 0)
        painter.drawLine(centre - half, centre + half)
    if state == "in_progress":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawPie(circle, 90 * 16, 180 * 16)
    painter.restore()
