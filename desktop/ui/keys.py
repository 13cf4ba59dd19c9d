"""Which key does what while the article has the focus: two tables, and one function to read them.

Single keys act only there, so they are inert while typing in a field. They are compared by Qt's key
and, when an input method put a letter of its own on the key, by the jamo that the standard
two-set Hangul layout (KS X 5002) has there.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

CARET_KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], tuple[str, bool]] = MappingProxyType(
    {
        (Qt.Key.Key_Left, _NONE): ("character", False),
        (Qt.Key.Key_Right, _NONE): ("character", True),
        (Qt.Key.Key_Left, _CTRL): ("eojeol", False),
        (Qt.Key.Key_Right, _CTRL): ("eojeol", True),
        (Qt.Key.Key_Up, _NONE): ("line", False),
        (Qt.Key.Key_Down, _NONE): ("line", True),
        (Qt.Key.Key_Up, _CTRL): ("paragraph", False),
        (Qt.Key.Key_Down, _CTRL): ("paragraph", True),
        (Qt.Key.Key_Home, _NONE): ("line_edge", False),
        (Qt.Key.Key_End, _NONE): ("line_edge", True),
        (Qt.Key.Key_Home, _CTRL): ("document", False),
        (Qt.Key.Key_End, _CTRL): ("document", True),
    }
)
"""Key → caret unit and direction; with Shift the selection stretches."""

ARTICLE_KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], str] = MappingProxyType(
    {
        (Qt.Key.Key_Tab, _NONE): "next_annotation",
        (Qt.Key.Key_Backtab, _NONE): "previous_annotation",
        (Qt.Key.Key_Delete, _NONE): "delete",
        (Qt.Key.Key_Backspace, _NONE): "delete",
        (Qt.Key.Key_R, _NONE): "relate",
        (Qt.Key.Key_Return, _NONE): "confirm",
        (Qt.Key.Key_Enter, _NONE): "confirm",
        (Qt.Key.Key_Escape, _NONE): "cancel",
        (Qt.Key.Key_C, _CTRL): "copy",
        (Qt.Key.Key_Space, _NONE): "page_down",
        (Qt.Key.Key_PageDown, _NONE): "page_down",
        (Qt.Key.Key_PageUp, _NONE): "page_up",
    }
)
"""Key → article action. Digits are the schema's: ``digit:1`` marks, ``pen:1`` (Shift) arms."""

_JAMO = MappingProxyType({"ㄱ": Qt.Key.Key_R, "ㄲ": Qt.Key.Key_R, "ㅊ": Qt.Key.Key_C})
_SHIFTED_DIGITS = MappingProxyType(dict(zip("!@#$%^&*(", "123456789", strict=True)))


def article_action(event: QKeyEvent) -> str | None:
    """The action on a key, or None."""
    modifiers = event.modifiers() & ~_KEYPAD
    key = Qt.Key(event.key())
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and modifiers in (_NONE, _SHIFT):
        digit = chr(key)
        return f"pen:{digit}" if modifiers == _SHIFT else f"digit:{digit}"
    if modifiers == _SHIFT and (shifted := _SHIFTED_DIGITS.get(event.text())):
        return f"pen:{shifted}"
    key = _JAMO.get(event.text(), key)
    if key == Qt.Key.Key_Backtab:
        modifiers = _NONE
    return ARTICLE_KEYS.get((key, modifiers))
