"""The window without a project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.welcome import Welcome
from desktop.ui.theme import Theme


@pytest.fixture
def welcome(qtbot: QtBot, theme: Theme) -> Iterator[Welcome]:
    welcome = Welcome(theme)
    welcome.resize(900, 700)
    with qtbot.waitExposed(welcome):
        welcome.show()
    yield welcome
    welcome.close()
    welcome.deleteLater()


def row(welcome: Welcome, name: str) -> QPushButton:
    return next(b for b in welcome.findChildren(QPushButton) if b.accessibleName() == name)


def visible(welcome: Welcome) -> list[str]:
    return [b.accessibleName() for b in welcome.findChildren(QPushButton) if b.isVisible()]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("New project", "new_requested"),
        ("Open a project", "open_requested"),
        ("Open the tutorial project", "tutorial_requested"),
    ],
)
@pytest.mark.parametrize("by", ["mouse", "key"])
def test_each_row_is_a_wish(
    qtbot: QtBot, welcome: Welcome, name: str, signal: str, by: str
) -> None:
    with qtbot.waitSignal(getattr(welcome, signal)):
        if by == "mouse":
            QTest.mouseClick(row(welcome, name), Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(row(welcome, name), Qt.Key.Key_Space)


def test_a_recent_project_is_asked_for_by_its_path(
    qtbot: QtBot, welcome: Welcome, tmp_path: Path
) -> None:
    paths = [tmp_path / "가을.mitjul", tmp_path / "<b>겨울 & 봄.mitjul"]
    welcome.set_recent(paths)
    with qtbot.waitSignal(welcome.recent_requested) as asked:
        QTest.mouseClick(row(welcome, "<b>겨울 & 봄"), Qt.MouseButton.LeftButton)
    assert asked.args == [paths[1]]
    assert "<b>" not in row(welcome, "<b>겨울 & 봄").toolTip()


def test_the_list_follows_what_was_opened(qtbot: QtBot, welcome: Welcome, tmp_path: Path) -> None:
    welcome.set_recent([tmp_path / f"{number}.mitjul" for number in range(12)])
    welcome.set_recent([tmp_path / "하나.mitjul"])
    qtbot.waitUntil(lambda: "하나" in visible(welcome))
    assert not {"0", "3", "11"} & set(visible(welcome))


def test_a_small_window_scrolls(qtbot: QtBot, welcome: Welcome, tmp_path: Path) -> None:
    welcome.set_recent([tmp_path / f"{number}.mitjul" for number in range(12)])
    welcome.resize(600, 300)
    qtbot.waitUntil(lambda: welcome.verticalScrollBar().maximum() > 0)
    assert welcome.horizontalScrollBar().maximum() == 0
