"""What a selection widens to, and where an edge may stand (sentences of our own)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.units import (
    edge_candidates,
    line_at,
    next_quote,
    quote_at,
    sentence_unit,
    stop_beside,
    tail_of,
    wider,
    with_more,
    word_unit,
)
from desktop.model.span import Span

TEXT = (
    "하늘전자 시총 75조 증발\n"
    "한빛은행의 김가온 연구원은 \"수출이 석 달째 늘고 있다. 내년은 '더 는다'고 본다.\"고 말했다. 값은 올랐다.\n"
    "재무부는 적자가 4천746억원으로 줄었다고 밝혔다. 윤가을 씨는 웃었고, 최여름 대표(CEO)의 말은 없었다."
)


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("clicked", "quote"),
    [
        ("달째", "수출이 석 달째 늘고 있다. 내년은 '더 는다'고 본다."),
        ("더 는다", "더 는다"),
        ("김가온", None),
    ],
)
def test_the_innermost_quotation_around_a_place(clicked: str, quote: str | None) -> None:
    found = quote_at(TEXT, TEXT.index(clicked))
    assert (found.slice(TEXT) if found else None) == quote


def test_a_sentence_is_taken_without_its_full_stop() -> None:
    found = sentence_unit(TEXT, TEXT.index("적자가"))
    assert found is not None
    assert found.bare.slice(TEXT) == "재무부는 적자가 4천746억원으로 줄었다고 밝혔다"
    assert found.whole.slice(TEXT).endswith("밝혔다.")
    outer = sentence_unit(TEXT, TEXT.index("달째"))
    assert outer is not None
    assert outer.whole.slice(TEXT).startswith("한빛은행의")
    assert outer.whole.slice(TEXT).endswith("고 말했다.")


def test_quotations_are_found_forwards_and_backwards() -> None:
    first = next_quote(TEXT, 0, forward=True)
    assert first is not None
    assert first.slice(TEXT).startswith("수출이")
    second = next_quote(TEXT, first.start, forward=True)
    assert second is not None
    assert second.slice(TEXT) == "더 는다"
    assert next_quote(TEXT, second.start, forward=True) is None
    assert next_quote(TEXT, second.start, forward=False) == first
    assert next_quote(TEXT, len(TEXT), forward=False) == second


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        ("한빛은행", "의"),
        ("김가온 연구원", "은"),
        ("윤가을", None),
        ("대표", "(CEO)의"),
        ("연구원은", None),
    ],
)
def test_the_tail_that_was_left_out(words: str, tail: str | None) -> None:
    found = tail_of(TEXT, span(words))
    assert (found.slice(TEXT) if found else None) == tail


def test_the_tail_comes_back_piece_by_piece_and_goes_again() -> None:
    stages = [span("대표")]
    for _ in range(3):
        more = with_more(TEXT, stages[-1])
        assert more is not None
        stages.append(more)
    assert [stage.slice(TEXT) for stage in stages] == ["대표", "대표(CEO)", "대표(CEO)의", "대표"]
    assert with_more(TEXT, span("75조")) is None


def test_the_full_stop_is_the_tail_of_a_sentence() -> None:
    sentence = span("값은 올랐다")
    tail = tail_of(TEXT, sentence)
    assert tail is not None
    assert tail.slice(TEXT) == "."
    assert tail_of(TEXT, span("올랐다")) is None
    assert with_more(TEXT, sentence) == Span(sentence.start, sentence.end + 1)
    assert with_more(TEXT, Span(sentence.start, sentence.end + 1)) == sentence


def test_stops_are_first_without_then_with_the_particle() -> None:
    at = TEXT.index("한빛은행의")
    stops = []
    for _ in range(5):
        following = stop_beside(TEXT, at, forward=True, at_ends=True)
        assert following is not None
        stops.append(following)
        at = following
    line = line_at(TEXT, at)
    assert [TEXT[line.start : stop] for stop in stops] == [
        "한빛은행", "한빛은행의", "한빛은행의 김가온", "한빛은행의 김가온 연구원", "한빛은행의 김가온 연구원은",
    ]  # fmt: skip
    assert stop_beside(TEXT, at, forward=False, at_ends=False) == TEXT.index("연구원")
    assert stop_beside(TEXT, line.start, forward=False, at_ends=False) is None
    assert stop_beside(TEXT, line.end, forward=True, at_ends=True) is None


def test_candidates_of_the_right_edge() -> None:
    claim = span("적자가 4천746억원")
    ends = [TEXT[claim.start : at] for at in edge_candidates(TEXT, claim, left=False)]
    assert ends == [
        "적자가 4천746억원",
        "적자가 4천746억원으로",
        "적자가 4천746억원으로 줄었다",
        "적자가 4천746억원으로 줄었다고 밝혔다",
        "적자가 4천746억원으로 줄었다고 밝혔다.",
    ]
    inside = span("석 달째")
    ends = [TEXT[inside.start : at] for at in edge_candidates(TEXT, inside, left=False)]
    assert "석 달째 늘고 있다." in ends
    assert "석 달째 늘고 있다. 내년은 '더 는다'고 본다." in ends


def test_candidates_of_the_left_edge() -> None:
    claim = span("4천746억원으로 줄었다")
    starts = [TEXT[at : claim.end] for at in edge_candidates(TEXT, claim, left=True)]
    assert starts == [
        "4천746억원으로 줄었다",
        "적자가 4천746억원으로 줄었다",
        "재무부는 적자가 4천746억원으로 줄었다",
    ]
    said = span("늘고 있다")
    starts = [TEXT[at : said.end] for at in edge_candidates(TEXT, said, left=True)]
    assert "수출이 석 달째 늘고 있다" in starts


def test_a_selection_widens_from_word_to_paragraph() -> None:
    widened = [Span(TEXT.index("746"), TEXT.index("746"))]
    while (wide := wider(TEXT, widened[-1])) is not None:
        widened.append(wide)
    assert [wide.slice(TEXT) for wide in widened[1:]] == [
        "4천746억원",
        "적자가 4천746억원으로 줄었다",
        "재무부는 적자가 4천746억원으로 줄었다고 밝혔다",
        TEXT[line_at(TEXT, widened[0].start).start :],
    ]
    said = [span("더")]
    while (wide := wider(TEXT, said[-1])) is not None:
        said.append(wide)
    assert "더 는다" in [wide.slice(TEXT) for wide in said]
    assert quote_at(TEXT, TEXT.index("수출")) in said


@given(
    st.text(alphabet="가는이다고 \n\"'()“”,.a1😀ᄒᆞᆫ", max_size=80),
    st.integers(0, 80),
    st.integers(0, 80),
)
def test_any_place_of_any_text_has_units_inside_it(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    around = line_at(text, start)
    assert around.start <= start <= around.end <= len(text)
    for forward in (True, False):
        for at_ends in (True, False):
            stop = stop_beside(text, start, forward=forward, at_ends=at_ends)
            assert stop is None or (stop > start) == forward
        found = next_quote(text, start, forward=forward)
        assert found is None or (found.start > start) == forward
    unit = word_unit(text, start)
    assert unit is None or unit.whole.fits(len(text))
    widened = wider(text, Span(start, end))
    assert widened is None or widened.contains(Span(start, end))
    if start < end:
        for left in (True, False):
            for at in edge_candidates(text, Span(start, end), left=left):
                assert (0 <= at < end) if left else (start < at <= len(text))
        more = with_more(text, Span(start, end))
        assert more is None or (more.start == start and more.fits(len(text)))


def test_only_the_surroundings_of_a_place_are_read() -> None:
    unbroken = "가" * 500_000
    assert line_at(unbroken, 250_000).end - line_at(unbroken, 250_000).start <= 4_001
    spaced = "나는 말한다, " * 60_000
    middle = len(spaced) // 2
    line = line_at(spaced, middle)
    assert line.end - line.start <= 4_001
    assert spaced[line.start - 1] == " "
    assert wider(spaced, Span(middle, middle)) is not None
    assert next_quote(spaced, middle, forward=True) is None
