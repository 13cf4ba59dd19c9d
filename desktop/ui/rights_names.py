"""What permissions and grounds are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.errors import QT_TRANSLATE_NOOP

PERMISSIONS = {
    "unknown": QT_TRANSLATE_NOOP("rights", "Not known"),
    "allowed": QT_TRANSLATE_NOOP("rights", "Allowed"),
    "reserved": QT_TRANSLATE_NOOP("rights", "Reserved"),
    "prohibited": QT_TRANSLATE_NOOP("rights", "Forbidden"),
}
"""The values of ``Rights.redistribution`` and ``Rights.ai_training``."""

NO_GROUND = {"none": QT_TRANSLATE_NOOP("rights", "None")}
GROUNDS = {
    "written_permission": QT_TRANSLATE_NOOP("rights", "Written permission"),
    "owner": QT_TRANSLATE_NOOP("rights", "Own text"),
    "open_license": QT_TRANSLATE_NOOP("rights", "Open licence"),
    "legal_exception": QT_TRANSLATE_NOOP("rights", "Legal exception"),
}
"""The grounds on which text is used, as in ``Rights.basis``."""


def rights_name(words: str) -> str:
    """One of the above in the window's language."""
    return QCoreApplication.translate("rights", words)
