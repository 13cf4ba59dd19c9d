"""What an action is: a row of the table, before anything does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from desktop.errors import QT_TRANSLATE_NOOP

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

    ``text`` is English with a menu's mnemonic, to be translated in the context ``actions``; where
    it says ``{label}``, that is the label on the key ``digit``. ``keys`` are portable key
    sequences, the first of them shown; ``fixed`` ones the user does not change. ``menu`` is the
    menu's name and the section within it, in which rows keep their order. ``listed`` rows are
    offered by name; the others (moves of the caret) only by key.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.PROJECT
    menu: tuple[str, int] | None = None
    digit: str = ""
    listed: bool = True
    fixed: bool = False

    @property
    def menu_text(self) -> str:
        """The text in the window's language, with its mnemonic."""
        return self._filled(translated(self.text), translated(LABEL))

    @property
    def title(self) -> str:
        """The text in the window's language, as it is read."""
        return without_mnemonic(self.menu_text)

    @property
    def english(self) -> str:
        """The text in English, as it is read."""
        return without_mnemonic(self._filled(self.text, LABEL))

    def title_for(self, label: str) -> str:
        """The title of a row with ``{label}``, which is called ``label``."""
        return without_mnemonic(translated(self.text).format(label=label))

    def _filled(self, text: str, label: str) -> str:
        return text.format(label=label.format(digit=self.digit))


LABEL = QT_TRANSLATE_NOOP("actions", "label {digit}")
"""What stands for a label whose name is not known."""


def translated(text: str) -> str:
    """A text of the table in the window's language."""
    return QCoreApplication.translate("actions", text)


def without_mnemonic(text: str) -> str:
    """A menu text without the mark of its mnemonic and without the dots of a dialog."""
    return _MNEMONIC.sub("", text).removesuffix("…")
