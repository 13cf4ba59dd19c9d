"""Suggestion, Tie and Group: what is proposed, before anybody accepted it. Frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from desktop.model.span import Span
from desktop.model.values import Features

LONGEST = 2_000
"""No suggestion is longer, in code points, so that all that touch a place start nearby."""


IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Who:
    """The registry entry that a speaker suggestion speaks of.

    ``entity_id`` is an entry that exists; without one, ``name`` is looked up when the suggestion is
    accepted and an entry is made when nobody has it.
    """

    name: str
    type: str = "person"
    entity_id: str | None = None
    affiliation: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An annotation that is proposed. ``sure`` ones may be accepted in bulk.

    ``stored_id`` names the record of one that a file brought
    (:class:`desktop.model.suggestion.Suggestion`); others are made anew whenever the article is
    opened. What a file brought without a rule has :data:`IMPORTED` as its rule and the format's
    name as the version.
    """

    label: str
    span: Span
    rule: str
    version: str
    features: Features = field(default_factory=dict, hash=False)
    sure: bool = False
    who: Who | None = None
    stored_id: str | None = None
    id: str = field(init=False, compare=False, repr=False)
    """Label and place: the same proposal has the same id whenever it is made again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", suggestion_id(self.label, self.span))

    @property
    def origin(self) -> str:
        """What an annotation made of it has as its origin."""
        if self.rule == IMPORTED:
            return f"{IMPORTED}:{self.version}"
        return f"rule:{self.rule}@{self.version}"


def suggestion_id(label: str, span: Span) -> str:
    """The id of a suggestion of this label at this place; fit for files too."""
    return f"{label}:{span.start}-{span.end}"


End = Literal["suggestion", "record"]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation that is proposed with its source.

    ``target`` is the id of a suggestion or, with ``end`` record, of an annotation or a registry
    entry that may be there. ``origin`` is what a relation made of it has.
    """

    type: str
    source: str
    target: str
    origin: str
    end: End = "suggestion"
    features: Features = field(default_factory=dict, hash=False)

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The ends that are suggestions."""
        return (self.source, self.target) if self.end == "suggestion" else (self.source,)


@dataclass(frozen=True, slots=True)
class Group:
    """Suggestions that belong together: an utterance with its claims, cues and speakers."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is proposed for a stretch of text, in reading order.

    Every end of a tie and every member of a group is among ``suggestions``.
    """

    suggestions: tuple[Suggestion, ...] = ()
    ties: tuple[Tie, ...] = ()
    groups: tuple[Group, ...] = ()

    def within(self, span: Span) -> Suggestions:
        """Those that start inside ``span``, with the ties and groups among them."""
        return selected(
            self, (s for s in self.suggestions if span.start <= s.span.start < span.end)
        )


def reading_order(suggestion: Suggestion) -> tuple[int, int, str]:
    """Sorts by start, the longer first; the label decides between equal spans."""
    return (suggestion.span.start, -suggestion.span.end, suggestion.label)


def selected(of: Suggestions, kept: Iterable[Suggestion]) -> Suggestions:
    """``kept`` of ``of``, and what still has all of its ends."""
    suggestions = tuple(kept)
    ids = {suggestion.id for suggestion in suggestions}
    groups = (tuple(m for m in group.members if m in ids) for group in of.groups)
    return Suggestions(
        suggestions,
        tuple(tie for tie in of.ties if ids.issuperset(tie.suggestions)),
        tuple(Group(members) for members in groups if len(members) > 1),
    )


def united(parts: Iterable[Suggestions]) -> Suggestions:
    """All of several; where two propose a label for the same place, the earlier one is kept."""
    found = list(parts)
    kept: dict[str, Suggestion] = {}
    for part in found:
        for suggestion in part.suggestions:
            if suggestion.span.end - suggestion.span.start <= LONGEST:
                kept.setdefault(suggestion.id, suggestion)
    everything = Suggestions(
        (),
        tuple(tie for part in found for tie in part.ties),
        tuple(group for part in found for group in part.groups),
    )
    return selected(everything, sorted(kept.values(), key=reading_order))
