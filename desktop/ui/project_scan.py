"""Looking through the project's texts between two events, so that no gesture waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.model.place import Place, place_of
from desktop.model.span import Span
from desktop.session.session import Session

_SLICE_S = 0.008
_BATCH = 32

Find = Callable[[str], list[Span]]
"""What is looked for in one text."""


class ProjectScan(QObject):
    """Goes through all documents once, or until it has found enough."""

    found = Signal(object)
    """The list of :class:`Place` of one document."""
    ended = Signal(bool)
    """Done; False when there would have been more than enough."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._probes: Sequence[str] = ()
        self._find: Find = _nothing
        self._waiting: list[str] = []
        self._after: tuple[int, str] | None = None
        self._at_end = False
        self._left = 0

    @property
    def running(self) -> bool:
        """True until :attr:`ended` or :meth:`stop`."""
        return self._timer.isActive()

    def start(self, probes: Sequence[str], find: Find, most: int) -> None:
        """Look for up to ``most`` places in documents that hold one of ``probes``.

        Another search that is under way is dropped.
        """
        self._probes, self._find, self._left = probes, find, most
        self._waiting, self._after, self._at_end = [], None, False
        self._timer.start()

    def stop(self) -> None:
        """Look no further."""
        self._timer.stop()

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE_S
        while self._timer.isActive() and perf_counter() < until:
            if self._waiting:
                self._look_at(self._waiting.pop(0))
            elif self._at_end:
                self._end(complete=True)
            else:
                scanned = self._session.documents_holding(self._probes, self._after, _BATCH)
                self._waiting, self._after = list(scanned.ids), scanned.reached
                self._at_end = scanned.reached is None

    def _look_at(self, document_id: str) -> None:
        text = self._session.text(document_id)
        spans = self._find(text)
        if not spans:
            return
        places: list[Place] = [place_of(document_id, text, s) for s in spans[: self._left]]
        self._left -= len(places)
        if places:
            self.found.emit(places)
        if self._left <= 0:
            self._end(complete=False)

    def _end(self, *, complete: bool) -> None:
        self._timer.stop()
        self.ended.emit(complete)


def _nothing(text: str) -> list[Span]:
    del text
    return []
