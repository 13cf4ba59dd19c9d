"""The keyboard's focus: seen on every control in every look, and where Tab and keys take it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import SettingsStore
from desktop.ui.action_finder import ActionFinder
from desktop.ui.bridge import Bridge
from desktop.ui.hands import press
from desktop.ui.main_window import MainWindow
from desktop.ui.margin.card_buttons import CardButton
from desktop.ui.panels.overlay import Overlay
from desktop.ui.project_page import ProjectPage
from desktop.ui.tab_stops import tab_stops
from desktop.ui.theme import Mode, Theme
from tests.ui.conftest import Article
from tests.ui.dialogs.test_every_dialog import DIALOGS
from tests.ui.focus_looks import is_plain, tour

LOOKS: tuple[tuple[Mode, bool], ...] = (
    ("light", False),
    ("dark", False),
    ("light", True),
    ("dark", True),
)
OVERLAYS = ("search_project", "annotation_table", "registry", "mark_same")


@pytest.fixture(params=LOOKS)
def looks(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Theme]:
    mode, high = request.param
    theme.set_look(mode, high_contrast=high)
    yield theme
    theme.set_look("light", high_contrast=False)


hardest_looks = pytest.mark.parametrize("looks", [LOOKS[1], LOOKS[2]], indirect=True)
"""Accent on the dark ground, and where borders are black already."""


def activate(qtbot: QtBot, window: QWidget) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def shown_page(qtbot: QtBot, article: Article, theme: Theme, width: int = 1500) -> ProjectPage:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(width, 900)
    activate(qtbot, page)
    qtbot.waitUntil(lambda: page.reviewing.feed.current)
    return page


@pytest.fixture
def page(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[ProjectPage]:
    page = shown_page(qtbot, article, theme)
    yield page
    page.finish()


def select(page: ProjectPage, article: Article, name: str | None) -> None:
    if name is not None:
        page.desk.show_annotation(article.ids[name])
        page.margin.refresh()
    QApplication.processEvents()


def unseen(first: QWidget) -> list[str]:
    """The controls from ``first`` on whose focus cannot be seen."""
    stops = [(stop, is_plain(stop)) for stop in tour(first)]
    assert stops
    return [f"{type(stop).__name__} {stop.accessibleName()}" for stop, plain in stops if not plain]


@pytest.mark.parametrize("selected", [None, "c1", "f4", "s1"])
def test_the_focus_is_seen_on_every_control_of_the_window(
    qtbot: QtBot, article: Article, looks: Theme, selected: str | None
) -> None:
    page = shown_page(qtbot, article, looks)
    select(page, article, selected)
    assert unseen(next(tab_stops(page))) == []
    page.finish()


@pytest.mark.parametrize("width", [1000, 1500])
def test_the_focus_is_seen_on_a_card_whether_selected_or_not(
    qtbot: QtBot, article: Article, looks: Theme, width: int
) -> None:
    page = shown_page(qtbot, article, looks, width)
    for name in (None, "c1"):
        select(page, article, name)
        page.run_action("focus_cards")
        card = QApplication.focusWidget()
        assert isinstance(card, CardButton)
        assert is_plain(card)
    page.finish()


@hardest_looks
@pytest.mark.parametrize("name", OVERLAYS)
def test_the_focus_is_seen_on_every_control_over_the_page(
    qtbot: QtBot, article: Article, looks: Theme, name: str
) -> None:
    page = shown_page(qtbot, article, looks)
    select(page, article, "f1")
    page.run_action(name)
    QApplication.processEvents()
    overlay = next(o for o in page.findChildren(Overlay) if o.isVisible())
    first = QApplication.focusWidget()
    assert first is not None
    for stop in tour(first):
        if not overlay.isAncestorOf(stop):
            break
        assert is_plain(stop), f"{type(stop).__name__} {stop.accessibleName()}"
    page.finish()


@hardest_looks
@pytest.mark.parametrize("name", DIALOGS)
def test_the_focus_is_seen_on_every_control_of_a_dialog(
    name: str, qtbot: QtBot, article: Article, looks: Theme, tmp_path: Path
) -> None:
    dialog = DIALOGS[name](article, SettingsStore(tmp_path / "settings.json"), looks, tmp_path)
    qtbot.addWidget(dialog)
    activate(qtbot, dialog)
    assert unseen(next(tab_stops(dialog))) == []
    dialog.finish() if hasattr(dialog, "finish") else dialog.reject()


def test_the_focus_is_seen_in_the_welcome_the_palette_and_the_panel_of_looks(
    qtbot: QtBot, looks: Theme, tmp_path: Path
) -> None:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), looks, "ko")
    qtbot.addWidget(window)
    activate(qtbot, window)
    window.show_welcome()
    assert unseen(next(tab_stops(window))) == []
    finder = window.findChild(ActionFinder)
    assert finder is not None
    for open_ in (finder.show_palette, finder.show_keys):
        open_()
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        assert is_plain(field)
    window.menu_action("reading").trigger()
    panel = QApplication.activePopupWidget()
    assert panel is not None
    assert unseen(next(tab_stops(panel))) == []
    panel.close()
    window.close()


# The order


def areas(page: ProjectPage) -> list[tuple[str, QWidget]]:
    """The parts of the window as they are read."""
    return [
        ("top", page.top_bar),
        ("list", page.documents),
        ("cards", page.margin.column),
        ("article", page.article),
        ("inspector", page.inspector),
        ("problems", page.problems),
        ("status", page.status),
    ]


def area_of(page: ProjectPage, stop: QWidget) -> str:
    return next(name for name, part in areas(page) if part is stop or part.isAncestorOf(stop))


@pytest.mark.parametrize("selected", [None, "c1", "f4", "s1", "q2", "t1"])
def test_tab_goes_through_the_window_as_it_is_read(
    page: ProjectPage, article: Article, selected: str | None
) -> None:
    select(page, article, selected)
    stops = list(tour(next(tab_stops(page))))
    names = [name for name, _ in groupby(area_of(page, stop) for stop in stops)]
    assert names == ["top", "list", "article", "cards", "inspector", "problems", "status"]
    for name, inside in groupby(stops, lambda stop: area_of(page, stop)):
        holder = dict(areas(page))[name]
        places = [stop.mapTo(holder, QPoint(0, stop.height() // 2)) for stop in inside]
        rows = [(place.y() // 20, place.x()) for place in places]
        assert rows == sorted(rows), name


def test_shift_tab_is_the_way_back(page: ProjectPage, article: Article) -> None:
    select(page, article, "c1")
    forth = [s for s in tour(next(tab_stops(page))) if area_of(page, s) == "inspector"]
    back: list[QWidget] = []
    forth[-1].setFocus()
    while (stop := QApplication.focusWidget()) is not None and page.inspector.isAncestorOf(stop):
        back.append(stop)
        QTest.keyClick(stop, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert back == forth[::-1]


# The keys that lead out of the article, and back


def test_a_key_leads_to_the_claim_s_card_and_escape_back(
    page: ProjectPage, article: Article
) -> None:
    select(page, article, "c1")
    page.article.setFocus()
    press(page.article, Qt.Key.Key_K)
    card = QApplication.focusWidget()
    assert isinstance(card, CardButton)
    assert card.card is not None
    assert card.card.claim is not None
    assert card.card.claim.id == article.ids["c1"]
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert page.article.hasFocus()


def test_enter_on_a_card_selects_its_claim(page: ProjectPage, article: Article) -> None:
    page.article.setFocus()
    press(page.article, Qt.Key.Key_K)
    card = QApplication.focusWidget()
    assert card is not None
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert page.article.hasFocus()
    assert page.desk.selected is not None
    assert page.desk.selected.id == article.ids["c1"]


def test_without_a_card_the_key_says_so(page: ProjectPage) -> None:
    page.open_document(None)
    hints: list[str] = []
    page.desk.hint_changed.connect(hints.append)
    page.run_action("focus_cards")
    assert hints == ["No claim on the screen has a card."]
    assert page.article.hasFocus()


def test_a_key_leads_to_the_inspector_wherever_it_was_put(
    page: ProjectPage, article: Article
) -> None:
    select(page, article, "f1")
    page.columns.toggle_right()
    page.article.setFocus()
    page.run_action("focus_inspector")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.inspector.isAncestorOf(focus)
    page.run_action("focus_article")
    assert page.article.hasFocus()
