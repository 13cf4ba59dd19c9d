"""Lists of words written as plain text, and expressions made of them."""

from __future__ import annotations

import re


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``, in order."""
    return tuple(text.split())


def any_of(text: str) -> str:
    """An expression for one of the words of ``text``, the longest that fits."""
    longest_first = sorted(words(text), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
