"""Lines of all pages → paragraphs, by distance, size, indent, and lines that end early."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from desktop.importers.pdf.line_ends import ALL_DRAWN, LineEnds, drawn_share
from desktop.importers.pdf.lines import Line

_LARGER = 0.08
_FARTHER = 1.3
_FARTHEST = 2.6
"""In letters, where a column has too few lines to tell its usual distance."""
_INDENT = 0.7
_FULL = 1.2
_FLUSH = 0.3
"""The same where spaces drawn at line ends show that whole words are moved on."""
_SHORT = 1.5
_MOSTLY = 0.75
_FEW = 6
_SPACE = 0.3
_SLACK = 0.1
_BULLETS = "■□▲△▼▽▶▷◆◇◈●○◎•※☞☎"

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Joined:
    """The text, and how many line ends were joined by the look of their words."""

    text: str
    guessed: int


def joined(lines: Sequence[Line]) -> Joined:
    """The paragraphs, parted by blank lines."""
    distances = _distances(lines)
    close = [_belong(one, two, distances) for one, two in pairwise(lines)]

    def within(is_short: Callable[[Line, Line], bool]) -> list[tuple[Line, Line]]:
        pairs = zip(pairwise(lines), close, strict=True)
        return [pair for pair, near in pairs if near and not is_short(*pair)]

    roughly = within(_leaves_room)
    filled = _filled(roughly)
    everywhere = _is_filled([one for one, _ in roughly])
    usual = median(line.size for line in lines) if lines else 0.0

    def is_short(one: Line, two: Line) -> bool:
        is_body = abs(one.size - usual) <= _LARGER * usual
        if is_body and filled.get(_place(one), everywhere) and not two.text[0].isascii():
            return _room(one) > _SHORT
        return _leaves_room(one, two)

    pairs = within(is_short)
    line_ends = LineEnds(lines, pairs, filled=everywhere)
    together = {id(one) for one, _ in pairs}
    parts = [lines[0].text] if lines else []
    for one, two in pairwise(lines):
        parts.append(line_ends.between(one, two) if id(one) in together else "\n\n")
        parts.append(two.text)
    return Joined("".join(parts), line_ends.guessed)


def _place(line: Line) -> _Place:
    return line.page, line.column


def _distances(lines: Sequence[Line]) -> dict[_Place, float]:
    """The usual distance between two lines, in letters, of each column with enough of them."""
    found: dict[_Place, list[float]] = {}
    for one, two in pairwise(lines):
        if _place(one) == _place(two) and _same_size(one, two) and one.base > two.base:
            found.setdefault(_place(one), []).append((one.base - two.base) / one.size)
    return {place: median(listed) for place, listed in found.items() if len(listed) >= 3}


def _filled(pairs: Sequence[tuple[Line, Line]]) -> dict[_Place, bool]:
    """Which columns have lines that reach the right edge, where enough lines tell."""
    found: dict[_Place, list[Line]] = {}
    for one, _ in pairs:
        found.setdefault(_place(one), []).append(one)
    return {place: _is_filled(some) for place, some in found.items() if len(some) >= _FEW}


def _is_filled(lines: Sequence[Line]) -> bool:
    most = _FLUSH if drawn_share(lines) >= ALL_DRAWN else _FULL
    full = sum(_room(line) <= most for line in lines)
    return len(lines) >= _FEW and full >= _MOSTLY * len(lines)


def _same_size(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) <= _LARGER * max(one.size, two.size)


def _room(line: Line) -> float:
    """What is left of the line on its right, in letters."""
    return (line.right_edge - line.right) / line.size


def _leaves_room(one: Line, two: Line) -> bool:
    """Whether the first word of the second line had fitted into the first."""
    space = median(one.gaps) if one.gaps else _SPACE
    return _room(one) * one.size > two.first + (space + _SLACK) * one.size


def _belong(one: Line, two: Line, distances: dict[_Place, float]) -> bool:
    """Whether two lines may be of one paragraph by their places, however full the first is."""
    if not _same_size(one, two) or two.text[0] in _BULLETS or "\t" in one.text + two.text:
        return False
    if _place(one) != _place(two):
        if one.is_alone:
            return False
    else:
        usual = distances.get(_place(one))
        most = _FARTHER * usual if usual else _FARTHEST
        if not 0 < (one.base - two.base) / one.size <= most:
            return False
    indent = (two.left - two.left_edge) / two.size
    before = (one.left - one.left_edge) / one.size
    return indent <= _INDENT or indent <= before + _INDENT / 2
