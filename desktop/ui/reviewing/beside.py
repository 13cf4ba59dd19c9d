"""Beside: one function after the other in a thread of its own, its results told in the window's."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QThreadPool, Signal

from desktop.errors import KnownError

_log = logging.getLogger(__name__)


class Beside(QObject):
    """Runs functions that read the project and are over in a moment."""

    done = Signal(int, object)
    """A ticket and what its function returned; nothing comes when the project could not be read."""
    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        self._last = 0
        self._running = 0
        self._stopped = False
        self._ended.connect(self._take)

    @property
    def idle(self) -> bool:
        """True when nothing runs or waits."""
        return self._running == 0

    def ask(self, function: Callable[[], object]) -> int:
        """Run a function; the ticket says which result is its own."""
        self._last += 1
        self._running += 1
        ticket = self._last
        self._pool.start(lambda: self._ended.emit(ticket, _result(function)))
        return ticket

    def stop(self) -> None:
        """Wait for what runs and tell of it no more; what waits is dropped."""
        self._stopped = True
        self._pool.clear()
        self._pool.waitForDone()

    def _take(self, ticket: int, result: object) -> None:
        self._running -= 1
        if self._stopped:
            return
        if isinstance(result, KnownError):
            _log.info("not read: %s", type(result).__name__)
        elif isinstance(result, Exception):
            raise result
        else:
            self.done.emit(ticket, result)


def _result(function: Callable[[], object]) -> object:
    try:
        return function()
    except Exception as error:  # noqa: BLE001  (raised where the application meets its bugs)
        return error
