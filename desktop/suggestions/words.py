"""Reporting words that a project adds, one a line: ``귀띔하다``, ``점치다 predict``, ``뒷말``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import get_args

from pydantic import JsonValue, ValidationError

from desktop.korean.lexicon import (
    Lexicon,
    ReportingNoun,
    ReportingVerb,
    Sense,
    standard_lexicon,
)

MOST = 500
"""No project adds more lines; further ones are passed over."""

_HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")
_SENSES = frozenset(get_args(Sense))


def word_lines(value: JsonValue) -> tuple[str, ...]:
    """The lines of the setting's value; what makes no sense is passed over."""
    if not isinstance(value, list):
        return ()
    return tuple(line for line in value[:MOST] if isinstance(line, str) and word_of(line))


def word_of(line: str) -> ReportingVerb | ReportingNoun | None:
    """The word of a line, a verb when it ends in 다; its sense may follow. None for no word."""
    lemma, _, sense = line.strip().rpartition(" ")
    if sense not in _SENSES or not lemma:
        lemma, sense = line.strip(), "neutral"
    lemma = " ".join(lemma.split())
    if not _HANGUL.fullmatch(lemma):
        return None
    fields = {"lemma": lemma, "sense": sense}
    try:
        if lemma.endswith("다"):
            return ReportingVerb.model_validate(fields)
        return ReportingNoun.model_validate(fields)
    except ValidationError:
        return None


@lru_cache(maxsize=2)
def lexicon_with(lines: tuple[str, ...]) -> Lexicon:
    """The shipped lexicon with the words of these lines."""
    return standard_lexicon().extended(_words(lines)) if lines else standard_lexicon()


def _words(lines: Iterable[str]) -> Iterable[ReportingVerb | ReportingNoun]:
    return (word for line in lines if (word := word_of(line)) is not None)
