"""Two archives of the same files are the same bytes, whenever and wherever they are made."""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import archives
import pytest

WHEN = 1_767_225_600
Write = Callable[[Path, Path, int], Path]


def made(place: Path, names: list[str], date: int) -> Path:
    folder = place / "mitjul"
    (folder / "안").mkdir(parents=True)
    for name in names:
        (folder / name).write_text(f"content of {name[-1]}", encoding="utf-8")
        os.utime(folder / name, (date, date))
    (folder / "B").chmod(0o755)
    return folder


@pytest.mark.parametrize("write", [archives.write_tar, archives.write_zip])
def test_date_place_and_order_leave_no_trace(tmp_path: Path, write: Write) -> None:
    names = ["a", "B", "안/c"]
    first = write(made(tmp_path / "one", names, 1_000_000_000), tmp_path / "1", WHEN)
    second = write(made(tmp_path / "two", names[::-1], 1_500_000_000), tmp_path / "2", WHEN)
    assert first.read_bytes() == second.read_bytes()


def test_what_is_in_them(tmp_path: Path) -> None:
    folder = made(tmp_path, ["a", "B", "안/c"], WHEN)
    with tarfile.open(archives.write_tar(folder, tmp_path / "t.tar.xz", WHEN)) as tar:
        entries = {entry.name: entry for entry in tar.getmembers()}
    assert list(entries) == ["mitjul", "mitjul/B", "mitjul/a", "mitjul/안", "mitjul/안/c"]
    assert {(entry.uid, entry.uname, entry.mtime) for entry in entries.values()} == {(0, "", WHEN)}
    target = archives.write_zip(folder, tmp_path / "t.zip", WHEN, "Mitjul-data")
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == ["mitjul/B", "mitjul/a", "mitjul/안/c", "mitjul/Mitjul-data/"]
        assert packed.read("mitjul/안/c") == b"content of c"
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_programs_stay_programs_in_a_tar(tmp_path: Path) -> None:
    folder = made(tmp_path, ["a", "B"], WHEN)
    with tarfile.open(archives.write_tar(folder, tmp_path / "t.tar.xz", WHEN)) as tar:
        assert tar.getmember("mitjul/B").mode == 0o755
