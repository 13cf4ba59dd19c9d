"""Suggestions follow what is corrected about the article: its zones, its date."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.session.commands import SetDocument
from desktop.ui.hands import press
from desktop.ui.project_page import ProjectPage
from tests.ui.suggesting.conftest import Opened, wait_for_suggestions

CAPTION = "이것은 설명이다"


def texts(page: ProjectPage) -> list[str]:
    """What is suggested."""
    return [s.span.slice(page.desk.text) for s in page.suggesting.feed.board.all_open()]


def last_day(page: ProjectPage) -> object:
    """The value that is proposed for ``지난달 28일``."""
    found = page.suggesting.feed.board.all_open()
    chosen = next(s for s in found if s.span.slice(page.desk.text) == "지난달 28일")
    return chosen.features.get("timex_value")


def test_a_caption_made_body_gets_suggestions_and_loses_them(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    assert CAPTION not in texts(page)
    press(page.article, Qt.Key.Key_End, modifiers=Qt.KeyboardModifier.ControlModifier)
    press(page.article, Qt.Key.Key_Z)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_4)
    wait_for_suggestions(qtbot, page)
    assert CAPTION in texts(page)
    page.undo()
    wait_for_suggestions(qtbot, page)
    assert CAPTION not in texts(page)


def test_times_follow_a_corrected_date(qtbot: QtBot, opened: Opened) -> None:
    page = opened()
    document = page.desk.document
    assert document is not None
    for date, value in (("2026-11-18", "2026-10-28"), ("2025-03-04", "2025-02-28")):
        metadata = document.metadata.model_copy(update={"date_published": date})
        page.bridge.do(SetDocument(document_id=document.id, metadata=metadata))
        wait_for_suggestions(qtbot, page)
        assert last_day(page) == value
