"""Claims with their cues, speakers and relations, in invented sentences and in any text."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.attributions import attributions
from tests.korean import clause_cases as clauses
from tests.korean import newspaper_cases as newspaper
from tests.korean.indirect_speech_cases import HEADLINES, INDIRECT, NOTHING
from tests.korean.speech_cases import DIRECT, links, read

NEWSPAPER = [
    *newspaper.OPENINGS,
    *newspaper.SOURCES,
    *newspaper.CUES,
    *newspaper.DOCUMENTS,
    *newspaper.QUOTATIONS,
    *newspaper.REQUESTS,
    *newspaper.HEADLINES,
    *newspaper.EDGES,
]


CLAUSES = [
    *clauses.EMBEDDED,
    *clauses.WHOSE,
    *clauses.NAMED,
    *clauses.IDENTIFIED,
    *clauses.TOLD,
    *clauses.TITLED_HEADS,
    *clauses.MEANWHILE,
    *clauses.JUDGES,
    *clauses.FORMS,
    *clauses.BEGINNINGS,
]


@pytest.mark.parametrize(("case", "expected"), DIRECT + INDIRECT + HEADLINES + NEWSPAPER + CLAUSES)
def test_claims_cues_and_speakers(case: str, expected: str) -> None:
    marked = read(case)
    found = attributions(marked.text)
    text = marked.text
    assert [a.claim.slice(text) for a in found] == [span.slice(text) for span in marked.claims]
    cues = sorted({cue.span for a in found for cue in (*a.cues, *a.relay_cues)})
    assert [span.slice(text) for span in cues] == [span.slice(text) for span in marked.cues]
    speakers = {s.span for a in found for s in (a.speaker, *a.relays) if s is not None}
    assert [s.slice(text) for s in sorted(speakers)] == [s.slice(text) for s in marked.speakers]
    assert links(marked, found) == expected


@pytest.mark.parametrize("text", NOTHING + newspaper.NOTHING + clauses.NOTHING)
def test_what_nobody_said(text: str) -> None:
    assert attributions(text) == ()


_PIECES = st.sampled_from(
    ["가온은 ", "나루 대표는 ", '"', "'", "간다", "했다", "다고 ", "라며 ", "라는 ", "말했다", ". ", "\n", "(", ")", "에 따르면 ",
     "분석이 나온다", "것으로 알려졌다", "그는 ", "의 말이다", "😀", "“", "”", "中", "이라고 ", ", ", "…",
     "[", "]", "【", "】", "기자 = ", "(서울=새벽통신) ", "현장에 있던 ", "한 주민은 ", "게 ", "것을 요구했다",
     "하도록 지시했다", "이같이 말했다", "5명 중 1명", "관련 ", "을 위한 ", "보고서"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    found = attributions(text)
    claims = [attribution.claim for attribution in found]
    for attribution in found:
        cues = [cue.span for cue in (*attribution.cues, *attribution.relay_cues)]
        people = [s for s in (attribution.speaker, *attribution.relays) if s is not None]
        for span in (attribution.claim, *cues, *(person.span for person in people)):
            assert span.fits(len(text))
            assert span.slice(text) == span.slice(text).strip()
            assert "\n" not in span.slice(text)
        for other in (attribution.continues, attribution.nested_in):
            assert other is None or other in claims
        if attribution.nested_in is not None:
            assert attribution.nested_in.contains(attribution.claim)


@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    attributions(text)


HOSTILE = [
    '가온은 "간다"고 했다. ', '"', "다고 ", "가은 ", "(", "가는 것으로 ", '"가"고 ', "가나다", "에 따르면 ", "'가'고 믿는 ",
    '"가", ', "하늘전자는 ", "하늘전자는 간다고 말했다고 ", "\"그는 '간다'고 믿는다\"고 ", "예정으로 ", "기자회견에서 ", "대표는 [1]",
    "(나루=새벽통신) 김가온 기자 = ", "하는 한 주민은 ", "낼 것을 요구했다 ", "나루시가 낸 보고서에 따르면 ", '"간다." 이같이 ',
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_twice_the_text_takes_twice_the_calls(piece: str) -> None:
    short = piece * (6_000 // len(piece))
    attributions(short + short)  # words are remembered once read
    attributions(short)
    assert calls(short + short) < 2.5 * calls(short) + 1_000


def test_a_megabyte_in_one_line_is_read() -> None:
    line = "하늘전자는 " * 170_000 + "간다고 말했다."
    assert all(attribution.claim.fits(len(line)) for attribution in attributions(line))


def test_a_word_without_end_is_read() -> None:
    assert attributions("가" * 300_000) == ()


def calls(text: str) -> int:
    """How many calls reading a text takes, those of C functions included."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        attributions(text)
    finally:
        sys.setprofile(None)
    return counted


def test_references_belong_to_no_speaker_and_no_claim() -> None:
    text = "나루구[1]는 벌레가 곧 사라진다고 밝혔다. 새벽뉴스[3]에 따르면 [4]둑이 무너졌다."
    found = attributions(text)
    assert [a.claim.slice(text) for a in found] == ["벌레가 곧 사라진다", "둑이 무너졌다"]
    speakers = [a.speaker.span.slice(text) for a in found if a.speaker is not None]
    assert speakers == ["나루구", "새벽뉴스"]


def test_a_later_passage_moves_every_offset() -> None:
    text = '{한빛은행의 김가온 연구원}은 "[늘고 있다]"며 "[줄겠다]"고 <말했다>고 {새벽통신}이 <전했다>.'
    marked = read(text)
    before = "앞 문단이다.\n"
    moved = tuple(a.moved(len(before)) for a in attributions(marked.text))
    assert moved == attributions(before + marked.text)
    speaker = moved[0].speaker
    assert speaker is not None
    name = before + "한빛은행의 "
    parts = speaker.features["parts"]
    assert isinstance(parts, dict)
    assert parts["name"] == [len(name), len(name) + 3]
