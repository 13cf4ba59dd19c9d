"""Small buttons with a painted sign instead of a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.panels.painting import paint_focus
from desktop.ui.theme import Theme

_SIGN = 16.0


def _undo() -> QPainterPath:
    path = QPainterPath(QPointF(6, 3.5))
    path.lineTo(2.5, 7)
    path.lineTo(6, 10.5)
    path.moveTo(2.5, 7)
    path.lineTo(9.5, 7)
    path.arcTo(QRectF(6.5, 7, 6, 6), 90, -180)
    path.lineTo(7, 13)
    return path


def _redo() -> QPainterPath:
    path = QPainterPath(QPointF(10, 3.5))
    path.lineTo(13.5, 7)
    path.lineTo(10, 10.5)
    path.moveTo(13.5, 7)
    path.lineTo(6.5, 7)
    path.arcTo(QRectF(3.5, 7, 6, 6), 90, 180)
    path.lineTo(9, 13)
    return path


def _cross() -> QPainterPath:
    path = QPainterPath(QPointF(4.5, 4.5))
    path.lineTo(11.5, 11.5)
    path.moveTo(11.5, 4.5)
    path.lineTo(4.5, 11.5)
    return path


def _plus() -> QPainterPath:
    path = QPainterPath(QPointF(8, 3.5))
    path.lineTo(8, 12.5)
    path.moveTo(3.5, 8)
    path.lineTo(12.5, 8)
    return path


def _up() -> QPainterPath:
    path = QPainterPath(QPointF(3.5, 10))
    path.lineTo(8, 5.5)
    path.lineTo(12.5, 10)
    return path


def _down() -> QPainterPath:
    path = QPainterPath(QPointF(3.5, 6))
    path.lineTo(8, 10.5)
    path.lineTo(12.5, 6)
    return path


def _take() -> QPainterPath:
    """A selection brought in: brackets and an arrow."""
    path = QPainterPath(QPointF(5, 3))
    path.lineTo(2.5, 3)
    path.lineTo(2.5, 13)
    path.lineTo(5, 13)
    path.moveTo(14, 8)
    path.lineTo(6, 8)
    path.moveTo(9, 5)
    path.lineTo(6, 8)
    path.lineTo(9, 11)
    return path


SIGNS: Mapping[str, Callable[[], QPainterPath]] = MappingProxyType(
    {
        "undo": _undo,
        "redo": _redo,
        "cross": _cross,
        "plus": _plus,
        "up": _up,
        "down": _down,
        "take": _take,
    }
)
"""The signs by name, drawn as lines in a square of 16 pixels."""


class IconButton(QAbstractButton):
    """A flat square button; ``name`` is what it is called and its tooltip."""

    def __init__(self, sign: str, name: str, theme: Theme, parent: QWidget, size: int = 26) -> None:
        super().__init__(parent)
        self._path = SIGNS[sign]()
        self._theme = theme
        self._size = size
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """Not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign, and a ground under it when it is under the pointer or has the focus."""
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.pressed if self.isDown() else palette.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, palette)
        pen = QPen(QColor(palette.muted if self.isEnabled() else palette.border_strong), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate((self.width() - _SIGN) / 2, (self.height() - _SIGN) / 2)
        painter.drawPath(self._path)
