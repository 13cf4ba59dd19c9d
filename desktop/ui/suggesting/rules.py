"""The table of rules, opened from the menu: counts of the project, switches that can be undone."""

from __future__ import annotations

from collections import Counter

from pydantic import JsonValue
from PySide6.QtCore import QObject

from desktop.model.changes import Changes
from desktop.session.commands import SetSetting
from desktop.suggestions.rules import OFF_SETTING, WORDS_SETTING, off_rules
from desktop.suggestions.words import word_lines
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.rule_table import RuleTable
from desktop.ui.item_models.rule_model import rule_rows
from desktop.ui.suggesting.feed import SuggestionFeed


class RuleSwitches(QObject):
    """Shows the table and turns its ticks into a setting of the project."""

    def __init__(self, desk: Desk, feed: SuggestionFeed) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self._feed = feed
        self._table: RuleTable | None = None
        desk.bridge.changed.connect(self._changed)

    def handlers(self) -> dict[str, Handler]:
        """One action opens the table."""
        return {"suggestion_rules": self.open}

    def open(self) -> None:
        """Show the table beside the work, or bring it to the front."""
        if self._table is None:
            self._table = RuleTable(self._desk.view.window())
            self._table.switched.connect(self.switch)
            self._table.words_given.connect(self.set_words)
            self._table.finished.connect(self._closed)
            self._table.show_words(word_lines(self._session.setting(WORDS_SETTING)))
        self._show()
        self._table.open()

    def switch(self, rule: str, on: bool) -> None:
        """Let a rule suggest, or not, in this project."""
        off = off_rules(self._session.setting(OFF_SETTING))
        changed = off - {rule} if on else off | {rule}
        value: list[JsonValue] = [*sorted(changed)]
        command = SetSetting(key=OFF_SETTING, value=value or None)
        if self._desk.bridge.do(command) is None:
            self._show()

    def set_words(self, lines: list[str]) -> None:
        """Let the project know these reporting words; a line that is no word is told."""
        good: list[JsonValue] = [*word_lines([*lines])]
        self._desk.bridge.do(SetSetting(key=WORDS_SETTING, value=good or None))
        wrong = [line for line in lines if line not in good]
        if wrong:
            said = self.tr("No reporting word: {words}")
            self._desk.hint_changed.emit(said.format(words=", ".join(wrong)[:200]))

    def _show(self) -> None:
        if self._table is None:
            return
        waiting = Counter(suggestion.rule for suggestion in self._feed.board.all_open())
        rows = rule_rows(self._session.decision_counts(), waiting, self._desk.language)
        self._table.model.show(rows, off_rules(self._session.setting(OFF_SETTING)))

    def _changed(self, changes: Changes) -> None:
        if changes.kind == "set_setting":
            self._show()

    def _closed(self) -> None:
        if self._table is not None:
            self._table.deleteLater()
            self._table = None
