"""The geometry of an article: blocks laid out when seen, and the way between offsets and points."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from desktop.model.project import Zone
from desktop.model.span import Span
from desktop.ui.article import typography as type_
from desktop.ui.article.blocks import Block, blocks_of
from desktop.ui.article.heights import Heights
from desktop.ui.article.text_map import TextMap
from desktop.ui.article.typography import Typography

_KEPT_LAYOUTS = 400


class LaidOut:
    """One block with its lines; points are relative to the block's text corner."""

    __slots__ = ("bands", "block", "layout", "lines", "map", "pitch")

    def __init__(self, block: Block, text: str, width: float, typography: Typography) -> None:
        self.block = block
        self.map = TextMap(text)
        self.pitch = typography.pitch(block.kind)
        self.layout = QTextLayout(text, typography.font(block.kind))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.lines: list[QTextLine] = []
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            top = len(self.lines) * self.pitch
            line.setPosition(QPointF(0, top + (self.pitch - line.height()) / 2))
            self.lines.append(line)
        self.layout.endLayout()
        self.bands = [(line.y(), line.height()) for line in self.lines]
        """Top and height of each line's text."""

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.pitch

    def offset_at(self, x: float, y: float) -> int:
        """The document offset nearest to a point, always between two grapheme clusters."""
        line = self.lines[min(max(int(y // self.pitch), 0), len(self.lines) - 1)]
        position = line.xToCursor(x)
        # The position after a soft wrap is drawn on the next line: stay on this one.
        if position == line.textStart() + line.textLength() and line is not self.lines[-1]:
            position = self.layout.previousCursorPosition(position)
        return self.block.start + self.map.from_utf16(position)

    def lines_touching(self, span: Span) -> range:
        """The indexes of the lines on which a span, or the caret of an empty one, is drawn."""
        ends = (max(span.start, self.block.start), min(span.end, self.block.end))
        first, last = (self.line_of(self.map.to_utf16(at - self.block.start)) for at in ends)
        return range(first, last + 1)

    def line_of(self, position: int) -> int:
        """The index of the line on which a UTF-16 position is drawn."""
        found = self.layout.lineForTextPosition(position)
        return found.lineNumber() if found.isValid() else len(self.lines) - 1

    def caret(self, offset: int) -> QRectF:
        """The caret before ``offset``: one pixel wide, as high as the line's text."""
        position = self.map.to_utf16(offset - self.block.start)
        line = self.lines[self.line_of(position)]
        return QRectF(_x(line, position), line.y(), 1, line.height())

    def extent(self, offset: int) -> tuple[float, float]:
        """Top and bottom of the line that holds an offset."""
        line = self.lines[self.line_of(self.map.to_utf16(offset - self.block.start))]
        return line.y(), line.y() + line.height()

    def segments(self, span: Span) -> list[tuple[int, float, float]]:
        """Where a span is drawn: (line, left, right) for each line it touches."""
        start = self.map.to_utf16(max(span.start, self.block.start) - self.block.start)
        end = self.map.to_utf16(min(span.end, self.block.end) - self.block.start)
        found: list[tuple[int, float, float]] = []
        for number in range(self.line_of(start), len(self.lines)):
            line = self.lines[number]
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first >= end:
                break
            # The space at a soft wrap hangs over the line's end: it is not drawn.
            drawn = line.naturalTextWidth()
            left, right = (min(_x(line, at), drawn) for at in (max(start, first), min(end, last)))
            if right > left:
                found.append((number, left, right))
        return found

    def neighbour(self, offset: int, forward: bool) -> int:
        """The next or previous place between two grapheme clusters, within the block."""
        position = self.map.to_utf16(offset - self.block.start)
        move = self.layout.nextCursorPosition if forward else self.layout.previousCursorPosition
        return self.block.start + self.map.from_utf16(move(position))

    def snapped(self, offset: int, forward: bool) -> int:
        """``offset`` itself, or the nearest cluster border in the given direction."""
        position = self.map.to_utf16(offset - self.block.start)
        if self.layout.isValidCursorPosition(position):
            return offset
        return self.neighbour(offset, forward)


def _x(line: QTextLine, position: int) -> float:
    # PySide returns the argument, which Qt may correct, beside the result.
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


class Page:
    """An article set in a column: which block is where, in pixels from the page's top."""

    def __init__(
        self, text: str, zones: Sequence[Zone], typography: Typography, width: float
    ) -> None:
        self.text = text
        self.typography = typography
        self.width = width
        self.blocks = blocks_of(text, zones)
        self._starts = [block.start for block in self.blocks]
        self._layouts: OrderedDict[int, LaidOut] = OrderedDict()
        self._exact = bytearray(len(self.blocks))
        self.heights = Heights(map(self._estimate, range(len(self.blocks))))

    @property
    def text_width(self) -> float:
        """The width of a line."""
        px = self.typography.px
        return max(self.width - px(type_.PADDING_LEFT) - px(type_.PADDING_RIGHT), 60.0)

    @property
    def total_height(self) -> float:
        """The height of the page with its paddings."""
        px = self.typography.px
        return px(type_.PADDING_TOP) + self.heights.total + px(type_.PADDING_BOTTOM)

    def set_typography(self, typography: Typography, width: float) -> None:
        """Set the page anew for another zoom or width."""
        self.typography = typography
        self.width = width
        self._layouts.clear()
        self._exact = bytearray(len(self.blocks))
        self.heights = Heights(map(self._estimate, range(len(self.blocks))))

    def space_above(self, index: int) -> float:
        """The space between the block before and this block's first line."""
        block = self.blocks[index]
        style = self.typography.style(block.kind)
        if not block.opens:
            return 0.0
        return self.typography.px(style.before if block.first_of_zone else style.between)

    def top(self, index: int) -> float:
        """The y of the block's first line on the page."""
        padding = self.typography.px(type_.PADDING_TOP)
        return padding + self.heights.above(index) + self.space_above(index)

    @property
    def left(self) -> float:
        """The x of the text column on the page."""
        return self.typography.px(type_.PADDING_LEFT)

    def laid_out(self, index: int) -> LaidOut:
        """The block with its lines; its height is exact from now on."""
        if (kept := self._layouts.get(index)) is not None:
            self._layouts.move_to_end(index)
            return kept
        block = self.blocks[index]
        made = LaidOut(block, block.span.slice(self.text), self.text_width, self.typography)
        self._layouts[index] = made
        if len(self._layouts) > _KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        if not self._exact[index]:
            self._exact[index] = 1
            self.heights[index] = made.height + self.space_above(index)
        return made

    def is_exact(self, index: int) -> bool:
        """False while the block's height is an estimate."""
        return bool(self._exact[index])

    def block_at_y(self, y: float) -> int:
        """The index of the block at a height of the page."""
        return self.heights.at(y - self.typography.px(type_.PADDING_TOP))

    def block_of(self, offset: int) -> int:
        """The index of the block that holds an offset; the one before it for a blank line."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def number_of(self, offset: int) -> int | None:
        """The number of the body paragraph that holds an offset; None elsewhere."""
        index = self.block_of(offset)
        while index and not self.blocks[index].opens:
            index -= 1
        return self.blocks[index].number if self.blocks else None

    def blocks_touching(self, span: Span) -> range:
        """The indexes of the blocks that a span touches."""
        return range(self.block_of(span.start), self.block_of(max(span.end - 1, span.start)) + 1)

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point of the page."""
        index = self.block_at_y(y)
        return self.laid_out(index).offset_at(x - self.left, y - self.top(index))

    def caret(self, offset: int) -> QRectF:
        """The caret before an offset, on the page."""
        index = self.block_of(offset)
        block = self.blocks[index]
        caret = self.laid_out(index).caret(min(max(offset, block.start), block.end))
        return caret.translated(self.left, self.top(index))

    def line(self, offset: int) -> tuple[float, float]:
        """Top and bottom, on the page, of the line that holds an offset."""
        index = self.block_of(offset)
        block = self.blocks[index]
        top, bottom = self.laid_out(index).extent(min(max(offset, block.start), block.end))
        above = self.top(index)
        return above + top, above + bottom

    def _estimate(self, index: int) -> float:
        block = self.blocks[index]
        style = self.typography.style(block.kind)
        per_line = max(self.text_width / self.typography.px(style.size * 0.84), 1.0)
        lines = -(-(block.end - block.start) // per_line) or 1
        return lines * self.typography.pitch(block.kind) + self.space_above(index)
