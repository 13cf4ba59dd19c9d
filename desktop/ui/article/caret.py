"""Caret and text selection: where they are and how keys move them. No painting, no events."""

from __future__ import annotations

import re
from enum import Enum

from desktop.korean.units import sentence_beside, stop_beside
from desktop.model.span import Span
from desktop.ui.article.page import Page

_EOJEOL = re.compile(r"\S+")


class Unit(Enum):
    """What one key press moves the caret by."""

    CHARACTER = "character"
    EOJEOL = "eojeol"
    SENTENCE = "sentence"
    LINE = "line"
    LINE_EDGE = "line_edge"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"


class Caret:
    """A caret and the selection it stretches from its anchor.

    Both ends always stand between two grapheme clusters of the page's text.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        first = page.blocks[0].start if page.blocks else 0
        self.position = first
        self.anchor = first
        self._column: float | None = None

    @property
    def selection(self) -> Span | None:
        """The selected text, or None."""
        if self.anchor == self.position:
            return None
        return Span(min(self.anchor, self.position), max(self.anchor, self.position))

    def place(self, offset: int, *, extend: bool = False) -> None:
        """Put the caret at ``offset``; with ``extend`` the anchor stays."""
        self.position = self._snapped(offset, forward=offset > self.anchor)
        self._column = None
        if not extend:
            self.anchor = self.position

    def select(self, span: Span) -> None:
        """Select a span, widened to whole characters."""
        self.anchor = self._snapped(span.start, forward=False)
        self.position = self._snapped(span.end, forward=True)
        self._column = None

    def clear(self) -> None:
        """Drop the selection; the caret stays."""
        self.anchor = self.position

    def move(self, unit: Unit, *, forward: bool, extend: bool) -> None:
        """Move by one unit. Without ``extend`` a selection collapses to its side first."""
        column = self._column
        selection = self.selection
        if selection and not extend and unit is Unit.CHARACTER:
            self.place(selection.end if forward else selection.start)
            return
        target = self._unit_stop(forward) if extend and unit is Unit.EOJEOL else None
        self.place(self._target(unit, forward) if target is None else target, extend=extend)
        if unit is Unit.LINE:
            self._column = column if column is not None else self._line_column
        else:
            self._line_column = self._page.caret(self.position).left()

    _line_column: float = 0.0

    def _target(self, unit: Unit, forward: bool) -> int:
        if unit is Unit.CHARACTER:
            return self._character(self.position, forward)
        if unit is Unit.EOJEOL:
            return self._eojeol_edge(forward)
        if unit is Unit.SENTENCE:
            return self._sentence(forward)
        if unit is Unit.LINE:
            return self._line(forward)
        if unit is Unit.LINE_EDGE:
            return self._line_edge(forward)
        if unit is Unit.PARAGRAPH:
            return self._paragraph(forward)
        blocks = self._page.blocks
        return blocks[-1].end if forward else blocks[0].start

    def beside(self, offset: int, *, forward: bool) -> int:
        """The place between two characters next to ``offset``; past a line break, one further."""
        moved = self._character(offset, forward)
        crossed = self._page.text[min(offset, moved) : max(offset, moved)]
        return self._character(moved, forward) if crossed.startswith("\n") else moved

    def _character(self, offset: int, forward: bool) -> int:
        index = self._page.block_of(offset)
        moved = self._page.laid_out(index).neighbour(offset, forward)
        if moved != offset:
            return moved
        return self._next_block_edge(index, forward)

    def _unit_stop(self, forward: bool) -> int | None:
        """Where a selection that is stretched or shrunk by words ends; None at a line's end.

        Right of its anchor it ends where words end, first without the particle, then with it; left
        of it, where words begin.
        """
        at_ends = self.position > self.anchor or (forward and self.position == self.anchor)
        stop = stop_beside(self._page.text, self.position, forward=forward, at_ends=at_ends)
        shrinking = self.position != self.anchor and forward != (self.position > self.anchor)
        if shrinking and (stop is None or (stop > self.anchor) == forward):
            return self.anchor
        return stop

    def _sentence(self, forward: bool) -> int:
        stop = sentence_beside(self._page.text, self.position, forward=forward)
        if stop is not None:
            return stop
        return self._next_block_edge(self._page.block_of(self.position), forward)

    def _next_block_edge(self, index: int, forward: bool) -> int:
        blocks = self._page.blocks
        if forward:
            return blocks[index + 1].start if index + 1 < len(blocks) else blocks[index].end
        return blocks[index - 1].end if index else blocks[0].start

    def _eojeol_edge(self, forward: bool) -> int:
        index = self._page.block_of(self.position)
        block = self._page.blocks[index]
        edges = [
            block.start + (match.end() if forward else match.start())
            for match in _EOJEOL.finditer(block.span.slice(self._page.text))
        ]
        if forward:
            return next((e for e in edges if e > self.position), self._next_block_edge(index, True))
        return next(
            (e for e in reversed(edges) if e < self.position), self._next_block_edge(index, False)
        )

    def _line(self, forward: bool) -> int:
        page = self._page
        rect = page.caret(self.position)
        if self._column is None:
            self._line_column = rect.left()
            self._column = rect.left()
        index = page.block_of(self.position)
        laid_out = page.laid_out(index)
        line = laid_out.line_of(laid_out.map.to_utf16(self.position - laid_out.block.start))
        x = self._column - page.left
        if forward and line + 1 == len(laid_out.lines):
            if index + 1 == len(page.blocks):
                return laid_out.block.end
            return page.laid_out(index + 1).offset_at(x, 0)
        if not forward and line == 0:
            if index == 0:
                return laid_out.block.start
            above = page.laid_out(index - 1)
            return above.offset_at(x, above.height - 1)
        return laid_out.offset_at(x, (line + (1 if forward else -1)) * laid_out.pitch)

    def _line_edge(self, forward: bool) -> int:
        laid_out = self._page.laid_out(self._page.block_of(self.position))
        number = laid_out.line_of(laid_out.map.to_utf16(self.position - laid_out.block.start))
        return laid_out.offset_at(1e6 if forward else -1.0, number * laid_out.pitch)

    def _paragraph(self, forward: bool) -> int:
        index = self._page.block_of(self.position)
        block = self._page.blocks[index]
        edge = block.end if forward else block.start
        return edge if self.position != edge else self._next_block_edge(index, forward)

    def _snapped(self, offset: int, forward: bool) -> int:
        index = self._page.block_of(offset)
        block = self._page.blocks[index]
        if offset >= block.end:
            return block.end
        return self._page.laid_out(index).snapped(max(offset, block.start), forward)


def paragraph_at(page: Page, offset: int) -> Span:
    """The whole paragraph around ``offset``, also when it is laid out in pieces."""
    text = page.text
    block = page.blocks[page.block_of(offset)]
    start = text.rfind("\n", 0, block.start) + 1
    end = text.find("\n", block.end)
    return Span(start, len(text) if end < 0 else end)
