"""DeskReads: answers, suggestions, decisions and settings."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue

from desktop.model.answer import Answer
from desktop.model.overview import DecisionCount
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import ACTIONS, Action, Decision, Suggestion
from desktop.store.queries import Queries
from desktop.store.records import ANSWERS, DECISIONS, SETTINGS, SUGGESTIONS, json_text

_IN_ORDER = 'ORDER BY start, "end" DESC, id'
_DECISION_COUNTS = """SELECT rule, version, label, action, count(*) FROM decision
    GROUP BY rule, version, label, action"""
_VERDICTS = """SELECT label, quote, sum(action <> 'rejected'), sum(action = 'rejected')
    FROM decision WHERE (label, quote) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
    GROUP BY label, quote"""
_REJECTED = """SELECT label, start, "end" FROM decision
    WHERE document_id = ? AND start >= ? AND start < ? AND action = 'rejected'"""
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

    def suggestions_starting(self, document_id: str, span: Span) -> list[Suggestion]:
        """Those of :meth:`suggestions` that start inside ``span``."""
        where = f"document_id = ? AND start >= ? AND start < ? {_IN_ORDER}"
        return self._all(SUGGESTIONS, where, document_id, *span)

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

    def verdicts(self, strings: Sequence[tuple[str, str]]) -> list[tuple[str, str, int, int]]:
        """Label, text, times accepted and times rejected, of those of (label, text) decided on."""
        return [tuple(row) for row in self._connection.rows(_VERDICTS, (json_text(strings),))]

    def rejected(self, document_id: str, span: Span) -> set[tuple[str, int, int]]:
        """Label, start and end of what was rejected in a document, as far as it starts there."""
        return set(self._connection.rows(_REJECTED, (document_id, *span)))

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
