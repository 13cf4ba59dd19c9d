"""Where a key is on the keyboard, whatever the layout or the input method makes of it.

Qt passes the platform's own code of a key on: on X11 and Wayland the kernel's code plus 8, on
Windows the scan code of set 1, on macOS the virtual key code. All three name places. The names here
are those of the US layout, which Korean keyboards share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt

_ROWS = ("1234567890", "QWERTYUIOP[]", "ASDFGHJKL;'", "ZXCVBNM,./")
_ROW_STARTS = (2, 16, 30, 44)
"""The first code of each row: the kernel's, and set 1's, which it was made after."""

_MAC_CODES = MappingProxyType(
    {
        **dict(zip("ASDFHGZXCV", range(10), strict=True)),
        **dict(zip("BQWERYT", range(0x0B, 0x12), strict=True)),
        **dict(zip("1234", range(0x12, 0x16), strict=True)),
        "6": 0x16,
        "5": 0x17,
        "9": 0x19,
        "7": 0x1A,
        "8": 0x1C,
        "0": 0x1D,
        "]": 0x1E,
        "O": 0x1F,
        "U": 0x20,
        "[": 0x21,
        "I": 0x22,
        "P": 0x23,
        "L": 0x25,
        "J": 0x26,
        "'": 0x27,
        "K": 0x28,
        ";": 0x29,
        ",": 0x2B,
        "/": 0x2C,
        "N": 0x2D,
        "M": 0x2E,
        ".": 0x2F,
    }
)
_BY_CODE: Mapping[int, Qt.Key] = MappingProxyType(
    {
        start + place: Qt.Key(ord(name))
        for row, start in zip(_ROWS, _ROW_STARTS, strict=True)
        for place, name in enumerate(row)
    }
)
_BY_MAC_CODE: Mapping[int, Qt.Key] = MappingProxyType(
    {code: Qt.Key(ord(name)) for name, code in _MAC_CODES.items()}
)
_XKB_OFFSET = 8

_JAMO: Mapping[str, Qt.Key] = MappingProxyType(
    {
        unicodedata.normalize("NFKC", jamo): Qt.Key(ord(letter))
        for letters, jamos in (
            ("QWERTYUIOP", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ"),
            ("ASDFGHJKL", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ"),
            ("ZXCVBNM", "ㅋㅌㅊㅍㅠㅜㅡ"),
            ("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ"),
        )
        for letter, jamo in zip(letters, jamos, strict=True)
    }
)
"""The two-set Hangul layout (KS X 5002); the last row is what Shift gives."""


def key_of_jamo(text: str) -> Qt.Key | None:
    """The key on which the Hangul layout has a jamo."""
    return _JAMO.get(unicodedata.normalize("NFKC", text)) if len(text) == 1 else None


def key_at(platform: str, scan_code: int, virtual_key: int) -> Qt.Key | None:
    """The letter, digit or punctuation key at a place; None when the platform does not say.

    ``platform`` is Qt's name of it. Codes are 0 in events that no keyboard made.
    """
    if not scan_code:
        return None
    if platform == "cocoa":
        return _BY_MAC_CODE.get(virtual_key)
    if platform == "windows":
        return _BY_CODE.get(scan_code)
    return _BY_CODE.get(scan_code - _XKB_OFFSET)
