"""Covering: which annotation makes a suggestion needless."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.project import Annotation
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.suggestions.suggestion import Suggestion

_SAME = 0.5
"""From this share of common characters on, two spans are one thing seen twice."""


class Covering:
    """Compares suggestions with annotations.

    An annotation of the same label covers what it overlaps; where the schema lets a label lie in
    itself (a claim in a claim), only what it shares at least half of. Any annotation covers a
    suggestion of exactly its span: somebody decided what that is.
    """

    def __init__(self, schema: Schema) -> None:
        self._nesting = {
            label
            for relation in schema.relations
            if relation.contained
            for label in relation.source
            if label in relation.target
        }

    def covers(
        self, suggestions: Sequence[Suggestion], annotations: Sequence[Annotation]
    ) -> dict[str, str]:
        """Suggestion id → id of the annotation that covers it best.

        Both are in reading order; the cost is that of the overlaps.
        """
        found: dict[str, str] = {}
        live: list[Annotation] = []
        coming = iter(annotations)
        ahead = next(coming, None)
        for suggestion in suggestions:
            while ahead is not None and ahead.start < suggestion.span.end:
                live.append(ahead)
                ahead = next(coming, None)
            live = [a for a in live if a.end > suggestion.span.start]
            score = 0.0
            for annotation in live:
                if (cover := self._cover(suggestion, annotation)) > score:
                    score = cover
                    found[suggestion.id] = annotation.id
        return found

    def _cover(self, suggestion: Suggestion, annotation: Annotation) -> float:
        """How well the annotation stands for the suggestion; 0 when it does not."""
        shared = _shared(suggestion.span, annotation.span)
        if annotation.label != suggestion.label:
            return 0.1 if shared == 1 else 0.0
        least = _SAME if suggestion.label in self._nesting else 0.0
        return 1 + shared if shared > least or shared == 1 else 0.0


def _shared(one: Span, other: Span) -> float:
    """Common characters ÷ all characters of both."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))
