"""What an empty panel says: a line, what to do, and buttons that do it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Notice(QWidget):
    """A quiet column in the upper part of the panel."""

    def __init__(self, title: str, advice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = _plain(title, "heading", self)
        text = _plain(advice, "secondary", self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 28, 4, 8)
        self._layout.setSpacing(8)
        self._layout.addWidget(heading)
        self._layout.addWidget(text)
        self._layout.addSpacing(4)
        self._layout.addStretch(1)

    def add_button(self, text: str, wish: SignalInstance | Callable[[], None]) -> QPushButton:
        """Add a button below the words that emits a signal, or calls."""
        button = QPushButton(text, self)
        button.clicked.connect(wish)
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button


def _plain(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
