"""The archive's install.sh, run for a user with an empty home."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a script for Linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An unpacked archive in a folder whose name has what shells and sed take for their own."""
    folder = tmp_path / "내 것 & 100% | 남의 것" / "mitjul"
    folder.mkdir(parents=True)
    for file in (PACKAGING / "linux").iterdir():
        shutil.copy(file, folder)
    for name in ("mitjul", "document"):
        shutil.copy(PACKAGING / "icons" / f"{name}.svg", folder)
    (folder / "mitjul").write_text('#!/bin/sh\necho "started with $*"\n', encoding="ascii")
    (folder / "mitjul").chmod(0o755)
    return folder


def run(folder: Path, home: Path, *arguments: str) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    subprocess.run([folder / "install.sh", *arguments], env=environment, check=True)


def test_what_is_registered_starts_the_program_and_is_taken_back(
    folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    project = home / "기사.mitjul"
    home.mkdir()
    project.touch()
    run(folder, home)
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(home / ".local/share/applications/mitjul.desktop", encoding="utf-8")
    command = entry["Desktop Entry"]["Exec"]
    assert command == f'"{str(folder).replace("%", "%%")}/mitjul" %f'
    assert entry["Desktop Entry"]["Name[ko]"] == "밑줄"
    said = subprocess.check_output([home / ".local/bin/mitjul", "a.mitjul"], encoding="utf-8")
    assert said == "started with a.mitjul\n"
    assert (home / ".local/share/mime/packages/mitjul.xml").exists()
    run(folder, home, "remove")
    left = [path for path in home.rglob("*") if path.is_file() or path.is_symlink()]
    assert [path for path in left if "mitjul" in path.name] == [project]
