"""The self-test's questions to the machine can be answered with no."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import fonts
from desktop.ui.self_test_machine import encodings, font_faults, lost_syllables
from desktop.ui.text_fields import LineEdit


class Forgetful(LineEdit):
    """Leaves the syllable to Qt, which drops it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composed = ""
        QLineEdit.focusOutEvent(self, event)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def in_window(qtbot: QtBot, window: QWidget, field: LineEdit) -> QPushButton:
    layout = QVBoxLayout(window)
    button = QPushButton("Elsewhere", window)
    layout.addWidget(field)
    layout.addWidget(button)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return button


def test_our_fields_lose_no_syllable(qtbot: QtBot, window: QWidget) -> None:
    field = LineEdit()
    assert lost_syllables(field, in_window(qtbot, window, field)) == []
    assert field.text() == ""


def test_a_field_that_loses_one_is_named(qtbot: QtBot, window: QWidget) -> None:
    field = Forgetful()
    assert lost_syllables(field, in_window(qtbot, window, field)) == ["focus"]


def test_a_font_that_draws_nothing_is_found(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    report = fonts.FontReport(("Some",), missing="뷁", blank="與")
    monkeypatch.setattr(fonts, "check", lambda: report)
    assert font_faults() == "뷁與"


def test_the_encodings_are_told() -> None:
    told = encodings()
    assert told["file_system"] == "utf-8"
    assert set(told) == {"stdout", "file_system", "locale", "code_page", "utf8_mode"}
