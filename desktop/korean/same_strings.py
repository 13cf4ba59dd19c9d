"""The other places of a marked string, as words: not inside longer ones, particles or not."""

from __future__ import annotations

from desktop.korean.eojeol import eojeol_at, words_of
from desktop.korean.particles import is_particle
from desktop.model.span import Span

_LONGEST_TAIL = 8
_IN_NUMBERS = ".,"
_SIGNS = "-−+±"
_REACH = 80
"""How much of an eojeol is looked at on either side of a string's end."""


def same_strings(text: str, quote: str, most: int) -> list[Span]:
    """Where ``quote`` stands by itself in ``text``, in order; ``most`` at most.

    It must begin where a word begins, and end where the word ends or before a particle, an
    honorific and the like.
    """
    found: list[Span] = []
    at = text.find(quote) if quote else -1
    while at >= 0 and len(found) < most:
        span = Span(at, at + len(quote))
        if _begins(text, span) and _ends(text, span):
            found.append(span)
            at = text.find(quote, span.end)
        else:
            at = text.find(quote, at + 1)
    return found


def _begins(text: str, span: Span) -> bool:
    if span.start == 0 or not text[span.start].isalnum():
        return True
    before = text[span.start - 1]
    if not text[span.start].isdigit():
        return not before.isalnum()
    earlier = text[span.start - 2 : span.start - 1]
    if before in _IN_NUMBERS:
        return not earlier.isdigit()
    if before in _SIGNS:
        return earlier.isalnum()
    return not before.isalnum()


def _ends(text: str, span: Span) -> bool:
    tail = _tail(text, span.end)
    if not tail:
        return not _number_goes_on(text, span)
    last = text[span.end - 1]
    if last.isdigit() and tail[0].isdigit():
        return False
    if not "가" <= last <= "힣" and is_particle(tail):
        return True
    line = Span(max(span.end - _REACH, 0), min(span.end + _REACH, len(text)))
    eojeol = eojeol_at(text, span.end - 1, line)
    return eojeol is not None and any(span.end in word.ends for word in words_of(text, eojeol))


def _tail(text: str, at: int) -> str:
    """The letters and digits that follow ``at`` without a break."""
    end = at
    while end < len(text) and end - at < _LONGEST_TAIL and text[end].isalnum():
        end += 1
    return text[at:end]


def _number_goes_on(text: str, span: Span) -> bool:
    """True in 12|.5: what follows is the rest of the same number."""
    after = text[span.end : span.end + 2]
    return (
        len(after) == 2
        and text[span.end - 1].isdigit()
        and after[0] in _IN_NUMBERS
        and after[1].isdigit()
    )
