"""A few choices side by side, one of which may be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.panels.flow_layout import FlowLayout
from desktop.ui.panels.painting import paint_focus, sized, text_width
from desktop.ui.theme import Theme

_HEIGHT = 26
_PADDING = 8
_ROUND = 6.0
_WIDEST = 200
"""Longer names are elided; the tooltip has all of them."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. ``hue`` names the colours it has when chosen; None is the accent."""

    value: str
    text: str
    hue: str | None = None


class _Segment(QAbstractButton):
    """One choice; neighbours on a line share their border."""

    def __init__(self, option: Option, theme: Theme, parent: Segments) -> None:
        super().__init__(parent)
        self.option = option
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(option.text.replace("&", "&&"))
        self.setAccessibleName(option.text)
        if self.sizeHint().width() == _WIDEST:
            self.setToolTip(f"<p>{escape(option.text)}</p>")
        self._outline = QPainterPath()
        self._outline_of: tuple[QSize, bool, bool] | None = None

    def sizeHint(self) -> QSize:
        width = text_width(self._font(chosen=True), self.option.text)
        return QSize(min(round(width + 0.5) + 2 * _PADDING, _WIDEST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """The row decides what is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.parentWidget()
        assert isinstance(row, Segments)
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            row.move_focus(self, 1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        palette = self._theme.palette
        chosen = self.isChecked()
        hue = palette.hues[self.option.hue] if self.option.hue else None
        soft = hue.soft if hue else palette.accent_soft
        ink = hue.ink if hue else palette.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        over = self.underMouse() and self.isEnabled()
        ground = soft if chosen else palette.hover if over else palette.raised
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(palette.border), 1.0))
        painter.drawPath(shape)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 5, palette)
        font = self._font(chosen=chosen)
        painter.setFont(font)
        painter.setPen(QColor(ink if chosen else palette.muted))
        room = self.width() - 2 * _PADDING + 1
        text = QFontMetricsF(font).elidedText(self.option.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _font(self, *, chosen: bool) -> QFont:
        return sized(self.font(), 12, QFont.Weight.Bold if chosen else QFont.Weight.Normal)

    def _shape(self) -> QPainterPath:
        """Rounded only at the ends of a line; made anew when size or place changed."""
        row = self.parentWidget()
        assert isinstance(row, Segments)
        wanted = (self.size(), *row.ends_of_line(self))
        if wanted != self._outline_of:
            self._outline_of = wanted
            self._outline = self._make_shape(*wanted[1:])
        return self._outline

    def _make_shape(self, first: bool, last: bool) -> QPainterPath:
        # A segment paints its right border on its neighbour's left one.
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if last else 0.5, -0.5)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, _ROUND, _ROUND)
        if not first:
            path.addRect(QRectF(box.left(), box.top(), _ROUND, box.height()))
        if not last:
            path.addRect(QRectF(box.right() - _ROUND, box.top(), _ROUND, box.height()))
        return path.simplified()


class Segments(QWidget):
    """The row. With ``clearable`` a click on the chosen one takes the choice back.

    Tab reaches the row once; the left and right arrows walk in it, space chooses. A click leaves
    the focus where it is, so that the article's keys go on working.
    """

    chosen = Signal(object)
    """The value the user chose, or None when it was cleared."""

    def __init__(
        self,
        options: Sequence[Option],
        theme: Theme,
        name: str,
        *,
        clearable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._clearable = clearable
        self._value: str | None = None
        layout = FlowLayout(self, horizontal=0, vertical=4)
        self._segments: list[_Segment] = []
        for option in options:
            segment = _Segment(option, theme, self)
            segment.clicked.connect(self._clicked)
            layout.addWidget(segment)
            self._segments.append(segment)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_tab_stop()

    @property
    def value(self) -> str | None:
        """What is chosen."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose without a signal; a value that is no option chooses nothing."""
        if value == self._value:
            return
        self._value = value
        for segment in self._segments:
            segment.setChecked(segment.option.value == value)
        self._set_tab_stop()

    def move_focus(self, start: QWidget, step: int) -> None:
        """Move the keyboard focus along the row."""
        index = next(i for i, segment in enumerate(self._segments) if segment is start)
        aim = self._segments[(index + step) % len(self._segments)]
        aim.setFocus(Qt.FocusReason.TabFocusReason)

    def ends_of_line(self, segment: QWidget) -> tuple[bool, bool]:
        """Whether ``segment`` is the first and the last of its line."""
        index = next(i for i, other in enumerate(self._segments) if other is segment)
        y = segment.y()
        first = index == 0 or self._segments[index - 1].y() != y
        last = index + 1 == len(self._segments) or self._segments[index + 1].y() != y
        return first, last

    def _clicked(self) -> None:
        segment = self.sender()
        assert isinstance(segment, _Segment)
        value = segment.option.value
        if value == self._value:
            if not self._clearable:
                return
            self.set_value(None)
        else:
            self.set_value(value)
        self.chosen.emit(self._value)

    def _set_tab_stop(self) -> None:
        """One segment is reached by Tab: the chosen one, where Tab came to the one before."""
        stop = next((s for s in self._segments if s.isChecked()), self._segments[0])
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for segment in self._segments:
            if segment is not stop and segment.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(segment, stop)
                segment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
