"""The same string elsewhere: as a word, particles or not, never inside another word."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.same_strings import same_strings


def marked(text: str, quote: str) -> str:
    for span in reversed(same_strings(text, quote, 99)):
        text = f"{text[: span.start]}⟦{span.slice(text)}⟧{text[span.end :]}"
    return text


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (
            "정부",
            '⟦정부⟧가 행정부는 "⟦정부⟧"라고 (⟦정부⟧) 정부청사 ⟦정부⟧에서는 ⟦정부⟧, ⟦정부⟧측은',
        ),
        ("한빛은행", "⟦한빛은행⟧의 한빛은행법은 새한빛은행 ⟦한빛은행⟧·⟦한빛은행⟧"),
        ("김가온 대표", "⟦김가온 대표⟧는 김가온 대표이사와 ⟦김가온 대표⟧가 윤김가온 대표"),
        ("5%", "⟦5%⟧로 15% 1.5% ⟦5%⟧, 5%포인트 ⟦5%⟧가 -5%"),
        ("100만원", "⟦100만원⟧을 1100만원 2,100만원 ⟦100만원⟧ 100만원어치"),
        ("12", "⟦12⟧ 12.5 12,000 112 3.12 ⟦12⟧."),
        ("AI", "⟦AI⟧가 AI칩 GAI ⟦AI⟧, (⟦AI⟧)는"),
        ("없다", "정부가 말했다"),
    ],
)
def test_only_whole_words_are_found(quote: str, expected: str) -> None:
    text = expected.replace("⟦", "").replace("⟧", "")
    assert marked(text, quote) == expected


def test_no_more_than_asked_for() -> None:
    assert len(same_strings("정부 " * 50, "정부", 7)) == 7


@given(st.text("정부 가은.,%1()", max_size=60), st.text("정부가1%", min_size=1, max_size=4))
def test_every_place_holds_the_string_and_none_overlap(text: str, quote: str) -> None:
    found = same_strings(text, quote, 99)
    assert all(span.slice(text) == quote for span in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
