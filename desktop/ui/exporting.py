"""Exporting from the window: a snapshot, a process that writes, a dialog that can stop it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import KnownError
from desktop.session.export_job import ExportRequest, export_project
from desktop.session.session import Session
from desktop.ui.dialogs.progress import ProgressDialog
from desktop.ui.workers import Worker


class Exporting(QObject):
    """One export that is under way."""

    finished = Signal(object)
    """The path that was written."""
    failed = Signal(object)
    """A KnownError."""
    ended = Signal()
    """Always the last signal."""

    def __init__(self, session: Session, request: ExportRequest, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._request = request
        # Beside the target, so that article text goes nowhere else even for a moment.
        self._folder = tempfile.TemporaryDirectory(prefix=".mitjul-", dir=request.target.parent)
        self._snapshot = Path(self._folder.name) / "snapshot.mitjul"
        self._dialog = ProgressDialog(self.tr("Exporting…"), window)
        self._worker = Worker(export_project, (self._snapshot, request), self)
        self._worker.progressed.connect(self._dialog.set_progress)
        self._worker.succeeded.connect(self._succeeded)
        self._worker.failed.connect(self._failed)
        self._worker.cancelled.connect(self._end)
        self._dialog.cancel_requested.connect(self._worker.cancel)

    def start(self) -> None:
        """Take the snapshot and start writing."""
        try:
            self._session.snapshot(self._snapshot)
        except KnownError as error:
            self._failed(error)
            return
        self._dialog.open()
        self._worker.start()

    def cancel(self) -> None:
        """End it; an old target stays as it was."""
        self._worker.cancel()

    def _succeeded(self, summary: object) -> None:
        assert isinstance(summary, dict)
        self._end_quietly()
        self._session.record_export(summary)
        self.finished.emit(self._request.target)
        self.ended.emit()

    def _failed(self, error: object) -> None:
        self._end_quietly()
        self.failed.emit(error)
        self.ended.emit()

    def _end(self) -> None:
        self._end_quietly()
        for left in self._request.target.parent.glob(f".{self._request.target.name}.*.part"):
            left.unlink(missing_ok=True)
        self.ended.emit()

    def _end_quietly(self) -> None:
        self._dialog.finish()
        self._folder.cleanup()
