"""Suggestions as one feature of the project's page: feed, walk, bulk, card and the line below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings
from desktop.ui.actions.handlers import Handler, collect
from desktop.ui.desk import Desk
from desktop.ui.late import Late
from desktop.ui.panels.inspector import Inspector
from desktop.ui.panels.status_bar import StatusBar
from desktop.ui.panels.suggestion_keys import on_cap
from desktop.ui.suggesting.bulk import AcceptAll
from desktop.ui.suggesting.feed import SuggestionFeed
from desktop.ui.suggesting.walk import SuggestionWalk
from desktop.ui.warm_process import WarmProcess

if TYPE_CHECKING:
    from desktop.ui.suggesting.rules import RuleSwitches


class Suggesting(QObject):
    """Wires the parts, and tells inspector and status bar what they show."""

    action_requested = Signal(str)
    """An action of the table that a button of the card asks for."""

    def __init__(
        self, desk: Desk, inspector: Inspector, status: StatusBar, process: WarmProcess | None
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._inspector = inspector
        self._status = status
        self._bindings = DEFAULT_BINDINGS
        self.feed = SuggestionFeed(desk, process)
        self.walk = SuggestionWalk(desk, self.feed)
        self._bulk = AcceptAll(desk, self.feed, self.walk)
        self._rules = Late(("suggestion_rules",), self._make_rules)
        self.feed.changed.connect(self._show_count)
        self.feed.opened.connect(self._show_count)
        self.walk.hidden_changed.connect(self._show_count)
        self.walk.focus_changed.connect(self._show_card)
        inspector.suggestion_action_requested.connect(self.action_requested)

    def handlers(self) -> dict[str, Handler]:
        """Everything that can be done with suggestions."""
        return collect(self.walk, self._bulk, self._rules)

    @property
    def rules(self) -> RuleSwitches:
        """The switches of the rules."""
        return self._rules.feature()

    def _make_rules(self) -> RuleSwitches:
        from desktop.ui.suggesting.rules import RuleSwitches

        return RuleSwitches(self._desk, self.feed)

    def _show_card(self, suggestion: Suggestion | None) -> None:
        self._show_count()
        if suggestion is None:
            self._inspector.leave_suggestion()
            self._desk.show_selected()
            return
        self._inspector.show_suggestion(
            suggestion,
            self._desk.text,
            self.walk.would_make([suggestion]),
            self.walk.would_make(self.feed.board.group_of(suggestion)),
        )

    def set_bindings(self, bindings: Bindings) -> None:
        """Show these keys from now on."""
        self._bindings = bindings
        self._inspector.set_bindings(bindings)
        self._show_count()

    def _show_count(self) -> None:
        count = self.feed.board.open_count
        if not count:
            self._status.show_suggestions("", ())
        elif self.walk.hidden:
            said = self.tr("Suggestions {count}, hidden").format(count=f"{count:,}")
            self._status.show_suggestions(said, self._keys(("hide_suggestions", self.tr("show"))))
        else:
            said = self.tr("Suggestions {count}").format(count=f"{count:,}")
            self._status.show_suggestions(said, self._keys(*self._possible()))

    def _possible(self) -> Iterator[tuple[str, str]]:
        yield "next_suggestion", self.tr("next")
        focused = self.walk.focused
        if focused is None:
            return
        yield "accept_suggestion", self.tr("accept")
        if len(self.feed.board.group_of(focused)) > 1:
            yield "accept_attribution", self.tr("whole")
        yield "reject_suggestion", self.tr("reject")
        yield "edit_suggestion", self.tr("edit")

    def _keys(self, *actions: tuple[str, str]) -> list[tuple[str, str]]:
        """The key of each action that has one, and what it does."""
        keyed = ((self._bindings.shown(name), does) for name, does in actions)
        return [(on_cap(key), does) for key, does in keyed if key]
