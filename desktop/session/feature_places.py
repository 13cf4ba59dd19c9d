"""Places among features (the parts of a name, the span of a unit) when a text is corrected."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from desktop.model.anchoring import Anchoring
from desktop.model.schema import FeatureDef
from desktop.model.span import Span
from desktop.model.values import Features


class FeaturePlaces:
    """Moves the places that values of features name to the new text."""

    def __init__(self, anchoring: Anchoring) -> None:
        self._anchoring = anchoring

    def moved(
        self,
        features: Features,
        defined: Mapping[str, FeatureDef],
        before: Span | None = None,
        after: Span | None = None,
    ) -> Features:
        """Features with their places moved; the very same ones when none of them is a place.

        Those inside the record's own span, which went from ``before`` to ``after``, stay inside.
        """
        moved: Features = {}
        for name, value in features.items():
            kind = defined[name].type if name in defined else None
            if kind == "span":
                moved[name] = self._place(value, before, after)
            elif kind == "parts" and isinstance(value, dict):
                places = {part: self._places(v, before, after) for part, v in value.items()}
                left: dict[str, JsonValue] = {p: v for p, v in places.items() if v is not None}
                moved[name] = left or None
        if not moved:
            return features
        return {name: value for name, value in (features | moved).items() if value is not None}

    def _places(self, value: JsonValue, before: Span | None, after: Span | None) -> JsonValue:
        if isinstance(value, list) and value and isinstance(value[0], list):
            places = [self._place(place, before, after) for place in value]
            return [place for place in places if place is not None] or None
        return self._place(value, before, after)

    def _place(self, value: JsonValue, before: Span | None, after: Span | None) -> JsonValue:
        match value:
            case [int(start), int(end)]:
                place = Span(start, end)
                span = self._anchoring.span(place)
                if span and before and after and before.contains(place):
                    span = Span(max(span.start, after.start), min(span.end, after.end))
                return list(span) if span and span.start < span.end else None
        return value
