"""The rows for suggestions: walking them, deciding on one, and on all of a kind."""

from __future__ import annotations

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.ui.actions.definition import ActionDef, Scope

_MENU = "suggestions"

SUGGESTIONS = (
    ActionDef(
        "next_suggestion",
        QT_TRANSLATE_NOOP("actions", "&Next suggestion"),
        ("Tab",),
        Scope.ARTICLE,
        (_MENU, 0),
    ),
    ActionDef(
        "previous_suggestion",
        QT_TRANSLATE_NOOP("actions", "&Previous suggestion"),
        ("Shift+Tab",),
        Scope.ARTICLE,
        (_MENU, 0),
    ),
    ActionDef(
        "accept_suggestion",
        QT_TRANSLATE_NOOP("actions", "&Accept the suggestion"),
        ("Return",),
        Scope.ARTICLE,
        (_MENU, 1),
    ),
    ActionDef(
        "accept_attribution",
        QT_TRANSLATE_NOOP("actions", "Accept the &whole attribution"),
        ("Shift+Return",),
        Scope.ARTICLE,
        (_MENU, 1),
    ),
    ActionDef(
        "edit_suggestion",
        QT_TRANSLATE_NOOP("actions", "&Edit, then accept"),
        ("E",),
        Scope.ARTICLE,
        (_MENU, 1),
    ),
    ActionDef(
        "reject_suggestion",
        QT_TRANSLATE_NOOP("actions", "&Reject the suggestion"),
        ("X",),
        Scope.ARTICLE,
        (_MENU, 1),
    ),
    ActionDef(
        "accept_figures",
        QT_TRANSLATE_NOOP("actions", "Accept all &figures in the article"),
        ("Ctrl+2",),
        Scope.PROJECT,
        (_MENU, 2),
    ),
    ActionDef(
        "accept_times",
        QT_TRANSLATE_NOOP("actions", "Accept all &times in the article"),
        ("Ctrl+5",),
        Scope.PROJECT,
        (_MENU, 2),
    ),
    ActionDef(
        "accept_quotes",
        QT_TRANSLATE_NOOP("actions", "Accept all &direct quotations in the article"),
        ("Ctrl+1",),
        Scope.PROJECT,
        (_MENU, 2),
    ),
    ActionDef(
        "hide_suggestions",
        QT_TRANSLATE_NOOP("actions", "&Hide or show suggestions"),
        ("H",),
        Scope.ARTICLE,
        (_MENU, 3),
    ),
    ActionDef(
        "suggestion_rules",
        QT_TRANSLATE_NOOP("actions", "R&ules…"),
        (),
        Scope.PROJECT,
        (_MENU, 3),
    ),
)
