"""A thin scroll bar; Qt's own costs more to draw than the text that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from desktop.ui.theme import Palette

_WIDTH = 12


class ThinScrollBar(QScrollBar):
    """Draws only its handle; behaves as the platform's scroll bar does."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Draw with these colours."""
        self._track = QColor(palette.window)
        self._handle = QColor(palette.border_strong)
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow, but wide enough to grab."""
        return QSize(_WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._track)
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._handle)
        painter.drawRoundedRect(QRectF(handle).adjusted(3, 1, -3, -1), 3, 3)
