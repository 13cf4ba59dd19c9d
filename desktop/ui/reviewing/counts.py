"""The counts: how many problems each article has open, known without opening them all."""

from __future__ import annotations

from collections import deque
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.model.changes import Changes
from desktop.model.project import Document
from desktop.session.reviewing import count_problems
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.reviewing.beside import Beside

_BATCH = 20
_PAUSE_MS = 120
_AFTER_CHANGE_MS = 1_500
"""How long nobody must have changed anything before articles are counted."""


class ProblemCounts(QObject):
    """Starts with the counts that the project has kept, and counts the others while nobody works.

    A change stops the counting after the article that is being looked at.
    """

    changed = Signal(object)
    """Article → open problems, None for one that is not counted yet; only what is new."""

    def __init__(self, bridge: Bridge, beside: Beside, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session = bridge.session
        self._beside = beside
        self._counts: dict[str, int] = {}
        self._waiting: deque[str] = deque()
        self._stop = Event()
        self._loading = 0
        self._counting = 0
        self._asked: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count_some)
        bridge.changed.connect(self._changed)
        beside.done.connect(self._done)
        self._load()

    @property
    def total(self) -> int | None:
        """Articles with open problems; None while that is not known."""
        if self._loading:
            return None
        return sum(n > 0 for n in self._counts.values())

    @property
    def complete(self) -> bool:
        """True when every article that was begun is counted."""
        return not (self._loading or self._counting or self._waiting)

    def of(self, document_id: str) -> int | None:
        """The open problems of an article; None when they are not counted."""
        return self._counts.get(document_id)

    def tell(self, document_id: str, n: int) -> None:
        """Take over a count that somebody else just made; it is counted again to be kept."""
        if self._counts.get(document_id) != n:
            self._counts[document_id] = n
            self.changed.emit({document_id: n})

    def stop(self) -> None:
        """Count nothing any more."""
        self._timer.stop()
        self._stop.set()
        self._waiting.clear()

    def _load(self) -> None:
        self._loading = self._beside.ask(partial(_known, self._session))

    def _changed(self, changes: Changes) -> None:
        self._stop.set()
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

    def _count_some(self) -> None:
        if self._counting or not self._waiting:
            return
        self._stop.clear()
        self._asked = [self._waiting.popleft() for _ in range(min(_BATCH, len(self._waiting)))]
        go_on = partial(_is_clear, self._stop)
        self._counting = self._beside.ask(
            partial(count_problems, self._session, self._asked, go_on)
        )

    def _done(self, ticket: int, result: object) -> None:
        if ticket == self._loading and isinstance(result, tuple):
            self._loading = 0
            self._counts, waiting = dict(result[0]), result[1]
            self._waiting.extend(waiting)
            self.changed.emit(dict(self._counts))
            self._timer.start(_PAUSE_MS)
        elif ticket == self._counting and isinstance(result, dict):
            self._counting = 0
            self._waiting.extendleft(d for d in reversed(self._asked) if d not in result)
            self._take(result)
            if self._waiting and not self._timer.isActive():
                self._timer.start(_PAUSE_MS)

    def _take(self, counted: dict[str, int]) -> None:
        fresh: dict[str, int | None] = {}
        for document_id, n in counted.items():
            # What changed meanwhile waits again, and was told by whoever shows it.
            if document_id not in self._waiting and self._counts.get(document_id) != n:
                self._counts[document_id] = fresh[document_id] = n
        self.changed.emit(fresh)


def _known(session: Session) -> tuple[dict[str, int], list[str]]:
    return session.problem_counts(), session.uncounted_documents()


def _is_clear(stop: Event) -> bool:
    return not stop.is_set()
