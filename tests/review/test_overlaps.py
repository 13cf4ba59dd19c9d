"""What overlaps a place is found, the first of all, without looking at all of them."""

from __future__ import annotations

from heapq import heappop

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.review import overlaps
from desktop.review.overlaps import Overlaps


@given(
    there=st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 30), st.integers(1, 9))),
    asked=st.tuples(st.sampled_from("abc"), st.integers(0, 30), st.integers(1, 9)),
)
def test_what_overlaps_first_is_found(
    there: list[tuple[str, int, int]], asked: tuple[str, int, int]
) -> None:
    places = {(label, at, at + n): f"{label}{at}-{n}" for label, at, n in there}
    label, start, end = asked[0], asked[1], asked[1] + asked[2]
    expected = next(
        (
            known
            for (of, begins, ends), known in places.items()
            if of == label and begins < end and start < ends
        ),
        None,
    )
    assert Overlaps(places).first((label, start, end)) == expected


def test_a_place_over_all_others_does_not_have_all_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = {("CLAIM", 10 * n, 10 * n + 5): str(n) for n in range(1, 1_000)}
    found = Overlaps(there | {("CLAIM", 0, 20_000): "whole"})
    looks: list[int] = []

    def counted(waiting: list[tuple[int, int]]) -> tuple[int, int]:
        looks.append(len(waiting))
        return heappop(waiting)

    monkeypatch.setattr(overlaps, "heappop", counted)
    assert found.first(("CLAIM", 9_001, 9_004)) == "900"
    assert found.first(("CLAIM", 9_006, 9_009)) == "whole"
    assert len(looks) < 100
