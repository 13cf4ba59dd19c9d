"""Work in slices between two events, so that no gesture waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import KnownError

_SLICE_S = 0.008


class Slices(QObject):
    """Draws the steps of one piece of work from an iterator; each step is to be short."""

    ended = Signal()
    """The iterator is exhausted."""
    failed = Signal(object)
    """The :class:`KnownError` that a step met; nothing more is done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """True until :attr:`ended` or :meth:`stop`."""
        return self._timer.isActive()

    def start(self, steps: Iterator[object]) -> None:
        """Do this from now on; other work that is under way is dropped."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Do no more."""
        self._timer.stop()

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE_S
        while self._timer.isActive() and perf_counter() < until:
            try:
                next(self._steps)
            except StopIteration:
                self._timer.stop()
                self.ended.emit()
            except KnownError as error:
                self._timer.stop()
                self.failed.emit(error)
