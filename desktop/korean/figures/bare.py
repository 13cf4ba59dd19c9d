"""Numbers without a written unit: ``시총 860조``, ``10만 관객``, ``2300선``, ``규모 5.8``."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from desktop.korean.figures.amounts import Amount, widened
from desktop.korean.figures.decoys import is_bounded
from desktop.korean.figures.units import Unit
from desktop.korean.numerals import Numeral, numeral_at
from desktop.korean.wording import any_of
from desktop.model.span import Span

_WON = Unit("", "KRW", "monetary")
_PEOPLE = Unit("", "{person}", "count")
_HOMES = Unit("", "{household}", "count")
_TIMES = Unit("", "{time}", "count")
_POINTS = Unit("", "{point}", "measure")
_MAGNITUDE = Unit("", "{magnitude}", "measure")
_BARE = Unit("", "", "other")

_HUNDRED_MILLION = Decimal("1E8")
_SO_FAR = r"(?:[은는이가도]? ?(?:수[는가은]? )?(?:약 |총 |누적 |사상 첫 |장중 |한때 )?)$"
_PEOPLE_BEHIND = re.compile(
    " ?"
    + any_of("""
    관객 인구 명 시민 군중 대군 병력 신도 당원 구독자 팔로워 유권자 조합원 회원 관중 인파 청중
    동호인 군인 장병 실업자 노동자 근로자 공무원 교민 동포 난민 주민 학생 교사 농민 가입자
    이용자 고객 독자 네티즌 서명
    """)
)
_PEOPLE_BEFORE = re.compile(
    any_of("""
    관객 인구 구독자 팔로워 가입자 이용자 회원 관중 시청자 취업자 실업자 당원 병력 추산 희생자
    사망자
    """)
    + _SO_FAR
)
_MONEY_BEFORE = re.compile(r"(?:한화|우리 ?돈|원화)(?:로)? ?(?:약 )?$")
_HOMES_BEHIND = re.compile(r" ?가구")
_VIEWS_BEFORE = re.compile(any_of("조회수 다운로드 재생 뷰") + _SO_FAR)
_INDEX_BEFORE = re.compile(any_of("코스피 코스닥 나스닥 다우 지수 닛케이 항셍 종합") + _SO_FAR)
_MAGNITUDE_BEFORE = re.compile(r"(?:규모|진도|리히터)[는은]? ?(?:약 )?$")
_NUMBER_BEFORE = re.compile(
    any_of("""
    지수 평점 타율 방어율 평균자책점 학점 지니계수 시청률 출산율 승률 농도 환율
    """)
    + _SO_FAR
)
_LAW_BEFORE = re.compile(r"(?:법|헌법|규칙|령|조례|규정|협정|조약|민법|형법|상법) ?(?:제 ?)?$")
_HOURS_BEHIND = re.compile(r" ?(?:시간|년|개월|분|초)(?![의])")
_TEAM_BEFORE = re.compile(r"[0-9]인 $")
_LAW_BEHIND = re.compile(r" ?(?:[0-9]+ ?[항호]|의 ?[0-9]|제|에 따)")
_RANGE = re.compile(r" ?~ ?(?=[0-9])")
_OPEN_BEHIND = re.compile(r"[^0-9A-Za-z가-힣%·:/\-]|$")
_LOOK = 16


def bare_at(text: str, number: Numeral) -> Amount | None:
    """A number that stands for itself, with the unit that what is around it suggests."""
    end = number.span.end
    second = None
    if found := _RANGE.match(text, end):
        second = numeral_at(text, found.end())
        if second is None or second.power <= 1 or second.low <= number.high:
            return None
        end = second.span.end
    decimal_goes_on = text[end : end + 1] in (".", ",") and text[end + 1 : end + 2].isdigit()
    if decimal_goes_on or not (_OPEN_BEHIND.match(text, end) or is_bounded(text, end)):
        return None
    before = text[max(0, number.span.start - _LOOK) : number.span.start]
    unit = _unit(text, number, end, before)
    if unit is None:
        return None
    shared = second and number.power == 1 and number.low < second.high / second.power
    low = number.low * (second.power if second and shared else 1)
    made = Amount(
        span=Span(number.span.start, end),
        low=low,
        high=second.high if second else number.high,
        form=second.form if second and number.form == "arabic" else number.form,
        unit=unit,
        interval=bool(second) or not number.exact,
        open=(second or number).open,
        vague=(second or number).open,
        more=number.more,
        inferred=unit is not _BARE,
    )
    wide = widened(text, made)
    # ``3만선`` is a level, ``대`` alone behind a small number counts vehicles or ages
    return (
        wide
        if wide.level is None or unit is not _BARE
        else replace(wide, unit=_POINTS, inferred=True)
    )


def _unit(text: str, number: Numeral, end: int, before: str) -> Unit | None:
    if _INDEX_BEFORE.search(before) and (number.low >= 100 or _grouped(text, number)):
        return _POINTS
    if _MAGNITUDE_BEFORE.search(before) and number.low < 11:
        return _MAGNITUDE
    if number.power == 1:
        level = text[end : end + 1] == "선" and number.low >= 100 and number.low % 10 == 0
        if level and is_bounded(text, end + 1):
            return _POINTS
        plain = _grouped(text, number) or _NUMBER_BEFORE.search(before)
        return _BARE if plain and number.form == "arabic" and text[end : end + 1] != "선" else None
    return _unit_of_power(text, number, end, before)


def _unit_of_power(text: str, number: Numeral, end: int, before: str) -> Unit | None:
    if _HOURS_BEHIND.match(text, end) or _TEAM_BEFORE.search(before):
        return None
    if _LAW_BEFORE.search(before) or (
        number.power == Decimal("1E12") and _LAW_BEHIND.match(text, end)
    ):
        return None
    if number.form in ("sino_korean", "native_korean") and not _PEOPLE_BEHIND.match(text, end):
        return _WON if number.low >= _HUNDRED_MILLION and number.open else None
    if _PEOPLE_BEHIND.match(text, end) or _PEOPLE_BEFORE.search(before):
        return _PEOPLE
    if _MONEY_BEFORE.search(before):
        return _WON
    if _HOMES_BEHIND.match(text, end):
        return _HOMES
    if _VIEWS_BEFORE.search(before):
        return _TIMES
    return _WON if number.high >= _HUNDRED_MILLION else _BARE


def _grouped(text: str, number: Numeral) -> bool:
    return "," in number.span.slice(text)
