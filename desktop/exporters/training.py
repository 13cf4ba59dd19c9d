"""What all training formats share: the articles taken, their parts, and text cut into tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.exporters.choice import Part
from desktop.exporters.document_view import DocumentView, Paragraph
from desktop.exporters.lookup import Lookup
from desktop.model.interchange import FileAnnotation

_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Article:
    """One article with its text, as the formats take it."""

    view: DocumentView
    lookup: Lookup
    part: Part | None
    utf16_units: bool = False
    """Whether offsets are to be written in UTF-16 units, in formats whose readers differ."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.view.document.id or ""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.view.document.text or ""

    @property
    def annotations(self) -> tuple[FileAnnotation, ...]:
        """By (start, -end, id)."""
        return self.view.document.annotations

    def file(self, stem: str, suffix: str) -> str:
        """The name of the file for this article's part; ``stem`` where there is no split."""
        return f"{self.part or stem}{suffix}"

    @cached_property
    def _astral(self) -> list[int]:
        return [at for at, character in enumerate(self.text) if character > "\uffff"]

    def utf16(self, offset: int) -> int:
        """An offset in UTF-16 units."""
        return offset + bisect_left(self._astral, offset)

    def inside(self, paragraph: Paragraph) -> list[FileAnnotation]:
        """The annotations that lie wholly in a paragraph."""
        return [
            a for a in self.annotations if paragraph.start <= a.start and a.end <= paragraph.end
        ]

    def tokens(self, start: int, end: int) -> list[tuple[int, int]]:
        """Words and signs of a range, cut further wherever an annotation begins or ends."""
        borders = sorted({b for a in self.annotations for b in (a.start, a.end)})
        found: list[tuple[int, int]] = []
        for word in _PIECE.finditer(self.text, start, end):
            at = word.start()
            low = bisect_left(borders, at + 1)
            for border in borders[low : bisect_left(borders, word.end())]:
                found.append((at, border))
                at = border
            found.append((at, word.end()))
        return found


def flat(annotations: Iterable[FileAnnotation]) -> tuple[list[FileAnnotation], int]:
    """Annotations without those that overlap an earlier, longer one; and how many were left out."""
    kept: list[FileAnnotation] = []
    left = 0
    for annotation in annotations:
        if kept and annotation.start < kept[-1].end:
            left += 1
        else:
            kept.append(annotation)
    return kept, left


def bio(tokens: Sequence[tuple[int, int]], spans: Sequence[FileAnnotation]) -> list[str]:
    """``B-`` and ``I-`` with the label, or ``O``, for each token; ``spans`` do not overlap."""
    tags = ["O"] * len(tokens)
    starts = [start for start, _ in tokens]
    for span in spans:
        first = bisect_left(starts, span.start)
        for at in range(first, bisect_left(starts, span.end)):
            tags[at] = ("B-" if at == first else "I-") + span.label
    return tags


def space_after(text: str, end: int) -> bool:
    """True when a space follows a token."""
    return text[end : end + 1].isspace()


def eojeols(text: str) -> Iterator[tuple[int, int]]:
    """The words between spaces."""
    for word in _WORD.finditer(text):
        yield word.start(), word.end()
