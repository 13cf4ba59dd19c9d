"""States of articles: done and on, skipped, refused while something is left to check; notes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.session.commands import SetFeature
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.panels.progress_line import ProgressLine
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, make_document, type_text


@pytest.fixture
def others(session: Session, article: Article) -> list[str]:
    """Two further articles, of which nothing is marked."""
    made = [make_document(f"기사 {number}", f"{number}번 기사다.") for number in (2, 3)]
    session.import_batch(ImportBatch(source="b.txt", documents=tuple(made)))
    return [imported.document.id for imported in made]


@pytest.fixture
def page(qtbot: QtBot, article: Article, others: list[str], theme: Theme) -> Iterator[ProjectPage]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.article.setFocus()
    yield page
    page.finish()


def open_id(page: ProjectPage) -> str:
    return page.desk.document.id


def state(session: Session, document_id: str) -> str:
    return session.document(document_id).state


def progress(page: ProjectPage) -> str:
    return page.documents.findChild(ProgressLine).shown


def test_done_and_on_to_the_next_unfinished(
    page: ProjectPage, session: Session, article: Article, others: list[str]
) -> None:
    assert progress(page) == "0 / 3"
    page.run_action("done_and_next")
    assert state(session, article.document.id) == "done"
    assert open_id(page) == others[0]
    page.run_action("skip_document")
    assert state(session, others[0]) == "skipped"
    assert open_id(page) == others[1]
    assert progress(page) == "1 / 2"
    hints: list[str] = []
    page.desk.hint_changed.connect(hints.append)
    page.run_action("done_and_next")
    assert open_id(page) == others[1]
    assert hints == ["No other article is left to do."]
    assert progress(page) == "2 / 2"
    page.undo()
    page.open_document(article.document.id)
    page.run_action("next_unfinished")
    assert open_id(page) == others[1]


def test_a_skipped_article_comes_back_as_it_was(
    page: ProjectPage, session: Session, article: Article, others: list[str]
) -> None:
    for document_id, before in ((article.document.id, "in_progress"), (others[0], "new")):
        page.open_document(document_id)
        page.run_action("skip_document")
        page.open_document(document_id)
        page.run_action("skip_document")
        assert state(session, document_id) == before
        assert open_id(page) == document_id


def test_done_may_require_that_nothing_is_left_to_check(
    page: ProjectPage, session: Session, article: Article, qtbot: QtBot
) -> None:
    hints: list[str] = []
    page.desk.hint_changed.connect(hints.append)
    page.run_action("toggle_strict_done")
    page.run_action("toggle_done")
    assert state(session, article.document.id) == "in_progress"
    assert hints[-1] == "Not done: 1 things are left to check. F8 goes through them."
    page.run_action("done_and_next")
    assert open_id(page) == article.document.id
    page.inspector.state_requested.emit(article.document.id, "done")
    assert state(session, article.document.id) == "in_progress"
    page.bridge.do(SetFeature(annotation_id=article.ids["s2"], name="entity", value="bank"))
    page.run_action("toggle_done")
    assert state(session, article.document.id) == "done"
    page.undo()
    page.undo()
    page.run_action("toggle_strict_done")
    page.run_action("toggle_done")
    assert state(session, article.document.id) == "done"
    assert session.settings() == []


def note_field(page: ProjectPage) -> QPlainTextEdit:
    return next(f for f in page.inspector.findChildren(QPlainTextEdit) if f.isVisible())


def test_a_note_on_the_article_is_kept_when_the_cursor_leaves(
    page: ProjectPage, session: Session, article: Article, others: list[str]
) -> None:
    page.desk.select(None)
    field = note_field(page)
    field.setFocus()
    type_text(field, "다시 볼 것")
    page.article.setFocus()
    assert session.document(article.document.id).note == "다시 볼 것"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    type_text(field, "!")
    page.open_document(others[0])
    assert session.document(article.document.id).note == "다시 볼 것!"
    assert session.document(others[0]).note == ""
    assert note_field(page).toPlainText() == ""
    page.open_document(article.document.id)
    page.undo()
    assert note_field(page).toPlainText() == "다시 볼 것"
