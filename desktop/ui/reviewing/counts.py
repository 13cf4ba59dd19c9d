"""The counts: how many problems each article has open, known without opening them all."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import KnownError
from desktop.model.changes import Changes
from desktop.model.project import Document
from desktop.session.document_review import DocumentReview
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.reviewing.beside import Beside
from desktop.ui.reviewing.feed import ProblemFeed
from desktop.ui.slices import Slices

_BATCH = 20
_PAUSE_MS = 120
_AFTER_CHANGE_MS = 1_500
"""How long nobody must have changed anything before articles are counted."""

_log = logging.getLogger(__name__)


class ProblemCounts(QObject):
    """Starts with the counts that the project has kept, and counts the others while nobody works.

    The article on the page is left to the feed, which tells its count. A change stops the counting
    between two steps.
    """

    changed = Signal(object)
    """Article → open problems, None for one that is not counted yet; only what is new."""

    def __init__(self, bridge: Bridge, feed: ProblemFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session = bridge.session
        self._feed = feed
        self._beside = Beside(self)
        self._counts: dict[str, int] = {}
        self._waiting: deque[str] = deque()
        self._loading = 0
        self._counted: dict[str, int] = {}
        self._moment = 0
        self._slices = Slices(self)
        self._slices.ended.connect(self._keep)
        self._slices.failed.connect(self._not_read)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count_some)
        bridge.changed.connect(self._changed)
        bridge.closing.connect(self.stop)
        feed.opened.connect(self._count_soon)
        self._beside.done.connect(self._loaded)
        self._load()

    @property
    def total(self) -> int | None:
        """Articles with open problems; None while that is not known."""
        if self._loading:
            return None
        return sum(n > 0 for n in self._counts.values())

    @property
    def complete(self) -> bool:
        """True when every article that was begun is counted, and the counts are kept."""
        return self._beside.idle and not (self._slices.running or self._waiting)

    def of(self, document_id: str) -> int | None:
        """The open problems of an article; None when they are not counted."""
        return self._counts.get(document_id)

    def tell(self, document_id: str, n: int) -> None:
        """Take over the count of the article on the page, as it is now."""
        if document_id in self._waiting:
            self._waiting.remove(document_id)
            self._ask_to_keep({document_id: n}, self._session.problem_moment())
        self._take({document_id: n})

    def stop(self) -> None:
        """Count nothing any more."""
        self._timer.stop()
        self._slices.stop()
        self._waiting.clear()
        self._beside.stop()

    def _load(self) -> None:
        self._loading = self._beside.ask(partial(_known, self._session))

    def _loaded(self, ticket: int, result: object) -> None:
        if ticket == self._loading and isinstance(result, tuple):
            self._loading = 0
            self._counts, waiting = dict(result[0]), result[1]
            self._waiting.extend(waiting)
            self.changed.emit(dict(self._counts))
            self._timer.start(_PAUSE_MS)

    def _changed(self, changes: Changes) -> None:
        self._slices.stop()
        self._counted = {}
        if changes.bulk:
            self._waiting.clear()
            self._load()
            return
        gone = {
            before.id
            for before, after in changes.of(Document)
            if before is not None and after is None
        }
        for document_id in gone & self._counts.keys():
            del self._counts[document_id]
            self.changed.emit({document_id: None})
        touched = sorted(changes.document_ids - gone)
        self._waiting.extend(d for d in touched if d not in self._waiting)
        self._timer.start(_AFTER_CHANGE_MS)

    def _count_soon(self) -> None:
        if self._waiting and not self._timer.isActive():
            self._timer.start(_PAUSE_MS)

    # Counting

    def _count_some(self) -> None:
        some = [d for d in self._waiting if d != self._feed.document_id][:_BATCH]
        if some and not self._slices.running:
            self._moment = self._session.problem_moment()
            self._slices.start(self._count(some))

    def _count(self, document_ids: list[str]) -> Iterator[None]:
        for document_id in document_ids:
            looked = DocumentReview(self._session, document_id)
            yield from looked.look()
            self._counted[document_id] = len(looked.review.open) if looked.review else 0
            yield

    def _keep(self) -> None:
        counted, self._counted = self._counted, {}
        self._waiting = deque(d for d in self._waiting if d not in counted)
        self._ask_to_keep(counted, self._moment)
        self._take(counted)
        self._count_soon()

    def _ask_to_keep(self, counts: dict[str, int], moment: int) -> None:
        self._beside.ask(partial(self._session.keep_problem_counts, counts, moment))

    def _take(self, counted: dict[str, int]) -> None:
        fresh = {d: n for d, n in counted.items() if self._counts.get(d) != n}
        if fresh:
            self._counts |= fresh
            self.changed.emit(fresh)

    def _not_read(self, error: KnownError) -> None:
        _log.info("not counted: %s", type(error).__name__)


def _known(session: Session) -> tuple[dict[str, int], list[str]]:
    return session.problem_counts(), session.uncounted_documents()
