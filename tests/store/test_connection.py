"""The lock, the pragmas, and faults of the disk."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.errors import ProjectUnavailable
from desktop.model.span import Span
from desktop.session.commands import AddAnnotation, SetDocument
from desktop.session.session import Session
from desktop.store.driver import sqlite3
from desktop.store.layout import NEWEST
from tests.session.making import TEXT, add, batch, dump, imported, rows

OPEN = """
import sys
from pathlib import Path
from desktop.errors import ProjectUnavailable
from desktop.session.session import Session
try:
    Session.open(Path(sys.argv[1]), "이두리", read_only=len(sys.argv) > 2).close()
except ProjectUnavailable as error:
    print(error)
    sys.exit(3)
"""


def open_elsewhere(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Open a project in another process; exit status 3 when it is refused."""
    command = [sys.executable, "-c", OPEN, str(path), *arguments]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", timeout=30, env=environment
    )


@pytest.mark.parametrize("arguments", [(), ("read-only",)])
def test_a_second_process_is_refused_at_once(
    session: Session, path: Path, arguments: tuple[str, ...]
) -> None:
    refused = open_elsewhere(path, *arguments)
    assert refused.returncode == 3, refused.stderr
    assert "open in another window or program" in refused.stdout
    session.close()
    assert open_elsewhere(path, *arguments).returncode == 0


def test_a_second_session_in_this_process_is_refused_and_the_lock_stays(
    session: Session, path: Path
) -> None:
    """Closing any descriptor of the file would drop the first session's lock on POSIX."""
    other_name = path.with_name("same file.mitjul")
    other_name.hardlink_to(path)
    for name in (path, other_name):
        with pytest.raises(ProjectUnavailable, match="open already"):
            Session.open(name, "이두리")
    assert open_elsewhere(path).returncode == 3
    session.close()
    Session.open(path, "이두리").close()


def test_the_file_is_written_as_reliability_asks(session: Session) -> None:
    execute = session._file.connection.db.execute
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "application_id": 0x4D4A554C,
        "user_version": NEWEST,
        "fullfsync": 1,
    }
    found = {name: execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted


def test_every_table_is_strict(session: Session, path: Path) -> None:
    session.close()
    strict: dict[object, object] = dict(
        rows(path, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    )
    tables = {name for name in strict if not str(name).startswith(("sqlite_", "_sqlite_"))}
    assert len(tables) == 15
    assert all(strict[name] for name in tables)


def test_nothing_is_left_beside_a_closed_project(session: Session, path: Path) -> None:
    session.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def full_after(session: Session, pages: int) -> None:
    """Let the disk be full as soon as the file needs more pages."""
    execute = session._file.connection.db.execute
    count = execute("PRAGMA page_count").fetchone()[0]
    execute(f"PRAGMA max_page_count = {count + pages}")


def test_a_full_disk_loses_nothing_and_the_gesture_can_be_repeated(
    session: Session, document: str, path: Path
) -> None:
    full_after(session, 2)
    commands = [
        AddAnnotation(
            annotation_id=f"a{number}",
            document_id=document,
            label="CLAIM",
            span=Span(0, 30),
            features={"note": "가" * 500},
        )
        for number in range(50)
    ]
    saved: list[str] = []

    def work() -> None:
        for command in commands:
            session.do(command)
            saved.append(command.annotation_id)

    with pytest.raises(ProjectUnavailable, match="full"):
        work()
    assert saved
    assert [a.id for a in session.annotations(document)] == sorted(saved)
    assert session.counts(document) == {"CLAIM": len(saved)}
    full_after(session, 10_000)
    failed = commands[len(saved)]
    assert session.do(failed).sequence > 0
    session.close()
    found = rows(path, "SELECT id FROM annotation")
    assert {row[0] for row in found} == {*saved, failed.annotation_id}


def test_a_full_disk_in_the_middle_of_an_import_leaves_the_state_before(
    session: Session, document: str, path: Path
) -> None:
    add(session, document, 0, 4)
    full_after(session, 20)
    many = [imported(f"{number} {TEXT * 40}") for number in range(50)]
    with pytest.raises(ProjectUnavailable, match="full"):
        session.import_batch(batch(*many))
    assert session.document_count() == 1
    assert session.undo_kind == "add_annotation"
    session.close()
    assert len(dump(path)["body"]) == 1
    with Session.open(path, "김하나") as again:
        assert again.check() == []


LIMITED = """
import resource, sys
from pathlib import Path
from desktop.errors import ProjectUnavailable
from desktop.session.session import Session
from tests.session.making import add

path = Path(sys.argv[1])
with Session.open(path, "김하나") as session:
    document = session.documents()[0].document_id
    size = path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 30_000, size + 30_000))
    try:
        while True:
            print(add(session, document, 0, 4), flush=True)
    except ProjectUnavailable as error:
        print(error, file=sys.stderr)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size + 30_000))
    try:
        session.save_copy(path.with_name("copy.mitjul"))
    except ProjectUnavailable as error:
        print(error, file=sys.stderr)
    assert session.document(document) is not None
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_writes_that_the_system_refuses_are_told_and_harm_nothing(
    session: Session, document: str, path: Path
) -> None:
    assert document
    session.close()
    command = [sys.executable, "-c", LIMITED, str(path)]
    done = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", timeout=60,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    acknowledged = set(done.stdout.split())
    assert acknowledged
    assert len(done.stderr.splitlines()) == 2
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name]
    with Session.open(path, "김하나") as again:
        assert {a.id for a in again.annotations(document)} == acknowledged
        assert again.check() == []


@pytest.mark.parametrize("how", ["moved", "replaced", "deleted"])
def test_a_file_that_is_taken_away_is_noticed_before_the_next_save(
    session: Session, document: str, path: Path, how: str, tmp_path: Path
) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows lets nobody take an open file away")
    kept = add(session, document, 0, 4)
    if how == "deleted":
        path.unlink()
    else:
        path.rename(tmp_path / "elsewhere.mitjul")
    if how == "replaced":
        Session.create(path, annotator="이두리").close()
    with pytest.raises(ProjectUnavailable, match="moved, replaced or deleted"):
        session.do(SetDocument(document_id=document, title="새 제목"))
    copy = tmp_path / "copy.mitjul"
    session.save_copy(copy)
    with Session.open(copy, "김하나") as again:
        assert [a.id for a in again.annotations(document)] == [kept]


def test_threads_take_turns(session: Session, document: str) -> None:
    """Readers never see half of an operation."""
    stop = threading.Event()
    seen: list[tuple[int, int]] = []

    def read() -> None:
        while not stop.is_set():
            annotations = session.annotations(document)
            seen.append((len(annotations), len({a.start for a in annotations})))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for start in range(30):
        add(session, document, start, start + 3)
    stop.set()
    for reader in readers:
        reader.join(10)
    assert seen
    assert all(count == distinct for count, distinct in seen)
    assert len(session.annotations(document)) == 30


def test_a_broken_constraint_is_a_bug_and_not_told_as_a_fault(session: Session) -> None:
    with (
        pytest.raises(sqlite3.IntegrityError),
        session._file.connection.transaction(),
    ):
        session._file.connection.run("UPDATE project SET id = NULL")
