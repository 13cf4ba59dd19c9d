"""What was decided before: in this article, on the same strings, and on whole rules."""

from __future__ import annotations

from desktop.model.changes import Changes
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import Decision
from desktop.session.session import Session
from desktop.suggestions.memory import Decided, Memory
from desktop.suggestions.rules import OFF_SETTING, off_rules
from desktop.suggestions.suggestion import Suggestion, Suggestions


class Past:
    """Says which suggestions are silent and which are sure; follows every change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._memory = Memory()
        self._off = off_rules(session.setting(OFF_SETTING))
        self._document_id: str | None = None
        self._rejected: set[tuple[str, int, int]] = set()

    def open(self, document_id: str | None) -> None:
        """Another article is on the page."""
        self._document_id = document_id
        self._rejected.clear()

    def learn(self, span: Span, found: Suggestions, text: str) -> None:
        """Read what was decided on these suggestions, which start in ``span``."""
        assert self._document_id is not None
        self._rejected |= self._session.rejected(self._document_id, span)
        strings = self._memory.unknown((s.label, s.span.slice(text)) for s in found.suggestions)
        if strings:
            self._memory.learn(strings, map(Decided._make, self._session.verdicts(strings)))

    def is_silent(self, suggestion: Suggestion, text: str) -> bool:
        """True for what was rejected, here or elsewhere, or comes from a rule that is off."""
        return (
            suggestion.rule in self._off
            or (suggestion.label, *suggestion.span) in self._rejected
            or self._memory.is_silent(suggestion.label, suggestion.span.slice(text))
        )

    def is_sure(self, suggestion: Suggestion, text: str) -> bool:
        """True when the suggestion may be accepted without being looked at."""
        quote = suggestion.span.slice(text)
        return suggestion.sure or self._memory.is_sure(suggestion.label, quote)

    def follow(self, changes: Changes) -> set[tuple[str, str]] | None:
        """Take a change over.

        Returns the (label, string) pairs that are silent now or no longer; None when it may concern
        all suggestions.
        """
        turned: set[tuple[str, str]] = set()
        for before, after in changes.of(Decision):
            for decision, times in ((before, -1), (after, 1)):
                if decision is not None and self._note(decision, times):
                    turned.add((decision.label, decision.quote))
        if any(s.id == OFF_SETTING for pair in changes.of(Setting) for s in pair if s is not None):
            self._off = off_rules(self._session.setting(OFF_SETTING))
            return None
        return turned

    def _note(self, decision: Decision, times: int) -> bool:
        """Take one decision over; True when other places of its string change by that."""
        label, quote = decision.label, decision.quote
        if decision.document_id == self._document_id and decision.action == "rejected":
            place = (label, decision.start, decision.end)
            if times > 0:
                self._rejected.add(place)
            else:
                self._rejected.discard(place)
        was_silent = self._memory.is_silent(label, quote)
        self._memory.note(label, quote, decision.action, times)
        return was_silent != self._memory.is_silent(label, quote)
