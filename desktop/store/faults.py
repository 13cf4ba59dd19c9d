"""What SQLite and the operating system report, in words a user can act on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable, system_reason
from desktop.store.driver import sqlite3

_SAVED = QT_TRANSLATE_NOOP("errors", "What was saved before is unharmed.")
_BUSY = (
    QT_TRANSLATE_NOOP("errors", "{name} is open in another window or program."),
    QT_TRANSLATE_NOOP("errors", "Close it there and open it again. Nothing was changed."),
)
_DAMAGED = (
    QT_TRANSLATE_NOOP("errors", "{name} is damaged."),
    QT_TRANSLATE_NOOP("errors", "Nothing was changed. Open a backup or a copy of it."),
)
_WORDS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (
        QT_TRANSLATE_NOOP("errors", "The disk of {name} is full; this was not saved."),
        QT_TRANSLATE_NOOP(
            "errors", "Free some space and try again. What was saved before is unharmed."
        ),
    ),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_FORMAT: _DAMAGED,
    sqlite3.SQLITE_READONLY: (
        QT_TRANSLATE_NOOP("errors", "{name} cannot be written."),
        QT_TRANSLATE_NOOP("errors", "Save a copy elsewhere and go on there. Nothing was changed."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        QT_TRANSLATE_NOOP("errors", "{name} cannot be opened."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Check that its folder exists and may be written, and that the disk is connected.",
        ),
    ),
    sqlite3.SQLITE_PERM: (
        QT_TRANSLATE_NOOP("errors", "There is no permission to open {name}."),
        QT_TRANSLATE_NOOP("errors", "Ask its owner, or save a copy elsewhere."),
    ),
    sqlite3.SQLITE_IOERR: (
        QT_TRANSLATE_NOOP("errors", "The disk of {name} reports a fault; this was not saved."),
        QT_TRANSLATE_NOOP(
            "errors", "Try again, and save a copy on another disk. What was saved before remains."
        ),
    ),
    sqlite3.SQLITE_NOMEM: (
        QT_TRANSLATE_NOOP("errors", "There is not enough memory for this."),
        QT_TRANSLATE_NOOP("errors", "Close other programs and try again. Nothing was changed."),
    ),
}


_OF_CONTENT = ("malformed JSON", "integer overflow", "unsupported file format")
"""Errors that SQLite counts as ours, although only a changed file brings them about."""


class ProjectDamaged(ProjectUnavailable):
    """The file's content cannot be what was written to it."""

    def __init__(self, path: Path) -> None:
        super().__init__(*_DAMAGED, name=path.name)


def _primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code. Python's own OperationalError has none: a text that is not UTF-8."""
    if str(error).startswith(_OF_CONTENT):
        return sqlite3.SQLITE_CORRUPT
    unnamed = sqlite3.SQLITE_ERROR
    if type(error) is sqlite3.OperationalError:
        unnamed = sqlite3.SQLITE_CORRUPT
    return getattr(error, "sqlite_errorcode", unnamed) & 0xFF


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn faults of the disk and of the file at ``path`` into ProjectUnavailable.

    Other errors of SQLite are bugs (a broken constraint, wrong SQL) and pass.
    """
    try:
        yield
    except sqlite3.Error as error:
        words = _WORDS.get(_primary_code(error))
        if words is None:
            raise
        if words is _DAMAGED:
            raise ProjectDamaged(path) from error
        raise ProjectUnavailable(*words, name=path.name) from error
    except (ValidationError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ProjectDamaged(path) from error
    except OSError as error:
        raise cannot(path, error) from error


def cannot(path: Path, error: OSError) -> ProjectUnavailable:
    """The error for a file or folder that the operating system refuses."""
    return ProjectUnavailable(
        QT_TRANSLATE_NOOP("errors", "{name}: {reason}."),
        _SAVED,
        name=path.name,
        reason=system_reason(error),
    )
