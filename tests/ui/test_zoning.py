"""Zones and facts of an article, corrected by key and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.ui.dialogs.facts_dialog import FactsDialog
from desktop.ui.hands import press
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import LineEdit
from tests.ui.conftest import TITLE, type_text


def kinds(page: ProjectPage) -> list[tuple[str, str]]:
    """The kind and the beginning of each zone."""
    assert page.desk.document is not None
    return [(z.kind, z.span.slice(page.desk.text)[:7]) for z in page.desk.document.zones]


def choose(page: ProjectPage, digit: Qt.Key) -> None:
    """Open the menu of zones by its key and choose by a digit."""
    press(page.article, Qt.Key.Key_Z)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, digit)


def drawn(page: ProjectPage) -> list[str]:
    """The kind of each paragraph as it is set on the page."""
    return [kind for _, kind in page.article.visible_block_spans()]


def test_the_zone_of_a_paragraph_is_set_by_key_and_undone(page: ProjectPage) -> None:
    press(page.article, Qt.Key.Key_Home, modifiers=Qt.KeyboardModifier.ControlModifier)
    choose(page, Qt.Key.Key_1)
    assert kinds(page) == [("title", TITLE[:7])]
    assert drawn(page)[0] == "title"
    choose(page, Qt.Key.Key_8)
    assert drawn(page)[0] == "rights"
    page.undo()
    page.undo()
    assert kinds(page) == []
    assert drawn(page)[0] == "body"
    page.redo()
    assert drawn(page)[0] == "title"


def test_all_paragraphs_of_a_selection_change_in_one_step(page: ProjectPage) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(page.article, Qt.Key.Key_Home, modifiers=control)
    press(page.article, Qt.Key.Key_End, modifiers=control | Qt.KeyboardModifier.ShiftModifier)
    choose(page, Qt.Key.Key_7)
    assert set(drawn(page)) == {"related"}
    page.undo()
    assert set(drawn(page)) == {"body"}


def test_the_caret_stays_and_the_present_kind_is_ticked(page: ProjectPage) -> None:
    press(page.article, Qt.Key.Key_End, modifiers=Qt.KeyboardModifier.ControlModifier)
    before = page.article.caret_offset
    assert before > 0
    choose(page, Qt.Key.Key_5)
    assert page.article.caret_offset == before
    assert page.article.hasFocus()
    press(page.article, Qt.Key.Key_Z)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    ticked = [action.data() for action in menu.actions() if action.isChecked()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert ticked == ["caption"]


def correct(page: ProjectPage, name: str, text: str, end: Qt.Key) -> bool:
    """Open the facts by key, type over one field, press ``end``; True if it could be accepted."""
    could: list[bool] = []

    def act() -> None:
        dialog = page.window().findChild(FactsDialog)
        assert dialog is not None
        field = next(f for f in dialog.findChildren(LineEdit) if f.accessibleName() == name)
        field.selectAll()
        if text:
            type_text(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        could.append(dialog.accept_button.isEnabled())
        QTest.keyClick(field, end)
        if dialog.isVisible():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, act)
    press(page.article, Qt.Key.Key_M)
    return could[0]


@pytest.mark.parametrize(
    ("name", "typed", "field", "after"),
    [
        ("Title", "새 제목", "title", "새 제목"),
        ("Publisher", "가람일보", "publisher", "가람일보"),
        ("Byline, names parted by commas", "이도담,  한솔", "byline", ("이도담", "한솔")),
        ("Section", "경제", "section", "경제"),
        ("Address", "", "url", None),
        (
            "Published, as 2026-03-12 or 2026-03-12 09:30",
            "2026-03-12 09:30",
            "date_published",
            "2026-03-12T09:30:00+09:00",
        ),
    ],
)
def test_each_fact_is_corrected_and_undone(
    page: ProjectPage, name: str, typed: str, field: str, after: object
) -> None:
    before = page.desk.document
    assert before is not None
    assert correct(page, name, typed, Qt.Key.Key_Return)
    now = page.desk.document
    assert now is not None
    owner = now if field == "title" else now.metadata
    assert getattr(owner, field) == after
    rest = before.metadata.model_dump(exclude={field})
    assert now.metadata.model_dump(exclude={field}) == rest
    page.undo()
    assert page.desk.document == before


@pytest.mark.parametrize("typed", ["어제", "2026-02-30", "2026-W05-1", "20260312"])
def test_what_is_no_date_is_not_taken(page: ProjectPage, typed: str) -> None:
    before = page.desk.document
    name = "Published, as 2026-03-12 or 2026-03-12 09:30"
    assert not correct(page, name, typed, Qt.Key.Key_Return)
    assert page.desk.document == before


def test_escape_corrects_nothing(page: ProjectPage) -> None:
    before = page.desk.document
    assert correct(page, "Section", "경제", Qt.Key.Key_Escape)
    assert page.desk.document == before
    assert page.bridge.session.undo_kind != "set_document"
