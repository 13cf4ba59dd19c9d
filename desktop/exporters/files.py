"""Writing a file so that at every moment the old version or the new one is there, complete."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop.errors import QT_TRANSLATE_NOOP, KnownError, system_reason

_SQLITE = b"SQLite format 3\x00"
_PROJECT_SUFFIX = ".mitjul"
# On Windows a virus scanner or a sync client may hold the old file for a moment.
_ATTEMPTS = 10 if os.name == "nt" else 1
_PAUSE_S = 0.1


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a temporary file beside ``target`` that takes its place when the block ends well.

    When it does not, the temporary file (``.<name>.<random>.part``) is removed and an old target
    stays as it was.

    Raises:
        KnownError: the target cannot be written, or is a project.
    """
    try:
        place = target.resolve()
        check_target(place)
        part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
        with _open_new(part) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                file.close()
                part.unlink(missing_ok=True)
                raise
        try:
            _move(part, place)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(target, error) from error


def check_target(target: Path) -> None:
    """Refuse a target that is a project, or no ordinary file.

    An existing file is opened for that, which must not happen to a project that this process has
    open: closing it would give up the project's lock.

    Raises:
        KnownError: what the target is.
    """
    try:
        refused = target.suffix.lower() == _PROJECT_SUFFIX or _is_database(target)
        other = target.exists() and not target.is_file()
    except OSError as error:
        raise _unwritable(target, error) from error
    if refused:
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "{name} is a project; an export does not replace it."),
            QT_TRANSLATE_NOOP("errors", "Choose another name."),
            name=target.name,
        )
    if other:
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "{name} is not an ordinary file."),
            QT_TRANSLATE_NOOP("errors", "Choose another name."),
            name=target.name,
        )


def _is_database(target: Path) -> bool:
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _open_new(part: Path) -> BinaryIO:
    """A new file with the rights that the user's umask gives."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(part, flags, 0o666), "w+b")


def _move(part: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, part)
    for attempt in range(_ATTEMPTS):
        try:
            part.replace(target)
            break
        except PermissionError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(_PAUSE_S)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows does that by itself, some file systems cannot."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(target: Path, error: OSError) -> KnownError:
    if isinstance(error, FileNotFoundError):
        return KnownError(
            QT_TRANSLATE_NOOP("errors", "{name} could not be written: its folder is not there."),
            QT_TRANSLATE_NOOP("errors", "Choose another folder, or make this one first."),
            name=target.name,
        )
    return KnownError(
        QT_TRANSLATE_NOOP("errors", "{name} could not be written: {fault}."),
        QT_TRANSLATE_NOOP("errors", "An older file of this name is as it was."),
        name=target.name,
        fault=system_reason(error),
    )
