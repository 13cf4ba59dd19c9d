"""A row of small round switches with a number each, one of which is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.ui.panels.flow_layout import FlowLayout
from desktop.ui.panels.painting import paint_focus, sized, text_width
from desktop.ui.theme import Theme

_HEIGHT = 20
_PADDING = 7
_TIGHT = 4
"""Where all chips have room on one line only so."""
_GAP = 4
_SIZE = 11


class _Chip(QAbstractButton):
    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._theme = theme
        self._padding = _PADDING
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

    def set_padding(self, padding: int) -> None:
        if padding != self._padding:
            self._padding = padding
            self.updateGeometry()

    @property
    def words_width(self) -> int:
        return round(text_width(sized(self.font(), _SIZE), self.text()) + 0.5)

    def sizeHint(self) -> QSize:
        return QSize(self.words_width + 2 * self._padding, _HEIGHT)

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
        layout = FlowLayout(self, horizontal=_GAP, vertical=_GAP)
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
        self._fit()

    def choose(self, position: int) -> None:
        """Switch a chip on without a signal."""
        self._chips[position].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay on one line, if a little less room lets them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words = sum(chip.words_width for chip in self._chips) + _GAP * (len(self._chips) - 1)
        roomy, tight = (words + 2 * padding * len(self._chips) for padding in (_PADDING, _TIGHT))
        padding = _TIGHT if tight <= self.width() < roomy else _PADDING
        for chip in self._chips:
            chip.set_padding(padding)
