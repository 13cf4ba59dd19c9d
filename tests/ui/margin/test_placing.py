"""Cards stand beside their text, in order, and never over each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.margin.placing import kept_around, placed

WANTED = st.lists(st.tuples(st.floats(-100, 700), st.floats(10, 80)), max_size=12)


@given(WANTED.map(lambda wanted: sorted(wanted, key=lambda place: place[0])))
def test_no_two_cards_overlap_and_all_are_inside(wanted: list[tuple[float, float]]) -> None:
    tops = placed(wanted, 4, 600, 6)
    if tops is None:
        assert sum(height for _, height in wanted) + 6 * (len(wanted) - 1) > 600 - 4 - 1e-6
        return
    assert len(tops) == len(wanted)
    bottom = 4.0
    for top, (_, height) in zip(tops, wanted, strict=True):
        assert top >= bottom - 1e-6
        bottom = top + height + 6
    assert not tops or bottom - 6 <= 600 + 1e-6


def test_a_card_with_room_stands_where_it_wants() -> None:
    assert placed([(20, 40), (200, 40), (400, 40)], 4, 600, 6) == [20, 200, 400]


def test_cards_push_each_other_down_and_up() -> None:
    assert placed([(20, 40), (30, 40)], 4, 600, 6) == [20, 66]
    assert placed([(-50, 40), (590, 40)], 4, 600, 6) == [4, 560]


@pytest.mark.parametrize(
    ("count", "room", "middle", "kept"),
    [
        (10, 4, 0, [0, 1, 2, 3]),
        (10, 4, 5, [3, 4, 5, 6]),
        (10, 4, 9, [6, 7, 8, 9]),
        (2, 4, 1, [0, 1]),
    ],
)
def test_those_around_one_are_kept(count: int, room: int, middle: int, kept: list[int]) -> None:
    assert list(kept_around(count, room, middle)) == kept
