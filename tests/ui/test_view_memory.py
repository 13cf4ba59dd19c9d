"""The window comes back as it was left in each project, and the sides go away by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.span import Span
from desktop.session.session import Session
from desktop.settings import VIEWS_LIMIT, SettingsStore, View
from desktop.ui.main_window import MainWindow
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document

LONG = "\n".join(f"{n}번째 문단에서 재무부는 적자가 줄었다고 밝혔다. " * 6 for n in range(80))


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def projects(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "하나.mitjul", tmp_path / "둘.mitjul"]
    for path in paths:
        with Session.create(path, annotator="이수민") as session:
            documents = tuple(make_document(f"기사 {n}", f"{n} {LONG}") for n in range(3))
            session.import_batch(ImportBatch("기사.txt", documents=documents))
    return paths


@pytest.fixture
def window(qtbot: QtBot, settings: SettingsStore, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(settings, theme, "ko")
    qtbot.addWidget(window)
    window.resize(1300, 800)
    window.show()
    yield window
    window.close()


def page_of(window: MainWindow) -> ProjectPage:
    assert window.page is not None
    QApplication.processEvents()
    return window.page


def test_article_place_columns_and_size_come_back(
    window: MainWindow, projects: list[Path], settings: SettingsStore
) -> None:
    window.open_path(projects[0])
    page = page_of(window)
    rows = page.bridge.session.documents()
    page.open_document(rows[2].document_id)
    page.columns.restore((300, 600, 400), left_shown=False, right_shown=True)
    settings.update(zoom=130)
    page.set_zoom(130)
    place = page.desk.text.index("40번째")
    page.article.scroll_to(place)
    assert page.article.top_offset == place
    inspector = page.inspector.width()
    window.open_path(projects[1])
    other = page_of(window)
    assert other.article.top_offset == 0
    settings.update(zoom=100)
    window.open_path(projects[0])
    page = page_of(window)
    assert page.desk.document is not None
    assert page.desk.document.id == rows[2].document_id
    assert page.article.top_offset == place
    assert settings.settings.zoom == 130
    assert page.article.setting.zoom == 1.3
    assert page.documents.isHidden()
    assert abs(page.inspector.width() - inspector) <= 60
    page.columns.toggle_left()
    assert not page.documents.isHidden()


def test_another_language_keeps_the_place(window: MainWindow, projects: list[Path]) -> None:
    window.open_path(projects[0])
    page = page_of(window)
    place = page.desk.text.index("30번째")
    page.article.scroll_to(place)
    window.retranslate("en")
    assert page_of(window).article.top_offset == place


def test_an_article_that_is_gone_is_no_fault(
    window: MainWindow, projects: list[Path], settings: SettingsStore
) -> None:
    with Session.open(projects[0]) as session:
        settings.remember_view(session.project_id, View(document="gone", offset=10**9))
        first = session.documents()[0].document_id
    assert window.open_path(projects[0])
    document = page_of(window).desk.document
    assert document is not None
    assert document.id == first
    with Session.open(projects[1]) as session:
        settings.remember_view(session.project_id, View(document=first, offset=10**9))
    assert window.open_path(projects[1])


def test_only_so_many_projects_are_remembered(settings: SettingsStore) -> None:
    for number in range(VIEWS_LIMIT + 5):
        settings.remember_view(str(number), View(offset=number))
    settings.remember_view("10", View(offset=7))
    kept = settings.settings.views
    assert len(kept) == VIEWS_LIMIT
    assert next(reversed(kept)) == "10"
    assert kept["10"].offset == 7
    assert "4" not in kept


def test_one_key_leaves_only_the_article(window: MainWindow, projects: list[Path]) -> None:
    window.open_path(projects[0])
    page = page_of(window)
    page.columns.toggle_right()
    page.documents.focus_filter()
    window.menu_action("focus_mode").trigger()
    assert page.documents.isHidden()
    assert page.columns.widget(2).isHidden()
    assert page.article.hasFocus()
    window.menu_action("focus_mode").trigger()
    assert not page.documents.isHidden()
    assert page.columns.widget(2).isHidden()
    window.menu_action("focus_mode").trigger()
    window.menu_action("toggle_inspector").trigger()
    assert not page.columns.widget(2).isHidden()
    assert not page.columns.in_focus


def test_the_sides_keep_their_width_while_away(window: MainWindow, projects: list[Path]) -> None:
    window.open_path(projects[0])
    page = page_of(window)
    page.columns.restore((300, 600, 400), left_shown=True, right_shown=True)
    before = page.columns.widths()
    page.columns.toggle_focus()
    page.columns.toggle_focus()
    QApplication.processEvents()
    assert page.columns.widths() == before


def test_zoom_keeps_the_uppermost_line(window: MainWindow, projects: list[Path]) -> None:
    window.open_path(projects[0])
    page = page_of(window)
    page.article.ensure_visible(Span(4_000, 4_010))
    page.article.scroll_to(4_000)
    top = page.article.top_offset
    window.menu_action("zoom_in").trigger()
    line = page.article.top_offset
    assert line <= top
    assert top - line < 60
    page.article.setFocus(Qt.FocusReason.OtherFocusReason)


def test_the_sides_give_way_to_the_article(window: MainWindow, projects: list[Path]) -> None:
    window.open_path(projects[0])
    page = page_of(window)
    window.resize(900, 600)
    QApplication.processEvents()
    assert page.article.width() >= 460
    assert page.columns.widths()[0] == 236
    window.resize(1400, 800)
    QApplication.processEvents()
    assert (page.documents.width(), page.inspector.width()) == (236, 312)
    window.resize(720, 440)
    QApplication.processEvents()
    assert page.article.width() >= 250
