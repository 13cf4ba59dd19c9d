"""The table as lists: found by name for the palette, in sections for the list of keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.ui.actions import article_rows
from desktop.ui.actions.definition import ActionDef, Scope
from desktop.ui.actions.matching import fit
from desktop.ui.actions.menu_rows import MENUS
from desktop.ui.actions.table import ACTIONS

_ARTICLE = QT_TRANSLATE_NOOP("actions", "In the article")
_CARET = QT_TRANSLATE_NOOP("actions", "The caret")
_SELECTION = QT_TRANSLATE_NOOP("actions", "Stretching the selection")
_RECENT_BONUS = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """An action with its title in the window's language."""

    row: ActionDef
    title: str


def offers(labels: Mapping[str, str]) -> list[Offer]:
    """All rows with their titles. ``labels`` names the schema's labels by their digits.

    Rows of digits that have no label are left out.
    """
    made: list[Offer] = []
    for row in ACTIONS:
        if not row.digit:
            made.append(Offer(row, row.title))
        elif row.digit in labels:
            made.append(Offer(row, row.title_for(labels[row.digit])))
    return made


def found(typed: str, among: Sequence[Offer], recent: Sequence[str]) -> list[Offer]:
    """The offers that fit what was typed, the best first; without anything typed the recent first.

    Korean and English titles are both looked at.
    """
    ranked: list[tuple[int, int, Offer]] = []
    for place, offer in enumerate(among):
        fits = (fit(typed, offer.title), fit(typed, offer.row.english))
        known = [score for score in fits if score is not None]
        if not known:
            continue
        score = max(known)
        if offer.row.name in recent:
            newness = len(recent) - recent.index(offer.row.name)
            score += _RECENT_BONUS if typed.strip() else newness
        ranked.append((-score, place, offer))
    return [offer for _, _, offer in sorted(ranked, key=lambda entry: entry[:2])]


def sections(among: Sequence[Offer]) -> list[tuple[str, list[Offer]]]:
    """The offers under headings (not yet translated), those that act on the article first."""
    by_heading: dict[str, list[Offer]] = {
        heading: [] for heading in (_ARTICLE, *dict(MENUS).values(), _CARET, _SELECTION)
    }
    for offer in among:
        by_heading[_heading(offer.row)].append(offer)
    return [(heading, rows) for heading, rows in by_heading.items() if rows]


def _heading(row: ActionDef) -> str:
    if row in article_rows.MOVE_ROWS:
        return _CARET
    if row in article_rows.SELECT_ROWS:
        return _SELECTION
    if row.scope is Scope.ARTICLE or row.menu is None:
        return _ARTICLE
    return dict(MENUS)[row.menu[0]]
