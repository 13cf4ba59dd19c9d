"""Progress: shown when it is worth it, stopped when asked, never by accident."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.progress import ProgressDialog, shown_progress
from desktop.ui.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> ProgressDialog:
    dialog = ProgressDialog("Exporting…")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_what_is_done_is_shown(dialog: ProgressDialog) -> None:
    bar = dialog.findChildren(QProgressBar)[0]
    assert bar.maximum() == 0
    dialog.set_progress(13_000, 52_000)
    assert bar.value() / bar.maximum() == 0.25
    assert "13,000 of 52,000" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.set_progress(5_000_000_000, 5_000_000_000)
    assert bar.value() == bar.maximum()
    dialog.set_progress(1_234, 0)
    assert bar.maximum() == 0
    assert "1,234" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize("way", ["button", "escape", "cross"])
def test_stopping_is_asked_once_and_the_dialog_stays(
    qtbot: QtBot, dialog: ProgressDialog, way: str
) -> None:
    asked: list[int] = []
    dialog.cancel_requested.connect(lambda: asked.append(1))
    for _ in range(2):
        if way == "button":
            QTest.mouseClick(dialog.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
        elif way == "escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            dialog.close()
    assert asked == [1]
    assert dialog.isVisible()
    assert dialog.cancelled
    dialog.finish()
    assert not dialog.isVisible()


def test_enter_does_not_stop_the_work(dialog: ProgressDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.cancelled
    dialog.finish()


def test_short_work_shows_nothing(qtbot: QtBot, theme: Theme) -> None:
    with shown_progress("Importing…", None) as progress:
        assert all(progress(done, 1_000) for done in range(1_000))
        assert QApplication.activeModalWidget() is None


def test_long_work_shows_its_dialog_and_hears_the_user(qtbot: QtBot, theme: Theme) -> None:
    seen: list[QDialog] = []

    def stop() -> None:
        modal = QApplication.activeModalWidget()
        if isinstance(modal, ProgressDialog):
            seen.append(modal)
            QTest.keyClick(modal, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(20, stop)

    QTimer.singleShot(20, stop)
    until = time.monotonic() + 10
    with shown_progress("Importing…", None) as progress:
        done = 0
        while progress(done, 1_000_000):
            done += 1
            assert time.monotonic() < until, "it was never asked to stop"
    assert len(seen) == 1
    assert not seen[0].isVisible()
