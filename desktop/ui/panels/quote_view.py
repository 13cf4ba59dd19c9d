"""The text of an annotation on a few lines, with a bar in its label's colour."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.model.schema import Hue
from desktop.ui.panels.painting import sized
from desktop.ui.panels.wrapped_text import paint_lines, wrapped
from desktop.ui.theme import Theme

_MOST_LINES = 8
_PITCH = 21
_SIZE = 13
_BAR = 3
_LEFT = 13
_PADDING = 2
_LONGEST = 1_000
_LONGEST_TOOLTIP = 5_000


class QuoteView(QWidget):
    """At most eight lines; the tooltip has the rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quote = ""
        self._hue: Hue = "grey"
        self._lines: list[str] = [""]
        self._lines_width = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_quote(self, quote: str, hue: Hue) -> None:
        """Show another text."""
        if (quote, hue) == (self._quote, self._hue):
            return
        self._quote, self._hue = quote, hue
        self._lines_width = 0
        self.setAccessibleName(quote[:_LONGEST])
        self.setToolTip(f"<p>{escape(quote[:_LONGEST_TOOLTIP])}</p>")
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines of the new width; a scroll area asks no widget for that."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(len(self._wrapped(self.width())) * _PITCH + 2 * _PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the lines."""
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        bar = QRectF(0, 0, _BAR, self.height())
        painter.fillRect(bar, QColor(palette.hues[self._hue].ink))
        painter.setPen(QColor(palette.text))
        lines = self._wrapped(self.width())
        paint_lines(painter, lines, self._font(), QPointF(_LEFT, _PADDING), _PITCH)

    def _wrapped(self, width: int) -> list[str]:
        if width != self._lines_width:
            room = max(width - _LEFT, 40)
            self._lines = wrapped(self._quote[:_LONGEST], self._font(), room, _MOST_LINES)
            self._lines_width = width
        return self._lines

    def _font(self) -> QFont:
        return sized(self.font(), _SIZE)
