"""Making and opening project files: whose they are, who may write, which version they have."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desktop.errors import ProjectUnavailable
from desktop.model.project import BUILT_IN_ENTITIES
from desktop.session.commands import SetDocument
from desktop.session.session import Session
from desktop.store.connection import Connection
from desktop.store.layout import LAYOUTS, MIGRATIONS_TABLE, NEWEST, layout_of
from desktop.store.migrations import MIGRATIONS, bring_up_to_date, migration_names
from tests.session.making import add, dump, edited, rows

NOBODY = 65_534


def test_a_new_project_is_complete_and_readable_by_its_owner_alone(path: Path) -> None:
    with Session.create(path, annotator="김하나") as session:
        assert session.name == "기사 모음"
        assert session.schema.schema_id == "news-csf"
        assert session.entities() == list(BUILT_IN_ENTITIES)
        assert session.check() == []
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes()[68:72] == b"MJUL"


def test_an_existing_file_is_never_replaced_by_a_new_project(path: Path) -> None:
    path.write_text("편지", encoding="utf-8")
    with pytest.raises(ProjectUnavailable, match="exists already"):
        Session.create(path, annotator="김하나")
    assert path.read_text(encoding="utf-8") == "편지"


def test_a_project_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectUnavailable):
        Session.create(tmp_path / "missing" / "a.mitjul", annotator="김하나")


@pytest.mark.parametrize("known_by", ["../../x", "/x", "", "a:b", "a\0", "가" * 3, "a" * 10_000])
def test_a_project_known_by_what_could_be_a_path_is_refused(
    session: Session, path: Path, known_by: str
) -> None:
    session.close()
    with closing(sqlite3.connect(path)) as changed, changed:
        changed.execute("UPDATE project SET id = ?", (known_by,))
    before = path.read_bytes()
    with pytest.raises(ProjectUnavailable, match="damaged"):
        Session.open(path, annotator="김하나")
    assert path.read_bytes() == before


def test_opening_and_reading_changes_no_byte(session: Session, path: Path) -> None:
    session.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with Session.open(path, "이두리", read_only=read_only) as again:
            again.documents()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON annotation BEGIN DELETE FROM relation; END",
        "CREATE VIEW v AS SELECT text FROM body",
        "CREATE TABLE extra (a)",
        "ALTER TABLE entity ADD COLUMN extra_column TEXT",
        "DROP TRIGGER annotation_added",
        "DROP INDEX annotation_by_place",
        "CREATE TRIGGER _sqlite_migrations AFTER DELETE ON relation BEGIN SELECT 1; END",
    ],
)
def test_what_we_did_not_make_in_a_file_is_refused(
    session: Session, path: Path, statement: str
) -> None:
    session.close()
    edited(path, statement)
    before = path.read_bytes()
    with pytest.raises(ProjectUnavailable, match="did not make"):
        Session.open(path, "김하나")
    assert path.read_bytes() == before


@contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """A file and folder that may be read but not written, also where root runs the tests."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    above = [
        folder for folder in path.parents if folder.stat().st_uid == 0 and len(folder.parts) > 1
    ]
    modes = {folder: folder.stat().st_mode for folder in above}
    try:
        if root:
            for folder in above:
                folder.chmod(modes[folder] | 0o055)
            os.seteuid(NOBODY)
        yield
    finally:
        if root:
            os.seteuid(0)
        for folder in above:
            folder.chmod(modes[folder])
        path.parent.chmod(0o755)
        path.chmod(0o644)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_file_that_cannot_be_written_opens_for_reading(
    session: Session, document: str, path: Path, tmp_path: Path
) -> None:
    add(session, document, 0, 4)
    session.close()
    before = path.read_bytes()
    with unwritable(path), Session.open(path, "김하나") as again:
        assert again.read_only_reason == "permission"
        assert len(again.annotations(document)) == 1
        with pytest.raises(ProjectUnavailable, match="cannot be written"):
            again.do(SetDocument(document_id=document, title="새 제목"))
        with pytest.raises(ProjectUnavailable, match="cannot be written"):
            again.undo()
    assert path.read_bytes() == before


def test_a_project_opened_for_reading_refuses_changes(
    session: Session, document: str, path: Path
) -> None:
    session.close()
    with Session.open(path, "김하나", read_only=True) as again:
        assert again.read_only_reason == "asked"
        with pytest.raises(ProjectUnavailable, match="reading only"):
            again.do(SetDocument(document_id=document, state="done"))
        copy = path.with_name("copy.mitjul")
        again.save_copy(copy)
    with Session.open(copy, "김하나") as writable:
        assert writable.do(SetDocument(document_id=document, state="done")).sequence


def next_version(*, failing: bool) -> Migrations:
    """The migrations of a later release: ours, and one more that changes data."""
    later = Migrations(MIGRATIONS.name)
    for migration in MIGRATIONS.pending(Database(memory=True)):
        later(name=migration.name)(migration.fn)

    @later()
    def next_one(db: Database) -> None:
        db.execute("ALTER TABLE annotator ADD COLUMN note TEXT NOT NULL DEFAULT ''")
        db.execute("UPDATE annotator SET note = 'moved'")
        if failing:
            raise OSError(28, "No space left on device")

    return later


def test_an_older_version_is_copied_and_then_migrated(
    session: Session, document: str, path: Path
) -> None:
    add(session, document, 0, 4)
    session.close()
    before = dump(path, without=())
    connection = Connection(path, writable=True)
    bring_up_to_date(connection, NEWEST, next_version(failing=False))
    connection.close()
    backup = path.with_name(path.name + f".v{NEWEST}.bak")
    assert dump(backup, without=()) == before
    assert rows(path, "PRAGMA user_version") == [(NEWEST + 1,)]
    assert rows(path, "SELECT note FROM annotator") == [("moved",)]
    assert dump(path)["annotation"] == before["annotation"]
    with pytest.raises(ProjectUnavailable, match="newer"):
        Session.open(path, "김하나")


def test_a_migration_that_fails_leaves_the_older_version(session: Session, path: Path) -> None:
    session.close()
    before = dump(path, without=())
    connection = Connection(path, writable=True)
    with pytest.raises(ProjectUnavailable, match="the disk is full"):
        bring_up_to_date(connection, NEWEST, next_version(failing=True))
    connection.close()
    assert dump(path, without=()) == before
    with Session.open(path, "김하나") as again:
        assert again.check() == []


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_the_migrations_make_the_layout_of_each_version(version: int) -> None:
    """A released migration never changes; if this fails, append one instead."""
    db = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(db, stop_before=migration_names(MIGRATIONS)[version:])
    assert layout_of(db.conn) == LAYOUTS[version - 1]
    db.close()


def test_every_migration_makes_a_version() -> None:
    assert len(migration_names(MIGRATIONS)) == NEWEST
    assert Migrations.migrations_table == MIGRATIONS_TABLE
