"""The one place where code points meet Qt's UTF-16 positions."""

from __future__ import annotations

from bisect import bisect_left

_LAST_BMP = "\uffff"


class TextMap:
    """Converts positions of one string between code points and UTF-16 units.

    A UTF-16 position inside a surrogate pair maps to the code point before it.
    """

    __slots__ = ("_astral", "_low_surrogates")

    def __init__(self, text: str) -> None:
        self._astral: tuple[int, ...] = ()
        self._low_surrogates: tuple[int, ...] = ()
        if text and max(text) > _LAST_BMP:
            self._astral = tuple(i for i, c in enumerate(text) if c > _LAST_BMP)
            self._low_surrogates = tuple(i + n + 1 for n, i in enumerate(self._astral))

    def to_utf16(self, position: int) -> int:
        """The UTF-16 position of a code-point position."""
        return position + bisect_left(self._astral, position)

    def from_utf16(self, position: int) -> int:
        """The code-point position of a UTF-16 position."""
        return position - bisect_left(self._low_surrogates, position + 1)
