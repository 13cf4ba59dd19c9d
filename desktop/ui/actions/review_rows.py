"""The rows for looking back at the work: problems, and the states of articles."""

from __future__ import annotations

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.ui.actions.definition import ActionDef

_MENU = "review"

REVIEW = (
    ActionDef(
        "next_problem",
        QT_TRANSLATE_NOOP("actions", "&Next problem"),
        ("F8",),
        menu=(_MENU, 0),
    ),
    ActionDef(
        "previous_problem",
        QT_TRANSLATE_NOOP("actions", "&Previous problem"),
        ("Shift+F8",),
        menu=(_MENU, 0),
    ),
    ActionDef(
        "answer_problem",
        QT_TRANSLATE_NOOP("actions", "&Answer the problem…"),
        ("Ctrl+F8",),
        menu=(_MENU, 0),
    ),
    ActionDef(
        "toggle_done",
        QT_TRANSLATE_NOOP("actions", "Article is &done"),
        ("Ctrl+Return",),
        menu=(_MENU, 1),
    ),
    ActionDef(
        "done_and_next",
        QT_TRANSLATE_NOOP("actions", "D&one, and the next unfinished article"),
        ("Ctrl+Shift+Return",),
        menu=(_MENU, 1),
    ),
    ActionDef(
        "next_unfinished",
        QT_TRANSLATE_NOOP("actions", "Next &unfinished article"),
        ("F7",),
        menu=(_MENU, 1),
    ),
    ActionDef(
        "skip_document",
        QT_TRANSLATE_NOOP("actions", "&Skip the article"),
        (),
        menu=(_MENU, 1),
    ),
    ActionDef(
        "toggle_strict_done",
        QT_TRANSLATE_NOOP("actions", "Done &requires an empty list of problems"),
        (),
        menu=(_MENU, 2),
    ),
)
