"""Invented sentences with their attributions marked, and how to read the marks.

``[…]`` is a claim, ``{…}`` a speaker, ``<…>`` a cue; they may nest. Claims and speakers are numbered
by their start. The second field links them: ``1-2`` claim 1 was said by speaker 2 (``1-0`` nobody is
named), ``1+2`` speaker 2 passed claim 1 on, ``2~1`` claim 2 goes on with claim 1, ``2^1`` it lies in
claim 1.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.korean.attribution import Attribution
from desktop.model.span import Span

_MARK = re.compile(r"([\[\]{}<>])")
_PAIRS = {"]": "[", "}": "{", ">": "<"}


class Marked(NamedTuple):
    """A text with its marked spans, each kind in order."""

    text: str
    claims: list[Span]
    speakers: list[Span]
    cues: list[Span]


def read(marked: str) -> Marked:
    """The text of a case without its marks."""
    text = ""
    open_marks: list[tuple[str, int]] = []
    found: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    for part in _MARK.split(marked):
        if part in found:
            open_marks.append((part, len(text)))
        elif part in _PAIRS:
            mark, start = open_marks.pop()
            assert mark == _PAIRS[part]
            found[mark].append(Span(start, len(text)))
        else:
            text += part
    assert not open_marks
    return Marked(text, *(sorted(found[mark], key=_order) for mark in "[{<"))


def links(marked: Marked, found: tuple[Attribution, ...]) -> str:
    """What ``found`` says, in the notation of the cases."""
    claims = {span: number for number, span in enumerate(marked.claims, 1)}
    speakers = {span: number for number, span in enumerate(marked.speakers, 1)}
    said: list[str] = []
    for attribution in found:
        claim = claims.get(attribution.claim, "?")
        speaker = attribution.speaker
        said.append(f"{claim}-{speakers.get(speaker.span, '?') if speaker else 0}")
        said.extend(f"{claim}+{speakers.get(relay.span, '?')}" for relay in attribution.relays)
        if attribution.continues is not None:
            said.append(f"{claim}~{claims.get(attribution.continues, '?')}")
        if attribution.nested_in is not None:
            said.append(f"{claim}^{claims.get(attribution.nested_in, '?')}")
    return " ".join(said)


def _order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


DIRECT = [
    ('{한빛은행의 김가온 연구원}은 "[수출이 석 달째 늘고 있다]"고 <말했다>.', "1-1"),
    (
        '{누리경제의 이도담 애널리스트}는 "[재고는 바닥났다]"<며> "[가격은 12.5% 더 오를 것]"이라고 <전망했다>.',
        "1-1 2-1 2~1",
    ),
    ('{박새론 장관}은 "[협상은 끝났다]"고 <말했다>고 {새벽통신}이 <전했다>.', "1-1 1+2"),
    (
        "{최여름 대표}는 \"[{우리}는 '[느려도 꾸준하면 이긴다]'고 <믿는데> 시장은 조급하다]\"고 <짚었다>.",
        "1-1 2-2 2^1",
    ),
    ('"[이번 분기가 고비다.]" {정하람 최고경영자(CEO)}의 <말이다>.', "1-1"),
    ('{그}는 "[다시 시작하겠다]"고 <덧붙였다>.', "1-1"),
    ("{윤가을 씨}는 “[가격이 ‘두 배’가 됐다]”라고 <밝혔다>.", "1-1"),
    ("{교육청}은 “[사실이 아니다]“<며> 해명했다.", "1-1"),
    ('{누리소프트의 전 부사장이었던 오로라}는 "[예견된 일]"이라고 <했다>.', "1-1"),
]

INDIRECT = [
    ("{일각}에서는 [규제가 오히려 시장을 키웠다]는 <분석도 나온다>.", "1-1"),
    ("[새 공장에는 3만2천 개의 부품이 쓰인] 것으로 <전해졌다>.", "1-0"),
    (
        "3일(현지시간) {가람일보와 나루방송 등 현지 언론}<에 따르면> [하늘전자는 지난달 28일 시제품 'Q2'를 공개했다].",
        "1-1",
    ),
    ("{재무부}는 [적자가 4천746억원으로 줄었다]고 <밝혔다>.", "1-1"),
]

HEADLINES = [
    ('대책 실효성 <지적>…"[이미 늦었다]"', "1-0"),
    ('{中} "[부당한 조치]" <반발>', "1-1"),
]

NOTHING = [
    "비용은 2억달러(약 2900억원)에서 20억 달러(약 2조9000억원)로 늘었다.",
    "투자액은 300억~450억달러로 추정된다.",
    "예산의 5분의 1로 위성 하나를 만든 것은 역사상 가장 싼 사례 중 하나다.",
    "하늘전자 시총 75조 증발…2명 해임",
    "b17z 펀드는 K200 칩과 W-5 모델, 무궁화 6호를 샀다.",
    "정부는 '디지털 장벽(칸막이)' 철폐에 속도를 낸다.",
    "😀𠮷 한빛은행은 1,234.5㎞를 달렸다.",
]
