"""The palette and the list of keys in the real window, by real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings import SettingsStore
from desktop.ui.hands import press
from desktop.ui.main_window import MainWindow
from desktop.ui.panels.action_list import ActionLine, LineRole
from desktop.ui.panels.command_palette import CommandPalette
from desktop.ui.panels.key_list import KeyList
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import compose, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(window)
    window.show()
    assert window.create_path(tmp_path / "기사.mitjul", "이수민")
    window.import_paths([_article(tmp_path)])
    # A slow import has shown its progress; here no window manager gives the focus back.
    window.activateWindow()
    yield window
    window.close()


def _article(folder: Path) -> Path:
    path = folder / "기사.txt"
    path.write_text("한빛은행 수출 늘어\n\n수출이 석 달째 늘었다.\n", encoding="utf-8")
    return path


def palette(window: MainWindow) -> CommandPalette:
    window.menu_action("show_palette").trigger()
    found = window.findChild(CommandPalette)
    assert found.isVisible()
    return found


def keys(window: MainWindow) -> KeyList:
    window.menu_action("show_keys").trigger()
    found = window.findChild(KeyList)
    assert found.isVisible()
    return found


def focused() -> LineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, LineEdit)
    return widget


def titles(overlay: CommandPalette | KeyList) -> list[str]:
    return [_line(overlay, row).title for row in range(overlay._list.count())]


def _line(overlay: CommandPalette | KeyList, row: int) -> ActionLine:
    line = overlay._list.item(row).data(LineRole)
    assert isinstance(line, ActionLine)
    return line


def test_a_few_letters_and_enter_do_an_action(window: MainWindow) -> None:
    shown = palette(window)
    type_text(focused(), "zoom i")
    press(focused(), Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert window._settings.settings.zoom == 110
    assert window.page is not None
    assert QApplication.focusWidget() is window.page.article
    assert titles(palette(window))[0] == "Zoom in"
    press(focused(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.page.article


def test_a_syllable_that_is_being_composed_is_searched_already(window: MainWindow) -> None:
    shown = palette(window)
    compose(focused(), "주")
    assert titles(shown)[:2] == ["Mark as 주장", "Pick up the pen: 주장"]


def test_an_action_on_the_article_is_done_there(window: MainWindow) -> None:
    assert window.page is not None
    view = window.page.article
    press(view, Qt.Key.Key_Right, modifiers=Qt.KeyboardModifier.ShiftModifier | CTRL)
    palette(window)
    type_text(focused(), "ㅈㅈ")
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Up)
    press(focused(), Qt.Key.Key_Return)
    made = window.page.desk.selected
    assert made is not None
    assert made.label == "CLAIM"


def test_without_a_project_only_what_needs_none_is_offered(window: MainWindow) -> None:
    window.close_project()
    offered = titles(palette(window))
    assert "New project" in offered
    assert "Undo" not in offered
    assert "Export" not in offered
    type_text(focused(), "qqq")
    press(focused(), Qt.Key.Key_Return)
    assert window.findChild(CommandPalette)._nothing.isVisible()


def test_the_palette_leaves_when_the_keyboard_does(window: MainWindow) -> None:
    shown = palette(window)
    assert window.page is not None
    window.page.article.setFocus()
    assert not shown.isVisible()
    assert QApplication.focusWidget() is window.page.article


def test_keys_are_found_by_name_and_by_key(window: MainWindow) -> None:
    shown = keys(window)
    assert titles(shown)[0] == "In the article"
    type_text(focused(), "Ctrl+E")
    assert titles(shown)[0] == "Export"
    focused().clear()
    type_text(focused(), "relate")
    assert titles(shown)[0] == "Relate the annotation"


def test_a_changed_key_acts_shows_and_stays(window: MainWindow, tmp_path: Path) -> None:
    shown = keys(window)
    type_text(focused(), "next annotation")
    press(focused(), Qt.Key.Key_Return)
    press(shown._catcher, Qt.Key.Key_Shift)
    press(shown._catcher, Qt.Key.Key_unknown, "ㅎ")
    assert _line(shown, 0).keys == ("G",)
    assert window._settings.settings.keys == {"next_annotation": ("G",)}
    press(focused(), Qt.Key.Key_Escape)
    assert window.page is not None
    stated: list[str] = []
    window.page.desk.hint_changed.connect(stated.append)
    press(window.page.article, Qt.Key.Key_N, "n")
    assert stated == []
    press(window.page.article, Qt.Key.Key_G, "g")
    assert len(stated) == 1
    again = SettingsStore(tmp_path / "settings.json")
    assert again.settings.keys == {"next_annotation": ("G",)}


def test_a_menu_shows_and_obeys_a_changed_key(window: MainWindow) -> None:
    shown = keys(window)
    type_text(focused(), "export")
    shown._change.click()
    press(shown._catcher, Qt.Key.Key_F12)
    assert [k.toString() for k in window.menu_action("export").shortcuts()] == ["F12"]
    shown._default.click()
    assert [k.toString() for k in window.menu_action("export").shortcuts()] == ["Ctrl+E"]
    shown._remove.click()
    assert window.menu_action("export").shortcuts() == []
    shown._all_default.click()
    assert window._settings.settings.keys == {}


@pytest.mark.parametrize(
    ("action", "key", "modifiers", "words"),
    [
        ("relate", Qt.Key.Key_E, CTRL, "Export"),
        ("export", Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier, "typing"),
    ],
)
def test_a_key_that_cannot_be_given_is_refused_in_words(
    window: MainWindow,
    action: str,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    words: str,
) -> None:
    shown = keys(window)
    type_text(focused(), action)
    press(focused(), Qt.Key.Key_Return)
    press(shown._catcher, key, modifiers=modifiers)
    assert words in shown._catcher.text()
    assert window._settings.settings.keys == {}


def test_escape_and_digits_of_labels_change_nothing(window: MainWindow) -> None:
    shown = keys(window)
    type_text(focused(), "mark as 주장")
    press(focused(), Qt.Key.Key_Return)
    assert "digits" in shown._catcher.text()
    focused().clear()
    type_text(focused(), "relate")
    press(focused(), Qt.Key.Key_Return)
    press(shown._catcher, Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert window._settings.settings.keys == {}
    press(focused(), Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_both_are_built_again_in_another_language(window: MainWindow) -> None:
    before = palette(window)
    window.retranslate("en")
    QApplication.sendPostedEvents(None, 52)
    assert palette(window) is not before
    keys(window)


def test_single_keys_are_inert_in_a_field_and_shortcuts_are_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitActive(window)
    assert window.page is not None
    window.page.run_action("filter")
    field = focused()
    qtbot.keyClicks(field, "ra?1")
    assert field.text() == "ra?1"
    assert window.findChildren(KeyList) == []
    assert window.page.bridge.session.counts() == {}
    qtbot.keyClick(field, Qt.Key.Key_K, CTRL)
    assert window.findChild(CommandPalette).isVisible()
    press(focused(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field
    window.page.article.setFocus()
    qtbot.keyClicks(window.page.article, "?")
    assert window.findChild(KeyList).isVisible()
