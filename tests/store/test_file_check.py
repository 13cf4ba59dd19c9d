"""What is refused before SQLite touches a file; the file stays as it is."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.errors import ProjectUnavailable
from desktop.session.session import Session
from desktop.store.driver import sqlite3
from desktop.store.layout import APPLICATION_ID, NEWEST


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE note (text)")
    connection.commit()
    connection.close()


def empty_database_of_ours(path: Path) -> None:
    """Our application id over nothing: what a hostile or torn file may look like."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("CREATE TABLE project (id)")
    connection.commit()
    connection.close()


NOT_PROJECTS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("가격이 더 오른다.\n" * 100, encoding="utf-8"),
    "zeros": lambda path: path.write_bytes(b"\0" * 100_000),
    "only a header": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\0" * 600),
    "other program": other_database,
    "stranger tables": empty_database_of_ours,
    "sparse": lambda path: (path.touch(), os.truncate(path, 5_000_000_000)),
}


@pytest.mark.parametrize("kind", NOT_PROJECTS)
def test_what_is_not_a_project_is_refused_untouched(path: Path, kind: str) -> None:
    NOT_PROJECTS[kind](path)
    before = path.stat()
    content = digest(path) if before.st_size < 1_000_000 else ""
    with pytest.raises(ProjectUnavailable, match=path.name):
        Session.open(path, "김하나")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert not content or digest(path) == content
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_directory_and_nothing_at_all_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.mitjul"):
        with pytest.raises(ProjectUnavailable, match=path.name):
            Session.open(path, "김하나")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_refused_without_waiting_for_its_writer(path: Path) -> None:
    os.mkfifo(path)
    refused: list[ProjectUnavailable] = []

    def attempt() -> None:
        try:
            Session.open(path, "김하나")
        except ProjectUnavailable as error:
            refused.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(10)
    assert refused


@pytest.mark.parametrize("version", [NEWEST + 1, 99, 2**31 - 1])
def test_a_newer_version_is_named_and_its_file_untouched(
    session: Session, path: Path, version: int
) -> None:
    session.close()
    with path.open("r+b") as file:
        file.seek(60)
        file.write(version.to_bytes(4, "big"))
    before = digest(path)
    words = rf"newer Mitjul \(format {version}; .* up to {NEWEST}\)"
    with pytest.raises(ProjectUnavailable, match=words):
        Session.open(path, "김하나")
    assert digest(path) == before


def test_a_newer_file_format_of_sqlite_is_refused(session: Session, path: Path) -> None:
    session.close()
    with path.open("r+b") as file:
        file.seek(18)
        file.write(b"\3\3")
    with pytest.raises(ProjectUnavailable, match="newer"):
        Session.open(path, "김하나")


def test_a_foreign_wal_beside_the_project_is_never_played_back(
    session: Session, path: Path, tmp_path: Path
) -> None:
    session.close()
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE note (text)")
    shutil.copy(tmp_path / "other.db-wal", path.with_name(path.name + "-wal"))
    connection.close()
    before = digest(path)
    with pytest.raises(ProjectUnavailable, match="another program"):
        Session.open(path, "김하나")
    assert digest(path) == before


def test_a_project_turned_to_wal_by_another_program_is_refused(
    session: Session, path: Path
) -> None:
    session.close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    connection.close()
    with pytest.raises(ProjectUnavailable, match="another program"):
        Session.open(path, "김하나")


def test_no_project_is_made_where_another_ones_journal_lies(path: Path) -> None:
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"pages of somebody else")
    with pytest.raises(ProjectUnavailable, match="journal"):
        Session.create(path, annotator="김하나")
    assert journal.read_bytes() == b"pages of somebody else"
    assert not path.exists()
