"""The Qt side of the open project: announces committed changes and failed ones."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError, ProjectUnavailable
from desktop.model.batch import Progress
from desktop.model.changes import Changes
from desktop.session.session import Session

if TYPE_CHECKING:
    from desktop.session.commands import Command

_Operation = Callable[[Progress | None], Changes | None]

_log = logging.getLogger(__name__)


class Bridge(QObject):
    """Commits commands and tells all views what changed, the asking one too."""

    changed = Signal(object)
    """The :class:`Changes` of an operation that is on disk."""
    failed = Signal(object)
    """The :class:`KnownError` of one that is not; nothing was changed."""

    closing = Signal()
    """The project file is about to be closed: whoever works on it later lets go."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._unsaved: _Operation | None = None
        self._unsubscribe = session.subscribe(self.changed.emit)

    def do(self, command: Command, progress: Progress | None = None) -> Changes | None:
        """Commit a command; None when it was refused or the disk failed, which is announced.

        What may take long is told to ``progress``, which may stop it; that is announced, too.
        """
        return self._try(partial(self.session.do, command), progress)

    def undo(self, progress: Progress | None = None) -> Changes | None:
        """Take back the last operation."""
        return self._try(self.session.undo, progress)

    def redo(self, progress: Progress | None = None) -> Changes | None:
        """Do again what was undone last."""
        return self._try(self.session.redo, progress)

    def retry(self) -> None:
        """Do again what the disk did not take. Commands have ids, so nothing is doubled."""
        if self._unsaved is not None:
            self._try(self._unsaved)

    def _try(self, operation: _Operation, progress: Progress | None = None) -> Changes | None:
        try:
            changes = operation(progress)
        except KnownError as error:
            _log.info("not done: %s", type(error).__name__)
            self._unsaved = operation if isinstance(error, ProjectUnavailable) else None
            self.failed.emit(error)
            if progress is not None:
                # While it was shown, views may have read what is not there after all.
                self.changed.emit(Changes(0, "", "undo", "", bulk=True))
            return None
        self._unsaved = None
        return changes

    def close(self) -> None:
        """Stop announcing and let go of the project file."""
        self.closing.emit()
        self._unsubscribe()
        self.session.close()
