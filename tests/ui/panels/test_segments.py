"""A row of choices, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.panels.segments import Option, Segments
from desktop.ui.theme import Theme

OPTIONS = (Option("direct", "직접"), Option("indirect", "간접"), Option("mixed", "혼합"))


@pytest.fixture
def segments(theme: Theme, qtbot: QtBot) -> Segments:
    segments = Segments(OPTIONS, theme, "인용")
    qtbot.addWidget(segments)
    with qtbot.waitExposed(segments):
        segments.show()
    return segments


def buttons(segments: Segments) -> list[QAbstractButton]:
    return segments.findChildren(QAbstractButton)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_click_chooses_and_a_second_one_clears(segments: Segments) -> None:
    chosen: list[object] = []
    segments.chosen.connect(chosen.append)
    direct, indirect, _ = buttons(segments)
    click(direct)
    click(indirect)
    assert [button.isChecked() for button in buttons(segments)] == [False, True, False]
    click(indirect)
    assert chosen == ["direct", "indirect", None]
    assert not any(button.isChecked() for button in buttons(segments))


def test_without_clearing_a_second_click_does_nothing(theme: Theme, qtbot: QtBot) -> None:
    segments = Segments(OPTIONS, theme, "레이블", clearable=False)
    qtbot.addWidget(segments)
    chosen: list[object] = []
    segments.chosen.connect(chosen.append)
    for _ in range(2):
        click(buttons(segments)[1])
    assert chosen == ["indirect"]
    assert buttons(segments)[1].isChecked()


def test_setting_a_value_tells_nobody(segments: Segments) -> None:
    chosen: list[object] = []
    segments.chosen.connect(chosen.append)
    segments.set_value("mixed")
    assert buttons(segments)[2].isChecked()
    segments.set_value("from elsewhere")
    assert not any(button.isChecked() for button in buttons(segments))
    assert chosen == []


def test_tab_reaches_the_row_once_and_arrows_walk_in_it(segments: Segments, qtbot: QtBot) -> None:
    stops = [b for b in buttons(segments) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == buttons(segments)[:1]
    chosen: list[object] = []
    segments.chosen.connect(chosen.append)
    segments.activateWindow()
    stops[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert QApplication.focusWidget() is buttons(segments)[2]
    QTest.keyClick(buttons(segments)[2], Qt.Key.Key_Space)
    QTest.keyClick(buttons(segments)[0], Qt.Key.Key_Return)
    assert chosen == ["mixed", "direct"]


def test_a_click_leaves_the_focus_where_it_is(segments: Segments, qtbot: QtBot) -> None:
    field = QLineEdit(segments)
    field.show()
    field.setFocus()
    click(buttons(segments)[1])
    assert QApplication.focusWidget() is field
    assert segments.value == "indirect"


def test_a_narrow_row_goes_on_in_a_second_line(segments: Segments) -> None:
    full = segments.sizeHint()
    assert segments.heightForWidth(full.width()) == full.height()
    assert segments.heightForWidth(full.width() - 1) > full.height()
    first, second, third = buttons(segments)
    segments.resize(full.width(), full.height())
    assert segments.ends_of_line(first) == (True, False)
    assert segments.ends_of_line(third) == (False, True)
    segments.resize(full.width() - 1, 60)
    assert third.y() > second.y()
    assert segments.ends_of_line(second) == (False, True)
    assert segments.ends_of_line(third) == (True, True)


def test_a_long_name_is_elided_and_told_whole(qtbot: QtBot, theme: Theme) -> None:
    name = "아주긴이름" * 12
    row = Segments([Option("long", name), Option("short", "짧게")], theme, "길이")
    qtbot.addWidget(row)
    long, short = row.findChildren(QAbstractButton)
    assert long.sizeHint().width() <= 200
    assert name in long.toolTip()
    assert long.accessibleName() == name
    assert short.toolTip() == ""
