"""The article's context menu: labels for what is selected, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings
from desktop.ui.actions.table import ACTION_NAMED
from desktop.ui.desk import Desk
from desktop.ui.language import localised

_OF_SUGGESTION = (
    "accept_suggestion",
    "accept_attribution",
    "edit_suggestion",
    "reject_suggestion",
)
_OF_ANNOTATION = ("attribute", "join", "relate", "mark_same", "delete")
_ALWAYS = ("copy", "set_zone", "article_facts", "edit_text")


class ArticleMenu(QObject):
    """Shows actions of the table where they were asked for."""

    action_requested = Signal(str)
    """The name of the action that was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._bindings = DEFAULT_BINDINGS
        self._suggestion: Suggestion | None = None
        self._menu = QMenu(desk.view)
        self._menu.triggered.connect(self._chosen)
        desk.view.menu_requested.connect(self._show)

    def set_bindings(self, bindings: Bindings) -> None:
        """Show these keys from now on."""
        self._bindings = bindings

    def set_suggestion(self, suggestion: Suggestion | None) -> None:
        """Offer what can be done with the suggestion in focus, if there is one."""
        self._suggestion = suggestion

    def _show(self, place: QPoint) -> None:
        self._menu.clear()
        if self._suggestion is not None:
            for action in _OF_SUGGESTION:
                self._add(action, ACTION_NAMED[action].menu_text, True)
            self._menu.addSeparator()
        selected = self._desk.selected is not None
        for label in self._desk.bridge.session.schema.labels:
            name = localised(label.names, self._desk.language)
            possible = selected or self._desk.view.selection is not None
            self._add(f"mark_{label.key}", name, possible)
        self._menu.addSeparator()
        for action in _OF_ANNOTATION:
            self._add(action, ACTION_NAMED[action].menu_text, selected)
        for action in _ALWAYS:
            self._add(action, ACTION_NAMED[action].menu_text, True)
        self._menu.popup(place)

    def _add(self, name: str, text: str, possible: bool) -> None:
        shown = self._bindings.shown(name)
        action = self._menu.addAction(f"{text}\t{shown}")
        action.setData(name)
        action.setEnabled(possible)

    def _chosen(self, action: QAction) -> None:
        self.action_requested.emit(action.data())
