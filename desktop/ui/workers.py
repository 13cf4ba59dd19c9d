"""Work beside the window: one function in a process of its own, with progress and cancel."""

from __future__ import annotations

import logging
import multiprocessing

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import QT_TRANSLATE_NOOP, KnownError
from desktop.session.child_process import Job, run_job

_POLL_MS = 40

_log = logging.getLogger(__name__)


class Worker(QObject):
    """Runs one job in a fresh process, so that a scroll frame or a gesture never waits for it.

    A cancelled process is ended; what it was writing is its temporary file only.
    """

    progressed = Signal(int, int)
    """(done, total)."""
    succeeded = Signal(object)
    """What the job returned."""
    failed = Signal(object)
    """A KnownError; a bug is in the log, and told as one."""
    cancelled = Signal()
    """The process was ended on request."""

    def __init__(self, job: Job, arguments: tuple[object, ...], parent: QObject | None) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=run_job, args=(theirs, job, arguments), daemon=True)
        self._theirs = theirs
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)

    def start(self) -> None:
        """Start the process; exactly one of the three end signals follows."""
        self._process.start()
        self._theirs.close()
        self._timer.start()

    def cancel(self) -> None:
        """End the process."""
        if self._timer.isActive():
            self._end()
            self.cancelled.emit()

    def _poll(self) -> None:
        try:
            while self._connection.poll():
                kind, value = self._connection.recv()
                if kind == "progress":
                    self.progressed.emit(*value)
                else:
                    self._ended(kind, value)
                    return
        except (EOFError, OSError):
            self._ended("bug", f"the process ended with code {self._process.exitcode}")

    def _ended(self, kind: str, value: object) -> None:
        self._end()
        if kind == "done":
            self.succeeded.emit(value)
        elif kind == "refused":
            assert isinstance(value, tuple)
            what, advice, params = value
            self.failed.emit(KnownError(what, advice, **params))
        else:
            _log.error("%s", value)
            self.failed.emit(
                KnownError(
                    QT_TRANSLATE_NOOP("errors", "A fault of the program ended the work."),
                    QT_TRANSLATE_NOOP(
                        "errors", "Nothing was changed. The log says where; please report it."
                    ),
                )
            )

    def _end(self) -> None:
        self._timer.stop()
        if self._process.is_alive():
            self._process.terminate()
        self._process.join()
        self._connection.close()
