"""A field that takes the next key press, whatever it is, instead of typing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.keys import Stroke, stroke_of

_HELD_ONLY = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_unknown,
)


class KeyCatcher(QLabel):
    """Waits for a key while it has the focus; also for Tab and for shortcuts of the window."""

    caught = Signal(object)
    """The :class:`Stroke` that was pressed."""
    given_up = Signal()
    """Escape was pressed, or the keyboard went elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrap(True)
        self._waiting = False

    def wait(self, words: str) -> None:
        """Say what is waited for, and wait."""
        self.setText(words)
        self._waiting = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Take keys before they are shortcuts or move the focus."""
        if self._waiting and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self._waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self._pressed(stroke_of(event))
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer."""
        super().focusOutEvent(event)
        if self._waiting:
            self._waiting = False
            self.given_up.emit()

    def _pressed(self, stroke: Stroke) -> None:
        if stroke.key in _HELD_ONLY:
            return
        self._waiting = False
        if stroke.is_key(Qt.Key.Key_Escape):
            self.given_up.emit()
        else:
            self.caught.emit(stroke)
