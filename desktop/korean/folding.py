"""Characters that are written in more than one way, taken as one for finding.

The text itself is never changed: a folded text has the same length, so that places in it are places
in the text.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ALIKE = {
    " ": _SPACES,
    "'": "‘’‚‛′＇`´",
    '"': "“”„‟″＂",
    "-": "‐‑‒–—―−－",
    "·": "ㆍ‧・•∙⋅･",
    "~": "∼～〜",
    "…": "⋯",
}
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0

_FOLDED: dict[int, str] = {
    **{code: chr(code - _TO_ASCII).lower() for code in _FULL_WIDTH},
    **{ord(capital): capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(other): one for one, others in _ALIKE.items() for other in others},
}
_LETTERS = re.compile(r"[0-9a-z]+")
_WRITTEN_TWO_WAYS = frozenset(_FOLDED) | {ord(folded) for folded in _FOLDED.values()}


def folded(text: str) -> str:
    """``text`` with one way of writing for each character; never shorter or longer."""
    return text.translate(_FOLDED)


def needle(typed: str) -> str:
    """What was typed, composed and folded, ready to be looked for in a folded text."""
    return folded(unicodedata.normalize("NFC", typed))


def small(text: str) -> str:
    """``text`` with A to Z in small letters and nothing else changed, as SQLite's lower() does."""
    return "".join(c.lower() if c.isascii() else c for c in text)


def plain_run(wanted: str) -> str:
    """The longest run in ``wanted`` that is written in one way only; empty when there is none.

    A text that does not hold it as it is does not hold ``wanted`` in any way of writing.
    """
    longest = run = ""
    for character in wanted:
        run = "" if ord(character) in _WRITTEN_TWO_WAYS else run + character
        longest = max(longest, run, key=len)
    return longest


def probes(wanted: str) -> tuple[str, ...]:
    """Strings of which a text in small letters holds at least one if it holds ``wanted``."""
    run = plain_run(wanted)
    if run:
        return (run,)
    letters = max(_LETTERS.findall(wanted), key=len, default="")
    if not letters:
        return ("",)
    wide = chr(ord(letters[0]) + _TO_ASCII)
    return (letters, wide, chr(ord(letters[0].upper()) + _TO_ASCII))


def places(text: str, wanted: str, most: int) -> list[int]:
    """Where ``wanted`` begins in ``text``, both folded, without overlaps; ``most`` at most."""
    found: list[int] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(wanted, at + len(wanted))
    return found
