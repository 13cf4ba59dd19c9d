"""What a key press is: the physical key, whatever the layout or an input method makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from desktop.ui.key_positions import key_at, key_of_jamo

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
SAME_KEYS: Mapping[Qt.Key, Qt.Key] = MappingProxyType(
    {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}
)
"""Keys that count as another one."""

_SHIFTED_DIGITS = MappingProxyType(dict(zip("!@#$%^&*()", "1234567890", strict=True)))
_NAMED_FROM = 0x0100_0000
"""From here on Qt's keys are named ones (Tab, F1, …) and no characters."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key press.

    ``key`` is the physical key, named as on a US keyboard: ``Key_R`` also when a Hangul input
    method made ㄱ of it; Return also for the key pad's Enter, Tab with Shift for Backtab. Shift is
    not among the ``modifiers`` of a punctuation mark that is typed with it. ``text`` is what the
    platform typed.
    """

    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    text: str

    @property
    def digit(self) -> int | None:
        """The digit of a digit key pressed alone."""
        if self.modifiers == _NONE and Qt.Key.Key_0 <= self.key <= Qt.Key.Key_9:
            return self.key - Qt.Key.Key_0
        return None

    def is_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> bool:
        """True when it is this key with exactly these modifiers."""
        return self.key == key and self.modifiers == modifiers


def stroke_of(event: QKeyEvent, platform: str | None = None) -> Stroke:
    """The stroke of an event. ``platform`` is Qt's name of it, by default the running one."""
    if platform is None:
        platform = QGuiApplication.platformName()
    key = _physical_key(event, platform)
    modifiers = event.modifiers() & ~_KEYPAD
    if _is_punctuation(key):
        modifiers &= ~_SHIFT
    return Stroke(key, modifiers, event.text())


def _physical_key(event: QKeyEvent, platform: str) -> Qt.Key:
    """Letters and named keys as the layout has them; else the jamo's key, else the place.

    On a Latin layout that is not QWERTY, a letter key is therefore the one with that letter on it,
    while digits are found by their place (French keyboards type them with Shift).
    """
    code = event.key()
    if _is_letter(code) or _is_digit(code) or _is_named(code):
        key = Qt.Key(code)
        return SAME_KEYS.get(key, key)
    character = event.text() or (chr(code) if 0 < code < _NAMED_FROM else "")
    if (letter := key_of_jamo(character)) is not None:
        return letter
    place = key_at(platform, event.nativeScanCode(), event.nativeVirtualKey())
    if not _is_punctuation(code):
        return place or Qt.Key.Key_unknown
    if place is not None and _is_digit(place):
        return place
    if event.modifiers() & _SHIFT and place is None and character in _SHIFTED_DIGITS:
        return Qt.Key(ord(_SHIFTED_DIGITS[character]))
    return Qt.Key(code)


def _is_letter(code: int) -> bool:
    return Qt.Key.Key_A <= code <= Qt.Key.Key_Z


def _is_digit(code: int) -> bool:
    return Qt.Key.Key_0 <= code <= Qt.Key.Key_9


def _is_named(code: int) -> bool:
    if code == Qt.Key.Key_Space:
        return True
    dead = Qt.Key.Key_Dead_Grave <= code <= Qt.Key.Key_Dead_Longsolidusoverlay
    return code >= _NAMED_FROM and code != Qt.Key.Key_unknown and not dead


def _is_punctuation(code: int) -> bool:
    return Qt.Key.Key_Space < code <= Qt.Key.Key_AsciiTilde and not (
        _is_letter(code) or _is_digit(code)
    )
