"""Which marks lie on a block, and in which lane; derived, kept until a span changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.model.project import Annotation
from desktop.model.schema import Schema, Style
from desktop.model.span import Span
from desktop.ui.article.page import Page

Read = Callable[[Span], Sequence[Annotation]]
"""Reads the annotations that overlap a span from the open project."""

_AREAS = frozenset({"tint", "box"})
_MOST_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation on one block.

    ``level`` counts the marks of the same family (areas, or lines under the text) that it lies on;
    ``segments`` are (line, left, right) relative to the block's text corner.
    """

    annotation: Annotation
    style: Style
    level: int
    segments: tuple[tuple[int, float, float], ...]
    faint: bool = False
    """The mark of another annotator than the one at work."""

    @property
    def looks(self) -> tuple[object, ...]:
        """What decides how it is drawn; equal looks need no new drawing."""
        return (self.annotation.id, self.annotation.label, self.level, self.segments, self.faint)


def reading_order(annotation: Annotation) -> tuple[int, int, str]:
    """Sorts annotations as they are read: by start, the longer first."""
    return (annotation.start, -annotation.end, annotation.id)


def smallest_first(annotation: Annotation) -> tuple[int, int, str]:
    """Sorts annotations so that the innermost comes first."""
    return (annotation.end - annotation.start, annotation.start, annotation.id)


class Marks:
    """The marks of the blocks that were seen, read again only where something changed."""

    def __init__(self, page: Page, schema: Schema, read: Read, own: str = "") -> None:
        """``own`` is the id of the annotator at work; empty when nobody is told apart."""
        self.own = own
        self._page = page
        self._schema = schema
        self._read = read
        self._of_block: dict[int, list[Mark]] = {}

    def of_block(self, index: int) -> list[Mark]:
        """The marks of a block in drawing order: outer ones first."""
        if index not in self._of_block:
            self._of_block[index] = self._make(index)
        return self._of_block[index]

    def read_again(self, index: int) -> frozenset[int]:
        """Read a block's marks again; returns its lines that look different now."""
        before = {mark.looks: mark for mark in self._of_block.get(index, ())}
        self._of_block[index] = self._make(index)
        after = {mark.looks: mark for mark in self._of_block[index]}
        changed = [before[looks] for looks in before.keys() - after.keys()]
        changed += [after[looks] for looks in after.keys() - before.keys()]
        return frozenset(number for mark in changed for number, _, _ in mark.segments)

    def forget(self, index: int) -> None:
        """Read a block's marks again when it is seen next."""
        self._of_block.pop(index, None)

    def clear(self) -> None:
        """Forget all marks (another width, zoom, or a bulk change)."""
        self._of_block.clear()

    def at(self, offset: int) -> list[Annotation]:
        """The annotations that cover the character at ``offset``, innermost first."""
        index = self._page.block_of(offset)
        covering = (
            mark.annotation
            for mark in self.of_block(index)
            if mark.annotation.start <= offset < mark.annotation.end
        )
        return sorted(covering, key=smallest_first)

    def _make(self, index: int) -> list[Mark]:
        found = sorted(self._read(self._page.blocks[index].span), key=reading_order)
        known = [a for a in found if a.label in self._schema.label_named]
        laid_out = self._page.laid_out(index)
        levels = _levels(known, self._schema)
        placed = {mark.annotation.span: mark.segments for mark in self._of_block.get(index, ())}
        return [
            Mark(
                annotation,
                self._schema.label_named[annotation.label].style,
                level,
                placed.get(annotation.span) or tuple(laid_out.segments(annotation.span)),
                bool(self.own) and annotation.annotator_id != self.own,
            )
            for annotation, level in zip(known, levels, strict=True)
        ]


def _levels(annotations: Iterable[Annotation], schema: Schema) -> list[int]:
    """The lowest free lane for each annotation, within its family of marks."""
    open_ends: dict[bool, list[int]] = {True: [], False: []}
    levels: list[int] = []
    for annotation in annotations:
        ends = open_ends[schema.label_named[annotation.label].style.mark in _AREAS]
        lane = next((i for i, end in enumerate(ends) if end <= annotation.start), len(ends))
        if lane == len(ends):
            ends.append(annotation.end)
        else:
            ends[lane] = annotation.end
        levels.append(min(lane, _MOST_LEVELS - 1))
    return levels
