"""The feed: the problems of the article on the page, as they are now."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import KnownError
from desktop.model.changes import Changes
from desktop.model.project import Document
from desktop.review.checks import Review
from desktop.session.document_review import DocumentReview
from desktop.ui.desk import Desk
from desktop.ui.slices import Slices

_log = logging.getLogger(__name__)

_AFTER_CHANGE_MS = 250
_AFTER_OPENING_MS = 60


class ProblemFeed(QObject):
    """Looks at the article in slices when it is opened, and a moment after a change around it.

    Between a change and its review the last review stays on show.
    """

    changed = Signal()
    """:attr:`review` is another one."""
    opened = Signal()
    """Another article is on the page; nothing is known of it yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self._document_id: str | None = None
        self._looked: DocumentReview | None = None
        self.review: Review | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._slices = Slices(self)
        self._slices.ended.connect(self._seen)
        self._slices.failed.connect(self._not_read)
        desk.document_shown.connect(self._shown)
        desk.bridge.changed.connect(self._changed)
        desk.bridge.closing.connect(self.stop)

    @property
    def document_id(self) -> str | None:
        """The article that the review is of."""
        return self._document_id

    @property
    def current(self) -> bool:
        """True when the review holds for the article as it is."""
        return not (self._timer.isActive() or self._slices.running)

    def finish(self) -> None:
        """Look at what a change left to be looked at now, not in a moment."""
        if self._looked is not None and not self.current:
            self.stop()
            self._looked.finish()
            self._seen()

    def stop(self) -> None:
        """Look at nothing any more."""
        self._timer.stop()
        self._slices.stop()

    def _shown(self, document: Document | None) -> None:
        document_id = document.id if document is not None else None
        if document_id == self._document_id:
            return
        self.stop()
        self._document_id = document_id
        self._looked = DocumentReview(self._session, document_id) if document_id else None
        self.review = None
        self._timer.start(_AFTER_OPENING_MS)
        self.opened.emit()

    def _changed(self, changes: Changes) -> None:
        if self._looked is not None and self._looked.follow(changes):
            self._slices.stop()
            self._timer.start(_AFTER_CHANGE_MS)

    def _look(self) -> None:
        if self._looked is not None:
            self._slices.start(self._looked.look())

    def _seen(self) -> None:
        self.review = self._looked.review if self._looked is not None else None
        self.changed.emit()

    def _not_read(self, error: KnownError) -> None:
        _log.info("not looked at: %s", type(error).__name__)
