"""Sentences of invented paragraphs; ``|`` stands where one ends and the next begins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.sentences import find_sentences

CASES = [
    "수출이 늘었다. |다만 수입도 늘었다.",
    "정말 그런가? |그렇다! |그뿐이다.",
    # quotations
    '정 대표는 "수출이 늘었다. 수입도 늘었다."라고 말했다. |시장은 조용했다.',
    '정 대표는 "수출이 늘었다. 수입도 늘었다"고 말했다. |시장은 조용했다.',
    '정 대표는 "늘었다." 라고 말했다. |끝.',
    '"이번 분기가 고비다." |정하람 대표의 말이다.',
    '"첫째다. 둘째다." |정하람 대표의 말이다.',
    "“왜 그런가?” |정 대표가 물었다.",
    '"왜 그런가?"라고 물었다. |답은 없었다.',
    '그는 "간다"고 했다."온다"고도 했다. |끝.'.replace('."', '. |"'),
    "그는 '느리다. 그래도 간다'고 믿는다. |시장은 아니다.",
    '김은 "가라고 했다. |이는 "나"라고 했다.',
    # numbers
    "값은 3.5% 올랐다. |물가는 1,234.5원이었다.",
    "2024. 3. 1. 문을 열었다. |2025. 1. 2. 닫았다.",
    "1. 첫째 항목이다. |둘째 문장이다.",
    "가. 첫째 항목이다. |둘째 문장이다.",
    "모두 12명. |나머지는 3명.",
    # abbreviations and initials
    "J. K. 가온은 U.S. 스틸의 이사다. |A. 나루도 그렇다.",
    "Mr. 가온과 누리 Inc. 관계자가 왔다. |끝.",
    "누리와 나루 등은 Ph.D. 과정이다. |끝.",
    "제품 이름은 Q2. |값은 모른다.",
    # ellipses
    "그러나… 시장은 조용했다. |끝.",
    "그렇게 끝났다… |시장은 조용했다.",
    "글쎄... 모르겠다. |끝.",
    "75조 증발…2명 해임",
    # brackets
    "누리(옛 나루. 2001년 설립)가 밝혔다. |끝.",
    "그는 웃었다(기자가 물었다. 답은 없었다). |끝.",
    "한쪽만 (열렸다. |닫히지 않았다.",
    # headlines and missing spaces
    "하늘전자, 새 공장에 3조 투자",
    "하늘전자가 밝혔다.|누리도 밝혔다.",
    '하늘전자가 밝혔다.|"누리도 그렇다"고 했다. |끝.',
    "불이 꺼졌다.[1] |나루시는 조사를 시작했다.[2][3] |끝.",
    '새 이름은 "Q2."라고 한다. |끝.',
    "주소는 mitjul.example.com이다. |끝.",
    "첫 줄\n|둘째 줄이다.\n\n|셋째 줄",
    "  앞뒤에 빈칸이 있다.  |  끝.  ",
    "",
    "   ",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert [sentence.slice(text) for sentence in find_sentences(text)] == expected


def test_the_sentences_of_a_quotation_are_those_of_its_inside() -> None:
    text = '그는 "늘었다. 줄었다."라고 했다.'
    inside = find_sentences(text, 4, text.index('."') + 1)
    assert [sentence.slice(text) for sentence in inside] == ["늘었다.", "줄었다."]


@given(st.text("\"'“”()[] .?!…가나다라고며\n5A", max_size=200))
def test_any_text_is_cut_into_sentences_that_hold_all_of_it(text: str) -> None:
    sentences = find_sentences(text)
    assert "".join("".join(s.slice(text) for s in sentences).split()) == "".join(text.split())
    for before, after in pairwise(sentences):
        assert before.end <= after.start
    for sentence in sentences:
        words = sentence.slice(text)
        assert words
        assert words == words.strip()
        assert "\n" not in words


@pytest.mark.parametrize(
    "text", [".", ". ", "다.", '"가." ', "(", "(가. ", "A. ", "…", "1. "], ids=repr
)
def test_a_very_long_line_takes_linear_time(text: str) -> None:
    line = text * (300_000 // len(text))
    assert find_sentences(line)
