"""The rows for looking back at the work: problems."""

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
)
