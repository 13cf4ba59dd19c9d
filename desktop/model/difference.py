"""What changed between two texts, as the stretches of one that became stretches of the other.

Lines are compared first, then the characters of lines that differ little, else their words and then
the characters of words that differ. On each step common ends are taken off; lines and words that
occur once in both texts hold the rest together (patience difference), and what lies between them is
compared by Myers' algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986). Its depth
and all its work are bounded: what would take longer counts as replaced as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_DEEPEST = 300
"""Differences within one stretch beyond which it counts as replaced as a whole."""
_CLOSE = 60
"""Characters that were put in or taken out up to which lines differ little."""
_WORK = 1_500_000
"""Comparisons within one pair of texts; about a second."""
_REWRITTEN = 4
"""So many words in a row that became quite other ones are one replaced stretch, whatever spaces and
marks between them stayed."""

_WORD = re.compile(r"\w+|\W")
_LETTER = re.compile(r"\w")


class Replacement(NamedTuple):
    """``[start, end)`` of the old text became ``[new_start, new_end)`` of the new one.

    Either may be empty, not both.
    """

    start: int
    end: int
    new_start: int
    new_end: int


Block = tuple[int, int, int, int]
"""As a replacement, in tokens."""


def replacements(old: str, new: str) -> tuple[Replacement, ...]:
    """What to replace in ``old`` to get ``new``: in order, apart from each other."""
    return tuple(_Difference().of(old, new))


class _Difference:
    def __init__(self) -> None:
        self._left = _WORK

    def of(self, old: str, new: str) -> list[Replacement]:
        lines = (old.splitlines(keepends=True), new.splitlines(keepends=True))
        found: list[Replacement] = []
        for line in _placed(*lines, self._blocks(*lines)):
            a, b = old[line.start : line.end], new[line.new_start : line.new_end]
            close = self._characters(a, b, _CLOSE)
            blocks = self._words(a, b) if close is None else close
            found += (_moved(Replacement(*block), line.start, line.new_start) for block in blocks)
        return _joined(found)

    def _words(self, old: str, new: str) -> Iterator[Block]:
        a, b = _WORD.findall(old), _WORD.findall(new)
        blocks = _rewritten(a, b, self._blocks(a, b))
        for start, end, new_start, new_end in _placed(a, b, blocks):
            x, y = old[start:end], new[new_start:new_end]
            for block in self._characters(x, y, _DEEPEST) or _trimmed(x, y):
                yield _moved(Replacement(*block), start, new_start)

    def _characters(self, old: str, new: str, deepest: int) -> list[Block] | None:
        """What of a line or word was replaced; None when less than half of it stayed."""
        found: list[Block] = []
        for start, end, new_start, new_end in _trimmed(old, new):
            x, y = old[start:end], new[new_start:new_end]
            blocks = self._compared(x, y, deepest) if x and y else [(0, len(x), 0, len(y))]
            if blocks is None:
                return None
            found += (_moved(Replacement(*block), start, new_start) for block in blocks)
        kept = len(old) - sum(end - start for start, end, _, _ in found)
        return found if 2 * kept >= min(len(old), len(new)) else None

    def _blocks(self, a: Sequence[str], b: Sequence[str]) -> list[Block]:
        found: list[Block] = []
        for start, end, new_start, new_end in _trimmed(a, b):
            x, y = a[start:end], b[new_start:new_end]
            ends = [(-1, -1), *_unique_pairs(x, y), (len(x), len(y))]
            for (i, j), (next_i, next_j) in pairwise(ends):
                gap = (start + i + 1, start + next_i, new_start + j + 1, new_start + next_j)
                found += self._gap(a, b, gap)
        return found

    def _gap(self, a: Sequence[str], b: Sequence[str], gap: Block) -> Iterator[Block]:
        start, end, new_start, new_end = gap
        for block in _trimmed(a[start:end], b[new_start:new_end]):
            i, next_i, j, next_j = _moved(Replacement(*block), start, new_start)
            if i == next_i or j == next_j:
                yield i, next_i, j, next_j
                continue
            x, y = a[i:next_i], b[j:next_j]
            for part in self._compared(x, y, _DEEPEST) or [(0, len(x), 0, len(y))]:
                yield _moved(Replacement(*part), i, j)

    def _compared(self, a: Sequence[str], b: Sequence[str], deepest: int) -> Sequence[Block] | None:
        """The differences by Myers' algorithm; None when that takes too long."""
        n, m = len(a), len(b)
        reached = [0] * (2 * deepest + 3)
        trail: list[list[int]] = []
        for depth in range(deepest + 1):
            trail.append(reached[deepest + 1 - depth : deepest + 2 + depth])
            for k in range(-min(depth, 2 * m - depth), min(depth, 2 * n - depth) + 1, 2):
                at = deepest + 1 + k
                down = k == -depth or (k != depth and reached[at - 1] < reached[at + 1])
                x = reached[at + 1] if down else reached[at - 1] + 1
                began = x
                while x < n and x - k < m and a[x] == b[x - k]:
                    x += 1
                self._left -= 1 + x - began
                reached[at] = x
                if x >= n and x - k >= m:
                    return _walked_back(trail, n, m)
            if self._left < 0:
                break
        return None


def _walked_back(trail: list[list[int]], n: int, m: int) -> list[Replacement]:
    """The blocks on the way that Myers' algorithm found; ``trail`` is what it had reached before.

    The nth entry has the diagonals from -n to n.
    """
    blocks: list[Block] = []
    x, y = n, m
    for depth in range(len(trail) - 1, 0, -1):
        k = x - y
        before = trail[depth]
        down = k == -depth or (k != depth and before[depth + k - 1] < before[depth + k + 1])
        last_k = k + 1 if down else k - 1
        last_x = before[depth + last_k]
        last_y = last_x - last_k
        blocks.append(
            (last_x, last_x, last_y, last_y + 1) if down else (last_x, last_x + 1, last_y, last_y)
        )
        x, y = last_x, last_y
    return _joined(blocks[::-1])


def _trimmed(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """What lies between common ends; nothing for equals."""
    start, most = 0, min(len(a), len(b))
    while start < most and a[start] == b[start]:
        start += 1
    back = 0
    while back < most - start and a[-1 - back] == b[-1 - back]:
        back += 1
    block = (start, len(a) - back, start, len(b) - back)
    return [block] if block[0] < block[1] or block[2] < block[3] else []


def _unique_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Where what occurs once in both stands in both: the longest run that keeps its order."""
    once = {token for token, count in Counter(b).items() if count == 1}
    once &= {token for token, count in Counter(a).items() if count == 1}
    if not once:
        return []
    place = {token: at for at, token in enumerate(b) if token in once}
    pairs = [(at, place[token]) for at, token in enumerate(a) if token in once]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [number]
    run: list[tuple[int, int]] = []
    at = ends[-1]
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _rewritten(a: Sequence[str], b: Sequence[str], blocks: list[Block]) -> list[Block]:
    """Blocks with only spaces and marks between them, made one where they are many."""
    chains: list[list[Block]] = []
    for block in blocks:
        if chains and not any(map(_LETTER.match, a[chains[-1][-1][1] : block[0]])):
            chains[-1].append(block)
        else:
            chains.append([block])
    made: list[Block] = []
    for chain in chains:
        other = sum(
            _unlike("".join(a[start:end]), "".join(b[new:new_end]))
            for start, end, new, new_end in chain
        )
        first, last = chain[0], chain[-1]
        made += [(first[0], last[1], first[2], last[3])] if other >= _REWRITTEN else chain
    return made


def _unlike(old: str, new: str) -> bool:
    """True for words of which the new ones are no correction of the old ones."""
    if not _LETTER.search(old) or not _LETTER.search(new):
        return False
    start, end, _, _ = _trimmed(old, new)[0]
    return 2 * (len(old) - (end - start)) < min(len(old), len(new))


def _placed(a: Sequence[str], b: Sequence[str], blocks: list[Block]) -> Iterator[Replacement]:
    """Blocks of tokens as stretches of the texts that the tokens make."""
    old = list(accumulate(map(len, a), initial=0))
    new = list(accumulate(map(len, b), initial=0))
    for i, next_i, j, next_j in blocks:
        yield Replacement(old[i], old[next_i], new[j], new[next_j])


def _moved(block: Replacement, by: int, new_by: int) -> Replacement:
    return Replacement(
        block.start + by, block.end + by, block.new_start + new_by, block.new_end + new_by
    )


def _joined(blocks: Sequence[Block]) -> list[Replacement]:
    """Blocks that touch in both texts, made one."""
    made: list[Replacement] = []
    for block in blocks:
        if made and made[-1].end == block[0] and made[-1].new_end == block[2]:
            made[-1] = Replacement(made[-1].start, block[1], made[-1].new_start, block[3])
        else:
            made.append(Replacement(*block))
    return made
