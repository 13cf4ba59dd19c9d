"""A row of small round switches with a number each, one of which is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.ui.panels.flow_layout import FlowLayout
from desktop.ui.panels.painting import paint_focus, sized, text_width
from desktop.ui.theme import Theme

_HEIGHT = 20
_PADDING = 7
_SIZE = 11


class _Chip(QAbstractButton):
    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        text = self._name if count is None else f"{self._name} {count:,}"
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = text_width(sized(self.font(), _SIZE), self.text())
        return QSize(round(width + 0.5) + 2 * _PADDING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        over = self.underMouse()
        painter.setBrush(
            QColor(palette.accent_soft if on else palette.pressed if over else palette.hover)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), _HEIGHT / 2, palette)
        painter.setFont(sized(self.font(), _SIZE))
        painter.setPen(QColor(palette.accent if on else palette.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Chips(QWidget):
    """The row; the first chip is on at the start."""

    chosen = Signal(int)
    """The position of the chip that was switched on."""

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, horizontal=4, vertical=4)
        self._group = QButtonGroup(self)
        self._chips: list[_Chip] = []
        for position, name in enumerate(names):
            chip = _Chip(name, theme, self)
            self._group.addButton(chip, position)
            layout.addWidget(chip)
            self._chips.append(chip)
        self._chips[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_count(self, position: int, count: int | None) -> None:
        """Show a chip's number; None while it is not known."""
        self._chips[position].set_count(count)

    def choose(self, position: int) -> None:
        """Switch a chip on without a signal."""
        self._chips[position].setChecked(True)
