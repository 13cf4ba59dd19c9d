"""Passages: an article cut into stretches that are looked at one after the other.

A news article is one passage. A long text is cut at ends of lines, so that what is on the screen
comes first and no single look takes long; a line without end is cut at its spaces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.model.project import ANNOTATED_ZONES, Zone
from desktop.model.span import Span

SIZE = 3_000
"""Code points of a passage of a long text, about: some 50 milliseconds of work, and 10 to take in
what was found."""

_MOST = 6_000
_CONTEXT = 1_500


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the text.

    ``date`` is the article's, as its metadata have it; ``names`` maps names and aliases of the
    registry to its entries; ``words`` are the project's lines of
    :mod:`desktop.suggestions.words`.
    """

    date: str | None = None
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    words: tuple[str, ...] = ()


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article, to be looked at.

    ``text`` begins at ``offset`` of the article with what stands before the passage, for pronouns
    and the like; only what starts inside ``span`` (offsets of the article) is wanted. What is not
    annotated (captions, bylines, related links, rights) is blanked out by newlines, one for each
    code point. ``known`` is what the project knows.
    """

    text: str
    offset: int
    span: Span
    known: Known


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans of an article's passages, in order; together they are the whole text."""
    if len(text) <= _MOST:
        return (Span(0, len(text)),)
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = _cut(text, start)
        spans.append(Span(start, end))
        start = end
    return tuple(spans)


def passage_of(
    text: str, zones: Sequence[Zone], span: Span, known: Known = NOTHING_KNOWN
) -> Passage:
    """The passage that begins and ends with ``span``."""
    offset = _context_start(text, span.start)
    masked = "".join(_masked(text, zones, Span(offset, span.end)))
    return Passage(masked, offset, span, known)


def nearest_first(spans: Sequence[Span], place: int) -> list[Span]:
    """The passage at ``place``, those after it, then those before it, backwards."""
    at = max(bisect_right([span.start for span in spans], place) - 1, 0)
    return [*spans[at:], *reversed(spans[:at])]


def _cut(text: str, start: int) -> int:
    if len(text) - start <= _MOST:
        return len(text)
    for mark in ("\n", ". ", " "):
        found = text.find(mark, start + SIZE, start + _MOST)
        if found >= 0:
            return found + len(mark)
    return start + _MOST


def _context_start(text: str, start: int) -> int:
    """Where the lines shortly before ``start`` begin."""
    if start <= _CONTEXT:
        return 0
    line = text.find("\n", start - _CONTEXT, start)
    return line + 1 if line >= 0 else start - _CONTEXT


def _masked(text: str, zones: Sequence[Zone], span: Span) -> Iterator[str]:
    """``text`` of ``span`` with newlines for all that lies in zones that are not annotated."""
    at = span.start
    for zone in sorted(zones, key=lambda zone: zone.start):
        start, end = max(zone.start, at), min(zone.end, span.end)
        if start >= end or zone.kind in ANNOTATED_ZONES:
            continue
        yield text[at:start]
        yield "\n" * (end - start)
        at = end
    yield text[at : span.end]
