"""Finding in the article by real keys: lights, count, steps, and marking what was found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.span import Span
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.hands import press, press_digit
from desktop.ui.panels.find_bar import FindBar
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import compose, make_document, type_text

TEXT = """금리 소식

한빛\u00a0은행이 금리를 올렸다. 금리는 5％다. 한빛 은행의 ‘금리’는 높다. 😀 금리 인상."""
OTHER = "다른 소식\n\n이곳의 금리는 낮다."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, session: Session, theme: Theme) -> Iterator[ProjectPage]:
    documents = tuple(make_document(text.splitlines()[0], text) for text in (TEXT, OTHER))
    session.import_batch(ImportBatch(source="기사.txt", documents=documents))
    page = ProjectPage(Bridge(session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.article.setFocus()
    yield page
    page.finish()


def bar(page: ProjectPage) -> FindBar:
    found = page.findChild(FindBar)
    assert isinstance(found, FindBar)
    return found


def find(page: ProjectPage, text: str) -> LineEdit:
    page.run_action("find")
    field = QApplication.focusWidget()
    assert isinstance(field, LineEdit)
    type_text(field, text)
    return field


def test_all_places_are_lit_and_counted_while_typing(page: ProjectPage, theme: Theme) -> None:
    before = page.article.viewport().grab().toImage()
    find(page, "금리")
    assert bar(page)._count.text == "1/5"
    assert page.article.selection == Span(0, 2)
    lit = page.article.viewport().grab().toImage()
    assert lit != before
    theme.set_mode("dark")
    assert page.article.viewport().grab().toImage() != lit


def test_enter_goes_round_and_shift_enter_back(page: ProjectPage) -> None:
    field = find(page, "금리")
    starts = [0]
    for _ in range(5):
        press(field, Qt.Key.Key_Return)
        assert page.article.selection is not None
        starts.append(page.article.selection.start)
    places = [i for i in range(len(TEXT)) if TEXT.startswith("금리", i)]
    assert starts == [*places, 0]
    press(field, Qt.Key.Key_Return, modifiers=SHIFT)
    assert page.article.selection == Span(places[-1], places[-1] + 2)
    assert bar(page)._count.text == "5/5"


@pytest.mark.parametrize(
    ("typed", "quote"),
    [("한빛 은행", "한빛\u00a0은행"), ("5%", "5％"), ("'금리'", "‘금리’"), ("😀", "😀")],
)
def test_other_ways_of_writing_are_found_and_the_text_stays(
    page: ProjectPage, typed: str, quote: str
) -> None:
    find(page, typed)
    assert page.article.selection is not None
    assert page.article.selection.slice(TEXT) == quote


def test_a_syllable_that_is_being_composed_is_looked_for(page: ProjectPage) -> None:
    field = find(page, "금")
    compose(field, "리")
    assert bar(page)._count.text == "1/5"


def test_what_was_found_is_marked_after_escape(page: ProjectPage) -> None:
    field = find(page, "인상")
    press(field, Qt.Key.Key_Escape)
    assert not bar(page).isVisible()
    assert QApplication.focusWidget() is page.article
    press_digit(page.article, 1)
    made = page.desk.selected
    assert made is not None
    assert (made.label, made.quote) == ("CLAIM", "인상")


def test_f3_goes_on_without_the_bar(page: ProjectPage) -> None:
    press(find(page, "금리"), Qt.Key.Key_Escape)
    page.run_action("find_next")
    assert page.article.selection is not None
    first = page.article.selection
    page.run_action("find_next")
    page.run_action("find_previous")
    assert page.article.selection == first
    assert not bar(page).isVisible()


def test_what_is_not_there_is_said(page: ProjectPage) -> None:
    field = find(page, "없는말")
    assert bar(page)._count.text == "not found"
    assert not bar(page)._on.isEnabled()
    press(field, Qt.Key.Key_Return)
    assert page.article.selection is None
    field.clear()
    assert bar(page)._count.text == ""


def test_a_selection_is_what_is_looked_for(page: ProjectPage) -> None:
    at = TEXT.rindex("금리")
    page.article.select_span(Span(at, at + 2))
    page.run_action("find")
    assert bar(page)._count.text == "5/5"


def test_the_next_article_is_looked_through_at_once(page: ProjectPage) -> None:
    find(page, "금리")
    page.run_action("next_document")
    assert page.desk.text == OTHER
    assert bar(page)._count.text == "1/1"
    page.desk.open_document(None)
    assert bar(page)._count.text == "not found"
