"""The annotator's gestures through the real page, on a real project file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled
from desktop.model.project import Annotation, Relation
from desktop.model.span import Span
from desktop.session.commands import DeleteAnnotations, Together
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click, click_times, drag, press, press_digit, select_by_keys
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article

SHIFT = Qt.KeyboardModifier.ShiftModifier


def place(article: Article, quote: str) -> Span:
    start = article.text.index(quote)
    return Span(start, start + len(quote))


def records(session: Session, article: Article) -> tuple[list[Annotation], list[Relation]]:
    return session.annotations(article.document.id), session.relations(article.document.id)


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_select_and_press_a_digit(page: ProjectPage, article: Article) -> None:
    span = place(article, "빌렸다")
    drag(page.article, span)
    press_digit(page.article, 4)
    made = page.desk.selected
    assert made is not None
    assert (made.label, made.span, made.quote) == ("CUE", span, "빌렸다")
    assert made.origin == "human"
    assert page.article.selection is None


def test_spaces_at_the_ends_of_a_selection_are_not_marked(
    page: ProjectPage, article: Article
) -> None:
    drag(page.article, place(article, " 늘었다. "))
    press_digit(page.article, 4)
    made = page.desk.selected
    assert made is not None
    assert made.quote == "늘었다."


def test_keys_alone_mark_relate_and_delete(page: ProjectPage, article: Article) -> None:
    view = page.article
    select_by_keys(view, place(article, "한빛은행"))
    press_digit(view, 1)
    claim = page.desk.selected
    assert claim is not None
    press(view, Qt.Key.Key_R, "r")
    press_digit(view, 1)
    press_digit(open_menu(), 1)
    relations = article.session.relations_of([claim.id])
    assert [(r.type, r.target_id) for r in relations] == [("attributed_to", article.ids["s2"])]
    press(view, Qt.Key.Key_Delete)
    assert article.session.annotations_by_id([claim.id]) == []
    assert article.session.relations_of([article.ids["s2"]]) == []
    page.undo()
    assert article.session.relations_of([claim.id]) == relations


def test_an_armed_pen_marks_each_drag_until_escape(page: ProjectPage, article: Article) -> None:
    press_digit(page.article, 2, SHIFT)
    for quote in ("비용", "빌렸다"):
        drag(page.article, place(article, quote))
        selected = page.desk.selected
        assert selected is not None
        assert (selected.label, selected.quote) == ("FIGURE", quote)
    press(page.article, Qt.Key.Key_Escape)
    before = len(records(article.session, article)[0])
    drag(page.article, place(article, "지난달"))
    assert len(records(article.session, article)[0]) == before


def test_the_same_span_and_label_twice_is_one(page: ProjectPage, article: Article) -> None:
    before = records(article.session, article)
    drag(page.article, place(article, "12.5%"))
    press_digit(page.article, 2)
    assert records(article.session, article) == before
    assert page.desk.selected == article.annotation("f1")


def test_a_digit_on_a_selected_annotation_relabels_it(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["t1"])
    press_digit(page.article, 2)
    assert article.annotation("t1").label == "FIGURE"
    page.undo()
    assert article.annotation("t1").label == "TIME"
    assert article.annotation("t1").features["timex_value"] == "2026-10-28"


def test_tab_walks_all_annotations_in_reading_order(page: ProjectPage, article: Article) -> None:
    press(page.article, Qt.Key.Key_Home, modifiers=Qt.KeyboardModifier.ControlModifier)
    seen = []
    for _ in range(len(article.ids)):
        press(page.article, Qt.Key.Key_Tab)
        selected = page.desk.selected
        assert selected is not None
        seen.append(selected.id)
    assert seen == [a.id for a in article.session.annotations(article.document.id)]


def test_a_third_click_moves_what_an_armed_pen_marked_at_the_second(
    page: ProjectPage, article: Article
) -> None:
    before = len(article.session.annotations(article.document.id))
    press_digit(page.article, 4, modifiers=SHIFT)
    click_times(page.article, article.text.index("늘었다"), 2)
    made = page.desk.selected
    assert made is not None
    assert (made.label, made.quote) == ("CUE", "늘었다")
    click_times(page.article, article.text.index("비용은"), 3)
    moved = page.desk.selected
    assert moved is not None
    assert moved.quote == "비용은 2억달러(약 2900억원)로 늘었다"
    assert len(article.session.annotations(article.document.id)) == before + 2


def test_a_target_that_was_walked_to_is_related_with_enter(
    page: ProjectPage, article: Article
) -> None:
    page.desk.show_annotation(article.ids["f1"])
    press(page.article, Qt.Key.Key_R, "r")
    for _ in range(3):
        press_digit(page.article, 2, modifiers=Qt.KeyboardModifier.AltModifier)
    press(page.article, Qt.Key.Key_Return)
    press_digit(open_menu(), 3)
    made = [r for r in article.relations("f1") if r.type == "same_value"]
    assert [r.target_id for r in made] == [article.ids["f4"]]


def test_several_relation_types_are_asked_for(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["f1"])
    press(page.article, Qt.Key.Key_R, "r")
    target = article.annotation("f2")
    click(page.article.viewport(), page.article.caret_rectangle(target.start + 1).center())
    press_digit(open_menu(), 3)
    made = [r for r in article.relations("f1") if r.target_id == target.id]
    assert [r.type for r in made] == ["same_value"]


def test_a_target_is_chosen_by_a_click_and_escape_gives_up(
    page: ProjectPage, article: Article
) -> None:
    session = article.session
    before = records(session, article)
    page.desk.show_annotation(article.ids["c1"])
    press(page.article, Qt.Key.Key_R, "r")
    press(page.article, Qt.Key.Key_Escape)
    assert records(session, article) == before
    assert page.desk.selected == article.annotation("c1")
    press(page.article, Qt.Key.Key_R, "r")
    speaker = article.annotation("s2")
    click(page.article.viewport(), page.article.caret_rectangle(speaker.start + 1).center())
    press(open_menu(), Qt.Key.Key_Return)
    said_by = [r for r in article.relations("c1") if r.type == "attributed_to"]
    assert [r.target_id for r in said_by] == [speaker.id]


def test_undo_goes_to_the_article_it_changes(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["q2"])
    press(page.article, Qt.Key.Key_Delete)
    page.open_document(None)
    page.undo()
    assert page.desk.document is not None
    assert page.desk.document.id == article.document.id
    assert page.desk.selected == article.annotation("q2")


def test_everything_can_be_undone_and_redone_also_after_a_restart(
    page: ProjectPage, article: Article, qtbot: QtBot, theme: Theme
) -> None:
    page.desk.show_annotation(article.ids["c1"])
    press(page.article, Qt.Key.Key_Delete)
    drag(page.article, place(article, "비용"))
    press_digit(page.article, 1)
    after = records(article.session, article)
    path = article.session.path
    page.finish()
    with Session.open(path, "이수민") as session:
        again = ProjectPage(Bridge(session), theme, "ko")
        qtbot.addWidget(again)
        assert records(session, article) == after
        while session.undo_kind is not None:
            again.undo()
        assert session.document_count() == 0
        while session.redo_kind is not None:
            again.redo()
        assert records(session, article) == after
        again.finish()


def test_what_the_inspector_changes_is_in_the_project(page: ProjectPage, article: Article) -> None:
    page.inspector.feature_changed.emit(article.ids["f1"], "unit", "1")
    assert article.annotation("f1").features["unit"] == "1"
    page.inspector.feature_changed.emit(article.ids["f1"], "value", "many")
    assert article.annotation("f1").features["value"] == "12.5"
    page.inspector.entity_create_requested.emit(article.ids["s2"], "한빛")
    entity_id = article.annotation("s2").features["entity"]
    assert isinstance(entity_id, str)
    created = article.session.entity(entity_id)
    assert created is not None
    assert created.canonical_name == "한빛"


def test_the_page_looks_right_in_both_themes(page: ProjectPage, theme: Theme) -> None:
    light = page.grab().toImage()
    theme.set_mode("dark")
    dark = page.grab().toImage()
    assert light.pixelColor(600, 400).lightness() > 200
    assert dark.pixelColor(600, 400).lightness() < 80


def test_a_gesture_the_disk_did_not_take_is_told_and_done_again(
    page: ProjectPage, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = records(article.session, article)
    connection = article.session._file.connection.db
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    connection.execute("PRAGMA temp_store = MEMORY")
    note = "가" * 3_000
    for _ in range(40):
        page.inspector.feature_changed.emit(article.ids["c1"], "note", note)
        if page.bridge._unsaved is not None:
            break
        note += "가"
    assert page.bridge._unsaved is not None
    kept = article.annotation("c1").features.get("note")
    assert kept != note
    connection.execute("PRAGMA max_page_count = 1073741823")
    page.status.retry_requested.emit()
    assert article.annotation("c1").features["note"] == note
    while records(article.session, article) != before:
        page.undo()


def test_the_context_menu_marks_and_deletes(page: ProjectPage, article: Article) -> None:
    drag(page.article, place(article, "빌렸다"))
    for key, left in ((Qt.Key.Key_4, ["CUE"]), (Qt.Key.Key_Escape, ["CUE"])):
        corner = page.article.caret_rectangle(page.article.caret_offset).bottomLeft()
        at = page.article.viewport().mapToGlobal(corner)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, corner, at)
        QApplication.sendEvent(page.article.viewport(), event)
        menu = open_menu()
        if key == Qt.Key.Key_4:
            menu.actions()[3].trigger()
            menu.close()
        else:
            press(menu, key)
        found = article.session.annotations(article.document.id, place(article, "빌렸다"))
        assert [a.label for a in found] == left
    page.article.menu_requested.emit(page.mapToGlobal(page.rect().center()))
    menu = open_menu()
    next(action for action in menu.actions() if action.data() == "delete").trigger()
    menu.close()
    assert article.session.annotations(article.document.id, place(article, "빌렸다")) == []


def test_a_marked_figure_or_time_gets_what_the_text_says(
    page: ProjectPage, article: Article
) -> None:
    drag(page.article, place(article, "75조"))
    press_digit(page.article, 2)
    figure = page.desk.selected
    assert figure is not None
    assert figure.features == {
        "category": "monetary",
        "value": "75000000000000",
        "unit": "KRW",
        "unit_inferred": True,
        "direction": "decrease",
        "numeral_form": "mixed",
    }
    drag(page.article, place(article, "28일"))
    press_digit(page.article, 5)
    time = page.desk.selected
    assert time is not None
    assert time.features["timex_value"] == "2026-10-28"
    assert time.features["anchor"] == "DCT"


def test_a_change_that_was_stopped_leaves_all_as_it_was_and_views_read_anew(
    page: ProjectPage, article: Article
) -> None:
    ids = tuple(article.ids.values())
    before = article.session.annotations(article.document.id)
    parts = tuple(DeleteAnnotations(annotation_ids=(each,)) for each in ids)
    heard: list[tuple[int, bool]] = []
    page.bridge.changed.connect(lambda changes: heard.append((changes.sequence, changes.bulk)))
    failed: list[type] = []
    page.bridge.failed.connect(lambda error: failed.append(type(error)))
    planned: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        planned.append((done, total))
        return len(planned) < 3

    assert page.bridge.do(Together(kind="delete_many", parts=parts), stop) is None
    assert planned == [(0, len(ids)), (1, len(ids)), (2, len(ids))]
    assert article.session.annotations(article.document.id) == before
    assert failed == [Cancelled]
    assert heard == [(0, True)]
    together = Together(kind="delete_many", parts=parts)
    assert page.bridge.do(together, lambda done, total: True) is not None
    assert article.session.annotations(article.document.id) == []
    page.undo()
    assert article.session.annotations(article.document.id) == before
