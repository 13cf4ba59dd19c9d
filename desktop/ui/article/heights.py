"""Heights of all blocks with prefix sums, so that finding a place costs O(log n)."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """A Fenwick tree (binary indexed tree) over the heights of blocks, in pixels."""

    __slots__ = ("_heights", "_top", "_tree")

    def __init__(self, heights: Iterable[float]) -> None:
        self._heights = list(heights)
        size = len(self._heights)
        self._tree = [0.0, *self._heights]
        for i in range(1, size + 1):
            parent = i + (i & -i)
            if parent <= size:
                self._tree[parent] += self._tree[i]
        self._top = 1 << size.bit_length() >> 1

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    def __setitem__(self, index: int, height: float) -> None:
        difference = height - self._heights[index]
        self._heights[index] = height
        at = index + 1
        while difference and at < len(self._tree):
            self._tree[at] += difference
            at += at & -at

    def above(self, index: int) -> float:
        """The sum of the heights before ``index``."""
        total = 0.0
        while index:
            total += self._tree[index]
            index &= index - 1
        return total

    @property
    def total(self) -> float:
        """The sum of all heights."""
        return self.above(len(self._heights))

    def at(self, y: float) -> int:
        """The index of the block at height ``y``, clamped to the first and the last."""
        index = 0
        step = self._top
        while step:
            following = index + step
            if following < len(self._tree) and self._tree[following] <= y:
                index = following
                y -= self._tree[following]
            step >>= 1
        return min(index, max(len(self._heights) - 1, 0))
