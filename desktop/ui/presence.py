"""Presence: that a window has a project open, so that a second start finds that window.

In a folder of the user's own lies a lock for each open project, named after the file itself
whatever its path. Who wants the window puts an empty file beside it; the window takes it away and
comes to the front. Nothing is read from these files, and nothing else can be asked.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

_PATIENCE_S = 2.0
_LOOK_S = 0.02
_ANY_PROCESS = -1


class Presence(QObject):
    """Of at most one project. Where the folder cannot be written there is none."""

    wanted = Signal()
    """A second start asks for this window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._wish: Path | None = None
        self._lock: QLockFile | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def announce(self, project: Path | None) -> None:
        """This project is open here from now on; None: none is."""
        self._withdraw()
        if project is None:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock_path, wish = _files(self._folder, project)
        except OSError:
            return
        lock = _lock(lock_path)
        if lock.tryLock(0):
            self._lock, self._wish = lock, wish
            wish.unlink(missing_ok=True)
            self._watcher.addPath(str(self._folder))

    def _withdraw(self) -> None:
        if self._lock is not None:
            self._watcher.removePath(str(self._folder))
            self._lock.unlock()
            self._lock = self._wish = None

    def _look(self) -> None:
        if self._wish is None:
            return
        with suppress(OSError):
            self._wish.unlink()
            self.wanted.emit()


def bring_to_front(folder: Path, project: Path, patience_s: float = _PATIENCE_S) -> bool:
    """Ask the window that has a project open to come forward; False when none does.

    A lock that a fault left behind counts for nothing.
    """
    try:
        lock_path, wish = _files(folder, project)
    except (OSError, ValueError):  # there is no such file, or no file can be called so
        return False
    lock = _lock(lock_path)
    if not lock_path.exists() or lock.tryLock(0):
        lock.unlock()
        return False
    _allow_to_come_forward()
    with suppress(OSError):
        wish.touch(mode=0o600)
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            if not wish.exists():
                return True
            time.sleep(_LOOK_S)
        wish.unlink(missing_ok=True)
    return False


def _files(folder: Path, project: Path) -> tuple[Path, Path]:
    status = project.stat()
    if not status.st_ino:  # some network drives number no files: one would pass for another
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    name = f"{status.st_dev:x}-{status.st_ino:x}"
    return folder / f"{name}.lock", folder / f"{name}.wanted"


def _lock(path: Path) -> QLockFile:
    """A lock that ends with its process, and not by its age."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    return lock


def _allow_to_come_forward() -> None:
    """Windows lets only the program that the user just started put a window to the front."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
