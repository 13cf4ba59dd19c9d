"""Offsets in whatever unit a file counts → code points, told by the words that spans quote.

Tools count code points (Python), UTF-16 units (JavaScript, Java), bytes of UTF-8, and line ends
as one character or two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise

CODE_POINT = "code points"
UTF16 = "UTF-16"
BYTES = "UTF-8 bytes"
LF = "code points, CRLF as one"
CRLF = "code points, LF as two"
EVERY = (CODE_POINT, UTF16, BYTES, LF, CRLF)
"""All units, the likeliest first."""

Quoted = tuple[int, int, str | None]
"""Start and end as a file has them, and the words it gives for them, if any."""

Place = Callable[[int], int | None]
"""A file's offset → code points of the text; None for one that falls between two characters."""


def placer(unit: str, text: str) -> Place:
    """The places of ``text`` by offsets in ``unit``."""
    length = len(text)
    if unit == CODE_POINT:
        return lambda offset: offset if 0 <= offset <= length else None
    if unit == UTF16:
        widths: Iterable[int] = (2 if character > "\uffff" else 1 for character in text)
    elif unit == BYTES:
        widths = (len(character.encode("utf-8", "surrogatepass")) for character in text)
    elif unit == LF:
        ahead = (*text[1:], "")
        widths = (int(pair != ("\r", "\n")) for pair in zip(text, ahead, strict=False))
    else:
        lone = (before != "\r" and sign == "\n" for before, sign in pairwise(" " + text))
        widths = (2 if wide else 1 for wide in lone)
    places = {offset: at for at, offset in enumerate(accumulate(widths, initial=0))}
    return places.get


def recognised(text: str, spans: Sequence[Quoted], units: Sequence[str]) -> str:
    """The unit that most spans agree with; the first of ``units`` where several do equally.

    A span agrees when its words stand where it says. Without words, one agrees a little when it
    lies inside the text and neither begins nor ends with a space or inside a word.
    """
    if len(units) == 1 or not spans or not _differ(text):
        return units[0]
    return max(units, key=lambda unit: _agreement(text, spans, placer(unit, text)))


def _differ(text: str) -> bool:
    """Whether the units can differ in this text at all."""
    return not text.isascii() or "\n" in text


def _agreement(text: str, spans: Sequence[Quoted], place: Place) -> tuple[int, int]:
    quoted = tidy = 0
    for first, last, words in spans:
        start, end = place(first), place(last)
        if start is None or end is None or not start < end:
            continue
        if words is not None:
            quoted += text[start:end] == words
            continue
        tidy += 1 + 2 * _is_tidy(text, start, end)
    return quoted, tidy


def _is_tidy(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    begun = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begun and not inside[0].isspace() and not inside[-1].isspace()
