"""The parts of a date or time of day: ``2022년``, ``지난달``, ``3분기``, ``오후``, ``30분``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from desktop.korean.wording import any_of, words

Kind = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "edge",
    "same", "day", "weekday", "part", "hour", "minute", "second",
]  # fmt: skip

LEVELS: Mapping[Kind, int] = MappingProxyType(
    {
        "century": 0,
        "decade": 1,
        "year": 2,
        "half": 3,
        "quarter": 4,
        "season": 4,
        "month": 5,
        "week": 6,
        "edge": 7,
        "same": 7,
        "weekend": 8,
        "day": 8,
        "weekday": 9,
        "part": 10,
        "hour": 11,
        "minute": 12,
        "second": 13,
    }
)
"""A part may follow one of a lower level: a day a month, minutes an hour."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part up to ``end``. A relative number counts from now, or from ``이날`` if ``here``.

    ``last`` is the end of a range (``1~3월``). ``code`` names a part of the day or a season, and
    what else than today a relative part counts from.
    """

    kind: Kind
    end: int
    number: int = 0
    last: int | None = None
    relative: bool = False
    here: bool = False
    code: str = ""

    @property
    def level(self) -> int:
        """See :data:`LEVELS`."""
        return LEVELS[self.kind]


def _relative(kind: Kind, named: Mapping[int, str], *, here: bool = False) -> dict[str, Part]:
    return {
        word.replace("_", " "): Part(kind, 0, number, relative=True, here=here)
        for number, texts in named.items()
        for word in words(texts)
    }


def _coded(kind: Kind, named: Mapping[str, str]) -> dict[str, Part]:
    return {
        word.replace("_", " "): Part(kind, 0, code=code)
        for code, texts in named.items()
        for word in words(texts)
    }


_WEEKDAYS = {f"{day}요일": Part("weekday", 0, at) for at, day in enumerate("월화수목금토일", 1)}
_YEARS = {
    -2: "재작년 지지난해",
    -1: "지난해 작년 지난_해 전년 전년도 작년도 직전해",
    0: "올해 금년 올_한_해 올_한해",
    1: "내년 내년도 다음_해 다음해",
    2: "내후년 후년",
}
_MONTHS = {
    -2: "지지난달 지지난_달",
    -1: "지난달 지난_달 전월",
    0: "이달 이번_달 이번달",
    1: "다음_달 다음달 내달",
}
_WEEKS = {
    -2: "지지난주 지지난_주",
    -1: "지난주 지난_주 전_주",
    0: "이번_주 이번주 금주",
    1: "다음_주 다음주",
}
_WEEKENDS = {-1: "지난_주말 지난주말", 0: "이번_주말 이번주말", 1: "다음_주말 다음주말"}
_QUARTERS = {
    -1: "전_분기 전분기 직전_분기 지난_분기",
    0: "이번_분기",
    1: "다음_분기",
}
_DAYS = {-2: "그제 그저께 엊그제", -1: "어제", 0: "오늘 금일", 1: "내일", 2: "모레", 3: "글피"}
_DAYS_HERE = {-1: "전날 전일", 0: "이날 이_날 그날 당일 같은_날 같은날", 1: "다음_날 다음날 이튿날"}
_PARTS_OF_DAY = {
    "MO": "오전 아침 새벽",
    "AF": "오후",
    "DT": "낮 한낮 대낮",
    "EV": "저녁",
    "NI": "밤 한밤 한밤중 심야",
    "NOON": "정오",
    "MIDNIGHT": "자정",
}
_EDGES = {
    "WEEK": "첫_주 첫째_주 첫째주 둘째_주 둘째주 셋째_주 셋째주 넷째_주 넷째주 다섯째_주 마지막_주",
    "START": "초 초반 초기 초순 상순 연초 월초",
    "MID": "중반 중순",
    "END": "말 후반 하순 막판 연말 연내 월말",
}
_SAME = "같은_기간 같은기간 동기 동월 동기간 같은_달 같은_분기 같은_시기"
_WORDS: dict[str, Part] = {
    **_relative("year", _YEARS),
    **_relative("half", {-1: "지난_반기", 0: "이번_반기"}),
    **_relative("quarter", _QUARTERS),
    **_relative("month", _MONTHS),
    **_relative("week", _WEEKS),
    **_relative("weekend", _WEEKENDS),
    **_relative("day", _DAYS),
    **_relative("day", _DAYS_HERE, here=True),
    **_coded(
        "season", {"SP": "봄 봄철", "SU": "여름 여름철", "FA": "가을 가을철", "WI": "겨울 겨울철"}
    ),
    **_coded("edge", _EDGES),
    **_coded("part", _PARTS_OF_DAY),
    **_coded("same", {"": _SAME}),
    **_WEEKDAYS,
    "그해": Part("year", 0, 0, relative=True, code="THAT"),
    "같은 해": Part("year", 0, 0, relative=True, code="THAT"),
    "이듬해": Part("year", 0, 1, relative=True, code="THAT"),
    "주말": Part("weekend", 0),
    "상반기": Part("half", 0, 1),
    "하반기": Part("half", 0, 2),
    "전거래일": Part("day", 0, -1, relative=True, here=True, code="TRADING"),
    "전 거래일": Part("day", 0, -1, relative=True, here=True, code="TRADING"),
    "직전 거래일": Part("day", 0, -1, relative=True, here=True, code="TRADING"),
}
_LONGEST = max(map(len, _WORDS))
_ALONE = words("주말 상반기 하반기 연말 연초 연내 오전 오후 새벽 정오 자정")
BY_ITSELF = frozenset(
    word for word, part in _WORDS.items() if part.relative or word in (*_ALONE, *_WEEKDAYS)
)
"""Words that are a time without another part before them."""

_NUMBERED = re.compile(
    r"([0-9]{1,4})(?: ?[~-] ?([0-9]{1,4}))?(년대|년도(?!약)|년(?![제차간여])|세기"
    r"|/4 ?분기|·4 ?분기|분기|월(?!드|호)|일(?!부(?!터)|반|제|대|차)"
    r"|시(?!간|장|도|군|민|즌|대|중|험)|분(?!기|의 ?[0-9]|야|석|량|류|쟁)|초(?!등|과|반|안|기|대))"
)
_KINDS: Mapping[str, Kind] = MappingProxyType(
    {"년대": "decade", "년도": "year", "년": "year", "세기": "century", "월": "month", "일": "day",
     "시": "hour", "분": "minute", "초": "second"}
)  # fmt: skip
_BOUNDS: Mapping[Kind, tuple[int, int]] = MappingProxyType(
    {
        "century": (1, 30),
        "decade": (10, 2990),
        "year": (1000, 2999),
        "quarter": (1, 4),
        "month": (1, 12),
        "day": (1, 31),
        "hour": (0, 24),
        "minute": (0, 59),
        "second": (0, 59),
    }
)
_SHORT_YEAR = re.compile(r"['’‘]([0-9]{2})년도?(?![제차간여대만]| 만)")
_CALENDAR = re.compile(r"([12][0-9]{3})([.-]) ?([0-9]{1,2})\2 ?([0-9]{1,2})(?![0-9]|[.-][0-9])")
_WEEK_OF_MONTH = re.compile(r" ?[1-5]주차?(?![가-힣])| ?[1-5]주차")
_HALF_HOUR = re.compile(r" 반(?![가-힣])| 반(?=[에부까쯤께경])")
_CLOCK = re.compile(r"([0-2]?[0-9]):([0-5][0-9])(?![0-9:])")
_WEEKDAY_RANGE = re.compile(r"([월화수목금토일])[~-]([월화수목금토일])요일")
_ENDS_WORD = re.compile(
    r"(?![가-힣])|"
    + any_of("""
    은 는 이 가 을 를 의 에 도 만 과 와 로 으로 까지 부터 보다 마다 처럼 나 라 라며 며 고 인
    임 이었 였 엔 께 쯤 경 초 말 중 대비 들어 현재 이후 이전 내 내내 동안 사이 한 자 분 발 다
    입 들 뿐 밖 때 하루 기준 무렵 같은 오전 오후 새벽 아침 낮 저녁 밤 정오 자정 상반기 하반기
    봄 여름 가을 겨울 연말 동기 같 이래 안 껏 조차 마저
    """)
)


def part_at(text: str, at: int) -> Part | None:
    """The part that begins at ``at``: a word, or a number with its unit."""
    if "0" <= text[at : at + 1] <= "9" or text[at : at + 1] in "'’‘":
        return _numbered(text, at)
    if found := _WEEKDAY_RANGE.match(text, at):
        first, last = ("월화수목금토일".index(day) + 1 for day in found.groups())
        return Part("weekday", found.end(), first, last=last)
    return _word(text, at)


def _word(text: str, at: int) -> Part | None:
    for length in range(min(_LONGEST, len(text) - at), 0, -1):
        part = _WORDS.get(text[at : at + length])
        if part is not None and _ENDS_WORD.match(text, at + length):
            return replace(part, end=at + length)
    return None


def _numbered(text: str, at: int) -> Part | None:
    if short := _SHORT_YEAR.match(text, at):
        year = int(short[1])
        return Part("year", short.end(), year + (1900 if year >= 50 else 2000))
    found = _NUMBERED.match(text, at)
    if found is None:
        return None
    unit = found[3]
    kind: Kind = "quarter" if "분기" in unit else _KINDS[unit]
    number, last = int(found[1]), int(found[2]) if found[2] else None
    low, high = _BOUNDS[kind]
    if not low <= number <= high or (last is not None and not number < last <= high):
        return None
    if kind == "decade" and number % 10:
        return None
    return Part(kind, found.end(), number, last)


def week_at(text: str, at: int) -> Part | None:
    """``1주차`` behind a month."""
    found = _WEEK_OF_MONTH.match(text, at)
    return Part("edge", found.end(), code="WEEK") if found else None


def calendar_at(text: str, at: int) -> tuple[Part, Part, Part] | None:
    """``2025.1.27`` and ``2025-01-27`` as year, month and day."""
    found = _CALENDAR.match(text, at)
    if found is None:
        return None
    month, day = int(found[3]), int(found[4])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    end = found.end()
    return Part("year", end, int(found[1])), Part("month", end, month), Part("day", end, day)


def clock_at(text: str, at: int) -> tuple[Part, Part] | None:
    """``10:30`` as hour and minute."""
    found = _CLOCK.match(text, at)
    if found is None or int(found[1]) > 24:
        return None
    return Part("hour", found.end(), int(found[1])), Part("minute", found.end(), int(found[2]))


def half_hour_at(text: str, at: int) -> Part | None:
    """The `` 반`` of ``3시 반``."""
    found = _HALF_HOUR.match(text, at)
    return Part("minute", found.end(), 30) if found else None
