"""What stands around a figure: approximators, comparisons, and whether it says more or less."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.korean.figures.figure import Direction, Mod
from desktop.korean.figures.units import Category
from desktop.korean.wording import any_of
from desktop.model.span import Span

_BEFORE_WINDOW = 8
_AFTER_WINDOW = 48


class Limit(NamedTuple):
    """How exact a number is meant, and the word that says so."""

    mod: Mod
    span: Span


_BRACKET = r"(?:\([^()\n]{1,30}\))?"
_ADVERB = r"(?:훌쩍 |크게 |조금 |약간 |살짝 |훨씬 )?"
_AFTER: tuple[tuple[Mod, str], ...] = (
    ("EQUAL_OR_MORE", r" ?(이상)"),
    ("EQUAL_OR_LESS", r" ?(이하|이내)"),
    ("LESS_THAN", r" ?(미만)"),
    ("MORE_THAN", r" ?(초과)"),
    (
        "MORE_THAN",
        rf"(?:[을를이가]| 선을)? {_ADVERB}"
        r"(넘(?:는|은|어선|어서|어|었|게|긴|길|기|을)?|웃도는|웃돌|상회)",
    ),
    ("MORE_THAN", r"[을를] (돌파)"),
    (
        "LESS_THAN",
        rf"[을를에엔]? {_ADVERB}(밑도는|밑돌|하회|못 미치|못 미쳤|못 미친|미치지 못|육박|근접)",
    ),
    ("LESS_THAN", r"에? ?(가까이|가까운|가깝)"),
    ("LESS_THAN", r"도 ((?:안|못|채 안|채 못)(?= ?[가-힣])|[가-힣]{1,3}지 (?:않|못))"),
    ("APPROX", r" ?(가량|정도|안팎|내외|쯤|수준(?=[의,]))"),
    ("MORE_THAN", r" ?(남짓)"),
)
_BEFORE: tuple[tuple[Mod, str], ...] = (
    ("APPROX", r"(?<![가-힣])(약|대략|어림잡아)"),
    ("APPROX", r"(?<![가-힣0-9])(한)(?= [0-9])"),
    ("LESS_THAN", r"(?<![가-힣])(거의)"),
    ("EQUAL_OR_LESS", r"(?<![가-힣])(최대|많아야|기껏해야)"),
    ("EQUAL_OR_MORE", r"(?<![가-힣])(최소한|최소|적어도|줄잡아)"),
)
_LIMITS_AFTER = tuple((mod, re.compile(_BRACKET + words)) for mod, words in _AFTER)
_LIMITS_BEFORE = tuple((mod, re.compile(words + r" ?$")) for mod, words in _BEFORE)

_UP = any_of("""
    늘 증가 증원 상승 오르 오른 오를 올랐 올라 올린 올렸 올리 인상 급등 급증 폭등 폭증 뛰 뛴
    뛸 성장 불어 높아졌 높아지 높아진 높아질 높였 높인 높이기 높이겠 높이는 확대 증액 반등
    치솟 많아졌 많아지 많아진 많아질 비싸졌 비싸지 비싸진 커졌 커지 커진 커질
    """)
_DOWN = any_of("""
    줄 감소 감원 감축 감액 하락 내린 내렸 내려 내릴 내리 인하 급락 급감 폭락 떨어 빠진 빠졌
    빠질 빠지 낮아졌 낮아지 낮아진 낮아질 낮췄 낮춘 낮추 축소 삭감 증발 적어졌 적어지 적어진
    쪼그라 위축 깎 추락 후퇴
    """)
_CHANGE = re.compile(
    r"\)?(?:\([^()\n]{1,30}\))?(?:이나|나|이|가|을|를|의|씩|여|으로|로|까지)?"
    r"(?: ?(?:이상|가량|정도|안팎|가까이|남짓|넘게))?(?:이나|의)?"
    r"(?: (?:더|또|각각|대폭|크게|소폭|넘게|추가로|추가|감이|한꺼번에))?"
    rf" ?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
)
_MOVES = re.compile(r"올|내[리린렸려릴]|떨어|추락|빠")
_RATE_WINDOW = 12
_RATE = re.compile(
    r"(?:(?P<up>증가율|상승률|인상률|성장률|증가폭|상승폭|인상폭)"
    r"|(?P<down>감소율|하락률|인하율|하락폭|감소폭|인하폭|낙폭))(?:은|는|이|가|도|만)? ?(?:약 )?$"
)


def limit(text: str, span: Span, more: Span | None) -> Limit | None:
    """The word that makes a number a bound or an estimate; ``more`` is a ``여`` inside it.

    A comparison (``이상``) counts before ``약``, and this before ``여`` and ``가량``.
    """
    window = text[span.end : span.end + _AFTER_WINDOW]
    after = _first(_LIMITS_AFTER, window, span.end)
    if after is not None and after.mod != "APPROX":
        return after
    head = text[max(0, span.start - _BEFORE_WINDOW) : span.start]
    for mod, words in _LIMITS_BEFORE:
        if found := words.search(head):
            offset = span.start - len(head)
            return Limit(mod, Span(offset + found.start(1), offset + found.end(1)))
    return Limit("MORE_THAN", more) if more is not None else after


def _first(rows: tuple[tuple[Mod, re.Pattern[str]], ...], window: str, offset: int) -> Limit | None:
    for mod, words in rows:
        if found := words.match(window):
            return Limit(mod, Span(offset + found.start(1), offset + found.end(1)))
    return None


def direction(text: str, span: Span, category: Category) -> Direction | None:
    """Whether the text goes up or down by this, or to this: ``12.5% 올랐다``, ``2만명으로 줄었다``.

    Rain that falls and a satellite that is sent up change nothing.
    """
    window = text[span.end : span.end + _AFTER_WINDOW]
    found = _CHANGE.match(window)
    if found and category in ("measure", "count") and _MOVES.match(found["up"] or found["down"]):
        return None
    if found is None:
        found = _RATE.search(text[max(0, span.start - _RATE_WINDOW) : span.start])
    if found is None:
        return None
    return "increase" if found["up"] else "decrease"
