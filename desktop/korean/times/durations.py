"""How long something lasts: ``3년``, ``수년 동안``, ``사흘``, ``1년 6개월``; and ages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from desktop.korean.numerals import Numeral, numeral_at
from desktop.korean.wording import any_of
from desktop.model.span import Span

_UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("년", "년간", "개년", "해"), ("Y", "")),
        **dict.fromkeys(("개월", "개월간", "달", "달간"), ("M", "")),
        **dict.fromkeys(("주", "주일", "주간"), ("W", "")),
        **dict.fromkeys(("일", "일간"), ("D", "")),
        **dict.fromkeys(("시간",), ("H", "T")),
        **dict.fromkeys(("분", "분간"), ("M", "T")),
        **dict.fromkeys(("초", "초간"), ("S", "T")),
        **dict.fromkeys(("세기",), ("00Y", "")),
        **dict.fromkeys(("세", "살"), ("Y", "")),
    }
)
"""Unit to the letter of ISO 8601 and the ``T`` before it."""

_UNIT = re.compile(
    r" ?(년간|개년|년(?![제차생대도])|개월간|개월|달간|달(?!러|성|라)"
    r"|주간|주일|주(?![년택민식요도장인차])|일간|일(?!부(?!터)|반|본|제|정|대|차)"
    r"|시간|분간|분(?!기|의 ?[0-9일]|야|석|량|류|쟁|당|양|위)"
    r"|초간|초(?!등|과|반|안|기|대|점)|해|세기|세(?!대|계|트|기|종)|살)"
)
_AFTER = re.compile(
    r"(?![가-힣])|"
    + any_of("""
    은 는 이 가 을 를 의 에 도 만 과 와 로 으로 까지 부터 보다 마다 나 라 며 고 인 임 였 씩 째
    동안 간 여 가량 정도 쯤 경 께 안팎 이상 이하 미만 남짓 전 뒤 후 내 짜리 치 넘 가까 반 된
    입 다 든 지 당 차 뿐 들 짜 내내 초과 형 밖
    """)
)
_SPOKEN_DAYS: Mapping[str, str] = MappingProxyType(
    {
        "하루": "P1D",
        "이틀": "P2D",
        "사흘": "P3D",
        "나흘": "P4D",
        "닷새": "P5D",
        "엿새": "P6D",
        "이레": "P7D",
        "여드레": "P8D",
        "아흐레": "P9D",
        "열흘": "P10D",
        "보름": "P15D",
        "일주일": "P1W",
        "며칠": "PXD",
        "반년": "P6M",
        "일년": "P1Y",
        "사나흘": "P3D/P4D",
        "이삼일": "P2D/P3D",
        "수년": "PXY",
        "몇 년": "PXY",
        "몇년": "PXY",
        "수개월": "PXM",
        "몇 달": "PXM",
        "몇달": "PXM",
        "몇 개월": "PXM",
        "몇 주": "PXW",
        "수일": "PXD",
        "몇 시간": "PTXH",
        "몇시간": "PTXH",
        "수시간": "PTXH",
        "수 시간": "PTXH",
        "몇 분": "PTXM",
    }
)
_SPOKEN = re.compile(any_of(" ".join(word for word in _SPOKEN_DAYS if " " not in word)))
_SPOKEN_SPACED = re.compile(r"몇 (?:년|달|개월|주|시간|분)|수 시간")
_IDIOMS = re.compile(r"하루(?:빨리|아침|하루|살이|가 다르|속히)|보름달|이레 ")
_NIGHTS = re.compile(r"([0-9]{1,2})박 ?([0-9]{1,2})일")
_HALF = re.compile(r" ?반(?![가-힣])| ?반(?=[에이을의만] |에|만에)")
_FINER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "년": ("개월", "개월간", "일", "일간"),
        "시간": ("분", "분간"),
        "분": ("초", "초간"),
        "주": ("일", "일간"),
    }
)
_SENTENCE_MONTHS = re.compile(r" ?([0-9]{1,2})월(?=[에의을이]|[^가-힣]|$)")
_DURING = re.compile(r" ?(?:동안|간)(?=[의에은이도만을]|[^가-힣]|$)")
_MORE = re.compile(r" ?(여)(?=[ 간만동전뒤의에]|[^가-힣]|$)")
_MORE_BEFORE = re.compile(r" ?(여) ?")
_RANGE = re.compile(r" ?[~-] ?")
_SHARES = Decimal(60)
_LONGEST_SENTENCE = 50
_OLDEST = 130
_SMALL_AGE = 5
_KING = re.compile(r" ?(?:여왕|국왕|왕|황제|교황|대공|공주|왕비)")
_AGED = re.compile(r"(?:만|생후|나이) ?$|[~-]$")
_CHILD = re.compile(
    " ?"
    + any_of(
        "아동 유아 영아 영유아 어린이 아이 남아 여아 아들 딸 이하 미만 이상 부터 까지 때 된 난 반"
    )
)
_STOCK = re.compile(r"(?:주식|보통주|우선주|신주|자사주|지분) ?(?:총 |약 )?$")
_VAGUE_UNITS = frozenset({"년", "년간", "개월", "개월간", "일", "일간", "주간", "시간", "세기"})
"""What ``수`` counts; with others it makes another word (``수분``, ``수달``, ``수주``)."""

_NATIVE_UNITS = frozenset({"해", "달", "달간", "주", "시간", "살"})


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time up to ``end``. ``unit`` and ``number`` are those of a single whole number.

    ``stated`` is true when ``간`` or ``동안`` says that it is a length.
    """

    end: int
    value: str
    number: int | None = None
    unit: str = ""
    more: Span | None = None
    stated: bool = False


def duration_at(text: str, at: int) -> Duration | None:
    """The duration that begins at ``at``."""
    found = _spoken_at(text, at) or _counted_at(text, at)
    if found is None:
        return None
    if during := _DURING.match(text, found.end):
        return Duration(
            during.end(), found.value, found.number, found.unit, found.more, stated=True
        )
    return found


def _spoken_at(text: str, at: int) -> Duration | None:
    if nights := _NIGHTS.match(text, at):
        return Duration(nights.end(), f"P{int(nights[2])}D", int(nights[2]), "D")
    found = _SPOKEN.match(text, at) or _SPOKEN_SPACED.match(text, at)
    if found is None or _IDIOMS.match(text, at) or not _AFTER.match(text, found.end()):
        return None
    value = _SPOKEN_DAYS[found.group()]
    days = value[1:-1]
    return Duration(found.end(), value, int(days) if days.isdigit() else None, value[-1])


def _counted_at(text: str, at: int) -> Duration | None:
    first = numeral_at(text, at)
    if first is None:
        return None
    number, low = first, None
    if between := _RANGE.match(text, first.span.end):
        second = numeral_at(text, between.end())
        if second is not None and first.exact and first.high < second.low:
            number, low = second, first
    end, more = number.span.end, number.more
    if before := _MORE_BEFORE.match(text, end):
        if not _UNIT.match(text, before.end()):
            return None
        end, more = before.end(), Span(before.start(1), before.end(1))
    unit = _UNIT.match(text, end)
    if unit is None or not _fits(text, number, unit):
        return None
    letter, mark = _UNITS[unit[1]]
    value = _value(number, letter, mark)
    if value is None:
        return None
    if low is not None:
        value = f"{_value(low, letter, mark)}/{value}"
    whole = low is None and number.exact and number.low == number.low.to_integral_value()
    made = Duration(
        unit.end(),
        value,
        int(number.low) if whole and number.low < 10_000 else None,
        letter if not mark else "",
        more,
    )
    if low is None and not number.open and unit[1] not in ("세", "살"):
        made = _with_rest(text, made, unit[1])
    return made


def _fits(text: str, number: Numeral, unit: re.Match[str]) -> bool:
    name, end = unit[1], unit.end()
    if not _AFTER.match(text, end) and name not in ("년간", "개월간", "일간", "시간"):
        return False
    if text[number.span.start : number.span.end] == "수" and name not in _VAGUE_UNITS:
        return False
    native = number.form == "native_korean"
    if native and name not in _NATIVE_UNITS:
        return False
    if name == "해" and not native:
        return False
    if name in ("세", "살"):
        return _is_age(text, number, unit.end()) and (name == "살" or not native)
    if name == "주" and _counts_shares(text, number):
        return False
    return not (name == "세기" and number.high > 30)


def _is_age(text: str, number: Numeral, end: int) -> bool:
    """``엘리자베스 2세`` and ``재벌 3세`` are no ages, ``만 3세`` and ``3세 아동`` are."""
    if number.high >= _OLDEST or _KING.match(text, end):
        return False
    if number.high > _SMALL_AGE:
        return True
    before = text[max(0, number.span.start - 4) : number.span.start]
    return bool(_AGED.search(before) or _CHILD.match(text, end))


def _counts_shares(text: str, number: Numeral) -> bool:
    before = text[max(0, number.span.start - 8) : number.span.start]
    return number.high >= _SHARES or number.power > 1 or bool(_STOCK.search(before))


def _value(number: Numeral, letter: str, mark: str) -> str | None:
    if number.open:
        return f"P{mark}X{letter}"
    if not number.exact:
        return f"P{mark}{number.low:f}{letter}/P{mark}{number.high:f}{letter}"
    if letter == "00Y":
        return f"P{number.low * 100:f}Y"
    return f"P{mark}{number.low:f}{letter}"


def _with_rest(text: str, made: Duration, unit: str) -> Duration:
    """``1년 6개월``, ``2시간 30분``, ``3년 반``, ``3년여``."""
    if half := _HALF.match(text, made.end):
        added = {
            "년": ("Y", "6M"),
            "해": ("Y", "6M"),
            "시간": ("H", "30M"),
            "달": ("M", "15D"),
        }.get(unit)
        if added is not None:
            return Duration(half.end(), f"{made.value}{added[1]}")
        return made
    if more := _MORE.match(text, made.end):
        return Duration(
            more.end(), made.value, made.number, made.unit, Span(more.start(1), more.end(1))
        )
    short = made.number is not None and made.number <= _LONGEST_SENTENCE
    if unit == "년" and short and (months := _SENTENCE_MONTHS.match(text, made.end)):
        return Duration(months.end(), f"{made.value}{int(months[1])}M")
    at = made.end + (text[made.end : made.end + 1] == " ")
    finer = _FINER.get(unit, ())
    if not "0" <= text[at : at + 1] <= "9":
        return made
    rest = numeral_at(text, at)
    found = _UNIT.match(text, rest.span.end) if rest else None
    if rest is None or found is None or found[1] not in finer or not rest.exact:
        return made
    if not _AFTER.match(text, found.end()):
        return made
    added_value = f"{made.value}{rest.low:f}{_UNITS[found[1]][0]}"
    deeper = Duration(found.end(), added_value, stated=found[1].endswith("간"))
    return _with_rest(text, deeper, found[1]) if found[1] == "분" else deeper
