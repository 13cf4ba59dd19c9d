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

Pair = tuple[Annotation | None, Annotation | None]
"""An annotation before and after a change; None where there is none."""

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
    """The marks of the blocks that were seen, read once and then kept as the project changes."""

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
            self._of_block[index] = self._make(index, self._read(self._page.blocks[index].span))
        return self._of_block[index]

    def change(self, index: int, pairs: Iterable[Pair]) -> frozenset[int]:
        """Take changes over into a block; returns its lines that look different now.

        What was not seen yet is read when it is.
        """
        if (before := self._of_block.get(index)) is None:
            return frozenset()
        block = self._page.blocks[index].span
        annotations = {mark.annotation.id: mark.annotation for mark in before}
        for gone, come in pairs:
            if gone is not None:
                annotations.pop(gone.id, None)
            if come is not None and come.span.overlaps(block):
                annotations[come.id] = come
        after = self._of_block[index] = self._make(index, annotations.values())
        return _lines_that_differ(before, after)

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

    def _make(self, index: int, annotations: Iterable[Annotation]) -> list[Mark]:
        """The marks of a block; those that are as they were stay the same objects."""
        labels = self._schema.label_named
        known = sorted((a for a in annotations if a.label in labels), key=reading_order)
        styles = [labels[annotation.label].style for annotation in known]
        kept = {mark.annotation.id: mark for mark in self._of_block.get(index, ())}
        laid_out = self._page.laid_out(index)
        marks: list[Mark] = []
        for annotation, style, level in zip(known, styles, _levels(known, styles), strict=True):
            mark = kept.get(annotation.id)
            if mark is None or mark.annotation is not annotation or mark.level != level:
                stays = mark is not None and mark.annotation.span == annotation.span
                places = mark.segments if mark and stays else laid_out.segments(annotation.span)
                faint = bool(self.own) and annotation.annotator_id != self.own
                mark = Mark(annotation, style, level, tuple(places), faint)
            marks.append(mark)
        return marks


def _lines_that_differ(before: Sequence[Mark], after: Sequence[Mark]) -> frozenset[int]:
    same = {id(mark) for mark in before} & {id(mark) for mark in after}
    gone, come = (
        {mark.looks: mark for mark in marks if id(mark) not in same} for marks in (before, after)
    )
    changed = [gone[looks] for looks in gone.keys() - come.keys()]
    changed += [come[looks] for looks in come.keys() - gone.keys()]
    return frozenset(number for mark in changed for number, _, _ in mark.segments)


def _levels(annotations: Iterable[Annotation], styles: Iterable[Style]) -> list[int]:
    """The lowest free lane for each annotation, within its family of marks."""
    open_ends: dict[bool, list[int]] = {True: [], False: []}
    levels: list[int] = []
    for annotation, style in zip(annotations, styles, strict=True):
        ends = open_ends[style.mark in _AREAS]
        lane = next((i for i, end in enumerate(ends) if end <= annotation.start), len(ends))
        if lane == len(ends):
            ends.append(annotation.end)
        else:
            ends[lane] = annotation.end
        levels.append(min(lane, _MOST_LEVELS - 1))
    return levels
