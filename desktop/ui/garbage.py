"""When Python looks for garbage: the young at any time, the old only while nobody works."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from desktop.ui.project_page import ProjectPage

REST_MS = 1_000
"""So long after the last thing done, the hands are taken to rest."""

_YOUNG, _MIDDLE, _OLD = 2_000, 10, 100
"""By themselves the young are looked through after so many new objects, all of it only after the
third of these times the second times that: the bound for somebody who never rests."""


def begin() -> None:
    """Collect garbage from now on; what is there by now stays, and is never looked through."""
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    gc.enable()


class Garbage(QObject):
    """Looks through what has grown old when the hands rest, and not within a gesture or a frame."""

    def __init__(self, parent: QObject, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(_collect)

    def set_page(self, page: ProjectPage | None) -> None:
        """Watch what is done on this page, too; what the page before it left is garbage."""
        self._put_off()
        if page is not None:
            for done in (
                page.bridge.changed,
                page.desk.document_shown,
                page.desk.annotation_shown,
                page.article.caret_moved,
                page.article.verticalScrollBar().valueChanged,
            ):
                done.connect(self._put_off)

    def _put_off(self, *_: object) -> None:
        self._rest.start()


def _collect() -> None:
    if gc.isenabled():  # not before :func:`begin`
        gc.collect()
