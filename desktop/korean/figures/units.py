"""Units of figures: how news writes them, their code and the category of their figures.

Codes are ISO 4217 for money and UCUM for measures; counters are UCUM annotations (``{person}``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from desktop.korean.wording import words

Category = Literal["monetary", "percentage", "ratio", "count", "measure", "order", "score", "other"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written. ``scale`` turns the written number into units of ``code`` (cents).

    A ``safe`` unit may be followed by any word; after another one only a particle or a boundary
    tells that it is a unit (``3배`` but not ``3배터리``).
    """

    text: str
    code: str
    category: Category
    scale: Decimal = Decimal(1)
    safe: bool = False


_MONEY = {
    "KRW": "원 ₩",
    "USD": "달러 미국달러 미달러 불 弗 $ US$ USD",
    "HKD": "홍콩달러 HK$",
    "AUD": "호주달러",
    "CAD": "캐나다달러",
    "SGD": "싱가포르달러",
    "TWD": "대만달러 신대만달러",
    "NZD": "뉴질랜드달러",
    "EUR": "유로 €",
    "JPY": "엔 엔화 ¥",
    "CNY": "위안 위안화",
    "GBP": "파운드 £",
    "RUB": "루블",
    "INR": "루피 인도루피",
    "IDR": "루피아",
    "THB": "바트",
    "MYR": "링깃",
    "PHP": "필리핀페소",
    "MXN": "멕시코페소",
    "CHF": "스위스프랑 프랑",
    "SEK": "크로나",
    "NOK": "크로네",
    "TRY": "리라",
    "SAR": "리얄",
    "AED": "디르함",
    "ILS": "셰켈",
    "BRL": "헤알",
    "ZAR": "랜드",
    "UAH": "흐리우냐",
    "KZT": "텡게",
    "MNT": "투그릭",
    "BTC": "비트코인",
    "ETH": "이더리움",
}
_PERCENT = {
    "%": "% 퍼센트 프로 pct",
    "{percentage_point}": "%포인트 %p %P 퍼센트포인트 %P포인트 포인트%",
    "[ppth]": "‰ 퍼밀",
    "{basis_point}": "bp bps 베이시스포인트",
}
_RATIO = {"1": "배 곱절 갑절"}
_ORDER = {"{rank}": "위 등", "{ordinal}": "번째"}
_SCORE = {"{score}": "점"}
_MEASURES = {
    "km": "km ㎞ KM Km 킬로미터",
    "m": "m 미터",
    "cm": "cm ㎝ CM 센티미터 센티 센치",
    "mm": "mm ㎜ MM 밀리미터 밀리",
    "um": "㎛ μm 마이크로미터",
    "nm": "nm ㎚ 나노미터 나노",
    "[mi_i]": "마일",
    "[ft_i]": "피트 ft",
    "[in_i]": "인치 형",
    "[yd_i]": "야드",
    "[nmi_i]": "해리",
    "[ly]": "광년",
    "m2": "㎡ m² m2 제곱미터 평방미터",
    "cm2": "㎠ 제곱센티미터",
    "km2": "㎢ km² km2 제곱킬로미터 평방킬로미터",
    "har": "㏊ ha 헥타르",
    "[acr_us]": "에이커",
    "{pyeong}": "평",
    "m3": "㎥ m³ 세제곱미터 입방미터 루베",
    "kg": "kg ㎏ KG Kg 킬로그램",
    "g": "g 그램",
    "mg": "mg ㎎ 밀리그램",
    "ug": "㎍ μg 마이크로그램",
    "t": "t 톤",
    "kt": "kt 킬로톤 Kt",
    "[oz_av]": "온스",
    "{geun}": "근",
    "[car_m]": "캐럿",
    "L": "L ℓ l 리터 ㍑",
    "mL": "ml mL ㎖ 밀리리터 cc ㏄",
    "kL": "㎘ kl kL 킬로리터",
    "[gal_us]": "갤런",
    "[bbl_us]": "배럴",
    "Cel": "℃ °C 도",
    "[degF]": "℉ °F",
    "deg": "°",
    "km/h": "km/h ㎞/h",
    "m/s": "m/s ㎧",
    "[mi_i]/h": "mph",
    "[kn_i]": "노트 kn",
    "W": "W 와트",
    "kW": "kW ㎾ KW 킬로와트",
    "MW": "MW ㎿ 메가와트",
    "GW": "GW 기가와트",
    "TW": "TW 테라와트",
    "kW.h": "kWh KWh ㎾h 킬로와트시 킬로와트아워",
    "MW.h": "MWh ㎿h 메가와트시",
    "GW.h": "GWh 기가와트시",
    "TW.h": "TWh 테라와트시",
    "V": "V 볼트",
    "mA.h": "mAh",
    "A": "암페어",
    "cal": "cal 칼로리",
    "kcal": "kcal ㎉ 킬로칼로리",
    "J": "J",
    "[HP]": "마력 hp",
    "By": "바이트",
    "kBy": "KB kB 킬로바이트",
    "MBy": "MB 메가바이트",
    "GBy": "GB 기가바이트 기가",
    "TBy": "TB 테라바이트 테라",
    "PBy": "PB 페타바이트",
    "bit": "비트 bit",
    "Mbit/s": "Mbps",
    "Gbit/s": "Gbps",
    "Hz": "Hz ㎐ 헤르츠",
    "kHz": "kHz ㎑ KHz 킬로헤르츠",
    "MHz": "MHz ㎒ 메가헤르츠",
    "GHz": "GHz ㎓ 기가헤르츠",
    "[ppm]": "ppm PPM ㏙ 피피엠",
    "[ppb]": "ppb",
    "ug/m3": "㎍/㎥ μg/㎥ μg/m³ μg/m3",
    "mg/dL": "mg/dL ㎎/㎗ mg/dl",
    "mm[Hg]": "mmHg",
    "hPa": "hPa ㍱ 헥토파스칼",
    "mSv": "mSv 밀리시버트",
    "uSv": "μSv 마이크로시버트",
    "Bq": "Bq 베크렐",
    "Bq/kg": "Bq/kg",
    "dB": "dB ㏈ 데시벨",
    "cd/m2": "니트",
    "{rpm}": "rpm",
    "{point}": "포인트 p pt P",
    "{pixel}": "화소 픽셀",
    "{TEU}": "TEU",
    "{qubit}": "큐비트",
}
_COUNTS = {
    "{person}": "명 인 사람 명분",
    "{serving}": "인분",
    "{count}": "개",
    "{case}": "건",
    "{place}": "곳 군데 개소 개처",
    "{kind}": "가지 종 종류 개종 품목 개품목",
    "{time}": "번 차례 회",
    "{animal}": "마리 두 수",
    "{vessel}": "척",
    "{train_car}": "량",
    "{volume}": "권",
    "{copy}": "부",
    "{sheet}": "장 매",
    "{page}": "쪽 페이지",
    "{letter}": "자 글자",
    "{word}": "단어",
    "{sentence}": "문장",
    "{question}": "문항 문제",
    "{film}": "편",
    "{song}": "곡",
    "{house}": "채 호",
    "{household}": "가구 세대",
    "{building}": "개동",
    "{floor}": "층",
    "{room}": "실 객실",
    "{seat}": "석 좌석",
    "{bed}": "병상 개병상",
    "{vote}": "표",
    "{goal}": "골",
    "{home_run}": "홈런",
    "{hit}": "안타",
    "{run_batted_in}": "타점",
    "{run}": "득점",
    "{strikeout}": "탈삼진",
    "{assist}": "도움 어시스트",
    "{rebound}": "리바운드",
    "{win}": "승 연승",
    "{loss}": "패 연패",
    "{game}": "경기 게임",
    "{set}": "세트",
    "{title}": "관왕",
    "{share}": "주",
    "{account}": "계좌 구좌",
    "{country}": "개국 나라",
    "{company}": "개사 개업체 개기업",
    "{school}": "개교 개학교",
    "{team}": "팀 개팀 개조",
    "{state}": "개주",
    "{institution}": "개기관",
    "{city}": "개시 개도시",
    "{county}": "개군",
    "{district}": "개구",
    "{department}": "개부처 개과",
    "{course}": "과목",
    "{credit}": "학점",
    "{class}": "학급",
    "{item}": "항목 개항목 조항",
    "{tree}": "그루",
    "{flower}": "송이",
    "{plant}": "포기",
    "{bottle}": "병",
    "{cup}": "잔 컵",
    "{bag}": "봉지 포대 자루",
    "{box}": "상자 박스",
    "{can}": "캔",
    "{shot}": "발",
    "{pair}": "켤레 쌍",
    "{suit}": "벌",
    "{piece}": "조각",
    "{row}": "줄",
    "{compartment}": "칸",
    "{round}": "바퀴 라운드",
    "{store}": "점포 개점포 개점",
    "{step}": "계단",
    "{weight_class}": "체급 개체급",
    "{pace}": "걸음",
    "{frame}": "컷",
    "{view}": "뷰",
    "{lane}": "차로 차선 개차로",
    "{couple}": "커플",
    "{machine}": "대 기 개기",
    "{plot}": "필지",
    "{route}": "개노선",
}

_SAFE = frozenset(
    words(
        "명 개 원 달러 유로 위안 % %포인트 퍼센트 퍼센트포인트 마리 곳 가지 배럴 톤 가구 차례 사람"
        " 번째 개국 개사 개교 개소 인분 킬로미터 미터 그램 킬로그램 리터 제곱미터 헥타르 문항 병상"
        " ㎡ ㎢ ㎞ ㎝ ㎜ ㎏ ℃ ㎥ ㏊ ㎾ ㎿ ‰"
    )
)
_TABLES: tuple[tuple[Category, Mapping[str, str]], ...] = (
    ("count", _COUNTS),
    ("measure", _MEASURES),
    ("score", _SCORE),
    ("order", _ORDER),
    ("ratio", _RATIO),
    ("percentage", _PERCENT),
    ("monetary", _MONEY),
)


def _units() -> dict[str, Unit]:
    found = {
        text: Unit(text, code, category, safe=text in _SAFE)
        for category, table in _TABLES
        for code, texts in table.items()
        for text in words(texts)
    }
    cent = Decimal("0.01")
    found["센트"] = Unit("센트", "USD", "monetary", cent)
    found["유로센트"] = Unit("유로센트", "EUR", "monetary", cent)
    found["% 포인트"] = Unit("% 포인트", "{percentage_point}", "percentage")
    found["할"] = Unit("할", "1", "ratio", Decimal("0.1"))
    return found


UNITS: Mapping[str, Unit] = MappingProxyType(_units())
_LONGEST = max(map(len, UNITS))

_NO_UNITS = (
    frozenset(
        words("개월 개년 원칙 원색 원론 원정 명절 주년 주일 주간 세기 세대주 인치 위원 위원회")
    )
    - UNITS.keys()
)
"""Words that begin like a unit and are none."""


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that is written at ``at``, whatever follows it."""
    for length in range(min(_LONGEST, len(text) - at), 0, -1):
        words = text[at : at + length]
        if words in _NO_UNITS:
            return None
        if unit := UNITS.get(words):
            return unit
    return None
