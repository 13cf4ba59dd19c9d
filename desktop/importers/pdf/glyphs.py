"""The content of a page → its glyphs, each with its letters and its place.

Places are in points from the page's lower left corner, after the direction in which most of the
page's text runs is turned to the right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desktop.importers.pdf.budget import Budget
from desktop.importers.pdf.fonts import Font, Letter, font_of
from desktop.importers.pdf.matrix import (
    SAME,
    Matrix,
    matrix_in,
    number_in,
    times,
    turned,
    within,
)
from desktop.importers.pdf.objects import (
    array,
    dictionary,
    member,
    number,
    object_number,
    resolved,
    stream,
)
from desktop.importers.pdf.tokens import Operand, operations

_DEEPEST_FORM = 8
_FORM_COST = 50
"""What drawing a form costs beside its content, in tokens of it."""
_DEEPEST_STATE = 256
_INVISIBLE = 3
_SMALLEST = 0.5
"""In points; nobody reads smaller letters."""


class Glyph(NamedTuple):
    """Letters at a place: from ``left`` to ``right`` on the line at ``base``, ``size`` high."""

    text: str | None
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class Drawn:
    """What a page shows: glyphs by the direction that they run in (quarters of a turn).

    ``askew`` counts those that run in no such direction, ``unseen`` the invisible ones: the text
    that recognition laid under a picture.
    """

    runs: dict[int, list[Glyph]] = field(default_factory=dict)
    askew: int = 0
    unseen: int = 0
    pictures: int = 0

    def upright(self) -> list[Glyph]:
        """The glyphs of the direction that most run in."""
        return max(self.runs.values(), key=len, default=[])

    @property
    def turned(self) -> int:
        """How many glyphs run in other directions."""
        return self.askew + sum(map(len, self.runs.values())) - len(self.upright())


@dataclass(slots=True)
class _State:
    """The graphics state as far as text needs it."""

    matrix: Matrix = SAME
    font: Font | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> _State:
        return _State(
            self.matrix, self.font, self.size, self.letter_space, self.word_space, self.stretch,
            self.leading, self.rise, self.mode,
        )  # fmt: skip


def drawn_on(page: Mapping[str, Any], budget: Budget, fonts: dict[int, Font]) -> Drawn:
    """Go through a page; ``fonts`` keeps those met, by object number.

    Raises:
        RefusedInput: it is damaged, or draws too much.
    """
    canvas = _Canvas(page, budget, fonts)
    canvas.run(stream(member(page, "Contents")), member(page, "Resources"))
    return canvas.drawn


class _Canvas:
    def __init__(self, page: Mapping[str, Any], budget: Budget, fonts: dict[int, Font]) -> None:
        self.drawn = Drawn()
        self._budget = budget
        box = array(member(page, "CropBox")) or array(member(page, "MediaBox"))
        edges = [number(resolved(edge)) for edge in box[:4]]
        if len(edges) < 4 or edges[0] == edges[2] or edges[1] == edges[3]:
            edges = [-1e9, -1e9, 1e9, 1e9]
        self._across = sorted((edges[0], edges[2]))
        self._up = sorted((edges[1], edges[3]))
        self._state = _State()
        self._kept: list[_State] = []
        self._line = self._text = SAME
        self._forms: list[int] = []
        self._marks: list[bool] = []
        self._resources: object = None
        self._fonts: dict[str, Font | None] = {}
        self._known: dict[int, Font] = fonts
        self._places: set[tuple[str | None, int, int]] = set()

    def run(self, content: bytes, resources: object) -> None:
        """Go through a content stream."""
        before = self._resources, self._fonts
        self._resources, self._fonts = resources, {}
        for operator, operands in operations(content, self._budget):
            if act := _ACTS.get(operator):
                act(self, operands)
        self._resources, self._fonts = before

    # graphics state

    def keep(self, _operands: Sequence[Operand]) -> None:
        if len(self._kept) < _DEEPEST_STATE:
            self._kept.append(self._state.copy())

    def restore(self, _operands: Sequence[Operand]) -> None:
        if self._kept:
            self._state = self._kept.pop()

    def move(self, operands: Sequence[Operand]) -> None:
        if matrix := matrix_in(operands):
            self._state.matrix = times(matrix, self._state.matrix)

    def draw(self, operands: Sequence[Operand]) -> None:
        """A form is gone through; a picture is counted."""
        self._budget.spend(tokens=_FORM_COST)
        listed = dictionary(member(self._resources, "XObject"))
        name = operands[-1] if operands else None
        if not isinstance(name, str) or len(self._forms) >= _DEEPEST_FORM:
            return
        form = member(listed, name)
        key = object_number(listed, "/" + name) or id(form)
        if member(form, "Subtype") != "/Form":
            self.drawn.pictures += form is not None
        elif key not in self._forms:
            kept, state = self._kept, self._state.copy()
            self._forms.append(key)
            self._kept = []
            self.move([number(resolved(value)) for value in array(member(form, "Matrix"))])
            self.run(stream(form), member(form, "Resources") or self._resources)
            self._kept, self._state = kept, state
            self._forms.pop()

    # marked content: what a program says is a page's furniture

    def mark(self, operands: Sequence[Operand]) -> None:
        said = operands[-1] if len(operands) > 1 else None
        furniture = operands[:1] == ["Artifact"] and isinstance(said, list) and "Pagination" in said
        self._marks.append(furniture or (bool(self._marks) and self._marks[-1]))

    def unmark(self, _operands: Sequence[Operand]) -> None:
        if self._marks:
            self._marks.pop()

    # text state

    def begin(self, _operands: Sequence[Operand]) -> None:
        self._line = self._text = SAME

    def set_font(self, operands: Sequence[Operand]) -> None:
        if len(operands) >= 2:
            name = str(operands[-2])
            if name not in self._fonts:
                listed = member(self._resources, "Font")
                self._fonts[name] = font_of(listed, name, self._known, self._budget)
            self._state.font = self._fonts[name]
            self._state.size = number_in(operands[-1])

    def step(self, operands: Sequence[Operand]) -> None:
        if len(operands) >= 2:
            offset = (1.0, 0.0, 0.0, 1.0, number_in(operands[-2]), number_in(operands[-1]))
            self._line = self._text = times(offset, self._line)

    def step_leading(self, operands: Sequence[Operand]) -> None:
        if len(operands) >= 2:
            self._state.leading = -number_in(operands[-1])
        self.step(operands)

    def place(self, operands: Sequence[Operand]) -> None:
        if matrix := matrix_in(operands):
            self._line = self._text = matrix

    def next_line(self, _operands: Sequence[Operand]) -> None:
        self.step([0.0, -self._state.leading])

    # text

    def show(self, operands: Sequence[Operand]) -> None:
        for part in operands:
            if isinstance(part, bytes):
                self._show(part)

    def show_spaced(self, operands: Sequence[Operand]) -> None:
        for part in operands[-1] if operands and isinstance(operands[-1], list) else ():
            if isinstance(part, bytes):
                self._show(part)
            elif isinstance(part, float):
                state = self._state
                self._advance(-part / 1000 * state.size * state.stretch)

    def show_next(self, operands: Sequence[Operand]) -> None:
        self.next_line(())
        self.show(operands[-1:])

    def show_next_spaced(self, operands: Sequence[Operand]) -> None:
        if len(operands) >= 3:
            self._state.word_space = number_in(operands[-3])
            self._state.letter_space = number_in(operands[-2])
        self.show_next(operands)

    def _show(self, data: bytes) -> None:
        state = self._state
        if state.font is None:
            return
        for letter in state.font.letters(data):
            width = letter.width * state.size
            space = state.letter_space + (state.word_space if letter.is_space else 0.0)
            self._put(letter, width * state.stretch, state.font.vertical)
            self._advance((width + space) * state.stretch)

    def _advance(self, distance: float) -> None:
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + distance * a, f + distance * b)

    def _put(self, letter: Letter, width: float, downwards: bool) -> None:
        self._budget.spend(glyphs=1)
        state = self._state
        if self._marks and self._marks[-1]:
            return
        a, b, c, d, e, f = times(self._text, state.matrix)
        height = abs(state.size) * (state.font.height if state.font else 1.0)
        if state.mode == _INVISIBLE:
            self.drawn.unseen += 1
        if downwards or abs(a * b) > 0.01 * (a * a + b * b):
            self.drawn.askew += 1
            return
        e, f = e + state.rise * c, f + state.rise * d
        ends = sorted(((e, f), (e + width * a, f + width * b)))
        middle = (ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2
        if not (within(middle[0], self._across) and within(middle[1], self._up)):
            return
        quarter = (0 if a > 0 else 2) if abs(a) > abs(b) else (1 if b > 0 else 3)
        size = height * (abs(d) if quarter in (0, 2) else abs(c))
        if size < _SMALLEST:
            return
        left, base = turned(quarter, e, f)
        right, _ = turned(quarter, e + width * a, f + width * b)
        self._add(quarter, Glyph(letter.text, min(left, right), max(left, right), base, size))

    def _add(self, quarter: int, glyph: Glyph) -> None:
        """Add a glyph that is not drawn over itself, as programs do for bold letters."""
        if glyph.text and not glyph.text.isspace():
            text, x, y = glyph.text, int(glyph.left * 2), round(glyph.base)
            places = self._places
            if (text, x, y) in places or (text, x - 1, y) in places or (text, x + 1, y) in places:
                return
            places.add((text, x, y))
        self.drawn.runs.setdefault(quarter, []).append(glyph)


def _set(name: str, unit: float = 1.0) -> Callable[[_Canvas, Sequence[Operand]], None]:
    def act(canvas: _Canvas, operands: Sequence[Operand]) -> None:
        if operands:
            setattr(canvas._state, name, number_in(operands[-1]) * unit)

    return act


_ACTS: dict[bytes, Callable[[_Canvas, Sequence[Operand]], None]] = {
    b"q": _Canvas.keep,
    b"Q": _Canvas.restore,
    b"cm": _Canvas.move,
    b"Do": _Canvas.draw,
    b"BDC": _Canvas.mark,
    b"BMC": _Canvas.mark,
    b"EMC": _Canvas.unmark,
    b"BT": _Canvas.begin,
    b"Tf": _Canvas.set_font,
    b"Td": _Canvas.step,
    b"TD": _Canvas.step_leading,
    b"Tm": _Canvas.place,
    b"T*": _Canvas.next_line,
    b"Tj": _Canvas.show,
    b"TJ": _Canvas.show_spaced,
    b"'": _Canvas.show_next,
    b'"': _Canvas.show_next_spaced,
    b"Tc": _set("letter_space"),
    b"Tw": _set("word_space"),
    b"Tz": _set("stretch", 0.01),
    b"TL": _set("leading"),
    b"Ts": _set("rise"),
    b"Tr": _set("mode"),
}
