"""Particles at the end of an eojeol: where the word before them ends.

Rules only, no dictionary of the language: a table of particles (josa) with the sound they need
before them, honorific suffixes, quotative endings after a sentence's end, and exceptions for words
that merely end alike. How often this is right is measured in docs/gestures.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Flag, auto

from desktop.korean.hangul import final_number
from desktop.korean.particle_words import (
    ANY_PARTICLE,
    COUNTRIES,
    KEPT_WHOLE,
    ONE_SYLLABLE,
    SUFFIX_KEPT,
    SURNAMES,
)


class Sound(Flag):
    """How a word ends, as far as particles care."""

    OPEN = auto()
    """In a vowel."""
    RIEUL = auto()
    """In ㄹ, after which 로 stands as after a vowel."""
    CLOSED = auto()
    """In any other consonant."""


_CONSONANT = Sound.CLOSED | Sound.RIEUL
_SMOOTH = Sound.OPEN | Sound.RIEUL
_ANY = Sound.OPEN | Sound.RIEUL | Sound.CLOSED

_SIMPLE: tuple[tuple[str, Sound], ...] = (
    ("는 가 를 와", Sound.OPEN),
    ("은 이 을 과 이나 이란 이랑", _CONSONANT),
    ("로 로서 로써 로부터 로까지", _SMOOTH),
    ("으로 으로서 으로써 으로부터 으로까지", Sound.CLOSED),
    ("에 에서 에게 에게서 한테 한테서 께 께서 에서부터", _ANY),
    ("의 도 만 까지 부터 처럼 보다 만큼 마다 뿐 뿐만 조차 마저 밖에 커녕 에다", _ANY),
)
_COPULA: tuple[tuple[str, Sound], ...] = (
    ("이라 이다 이었다 이었던 이었으며 이었지만 이며 이던 이지만 이므로 이라면 이라서", _CONSONANT),
    ("이라던 이라니 이라도", _CONSONANT),
    ("이라고 이라며 이라면서 이라는 이란다 이랍니다 이라고는 이라고도", _ANY),
    ("라고 라며 라면서 라는 라도 라면 라서 라던 라니 라고는 라고도", Sound.OPEN),
    ("였다 였던 였으며 였지만 였고 지만", Sound.OPEN),
    ("인데 입니다 이자", _ANY),
)
_STACKED_ON = """
    에 에서 에게 한테 께 께서 에서부터 로 으로 로서 으로서 로부터 으로부터
    까지 부터 과 와 만 뿐 처럼 만큼 보다 마다
"""
_STACKED = "는 은 가 이 를 을 도 만 의 에 까지 부터 조차 로 으로"

_SENTENCE_ENDS = ("다", "자", "냐")
_QUOTATIVES = frozenset(("고", "며", "면서", "는", "던", "고는", "고도"))
_VERB_HEADS = ("하", "되", "시키")
_VERB_FINALS = (18, 20)
"""The final consonants ㅄ and ㅆ (없, 했): only verbs end so."""

_MOST_SUFFIXES = 2
_SUFFIXES = ("씨", "님", "측")
_AFTER_NUMBERS = ("쯤", "가량", "씩", "짜리", "꼴", "당", "경")
_AFTER_COUNTRIES = ("시각", "시간", "산", "행", "발", "계", "전")
_NUMBER_WORDS = "십백천수몇여"


def _sound(word: str) -> Sound:
    """How ``word`` sounds at its end; any sound for what is read in more than one way."""
    last = word[-1]
    final = final_number(last)
    if final is None:
        digits = {"0": 6, "3": 16, "6": 1, "1": 8, "7": 8, "8": 8}
        final = digits.get(last, 0 if last in "2459" else None)
    if final is None:
        return _ANY
    return Sound.OPEN if final == 0 else Sound.RIEUL if final == 8 else Sound.CLOSED


def _rows(table: Iterable[tuple[str, Sound]]) -> Iterator[tuple[str, Sound]]:
    for tails, sound in table:
        for tail in tails.split():
            yield tail, sound


def _particles() -> Mapping[str, Sound]:
    """All particles, also two stacked, with the sounds each follows."""
    simple = dict(_rows(_SIMPLE))
    table = dict(simple)
    for first in _STACKED_ON.split():
        for second in _STACKED.split():
            if _sound(first) & simple[second]:
                table[first + second] = simple[first]
    for tail, sound in _rows(_COPULA):
        table[tail] = table.get(tail, Sound(0)) | sound
    return table


_PARTICLES = _particles()
_LONGEST = max(map(len, _PARTICLES))
_LONGEST_KEPT = max(map(len, KEPT_WHOLE))


def ends(word: str, *, is_name: bool = False) -> tuple[int, ...]:
    """The lengths at which ``word`` may end, from the bare word to the whole.

    ``박씨의`` may end after 박, after 씨 and after 의; ``제주도`` only as a whole. ``word`` is an
    eojeol without quote marks and brackets; ``is_name`` when no particle can be on it.
    """
    stem = len(word) if is_name else _stem(word)
    found = {stem, len(word)}
    bare = word[:stem]
    for _ in range(_MOST_SUFFIXES):
        bare = bare[: len(bare) - _suffix(bare)]
        found.add(len(bare))
    return tuple(sorted(found))


def is_particle(word: str) -> bool:
    """True for a particle by itself, as it stands after a bracket or a quote mark."""
    return word in _PARTICLES or word in _QUOTATIVES


def _stem(word: str) -> int:
    """The length of ``word`` without its particle.

    The longest particle counts, but no cut goes through a word that is known to end alike.
    """
    stem = len(word)
    whole_from = len(word) - _kept(word)
    for at in range(len(word) - 1, max(len(word) - _LONGEST, 1) - 1, -1):
        if at > whole_from or not _is_cut(word[:at], word[at:]):
            continue
        stem = at
        whole_from = min(whole_from, at - _kept(word[:at]))
    return stem


def _kept(word: str) -> int:
    """The length of the known word at the end of ``word``; 1 when there is none."""
    lengths = range(min(_LONGEST_KEPT, len(word)), 1, -1)
    return next((length for length in lengths if word[-length:] in KEPT_WHOLE), 1)


def _is_cut(stem: str, tail: str) -> bool:
    """True when ``tail`` is a particle, or a quotative after the end of a sentence."""
    if tail in _QUOTATIVES and (
        (len(stem) > 1 and stem.endswith(_SENTENCE_ENDS))
        or (stem[-1] == "라" and stem[:-1].endswith(_VERB_HEADS))
    ):
        return True
    if tail == "인" and stem[0].isdigit() and not stem[-1].isdigit():
        return True
    follows = _PARTICLES.get(tail)
    if follows is None or not _sound(stem) & follows:
        return False
    final = final_number(stem[-1])
    if final is None:
        # 100만, 38도, 3가지: the number goes on with its unit.
        return not (
            stem[0].isdigit() and stem[-1].isdigit() and tail in ("만", "도", "나", "가", "이")
        )
    if len(stem) == 1:
        return stem in ONE_SYLLABLE and (
            stem in ANY_PARTICLE or len(tail) > 1 or tail in ("은", "는", "을", "를", "에")
        )
    if tail in ("는", "라고", "라며", "지만") and stem.endswith(_VERB_HEADS):
        return False
    if tail == "만" and stem[-1] in _NUMBER_WORDS:
        return False
    return final not in _VERB_FINALS


def _suffix(word: str) -> int:
    """The length of an honorific, or of what rounds a number, at the end of ``word``; else 0."""
    head, last = word[:-1], word[-1]
    if not head:
        return 0
    if last in _SUFFIXES:
        return 0 if word.endswith(SUFFIX_KEPT) else 1
    for known in _AFTER_COUNTRIES:
        if word.endswith(known) and word[: -len(known)] in COUNTRIES:
            return len(known)
    if last == "모":
        return int(head in SURNAMES)
    if last in ("군", "양"):
        return int(len(head) == 1 and head.isascii())
    if not any(character.isdigit() for character in head):
        return 0
    return next((len(known) for known in _AFTER_NUMBERS if word.endswith(known)), 0)
