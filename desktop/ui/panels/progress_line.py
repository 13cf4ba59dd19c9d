"""How much of the project is done: a thin bar and the numbers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.panels.painting import sized, text_width
from desktop.ui.theme import Theme

_HEIGHT = 16
_BAR = 4
_GAP = 8


class ProgressLine(QWidget):
    """Hidden while there is nothing to count."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_progress(self, done: int | None, total: int | None) -> None:
        """So many articles are done; None while that is not known."""
        self._done, self._total = done or 0, total or 0
        self.setVisible(done is not None and bool(total))
        words = self.tr("{done} of {total} articles are done")
        said = words.format(done=f"{self._done:,}", total=f"{self._total:,}")
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    @property
    def shown(self) -> str:
        """The numbers."""
        return f"{self._done:,} / {self._total:,}"

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(80, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, its filled part and the numbers."""
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = sized(self.font(), 11)
        room = text_width(font, self.shown) + 2
        painter.setFont(font)
        painter.setPen(QColor(palette.muted))
        place = QRectF(self.width() - room, 0, room, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.shown)
        bar = QRectF(0, (self.height() - _BAR) / 2, max(self.width() - room - _GAP, 0), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.pressed))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if self._done:
            bar.setWidth(max(bar.width() * self._done / self._total, _BAR))
            painter.setBrush(QColor(palette.success))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
