"""Typing numbers and ranges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.schema import FeatureDef, Names
from desktop.ui.panels.number_editors import DecimalEditor, NumberField, RangeEditor
from desktop.ui.theme import Theme
from tests.ui.conftest import type_text

NAMES = Names(en="Value", ko="값")
DECIMAL = FeatureDef(name="value", names=NAMES, type="decimal")
RANGE = FeatureDef(name="range", names=NAMES, type="range")


@pytest.fixture
def host(theme: Theme, qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(280, 200)
    return host


@pytest.fixture
def decimal(host: QWidget) -> DecimalEditor:
    editor = DecimalEditor(DECIMAL, "값", "ko", host)
    host.show()
    return editor


@pytest.fixture
def span(host: QWidget, theme: Theme) -> RangeEditor:
    editor = RangeEditor(RANGE, "범위", theme, "ko", host)
    host.show()
    return editor


def lines(editor: QWidget) -> list[QLineEdit]:
    return editor.findChildren(QLineEdit)


def enter(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    type_text(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def reading(editor: QWidget, index: int = 0) -> str:
    return editor.findChildren(NumberField)[index].reading


def test_a_number_is_sent_as_a_string_and_read_aloud(decimal: DecimalEditor) -> None:
    values: list[object] = []
    decimal.value_changed.connect(values.append)
    enter(lines(decimal)[0], "2억")
    assert values == ["200000000"]
    assert reading(decimal) == "2억 = 200,000,000"
    decimal.set_value("200000000", keep_typing=True)
    decimal.flush()
    assert values == ["200000000"]
    enter(lines(decimal)[0], "0.10")
    assert values[-1] == "0.10"
    assert DECIMAL.fault("0.10", 1) is None


def test_what_is_no_number_is_said_and_not_sent(decimal: DecimalEditor) -> None:
    values: list[object] = []
    decimal.value_changed.connect(values.append)
    decimal.set_value("12.5", keep_typing=False)
    enter(lines(decimal)[0], "12.5퍼센트")
    assert values == []
    assert "Not a number" in reading(decimal)
    assert lines(decimal)[0].text() == "12.5퍼센트"
    decimal.set_value("12.5", keep_typing=True)
    assert lines(decimal)[0].text() == "12.5퍼센트"
    QTest.keyClick(lines(decimal)[0], Qt.Key.Key_Escape)
    assert lines(decimal)[0].text() == "12.5"
    assert reading(decimal) == ""


def test_an_emptied_field_takes_the_value_away(decimal: DecimalEditor) -> None:
    values: list[object] = []
    decimal.value_changed.connect(values.append)
    decimal.set_value("12.5", keep_typing=False)
    enter(lines(decimal)[0], "")
    assert values == [None]


def test_the_same_number_written_otherwise_is_no_change(decimal: DecimalEditor) -> None:
    values: list[object] = []
    decimal.value_changed.connect(values.append)
    decimal.set_value("200000000", keep_typing=False)
    enter(lines(decimal)[0], "2억")
    assert values == []


def test_a_range_keeps_its_signs(span: RangeEditor) -> None:
    values: list[object] = []
    span.value_changed.connect(values.append)
    shown = {
        "low": "30000000000",
        "high": "45000000000",
        "low_inclusive": True,
        "high_inclusive": False,
    }
    span.set_value(shown, keep_typing=False)
    assert [line.text() for line in lines(span)] == ["30000000000", "45000000000"]
    assert reading(span, 1) == "450억 = 45,000,000,000"
    enter(lines(span)[0], "310억")
    assert values == [shown | {"low": "31000000000"}]
    assert RANGE.fault(values[0], 1) is None
    signs = span.findChildren(QAbstractButton)
    assert [(sign.text(), sign.isChecked()) for sign in signs] == [
        ("≥", True),
        (">", False),
        ("≤", False),
        ("<", True),
    ]
    QTest.mouseClick(signs[2], Qt.MouseButton.LeftButton)
    assert values[-1] == shown | {"low": "31000000000", "high_inclusive": True}


def test_one_end_is_enough_and_none_takes_the_value_away(span: RangeEditor) -> None:
    values: list[object] = []
    span.value_changed.connect(values.append)
    QTest.mouseClick(span.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    assert values == []
    enter(lines(span)[1], "45")
    assert values == [{"low": None, "high": "45", "low_inclusive": False, "high_inclusive": True}]
    span.set_value(values[0], keep_typing=True)
    enter(lines(span)[1], "")
    assert values[-1] is None


def test_crossed_ends_are_said(span: RangeEditor) -> None:
    def warned() -> bool:
        return any(
            "larger" in label.text() and label.isVisible() for label in span.findChildren(QLabel)
        )

    enter(lines(span)[0], "5")
    assert not warned()
    enter(lines(span)[1], "3")
    assert warned()
    enter(lines(span)[1], "30")
    assert not warned()
