"""The whole of what is suggested for a passage. Runs beside the window, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pydantic import JsonValue

from desktop.model.project import Zone
from desktop.model.span import Span
from desktop.suggestions.passages import (
    NOTHING_KNOWN,
    Known,
    Passage,
    passage_of,
    spans_of,
)
from desktop.suggestions.suggestion import Group, Suggestions, suggestion_id, united

Finder = Callable[[Passage], Suggestions]

_PLACES = frozenset({"parts", "approximator_span", "qualifier_span"})
"""Features that hold places of the text."""


def propose(passage: Passage) -> Suggestions:
    """What is suggested for a passage, at its place in the article."""
    return _moved(united([find(passage) for find in _finders()]), passage.offset).within(
        passage.span
    )


def _finders() -> tuple[Finder, ...]:
    """Where two find the same label at the same place, the earlier one is kept.

    Loaded where they run: the window only names :func:`propose`.
    """
    from desktop.suggestions.attributions import attributed
    from desktop.suggestions.figures import figures
    from desktop.suggestions.times import times

    return figures, times, attributed


def propose_all(text: str, zones: Sequence[Zone], known: Known = NOTHING_KNOWN) -> Suggestions:
    """What is suggested for an article, passage after passage."""
    return united([propose(passage_of(text, zones, span, known)) for span in spans_of(text)])


def _moved(found: Suggestions, by: int) -> Suggestions:
    """``found`` in a text that has ``by`` more code points before it."""
    if not by:
        return found
    ids = {s.id: suggestion_id(s.label, _moved_span(s.span, by)) for s in found.suggestions}
    return Suggestions(
        tuple(
            replace(s, span=_moved_span(s.span, by), features=_moved_features(s.features, by))
            for s in found.suggestions
        ),
        tuple(
            replace(t, source=ids[t.source], target=ids.get(t.target, t.target)) for t in found.ties
        ),
        tuple(Group(tuple(ids[member] for member in g.members)) for g in found.groups),
    )


def _moved_span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_features(features: dict[str, JsonValue], by: int) -> dict[str, JsonValue]:
    return {
        name: _moved_places(value, by) if name in _PLACES else value
        for name, value in features.items()
    }


def _moved_places(value: JsonValue, by: int) -> JsonValue:
    if isinstance(value, dict):
        return {name: _moved_places(place, by) for name, place in value.items()}
    if isinstance(value, list):
        return [_moved_places(place, by) for place in value]
    return value + by if isinstance(value, int) else value
