"""What the kinds of zones are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.errors import QT_TRANSLATE_NOOP

_ZONES = {
    "title": QT_TRANSLATE_NOOP("zones", "title"),
    "deck": QT_TRANSLATE_NOOP("zones", "deck"),
    "subhead": QT_TRANSLATE_NOOP("zones", "subheads"),
    "body": QT_TRANSLATE_NOOP("zones", "body"),
    "caption": QT_TRANSLATE_NOOP("zones", "captions"),
    "byline": QT_TRANSLATE_NOOP("zones", "byline"),
    "related": QT_TRANSLATE_NOOP("zones", "related articles"),
    "rights": QT_TRANSLATE_NOOP("zones", "rights notice"),
}


ZONES = tuple(_ZONES)
"""The kinds that the window knows, in the order in which they stand in an article."""


def zone_name(kind: str) -> str:
    """What a kind of zone is called; kinds that only a file knows are called as there."""
    words = _ZONES.get(kind)
    return QCoreApplication.translate("zones", words) if words else kind
