"""File names that every system takes."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 180
"""In bytes of UTF-8, leaving room for endings and temporary names in the 255 that systems allow."""


def usable_name(name: str) -> str | None:
    """``name`` as the stem of a file on Windows, macOS and Linux; None when it cannot be one.

    It is made NFC: some systems would otherwise hold two files that look alike.
    """
    name = unicodedata.normalize("NFC", name.strip()).rstrip(" .")
    if not name or name.startswith(".") or _FORBIDDEN.search(name) or _RESERVED.fullmatch(name):
        return None
    return name if len(name.encode("utf-8", "replace")) <= _LONGEST else None


def as_name(text: str) -> str:
    """``text`` made into (part of) a usable name; empty when nothing of it can be used."""
    cleaned = _FORBIDDEN.sub("_", text)
    while len(cleaned.encode("utf-8", "replace")) > _LONGEST:
        cleaned = cleaned[:-1]
    return usable_name(cleaned) or ""
