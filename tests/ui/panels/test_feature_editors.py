"""Editors of single features: what is typed, chosen, taken and given up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.model.schema import Choice, FeatureDef, Names
from desktop.ui.panels.choice_widgets import TickBox
from desktop.ui.panels.feature_editors import (
    BooleanEditor,
    EnumList,
    EnumSegments,
    FeatureEditor,
    NoteEditor,
    TextEditor,
)
from desktop.ui.theme import Theme
from tests.ui.conftest import compose, type_text

NAMES = Names(en="Feature", ko="속성")
CHOICES = tuple(Choice(name=f"v{n}", names=Names(en=f"v{n}", ko=f"값{n}")) for n in range(7))


def feature(kind: str, **fields: object) -> FeatureDef:
    return FeatureDef.model_validate({"name": "f", "names": NAMES, "type": kind, **fields})


Shown = Callable[[Callable[[QWidget], FeatureEditor]], tuple[FeatureEditor, list[object]]]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Shown:
    hosts: list[QWidget] = []

    def show(make: Callable[[QWidget], FeatureEditor]) -> tuple[FeatureEditor, list[object]]:
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        editor = make(host)
        other = QLineEdit(host)
        other.setObjectName("other")
        other.move(0, 150)
        host.resize(300, 200)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        values: list[object] = []
        editor.value_changed.connect(values.append)
        return editor, values

    return show


def leave(editor: FeatureEditor) -> None:
    editor.window().findChild(QLineEdit, "other").setFocus()


def line(editor: FeatureEditor) -> QLineEdit:
    return editor.findChildren(QLineEdit)[0]


def test_segments_send_and_clear(shown: Shown, theme: Theme) -> None:
    editor, values = shown(
        lambda host: EnumSegments(feature("enum", values=CHOICES[:3]), "속성", theme, "ko", host)
    )
    editor.set_value("v1", keep_typing=False)
    assert values == []
    first, second, _ = editor.findChildren(QAbstractButton)
    assert second.isChecked()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert values == ["v0", None]


def test_a_long_enumeration_has_an_empty_choice_and_ignores_the_wheel(
    shown: Shown, theme: Theme
) -> None:
    editor, values = shown(
        lambda host: EnumList(feature("enum", values=CHOICES), "속성", theme, "ko", host)
    )
    editor.set_value("v3", keep_typing=False)
    (box,) = editor.findChildren(QComboBox)
    assert box.currentText() == "값3"
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert values == ["v4", None]
    editor.set_value("unknown", keep_typing=False)
    assert box.currentText() == "—"
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentText() == "—"
    assert len(values) == 2


def test_a_tick_by_mouse_and_key(shown: Shown, theme: Theme) -> None:
    editor, values = shown(lambda host: BooleanEditor(feature("boolean"), "속성", theme, host))
    (box,) = editor.findChildren(TickBox)
    empty = box.grab().toImage()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.grab().toImage() != empty
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert values == [True, False]
    editor.set_value(True, keep_typing=False)
    assert box.isChecked()
    editor.set_value(None, keep_typing=False)
    assert not box.isChecked()
    assert len(values) == 2


def test_text_is_taken_with_return_and_when_the_cursor_leaves(shown: Shown) -> None:
    editor, values = shown(lambda host: TextEditor(feature("text"), "속성", host))
    editor.setFocus()
    type_text(line(editor), " 라고 ")
    assert values == []
    QTest.keyClick(line(editor), Qt.Key.Key_Return)
    assert values == ["라고"]
    editor.set_value("라고", keep_typing=True)
    leave(editor)
    assert values == ["라고"]
    editor.setFocus()
    line(editor).selectAll()
    QTest.keyClick(line(editor), Qt.Key.Key_Delete)
    leave(editor)
    assert values == ["라고", None]


def test_the_syllable_in_composition_is_not_lost(shown: Shown) -> None:
    editor, values = shown(lambda host: TextEditor(feature("text"), "속성", host))
    editor.setFocus()
    type_text(line(editor), "한국")
    compose(line(editor), "어")
    leave(editor)
    assert values == ["한국어"]
    editor.set_value("한국어", keep_typing=True)
    editor.setFocus()
    compose(line(editor), "과")
    editor.flush()
    assert values == ["한국어", "한국어과"]


def test_escape_gives_up_what_was_typed(shown: Shown) -> None:
    editor, values = shown(lambda host: TextEditor(feature("text"), "속성", host))
    editor.set_value("라고", keep_typing=False)
    editor.setFocus()
    type_text(line(editor), "요")
    QTest.keyClick(line(editor), Qt.Key.Key_Escape)
    assert line(editor).text() == "라고"
    leave(editor)
    assert values == []


def test_typing_survives_a_value_that_is_set_meanwhile(shown: Shown) -> None:
    editor, values = shown(lambda host: TextEditor(feature("text"), "속성", host))
    editor.set_value("전", keep_typing=False)
    editor.setFocus()
    type_text(line(editor), "후")
    typed = line(editor).text()
    editor.set_value("다른 곳", keep_typing=True)
    assert line(editor).text() == typed
    leave(editor)
    assert values == [typed]
    editor.set_value("다른 곳", keep_typing=False)
    assert line(editor).text() == "다른 곳"


def test_a_note_of_several_lines_is_taken_when_the_cursor_leaves(shown: Shown) -> None:
    editor, values = shown(lambda host: NoteEditor(feature("text"), "메모", host))
    (field,) = editor.findChildren(QPlainTextEdit)
    editor.setFocus()
    type_text(field, "첫 줄")
    QTest.keyClick(field, Qt.Key.Key_Return)
    type_text(field, "둘")
    compose(field, "째")
    assert values == []
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert values == ["첫 줄\n둘째"]
    editor.set_value("첫 줄\n둘째", keep_typing=True)
    editor.flush()
    assert len(values) == 1
    editor.set_value(None, keep_typing=False)
    assert field.toPlainText() == ""
