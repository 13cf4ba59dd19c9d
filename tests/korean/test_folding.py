"""One way of writing for what is written in more than one, without moving a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.folding import folded, needle, places, plain_run, probes, small

TRICKY = st.text(
    st.sampled_from("가각ㄱ aA１Ａａ\u00a0\u3000‘’“”–…·ㆍ금리5%％") | st.characters(), max_size=40
)


@given(TRICKY)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("한빛\u00a0은행", "한빛 은행"),
        ("‘수출’", "'수출'"),
        ("ＡＩ 반도체", "ai 반도체"),
        ("ai 칩", "AI 칩"),
        ("５％", "5%"),
        ("가ㆍ나", "가·나"),
        ("금리", "금리"),
    ],
)
def test_one_is_found_by_the_other(text: str, typed: str) -> None:
    assert places(folded(text), needle(typed), 9) == [0]


def test_places_do_not_overlap_and_end_at_the_most() -> None:
    assert places("aaaaa", "aa", 9) == [0, 2]
    assert places("aaaaa", "a", 3) == [0, 1, 2]
    assert places("abc", "", 9) == []


@pytest.mark.parametrize(
    ("wanted", "run"),
    [("금리 인상", "금리"), ("ai", ""), ("5%포인트", "포인트"), ("가-나다", "나다")],
)
def test_the_longest_run_that_is_written_one_way(wanted: str, run: str) -> None:
    assert plain_run(wanted) == run


@given(TRICKY, TRICKY, st.integers(0, 40), st.integers(1, 6))
def test_probes_never_miss_a_text(before: str, text: str, at: int, length: int) -> None:
    wanted = folded(text)[at : at + length]
    haystack = small(before + text)
    assert any(probe in haystack for probe in probes(wanted))
