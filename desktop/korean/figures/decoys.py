"""Numbers that are no figures: names, places in a series, phone numbers, legal articles, idioms.

All of it looks at a few characters before and behind one number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from desktop.korean.figures.units import UNITS, Unit
from desktop.korean.numerals import Numeral
from desktop.korean.wording import any_of, words

_BEFORE = 14
_BEHIND = 14
_SMALL_RANK = Decimal(100)
_MANY = 50
_FEW_LANES = 3

_FOLLOWERS = re.compile(
    any_of("""
    은 는 이 가 을 를 의 에 도 만 과 와 로 으로 나 며 고 라 란 인 임 입 였 씩 당 대 선 여 든
    지 차 께 서 다 쯤 뿐 밖 째 넘 남 중 및 등 간 하 급 권 증 감 상 돌 달 추 더 또 분 가량 정도
    안팎 내외 이상 이하 미만 초과 짜리 어치 까지 부터 보다 마다 조차 처럼 가까 꼴 규모 수준
    투자
    """)
)
_LENIENT = re.compile(r"[^가-힣]|$")
_NAME_BEFORE = re.compile(
    r"(?:[A-Za-z_#№@&][-.]?|[0-9][-.,:/·]|[A-Za-z0-9]-|(?<![가-힣])제 ?|[/=])$"
)
_HANGUL_BEFORE = re.compile(r"[가-힣]$")
_ATTACHED = re.compile(
    r"(?:약|총|최대|최소|각|등|또|만|매|전체|무려|불과|현재|중|당|하루|시속|초속)$"
)
_RUN = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.,:/\-]*+")
_PHONE = re.compile(r"(?:\+?[0-9]{1,4}[-) ])?[0-9]{2,4}-[0-9]{3,4}(?:-[0-9]{4})?(?![0-9])")
_AGAIN = re.compile(r"(?:다시|또) $")
_IDIOM_ONE = re.compile(r"(?:중의?|가운데|또|의|단|오직|저마다|누구|무엇|어느|[가-힣]라) ?$")


def number_end(text: str, at: int) -> int:
    """Where the run of digits, letters and marks that begins at ``at`` ends."""
    found = _RUN.match(text, at)
    return max(at + 1, found.end() if found else 0)


def is_name(text: str, at: int) -> bool:
    """True for a digit at ``at`` inside a name, a date, an address or after ``제``."""
    return bool(_NAME_BEFORE.search(text[max(0, at - 3) : at]))


def is_glued(text: str, at: int) -> bool:
    """True for a digit right after a Hangul word that takes no number: ``코로나19``."""
    before = text[max(0, at - 4) : at]
    return bool(_HANGUL_BEFORE.search(before)) and not _ATTACHED.search(before)


def is_phone(text: str, at: int) -> bool:
    """True for a telephone number at ``at``."""
    return bool(_PHONE.match(text, at))


def is_bounded(text: str, end: int) -> bool:
    """True when after a unit comes a particle, a bound noun or no Hangul at all."""
    return bool(_LENIENT.match(text, end) or _FOLLOWERS.match(text, end))


class _Place(NamedTuple):
    """A number with a possible unit and a few characters on both sides."""

    before: str
    numeral: Numeral
    unit: Unit
    behind: str

    @property
    def value(self) -> Decimal:
        return self.numeral.high

    def after(self, words: str) -> bool:
        """True when ``words`` (an expression) stand right before the number."""
        return bool(re.search(rf"(?:{words})(?: ?(?:약|총|모두|등|각|각각|만))? ?$", self.before))

    def then(self, words: str) -> bool:
        """True when ``words`` (an expression) stand right behind the unit."""
        return bool(re.match(rf" ?(?:{words})", self.behind))


_WORKS = "작품|그림|유물|문화재|회화|조각|도자기|미술품|사진|소장품|공예품|유화|판화|불상"
_PERSON_WORDS = any_of("""
    가구 가족 시위 방송 미디어 체제 기업 크리에이터 출판 창업 병실 칭 조 방 승 용 실 극 전 석
    식 자
    """)
_NUMBERED = "기호|등번호|버스|국도|교향곡|출구|채널|번호|문제|문항|지방도"
_NUMBERS = any_of("""
    출구 타자 버스 국도 홀 문항 문제 후보 선수 교향곡 게이트 방 좌석 트랙 채널 지방도 고속도로
    마 레인 염색체 주자 투수 염 지 길 가 척추 환자
    """)
_FLYERS = any_of("""
    미사일 원전 위성 로켓 발전기 원자로 풍력 충전기 엔진 전투기 터빈 항공기 헬기 발사대 분묘
    묘 태양광 크레인
    """)
Judge = Callable[[_Place], "Unit | None"]


def _at_least(least: int) -> Judge:
    return lambda place: place.unit if place.value >= least else None


def _unless(before: str, behind: str) -> Judge:
    def judge(place: _Place) -> Unit | None:
        if (before and place.after(before)) or (behind and place.then(behind)):
            return None
        return place.unit

    return judge


def _after(words: str) -> Judge:
    return lambda place: place.unit if place.after(words) else None


_MACHINES = any_of("""
    차 차량 자동차 승용차 승합차 트럭 버스 택시 화물차 소방차 구급차 경찰차 오토바이 자전거
    헬기 헬리콥터 비행기 항공기 전투기 여객기 드론 로봇 카메라 CCTV 컴퓨터 PC 노트북 서버 TV
    스마트폰 휴대폰 휴대전화 태블릿 기계 장비 장치 탱크 전차 장갑차 포 열차 전기차 에어컨
    냉장고 세탁기 피아노 단말기 충전기 크레인 굴착기 인공호흡기 물량 판매량
    """)
_GROUPS = any_of("""
    그룹 은행 강 중증 악 의혹 개혁 시중 금융 보험 과제 전략 요구 원칙 산업 도시 기업 거래소
    리그 대기업 범죄 질환 핵심 업체 제조 글로벌 투자 교역 로펌 증권 회계 지주 정유 통신
    이동통신 종단 종교 시장 권역 국정 분야 전통 명절 영양소 메이저 사찰 궁 문명 의무 사회 공적
    암 항만 불가 특별 첨단 국책 수출 중점 연금 세습 부자 독자 문화 신문 방송 지상파
    """)
_OFFICES = any_of("""
    국회 대통령 총선 대선 회장 의장 총재 총장 왕 임금 대표 지사 시장 총리 교황 행장 원장
    위원장 의회 사장 황제 회 협회
    """)


def _vehicles(place: _Place) -> Unit | None:
    """``4대 은행``, ``20대 남성``, ``21대 국회`` have no vehicles, ``차량 20대`` has."""
    if place.after(rf"{_MACHINES}|[0-9]년") or place.then(rf"의 (?:{_MACHINES})"):
        return place.unit
    if place.value == 1 and place.numeral.form == "native_korean":
        return None
    if place.then(_GROUPS) or place.then(_OFFICES) or place.then("0|초반|중반|후반|뿐"):
        return None
    decade = place.value % 10 == 0 and place.value < _SMALL_RANK
    bare = place.before[-1:] in ("", " ", "(", '"', "'", "“", "‘", ",", ".", "·")
    if decade or not bare:
        return None
    rank = place.value < _SMALL_RANK and place.then("[가-힣]") and place.behind[:1] == " "
    return None if rank else place.unit


def _score(place: _Place) -> Unit | None:
    if place.after(_WORKS):
        return replace(place.unit, code="{item}", category="count")
    return place.unit


def _shares(place: _Place) -> Unit | None:
    many = place.numeral.power > 1 or place.value >= 60
    return place.unit if many or place.after("주식|보통주|우선주|지분|신주|주식수|자사주") else None


def _copies(place: _Place) -> Unit | None:
    """``3천 부`` of a newspaper; ``민사 12부`` is a court's division."""
    printed = place.numeral.power > 1 or place.value >= _SMALL_RANK
    return place.unit if printed or place.after("신문|책|잡지|사본|판매|인쇄") else None


def _lanes(place: _Place) -> Unit | None:
    """``편도 2차로``; ``1차로 3억원을 냈다`` says that it was the first time."""
    told = place.after("왕복|편도|도로") or place.then("도로|[를을에의]|구간|확장|이상")
    return place.unit if told or place.value > _FEW_LANES else None


def _full_house(place: _Place) -> Unit | None:
    """``만원 관중`` fills a house and costs nothing."""
    crowded = place.numeral.form == "sino_korean" and place.then("관중|사례|버스|지하철|열차")
    return None if crowded else place.unit


def _degrees(place: _Place) -> Unit | None:
    if place.after("서해|이북"):
        return None
    angle = place.after("북위|남위|동경|서경|위도|경도|각도|경사|시야각")
    if angle or (place.value in (90, 180, 270, 360) and not place.after("온도|기온|섭씨")):
        return UNITS["°"]
    return UNITS["°F"] if place.after("화씨") else place.unit


def _speeds(place: _Place) -> Unit | None:
    if place.after("시속"):
        return replace(place.unit, code=f"{place.unit.code}/h")
    if place.after("초속"):
        return replace(place.unit, code=f"{place.unit.code}/s")
    return place.unit


_JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "대": _vehicles,
        "점": _score,
        "주": _shares,
        "도": _degrees,
        "km": _speeds,
        "㎞": _speeds,
        "m": _speeds,
        "킬로미터": _speeds,
        "미터": _speeds,
        "번": _unless(_NUMBERED, _NUMBERS),
        "회": _unless("", "말|초(?!과)|차|째|를 맞|대회|전국|졸업"),
        "인": _unless("", _PERSON_WORDS),
        "세대": _at_least(10),
        "두": _at_least(10),
        "수": _at_least(100),
        "자": _at_least(50),
        "실": _at_least(5),
        "부": _copies,
        "형": _at_least(20),
        "기가": _at_least(8),
        "차로": _lanes,
        "% 포인트": _unless("", "적립|혜택|지급|[을를] "),
        "호": lambda place: place.unit if place.numeral.power > 1 else None,
        "기": lambda place: place.unit if place.value >= _MANY or place.after(_FLYERS) else None,
        "종": _unless("", "일반|전용|근린|보통|대형|면허|지구|주거|법정|감염"),
        "등": _unless("", "급|분|신|록"),
        "층": _unless("", "에서|에 "),
        "쪽": _unless("", r"\)"),
        "페이지": _unless("", r"\)"),
        "량": lambda place: None if place.numeral.form == "sino_korean" else place.unit,
        "원": _full_house,
        "장": _unless("막", "에서|[‘'\"<「《]"),
    }
)
_SPACELESS = frozenset(words("등 프로 인 수 두 자 실 부 형 호 기 위 p P pt W V L l m g t J"))
_SPOKEN_ONLY = frozenset(
    words("""
    명 개 사람 곳 가지 번 차례 건 마리 대 척 권 장 편 곡 채 층 그루 송이 포기 병 잔 컵 바퀴 칸
    상자 박스 켤레 쌍 벌 팀 나라 경기 게임 세트 골 표 점 단어 항목 과목 커플 개국 개사 개교 배
    번째 인 발 군데 종류 자루 봉지 캔 조각 줄 가구 홈런 평 문장 세대 계좌 학급 컷 계단
    """)
)
_AFTER_ONE_POWER = frozenset({"명", "원", "달러", "배"})
_GLUED_NATIVE = frozenset(words("명 개 배 곳 가지 마리 차례 사람 번째"))
_NOT_ONE = frozenset(words("나라 발 인 점 세대 개국 계단 컷"))


def judged(text: str, numeral: Numeral, unit: Unit, end: int) -> Unit | None:
    """The unit that ``unit`` is here, up to ``end``; None when the number is no figure with it."""
    start = numeral.span.start
    spaced = text[end - len(unit.text) - 1] == " "
    if numeral.form == "native_korean":
        if not _native_fits(text, numeral, unit, spaced=spaced, end=end):
            return None
    elif _is_lone_power(numeral) and not spaced:
        if unit.text not in _AFTER_ONE_POWER:
            return None
    elif spaced and unit.text in _SPACELESS and numeral.power == 1:
        return None
    if unit.text[-1].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return None
    safe = unit.safe and numeral.form in ("arabic", "mixed")
    if unit.text[-1] >= "가" and not safe and not is_bounded(text, end):
        return None
    judge = _JUDGES.get(unit.text)
    if judge is None:
        return unit
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    return judge(_Place(before, numeral, unit, text[end : end + _BEHIND]))


def _is_lone_power(numeral: Numeral) -> bool:
    """``만점`` and ``천석`` are words, ``만 명`` is a number."""
    lone = numeral.span.end - numeral.span.start == 1
    return lone and numeral.form == "sino_korean" and numeral.power > 1


def _native_fits(text: str, numeral: Numeral, unit: Unit, *, spaced: bool, end: int) -> bool:
    if unit.text not in _SPOKEN_ONLY or (not spaced and unit.text not in _GLUED_NATIVE):
        return False
    if numeral.high == 1:
        again = _AGAIN.search(text[max(0, numeral.span.start - 3) : numeral.span.start])
        more = re.match(r" ?(?:더|쯤|도)", text[end : end + 3])
        return unit.text not in _NOT_ONE and not (unit.text == "번" and (again or more))
    return True


def is_idiom_one(text: str, at: int) -> bool:
    """True for the ``하나`` of ``중 하나`` at ``at``, which counts nothing."""
    return bool(_IDIOM_ONE.search(text[max(0, at - 6) : at]))
