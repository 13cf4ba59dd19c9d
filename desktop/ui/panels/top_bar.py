"""The top bar: application and project on the left, pens in the middle, undo and export right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.model.schema import Schema
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.icon_button import IconButton
from desktop.ui.panels.pen_bar import PenBar
from desktop.ui.theme import Theme

_HEIGHT = 44
_SIDE = 14
_LEAST_FILE_NAME = 70


class TopBar(QWidget):
    """One row of 44 pixels; the pens lose their names when there is no room for them."""

    pen_clicked = Signal(str)
    """The name of the label whose pen was clicked."""
    undo_requested = Signal()
    redo_requested = Signal()
    export_requested = Signal()

    def __init__(
        self, schema: Schema, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._pens = PenBar(schema, theme, language, self)
        self._pens.pen_clicked.connect(self.pen_clicked)
        self._left = self._make_left(theme)
        self._right = self._make_right(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._pens)
        self._row.addWidget(self._right, 1)
        self.set_undo(False)
        self.set_redo(False)

    def set_project(self, name: str) -> None:
        """Show the project file's name; empty when no project is open."""
        self._file.set_text(name)

    def set_armed(self, label: str | None) -> None:
        """Show which pen is in the hand."""
        self._pens.set_armed(label)

    def set_undo(self, available: bool, text: str = "") -> None:
        """Whether something can be undone, and what, for the tooltip."""
        _offer(self._undo, available, f"{self.tr('Undo')} {text}".strip(), "Ctrl+Z")

    def set_redo(self, available: bool, text: str = "") -> None:
        """Whether something can be done again, and what."""
        _offer(self._redo, available, f"{self.tr('Redo')} {text}".strip(), "Ctrl+Shift+Z")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the pens' names when the sides would be squeezed."""
        super().resizeEvent(event)
        sides = 2 * max(self._left.minimumWidth(), self._right.sizeHint().width())
        spare = self.width() - 2 * _SIDE - 2 * self._row.spacing() - sides
        self._pens.set_compact(self._pens.full_width() > spare)
        self._row.activate()

    def _make_left(self, theme: Theme) -> QWidget:
        side = QWidget(self)
        name = QLabel(self.tr("Mitjul"), side)
        name.setProperty("role", "application")
        self._file = ElidedLabel(theme, side, size=12, colour="muted")
        layout = QHBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(name)
        layout.addWidget(self._file, 1)
        side.setMinimumWidth(name.sizeHint().width() + layout.spacing() + _LEAST_FILE_NAME)
        return side

    def _make_right(self, theme: Theme) -> QWidget:
        side = QWidget(self)
        self._undo = IconButton("undo", self.tr("Undo"), theme, side)
        self._redo = IconButton("redo", self.tr("Redo"), theme, side)
        export = QPushButton(self.tr("Export"), side)
        export.setToolTip(f"{self.tr('Export')} (Ctrl+E)")
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        export.clicked.connect(self.export_requested)
        layout = QHBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addWidget(self._undo)
        layout.addWidget(self._redo)
        layout.addSpacing(8)
        layout.addWidget(export)
        return side


def _offer(button: IconButton, available: bool, text: str, keys: str) -> None:
    button.setEnabled(available)
    button.setToolTip(f"{text} ({keys})")
