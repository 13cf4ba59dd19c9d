"""Glyphs of a page → lines of text in reading order, column by column.

Distances are measured in the size of the letters. A column is a band of the page through which a
strip of white runs from top to bottom, with running text on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from desktop.importers.pdf.budget import Budget
from desktop.importers.pdf.glyphs import Glyph

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a glyph of which the file does not say what letter it is."""

_SAME_LINE = 0.4
_WITHIN = 1.0
"""Widest gap, in letters, inside what is drawn in one go."""
_SPACE = 0.15
"""Narrowest gap between two words, above the usual one between letters."""
_WIDE_SPACE = 0.45
"""The same on a page that draws its spaces: there gaps are set between Hangul and digits, too."""
_DRAWN = 0.05
"""Share of spaces among the glyphs of such a page."""
_CELL = 2.0
"""A gap that parts cells rather than words."""
_GUTTER = 0.8
_FAR = 5.0
_SIZES = 2
"""Steps of a point in which sizes of letters are told apart."""
_FEWEST_ROWS = 3
_NARROWEST = 6.0
"""Letters that most lines of a column have at least; cells of a table have fewer."""


@dataclass(slots=True)
class Piece:
    """What is drawn on one line without a wide gap; spaces at its end do not count as width."""

    glyphs: list[Glyph]
    left: float
    right: float
    base: float
    size: float

    def reaches(self, glyph: Glyph) -> bool:
        """Whether a glyph goes on where this piece ends."""
        size = max(self.size, glyph.size)
        gap = glyph.left - self.glyphs[-1].right
        return abs(glyph.base - self.base) <= _SAME_LINE * size and -0.6 <= gap / size <= _WITHIN


@dataclass(slots=True)
class Line:
    """A line of a column; ``left_edge`` and ``right_edge`` are those of its lines of this size.

    ``spaced`` when a space is drawn at its end. ``first`` is the width of its first word, ``slack``
    how much wider it is than its letters with the narrowest gaps between words.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool
    first: float
    letters: float
    gaps: list[float]
    left_edge: float = 0.0
    right_edge: float = 0.0
    column: int = 0
    page: int = 0
    is_alone: bool = False
    """No other line of its column is of its size: nothing tells how wide the column is."""


@dataclass(slots=True)
class _Row:
    base: float
    size: float
    pieces: list[Piece] = field(default_factory=list)


def lines_of(glyphs: Sequence[Glyph], page: int, budget: Budget) -> list[Line]:
    """The lines of a page in reading order.

    Raises:
        RefusedInput: the pages together have far more lines than an article.
    """
    rows = _rows(_pieces(glyphs))
    blanks = sum(glyph.text is not None and glyph.text.isspace() for glyph in glyphs)
    space = _WIDE_SPACE if blanks > _DRAWN * len(glyphs) else _SPACE
    found: list[Line] = []
    for number, column in enumerate(_columns(rows, budget)):
        lines = [_line(row, space) for row in column]
        lines = [line for line in lines if line.text]
        alike: dict[int, list[Line]] = {}
        for line in lines:
            alike.setdefault(round(line.size * _SIZES), []).append(line)
            line.column, line.page = number, page
        for some in alike.values():
            left, right = min(line.left for line in some), max(line.right for line in some)
            for line in some:
                line.left_edge, line.right_edge = left, right
                line.is_alone = len(some) == 1
        found += lines
    return found


def _pieces(glyphs: Sequence[Glyph]) -> list[Piece]:
    found: list[Piece] = []
    for glyph in glyphs:
        blank = glyph.text is not None and glyph.text.isspace()
        if not found or not found[-1].reaches(glyph):
            if blank:
                continue
            found.append(Piece([glyph], glyph.left, glyph.right, glyph.base, glyph.size))
            continue
        piece = found[-1]
        piece.glyphs.append(glyph)
        if not blank:
            piece.right = max(piece.right, glyph.right)
            if glyph.size > piece.size:
                piece.size, piece.base = glyph.size, glyph.base
    return found


def _rows(pieces: list[Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        row = rows[-1] if rows else None
        if row is None or row.base - piece.base > _SAME_LINE * min(row.size, piece.size):
            row = _Row(piece.base, piece.size)
            rows.append(row)
        row.pieces.append(piece)
        row.size = max(row.size, piece.size)
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.left)
    return rows


# columns


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows ``start`` to ``end`` that white at ``at`` parts into two columns."""

    start: int
    end: int
    at: float


def _columns(rows: list[_Row], budget: Budget) -> Iterator[list[_Row]]:
    """The rows of each column, in reading order."""
    band = _widest_band(rows, budget)
    if band is None:
        if rows:
            yield rows
        return
    yield from _columns(rows[: band.start], budget)
    inside = rows[band.start : band.end]
    yield from _columns(_side(inside, band.at, left=True), budget)
    yield from _columns(_side(inside, band.at, left=False), budget)
    yield from _columns(rows[band.end :], budget)


def _side(rows: list[_Row], at: float, *, left: bool) -> list[_Row]:
    """The part of each row on one side; a row's own height is that of its pieces."""
    pieces = [piece for row in rows for piece in row.pieces if (piece.right <= at) is left]
    return _rows(pieces)


def _widest_band(rows: list[_Row], budget: Budget) -> _Band | None:
    """The longest run of rows with two columns."""
    if len(rows) < _FEWEST_ROWS:
        return None
    left = min(piece.left for row in rows for piece in row.pieces)
    right = max(piece.right for row in rows for piece in row.pieces)
    best: _Band | None = None
    for start in range(len(rows)):
        if best and len(rows) - start <= best.end - best.start:
            break
        free, end = [(left, right)], start
        while end < len(rows):
            budget.spend(steps=len(rows[end].pieces) * (1 + len(free)))
            narrower = _free_of(free, rows[end])
            if not narrower or (end > start and _is_far(rows[end - 1], rows[end])):
                break
            free, end = narrower, end + 1
        if best is None or end - start > best.end - best.start:
            best = _band(rows, start, end, free) or best
    return best


def _is_far(above: _Row, below: _Row) -> bool:
    """Whether so much white parts two rows that what is below is not of the same columns."""
    return above.base - below.base > _FAR * max(above.size, below.size)


def _free_of(free: list[tuple[float, float]], row: _Row) -> list[tuple[float, float]]:
    """What is left of free strips where a row's pieces stand."""
    least = _GUTTER * row.size
    for piece in row.pieces:
        free = [
            part
            for low, high in free
            for part in ((low, min(high, piece.left)), (max(low, piece.right), high))
            if part[1] - part[0] >= least
        ]
    return free


def _band(rows: list[_Row], start: int, end: int, free: list[tuple[float, float]]) -> _Band | None:
    for low, high in sorted(free, key=lambda strip: strip[0] - strip[1]):
        at = (low + high) / 2
        sides = [_side(rows[start:end], at, left=True), _side(rows[start:end], at, left=False)]
        if all(len(side) >= _FEWEST_ROWS and _is_prose(side) for side in sides):
            first = next(n for n in range(start, end) if _has_right(rows[n], at))
            return _Band(min(first, _first_left(rows, start, end, at)), end, at)
    return None


def _first_left(rows: list[_Row], start: int, end: int, at: float) -> int:
    return next(n for n in range(start, end) if rows[n].pieces[0].right <= at)


def _has_right(row: _Row, at: float) -> bool:
    return row.pieces[-1].left >= at


def _is_prose(rows: list[_Row]) -> bool:
    widths = [(row.pieces[-1].right - row.pieces[0].left) / row.size for row in rows if row.size]
    return median(widths or [0.0]) >= _NARROWEST


# the words of a line


def _line(row: _Row, space: float) -> Line:
    glyphs = [glyph for piece in row.pieces for glyph in piece.glyphs]
    solid = [glyph for glyph in glyphs if glyph.text is None or not glyph.text.isspace()]
    size = median(glyph.size for glyph in solid) or 1.0
    text, gaps = _words(glyphs, size, space)
    first_end = _first_end(glyphs, text)
    return Line(
        text=text.strip(),
        left=solid[0].left,
        right=max(glyph.right for glyph in solid),
        base=row.base,
        size=size,
        spaced=text.endswith(" "),
        first=max(first_end - solid[0].left, 0.0),
        letters=sum(glyph.right - glyph.left for glyph in solid),
        gaps=gaps,
    )


def _words(glyphs: list[Glyph], size: float, space: float) -> tuple[str, list[float]]:
    """The text with its spaces, drawn ones and gaps alike, and how wide those between words are."""
    parts: list[str] = []
    gaps: list[float] = []
    usual = _usual_gap(glyphs, size)
    before: Glyph | None = None
    drawn = False
    for glyph in glyphs:
        if glyph.text is not None and glyph.text.isspace():
            drawn = True
            continue
        if before is not None:
            gap = (glyph.left - before.right) / size
            if gap > _CELL and not drawn:
                parts.append("\t")
            elif drawn or gap > usual + space:
                parts.append(" ")
                gaps.append(gap)
        parts.append(UNKNOWN if glyph.text is None else glyph.text)
        before, drawn = glyph, False
    return "".join(parts) + " " * drawn, gaps


def _usual_gap(glyphs: list[Glyph], size: float) -> float:
    """The usual gap between two letters that nothing parts: some texts are set wide or tight."""
    gaps = [
        (two.left - one.right) / size
        for one, two in pairwise(glyphs)
        if not (one.text or "-").isspace() and not (two.text or "-").isspace()
    ]
    return min(max(median(gaps), -0.2), 0.3) if len(gaps) >= 4 else 0.0


def _first_end(glyphs: list[Glyph], text: str) -> float:
    """Where the first word ends."""
    length = len(text.split(maxsplit=1)[0]) if text.strip() else 0
    end = glyphs[0].right
    for glyph in glyphs:
        if length <= 0:
            break
        if glyph.text is None or not glyph.text.isspace():
            length -= len(glyph.text or UNKNOWN)
            end = glyph.right
    return end
