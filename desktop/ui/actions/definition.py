"""What an action is: a row of the table, before anything does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

_MNEMONIC = re.compile(r"\(&\w\)|&")


class Scope(Enum):
    """Where an action's keys act.

    ``WINDOW`` everywhere; ``PROJECT`` everywhere while a project is open; ``ARTICLE`` only while
    the article has the focus, so that single keys are inert while typing in a field.
    """

    WINDOW = "window"
    PROJECT = "project"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class ActionDef:
    """One row.

    ``text`` is English with a menu's mnemonic, to be translated in the context ``actions``;
    ``number`` stands for its ``{number}``. ``keys`` are portable key sequences, the first of them
    shown. ``menu`` is the menu's name and the section within it, in which rows keep their order.
    ``listed`` rows are offered by name; the others (moves of the caret) only by key.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.PROJECT
    menu: tuple[str, int] | None = None
    number: str = ""
    listed: bool = True

    @property
    def menu_text(self) -> str:
        """The text in the window's language, with its mnemonic."""
        return translated(self.text).format(number=self.number)

    @property
    def title(self) -> str:
        """The text in the window's language, as it is read."""
        return without_mnemonic(self.menu_text)


def translated(text: str) -> str:
    """A text of the table in the window's language."""
    return QCoreApplication.translate("actions", text)


def without_mnemonic(text: str) -> str:
    """A menu text without the mark of its mnemonic and without the dots of a dialog."""
    return _MNEMONIC.sub("", text).removesuffix("…")
