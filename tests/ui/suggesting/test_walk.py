"""Suggestions on the page: walked, accepted and edited by key, clicked, hidden."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch, ImportedDocument
from desktop.model.project import Annotation, Entity
from desktop.model.span import Span
from desktop.model.suggestion import Suggestion as Stored
from desktop.session.commands import AddAnnotation, AddEntity
from desktop.ui.hands import click, press, press_digit
from desktop.ui.project_page import ProjectPage
from tests.ui.suggesting.conftest import TEXT, Opened, wait_for_suggestions

SHIFT = Qt.KeyboardModifier.ShiftModifier


def focused(page: ProjectPage) -> str | None:
    suggestion = page.suggesting.walk.focused
    return suggestion.span.slice(page.desk.text) if suggestion else None


def quotes(page: ProjectPage) -> list[str]:
    return [a.quote for a in marked(page)]


def pixels(page: ProjectPage) -> bytes:
    image = page.article.grab().toImage()  # kept while its bits are read
    return bytes(image.constBits())


def marked(page: ProjectPage) -> list[Annotation]:
    return page.bridge.session.annotations(page.desk.document.id)


def open_texts(page: ProjectPage) -> list[str]:
    return [s.span.slice(page.desk.text) for s in page.suggesting.feed.board.all_open()]


def walk_to(page: ProjectPage, words: str) -> None:
    for _ in range(page.suggesting.feed.board.open_count):
        press(page.article, Qt.Key.Key_Tab)
        if focused(page) == words:
            return
    raise AssertionError(f"{words} is not suggested")


FIRST = "재고는 바닥났다"


def test_tab_walks_the_suggestions_and_begins_again(opened: Opened) -> None:
    page = opened()
    expected = open_texts(page)
    assert FIRST in expected
    assert "12.5%" in expected
    assert not [words for words in expected if "설명" in words]  # a caption
    walked = []
    for _ in range(len(expected) + 1):
        press(page.article, Qt.Key.Key_Tab)
        walked.append(focused(page))
    assert walked == [*expected, expected[0]]
    press(page.article, Qt.Key.Key_Backtab, modifiers=SHIFT)
    assert focused(page) == expected[-1]


def test_enter_makes_an_annotation_of_the_rule_and_goes_on(opened: Opened) -> None:
    page = opened()
    before = open_texts(page)
    walk_to(page, FIRST)
    press(page.article, Qt.Key.Key_Return)
    (made,) = marked(page)
    assert made.quote == FIRST
    assert made.origin == "rule:claim.direct@1"
    assert made.features["quotative"] == "며"
    assert focused(page) == before[before.index(FIRST) + 1]
    assert FIRST not in open_texts(page)


def test_undo_of_an_acceptance_brings_the_suggestion_back_into_focus(opened: Opened) -> None:
    page = opened()
    before = open_texts(page)
    walk_to(page, FIRST)
    press(page.article, Qt.Key.Key_Return)
    page.undo()
    assert marked(page) == []
    assert focused(page) == FIRST
    assert open_texts(page) == before
    page.redo()
    assert quotes(page) == [FIRST]
    assert FIRST not in open_texts(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_rejected_suggestion_goes_and_does_not_come_back(
    opened: Opened, qtbot: QtBot, key: Qt.Key
) -> None:
    page = opened()
    before = open_texts(page)
    walk_to(page, FIRST)
    press(page.article, key)
    assert focused(page) == before[before.index(FIRST) + 1]
    assert FIRST not in open_texts(page)
    assert marked(page) == []
    document = page.desk.document.id
    page.open_document(None)
    page.open_document(document)
    wait_for_suggestions(qtbot, page)
    assert FIRST not in open_texts(page)
    page.undo()
    assert focused(page) == FIRST
    assert open_texts(page) == before


def test_a_string_rejected_once_is_silent_in_the_whole_project(
    opened: Opened, qtbot: QtBot
) -> None:
    text = "한빛은행은 12.5%를, 두리은행은 12.5%와 3%를 냈다."
    page = opened(text, "나루은행도 12.5%를 냈다.")
    assert open_texts(page).count("12.5%") == 2
    walk_to(page, "12.5%")
    press(page.article, Qt.Key.Key_X, "x")
    assert open_texts(page).count("12.5%") == 0
    assert "3%" in open_texts(page)
    page.open_document(page.bridge.session.documents()[1].document_id)
    wait_for_suggestions(qtbot, page)
    assert "12.5%" not in open_texts(page)
    page.undo()
    assert "12.5%" in open_texts(page)


def test_edit_moves_the_borders_before_accepting(opened: Opened) -> None:
    page = opened()
    said: list[str] = []
    page.desk.hint_changed.connect(said.append)
    walk_to(page, FIRST)
    press(page.article, Qt.Key.Key_E, "e")
    assert said[-1].startswith("[ ] move the edges")
    for _ in range(2):
        press(page.article, Qt.Key.Key_Left, modifiers=SHIFT)
    press(page.article, Qt.Key.Key_Return)
    assert quotes(page) == [FIRST[:-2]]
    assert FIRST not in open_texts(page)
    assert page.article.selection is None
    assert said[-1] == ""


def test_brackets_send_an_edge_to_its_next_place_while_editing(opened: Opened) -> None:
    page = opened()
    walk_to(page, "12.5%")
    press(page.article, Qt.Key.Key_E, "e")
    press(page.article, Qt.Key.Key_BracketLeft, "[")
    wider = page.article.selection
    assert wider is not None
    assert wider.start < TEXT.index("12.5%")
    assert wider.slice(TEXT).endswith("12.5%")
    press(page.article, Qt.Key.Key_Return)
    assert quotes(page) == [wider.slice(TEXT)]
    (decision,) = page.bridge.session.decisions(page.desk.document.id)
    assert (decision.action, decision.quote) == ("edited", "12.5%")


def test_escape_leaves_the_suggestion(opened: Opened) -> None:
    page = opened()
    press(page.article, Qt.Key.Key_Tab)
    press(page.article, Qt.Key.Key_Escape)
    assert focused(page) is None
    press(page.article, Qt.Key.Key_Return)
    assert marked(page) == []


def test_without_suggestions_tab_walks_the_annotations(opened: Opened) -> None:
    page = opened("한빛은행은 12.5%를 냈다.")
    press(page.article, Qt.Key.Key_Tab)
    for _ in range(9):
        press(page.article, Qt.Key.Key_Return)
    assert open_texts(page) == []
    assert focused(page) is None
    press(page.article, Qt.Key.Key_Home, modifiers=Qt.KeyboardModifier.ControlModifier)
    press(page.article, Qt.Key.Key_Tab)
    assert page.desk.selected == marked(page)[0]


def test_a_click_on_an_outline_focuses_it_and_on_the_text_leaves_it(opened: Opened) -> None:
    page = opened()
    view = page.article
    start = TEXT.index("재고는") + 1
    click(view.viewport(), view.caret_rectangle(start).center())
    assert focused(page) == FIRST
    assert view.selected_id is None
    click(view.viewport(), view.caret_rectangle(TEXT.index("비용")).center() + QPoint(4, 0))
    assert focused(page) is None


def test_the_context_menu_of_a_suggestion_decides_on_it(opened: Opened) -> None:
    page = opened()
    walk_to(page, FIRST)
    page.article.menu_requested.emit(QPoint(10, 10))
    offered = (
        (menu, action) for menu in page.article.findChildren(QMenu) for action in menu.actions()
    )
    menu, accept = next((m, a) for m, a in offered if a.data() == "accept_suggestion")
    accept.trigger()
    menu.close()
    assert quotes(page) == [FIRST]


def test_marking_over_the_suggestion_in_focus_leaves_it(opened: Opened) -> None:
    page = opened()
    walk_to(page, FIRST)
    start = TEXT.index(FIRST)
    command = AddAnnotation(
        annotation_id="a1",
        document_id=page.desk.document.id,
        label="CLAIM",
        span=Span(start, start + len(FIRST)),
    )
    page.bridge.do(command)
    assert focused(page) is None


def test_selecting_text_leaves_the_suggestion(opened: Opened) -> None:
    page = opened()
    press(page.article, Qt.Key.Key_Tab)
    page.article.select_span(Span(0, 4))
    press(page.article, Qt.Key.Key_Return)
    assert marked(page) == []


def test_marking_by_hand_takes_the_suggestion_away(opened: Opened) -> None:
    page = opened()
    before = open_texts(page)
    start = TEXT.index(FIRST)
    page.article.select_span(Span(start, start + len(FIRST)))
    press_digit(page.article, 1)
    assert open_texts(page) == [words for words in before if words != FIRST]


def test_suggestions_are_hidden_and_shown_by_a_key(opened: Opened) -> None:
    page = opened()
    shown = pixels(page)
    press(page.article, Qt.Key.Key_H, "h")
    assert pixels(page) != shown
    press(page.article, Qt.Key.Key_Tab)
    assert focused(page) is None
    press(page.article, Qt.Key.Key_H, "h")
    assert pixels(page) == shown


@pytest.fixture
def screen_reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_a_screen_reader_says_the_suggestion_in_focus(screen_reader: None, opened: Opened) -> None:
    page = opened()
    walk_to(page, "12.5%")
    said = page.article.accessibleDescription()
    assert "수치: 12.5%" in said
    assert "단위 %" in said


def test_another_article_has_its_own_suggestions(opened: Opened, qtbot: QtBot) -> None:
    said = "수출이 석 달째 늘고 있다"
    page = opened(TEXT, f'한빛은행의 김가온 연구원은 "{said}"고 말했다.')
    press(page.article, Qt.Key.Key_Tab)
    page.open_document(page.bridge.session.documents()[1].document_id)
    assert focused(page) is None
    assert open_texts(page) == []
    wait_for_suggestions(qtbot, page)
    walk_to(page, said)
    assert FIRST not in open_texts(page)


def test_the_answer_for_an_article_that_was_left_is_dropped(opened: Opened, qtbot: QtBot) -> None:
    page = opened("가나다라", TEXT)
    first, second = (d.document_id for d in page.bridge.session.documents())
    page.open_document(second)
    qtbot.waitUntil(lambda: not page.suggesting.feed.waits, timeout=60_000)
    page.open_document(first)
    wait_for_suggestions(qtbot, page)
    assert open_texts(page) == []


def test_a_whole_attribution_is_one_gesture_and_one_step(opened: Opened) -> None:
    page = opened()
    session = page.bridge.session
    before = open_texts(page)
    walk_to(page, "누리경제의 이도담 애널리스트")
    press(page.article, Qt.Key.Key_Return, modifiers=SHIFT)
    assert quotes(page) == [
        "누리경제의 이도담 애널리스트",
        FIRST,
        "며",
        "가격은 12.5% 더 오를 것",
        "전망했다",
    ]
    made = sorted(r.type for r in session.relations(page.desk.document.id))
    assert made == ["attributed_to"] * 2 + ["continues"] + ["cued_by"] * 2
    assert [e.canonical_name for e in session.entities()][2:] == ["이도담"]
    page.undo()
    assert marked(page) == []
    assert len(session.entities()) == 2
    assert open_texts(page) == before


def test_a_string_accepted_before_may_be_accepted_with_all(opened: Opened) -> None:
    page = opened("새벽전자 시총 75조 증발. 두리전자 시총 75조 유지.")
    walk_to(page, "75조")
    press(page.article, Qt.Key.Key_Return)
    page.run_action("accept_figures")
    assert quotes(page) == ["75조", "75조"]


def test_a_name_of_the_registry_is_known_at_once(opened: Opened, qtbot: QtBot) -> None:
    page = opened('늦은오후 측은 "책이 먼저다"라고 말했다.')
    board = page.suggesting.feed.board

    def meant() -> set[str | None]:
        return {s.who.entity_id for s in board.all_open() if s.who is not None}

    assert meant() == {None}
    entity = Entity(id="e1", canonical_name="늦은오후", aliases=("늦은오후 측",))
    page.bridge.do(AddEntity(entity=entity))
    qtbot.waitUntil(lambda: meant() == {"e1"}, timeout=60_000)
    walk_to(page, "늦은오후 측")
    press(page.article, Qt.Key.Key_Return)
    (made,) = marked(page)
    assert made.features["entity"] == "e1"


def test_suggestions_of_a_file_come_in(opened: Opened, qtbot: QtBot) -> None:
    page = opened()
    document = page.desk.document
    start = TEXT.index("애널리스트")
    stored = Stored(
        id="s1",
        document_id=document.id,
        label="SPEAKER",
        start=start,
        end=start + 5,
        quote="애널리스트",
        origin="imported:other",
        created_at="2026-11-18T05:03:22Z",
    )
    imported = ImportedDocument(document=document, text=TEXT, suggestions=(stored,))
    page.bridge.session.import_batch(ImportBatch(source="제안.jsonl", documents=(imported,)))
    qtbot.waitUntil(lambda: "애널리스트" in open_texts(page), timeout=60_000)
    walk_to(page, "애널리스트")
    press(page.article, Qt.Key.Key_Return)
    (made,) = marked(page)
    assert (made.id, made.origin) == ("s1", "imported:other")
    assert page.bridge.session.suggestions(document.id) == []


def test_all_of_a_kind_are_one_step(opened: Opened) -> None:
    page = opened()
    before = open_texts(page)
    page.run_action("accept_quotes")
    assert {a.label for a in marked(page)} == {"CLAIM"}
    page.run_action("accept_figures")
    assert quotes(page).count("300억~450억달러") == 1
    assert "75조" in open_texts(page)  # its unit is not written: to be confirmed
    made = {r.type: r.origin for r in page.bridge.session.relations(page.desk.document.id)}
    assert made["converted_to"] == "rule:figure.converted_to@1"
    assert made["continues"] == "rule:claim.direct@1"
    page.undo()
    page.undo()
    assert marked(page) == []
    assert open_texts(page) == before


def test_the_article_is_painted_before_it_is_looked_at(opened: Opened) -> None:
    page = opened()
    page.open_document(None)
    page.open_document(page.bridge.session.documents()[0].document_id)
    assert page.suggesting.feed.waits
    page.article.grab()
    assert page.suggesting.feed.waits


def test_the_card_says_the_rule_and_what_accepting_makes(opened: Opened) -> None:
    page = opened()
    walk_to(page, FIRST)
    labels = page.inspector.findChildren(QLabel)
    words = " ".join(label.text() for label in labels if label.isVisible())
    assert "claim.direct" in words
    assert "주장 1" in words
