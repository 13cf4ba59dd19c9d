"""The table made into menus and shortcuts of a window, and the one place that runs an action."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

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

    def _triggered(self, action: QAction) -> None:
        self.run(action.data())

    def _place(self, row: ActionDef) -> None:
        action = QAction(row.menu_text, self)
        action.setData(row.name)
        if row.scope is not Scope.ARTICLE:
            action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        elif row.keys:
            # Only shown: the article itself hears this key, and only while it has the focus.
            shown = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{row.menu_text}\t{shown}")
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
