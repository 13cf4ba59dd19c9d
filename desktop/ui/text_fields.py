"""Text fields in which no Hangul syllable is lost.

Qt drops the syllable that is being composed when a field loses the focus, is clicked, or is read,
unless the platform's input method sends a commit first, and not every one does. These fields keep
what they were told of it and commit it themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class _ImeSafe(_Base):
    """Comes before a text widget in the list of bases."""

    _composed = ""

    def commit_composed(self) -> None:
        """Make the syllable that is being composed part of the text."""
        if not self._composed:
            return
        QGuiApplication.inputMethod().commit()
        self._commit_left()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed; an event that commits it brings an empty string."""
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what the platform, which was asked to before this event, did not."""
        self._commit_left()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Commit before the caret moves."""
        self.commit_composed()
        super().mousePressEvent(event)

    def _commit_left(self) -> None:
        left, self._composed = self._composed, ""
        if left:
            event = QInputMethodEvent("", [])
            event.setCommitString(left)
            QApplication.sendEvent(self, event)
            # Otherwise a platform that kept the syllable sends it a second time later.
            QGuiApplication.inputMethod().reset()


class LineEdit(_ImeSafe, QLineEdit):
    """A field of one line. Read it with :meth:`committed_text`."""

    composed_changed = Signal()
    """What is being composed changed; :attr:`live_text` is another one now."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell those who search while a syllable is being composed."""
        super().inputMethodEvent(event)
        self.composed_changed.emit()

    @property
    def live_text(self) -> str:
        """The text with the syllable that is being composed, which is not committed by reading."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composed + text[at:] if self._composed else text

    def committed_text(self) -> str:
        """The text with the syllable that is being composed."""
        self.commit_composed()
        return self.text()


class PlainTextEdit(_ImeSafe, QPlainTextEdit):
    """A field of several lines, without rich text. Read it with :meth:`committed_text`."""

    def committed_text(self) -> str:
        """The text with the syllable that is being composed.

        NBSP and U+2028 come back as other characters (Qt's document changes them): not for article
        text.
        """
        self.commit_composed()
        return self.toPlainText()


def commit_focused() -> None:
    """Commit what is being composed in the field that has the focus, if it is one of ours.

    To be called before saving, exporting, undoing and closing.
    """
    widget = QApplication.focusWidget()
    if isinstance(widget, _ImeSafe):
        widget.commit_composed()
