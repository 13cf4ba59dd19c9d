"""Eojeol: runs of text between spaces, the words in them, and where each word may end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.korean.particle_words import SURNAMES, TITLES
from desktop.korean.particles import ends, is_particle
from desktop.model.span import Span

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "〈": "〉", "《": "》", "（": "）"}
_CLOSING = frozenset(_BRACKETS.values())
_MARKS = frozenset("\"'“”‘’„‟「」『』«»…‥!?;=|ㆍ‧・•▲△▶◆■□○●※→↑↓―—–*\ufe0f\u200d\u20e3") | (
    _CLOSING | frozenset(_BRACKETS)
)
_PICTURES = (range(0x2600, 0x27C0), range(0x1F000, 0x1FB00))
_BETWEEN_NUMBERS = frozenset(",.:/·")
_BETWEEN_LATIN = frozenset("./'’&+_@")
_RANGES = frozenset("~∼～")
_HYPHENS = frozenset("-‐‑−")
_OLD_VOWEL = "\u119e"
"""Old ㆍ, which some newspapers type for a middle dot; after a leading jamo it is a vowel."""

_COMPANY_FORMS = ("(주)", "(유)", "(사)", "(재)", "㈜")
_LONGEST_BRACKET = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that is taken as one: a word of an eojeol without the marks around it, a sentence.

    ``ends`` are the places where it may end, rising: the bare word first, then with 씨 or with a
    bracket that belongs to it, last with its particle.
    """

    start: int
    ends: tuple[int, ...]

    @property
    def bare(self) -> Span:
        """The unit less what may follow it."""
        return Span(self.start, self.ends[0])

    @property
    def whole(self) -> Span:
        """The unit with all that may follow it."""
        return Span(self.start, self.ends[-1])


def eojeol_at(text: str, offset: int, within: Span) -> Span | None:
    """The eojeol around the character at ``offset``, or the one that ends before it.

    Nothing outside ``within`` is looked at; None when only space is there.
    """
    at = min(offset, within.end - 1)
    if at > within.start and text[at].isspace():
        at -= 1
    if not within.start <= at or text[at].isspace():
        return None
    start, end = at, at + 1
    while start > within.start and not text[start - 1].isspace():
        start -= 1
    while end < within.end and not text[end].isspace():
        end += 1
    return Span(start, end)


def word_at(text: str, offset: int, within: Span) -> Unit | None:
    """The word at ``offset``, or the one nearest before or after it in its eojeol.

    An eojeol that is made of marks only counts as a word.
    """
    eojeol = eojeol_at(text, offset, within)
    if eojeol is None:
        return None
    found = words_of(text, eojeol)
    before = [word for word in found if word.start <= offset]
    return before[-1] if before else found[0]


def words_of(text: str, eojeol: Span) -> list[Unit]:
    """The words of an eojeol in order; at least one."""
    found: list[Unit] = []
    for run in _runs(text, eojeol):
        bracketed = run.start > eojeol.start and text[run.start - 1] in _CLOSING
        if not (bracketed and is_particle(run.slice(text))):
            found.append(_word(text, run))
    return found or [Unit(eojeol.start, (eojeol.end,))]


def _word(text: str, run: Span) -> Unit:
    lengths = ends(run.slice(text), is_name=_is_name(text, run))
    places = [run.start + length for length in lengths]
    start = run.start
    for form in _COMPANY_FORMS:
        if text.endswith(form, 0, start):
            start -= len(form)
    closed = _bracket_end(text, run.end)
    if closed is not None:
        places.append(closed)
        after = _particle_end(text, closed)
        if after > closed:
            places.append(after)
    return Unit(start, tuple(places))


def _is_name(text: str, run: Span) -> bool:
    """True when what follows shows that no particle is there: 김수로 대표, 강원도·경기도."""
    after = text[run.end : run.end + 8]
    if after[:1] in ("(", "·"):
        return True
    word = run.slice(text)
    return (
        len(word) == 3
        and word[0] in SURNAMES
        and len(ends(word)) == 2
        and after[:1] == " "
        and after[1:].startswith(TITLES)
    )


def _bracket_end(text: str, at: int) -> int | None:
    """Where the bracket that opens at ``at`` ends; None without one, or when it is long."""
    closing = _BRACKETS.get(text[at : at + 1])
    if closing is None:
        return None
    end = text.find(closing, at, at + _LONGEST_BRACKET)
    return end + 1 if end >= 0 and "\n" not in text[at:end] else None


def _particle_end(text: str, at: int) -> int:
    """The end of the particle at ``at``; ``at`` itself when none is there."""
    end = at
    while end < len(text) and end - at < _LONGEST_BRACKET and _in_word(text, end, at, len(text)):
        end += 1
    return end if end > at and is_particle(text[at:end]) else at


def _runs(text: str, eojeol: Span) -> Iterator[Span]:
    """The runs of characters that make words."""
    start = None
    for at in range(eojeol.start, eojeol.end):
        if _in_word(text, at, eojeol.start, eojeol.end):
            start = at if start is None else start
        elif start is not None:
            yield Span(start, at)
            start = None
    if start is not None:
        yield Span(start, eojeol.end)


def _in_word(text: str, at: int, low: int, high: int) -> bool:
    """True when the character at ``at`` is part of a word, as its neighbours show."""
    character = text[at]
    if character.isalnum() and character != _OLD_VOWEL:
        return True
    if character in _MARKS or character.isspace():
        return False
    before = text[at - 1] if at > low else ""
    after = text[at + 1] if at + 1 < high else ""
    joins = False
    if character in _BETWEEN_NUMBERS:
        joins = before.isdigit() and after.isdigit()
    if character in _BETWEEN_LATIN:
        joins = joins or (_is_latin(before) and _is_latin(after))
    if character in _HYPHENS:
        joins = after.isdigit() or (_is_latin(before) and _is_latin(after))
    if character in _RANGES:
        joins = after.isdigit() and before != ""
    if joins or character in _BETWEEN_NUMBERS | _BETWEEN_LATIN | _HYPHENS | _RANGES:
        return joins
    if character == _OLD_VOWEL:
        return "\u1100" <= before <= "\u115f"
    return not any(ord(character) in pictures for pictures in _PICTURES)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
