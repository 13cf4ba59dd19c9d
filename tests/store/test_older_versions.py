"""Project files of every released format open, with all that was in them."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop.errors import ProjectUnavailable
from desktop.session.commands import SetDocument
from desktop.session.session import Session
from desktop.store.layout import NEWEST
from tests.session.making import dump, edited, rows

PROJECTS = Path(__file__).parent.parent / "projects"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A copy of a project as version 1 left it, with things done, undone and to be redone."""
    return Path(shutil.copy(PROJECTS / "version-1.mitjul", tmp_path / "옛 기사.mitjul"))


def by_name(path: Path) -> dict[str, list[dict[str, object]]]:
    """All rows of a file with the names of their columns."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        kinds = "type = 'table' AND name NOT LIKE '%sqlite%'"
        names = connection.execute(f"SELECT name FROM sqlite_schema WHERE {kinds}")
        tables = [row[0] for row in names]
        return {
            table: [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]
            for table in tables
        }
    finally:
        connection.close()


def test_version_1_is_migrated_with_a_backup_beside_it(first: Path) -> None:
    before, bytes_before = by_name(first), dump(first, without=())
    assert len(before["annotation"]) == 36
    with Session.open(first, "이두리") as session:
        assert session.check() == []
        assert session.findings == ()
    backup = first.with_name(first.name + ".v1.bak")
    assert dump(backup, without=()) == bytes_before
    assert rows(first, "PRAGMA user_version") == [(NEWEST,)]
    after = by_name(first)
    for document in after["document"]:
        assert document.pop("note") == ""
        assert document.pop("earlier_texts") == "[]"
    for table, found in before.items():
        assert sorted(after[table], key=repr) == sorted(found, key=repr), table


def test_the_history_of_version_1_goes_on(first: Path) -> None:
    with Session.open(first, "이두리") as session:
        assert session.redo() is not None
        retitled = session.document("d2")
        assert retitled is not None
        assert retitled.title == "다른 제목"
        session.do(SetDocument(document_id="d2", state="skipped", note="두 번째\n메모"))
        while session.undo() is not None:
            pass
        assert session.document_count() == 0
        for _ in range(100):
            session.redo()
        assert session.check() == []


def test_an_older_file_is_read_without_touching_it(first: Path, tmp_path: Path) -> None:
    before, held = dump(first, without=()), by_name(first)
    with Session.open(first, "이두리", read_only=True) as session:
        assert session.read_only
        assert session.check() == []
        documents = [str(row["id"]) for row in held["document"]]
        assert sum(len(session.annotations(document)) for document in documents) == 36
        with pytest.raises(ProjectUnavailable, match="reading only"):
            session.do(SetDocument(document_id="d2", note="메모"))
        with pytest.raises(ProjectUnavailable, match="open already"):
            Session.open(first, "김하나")
        session.save_copy(tmp_path / "새 기사.mitjul")
    assert dump(first, without=()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["새 기사.mitjul", "옛 기사.mitjul"]
    with Session.open(tmp_path / "새 기사.mitjul", "이두리") as copy:
        assert copy.check() == []
        assert copy.redo() is not None


@pytest.mark.parametrize("read_only", [True, False])
def test_a_damaged_older_file_is_refused_and_left_as_it_is(first: Path, read_only: bool) -> None:
    edited(
        first,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE document SET state = 'lost' WHERE id = 'd1'",
    )
    before = dump(first, without=())
    with pytest.raises(ProjectUnavailable, match="damaged"):
        Session.open(first, "이두리", read_only=read_only)
    assert dump(first, without=()) == before
