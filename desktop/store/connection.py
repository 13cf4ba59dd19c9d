"""Connection: one locked SQLite connection with our pragmas, and its transactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable
from desktop.store.driver import sqlite3
from desktop.store.faults import told
from desktop.store.file_check import FileKey, claim, file_key, release

Row = tuple[Any, ...]
Parameters = Sequence[object] | dict[str, Any]

_PRAGMAS = (
    "busy_timeout = 0",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "secure_delete = ON",
)
_WRITER_PRAGMAS = (
    "synchronous = EXTRA",
    "fullfsync = ON",
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
)

_DEFENSIVE = 1010
"""SQLITE_DBCONFIG_DEFENSIVE: SQL cannot damage the file on purpose."""


class Connection:
    """The open file. Threads take turns: each read, and each transaction as a whole."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        """Open ``path``, which exists; for writing it is locked until :meth:`close`.

        Raises:
            ProjectUnavailable: another process, or this one, has it open; or it cannot be read.
        """
        self.path = path
        self.writable = writable
        self._lock = RLock()
        self._closed = False
        self._key: FileKey = claim(path)
        try:
            with told(path):
                self.db = _connect(path, writable)
                try:
                    self._prepare()
                except BaseException:
                    self.db.close()
                    raise
        except BaseException:
            release(self._key)
            raise

    def _prepare(self) -> None:
        self._set(_PRAGMAS)
        if self.writable:
            self._set(_WRITER_PRAGMAS)
            self.db.execute("BEGIN EXCLUSIVE")
            self.db.execute("COMMIT")
        else:
            self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def _set(self, pragmas: Sequence[str]) -> None:
        for pragma in pragmas:
            self.db.execute(f"PRAGMA {pragma}")

    def turn_to_copy(self) -> None:
        """Go on with a private copy of the file; SQLite takes it away when this is closed."""
        with self._lock, told(self.path):
            copy = _connected("")
            try:
                self.db.backup(copy)
            except BaseException:
                copy.close()
                raise
            self.db.close()
            self.db = copy
            self._set(_PRAGMAS)

    def is_file(self, path: Path) -> bool:
        """True when ``path`` leads to the open file, by whatever name."""
        with told(path):
            return path.exists() and file_key(path) == self._key

    def forbid_writing(self) -> None:
        """Refuse all writing from now on."""
        self.writable = False
        with self._lock, told(self.path):
            self.db.execute("PRAGMA query_only = ON")

    def close(self) -> None:
        """Close the file and give up its lock."""
        with self._lock:
            try:
                if self.writable:
                    # Takes the empty journal away; if the disk does not let us, it does no harm.
                    with suppress(ProjectUnavailable):
                        self.row("PRAGMA journal_mode = DELETE")
            finally:
                self._closed = True
                self.db.close()
                release(self._key)

    def _check_open(self) -> None:
        """A thread that still reads when the project is closed is told so."""
        if self._closed:
            raise ProjectUnavailable(
                QT_TRANSLATE_NOOP("errors", "{name} is closed."), name=self.path.name
            )

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query."""
        with self._lock, told(self.path):
            self._check_open()
            return self.db.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query."""
        with self._lock, told(self.path):
            self._check_open()
            found: Row | None = self.db.execute(sql, parameters).fetchone()
            return found

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Execute a statement inside :meth:`transaction`; the number of rows it changed."""
        with told(self.path):
            return self.db.execute(sql, parameters).rowcount

    def run_all(self, sql: str, parameters: Iterable[Row]) -> None:
        """Execute a statement for each of the parameters inside :meth:`transaction`."""
        with told(self.path):
            self.db.executemany(sql, parameters)

    def add(self, sql: str, parameters: Parameters) -> int:
        """Execute an INSERT inside :meth:`transaction`; the number of the row it added."""
        with told(self.path):
            return self.db.execute(sql, parameters).lastrowid or 0

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows of a query one by one, inside :meth:`transaction`."""
        with told(self.path):
            yield from self.db.execute(sql, parameters)

    def back_up(self, path: Path) -> None:
        """Copy all pages to the empty file at ``path``, without syncing it.

        Raises:
            sqlite3.Error: either file fails; the caller knows by which name to tell it.
        """
        copy = sqlite3.connect(path, isolation_level=None)
        try:
            copy.execute("PRAGMA synchronous = OFF")
            with self._lock:
                self.db.backup(copy)
        finally:
            copy.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what happens inside, or nothing of it.

        Raises:
            ProjectUnavailable: the disk failed, or the file is not where it was.
        """
        with self._lock, told(self.path):
            self._check_open()
            self._check_place()
            self.db.execute("BEGIN")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:  # some errors have ended it already
                    self.db.execute("ROLLBACK")
                raise

    def _check_place(self) -> None:
        """A file that was moved or replaced under us would take the next save with it."""
        if not self.is_file(self.path):
            raise ProjectUnavailable(
                QT_TRANSLATE_NOOP("errors", "{name} was moved, replaced or deleted meanwhile."),
                QT_TRANSLATE_NOOP(
                    "errors",
                    "This was not saved. Save a copy to keep all work, and go on with that.",
                ),
                name=self.path.name,
            )


def _connect(path: Path, writable: bool) -> sqlite3.Connection:
    mode = "rw" if writable else "ro"
    connection = _connected(f"{path.absolute().as_uri()}?mode={mode}")
    if hasattr(connection, "setconfig"):  # Python's own driver has it from 3.12 on, no other
        connection.setconfig(_DEFENSIVE, True)
    return connection


def _connected(place: str) -> sqlite3.Connection:
    """``place`` is a URI; an empty one makes a database of its own in SQLite's temporary folder."""
    return sqlite3.connect(
        place,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
