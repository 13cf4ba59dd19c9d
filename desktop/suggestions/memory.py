"""Memory: which strings the people of a project accepted and rejected under which label."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop.model.suggestion import Action


class Decided(NamedTuple):
    """How often a string was accepted (edited counts too) and rejected under a label."""

    label: str
    quote: str
    accepted: int
    rejected: int


class Memory:
    """Judges suggestions of a string by what became of the earlier ones.

    A string rejected more often than accepted is silent; one accepted more often is sure. Only the
    strings asked about are held.
    """

    def __init__(self) -> None:
        self._balance: dict[tuple[str, str], int] = {}

    def unknown(self, strings: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Those of (label, string) whose decisions were not learned yet."""
        return [string for string in dict.fromkeys(strings) if string not in self._balance]

    def learn(self, strings: Iterable[tuple[str, str]], decided: Iterable[Decided]) -> None:
        """Take over what was decided on these strings."""
        self._balance |= dict.fromkeys(strings, 0)
        for label, quote, accepted, rejected in decided:
            self._balance[label, quote] = accepted - rejected

    def note(self, label: str, quote: str, action: Action, times: int = 1) -> None:
        """Follow a decision; ``times`` -1 for one that was undone."""
        if (label, quote) in self._balance:
            self._balance[label, quote] += -times if action == "rejected" else times

    def is_silent(self, label: str, quote: str) -> bool:
        """True when the string is not to be suggested under this label."""
        return self._balance.get((label, quote), 0) < 0

    def is_sure(self, label: str, quote: str) -> bool:
        """True when a suggestion of the string may be accepted in bulk."""
        return self._balance.get((label, quote), 0) > 0
