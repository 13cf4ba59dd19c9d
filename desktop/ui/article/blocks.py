"""Cutting an article's text into blocks: one paragraph each, or a piece of a very long one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.model.project import Zone
from desktop.model.span import Span

PIECE = 600
"""Longer paragraphs are laid out in pieces of about this many code points, so that a gesture's
cost does not depend on the paragraph's length."""

_LONGEST = 2 * PIECE
_BREAK = re.compile(r"[.?!][\"'”’]? |\s")


@dataclass(frozen=True, slots=True)
class Block:
    """What is laid out at once.

    ``start``/``end`` are code points of the document's text, without the newline. ``number`` counts
    body paragraphs from 1 and is None elsewhere and on the further pieces of a paragraph.
    """

    start: int
    end: int
    kind: str
    number: int | None
    opens: bool
    """True for a paragraph, or its first piece."""

    first_of_zone: bool

    @property
    def span(self) -> Span:
        """The block's place in the text."""
        return Span(self.start, self.end)


def blocks_of(text: str, zones: Sequence[Zone]) -> list[Block]:
    """The blocks of a text in order; blank lines make none.

    Text outside all zones counts as body.
    """
    starts = [zone.start for zone in zones]
    found: list[Block] = []
    number = 0
    start = 0
    last_zone = -2
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            zone = bisect_right(starts, start) - 1
            inside = zone >= 0 and start < zones[zone].end
            kind = zones[zone].kind if inside else "body"
            number += kind == "body"
            key = zone if inside else -1
            for piece_start, piece_end in _pieces(line, start):
                opens = piece_start == start
                shown = number if kind == "body" and opens else None
                first = opens and key != last_zone
                found.append(Block(piece_start, piece_end, kind, shown, opens, first))
            last_zone = key
        start = end + 1
    return found


def _pieces(line: str, offset: int) -> list[tuple[int, int]]:
    """Cut a line longer than two pieces after spaces, at sentence ends where there are some."""
    pieces: list[tuple[int, int]] = []
    at = 0
    while len(line) - at > _LONGEST:
        cut = _cut(line, at + PIECE, at + _LONGEST)
        pieces.append((offset + at, offset + cut))
        at = cut
    pieces.append((offset + at, offset + len(line)))
    return pieces


def _cut(line: str, low: int, high: int) -> int:
    space = None
    for match in _BREAK.finditer(line, low, high):
        if len(match.group()) > 1:
            return match.end()
        space = space or match.end()
    if space is not None:
        return space
    # Without a space only plain syllables and ideographs are safe to part: never a cluster.
    for at in range(high, low, -1):
        if _stands_alone(line[at]) and _stands_alone(line[at - 1]):
            return at
    return high


def _stands_alone(character: str) -> bool:
    return "가" <= character <= "힣" or "一" <= character <= "鿿" or character.isascii()
