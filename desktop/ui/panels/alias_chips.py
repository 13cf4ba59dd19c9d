"""The other names of an entry: chips that can be taken away, and a field for one more."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.panels.flow_layout import FlowLayout
from desktop.ui.panels.painting import paint_focus, sized, text_width
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_HEIGHT = 24
_PADDING = 9
_CROSS = 16
_SIZE = 12
_LONGEST = 220
_FIELD = 130


class AliasChips(QWidget):
    """Emits the names as they are to be."""

    changed = Signal(object)
    """A tuple of names."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._chips: list[_Chip] = []
        self._flow = FlowLayout(self, horizontal=5, vertical=5)
        self._field = LineEdit(self)
        self._field.setPlaceholderText(self.tr("One more name"))
        self._field.setAccessibleName(self.tr("One more name"))
        self._field.setFixedWidth(_FIELD)
        self._field.returnPressed.connect(self._add)
        self._flow.addWidget(self._field)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are shown."""
        return self._names

    def show_names(self, names: tuple[str, ...], *, editable: bool) -> None:
        """Show these names; what is being typed stays unless it cannot be edited."""
        self._field.setVisible(editable)
        if names == self._names and all(chip.isEnabled() == editable for chip in self._chips):
            return
        self._names = names
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self._field)
        self._chips = [_Chip(name, self._theme, self) for name in names]
        for chip in self._chips:
            chip.setEnabled(editable)
            chip.clicked.connect(self._remove)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._field)
        self.updateGeometry()

    def _add(self) -> None:
        name = " ".join(self._field.committed_text().split())
        self._field.clear()
        if name and name not in self._names:
            self.changed.emit((*self._names, name))

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip):
            self._field.setFocus()
            self.changed.emit(tuple(name for name in self._names if name != chip.name))


class _Chip(QAbstractButton):
    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.tr("Take away the name {name}").format(name=name))

    def sizeHint(self) -> QSize:
        width = text_width(sized(self.font(), _SIZE), self.name) + 2 * _PADDING + _CROSS
        return QSize(min(round(width + 2.5), _LONGEST), _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.border), 1.0))
        over = self.underMouse() and self.isEnabled()
        painter.setBrush(QColor(palette.pressed if over else palette.hover))
        rect = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(rect, _HEIGHT / 2, _HEIGHT / 2)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), _HEIGHT / 2, palette)
        font = sized(self.font(), _SIZE)
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        room = rect.adjusted(_PADDING, 0, -_PADDING - (_CROSS if self.isEnabled() else 0), 0)
        text = painter.fontMetrics().elidedText(
            self.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self.isEnabled():
            painter.setPen(QPen(QColor(palette.muted), 1.4))
            middle = rect.center().y() + 0.5
            left = rect.right() - _PADDING - 6
            painter.drawLine(left, round(middle - 3), left + 6, round(middle + 3))
            painter.drawLine(left, round(middle + 3), left + 6, round(middle - 3))
