"""How the keys go through a list while the keyboard stays on the field above it."""

from __future__ import annotations

from PySide6.QtCore import Qt


def rows_of(key: int, page: int) -> int:
    """How many rows a key goes down, negative for up; 0 when it is none of these keys."""
    steps = {
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_PageDown: page,
        Qt.Key.Key_PageUp: -page,
    }
    return steps.get(Qt.Key(key), 0)
