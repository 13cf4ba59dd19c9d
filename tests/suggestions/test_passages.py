"""Passages: a long text in stretches, with nothing lost and nothing unannotated looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.project import Zone
from desktop.model.span import Span
from desktop.suggestions.passages import nearest_first, passage_of, spans_of

LINE = "한빛은행의 김가온 연구원은 수출이 석 달째 늘고 있다고 말했다. "


def test_a_news_article_is_one_passage() -> None:
    assert spans_of(LINE * 100) == (Span(0, len(LINE) * 100),)


@given(st.text(alphabet="가나 .\n", max_size=60), st.integers(0, 3_000))
def test_the_passages_are_the_text_and_end_at_a_border(words: str, times: int) -> None:
    text = words * times
    spans = spans_of(text)
    assert "".join(span.slice(text) for span in spans) == text
    assert all(0 < span.end - span.start <= 6_000 for span in spans) or text == ""


def test_a_long_text_is_cut_behind_a_line() -> None:
    text = (LINE * 3 + "\n") * 200
    assert all(text[span.end - 1] == "\n" for span in spans_of(text))


def test_a_line_without_end_is_cut_behind_a_sentence() -> None:
    text = LINE * 1_000
    assert all(span.slice(text).endswith(". ") for span in spans_of(text))


def test_what_is_not_annotated_is_blanked_out_place_for_place() -> None:
    text = "제목\n본문이다.\n사진=가상통신\n본문 끝.\n"
    caption = Span(text.index("사진"), text.index("\n본문 끝"))
    zones = (
        Zone(kind="title", start=0, end=2),
        Zone(kind="body", start=3, end=8),
        Zone(kind="caption", start=caption.start, end=caption.end),
    )
    passage = passage_of(text, zones, Span(0, len(text)))
    assert len(passage.text) == len(text)
    assert passage.text == text.replace("사진=가상통신", "\n" * 7)


def test_a_later_passage_has_the_lines_before_it() -> None:
    text = (LINE * 3 + "\n") * 200
    span = spans_of(text)[1]
    passage = passage_of(text, (), span)
    assert text[passage.offset - 1] == "\n"
    assert 0 < span.start - passage.offset <= 1_500
    assert passage.text == text[passage.offset : span.end]


def test_what_is_on_the_screen_comes_first() -> None:
    spans = (Span(0, 10), Span(10, 20), Span(20, 30), Span(30, 40))
    assert nearest_first(spans, 25) == [spans[2], spans[3], spans[1], spans[0]]
    assert nearest_first(spans, 0) == list(spans)
