"""No syllable is lost, wherever the field is left from, and none is doubled."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import text_fields
from desktop.ui.text_fields import LineEdit, PlainTextEdit, commit_focused
from desktop.ui.theme import Theme
from tests.ui.conftest import compose, type_text

Field = LineEdit | PlainTextEdit


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, LineEdit) else field.toPlainText()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture(params=[LineEdit, PlainTextEdit])
def field(request: pytest.FixtureRequest, qtbot: QtBot, window: QWidget) -> Field:
    """A field with 한국 in it and 어 being composed, in a window with a button."""
    made: Field = request.param()
    button = QPushButton("Elsewhere")
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(button)
    window.resize(300, 200)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    type_text(made, "한국")
    compose(made, "어")
    return made


def elsewhere(field: Field) -> QPushButton:
    button = field.window().findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


def test_the_syllable_is_not_in_the_text_while_it_is_composed(field: Field) -> None:
    assert text_of(field) == "한국"


def test_focus_elsewhere_keeps_the_syllable(field: Field) -> None:
    elsewhere(field).setFocus()
    assert text_of(field) == "한국어"


def test_a_click_in_the_field_keeps_the_syllable(field: Field) -> None:
    aim = field if isinstance(field, LineEdit) else field.viewport()
    QTest.mouseClick(aim, Qt.MouseButton.LeftButton, pos=QPoint(3, 8))
    assert text_of(field) == "한국어"
    type_text(field, "새 ")
    assert text_of(field) == "새 한국어"


def test_reading_the_field_keeps_the_syllable(field: Field) -> None:
    assert field.committed_text() == "한국어"
    assert field.committed_text() == "한국어"


def test_a_save_from_anywhere_keeps_the_syllable(field: Field) -> None:
    commit_focused()
    assert text_of(field) == "한국어"
    elsewhere(field).setFocus()
    commit_focused()
    assert text_of(field) == "한국어"


def test_a_platform_that_commits_itself_does_not_double_it(field: Field) -> None:
    commit = QInputMethodEvent("", [])
    commit.setCommitString("어")
    QApplication.sendEvent(field, commit)
    elsewhere(field).setFocus()
    assert text_of(field) == "한국어"
    assert field.committed_text() == "한국어"


def test_a_syllable_taken_back_stays_away(field: Field) -> None:
    compose(field, "")
    elsewhere(field).setFocus()
    assert text_of(field) == "한국"


def test_the_next_syllable_commits_the_one_before(field: Field) -> None:
    event = QInputMethodEvent("요", [])
    event.setCommitString("어")
    QApplication.sendEvent(field, event)
    elsewhere(field).setFocus()
    assert text_of(field) == "한국어요"


def test_the_window_has_no_fields_but_these() -> None:
    own = Path(text_fields.__file__)
    bare = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QDoubleSpinBox", "QDateEdit"}
    made = [
        f"{module.name}, line {node.lineno}"
        for module in own.parent.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in bare
    ]
    assert made == []
