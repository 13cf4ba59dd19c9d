"""The time inside a span that somebody marked, whatever its boundaries are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.korean.glyphs import levelled
from desktop.korean.times.scanner import scan
from desktop.korean.times.time import Time
from desktop.model.span import Span

_AROUND = 60


def marked_time(text: str, span: Span, today: date | None) -> Time | None:
    """What the marked text says as a time; only the line around the mark is read.

    ``이날`` therefore means the date of the document unless a date stands before it in the line.
    """
    start = max(text.rfind("\n", span.start - _AROUND, span.start) + 1, span.start - _AROUND, 0)
    stop = text.find("\n", span.end, span.end + _AROUND)
    window = levelled(text[start : span.end + _AROUND if stop < 0 else stop])
    mark = Span(span.start - start, span.end - start)
    inside = [time for time in scan(window, today) if time.span.overlaps(mark)]
    whole = [time for time in inside if mark.contains(time.span)]
    if not whole and inside:
        # a mark that leaves out 지난 still is the time that the line says
        whole = [time for time in inside if time.span.contains(mark)][:1]
    found = max(whole, key=lambda time: time.span.end - time.span.start, default=None)
    return None if found is None else _moved(found, start)


def _moved(time: Time, by: int) -> Time:
    place = time.qualifier_span
    return replace(
        time,
        span=Span(time.span.start + by, time.span.end + by),
        qualifier_span=place and Span(place.start + by, place.end + by),
    )
