"""Words around moments and durations: ``지난``, ``올``, ``최근``, ``매년``, ``전``, ``현재``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from desktop.korean.times.moments import Moment, moment_at
from desktop.korean.times.parts import Part, part_at
from desktop.korean.wording import any_of

_SIDES = {
    "지난": -1,
    "최근": -1,
    "오는": 1,
    "다가오는": 1,
    "향후": 1,
    "앞으로": 1,
    "올": 0,
    "이번": 0,
}
_LENGTHS_ONLY = frozenset({"최근", "향후", "앞으로"})
_PREFIX = re.compile(
    rf"({any_of(' '.join(_SIDES))}) ?"
    r"(?=[0-9'한두세네석넉몇수십백천여반며사이나닷열보일하상연봄가겨초중월화목금토])"
    r"(?![0-9]{1,3}(?:세|살))"
)
_SEASON = re.compile(r"(?:올|지난|이번|오는) ?(봄|여름|가을|겨울)(?=[에은이부까의을도]|[^가-힣]|$)")
_SEASON_CODES = {"봄": "SP", "여름": "SU", "가을": "FA", "겨울": "WI"}
_THIS_YEAR = re.compile(r"올(?= 들어)")

_WORD_ENDS = r"(?=[에까부의은이도는로만보처]|[^가-힣]|$)"
_REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "현재": "PRESENT_REF",
        "지금": "PRESENT_REF",
        "오늘날": "PRESENT_REF",
        "요즘": "PRESENT_REF",
        "요새": "PRESENT_REF",
        "최근": "PAST_REF",
        "과거": "PAST_REF",
        "향후": "FUTURE_REF",
    }
)
_REFERENCE = re.compile(f"({any_of(' '.join(_REFERENCES))}){_WORD_ENDS}")
_SETS: Mapping[str, str] = MappingProxyType(
    {
        "매년": "P1Y",
        "해마다": "P1Y",
        "격년": "P2Y",
        "매월": "P1M",
        "매달": "P1M",
        "달마다": "P1M",
        "격월": "P2M",
        "매주": "P1W",
        "격주": "P2W",
        "매일": "P1D",
        "날마다": "P1D",
        "매시간": "PT1H",
        "매분기": "P1Q",
    }
)
_SET = re.compile(f"({any_of(' '.join(_SETS))}){_WORD_ENDS}")
_AGO = re.compile(r"(?: ?(?:쯤|가량|정도))? ?(전|뒤|후)(?=[에인의이보만까부과쯤면]|[^가-힣]|$)")
_QUALIFIER = re.compile(r" ?(\((?:이하 )?[가-힣A-Z ]{0,12}(?:시간|시각)(?: 기준)?\))")
_ABOUT = re.compile(r" ?(?:께|경|쯤|무렵)(?=[에부까의]|[^가-힣]|$)")


class Prefix(NamedTuple):
    """``지난`` and the like up to ``end``; ``side`` is -1 for what is past, 1 for what comes.

    ``year`` is the year that ``올`` names; ``length`` is true when only a duration may follow.
    """

    end: int
    side: int
    year: Part | None
    length: bool


def prefix_at(text: str, at: int) -> Prefix | None:
    """The word at ``at`` that belongs to the time behind it."""
    found = _PREFIX.match(text, at)
    if found is None:
        return None
    word = found[1]
    year = Part("year", found.end(), relative=True) if word == "올" else None
    return Prefix(found.end(), _SIDES[word], year, word in _LENGTHS_ONLY)


def season_at(text: str, at: int) -> Moment | None:
    """``올여름``, ``지난겨울``, and ``올`` alone before ``들어``."""
    if this_year := _THIS_YEAR.match(text, at):
        return Moment((Part("year", this_year.end(), relative=True),), this_year.end())
    found = _SEASON.match(text, at)
    if found is None:
        return None
    side = -1 if text.startswith("지난", at) else 0
    return Moment((Part("season", found.end(), code=_SEASON_CODES[found[1]]),), found.end(), side)


def set_at(text: str, at: int) -> tuple[str, int, Moment | None] | None:
    """``매년``, ``매주 월요일``: value and end of the word, and the moment that comes again."""
    found = _SET.match(text, at)
    if found is None:
        return None
    end = found.end()
    at = end + (text[end : end + 1] == " ")
    part = part_at(text, at)
    rest = moment_at(text, at)
    if rest is None and part is not None and part.kind == "part":
        rest = Moment((part,), part.end)
    return _SETS[found[1]], end, None if rest and rest.parts[0].relative else rest


def reference_at(text: str, at: int) -> tuple[str, int] | None:
    """``현재``, ``최근``: value and end."""
    found = _REFERENCE.match(text, at)
    return (_REFERENCES[found[1]], found.end()) if found else None


def ago_at(text: str, at: int) -> tuple[bool, int] | None:
    """``전`` or ``뒤`` after a duration: whether it lies before, and the end."""
    found = _AGO.match(text, at)
    return (found[1] == "전", found.end()) if found else None


def qualifier_at(text: str, at: int) -> tuple[int, int] | None:
    """The place of ``(현지시간)``."""
    found = _QUALIFIER.match(text, at)
    return found.span(1) if found else None


def is_about(text: str, at: int) -> bool:
    """True for ``께`` and ``쯤`` after a time."""
    return bool(_ABOUT.match(text, at))
