"""The parts of a speaker taken from the text, by mouse and by key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.model.span import Span
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click, click_times, drag, press, press_digit
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """The page with the speaker in the inspector."""

    def __init__(self, page: ProjectPage, article: Article) -> None:
        self.page = page
        self.view = page.article
        self.article = article
        page.desk.show_annotation(article.ids["s1"])

    def place(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))

    def want(self, part: str) -> None:
        """Click the button that takes a part from the text."""
        name = f"{part}: Set from the selection"
        buttons = self.page.inspector.findChildren(QAbstractButton)
        button = next(b for b in buttons if b.accessibleName() == name and b.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def parts(self) -> object:
        return self.article.annotation("s1").features.get("parts")

    @property
    def selected(self) -> str | None:
        selected = self.page.desk.selected
        return selected.id if selected is not None else None


@pytest.fixture
def desk(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[Desk]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    page.activateWindow()
    yield Desk(page, article)
    page.finish()


def test_a_part_is_two_clicks_after_its_button(desk: Desk) -> None:
    desk.want("이름")
    click_times(desk.view, desk.place("이도담").start, 2)
    assert desk.parts == {"name": list(desk.place("이도담"))}
    assert desk.selected == desk.article.ids["s1"]
    desk.want("직함")
    drag(desk.view, desk.place("애널리스트"))
    assert desk.parts == {
        "name": list(desk.place("이도담")),
        "title": list(desk.place("애널리스트")),
    }
    desk.page.undo()
    desk.page.undo()
    assert desk.parts is None


def test_a_part_may_have_several_places_and_one_that_overlaps_corrects(desk: Desk) -> None:
    for words in ("애널리스트", "누리경제", "이도", "이도담"):
        desk.want("구성원")
        drag(desk.view, desk.place(words))
    assert desk.parts == {
        "member_names": [list(desk.place(w)) for w in ("누리경제", "이도담", "애널리스트")]
    }
    desk.page.undo()
    assert desk.parts == {
        "member_names": [list(desk.place(w)) for w in ("누리경제", "이도", "애널리스트")]
    }


def test_a_part_is_taken_with_enter(desk: Desk) -> None:
    desk.want("소속")
    assert desk.view.hasFocus()
    for _ in "누리경제":
        press(desk.view, Qt.Key.Key_Right, modifiers=SHIFT)
    press(desk.view, Qt.Key.Key_Return)
    assert desk.parts == {"affiliation": list(desk.place("누리경제"))}
    assert desk.selected == desk.article.ids["s1"]


def test_what_lies_beyond_the_annotation_is_cut_off(desk: Desk) -> None:
    desk.want("직함")
    drag(desk.view, desk.place('애널리스트는 "재고'))
    assert desk.parts == {"title": list(desk.place("애널리스트"))}


def test_a_part_elsewhere_is_refused_and_can_be_chosen_again(desk: Desk) -> None:
    desk.want("이름")
    drag(desk.view, desk.place("비용"))
    assert desk.parts is None
    drag(desk.view, desk.place("이도담"))
    assert desk.parts == {"name": list(desk.place("이도담"))}


def test_escape_and_another_annotation_give_up(desk: Desk) -> None:
    desk.want("이름")
    press(desk.view, Qt.Key.Key_Escape)
    assert desk.selected == desk.article.ids["s1"]
    desk.want("이름")
    figure = desk.view.caret_rectangle(desk.place("2900억").start + 1).center()
    click(desk.view.viewport(), figure)
    assert desk.selected == desk.article.ids["f3"]
    drag(desk.view, desk.place("이도담"))
    assert desk.parts is None


def test_an_armed_pen_is_put_down_for_a_part(desk: Desk) -> None:
    before = len(desk.article.session.annotations(desk.article.document.id))
    press_digit(desk.view, 3, SHIFT)
    desk.want("이름")
    drag(desk.view, desk.place("이도담"))
    assert desk.parts == {"name": list(desk.place("이도담"))}
    assert len(desk.article.session.annotations(desk.article.document.id)) == before
