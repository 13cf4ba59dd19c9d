"""The places of a part: one or several, added and corrected."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from desktop.model.places import parts_lie_in, places_in, with_place
from desktop.model.span import Span


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, []),
        ([1, 3], [Span(1, 3)]),
        ([[4, 6], [1, 3]], [Span(4, 6), Span(1, 3)]),
        ("이름", []),
        (["이름", [1, 3]], [Span(1, 3)]),
    ],
)
def test_a_part_is_one_place_or_several(value: JsonValue, found: list[Span]) -> None:
    assert places_in(value) == found


@pytest.mark.parametrize(
    ("value", "after"),
    [
        (None, [2, 4]),
        ([2, 3], [2, 4]),
        ([0, 2], [[0, 2], [2, 4]]),
        ([[6, 9], [3, 5]], [[2, 4], [6, 9]]),
    ],
)
def test_a_place_is_added_or_corrects_what_it_overlaps(value: JsonValue, after: JsonValue) -> None:
    assert with_place(value, Span(2, 4)) == after


def test_parts_lie_in_what_they_are_parts_of() -> None:
    assert parts_lie_in({"name": [2, 4], "member_names": [[5, 6], [8, 9]]}, Span(2, 9))
    assert not parts_lie_in({"name": [2, 4], "member_names": [[5, 6], [8, 10]]}, Span(2, 9))
    assert not parts_lie_in({"name": [1, 4]}, Span(2, 9))
