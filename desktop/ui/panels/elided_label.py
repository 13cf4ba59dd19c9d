"""One line of plain text that ends in an ellipsis where the room ends."""

from __future__ import annotations

from html import escape
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.panels.painting import sized, text_width
from desktop.ui.theme import Theme

Colour = Literal["text", "muted", "success", "danger"]


class ElidedLabel(QWidget):
    """The whole text is in the tooltip when it does not fit."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        size: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
        colour: Colour = "text",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._weight = weight
        self._colour: Colour = colour
        self._text = ""

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str, colour: Colour | None = None) -> None:
        """Show ``text``, in another colour if one is given; line breaks become spaces."""
        text = text.replace("\n", " ")
        if text == self._text and colour in (None, self._colour):
            return
        self._text = text
        self._colour = colour or self._colour
        self.setAccessibleName(text)
        self.updateGeometry()
        self._set_tooltip()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        height = QFontMetricsF(self._font()).height()
        return QSize(round(text_width(self._font(), self._text) + 1.5), round(height + 1))

    def minimumSizeHint(self) -> QSize:
        """Shrinks to the ellipsis."""
        return QSize(round(text_width(self._font(), "…")), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip depends on the room."""
        super().resizeEvent(event)
        self._set_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        painter = QPainter(self)
        font = self._font()
        painter.setFont(font)
        painter.setPen(QColor(getattr(self._theme.palette, self._colour)))
        mode = Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(font).elidedText(self._text, mode, self.width())
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter, shown)

    def _set_tooltip(self) -> None:
        fits = text_width(self._font(), self._text) <= self.width()
        self.setToolTip("" if fits else f"<p>{escape(self._text)}</p>")

    def _font(self) -> QFont:
        return sized(self.font(), self._size, self._weight)
