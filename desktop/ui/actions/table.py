"""The table: every action of the application is one row here, and each row has one handler."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.ui.actions import article_rows, menu_rows, review_rows, suggestion_rows
from desktop.ui.actions.definition import ActionDef

ACTIONS: tuple[ActionDef, ...] = (
    *menu_rows.FILE,
    *menu_rows.EDIT,
    *article_rows.MARKS,
    *article_rows.PENS,
    *article_rows.UNITS,
    *article_rows.ANNOTATION,
    *suggestion_rows.SUGGESTIONS,
    *article_rows.OF_LABEL,
    *review_rows.REVIEW,
    *menu_rows.VIEW,
    *article_rows.MOVE_ROWS,
    *article_rows.SELECT_ROWS,
    *menu_rows.HELP,
)

ACTION_NAMED: Mapping[str, ActionDef] = MappingProxyType({row.name: row for row in ACTIONS})
