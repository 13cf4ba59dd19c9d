"""Memory: which strings the people of a project accepted and rejected under which label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from desktop.suggestions.suggestion import Suggestion

Verdict = Literal["accepted", "edited", "rejected"]


class Decided(NamedTuple):
    """How often a string was decided on under a label; ``accepted`` counts edited ones too."""

    label: str
    quote: str
    accepted: int
    rejected: int


class Memory:
    """Judges later suggestions of the same string by what became of the earlier ones.

    A string rejected more often than accepted is silent; one accepted more often is sure.
    """

    def __init__(self, decided: Iterable[Decided] = ()) -> None:
        self._accepted: Counter[tuple[str, str]] = Counter()
        self._rejected: Counter[tuple[str, str]] = Counter()
        self._known: set[tuple[str, str]] = set()
        for label, quote, accepted, rejected in decided:
            self._accepted[label, quote] = accepted
            self._rejected[label, quote] = rejected

    def note(self, label: str, quote: str, verdict: Verdict, times: int = 1) -> None:
        """Remember a decision; ``times`` -1 forgets one that was undone."""
        counted = self._rejected if verdict == "rejected" else self._accepted
        counted[label, quote] += times

    def is_silent(self, label: str, quote: str) -> bool:
        """True when the string is not to be suggested under this label."""
        return self._rejected[label, quote] > self._accepted[label, quote]

    def is_sure(self, suggestion: Suggestion, quote: str) -> bool:
        """True when the suggestion may be accepted in bulk."""
        key = (suggestion.label, quote)
        return suggestion.sure or self._accepted[key] > self._rejected[key]
