"""Rows to choose from: a number, what it is, and a word beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.panels.painting import key_cap_width, paint_key_cap, sized
from desktop.ui.theme import Theme

_HEIGHT = 28
_SIZE = 13
_SMALL = 11
_PADDING = 10


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One row: ``key`` chooses it, ``detail`` stands behind ``text`` in a lighter colour."""

    text: str
    detail: str = ""
    key: str = ""


class ChoiceRows(QWidget):
    """Paints rows, one of which is current; a click chooses."""

    chosen = Signal(int)
    """The number of the row that was clicked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[ChoiceRow] = ()
        self.current = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> Sequence[ChoiceRow]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[ChoiceRow], current: int) -> None:
        """Show other rows."""
        self._rows = rows
        self.set_current(current)
        self.updateGeometry()

    def set_current(self, current: int) -> None:
        """Make a row the current one; -1 for none."""
        self.current = current if 0 <= current < len(self._rows) else -1
        row = self._rows[self.current] if self.current >= 0 else ChoiceRow("")
        self.setAccessibleName(f"{row.text} {row.detail}".strip())
        self.update()

    def step(self, by: int) -> None:
        """Move to the row after or before, round the ends."""
        if self._rows:
            self.set_current((self.current + by) % len(self._rows))

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(300, len(self._rows) * _HEIGHT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is the current one."""
        self.set_current(int(event.position().y() // _HEIGHT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        number = int(event.position().y() // _HEIGHT)
        if event.button() == Qt.MouseButton.LeftButton and 0 <= number < len(self._rows):
            self.chosen.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self._rows):
            place = QRectF(0, number * _HEIGHT, self.width(), _HEIGHT)
            self._paint_row(painter, place, row, number == self.current)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: ChoiceRow, current: bool) -> None:
        palette = self._theme.palette
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent_soft))
            painter.drawRoundedRect(rect.adjusted(3, 1, -3, -1), 5, 5)
        small = sized(self.font(), _SMALL)
        left = rect.left() + _PADDING
        if row.key:
            paint_key_cap(painter, left, rect.center().y(), small, row.key, palette)
        left += key_cap_width(small, "0") + 8
        font = sized(self.font(), _SIZE, QFont.Weight.Medium)
        room = rect.right() - _PADDING - left
        text = QFontMetricsF(font).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        self._draw(painter, QRectF(left, rect.top(), room, rect.height()), text, font, palette.text)
        used = QFontMetricsF(font).horizontalAdvance(text) + 8
        if row.detail and room - used > 30:
            place = QRectF(left + used, rect.top(), room - used, rect.height())
            detail = QFontMetricsF(small).elidedText(
                row.detail, Qt.TextElideMode.ElideRight, place.width()
            )
            self._draw(painter, place, detail, small, palette.muted)

    @staticmethod
    def _draw(painter: QPainter, place: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, flags, text)
