"""Selecting without the mouse: quotations, wider units, annotations of one label."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.hands import click, press, press_digit
from desktop.ui.project_page import ProjectPage
from tests.ui.conftest import Article

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def selected(page: ProjectPage) -> str | None:
    span = page.article.selection
    return span.slice(page.desk.text) if span is not None else None


def test_quotations_follow_each_other_by_key(page: ProjectPage) -> None:
    quotes = []
    for _ in range(2):
        press(page.article, Qt.Key.Key_Q)
        quotes.append(selected(page))
    assert quotes == ["재고는 바닥났다", "가격은 12.5% 더 오를 것"]
    press(page.article, Qt.Key.Key_Q)
    assert selected(page) == quotes[1], "there is no further one"
    press(page.article, Qt.Key.Key_Q, modifiers=SHIFT)
    assert selected(page) == quotes[0]


def test_after_marking_a_quotation_the_next_one_is_one_key_away(page: ProjectPage) -> None:
    press(page.article, Qt.Key.Key_Q)
    press_digit(page.article, 1)
    assert page.desk.selected is not None
    press(page.article, Qt.Key.Key_Q)
    assert selected(page) == "가격은 12.5% 더 오를 것"
    assert page.desk.selected is None


def test_a_selection_widens_and_narrows_by_key(page: ProjectPage, article: Article) -> None:
    place = article.text.index("28일 한빛") + 1
    click(page.article.viewport(), page.article.caret_rectangle(place).center())
    page.desk.select(None)
    grown = []
    for _ in range(3):
        press(page.article, Qt.Key.Key_W)
        grown.append(selected(page))
    assert grown[0] == "28일"
    assert grown[-1] is not None
    assert grown[1] == "😀𠮷 지난달 28일 한빛은행은 300억~450억달러를 빌렸다"
    assert len(set(grown)) == 3
    for expected in (grown[1], grown[0], None):
        press(page.article, Qt.Key.Key_W, modifiers=SHIFT)
        assert selected(page) == expected


def test_a_word_is_selected_at_the_caret(page: ProjectPage, article: Article) -> None:
    for _ in range(article.text.index("비용은")):
        press(page.article, Qt.Key.Key_Right)
    press(page.article, Qt.Key.Key_Period)
    assert selected(page) == "비용"
    press(page.article, Qt.Key.Key_Period)
    assert selected(page) == "비용은"


def test_annotations_of_one_label_are_walked(page: ProjectPage, article: Article) -> None:
    walked = []
    for _ in range(4):
        press_digit(page.article, 2, modifiers=ALT)
        assert page.desk.selected is not None
        walked.append(page.desk.selected.id)
    assert walked == [article.ids[name] for name in ("f1", "f2", "f3", "f4")]
    press_digit(page.article, 2, modifiers=ALT)
    assert page.desk.selected is not None
    assert page.desk.selected.id == walked[-1]
    press_digit(page.article, 3, modifiers=ALT | SHIFT)
    assert page.desk.selected is not None
    assert page.desk.selected.id == article.ids["s2"]
    press_digit(page.article, 9, modifiers=ALT)
    assert page.desk.selected.id == article.ids["s2"]
