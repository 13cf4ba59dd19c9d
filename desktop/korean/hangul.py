"""Hangul syllables taken apart and put together: by letter, by final consonant, by key.

While a syllable is composed it passes through others: ``이돋`` comes before ``이도다``. Written as
single letters the one is the beginning of the other.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_SYLLABLES = range(ord("가"), ord("힣") + 1)
_PER_VOWEL = len(_FINALS)
_PER_INITIAL = len(_VOWELS) * _PER_VOWEL
_TYPED = MappingProxyType(
    dict(
        zip("ㅘㅙㅚㅝㅞㅟㅢ", ("ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅡㅣ"), strict=True)
    )
    | dict(zip("ㄳㄵㄶㅄ", ("ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㅂㅅ"), strict=True))
    | dict(zip("ㄺㄻㄼㄽㄾㄿㅀ", ("ㄹ" + last for last in "ㄱㅁㅂㅅㅌㅍㅎ"), strict=True))
)
"""Letters that take two keys."""


def parts(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a syllable as letters; the final is "" where there is none.

    Raises:
        ValueError: it is no Hangul syllable.
    """
    code = ord(syllable)
    if code not in _SYLLABLES:
        raise ValueError("not a Hangul syllable")
    first, rest = divmod(code - _SYLLABLES.start, _PER_INITIAL)
    return _INITIALS[first], _VOWELS[rest // _PER_VOWEL], _FINALS[rest % _PER_VOWEL]


def joined(initial: str, vowel: str, final: str) -> str:
    """The syllable of these letters."""
    number = _INITIALS.index(initial) * _PER_INITIAL + _VOWELS.index(vowel) * _PER_VOWEL
    return chr(_SYLLABLES.start + number + _FINALS.index(final))


def final_number(character: str) -> int | None:
    """The final consonant of a syllable (0 for none) in Unicode's order; None of anything else."""
    code = ord(character)
    return (code - _SYLLABLES.start) % _PER_VOWEL if code in _SYLLABLES else None


@cache
def letters(character: str) -> str:
    """One character in the letters that are typed for it; others than Hangul in small letters."""
    if ord(character) not in _SYLLABLES:
        return _TYPED.get(character) or character.casefold()
    return "".join(_TYPED.get(letter, letter) for letter in parts(character))


def initial(character: str) -> str:
    """The first letter of a syllable; any other character in small letters."""
    code = ord(character)
    if code in _SYLLABLES:
        return _INITIALS[(code - _SYLLABLES.start) // _PER_INITIAL]
    return character.casefold()


def are_initials(text: str) -> bool:
    """True for a search by first letters, such as ``ㅇㄷㄷ`` for ``이도담``."""
    return bool(text) and all(character in _INITIALS for character in text)


def begins(typed: str, character: str) -> bool:
    """True when ``typed`` is ``character`` or what a two-set keyboard shows on the way to it.

    ㄱ and 가 are on the way to 강; ㄱ stands for every syllable it begins.
    """
    if typed == character or typed == initial(character):
        return True
    code, whole = ord(typed), ord(character)
    if code not in _SYLLABLES or whole not in _SYLLABLES or final_number(typed) != 0:
        return False
    number = code - _SYLLABLES.start
    return number // _PER_VOWEL == (whole - _SYLLABLES.start) // _PER_VOWEL
