"""A process beside the window that stays warm: short jobs, asked again and again."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.session.child_process import serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_POLL_MS = 10

_log = logging.getLogger(__name__)


class WarmProcess(QObject):
    """Does one job after the other in a process that is started with the first.

    A job is a module-level function with plain arguments. Nothing is sent before the process is
    ready and idle, so that the window never waits for it.
    """

    answered = Signal(int, object)
    """A ticket and what its job returned."""
    failed = Signal(int)
    """The ticket of a job that ended with a fault; it is in the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._waiting: deque[tuple[int, Callable[..., object], tuple[object, ...]]] = deque()
        self._doing: int | None = None
        self._ready = False
        self._last = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def idle(self) -> bool:
        """True when no job is being done or waits."""
        return self._doing is None and not self._waiting

    def ask(self, job: Callable[..., object], *arguments: object) -> int:
        """Have a job done; the ticket says which answer is its own."""
        self._last += 1
        self._waiting.append((self._last, job, arguments))
        if self._process is None:
            self._start()
        self._timer.start()
        self._send()
        return self._last

    def forget(self) -> None:
        """Drop what waits; the answer of the job that is being done is not told."""
        self._waiting.clear()
        if self._doing is not None:
            self._doing = 0

    def stop(self) -> None:
        """End the process."""
        self._timer.stop()
        self._waiting.clear()
        self._doing = None
        self._ready = False
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process = None

    def _start(self) -> None:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def _send(self) -> None:
        if self._ready and self._doing is None and self._waiting and self._connection is not None:
            self._doing, job, arguments = self._waiting.popleft()
            self._connection.send((job, arguments))

    def _poll(self) -> None:
        try:
            while self._connection is not None and self._connection.poll():
                kind, value = self._connection.recv()
                self._received(kind, value)
        except (EOFError, OSError):
            self._died()
        if self.idle:
            self._timer.stop()

    def _received(self, kind: str, value: object) -> None:
        if kind == "ready":
            self._ready = True
        else:
            ticket, self._doing = self._doing, None
            if kind == "bug":
                _log.error("%s", value)
            if ticket and kind == "done":
                self.answered.emit(ticket, value)
            elif ticket:
                self.failed.emit(ticket)
        self._send()

    def _died(self) -> None:
        """Somebody ended the process: what it was doing is lost; the next job starts another."""
        _log.error("a child process ended on its own")
        lost = [ticket for ticket in (self._doing, *(w[0] for w in self._waiting)) if ticket]
        self.stop()
        for ticket in lost:
            self.failed.emit(ticket)
