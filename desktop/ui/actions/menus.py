"""The table made into menus and shortcuts of a window, and the one place that runs an action."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings
from desktop.ui.actions.definition import ActionDef, Scope, translated
from desktop.ui.actions.handlers import Handlers
from desktop.ui.actions.menu_rows import MENUS
from desktop.ui.actions.table import ACTION_NAMED, ACTIONS

_RECENT_AFTER = "open_tutorial"


class Actions(QObject):
    """The actions of a window. Those of a project are greyed while none is open."""

    def __init__(self, window: QMainWindow, own: Handlers) -> None:
        """``own`` are the window's handlers; :meth:`build` makes the menus."""
        super().__init__(window)
        self._window = window
        self._own = own
        self._bindings = DEFAULT_BINDINGS
        self._of_page: Handlers | None = None
        self._actions: dict[str, QAction] = {}
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._triggered)
        self._menus: dict[str, QMenu] = {}
        self._sections: dict[str, int] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def build(self, recent: QMenu) -> None:
        """Make the menus in the application's language, also when they were made in another.

        ``recent`` goes into the file menu.
        """
        for old in (*self._actions.values(), *self._menus.values()):
            old.deleteLater()
        self._sections.clear()
        bar = self._window.menuBar()
        bar.clear()
        self._menus = {name: bar.addMenu(translated(title)) for name, title in MENUS}
        for row in ACTIONS:
            if row.menu is not None or row.scope is not Scope.ARTICLE:
                self._place(row)
            if row.name == _RECENT_AFTER:
                self._menus["file"].addMenu(recent)
        self._enable()

    def set_page(self, handlers: Handlers | None) -> None:
        """Work with an open project's handlers from now on, or with none."""
        self._of_page = handlers
        self._enable()

    def run(self, name: str) -> None:
        """Do an action. What acts on the article puts the keyboard there first."""
        of_page = self._of_page or {}
        if ACTION_NAMED[name].scope is Scope.ARTICLE:
            of_page["focus_article"]()
        (self._own.get(name) or of_page[name])()

    def _enable(self) -> None:
        for name, action in self._actions.items():
            in_project = ACTION_NAMED[name].scope is not Scope.WINDOW
            action.setEnabled(not in_project or self._of_page is not None)

    def set_bindings(self, bindings: Bindings) -> None:
        """Obey these keys from now on."""
        self._bindings = bindings
        for name, action in self._actions.items():
            self._set_keys(ACTION_NAMED[name], action)

    def can_run(self, name: str) -> bool:
        """True when the action can be done now."""
        action = self._actions.get(name)
        if action is not None:
            return action.isEnabled()
        return name in self._own or (self._of_page is not None and name in self._of_page)

    def _triggered(self, action: QAction) -> None:
        self.run(action.data())

    def _place(self, row: ActionDef) -> None:
        action = QAction(row.menu_text, self)
        action.setData(row.name)
        self._set_keys(row, action)
        self._group.addAction(action)
        self._actions[row.name] = action
        if row.menu is None:
            self._window.addAction(action)
            return
        name, section = row.menu
        if self._sections.setdefault(name, section) != section:
            self._menus[name].addSeparator()
            self._sections[name] = section
        self._menus[name].addAction(action)

    def _set_keys(self, row: ActionDef, action: QAction) -> None:
        if row.scope is not Scope.ARTICLE:
            action.setShortcuts([QKeySequence(keys) for keys in self._bindings.keys(row.name)])
            return
        # Only shown: the article itself hears this key, and only while it has the focus.
        shown = self._bindings.shown(row.name)
        action.setText(f"{row.menu_text}\t{shown}" if shown else row.menu_text)
