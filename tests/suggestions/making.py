"""Suggestions and annotations of invented text, by the words they lie on."""

from __future__ import annotations

from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.model.values import Features, new_id
from desktop.suggestions.suggestion import Suggestion

AT = "2026-01-02T03:04:05.678Z"


def place(text: str, words: str, occurrence: int = 0) -> Span:
    """Where ``words`` stand in ``text``."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def suggestion(
    text: str, words: str, label: str = "FIGURE", occurrence: int = 0, **fields: object
) -> Suggestion:
    """A suggestion on ``words``."""
    values: dict[str, object] = {"rule": "figure.count", "version": "1", "sure": True}
    return Suggestion(label, place(text, words, occurrence), **(values | fields))


def annotation(
    text: str,
    words: str,
    label: str = "FIGURE",
    occurrence: int = 0,
    features: Features | None = None,
) -> Annotation:
    """An annotation on ``words``."""
    span = place(text, words, occurrence)
    return Annotation(
        id=new_id(),
        document_id="d",
        label=label,
        start=span.start,
        end=span.end,
        quote=words,
        features=features or {},
        annotator_id="a",
        created_at=AT,
    )
