"""DeskReads: answers, suggestions, decisions and settings."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue

from desktop.model.answer import Answer
from desktop.model.overview import DecisionCount
from desktop.model.setting import Setting
from desktop.model.suggestion import ACTIONS, Action, Decision, Suggestion
from desktop.store.queries import Queries
from desktop.store.records import ANSWERS, DECISIONS, SETTINGS, SUGGESTIONS

_IN_ORDER = 'ORDER BY start, "end" DESC, id'
_DECISION_COUNTS = """SELECT rule, version, label, action, count(*) FROM decision
    GROUP BY rule, version, label, action"""
_DECIDED = """SELECT DISTINCT label, quote FROM decision WHERE action = ?"""


class DeskReads(Queries):
    """What was answered, proposed, decided and set in a project."""

    def answers(self, document_id: str) -> list[Answer]:
        """A document's answered problems, oldest first."""
        return self._all(ANSWERS, "document_id = ? ORDER BY created_at, id", document_id)

    def answers_by_id(self, answer_ids: Sequence[str]) -> list[Answer]:
        """Those that exist, in the order asked for."""
        return self._by_id(ANSWERS, answer_ids)

    def suggestions(self, document_id: str) -> list[Suggestion]:
        """What came from outside for a document and is neither accepted nor rejected."""
        return self._all(SUGGESTIONS, f"document_id = ? {_IN_ORDER}", document_id)

    def suggestions_by_id(self, suggestion_ids: Sequence[str]) -> list[Suggestion]:
        """Those that exist, in the order asked for."""
        return self._by_id(SUGGESTIONS, suggestion_ids)

    def decisions(self, document_id: str) -> list[Decision]:
        """What was decided in a document, by place."""
        return self._all(DECISIONS, f"document_id = ? {_IN_ORDER}", document_id)

    def decisions_by_id(self, decision_ids: Sequence[str]) -> list[Decision]:
        """Those that exist, in the order asked for."""
        return self._by_id(DECISIONS, decision_ids)

    def decided(self, action: Action) -> set[tuple[str, str]]:
        """The labels and texts that were decided so anywhere in the project."""
        return {(label, quote) for label, quote in self._connection.rows(_DECIDED, (action,))}

    def decision_counts(self) -> list[DecisionCount]:
        """How often each rule was accepted, edited and rejected, per version and label."""
        counted: dict[tuple[str, str, str], dict[Action, int]] = {}
        for rule, version, label, action, n in self._connection.rows(_DECISION_COUNTS):
            counted.setdefault((rule, version, label), {})[action] = n
        return [
            DecisionCount(*key, *(counts.get(action, 0) for action in ACTIONS))
            for key, counts in sorted(counted.items())
        ]

    def setting(self, key: str) -> JsonValue:
        """The value under a key; None when there is no such setting."""
        found = self._one(SETTINGS, "id = ?", key)
        return found.value if found is not None else None

    def settings(self) -> list[Setting]:
        """All settings, by key."""
        return self._all(SETTINGS, "TRUE ORDER BY id")
