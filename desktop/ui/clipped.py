"""What another program gives by its clipboard or by a drag, as an article may come."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent

_CHROMIUM, _MOZILLA = "utf-8", "utf-16-le"
_SOURCES = {
    "chromium/x-source-url": _CHROMIUM,
    "org.chromium.source-url": _CHROMIUM,
    'application/x-qt-windows-mime;value="Chromium internal source URL"': _CHROMIUM,
    "text/x-moz-url-priv": _MOZILLA,
    'application/x-qt-windows-mime;value="text/x-moz-url-priv"': _MOZILLA,
}
"""Where browsers say which page a piece is from, and how that is written."""


class Clipped(NamedTuple):
    """The same text as a page and plain, and the address of the page; each may be empty."""

    html: str
    plain: str
    url: str = ""


def clipped(data: QMimeData) -> Clipped:
    """Read what is offered; nothing of it is rendered."""
    return Clipped(data.html(), data.text(), _source(data))


def brings_text(event: QDropEvent) -> bool:
    """Whether a drag brings text of another program: no files, no mere address."""
    data = event.mimeData()
    return event.source() is None and not data.hasUrls() and (data.hasHtml() or data.hasText())


def _source(data: QMimeData) -> str:
    for kind in data.formats():
        if coding := _SOURCES.get(kind):
            url = bytes(data.data(kind).data()).decode(coding, "replace").strip("\x00 \r\n")
            if url.startswith(("http://", "https://")):
                return url
    return ""
