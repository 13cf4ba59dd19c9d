"""How many suggestions wait, and the keys that decide on them, in the line at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.panels.painting import key_cap_width, paint_key_cap, sized, text_width
from desktop.ui.theme import Theme

_TEXT = 12
_CAP = 11
_GAP = 5
_SPACING = 9


def on_cap(key: str) -> str:
    """A key as it stands on a key-cap, in short."""
    return key.replace("Return", "↵")


class SuggestionKeys(QWidget):
    """A count, then key-caps with what each key does; hidden while nothing waits."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = ""
        self._keys: Sequence[tuple[str, str]] = ()
        self.hide()

    def show_keys(self, count: str, keys: Sequence[tuple[str, str]]) -> None:
        """Show a count in words and (key, what it does) pairs; an empty count hides all."""
        self.setVisible(bool(count))
        if (count, tuple(keys)) == (self._count, self._keys):
            return
        self._count, self._keys = count, tuple(keys)
        self.setAccessibleName(", ".join([count, *(f"{key} {does}" for key, does in keys)]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as everything."""
        text, cap = sized(self.font(), _TEXT), sized(self.font(), _CAP)
        width = text_width(text, self._count)
        for key, does in self._keys:
            width += _SPACING + key_cap_width(cap, key) + _GAP + text_width(text, does)
        return QSize(round(width + 2), 18)

    def minimumSizeHint(self) -> QSize:
        """The count alone."""
        return QSize(round(text_width(sized(self.font(), _TEXT), self._count) + 2), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from the left what there is room for."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, cap = sized(self.font(), _TEXT), sized(self.font(), _CAP)
        left = self._paint_text(painter, 0.0, self._count)
        for key, does in self._keys:
            left += _SPACING
            width = key_cap_width(cap, key) + _GAP + text_width(text, does)
            if left + width > self.width():
                return
            paint_key_cap(painter, left, self.height() / 2, cap, key, self._theme.palette)
            left += key_cap_width(cap, key) + _GAP
            left = self._paint_text(painter, left, does)

    def _paint_text(self, painter: QPainter, left: float, words: str) -> float:
        font = sized(self.font(), _TEXT)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette.muted))
        place = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return left + text_width(font, words)
