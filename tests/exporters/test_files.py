"""Files are replaced as a whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from desktop.errors import Cancelled, KnownError
from desktop.exporters import files
from desktop.exporters.files import check_target, replacing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(target: Path, data: bytes, fault: BaseException | None = None) -> None:
    with replacing(target) as out:
        out.write(data)
        if fault is not None:
            raise fault


def test_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "내보내기.json"
    target.write_bytes(b"old")
    with replacing(target) as out:
        out.write(b"new")
        assert target.read_bytes() == b"old"
        (part,) = tmp_path.glob(".내보내기.json.*.part")
        assert part.parent == tmp_path
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == [target.name]


@pytest.mark.parametrize("fault", [Cancelled(), KeyboardInterrupt(), ValueError("a bug")])
def test_nothing_changes_when_writing_fails(tmp_path: Path, fault: BaseException) -> None:
    target = tmp_path / "x.json"
    target.write_bytes(b"old")
    with pytest.raises(type(fault)):
        write(target, b"half", fault)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["x.json"]


def test_full_disk_is_told(tmp_path: Path) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(KnownError, match=r"x\.json could not be written: the disk is full"):
        write(tmp_path / "x.json", b"half", full)
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_real_write_error_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.json"
    target.write_bytes(b"old")
    full = Path("/dev/full").open("r+b")  # noqa: SIM115  (replacing closes it)
    monkeypatch.setattr(files, "_open_new", lambda part: full)
    with pytest.raises(KnownError, match="the disk is full"):
        write(target, b"x" * 10_000_000)
    assert target.read_bytes() == b"old"


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="its folder is not there"):
        write(tmp_path / "a" / "b", b"x")


@pytest.mark.skipif(os.name == "nt", reason="rights are otherwise there")
def test_rights_follow_the_umask_or_the_old_file(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        with replacing(tmp_path / "new") as out:
            out.write(b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    (tmp_path / "new").chmod(0o600)
    with replacing(tmp_path / "new") as out:
        out.write(b"y")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    with replacing(tmp_path / "link") as out:
        out.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_projects_and_other_things_are_not_replaced(tmp_path: Path) -> None:
    database = tmp_path / "project.json"
    database.write_bytes(b"SQLite format 3\0" + bytes(100))
    for target in (database, tmp_path / "new.mitjul", tmp_path / "NEW.MITJUL"):
        with pytest.raises(KnownError, match="is a project"):
            check_target(target)
    with pytest.raises(KnownError, match="not an ordinary file"):
        write(tmp_path, b"x")
    check_target(tmp_path / "free.json")


def test_a_file_held_by_another_program_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    held = [PermissionError(13, "held")] * 3
    move = Path.replace

    def replace(part: Path, target: Path) -> Path:
        if held:
            raise held.pop()
        return move(part, target)

    monkeypatch.setattr(files, "_ATTEMPTS", 10)
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", replace)
    with replacing(tmp_path / "x.json") as out:
        out.write(b"new")
    assert (tmp_path / "x.json").read_bytes() == b"new"
    assert pauses == [0.1] * 3
    held += [PermissionError(13, "held")] * 10
    with pytest.raises(KnownError, match="permission is missing"):
        write(tmp_path / "x.json", b"newer")
    assert names(tmp_path) == ["x.json"]
