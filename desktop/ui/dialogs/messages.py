"""Failures a user can act on, in their own language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.errors import KnownError
from desktop.ui.dialogs.sheet import Sheet


def in_words(template: str, params: Mapping[str, object]) -> str:
    """A template of the context ``errors`` in the window's language, filled in.

    A failure among ``params`` is the reason for this one: it is put into words too, and so is a
    reason that the catalogue knows.
    """
    if not template:
        return ""
    words = {name: _param_in_words(value) for name, value in params.items()}
    return QCoreApplication.translate("errors", template).format(**words)


def _param_in_words(value: object) -> object:
    if isinstance(value, KnownError):
        return describe(value)[0]
    return QCoreApplication.translate("errors", value) if isinstance(value, str) else value


def describe(error: KnownError) -> tuple[str, str]:
    """What happened, and what to do, in the window's language."""
    advice = in_words(error.advice, error.params)
    if not advice:
        reasons = (value for value in error.params.values() if isinstance(value, KnownError))
        advice = next((describe(reason)[1] for reason in reasons), "")
    return in_words(error.what, error.params), advice


class KnownErrorDialog(Sheet):
    """Shows one known failure."""

    def __init__(self, error: KnownError, parent: QWidget | None) -> None:
        what, advice = describe(error)
        super().__init__(what, parent, accept=QCoreApplication.translate("dialogs", "OK"))
        self.setWindowTitle(QCoreApplication.translate("dialogs", "Mitjul"))
        if advice:
            self.add_text(advice, "secondary")


def show_known_error(parent: QWidget | None, error: KnownError) -> None:
    """Show a failure and wait until it was read."""
    KnownErrorDialog(error, parent).exec()
