"""The frame of the dialogs on a low screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.theme import Theme


@pytest.mark.parametrize("growing", [False, True])
def test_a_dialog_higher_than_the_screen_keeps_its_buttons(
    growing: bool, qtbot: QtBot, theme: Theme
) -> None:
    del theme
    sheet = Sheet("사본", None, accept="OK", reject="Cancel", growing=growing)
    fields = [QLineEdit() for _ in range(30)]
    for number, field in enumerate(fields):
        sheet.add_field(f"{number}", field)
    fields[0].setFocus()
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    assert sheet.height() <= sheet.screen().availableGeometry().height()
    button = sheet.accept_button
    assert sheet.rect().contains(QRect(button.mapTo(sheet, QPoint()), button.size()))
    assert fields[-1].visibleRegion().isEmpty()
    for before, field in pairwise(fields):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert field.hasFocus()
        assert field.visibleRegion().boundingRect().height() > field.height() / 2
    QTest.keyClick(fields[-1], Qt.Key.Key_Tab)
    assert button.hasFocus()
