"""A field above a list: what is typed narrows the list, the keys of the list go through it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.panels.list_steps import rows_of
from desktop.ui.text_fields import LineEdit


class ListField(LineEdit):
    """Up and down go through the list while the keyboard stays here; Enter takes the row."""

    searched = Signal()
    """Something else is typed, composed syllables counted."""
    stepped = Signal(int)
    """How many rows further down; negative for up."""
    entered = Signal()

    def __init__(self, name: str, hint: str, page: int, parent: QWidget) -> None:
        """``page`` is how many rows a page is."""
        super().__init__(parent)
        self._page = page
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.textChanged.connect(self.searched)
        self.composed_changed.connect(self.searched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if rows := rows_of(event.key(), self._page):
            self.stepped.emit(rows)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
