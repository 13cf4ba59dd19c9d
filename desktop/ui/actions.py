"""The window's menus as one table: what there is, under which key, and which method does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.errors import QT_TRANSLATE_NOOP

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class ActionDef:
    """One menu entry.

    ``keys`` are portable key sequences; ``in_project`` entries are greyed without an open project.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    in_project: bool = True


_T = "actions"

MENUS: tuple[tuple[str, tuple[ActionDef | str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("actions", "&File"),
        (
            ActionDef(
                "new_project",
                QT_TRANSLATE_NOOP("actions", "&New project…"),
                ("Ctrl+N",),
                in_project=False,
            ),
            ActionDef(
                "open_project",
                QT_TRANSLATE_NOOP("actions", "&Open project…"),
                ("Ctrl+O",),
                in_project=False,
            ),
            ActionDef(
                "open_tutorial",
                QT_TRANSLATE_NOOP("actions", "Open the &tutorial project"),
                in_project=False,
            ),
            "recent",
            SEPARATOR,
            ActionDef(
                "import_files", QT_TRANSLATE_NOOP("actions", "&Import articles…"), ("Ctrl+I",)
            ),
            ActionDef(
                "paste_article",
                QT_TRANSLATE_NOOP("actions", "&Paste an article…"),
                ("Ctrl+Shift+V",),
            ),
            ActionDef("export", QT_TRANSLATE_NOOP("actions", "&Export…"), ("Ctrl+E",)),
            ActionDef("save_copy", QT_TRANSLATE_NOOP("actions", "Save a &copy…")),
            SEPARATOR,
            ActionDef(
                "preferences",
                QT_TRANSLATE_NOOP("actions", "&Settings…"),
                ("Ctrl+,",),
                in_project=False,
            ),
            ActionDef("close_project", QT_TRANSLATE_NOOP("actions", "C&lose project"), ("Ctrl+W",)),
            ActionDef("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",), in_project=False),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Edit"),
        (
            ActionDef("undo", QT_TRANSLATE_NOOP("actions", "&Undo"), ("Ctrl+Z",)),
            ActionDef("redo", QT_TRANSLATE_NOOP("actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
            SEPARATOR,
            ActionDef("relate", QT_TRANSLATE_NOOP("actions", "Re&late the annotation")),
            ActionDef("delete", QT_TRANSLATE_NOOP("actions", "&Delete the annotation")),
            SEPARATOR,
            ActionDef("annotator", QT_TRANSLATE_NOOP("actions", "&Annotator…")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&View"),
        (
            ActionDef(
                "next_document", QT_TRANSLATE_NOOP("actions", "&Next article"), ("Alt+Down",)
            ),
            ActionDef(
                "previous_document", QT_TRANSLATE_NOOP("actions", "&Previous article"), ("Alt+Up",)
            ),
            ActionDef(
                "toggle_done", QT_TRANSLATE_NOOP("actions", "Article is &done"), ("Ctrl+Return",)
            ),
            SEPARATOR,
            ActionDef("zoom_in", QT_TRANSLATE_NOOP("actions", "Zoom &in"), ("Ctrl++", "Ctrl+=")),
            ActionDef("zoom_out", QT_TRANSLATE_NOOP("actions", "Zoom &out"), ("Ctrl+-",)),
            ActionDef("zoom_reset", QT_TRANSLATE_NOOP("actions", "&Usual size"), ("Ctrl+0",)),
            SEPARATOR,
            ActionDef("focus_article", QT_TRANSLATE_NOOP("actions", "Go to the &article"), ("F6",)),
            ActionDef("filter", QT_TRANSLATE_NOOP("actions", "&Filter articles"), ("Ctrl+F",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Help"),
        (ActionDef("about", QT_TRANSLATE_NOOP("actions", "&About Mitjul"), in_project=False),),
    ),
)


def translated(text: str) -> str:
    """A text of the table in the window's language."""
    return QCoreApplication.translate(_T, text)


class Actions:
    """The table made into menus of a window; each action calls the method it is wired to."""

    def __init__(
        self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]], recent: QMenu
    ) -> None:
        self._actions: dict[str, QAction] = {}
        self._in_project: list[QAction] = []
        bar = window.menuBar()
        bar.clear()
        for title, entries in MENUS:
            menu = bar.addMenu(translated(title))
            for entry in entries:
                if entry == SEPARATOR:
                    menu.addSeparator()
                elif isinstance(entry, str):
                    menu.addMenu(recent)
                else:
                    menu.addAction(self._make(window, entry, handlers[entry.name]))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_in_project(self, open_: bool) -> None:
        """Grey what needs an open project."""
        for action in self._in_project:
            action.setEnabled(open_)

    def _make(
        self, window: QMainWindow, entry: ActionDef, handler: Callable[[], object]
    ) -> QAction:
        action = QAction(translated(entry.text), window)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(handler)
        if entry.in_project:
            self._in_project.append(action)
        self._actions[entry.name] = action
        return action
