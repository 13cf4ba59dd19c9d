"""Places: what a part of an annotation points to, one stretch of the text or several."""

from __future__ import annotations

from pydantic import JsonValue

from desktop.model.span import Span


def places_in(value: JsonValue) -> list[Span]:
    """The spans of a part, whose value is ``[start, end]`` or a list of these."""
    match value:
        case [int(start), int(end)]:
            return [Span(start, end)]
        case list():
            return [span for each in value for span in places_in(each)]
    return []


def with_place(value: JsonValue, span: Span) -> JsonValue:
    """A part with one more place, in the order of the text.

    One that shares text with it was meant to be this one, and goes.
    """
    kept = [place for place in places_in(value) if not place.overlaps(span)]
    places = sorted([*kept, span])
    return list(span) if len(places) == 1 else [list(place) for place in places]


def parts_lie_in(value: JsonValue, whole: Span) -> bool:
    """True when every place of every part lies inside ``whole``."""
    parts = value.values() if isinstance(value, dict) else ()
    return all(whole.contains(place) for part in parts for place in places_in(part))
