"""Spans against sets of code points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.span import Span

spans = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda p: Span(p[0], p[0] + p[1]))


def points(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(spans, spans)
def test_overlap_and_containment_are_those_of_sets(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(points(one) & points(other))
    assert one.contains(other) == (points(other) <= points(one))


@given(spans, st.integers(0, 20))
def test_a_span_fits_when_all_of_its_text_is_there(span: Span, length: int) -> None:
    text = "가" * length
    assert span.fits(length) == (len(span.slice(text)) == span.end - span.start)


def test_empty_and_negative_spans_fit_nowhere() -> None:
    assert not Span(2, 2).fits(5)
    assert not Span(-1, 2).fits(5)
    assert not Span(3, 2).fits(5)
