"""Copies: complete or not there, private, and never the project itself."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop.errors import ProjectUnavailable
from desktop.session.session import Session
from desktop.store.copying import write_beside
from tests.session.making import add, dump


@pytest.mark.parametrize("method", ["save_copy", "snapshot"])
def test_a_copy_is_equal_and_private(
    session: Session, document: str, path: Path, method: str
) -> None:
    add(session, document, 0, 4)
    copy = path.with_name("사본.mitjul")
    getattr(session, method)(copy)
    add(session, document, 5, 8)
    with Session.open(copy, "이두리") as other:
        assert len(other.annotations(document)) == 1
        assert other.undo_kind == "add_annotation"
        assert other.check() == []
    session.undo()
    session.close()
    assert dump(copy) == dump(path)
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_replaces_an_older_one_whole(session: Session, document: str, path: Path) -> None:
    copy = path.with_name("사본.mitjul")
    copy.write_text("old", encoding="utf-8")
    session.save_copy(copy)
    with Session.open(copy, "이두리") as other:
        assert other.document(document) is not None
    names = {entry.name for entry in path.parent.iterdir()}
    assert names == {copy.name, path.name, path.name + "-journal"}


def test_the_project_itself_is_never_the_target(
    session: Session, document: str, path: Path, tmp_path: Path
) -> None:
    alias = tmp_path / "alias.mitjul"
    alias.hardlink_to(path)
    for target in (path, alias):
        with pytest.raises(ProjectUnavailable, match="another name"):
            session.save_copy(target)
    add(session, document, 0, 4)


def test_a_copy_into_a_missing_folder_is_told(session: Session, tmp_path: Path) -> None:
    with pytest.raises(ProjectUnavailable, match=r"사본\.mitjul"):
        session.save_copy(tmp_path / "missing" / "사본.mitjul")


def test_no_copy_is_put_beside_another_projects_journal(session: Session, tmp_path: Path) -> None:
    (tmp_path / "사본.mitjul-journal").write_bytes(b"pages")
    with pytest.raises(ProjectUnavailable, match="journal"):
        session.save_copy(tmp_path / "사본.mitjul")
    assert not (tmp_path / "사본.mitjul").exists()


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "사본.mitjul"
    target.write_text("old", encoding="utf-8")

    def fail(beside: Path) -> None:
        beside.write_text("half", encoding="utf-8")
        raise OSError(28, os.strerror(28))

    with pytest.raises(ProjectUnavailable, match="the disk is full"):
        write_beside(target, fail)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]
