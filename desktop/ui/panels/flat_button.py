"""A word that can be clicked, with a key-cap behind it where there is a key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.panels.painting import key_cap_width, paint_focus, paint_key_cap, sized, text_width
from desktop.ui.theme import Theme

_PADDING = 6
_GAP = 6
_HEIGHT = 24


class FlatButton(QAbstractButton):
    """Without a frame unless asked for; a ground shows when the pointer is on it."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        parent: QWidget,
        *,
        key: str = "",
        size: int = 12,
        framed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._size = size
        self._framed = framed
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another word."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The word, the key and some room."""
        width = text_width(self._font(), self.text()) + 2 * _PADDING
        if self._key:
            width += _GAP + key_cap_width(self._cap_font(), self._key)
        return QSize(round(width + 0.5), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the word and the key."""
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() and self.isEnabled()
        self._paint_ground(painter, over=over)
        painter.setFont(self._font())
        painter.setPen(QColor(palette.text if over or self._framed else palette.muted))
        width = text_width(self._font(), self.text())
        place = QRectF(_PADDING, 0, width + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            left = _PADDING + width + _GAP
            paint_key_cap(painter, left, self.height() / 2, self._cap_font(), self._key, palette)

    def _paint_ground(self, painter: QPainter, *, over: bool) -> None:
        palette = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._framed:
            painter.setPen(QPen(QColor(palette.border_strong), 1.0))
        if over or self._framed:
            ground = palette.hover if over else palette.raised
            painter.setBrush(QColor(palette.pressed if self.isDown() else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6.5, palette)

    def _font(self) -> QFont:
        return sized(self.font(), self._size)

    def _cap_font(self) -> QFont:
        return sized(self.font(), 11)
