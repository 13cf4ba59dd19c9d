"""What overlaps a place, found among very many without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush

from desktop.review.curation import Place


class Overlaps:
    """Places with their ids, looked up by what they overlap."""

    def __init__(self, there: Mapping[Place, str]) -> None:
        places: defaultdict[str, list[_Line]] = defaultdict(list)
        for order, ((label, start, end), id_) in enumerate(there.items()):
            places[label].append((start, end, order, id_))
        self._of_label = {label: _Tree(lines) for label, lines in places.items()}

    def first(self, place: Place) -> str | None:
        """The id of what was given first, of those with this label that overlap the place."""
        label, start, end = place
        tree = self._of_label.get(label)
        return tree.first(start, end) if tree is not None else None


_Line = tuple[int, int, int, str]
"""Start, end, when it was given, id."""


class _Tree:
    """Lines in the order of their starts, as the leaves of a binary tree.

    The children of a node are those of twice its number; the leaves have the last numbers. Each
    node knows the furthest end below it, and what was given first.
    """

    def __init__(self, lines: list[_Line]) -> None:
        lines.sort()
        self._count = len(lines)
        self._starts = [start for start, _, _, _ in lines]
        self._ids = [id_ for _, _, _, id_ in lines]
        self._reach = [0] * self._count + [end for _, end, _, _ in lines]
        self._order = [0] * self._count + [order for _, _, order, _ in lines]
        for node in range(self._count - 1, 0, -1):
            children = slice(2 * node, 2 * node + 2)
            self._reach[node] = max(self._reach[children])
            self._order[node] = min(self._order[children])

    def first(self, start: int, end: int) -> str | None:
        waiting = [(self._order[node], node) for node in self._begun(end)]
        heapify(waiting)
        while waiting:
            _, node = heappop(waiting)
            if self._reach[node] <= start:
                continue
            if node >= self._count:
                return self._ids[node - self._count]
            for child in (2 * node, 2 * node + 1):
                heappush(waiting, (self._order[child], child))
        return None

    def _begun(self, end: int) -> Iterator[int]:
        """The fewest nodes below which lie all that start before ``end``, and nothing else."""
        low, high = self._count, self._count + bisect_left(self._starts, end)
        while low < high:
            if low % 2:
                yield low
                low += 1
            if high % 2:
                high -= 1
                yield high
            low, high = low // 2, high // 2
