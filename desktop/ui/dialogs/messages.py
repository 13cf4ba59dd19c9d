"""Failures a user can act on, in their own language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.errors import KnownError, Message
from desktop.ui.dialogs.sheet import Sheet


def in_words(message: Message) -> str:
    """A message in the window's language; messages and failures within it too."""
    if not message.template:
        return ""
    words = {name: _param_in_words(value) for name, value in message.params.items()}
    return QCoreApplication.translate("errors", message.template).format(**words)


def _param_in_words(value: object) -> object:
    if isinstance(value, KnownError):
        return in_words(value.message)
    return in_words(value) if isinstance(value, Message) else value


def describe(error: KnownError) -> tuple[str, str]:
    """What happened, and what to do, in the window's language."""
    advice = in_words(Message(error.advice, error.params))
    if not advice:
        reasons = (value for value in error.params.values() if isinstance(value, KnownError))
        advice = next((describe(reason)[1] for reason in reasons), "")
    return in_words(error.message), advice


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
