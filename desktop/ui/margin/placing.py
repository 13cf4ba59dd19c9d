"""Where cards stand: each beside its place in the text, none over another. Pure geometry."""

from __future__ import annotations

from collections.abc import Sequence


def placed(
    wanted: Sequence[tuple[float, float]], top: float, bottom: float, gap: float
) -> list[float] | None:
    """The top of each card, from the (top, height) it would like, in the order of the text.

    Cards keep their order and at least ``gap`` between them. They are pushed down by those before
    them and, where the last would pass ``bottom``, up again. None when there is no room for all.
    """
    tops: list[float] = []
    free = top
    for at, height in wanted:
        tops.append(max(at, free))
        free = tops[-1] + height + gap
    limit = bottom
    for number in range(len(tops) - 1, -1, -1):
        height = wanted[number][1]
        if tops[number] + height <= limit:
            break
        tops[number] = limit - height
        limit = tops[number] - gap
    return tops if not tops or tops[0] >= top else None


def kept_around(count: int, room: int, middle: int) -> range:
    """Which of ``count`` cards are shown where only ``room`` have place: those around one."""
    room = max(min(room, count), 0)
    first = min(max(middle - room // 2, 0), count - room)
    return range(first, first + room)
