"""Prefix sums over changing heights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.article.heights import Heights

LISTS = st.lists(st.integers(1, 90), min_size=1, max_size=60)


@given(LISTS, st.data())
def test_sums_and_places_equal_the_plain_ones(heights: list[int], data: st.DataObject) -> None:
    tree = Heights(heights)
    for _ in range(5):
        index = data.draw(st.integers(0, len(heights) - 1))
        heights[index] = data.draw(st.integers(1, 90))
        tree[index] = heights[index]
    assert tree.total == sum(heights)
    for index in range(len(heights)):
        assert tree.above(index) == sum(heights[:index])
        assert tree.at(sum(heights[:index])) == index
        assert tree.at(sum(heights[: index + 1]) - 0.5) == index
    assert tree.at(-10) == 0
    assert tree.at(1e9) == len(heights) - 1


def test_no_block_at_all() -> None:
    assert Heights([]).total == 0
    assert Heights([]).at(5) == 0
