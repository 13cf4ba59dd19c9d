"""Features that are places of the text, kept inside an annotation whose borders move."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from desktop.model.schema import FeatureDef
from desktop.model.span import Span
from desktop.model.values import Features


def clipped_features(
    features: Features, defined: Mapping[str, FeatureDef], before: Span, after: Span
) -> Features:
    """``features`` of an annotation that moves from ``before`` to ``after``.

    A place that lay inside the annotation is cut to what still does, and goes when nothing of it is
    left. A place that was outside (a qualifier elsewhere in the sentence) stays as it is.
    """
    clipped: Features = {}
    for name, value in features.items():
        kind = defined[name].type if name in defined else None
        if kind == "span":
            clipped[name] = _clipped(value, before, after)
        elif kind == "parts" and isinstance(value, dict):
            places = {part: _clipped_places(place, before, after) for part, place in value.items()}
            left: dict[str, JsonValue] = {
                part: place for part, place in places.items() if place is not None
            }
            clipped[name] = left or None
        else:
            clipped[name] = value
    return {name: value for name, value in clipped.items() if value is not None}


def _clipped_places(value: JsonValue, before: Span, after: Span) -> JsonValue:
    """A part's place, or its several places."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        places = [_clipped(place, before, after) for place in value]
        return [place for place in places if place is not None] or None
    return _clipped(value, before, after)


def _clipped(value: JsonValue, before: Span, after: Span) -> JsonValue:
    match value:
        case [int(start), int(end)] if before.contains(Span(start, end)):
            start, end = max(start, after.start), min(end, after.end)
            return [start, end] if start < end else None
    return value
