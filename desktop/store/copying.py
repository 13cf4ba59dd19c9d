"""Writing a whole project file so that a crash leaves the old file, or the new one, never half."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable
from desktop.store.connection import Connection
from desktop.store.faults import told
from desktop.store.file_check import check_free_of_journals, is_open_here


def write_beside(path: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a new file beside ``path``, then move it there.

    The file can be read by its owner alone, and is on the disk when this returns.

    Raises:
        ProjectUnavailable: it cannot be written; ``path`` is as it was.
    """
    with told(path):
        check_free_of_journals(path)
        beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            write(beside)
            _sync(beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        if os.name == "posix":
            _sync(path.parent)


def save_copy(connection: Connection, path: Path) -> None:
    """Copy the open project to ``path``; a file there is replaced when the copy is complete."""
    if is_open_here(path):
        raise ProjectUnavailable(
            QT_TRANSLATE_NOOP("errors", "{name} is open; a copy needs another name."),
            QT_TRANSLATE_NOOP("errors", "Nothing was changed."),
            name=path.name,
        )
    write_beside(path, connection.back_up)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
