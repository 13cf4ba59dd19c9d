"""A label that cuts a long path or name in its middle."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class OneLine(QLabel):
    """The whole text is in the tooltip when it does not fit."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        if role:
            self.setProperty("role", role)

    def set_text(self, text: str) -> None:
        """Show ``text``; line breaks become spaces."""
        self._whole = " ".join(text.split("\n"))
        self.setAccessibleDescription(self._whole)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Shrinks to a few letters."""
        return QSize(40, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(self._whole, middle, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip("" if shown == self._whole else f"<p>{escape(self._whole)}</p>")
