"""Words of an eojeol, marks around them, brackets and numbers (sentences of our own)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.eojeol import eojeol_at, word_at, words_of
from desktop.model.span import Span


@pytest.mark.parametrize(
    ("text", "clicked", "stages"),
    [
        ('정하람 최고경영자(CEO)의 말이다.', "경영자", "최고경영자|(CEO)|의"),
        ('정하람 최고경영자(CEO)의 말이다.', "CEO", "CEO"),
        ("김가온(35)은 웃었다.", "가온", "김가온|(35)|은"),
        ("김가온 연구원은 웃었다.", "연구", "연구원|은"),
        ("윤가을 씨는 웃었다.", "씨", "씨|는"),
        ("값은 300억~450억달러로 늘었다.", "450", "300억~450억달러|로"),
        ("값은 1,234.5㎞였다.", "34", "1,234.5㎞|였다"),
        ("기온은 -3.5도였다.", "3.5", "-3.5도|였다"),
        ("경기도·강원도는 비가 온다.", "경기", "경기도"),
        ("경기도·강원도는 비가 온다.", "강원", "강원도|는"),
        ("4·19혁명을 기린다.", "19", "4·19혁명|을"),
        ("가람역-나루역을 오간다.", "나루", "나루역|을"),
        ("V-3 모델을 샀다.", "3", "V-3"),
        ('"느려도 이긴다"고 했다.', "이긴", "이긴다"),
        ("‘디지털’을 편다.", "디지털", "디지털"),
        ("(주)하늘전자는 샀다.", "하늘", "(주)하늘전자|는"),
        ("😀한빛은행은 연다.", "한빛", "한빛은행|은"),
        ("시총 75조 증발…2명 해임", "2", "2명"),
        ("옛말 ᄒᆞᆫ글을 읽는다.", "글", "ᄒᆞᆫ글|을"),
        ("민주ᆞ공화 양당은", "공화", "공화"),
        ("中은 반발했다.", "中", "中|은"),
        ("김수로 대표는 말했다.", "수로", "김수로"),
        ("AT&T는 U.S. 기업이다.", "T&", "AT&T|는"),
        ("… 그렇다", "…", "…"),
    ],
)  # fmt: skip
def test_the_word_under_the_pointer(text: str, clicked: str, stages: str) -> None:
    word = word_at(text, text.index(clicked), Span(0, len(text)))
    assert word is not None
    pieces = [text[a:b] for a, b in zip((word.start, *word.ends), word.ends, strict=False)]
    assert "|".join(pieces) == stages
    assert word.bare.slice(text) == pieces[0]
    assert word.whole.slice(text) == "".join(pieces)


def test_a_place_behind_a_word_or_on_a_mark_finds_the_word_beside_it() -> None:
    text = '그는 "수출이" 는다'
    whole = Span(0, len(text))
    for place in (text.index('"'), text.index('"', 5), text.index('"', 5) + 1):
        word = word_at(text, place, whole)
        assert word is not None
        assert word.bare.slice(text) == "수출"


def test_nothing_is_looked_at_outside_the_bounds() -> None:
    text = "하늘전자는 늘었다"
    assert eojeol_at(text, 3, Span(2, 4)) == Span(2, 4)
    assert eojeol_at("   ", 1, Span(0, 3)) is None
    assert word_at(" ", 0, Span(0, 1)) is None
    assert word_at("", 0, Span(0, 0)) is None


@given(
    st.text(alphabet="가는이 \n\"'()·~-.,1a😀ᄒᆞᆫ\u0301", min_size=1, max_size=60), st.integers(0, 60)
)
def test_words_lie_in_order_inside_their_eojeol(text: str, offset: int) -> None:
    eojeol = eojeol_at(text, min(offset, len(text)), Span(0, len(text)))
    if eojeol is None:
        return
    assert not any(character.isspace() for character in eojeol.slice(text))
    found = words_of(text, eojeol)
    assert found
    for word in found:
        assert eojeol.start <= word.start < word.ends[0] <= word.ends[-1] <= len(text)
        assert word.ends[0] <= eojeol.end
    assert [word.start for word in found] == sorted(word.start for word in found)


def test_an_eojeol_without_end_is_read_once() -> None:
    text = "(가" * 20_000
    assert len(words_of(text, Span(0, len(text)))) == 20_000
