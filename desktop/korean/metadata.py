"""Metadata that the text of a Korean news article holds: date, byline, publisher, section, URL.

Only lines that are no article text are read (zones ``byline``), and the opening of the first
paragraph, where agencies put place, name and reporter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.korean.wording import any_of
from desktop.model.project import Metadata, Rights, Zone
from desktop.model.values import Features

_LONGEST_LINE = 300
_MOST_LINES = 40
_SEOUL = "+09:00"
_NOON = 12

_DAY = (
    r"(?P<year>(?:19|20)\d{2})\s?[-./년]\s?(?P<month>\d{1,2})\s?[-./월]\s?(?P<day>\d{1,2})(?:일|\.)?"
    r"(?:\s*\([월화수목금토일]\))?"
)
_CLOCK = (
    r"(?:[\sT]{0,3}(?P<half>오전|오후|AM|PM)?\s?(?P<hour>\d{1,2})\s?[:시]\s?(?P<minute>\d{2})분?"
    r"(?::(?P<second>\d{2}))?)?"
)
_DATE = re.compile(_DAY + _CLOCK, re.IGNORECASE)
_MODIFIED = re.compile(r"(?:수정|업데이트|갱신)[^\d가-힣]{0,6}$")

_ROLE = any_of("""
    기자 특파원 통신원 논설위원 편집위원 선임기자 전문기자 수습기자 인턴기자 사진기자 객원기자
    리포터 에디터 앵커
    """)
_NAME = r"[가-힣]{2,4}"
_SIGNED = re.compile(rf"(?P<names>{_NAME}(?:\s?[·,/]\s?{_NAME}){{0,5}})\s?{_ROLE}")
_NO_NAME = frozenset({"사진", "취재", "선임", "수습", "인턴", "객원", "전문", "담당", "본지"})

_AGENCY = re.compile(
    rf"\s*[(\[]\s?(?:[가-힣]{{2,10}}\s?=\s?)?(?P<publisher>[가-힣A-Za-z0-9]{{2,15}})\s?[)\]]\s*"
    rf"(?P<signed>{_NAME}(?:\s?[·,/]\s?{_NAME}){{0,5}}\s?{_ROLE})?\s?="
)
_HOUSE = re.compile(
    rf"\s*[(\[]\s?(?P<publisher>[가-힣A-Za-z0-9]{{2,15}})\s?[=|]?\s(?P<signed>{_NAME}\s?{_ROLE})\s?[)\]]"
)
_NO_PUBLISHER = re.compile(
    r"(?:단독|속보|종합|사진|영상|인터뷰|칼럼|사설|기고|르포|단독보도|앵커|리포트)$|.*[0-9]보$"
)
_COMPANY = re.compile(r"^(?:㈜|\(주\)|주식회사)\s?|\s?(?:㈜|\(주\))$")

SECTION_NAMES = any_of("""
    정치 경제 사회 국제 세계 문화 스포츠 연예 오피니언 산업 금융 증권 부동산 과학 건강 교육
    환경 노동 지역 전국 북한 생활 여행 기술 IT 테크 IT·과학 생활·문화 경제·산업 사회·교육
    """)
TRAIL = re.compile(
    r"\s*(?:(?:섹션|분야|분류|카테고리|section)\s?[:=]|(?:홈|home)\s?[>›»])"
    r"\s?(?P<section>[가-힣A-Z·/&]{2,15})(?:\s?[>›»|]\s?[가-힣A-Z·/&]{2,15}){0,3}\s*",
    re.IGNORECASE,
)
"""A line that names the section, wherever it stands."""

SECTION = re.compile(
    rf"\s*\[?(?P<section>{SECTION_NAMES})\]?(?:\s?[>›»|]\s?[가-힣A-Z·/&]{{2,15}}){{0,3}}\s*"
)
"""The name of a section alone: no headline when it is the first line."""

ADDRESS = re.compile(
    r"\s*[<(\[]?\s?(?:(?:기사\s?)?(?:원문|출처|링크|주소|url)\s?(?:보기)?\s?[:=]?\s?)?"
    r"(?P<url>https?://[^\s<>\"')\]]{4,1000})\s?[>)\]]?\s*",
    re.IGNORECASE,
)


def metadata_in(text: str, zones: Sequence[Zone], rights: Rights) -> Metadata:
    """What the text says about itself; what it does not say is left as it is by default."""
    found: Features = {}
    names: list[str] = []
    for line in _lines(text, zones):
        for published, stamp in _dates(line):
            found.setdefault("date_published" if published else "date_modified", stamp)
        if address := ADDRESS.fullmatch(line):
            found.setdefault("url", address["url"])
        elif section := TRAIL.fullmatch(line) or SECTION.fullmatch(line):
            found.setdefault("section", section["section"])
        else:
            names += _names(line)
            _take_publisher(found, _HOUSE.match(line))
    opening = _opening(text, zones)
    for form in (_AGENCY, _HOUSE):
        signed = form.match(opening)
        if signed and not _NO_PUBLISHER.match(signed["publisher"]):
            _take_publisher(found, signed)
            names += _names(signed["signed"] or "")
    if rights.holder:
        found["publisher"] = _COMPANY.sub("", rights.holder)
    byline = tuple(dict.fromkeys(names))
    return Metadata.model_validate(found | {"byline": byline})


def _take_publisher(found: Features, signed: re.Match[str] | None) -> None:
    if signed and not _NO_PUBLISHER.match(signed["publisher"]):
        found.setdefault("publisher", signed["publisher"])


def _lines(text: str, zones: Sequence[Zone]) -> Iterator[str]:
    count = 0
    for zone in zones:
        if zone.kind != "byline":
            continue
        for line in text[zone.start : zone.end].split("\n"):
            if line.strip() and len(line) <= _LONGEST_LINE:
                yield line
                count += 1
            if count >= _MOST_LINES:
                return


def _opening(text: str, zones: Sequence[Zone]) -> str:
    start = next((zone.start for zone in zones if zone.kind == "body"), len(text))
    return text[start : start + 80].partition("\n")[0]


def _dates(line: str) -> Iterator[tuple[bool, str]]:
    """Each date of a line: whether it is that of publication, and the time stamp."""
    for found in _DATE.finditer(line):
        stamp = _stamp(found)
        if stamp is not None:
            yield not _MODIFIED.search(line[: found.start()]), stamp


def _stamp(found: re.Match[str]) -> str | None:
    month, day = int(found["month"]), int(found["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    date = f"{found['year']}-{month:02d}-{day:02d}"
    if found["hour"] is None:
        return date
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or "").upper()
    if half in ("오후", "PM") and hour < _NOON:
        hour += _NOON
    elif half in ("오전", "AM") and hour == _NOON:
        hour = 0
    if hour > 23 or minute > 59:
        return date
    return f"{date}T{hour:02d}:{minute:02d}:{found['second'] or '00'}{_SEOUL}"


def _names(line: str) -> list[str]:
    return [
        name.strip()
        for signed in _SIGNED.finditer(line)
        for name in re.split(r"[·,/]", signed["names"])
        if name.strip() not in _NO_NAME
    ]
