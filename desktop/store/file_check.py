"""What is looked at before SQLite opens a file: its kind, its header, the files beside it.

POSIX drops all locks that a process has on a file as soon as it closes any descriptor of it. So
nothing here opens a file that this process has open as a project.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable
from desktop.store.faults import ProjectDamaged, cannot, told
from desktop.store.layout import APPLICATION_ID

_HEADER_SIZE = 100
_SMALLEST = 512
_MAGIC = b"SQLite format 3\0"
_UNTOUCHED = QT_TRANSLATE_NOOP("errors", "The file was not touched.")

FileKey = tuple[int, int]
"""Device and inode: the file itself, whatever its name."""

_open_files: set[FileKey] = set()


def file_key(path: Path) -> FileKey:
    """The identity of the file at ``path``; does not open it."""
    status = path.stat()
    return status.st_dev, status.st_ino


def is_open_here(path: Path) -> bool:
    """True when this process has the file open as a project."""
    return path.exists() and file_key(path) in _open_files


def claim(path: Path) -> FileKey:
    """Note that this process opens ``path``; ProjectUnavailable when it has it open already."""
    with told(path):
        key = file_key(path)
    if key in _open_files:
        raise _open_already(path)
    _open_files.add(key)
    return key


def release(key: FileKey) -> None:
    """Undo :func:`claim`."""
    _open_files.discard(key)


def version_of(path: Path, newest: int) -> int:
    """The format version of the project file at ``path``, at most ``newest``.

    Raises:
        ProjectUnavailable: it is not a project file, or of a newer version.
    """
    try:
        status = path.stat()
        if is_open_here(path):
            raise _open_already(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size < _SMALLEST:
            raise _not_a_project(path)
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except OSError as error:
        raise cannot(path, error) from error
    _check_side_files(path)
    application = int.from_bytes(header[68:72], "big")
    if not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise _not_a_project(path)
    version = int.from_bytes(header[60:64], "big")
    if version > newest or max(header[18:20]) > 2:
        raise ProjectUnavailable(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} was made by a newer Mitjul (format {version}; this one reads up to"
                " {newest}).",
            ),
            QT_TRANSLATE_NOOP("errors", "Update Mitjul to open it. The file was not touched."),
            name=path.name,
            version=version,
            newest=newest,
        )
    if version < 1:
        raise ProjectDamaged(path)
    if max(header[18:20]) != 1:
        raise _foreign_journal(path)
    return version


def may_write(path: Path) -> bool:
    """True when the file can be written and its folder can take the journal."""
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective) and os.access(
        path.parent, os.W_OK | os.X_OK, effective_ids=effective
    )


def side_file(path: Path, ending: str) -> Path:
    """The file that SQLite keeps beside ``path``, as ``-journal`` or ``-wal``."""
    return path.with_name(path.name + ending)


def check_free_of_journals(path: Path) -> None:
    """Refuse a name beside which another project's journal lies: SQLite would play it back."""
    for ending in ("-journal", "-wal"):
        beside = side_file(path, ending)
        if beside.exists() and beside.stat().st_size:
            raise ProjectUnavailable(
                QT_TRANSLATE_NOOP("errors", "{beside} of another project lies there."),
                QT_TRANSLATE_NOOP("errors", "Choose another name or folder."),
                beside=beside.name,
            )


def _check_side_files(path: Path) -> None:
    wal = side_file(path, "-wal")
    if wal.exists() and wal.stat().st_size:
        raise _foreign_journal(path)


def _not_a_project(path: Path) -> ProjectUnavailable:
    return ProjectUnavailable(
        QT_TRANSLATE_NOOP("errors", "{name} is not a Mitjul project."), _UNTOUCHED, name=path.name
    )


def _open_already(path: Path) -> ProjectUnavailable:
    return ProjectUnavailable(
        QT_TRANSLATE_NOOP("errors", "{name} is open already."), _UNTOUCHED, name=path.name
    )


def _foreign_journal(path: Path) -> ProjectUnavailable:
    return ProjectUnavailable(
        QT_TRANSLATE_NOOP(
            "errors", "{name} was written by another program, in a mode that Mitjul does not use."
        ),
        QT_TRANSLATE_NOOP("errors", "Open a backup or a copy of it. The file was not touched."),
        name=path.name,
    )
