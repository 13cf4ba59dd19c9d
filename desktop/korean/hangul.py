"""Hangul syllables taken apart, for finding text by what was typed of it so far."""

from __future__ import annotations

_FIRST = 0xAC00
_LAST = 0xD7A3
_FINALS = 28
_PER_INITIAL = 21 * _FINALS
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def initial(character: str) -> str:
    """The initial consonant (초성) of a syllable as a compatibility jamo; "" of anything else."""
    code = ord(character)
    return _INITIALS[(code - _FIRST) // _PER_INITIAL] if _FIRST <= code <= _LAST else ""


def begins(typed: str, character: str) -> bool:
    """True when ``typed`` is ``character`` or what a two-set keyboard shows on the way to it.

    ㄱ and 가 are on the way to 강; ㄱ stands for every syllable it begins.
    """
    if typed == character or typed == initial(character):
        return True
    code, whole = ord(typed), ord(character)
    if not (_FIRST <= code <= _LAST and _FIRST <= whole <= _LAST):
        return False
    open_syllable = (code - _FIRST) % _FINALS == 0
    return open_syllable and (code - _FIRST) // _FINALS == (whole - _FIRST) // _FINALS
