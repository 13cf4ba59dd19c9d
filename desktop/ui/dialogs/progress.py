"""A long operation: how far it is, and a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEventLoop, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.ui.dialogs.sheet import Sheet, plain_label

_SHOWN_AFTER_S = 0.4
_STEP_S = 0.025


class ProgressDialog(Sheet):
    """For work in another process: :meth:`open`, :meth:`set_progress`, :meth:`finish`.

    For work in this one: :func:`shown_progress`.
    """

    cancel_requested = Signal()
    """Emitted once; whoever does the work stops it and calls :meth:`finish`."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent, reject=self.tr("Cancel"), width=400)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(heading)
        self._counted = plain_label(" ", "caption")
        self.body.addWidget(self._bar)
        self.body.addWidget(self._counted)
        self.body.setSpacing(8)
        self._cancelled = False
        self._finished = False

    @property
    def cancelled(self) -> bool:
        """True when the user asked to stop."""
        return self._cancelled

    def set_progress(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``; a total of 0 is an unknown one."""
        if self._cancelled:
            return
        shown = min(done, total)
        # A bar counts in 32 bits; a thousand steps are more than it has pixels.
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(shown * 1000 // total if total else 0)
        if total:
            words = self.tr("{done} of {total}")
            self._counted.setText(words.format(done=f"{shown:,}", total=f"{total:,}"))
        elif done:
            self._counted.setText(f"{done:,}")

    def finish(self) -> None:
        """Close without asking anybody to stop."""
        self._finished = True
        self.done(Sheet.DialogCode.Accepted)

    def reject(self) -> None:
        """Ask to stop; the dialog stays until the work has ended."""
        if self._cancelled or self._finished:
            return
        self._cancelled = True
        self.reject_button.setEnabled(False)
        self._counted.setText(self.tr("Stopping…"))
        self.cancel_requested.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross asks to stop, too."""
        if not self._finished:
            event.ignore()
            self.reject()


class ShownProgress:
    """A progress callback that shows its dialog when the work takes long enough to be noticed."""

    def __init__(self, heading: str, parent: QWidget | None) -> None:
        self._heading = heading
        self._parent = parent
        self._dialog: ProgressDialog | None = None
        self._started = self._drawn = time.monotonic()

    def __call__(self, done: int, total: int) -> bool:
        """Show (done, total) now and then; False once the user asked to stop."""
        at = time.monotonic()
        if at - self._drawn >= _STEP_S:
            self._drawn = at
            if at - self._started < _SHOWN_AFTER_S:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            else:
                self._show(done, total)
        return self._dialog is None or not self._dialog.cancelled

    def finish(self) -> None:
        """The work has ended."""
        if self._dialog is not None:
            self._dialog.finish()
            self._dialog.deleteLater()

    def _show(self, done: int, total: int) -> None:
        if self._dialog is None:
            self._dialog = ProgressDialog(self._heading, self._parent)
            self._dialog.open()
        self._dialog.set_progress(done, total)
        QCoreApplication.processEvents()


@contextmanager
def shown_progress(heading: str, parent: QWidget | None) -> Iterator[ShownProgress]:
    """A callback for work in this thread; the dialog is gone when the block is left.

    While it works the dialog, which is modal, is all that takes input.
    """
    progress = ShownProgress(heading, parent)
    try:
        yield progress
    finally:
        progress.finish()
