"""Imports into the window's project: read elsewhere, stopped or broken off, and nothing is changed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.settings import SettingsStore
from desktop.ui.dialogs.messages import KnownErrorDialog
from desktop.ui.dialogs.paste_dialog import PasteDialog
from desktop.ui.dialogs.progress import ProgressDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme

ROW = "한빛은행이 새 지점을 열었다. " * 30


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(window)
    assert window.create_path(tmp_path / "기사 모음.mitjul", "이수민")
    window.show()
    yield window
    window.close()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A list that takes some seconds to read."""
    path = tmp_path / "많다.csv"
    rows = (f"{number}째 기사,{number} {ROW}\n" for number in range(20_000))
    path.write_text("제목,본문\n" + "".join(rows), "utf-8")
    return path


def content(window: MainWindow) -> str:
    session = window.page.bridge.session
    assert session.history(1) == []
    return sha256(session.path.read_bytes()).hexdigest()


def when_shown(kind: type[QDialog], act: Callable[[QDialog], None]) -> list[QDialog]:
    """Do something with a dialog as soon as it is shown; the dialog, once that is done."""
    done: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            done.append(dialog)
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)
    return done


def test_reading_can_be_stopped(window: MainWindow, many: Path) -> None:
    before = content(window)
    stopped = when_shown(ProgressDialog, lambda d: QTest.keyClick(d, Qt.Key.Key_Escape))
    window.import_paths([many])
    assert stopped
    assert not [child for child in multiprocessing.active_children() if child.is_alive()]
    assert content(window) == before


def test_a_reader_that_dies_is_told(window: MainWindow, many: Path) -> None:
    before = content(window)
    told: list[str] = []

    def kill(dialog: QDialog) -> None:
        told.append(dialog.windowTitle())
        (child,) = multiprocessing.active_children()
        child.kill()

    def read(dialog: QDialog) -> None:
        told.append(dialog.windowTitle())
        dialog.accept()

    when_shown(ProgressDialog, kill)
    refused = when_shown(KnownErrorDialog, read)
    window.import_paths([many])
    assert refused
    assert told == ["Reading…", "Mitjul"]
    assert content(window) == before


def test_a_window_closed_while_reading_imports_nothing(window: MainWindow, many: Path) -> None:
    session = window.page.bridge.session
    QTimer.singleShot(50, window.close)
    window.import_paths([many])
    assert session.closed
    assert not [child for child in multiprocessing.active_children() if child.is_alive()]


def test_pasted_text_comes_with_its_title(window: MainWindow) -> None:
    QApplication.clipboard().setText("붙인 기사\n\n글이 여기 있다.")

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        dialog._title.setText("다른 제목")
        dialog.accept_button.click()

    when_shown(PasteDialog, fill)
    window.traffic.paste_article()
    document = window.page.desk.document
    assert document is not None
    assert document.title == "다른 제목"
    assert len(window.page.bridge.session.history(5)) == 1


def test_the_reader_waits_for_files_to_be_chosen(window: MainWindow) -> None:
    window.traffic.expect_import()
    (first,) = multiprocessing.active_children()
    window.traffic.expect_import()
    assert multiprocessing.active_children() == [first]
    window.close_project()
    assert not first.is_alive()
