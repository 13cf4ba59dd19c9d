"""A window that has a project open is found by whoever asks for that file, and by nobody else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui.main_window import MainWindow
from desktop.ui.presence import Presence, bring_to_front
from desktop.ui.theme import Theme


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "기사.mitjul"
    Session.create(path, annotator="김하나").close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "캐시" / "open"


@pytest.fixture
def presence(qtbot: QtBot, folder: Path, project: Path) -> Iterator[Presence]:
    del qtbot
    presence = Presence(folder)
    presence.announce(project)
    yield presence
    presence.announce(None)


def asked(qtbot: QtBot, presence: Presence, folder: Path, path: Path) -> bool:
    with ThreadPoolExecutor(1) as beside, qtbot.waitSignal(presence.wanted):
        answer = beside.submit(bring_to_front, folder, path)
    return answer.result()


def test_the_window_is_told_each_time(
    qtbot: QtBot, presence: Presence, folder: Path, project: Path
) -> None:
    assert asked(qtbot, presence, folder, project)
    assert asked(qtbot, presence, folder, project)
    assert [path.suffix for path in folder.iterdir()] == [".lock"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_the_file_counts_and_not_its_name(
    qtbot: QtBot, presence: Presence, folder: Path, project: Path
) -> None:
    link = project.with_name("다른 이름.mitjul")
    link.symlink_to(project)
    assert asked(qtbot, presence, folder, link)


def test_another_file_or_none_is_open_nowhere(
    presence: Presence, folder: Path, project: Path
) -> None:
    other = project.with_name("다른 기사.mitjul")
    assert not bring_to_front(folder, other)
    assert not bring_to_front(folder, Path("기사\0.mitjul"))
    other.write_bytes(project.read_bytes())
    assert not bring_to_front(folder, other)
    assert not bring_to_front(folder / "none", project)
    presence.announce(None)
    assert not bring_to_front(folder, project)
    assert list(folder.iterdir()) == []


def test_a_window_that_does_not_answer_is_given_up(
    presence: Presence, folder: Path, project: Path
) -> None:
    del presence  # nothing turns its event loop
    assert not bring_to_front(folder, project, patience_s=0.05)
    assert [path.suffix for path in folder.iterdir()] == [".lock"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_the_folder_is_the_users_own(presence: Presence, folder: Path) -> None:
    del presence
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(qtbot: QtBot, project: Path) -> None:
    del qtbot
    presence = Presence(project / "open")
    presence.announce(project)
    assert not bring_to_front(project / "open", project)


def test_the_main_window_says_what_it_has_open_and_comes_forward(
    qtbot: QtBot, theme: Theme, tmp_path: Path, project: Path
) -> None:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "en")
    qtbot.addWidget(window)
    told: list[Path | None] = []
    window.project_changed.connect(told.append)
    assert window.open_path(project)
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
    window.close_project()
    assert told == [project, None]


class Unnumbered(type(Path())):  # type: ignore[misc]
    """A file on a drive that gives its files no numbers."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        return os.stat_result((0o100600, 0, *super().stat(follow_symlinks=follow_symlinks)[2:10]))


def test_files_without_numbers_are_not_taken_for_each_other(qtbot: QtBot, folder: Path) -> None:
    del qtbot
    one, two = Unnumbered(folder.parent.parent / "하나"), Unnumbered(folder.parent.parent / "둘")
    for path in (one, two):
        path.touch()
    presence = Presence(folder)
    presence.announce(one)
    assert not list(folder.glob("*"))
    assert not bring_to_front(folder, two)
