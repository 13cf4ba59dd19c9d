"""An index of texts by syllables and pairs of them, in a file of its own that may be thrown away.

It knows which texts may hold a string, never where: what it names is looked through again. It lies
in the user's cache, is made from the project and holds nothing else. One process adds, another
reads at the same time.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop.korean.folding import folded
from desktop.store.driver import sqlite3

_VERSION = 1
_RUN = re.compile(r"[^\W_]+")
_TABLES = {
    "known": "CREATE TABLE known (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT",
    "gram": """CREATE VIRTUAL TABLE gram USING fts5(
        grams, content = '', detail = none, columnsize = 0, tokenize = 'ascii')""",
}
_CANDIDATES = """SELECT known.number, known.key FROM gram JOIN known ON known.number = gram.rowid
    WHERE gram MATCH ? AND gram.rowid > ? ORDER BY gram.rowid LIMIT ?"""


class IndexUnusableError(Exception):
    """The file is damaged, of another version, or cannot be read or written: to be thrown away."""


class TextIndex:
    """The open index file. Texts are known by keys that change when the text does."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``; make it when there is none.

        Raises:
            IndexUnusableError: it cannot be used.
        """
        with _told():
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            with _told():
                self._prepare()
        except BaseException:
            self._db.close()
            raise

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = OFF")
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            for statement in _TABLES.values():
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {_VERSION}")
        elif version != _VERSION or not self._is_ours():
            raise IndexUnusableError

    def _is_ours(self) -> bool:
        """Whether what is asked is our tables: a view of the same name could have no end."""
        rows = self._db.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name IN ('known', 'gram')"
        )
        return dict(rows.fetchall()) == _TABLES

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def add(self, texts: Iterable[tuple[str, str]]) -> None:
        """Add texts with their keys; those that are known already are passed over."""
        with _told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for key, text in texts:
                    done = self._db.execute("INSERT OR IGNORE INTO known (key) VALUES (?)", (key,))
                    if done.rowcount:
                        row = (done.lastrowid, " ".join(grams(text)))
                        self._db.execute("INSERT INTO gram (rowid, grams) VALUES (?, ?)", row)
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise

    def keys(self, after: int, limit: int) -> tuple[list[str], int]:
        """The next keys, and the number of the last of them; ``after`` when there is none."""
        with _told():
            rows = self._db.execute(
                "SELECT key, number FROM known WHERE number > ? ORDER BY number LIMIT ?",
                (after, limit),
            ).fetchall()
        return [row[0] for row in rows], rows[-1][1] if rows else after

    def candidates(self, wanted: Sequence[str], at_once: int) -> Iterator[list[str]]:
        """Keys of the texts that hold all the grams ``wanted``, some at a time."""
        words = " ".join(f'"{gram}"' for gram in wanted)
        after = 0
        while True:
            with _told():
                rows = self._db.execute(_CANDIDATES, (words, after, at_once)).fetchall()
            if not rows:
                return
            after = rows[-1][0]
            yield [row[1] for row in rows]


def grams(text: str) -> set[str]:
    """The letters and digits of a text, and their pairs within words; folded."""
    found: set[str] = set()
    for run in _RUN.findall(folded(text)):
        found.update(run)
        found.update(map("".join, itertools.pairwise(run)))
    return found


def wanted_grams(words: str) -> list[str]:
    """The grams that a text which holds the folded ``words`` has; none when they are all marks."""
    found: set[str] = set()
    for run in _RUN.findall(words):
        found |= {run} if len(run) == 1 else {run[i : i + 2] for i in range(len(run) - 1)}
    return sorted(found)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:  # also of a damaged message
        raise IndexUnusableError from error
