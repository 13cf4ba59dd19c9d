"""Giving lines of an article another kind: the zones after somebody corrected them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.project import Zone
from desktop.model.span import Span


def with_kind(text: str, zones: Sequence[Zone], span: Span, kind: str) -> tuple[Zone, ...]:
    """``zones`` after the lines that ``span`` touches became ``kind``.

    Zones that reach beyond these lines keep their rest; neighbours of one kind become one zone. A
    span that touches blank lines only changes nothing.
    """
    last = max(span.start, span.end - 1)
    changed = _lines(text, text.rfind("\n", 0, span.start) + 1, _line_end(text, last))
    if changed is None:
        return tuple(zones)
    parts = [part for zone in zones for part in _rest(text, zone, changed)]
    parts.append(Zone(kind=kind, start=changed.start, end=changed.end))
    parts.sort(key=lambda zone: (zone.start, zone.end))
    return tuple(_joined(text, parts))


def kind_at(zones: Sequence[Zone], offset: int) -> str:
    """The kind of the text at an offset; what is in no zone counts as body."""
    found = (zone.kind for zone in zones if zone.start <= offset <= zone.end)
    return next(found, "body")


def _rest(text: str, zone: Zone, changed: Span) -> Iterator[Zone]:
    """What is left of a zone beside the changed lines."""
    if zone.end <= changed.start or zone.start >= changed.end:
        yield zone
        return
    for start, end in ((zone.start, changed.start), (changed.end, zone.end)):
        left = _lines(text, start, end)
        if left is not None:
            yield Zone(kind=zone.kind, start=left.start, end=left.end)


def _lines(text: str, start: int, end: int) -> Span | None:
    """A stretch of whole lines without the blank ones around it."""
    stretch = text[start:end]
    words = stretch.strip()
    if not words:
        return None
    first = start + stretch.index(words[0])
    last = start + len(stretch.rstrip()) - 1
    before = text.rfind("\n", start, first)
    after = text.find("\n", last, end)
    return Span(before + 1 if before >= 0 else start, after if after >= 0 else end)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


def _joined(text: str, parts: Sequence[Zone]) -> Iterator[Zone]:
    before = parts[0]
    for zone in parts[1:]:
        if zone.kind == before.kind and not text[before.end : zone.start].strip():
            before = Zone(kind=zone.kind, start=before.start, end=max(before.end, zone.end))
        else:
            yield before
            before = zone
    yield before
