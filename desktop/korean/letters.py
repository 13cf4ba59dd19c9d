"""Hangul as letters, so that a search finds names from the first key of a syllable on.

While a syllable is composed it passes through others: ``이돋`` comes before ``이도다``. Written as
single letters the one is the beginning of the other.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LAST = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_TYPED = MappingProxyType(
    dict(
        zip("ㅘㅙㅚㅝㅞㅟㅢ", ("ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅡㅣ"), strict=True)
    )
    | dict(zip("ㄳㄵㄶㅄ", ("ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㅂㅅ"), strict=True))
    | dict(zip("ㄺㄻㄼㄽㄾㄿㅀ", ("ㄹ" + last for last in "ㄱㅁㅂㅅㅌㅍㅎ"), strict=True))
)
"""Letters that take two keys."""
_SYLLABLES = range(ord("가"), ord("힣") + 1)
_PER_FIRST = len(_VOWELS) * len(_LAST)


@cache
def letters(character: str) -> str:
    """One character in the letters that are typed for it; others than Hangul in small letters."""
    code = ord(character)
    if code not in _SYLLABLES:
        return _TYPED.get(character) or character.casefold()
    first, rest = divmod(code - _SYLLABLES.start, _PER_FIRST)
    vowel, last = divmod(rest, len(_LAST))
    return "".join(
        _TYPED.get(letter, letter)
        for letter in (_FIRST[first], _VOWELS[vowel], _LAST[last].strip())
    )


def initial(character: str) -> str:
    """The first letter of a syllable; any other character in small letters."""
    code = ord(character)
    if code in _SYLLABLES:
        return _FIRST[(code - _SYLLABLES.start) // _PER_FIRST]
    return character.casefold()


def are_initials(text: str) -> bool:
    """True for a search by first letters, such as ``ㅇㄷㄷ`` for ``이도담``."""
    return bool(text) and all(character in _FIRST for character in text)
