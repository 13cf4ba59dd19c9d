"""The feed: the problems of the article on the page, as they are now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.model.changes import Changes
from desktop.model.project import Document
from desktop.review.checks import Review
from desktop.session.reviewing import review_document
from desktop.ui.desk import Desk
from desktop.ui.reviewing.beside import Beside

_AFTER_CHANGE_MS = 250
_AFTER_OPENING_MS = 60


class ProblemFeed(QObject):
    """Looks at the article anew a moment after it changed; what a later change overtook is dropped.

    Between a change and its review the last review stays on show.
    """

    changed = Signal()
    """:attr:`review` is another one."""
    opened = Signal()
    """Another article is on the page; nothing is known of it yet."""

    def __init__(self, desk: Desk, beside: Beside) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self._beside = beside
        self._document_id: str | None = None
        self._ticket = 0
        self.review: Review | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        desk.document_shown.connect(self._shown)
        desk.bridge.changed.connect(self._changed)
        beside.done.connect(self._done)

    @property
    def document_id(self) -> str | None:
        """The article that the review is of."""
        return self._document_id

    @property
    def current(self) -> bool:
        """True when the review holds for the article as it is."""
        return not self._timer.isActive() and self._ticket == 0

    def stop(self) -> None:
        """Look at nothing any more."""
        self._timer.stop()
        self._ticket = 0

    def _shown(self, document: Document | None) -> None:
        document_id = document.id if document is not None else None
        if document_id == self._document_id:
            return
        self._document_id = document_id
        self.review = None
        self._look_in(_AFTER_OPENING_MS)
        self.opened.emit()

    def _changed(self, changes: Changes) -> None:
        if self._document_id is None:
            return
        if changes.bulk or self._document_id in changes.document_ids:
            self._look_in(_AFTER_CHANGE_MS)

    def _look_in(self, delay: int) -> None:
        self._ticket = 0
        self._timer.start(delay)

    def _ask(self) -> None:
        if self._document_id is not None:
            look = partial(review_document, self._session, self._document_id)
            self._ticket = self._beside.ask(look)

    def _done(self, ticket: int, result: object) -> None:
        if ticket != self._ticket:
            return
        self._ticket = 0
        self.review = result if isinstance(result, Review) else None
        self.changed.emit()
