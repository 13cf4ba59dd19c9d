"""Choosing from, and adding to, the speaker registry by typing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.korean.name_index import NameIndex
from desktop.model.project import Entity
from desktop.model.schema import FeatureDef, Names
from desktop.ui.item_models.entity_model import EntityModel
from desktop.ui.panels.entity_editor import EntityEditor
from desktop.ui.theme import Theme
from tests.ui.conftest import ENTITIES, compose, type_text

FEATURE = FeatureDef(name="entity", names=Names(en="Entry", ko="명부"), type="entity")


class Wishes:
    def __init__(self, editor: EntityEditor) -> None:
        self.values: list[object] = []
        self.names: list[str] = []
        editor.value_changed.connect(self.values.append)
        editor.create_requested.connect(self.names.append)


@pytest.fixture
def host(theme: Theme, qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host)
    return host


@pytest.fixture
def editor(host: QWidget, theme: Theme, qtbot: QtBot) -> Iterator[EntityEditor]:
    model = EntityModel(host)
    model.set_index(NameIndex(ENTITIES))
    editor = EntityEditor(FEATURE, "화자 명부", model, theme, host)
    other = QLineEdit(host)
    other.setObjectName("other")
    host.layout().addWidget(editor)
    host.layout().addWidget(other)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    field(editor).setFocus()
    yield editor
    editor.settle()


@pytest.fixture
def wishes(editor: EntityEditor) -> Wishes:
    return Wishes(editor)


def field(editor: EntityEditor) -> QLineEdit:
    return editor.findChildren(QLineEdit)[0]


def popup() -> QListView | None:
    found = QApplication.activePopupWidget()
    return found if isinstance(found, QListView) else None


def offered() -> list[str]:
    view = popup()
    if view is None:
        return []
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def test_the_entry_is_shown_by_its_description(editor: EntityEditor, wishes: Wishes) -> None:
    editor.set_value("dodam", keep_typing=False)
    assert field(editor).text() == "이도담 · 애널리스트 · 누리경제"
    editor.set_value(None, keep_typing=False)
    assert field(editor).text() == ""
    editor.set_value("gone", keep_typing=False)
    assert field(editor).text() == "gone"
    assert (wishes.values, wishes.names) == ([], [])


def highlighted() -> str | None:
    view = popup()
    return view.currentIndex().data() if view is not None else None


def test_typing_offers_matching_entries_and_a_new_one(editor: EntityEditor, wishes: Wishes) -> None:
    type_text(field(editor), "이도")
    assert offered() == ["이도담 · 애널리스트 · 누리경제", "이도진 · 연구원", "New: 이도"]
    assert highlighted() == "이도담 · 애널리스트 · 누리경제"
    QTest.keyClick(popup(), Qt.Key.Key_Down)
    assert highlighted() == "이도진 · 연구원"
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert (wishes.values, wishes.names) == (["dojin"], [])
    assert popup() is None


def test_return_takes_the_highlighted_first_row(editor: EntityEditor, wishes: Wishes) -> None:
    type_text(field(editor), "애널")
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert (wishes.values, wishes.names) == (["dodam"], [])


def test_a_new_name_that_begins_another_one_is_the_last_row(
    editor: EntityEditor, wishes: Wishes
) -> None:
    type_text(field(editor), "이도")
    for _ in range(2):
        QTest.keyClick(popup(), Qt.Key.Key_Down)
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert (wishes.values, wishes.names) == ([], ["이도"])


def test_an_unknown_name_is_wished_for(editor: EntityEditor, wishes: Wishes) -> None:
    type_text(field(editor), "윤서진")
    assert offered() == ["New: 윤서진"]
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert (wishes.values, wishes.names) == ([], ["윤서진"])
    assert popup() is None


def test_a_composition_narrows_the_open_list_and_is_not_ended_by_it(editor: EntityEditor) -> None:
    compose(field(editor), "이")
    assert popup() is None
    type_text(field(editor), "이도")
    compose(field(editor), "담")
    assert offered() == ["이도담 · 애널리스트 · 누리경제"]
    assert field(editor).text() == "이도"
    compose(field(editor), "")
    assert offered() == ["이도담 · 애널리스트 · 누리경제", "이도진 · 연구원", "New: 이도"]


def test_a_click_in_the_list_chooses(editor: EntityEditor, wishes: Wishes) -> None:
    type_text(field(editor), "한빛")
    view = popup()
    assert view is not None
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wishes.values == ["bank"]


@pytest.mark.parametrize(
    ("typed", "values", "names"),
    [("이 애널리스트", ["dodam"], []), ("이도", [], ["이도"]), ("윤서진", [], ["윤서진"])],
)
def test_return_with_the_list_closed_goes_by_the_exact_name(
    editor: EntityEditor, wishes: Wishes, typed: str, values: list[str], names: list[str]
) -> None:
    type_text(field(editor), typed)
    editor._list.hide()
    QTest.keyClick(field(editor), Qt.Key.Key_Return)
    assert (wishes.values, wishes.names) == (values, names)


def test_two_entries_of_one_name_are_not_guessed_at(
    editor: EntityEditor, wishes: Wishes, host: QWidget
) -> None:
    model = host.findChildren(EntityModel)[0]
    model.set_index(
        NameIndex(
            [Entity(id="a", canonical_name="김철수"), Entity(id="b", canonical_name="김철수")]
        )
    )
    type_text(field(editor), "김철수")
    editor._list.hide()
    QTest.keyClick(field(editor), Qt.Key.Key_Return)
    assert (wishes.values, wishes.names) == ([], [])
    assert len(offered()) == 2
    QTest.keyClick(popup(), Qt.Key.Key_Down)
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert wishes.values == ["b"]


def test_down_opens_the_whole_registry_with_nothing_highlighted(
    editor: EntityEditor, wishes: Wishes
) -> None:
    editor.set_value("dodam", keep_typing=False)
    QTest.keyClick(field(editor), Qt.Key.Key_Down)
    assert len(offered()) == len(ENTITIES)
    assert highlighted() is None
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert wishes.values == []


def test_an_emptied_field_takes_the_value_away(editor: EntityEditor, wishes: Wishes) -> None:
    editor.set_value("dodam", keep_typing=False)
    field(editor).selectAll()
    QTest.keyClick(field(editor), Qt.Key.Key_Delete)
    assert highlighted() is None
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert wishes.values == [None]


def test_a_syllable_committed_by_leaving_opens_no_list(
    editor: EntityEditor, wishes: Wishes, host: QWidget
) -> None:
    type_text(field(editor), "한빛은")
    editor._list.hide()
    compose(field(editor), "행")
    host.findChild(QLineEdit, "other").setFocus()
    assert popup() is None
    assert wishes.values == ["bank"]
    editor.set_value(None, keep_typing=False)
    field(editor).setFocus()
    type_text(field(editor), "이도")
    editor._list.hide()
    compose(field(editor), "진")
    assert editor.typed() == ["dojin"]
    assert popup() is None


def test_escape_closes_the_list_then_gives_up(editor: EntityEditor, wishes: Wishes) -> None:
    editor.set_value("dodam", keep_typing=False)
    field(editor).selectAll()
    type_text(field(editor), "이도")
    QTest.keyClick(popup(), Qt.Key.Key_Escape)
    assert popup() is None
    QTest.keyClick(field(editor), Qt.Key.Key_Escape)
    assert field(editor).text() == "이도담 · 애널리스트 · 누리경제"
    assert (wishes.values, wishes.names) == ([], [])


def test_leaving_with_half_a_name_brings_the_value_back(
    editor: EntityEditor, wishes: Wishes, host: QWidget
) -> None:
    editor.set_value("dodam", keep_typing=False)
    field(editor).selectAll()
    type_text(field(editor), "이도")
    editor._list.hide()
    host.findChild(QLineEdit, "other").setFocus()
    assert field(editor).text() == "이도담 · 애널리스트 · 누리경제"
    assert (wishes.values, wishes.names) == ([], [])


def test_the_list_goes_with_the_field(editor: EntityEditor) -> None:
    type_text(field(editor), "이도")
    editor.hide()
    assert popup() is None
