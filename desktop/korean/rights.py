"""Rights notices of Korean news articles: recognising them and what they say about reuse.

Recognition only reports what a notice says; whether a use is lawful is for the user to decide.
Sources: footers of Korean news sites; open licences are in :mod:`desktop.korean.licences`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from desktop.korean.licences import licence_of
from desktop.model.project import Permission, Rights
from desktop.model.span import Span

_Field = Literal["redistribution", "ai_training"]


class _Ban(NamedTuple):
    """Wording that forbids or reserves a use."""

    pattern: re.Pattern[str]
    field: _Field
    permission: Permission


_AI = r"(?:(?<![A-Za-z])AI(?![A-Za-z])|A\.I\.|인공지능|기계\s?학습|머신\s?러닝)"
_NO = r"(?:금지|금합니다|금함|불허|불가|거부|허용하지|허락하지|엄금|삼가)"
_MINING = r"(?:텍스트\s?[·및‧]?\s?데이터\s?마이닝|(?<![A-Za-z])TDM(?![A-Za-z]))"
_FORBIDDEN = r"(?:prohibited|forbidden|not (?:allowed|permitted))"
_BANS = (
    _Ban(re.compile(r"무단\s*(?:전재|복제|배포|게재|이용|사용)"), "redistribution", "prohibited"),
    _Ban(re.compile(rf"재배포[^.\n]{{0,40}}{_NO}"), "redistribution", "prohibited"),
    _Ban(re.compile(rf"(?:전재|복제|복사)[^.\n]{{0,30}}{_NO}"), "redistribution", "prohibited"),
    _Ban(
        re.compile(
            rf"(?:reproduction|redistribution|republication)[^.\n]{{0,60}}{_FORBIDDEN}",
            re.IGNORECASE,
        ),
        "redistribution",
        "prohibited",
    ),
    _Ban(re.compile(rf"{_AI}[^.\n]{{0,40}}{_NO}"), "ai_training", "prohibited"),
    _Ban(
        re.compile(
            rf"(?:기사|콘텐츠|컨텐츠|저작물)[^.\n]{{0,30}}{_AI}[^.\n]{{0,30}}[할될]\s?수\s?없"
        ),
        "ai_training",
        "prohibited",
    ),
    _Ban(
        re.compile(rf"{_AI}[^.\n]{{0,40}}{_FORBIDDEN}", re.IGNORECASE), "ai_training", "prohibited"
    ),
    _Ban(re.compile(rf"{_MINING}[^.\n]{{0,40}}{_NO}"), "ai_training", "prohibited"),
    _Ban(re.compile(r"크롤링[^.\n]{0,30}" + _NO), "ai_training", "prohibited"),
    _Ban(re.compile(r"all rights reserved", re.IGNORECASE), "redistribution", "reserved"),
    _Ban(
        re.compile(
            r"저작권자(?![의가는를와도들에])|저작권은[^.\n]{1,40}있(?:습니다|음|으며)|ⓒ|©|\bcopyrights?\b",
            re.IGNORECASE,
        ),
        "redistribution",
        "reserved",
    ),
)

_OWNED = re.compile(r"저작권|ⓒ|©|copyright|공공누리|KOGL|creative\s?commons", re.IGNORECASE)
_REPORTED = re.compile(r"(?<!니)다[.!]?[\"'”’)\]]*$")
_PHOTO = re.compile(r"^\s*(?:[▲△▼▽◀]|\[?사진|/\s?사진|그래픽)|사진\s?=")
_BRACKETED = re.compile(r"[<〈《＜\[(【][^<>〈〉《》＜＞\[\]【】\n]{4,300}[>〉》＞\])】]\s*$")
_HOLDER = re.compile(
    r"(?:저작권자|ⓒ|©|\(c\)|copyrights?\b)(?:[\sⓒ©:=]|\(c\)|by\b|copyrights?\b|저작권자|\d{4}(?:[-–]\d{4})?)*"
    r"(?:[‘'“\"][^’'”\"\n]{1,60}[’'”\"])?\s*"
    r"([^\s.,<>()\[\]‘’“”'\"·|/;:][^.,<>()\[\]‘’“”'\"|/;:\n]{0,40}?)"
    r"\s*(?:[.,<>()\[\]|/;:\n]|무단|재배포|모든|all\s|$)",
    re.IGNORECASE,
)
_OWNER = re.compile(r"저작권은\s*(?:㈜|\(주\)|주식회사)?\s?([^\s.,()㈜]{1,30}?)(?:에|에게)\s*있")
_LONGEST_LINE = 600
_EDGE_LINES = 12
_EDGE = 2 * _EDGE_LINES * _LONGEST_LINE


def recognise_rights(text: str) -> Rights:
    """What the notices of an article say; ``Rights()`` when there is none.

    ``notice`` is the place of the last one. Where a licence and a ban meet, the ban holds, but not
    the mere reservation of a ``©``.
    """
    found: dict[str, object] = {}
    bans: dict[str, Permission] = {}
    for span in notices(text):
        notice = span.slice(text)
        found |= _licence_of(notice) | {"notice": span}
        holder = _HOLDER.search(notice) or _OWNER.search(notice)
        if "holder" not in found and holder:
            found["holder"] = holder.group(1).strip()
        for field, permission in _bans_of(notice).items():
            if bans.get(field) != "prohibited":
                bans[field] = permission
    bans = {f: ban for f, ban in bans.items() if ban == "prohibited" or "license" not in found}
    return Rights().model_copy(update=found | bans)


def notices(text: str) -> Iterator[Span]:
    """The places of notices: a whole line, or the bracket at the end of one.

    Only the first and last lines of an article are looked at, and not those that report about
    copyright in the plain style of news (``…밝혔다.``).
    """
    for line_start, whole_line in _edge_lines(text):
        line = whole_line[-_LONGEST_LINE:]
        start = line_start + len(whole_line) - len(line)
        bracket = _BRACKETED.search(line)
        if bracket and _is_notice(bracket.group()):
            stripped = bracket.group().rstrip()
            yield Span(start + bracket.start(), start + bracket.start() + len(stripped))
        elif len(line) == len(whole_line) and not _PHOTO.search(line) and _is_notice(line):
            left = len(line) - len(line.lstrip())
            yield Span(start + left, start + len(line.rstrip()))


def _edge_lines(text: str) -> list[tuple[int, str]]:
    """The first and last lines that are not blank; long texts are not walked through."""
    if len(text) <= 2 * _EDGE:
        lines = list(_lines(text, 0, len(text)))
        few = len(lines) <= 2 * _EDGE_LINES
        return lines if few else lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]
    head = list(_lines(text, 0, _EDGE))
    tail = list(_lines(text, len(text) - _EDGE, len(text)))
    return head[:_EDGE_LINES] + tail[-_EDGE_LINES:]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for line in text[start:end].split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _is_notice(words: str) -> bool:
    if _REPORTED.search(words.rstrip()) and not _OWNED.search(words):
        return False
    return bool(_licence_of(words) or _bans_of(words))


def _bans_of(notice: str) -> dict[str, Permission]:
    found: dict[str, Permission] = {}
    for ban in _BANS:
        if ban.field not in found and ban.pattern.search(notice):
            found[ban.field] = ban.permission
    return found


def _licence_of(notice: str) -> dict[str, object]:
    licence = licence_of(notice)
    if licence is None:
        return {}
    return {
        "license": licence.name,
        "redistribution": "allowed",
        "ai_training": licence.ai_training,
    }
