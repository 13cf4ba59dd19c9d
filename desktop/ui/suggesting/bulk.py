"""All suggestions of a kind at once: only those whose rule can be trusted that far."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.suggesting.feed import SuggestionFeed
from desktop.ui.suggesting.walk import SuggestionWalk

_KINDS = {
    "accept_figures": "figure.",
    "accept_times": "time.",
    "accept_quotes": "claim.direct",
}
"""Action → how the ids of its rules begin."""


class AcceptAll(QObject):
    """Accepts the sure suggestions of the article in one step to undo."""

    def __init__(self, desk: Desk, feed: SuggestionFeed, walk: SuggestionWalk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._feed = feed
        self._walk = walk

    def handlers(self) -> dict[str, Handler]:
        """One action a kind."""
        return {name: partial(self._accept, rules) for name, rules in _KINDS.items()}

    def _accept(self, rules: str) -> None:
        chosen = [
            suggestion
            for suggestion in self._feed.board.all_open()
            if suggestion.rule.startswith(rules) and self._feed.is_sure(suggestion)
        ]
        if not chosen:
            self._desk.hint_changed.emit(self.tr("There is nothing of this kind to accept."))
            return
        if self._walk.accept_all(chosen):
            said = self.tr("Accepted {count}. One undo takes all of them back.")
            self._desk.hint_changed.emit(said.format(count=f"{len(chosen):,}"))
