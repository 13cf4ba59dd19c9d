"""Where things are kept: in the system's folders, or beside a portable program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop import paths


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A packaged program in a folder of its own."""
    program = tmp_path / "밑줄 0.1" / "mitjul.exe"
    program.parent.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


def kept() -> list[Path]:
    return [paths.settings_file(), paths.log_folder(), paths.projects_folder()]


def test_a_checkout_and_an_installed_program_use_the_systems_folders(program: Path) -> None:
    home = Path.home()
    for path in kept():
        assert home in path.parents
        assert program.parent not in path.parents


def test_a_program_beside_its_data_folder_keeps_everything_there(program: Path) -> None:
    folder = program.parent / paths.PORTABLE_FOLDER
    folder.mkdir()
    assert all(folder in path.parents for path in kept())


def test_on_macos_the_data_folder_lies_beside_the_application(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Mitjul.app/Contents/MacOS/mitjul"))
    assert paths.portable_folder() is None
    (tmp_path / paths.PORTABLE_FOLDER).mkdir()
    assert paths.portable_folder() == tmp_path.resolve() / paths.PORTABLE_FOLDER


def test_a_data_folder_means_nothing_to_a_checkout(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program.parent / paths.PORTABLE_FOLDER).mkdir()
    monkeypatch.setattr(sys, "frozen", False)
    assert paths.portable_folder() is None
