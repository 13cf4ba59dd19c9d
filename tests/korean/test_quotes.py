"""Pairs of quote marks in invented sentences, and in any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.quotes import Quote, find_quotes
from desktop.model.span import Span

# The text, and what its quotations hold.
CASES = [
    ('정은 "수출이 늘었다"고 말했다.', ["수출이 늘었다"]),
    ('그는 "가"라며 "나"라고 했다.', ["가", "나"]),
    ("윤 씨는 “가격이 ‘두 배’가 됐다”라고 밝혔다.", ["가격이 ‘두 배’가 됐다", "두 배"]),
    (
        "최 대표는 \"우리는 '느려도 이긴다'고 믿는다\"고 했다.",
        ["우리는 '느려도 이긴다'고 믿는다", "느려도 이긴다"],
    ),
    ("「가람의 노래」와 『나루의 밤』", ["가람의 노래", "나루의 밤"]),
    ("《새벽》과 〈저녁〉을 읽었다", ["새벽", "저녁"]),
    ("「밤의 '별'」", ["밤의 '별'", "별"]),
    # the wrong way round, or mixed
    ("교육청은 “사실이 아니다“며 해명했다.", ["사실이 아니다"]),
    ("교육청은 ”사실이 아니다”라고 했다.", ["사실이 아니다"]),
    ('교육청은 “사실이 아니다"라고 했다.', ["사실이 아니다"]),
    ('교육청은 "사실이 아니다”라고 했다.', ["사실이 아니다"]),
    ("“가”라며 “나“라고, “다”라는", ["가", "나", "다"]),
    ("이른바 ‘다리'를 놓았다", ["다리"]),
    ("이른바 `다리'를 놓았다", ["다리"]),
    # space on the wrong side
    ('그는 "다시 시작하겠다 "고 했다.', ["다시 시작하겠다 "]),
    ('그는 " 다시 시작하겠다 " 라고 했다.', [" 다시 시작하겠다 "]),
    ('그는 "다시 시작하겠다. "라고 했다. "좋다"고도 했다.', ["다시 시작하겠다. ", "좋다"]),
    ('그는"다시"라고 했다', ["다시"]),
    ('대책 지적…"이미 늦었다"', ["이미 늦었다"]),
    ('"가","나"·"다"', ["가", "나", "다"]),
    ('"가" "나"', ["가", "나"]),
    ('("가"라고 했다)', ["가"]),
    # one mark too few or too many
    ('김은 "가라고 했다. 이는 "나"라고 했다.', ["나"]),
    ('가"라고 했다. 이는 "나"라고 했다.', ["나"]),
    ('김은 "가라고 했다.', []),
    ('김은 "가"라고" 했다.', ["가"]),
    ('"가\n나"라고 했다. "다"', ["다"]),
    ('그는 "이른바 \'다리를 놓자"고 했다', ["이른바 '다리를 놓자"]),
    ('이른바 \'다리를 "놓자"고', ["놓자"]),
    # the same marks within each other
    ('그는 "사람들이 "좋다"고 했다"고 전했다', ['사람들이 "좋다"고 했다', "좋다"]),
    ("“그가 “아니다”라고 했다”고", ["그가 “아니다”라고 했다", "아니다"]),
    ("\"'가'라고\"", ["'가'라고", "가"]),
    ("\"그는 '가'\"라고", ["그는 '가'", "가"]),
    # no quotations
    ("It's a dog's life, don't", []),
    ("O’Brien은 L’Oreal을 떠났다", []),
    ('키는 6\'2"이고 화면은 32"다', []),
    ("'90년대 '황금기'를 다뤘다", ["황금기"]),
    ("the workers' rights", []),
    ('""라고', []),
    ("", []),
    ('"', []),
    ("」「", []),
    # beyond the first plane
    ("😀 \"𠮷은 '😀'다\"", ["𠮷은 '😀'다", "😀"]),
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_quotations(text: str, inside: list[str]) -> None:
    assert [quote.inner.slice(text) for quote in find_quotes(text)] == inside


def test_kind_depth_and_marks() -> None:
    text = "그는 “‘가’와 「나」”라고"
    assert find_quotes(text) == (
        Quote(Span(3, 13), Span(4, 12), "double", 0),
        Quote(Span(4, 7), Span(5, 6), "single", 1),
        Quote(Span(9, 12), Span(10, 11), "corner", 1),
    )


def test_a_range_of_the_text_is_seen_alone() -> None:
    text = "\"그는 '가'라고 했다\""
    assert [q.inner.slice(text) for q in find_quotes(text, 1, len(text) - 1)] == ["가"]


@given(st.text("\"'“”‘’「」《》 가나다라고며.\n5A", max_size=200))
def test_any_marks_make_pairs_within_lines_that_do_not_cross(text: str) -> None:
    quotes = find_quotes(text)
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.outer)
    for quote in quotes:
        assert quote.outer == (quote.inner.start - 1, quote.inner.end + 1)
        assert quote.inner.fits(len(text))
        assert "\n" not in quote.outer.slice(text)
        around = [q for q in quotes if q is not quote and q.outer.overlaps(quote.outer)]
        assert all(q.inner.contains(quote.outer) or quote.inner.contains(q.outer) for q in around)
        assert quote.depth == sum(q.inner.contains(quote.outer) for q in around)


@pytest.mark.parametrize(
    "text", ['"', "'", '"가', "“", "「'", "'」", "\"'", "6'2\"", '"가" ', " ”“"], ids=repr
)
def test_a_very_long_line_takes_linear_time(text: str) -> None:
    # Anything quadratic would run into the time limit of the test.
    line = text * (300_000 // len(text))
    assert len(find_quotes(line)) <= len(line) // 2
