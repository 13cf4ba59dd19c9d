"""Board: the suggestions of the article on the page, and which of them are open.

Everything it does at a gesture costs what lies around that place, not what the article holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop.model.project import Annotation
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.suggestions.covering import Covering
from desktop.suggestions.suggestion import LONGEST, Group, Suggestion, Suggestions, Tie

Read = Callable[[Span], Sequence[Annotation]]
"""Reads the annotations that overlap a span."""
Silent = Callable[[Suggestion], bool]
"""True for a suggestion that is not to be shown: rejected before, or by a rule that is off."""

_Key = tuple[int, int, str]
_FIRST = -(1 << 60)
"""Sorts before every end at the same start."""


class Board:
    """Holds suggestions sorted by place; annotations cover them, decisions silence them.

    ``read`` and ``silent`` are asked again wherever :meth:`refresh` is told that something changed.
    """

    def __init__(self, schema: Schema, text: str, read: Read, silent: Silent) -> None:
        self._text = text
        self._covering = Covering(schema)
        self._read = read
        self._silent = silent
        self._all: list[_Key] = []
        self._open: list[_Key] = []
        self._by_id: dict[str, Suggestion] = {}
        self._alike: dict[tuple[str, str], dict[str, None]] = {}
        self._covered_by: dict[str, str] = {}
        self._ties: dict[str, list[Tie]] = {}
        self._group: dict[str, Group] = {}

    def take(self, span: Span, found: Suggestions) -> None:
        """What starts in ``span`` is now what was found there; an equal one stays as it is."""
        kept = {s.id for s in found.suggestions if self._by_id.get(s.id) == s}
        for suggestion in [s for s in self._starting(span) if s.id not in kept]:
            self._drop(suggestion)
        for suggestion in found.suggestions:
            if suggestion.id not in kept:
                self._put(suggestion)
        for suggestion in found.suggestions:
            self._ties.pop(suggestion.id, None)
            self._group.pop(suggestion.id, None)
        for tie in found.ties:
            for end in tie.suggestions:
                self._ties.setdefault(end, []).append(tie)
        for group in found.groups:
            self._group |= dict.fromkeys(group.members, group)
        self.refresh(span)

    def refresh(self, span: Span) -> None:
        """Look again which suggestions that touch ``span`` are open."""
        touched = list(self._touching(self._all, span))
        if not touched:
            return
        around = Span(min(s.span.start for s in touched), max(s.span.end for s in touched))
        annotations = self._read(around)
        covers = self._covering.covers(touched, annotations)
        for suggestion in touched:
            cover = covers.get(suggestion.id)
            if cover is None:
                self._covered_by.pop(suggestion.id, None)
            else:
                self._covered_by[suggestion.id] = cover
            self._set_open(suggestion, cover is None and not self._silent(suggestion))

    # What is open

    @property
    def open_count(self) -> int:
        """How many suggestions are open."""
        return len(self._open)

    def get(self, suggestion_id: str) -> Suggestion | None:
        """A suggestion by its id, open or not."""
        return self._by_id.get(suggestion_id)

    def is_open(self, suggestion_id: str) -> bool:
        """True when the suggestion waits for a decision."""
        suggestion = self._by_id.get(suggestion_id)
        return suggestion is not None and _has(self._open, _key(suggestion))

    def touching(self, span: Span) -> list[Suggestion]:
        """The open suggestions that overlap ``span``, in reading order."""
        return list(self._touching(self._open, span))

    def alike(self, label: str, quote: str) -> list[Suggestion]:
        """The suggestions of this label on this string, open or not."""
        return [self._by_id[each] for each in self._alike.get((label, quote), ())]

    def all_open(self) -> Iterator[Suggestion]:
        """Every open suggestion, in reading order."""
        return (self._by_id[key[2]] for key in self._open)

    def neighbour(self, place: Suggestion | int, *, forward: bool) -> Suggestion | None:
        """The open suggestion next to another one, or to an offset, in reading order."""
        if isinstance(place, int):
            key: _Key = (place, _FIRST, "")
        else:
            key = _key(place)
        at = bisect_right(self._open, key) if forward else bisect_left(self._open, key) - 1
        return self._by_id[self._open[at][2]] if 0 <= at < len(self._open) else None

    # What belongs together

    def annotation_of(self, suggestion_id: str) -> str | None:
        """The annotation that stands where the suggestion would: relations lead to it."""
        return self._covered_by.get(suggestion_id)

    def group_of(self, suggestion: Suggestion) -> list[Suggestion]:
        """The open suggestions accepted with this one as a whole; it is among them."""
        group = self._group.get(suggestion.id)
        members = group.members if group is not None else (suggestion.id,)
        return [self._by_id[member] for member in members if self.is_open(member)]

    def ties_of(self, suggestion_ids: Iterable[str]) -> list[Tie]:
        """The ties that have one of these at either end, each once."""
        found = (tie for each in suggestion_ids for tie in self._ties.get(each, ()))
        return list({(tie.type, tie.source, tie.target): tie for tie in found}.values())

    def _put(self, suggestion: Suggestion) -> None:
        self._by_id[suggestion.id] = suggestion
        self._alike.setdefault(self._string(suggestion), {})[suggestion.id] = None
        insort(self._all, _key(suggestion))

    def _drop(self, suggestion: Suggestion) -> None:
        del self._by_id[suggestion.id]
        self._alike[self._string(suggestion)].pop(suggestion.id, None)
        self._covered_by.pop(suggestion.id, None)
        _remove(self._all, _key(suggestion))
        _remove(self._open, _key(suggestion))

    def _string(self, suggestion: Suggestion) -> tuple[str, str]:
        return suggestion.label, suggestion.span.slice(self._text)

    def _starting(self, span: Span) -> list[Suggestion]:
        """All that start inside ``span``, open or not."""
        first = bisect_left(self._all, (span.start, _FIRST, ""))
        after = bisect_left(self._all, (span.end, _FIRST, ""))
        return [self._by_id[key[2]] for key in self._all[first:after]]

    def _touching(self, keys: list[_Key], span: Span) -> Iterator[Suggestion]:
        first = bisect_left(keys, (span.start - LONGEST, _FIRST, ""))
        for start, negative_end, suggestion_id in keys[
            first : bisect_left(keys, (span.end, _FIRST, ""))
        ]:
            if -negative_end > span.start and start < span.end:
                yield self._by_id[suggestion_id]

    def _set_open(self, suggestion: Suggestion, open_: bool) -> None:
        key = _key(suggestion)
        if open_ and not _has(self._open, key):
            insort(self._open, key)
        elif not open_:
            _remove(self._open, key)


def _key(suggestion: Suggestion) -> _Key:
    return (suggestion.span.start, -suggestion.span.end, suggestion.id)


def _has(keys: list[_Key], key: _Key) -> bool:
    at = bisect_left(keys, key)
    return at < len(keys) and keys[at] == key


def _remove(keys: list[_Key], key: _Key) -> None:
    at = bisect_left(keys, key)
    if at < len(keys) and keys[at] == key:
        del keys[at]
