"""What assistive technology finds: names on every control, and the article with its annotations."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.span import Span
from desktop.settings import SettingsStore
from desktop.ui.article import accessible
from desktop.ui.article.view import ArticleView
from desktop.ui.fonts import article_families
from desktop.ui.hands import press
from desktop.ui.main_window import MainWindow
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article
from tests.ui.dialogs.test_every_dialog import DIALOGS

ROLE = QAccessible.Role
NAMED = {
    ROLE.Button,
    ROLE.ButtonMenu,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.SpinBox,
    ROLE.Slider,
    ROLE.List,
    ROLE.Table,
    ROLE.Tree,
    ROLE.MenuItem,
    ROLE.Document,
    ROLE.PageTab,
    ROLE.Dialog,
}


@pytest.fixture(scope="module", autouse=True)
def active(qapp: QApplication) -> Iterator[None]:
    accessible.install()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child.isValid() and not child.state().invisible:
            yield from walk(child)


def unnamed(top: QWidget) -> list[str]:
    root = QAccessible.queryAccessibleInterface(top)
    found = [i for i in walk(root) if i.role() in NAMED]
    assert found
    return [
        repr(i.object())
        for i in found
        if not i.text(QAccessible.Text.Name) and not i.state().disabled and not _inside_combo(i)
    ]


def _inside_combo(interface: QAccessibleInterface) -> bool:
    """The list and the field within a drop-down belong to its name."""
    return interface.parent().role() == ROLE.ComboBox


@pytest.fixture
def text(page: ProjectPage) -> Any:
    found = QAccessible.queryAccessibleInterface(page.article)
    assert found.role() == ROLE.Document
    assert found.text(QAccessible.Text.Name)
    return found.textInterface()


def test_what_the_article_does_not_offer_is_nothing(page: ProjectPage) -> None:
    """As a bridge to the system's assistive technology asks."""
    found = QAccessible.queryAccessibleInterface(page.article)
    offered = [
        found.attributesInterface(),
        found.valueInterface(),
        found.editableTextInterface(),
        found.selectionInterface(),
        found.tableCellInterface(),
    ]
    assert offered == [None] * len(offered)
    assert found.actionInterface() is not None


@pytest.mark.parametrize("selected", [None, "c1", "f4", "s1", "q2", "t1"])
def test_every_control_of_the_window_has_a_name(
    page: ProjectPage, article: Article, selected: str | None
) -> None:
    if selected is not None:
        page.desk.show_annotation(article.ids[selected])
    QApplication.processEvents()
    assert unnamed(page) == []


def test_the_welcome_and_the_menus_have_names(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(window)
    window.show()
    window.show_welcome()
    assert unnamed(window) == []
    window.menu_action("reading").trigger()
    panel = QApplication.activePopupWidget()
    assert panel is not None
    assert unnamed(panel) == []
    panel.close()
    window.close()


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(
    name: str, qtbot: QtBot, article: Article, theme: Theme, tmp_path: Path
) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    dialog: QDialog = DIALOGS[name](article, store, theme, tmp_path)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert unnamed(dialog) == []
    dialog.finish() if hasattr(dialog, "finish") else dialog.reject()


def test_the_text_is_the_article_s_in_utf16(page: ProjectPage, article: Article, text: Any) -> None:
    units = len(article.text.encode("utf-16-le")) // 2
    assert units > len(article.text)
    assert text.characterCount() == units
    assert text.text(0, -1) == article.text
    emoji = article.text.index("😀")
    before = len(article.text[:emoji].encode("utf-16-le")) // 2
    assert text.text(before, before + 2) == "😀"
    assert text.text(before + 2, before + 4) == "𠮷"


def test_the_caret_is_the_view_s(page: ProjectPage, article: Article, text: Any) -> None:
    start = article.text.index("지난달")
    units = len(article.text[:start].encode("utf-16-le")) // 2
    page.article.select_span(Span(start, start + 3))
    assert text.cursorPosition() == units + 3
    assert text.selectionCount() == 0
    text.removeSelection(0)
    assert page.article.selection is None
    text.addSelection(0, 4)
    assert page.article.selection == Span(0, 4)
    text.setCursorPosition(units)
    assert page.article.caret_offset == start
    assert page.article.selection is None


def test_characters_are_where_they_are_drawn(
    page: ProjectPage, article: Article, text: Any
) -> None:
    port = page.article.viewport()
    on_screen = QRect(port.mapToGlobal(QPoint(0, 0)), port.size())
    for offset in (0, 5, article.text.index("비용")):
        place = text.characterRect(offset)
        assert on_screen.contains(place)
        assert place.width() > 2
        assert text.offsetAtPoint(QPoint(place.left() + 1, place.center().y())) == offset


def test_a_selected_annotation_is_said(page: ProjectPage, article: Article) -> None:
    press(page.article, Qt.Key.Key_Home, modifiers=Qt.KeyboardModifier.ControlModifier)
    seen = []
    for _ in range(3):
        press(page.article, Qt.Key.Key_Tab)
        interface = QAccessible.queryAccessibleInterface(page.article)
        seen.append(interface.text(QAccessible.Text.Description))
    assert seen[0].startswith("화자: 누리경제의 이도담 애널리스트")
    assert "누리경제" in seen[0]
    assert seen[1].startswith("주장: 재고는 바닥났다")
    assert len(set(seen)) == 3
    page.article.select_span(Span(0, 4))
    interface = QAccessible.queryAccessibleInterface(page.article)
    assert interface.text(QAccessible.Text.Description).endswith(article.text[:4])
    page.article.clear_selection()
    page.desk.select(None)
    interface = QAccessible.queryAccessibleInterface(page.article)
    assert interface.text(QAccessible.Text.Description) == ""


def test_views_come_and_go(qtbot: QtBot, article: Article, theme: Theme) -> None:
    for _ in range(30):
        view = ArticleView(article_families(), theme.palette)
        found = QAccessible.queryAccessibleInterface(view)
        assert found.textInterface().characterCount() == 0
        view.deleteLater()
        del view, found
        QApplication.processEvents()
        gc.collect()


def test_the_keyboard_comes_round_from_the_article(page: ProjectPage) -> None:
    """Everything can be reached by Tab once the article was left, and the article again."""
    page.activateWindow()
    page.documents.focus_filter()
    seen: list[QWidget] = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen or focus is page.article:
            break
        seen.append(focus)
        press(focus, Qt.Key.Key_Tab)
    assert len(seen) >= 3
    assert all(widget.isVisible() for widget in seen)
