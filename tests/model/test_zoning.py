"""Zones after somebody gave lines another kind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.project import ZONE_KINDS, Zone
from desktop.model.span import Span
from desktop.model.zoning import kind_at, with_kind

TEXT = "큰 제목\n\n첫 문단이다.\n둘째 문단이다.\n\n셋째 문단이다.\n사진 설명"


def zones(*parts: tuple[str, str]) -> tuple[Zone, ...]:
    """The zones of parts of the text, given by kind and words."""
    starts = [(kind, TEXT.index(words), words) for kind, words in parts]
    return tuple(Zone(kind=k, start=at, end=at + len(words)) for k, at, words in starts)


BEFORE = zones(
    ("title", "큰 제목"), ("body", "첫 문단이다.\n둘째 문단이다.\n\n셋째 문단이다.\n사진 설명")
)


def words(found: tuple[Zone, ...]) -> list[tuple[str, str]]:
    """Kind and words of each zone."""
    return [(zone.kind, zone.span.slice(TEXT)) for zone in found]


@pytest.mark.parametrize(
    ("start", "end", "kind", "after"),
    [
        pytest.param(
            "설명",
            "",
            "caption",
            [
                ("title", "큰 제목"),
                ("body", "첫 문단이다.\n둘째 문단이다.\n\n셋째 문단이다."),
                ("caption", "사진 설명"),
            ],
            id="the end of a zone",
        ),
        pytest.param(
            "둘째",
            "",
            "subhead",
            [
                ("title", "큰 제목"),
                ("body", "첫 문단이다."),
                ("subhead", "둘째 문단이다."),
                ("body", "셋째 문단이다.\n사진 설명"),
            ],
            id="the middle of a zone",
        ),
        pytest.param(
            "제목",
            "문단",
            "deck",
            [
                ("deck", "큰 제목\n\n첫 문단이다."),
                ("body", "둘째 문단이다.\n\n셋째 문단이다.\n사진 설명"),
            ],
            id="a selection over two zones",
        ),
        pytest.param("큰", "", "body", [("body", TEXT)], id="joined to the next zone"),
    ],
)
def test_whole_lines_change(start: str, end: str, kind: str, after: list[tuple[str, str]]) -> None:
    at = TEXT.index(start)
    span = Span(at, TEXT.index(end, at) + len(end) if end else at)
    assert words(with_kind(TEXT, BEFORE, span, kind)) == after


def test_the_line_after_a_selection_of_whole_lines_stays() -> None:
    span = Span(0, TEXT.index("첫"))
    assert words(with_kind(TEXT, BEFORE, span, "deck"))[0] == ("deck", "큰 제목")


def test_a_blank_line_has_no_kind() -> None:
    at = TEXT.index("\n") + 1
    assert with_kind(TEXT, BEFORE, Span(at, at), "rights") == BEFORE


def test_text_without_zones_is_body() -> None:
    found = with_kind(TEXT, (), Span(0, 0), "title")
    assert words(found) == [("title", "큰 제목")]
    assert kind_at(found, 1) == "title"
    assert kind_at(found, len(TEXT)) == "body"


@given(
    text=st.text(alphabet="가나 \n", min_size=1, max_size=60),
    steps=st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(ZONE_KINDS)), max_size=8
    ),
)
def test_zones_stay_whole_lines_in_order(text: str, steps: list[tuple[int, int, str]]) -> None:
    found: tuple[Zone, ...] = ()
    for first, second, kind in steps:
        start, end = sorted((min(first, len(text)), min(second, len(text))))
        found = with_kind(text, found, Span(start, end), kind)
        touched = text[start : max(end, start + 1)]
        if touched.strip():
            at = start + len(touched) - len(touched.lstrip())
            assert kind_at([zone for zone in found if zone.start <= at], at) == kind
    for zone in found:
        assert zone.start == 0 or text[zone.start - 1] == "\n"
        assert zone.end == len(text) or text[zone.end] == "\n"
        assert zone.span.slice(text).strip()
    for one, other in pairwise(found):
        assert one.end < other.start
