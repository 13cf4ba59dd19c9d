"""Span: the half-open interval every annotation and zone lies on."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in Unicode code points of a document's canonical text."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        """The part of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when ``other`` lies inside this span; equal spans contain each other."""
        return self.start <= other.start and other.end <= self.end

    def fits(self, length: int) -> bool:
        """True for a non-empty span inside a text of ``length`` code points."""
        return 0 <= self.start < self.end <= length
