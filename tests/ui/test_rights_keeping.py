"""Rights of one article and of many, recorded in the window and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QListView, QMenu
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.project import Metadata, Rights
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.facts_dialog import FactsDialog
from desktop.ui.dialogs.rights_dialog import RightsDialog
from desktop.ui.hands import press
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, compose, make_document, type_text


@pytest.fixture
def page(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[ProjectPage]:
    own = Metadata(publisher="한빛경제")
    documents = tuple(make_document(f"기사 {n}", f"기사 {n}이다.", metadata=own) for n in range(3))
    article.session.import_batch(ImportBatch(source="b.txt", documents=documents))
    page = ProjectPage(Bridge(article.session), theme, "en")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.article.setFocus()
    yield page
    page.finish()


def rights(session: Session) -> list[Rights]:
    found = [session.document(summary.document_id) for summary in session.documents()]
    return [document.rights for document in found if document is not None]


def named(
    dialog: QDialog, kind: type[QComboBox] | type[LineEdit], name: str
) -> QComboBox | LineEdit:
    return next(w for w in dialog.findChildren(kind) if w.accessibleName() == name)


def choose(dialog: QDialog, name: str, data: object) -> None:
    """Choose in a box by keys, as a hand does."""
    box = named(dialog, QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == data:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(data)


def with_dialog(
    page: ProjectPage,
    kind: type[QDialog],
    opening: Callable[[], None],
    act: Callable[[QDialog], None],
) -> None:
    def found() -> None:
        dialog = page.window().findChild(kind)
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            dialog.done(dialog.result())

    QTimer.singleShot(0, found)
    opening()


def by_key(page: ProjectPage) -> Callable[[], None]:
    return lambda: press(page.article, Qt.Key.Key_M)


def test_rights_are_set_with_the_facts_in_one_step(page: ProjectPage, article: Article) -> None:
    before = rights(article.session)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, FactsDialog)
        choose(dialog, "Ground for using the text", "written_permission")
        note = named(dialog, LineEdit, "Details of the ground")
        type_text(note, "편")
        compose(note, "지")
        title = named(dialog, LineEdit, "Title")
        assert isinstance(title, LineEdit)
        title.selectAll()
        type_text(title, "새 제목")
        QTest.keyClick(title, Qt.Key.Key_Return)

    with_dialog(page, FactsDialog, by_key(page), act)
    set_now = rights(article.session)[0]
    assert (set_now.basis, set_now.basis_note) == ("written_permission", "편지")
    assert set_now.confirmed_by == "이수민"
    assert set_now.redistribution == "prohibited"
    assert page.desk.document is not None
    assert page.desk.document.title == "새 제목"
    page.undo()
    assert rights(article.session) == before
    assert page.desk.document.title != "새 제목"


def test_facts_alone_confirm_nothing(page: ProjectPage, article: Article) -> None:
    def act(dialog: QDialog) -> None:
        section = named(dialog, LineEdit, "Section")
        type_text(section, "경제")
        QTest.keyClick(section, Qt.Key.Key_Return)

    with_dialog(page, FactsDialog, by_key(page), act)
    assert rights(article.session)[0].confirmed_by is None


def test_values_are_confirmed_as_they_are(page: ProjectPage, article: Article) -> None:
    def act(dialog: QDialog) -> None:
        QTest.keyClick(dialog.findChildren(QCheckBox)[0], Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with_dialog(page, FactsDialog, by_key(page), act)
    found = rights(article.session)[0]
    assert found.confirmed_by == "이수민"
    assert found.model_copy(update={"confirmed_by": None, "confirmed_at": None}) == Rights(
        redistribution="prohibited", ai_training="prohibited"
    )


def select_rows(page: ProjectPage, *rows: int) -> None:
    view = page.documents.findChild(QListView, "articles")
    assert isinstance(view, QListView)
    view.clearSelection()
    for row in rows:
        index = view.model().index(row, 0)
        view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def test_rights_of_selected_articles_are_one_step(page: ProjectPage, article: Article) -> None:
    before = rights(article.session)
    select_rows(page, 0, 2)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, RightsDialog)
        training = named(dialog, QComboBox, "Training of AI")
        assert isinstance(training, QComboBox)
        assert training.currentData() is None
        choose(dialog, "Redistribution", "allowed")
        type_text(named(dialog, LineEdit, "Holder"), "한빛경제")
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    with_dialog(page, RightsDialog, lambda: page.run_action("article_rights"), act)
    after = rights(article.session)
    assert [one.holder for one in after] == ["한빛경제", None, "한빛경제", None]
    assert [one.redistribution for one in after] == ["allowed", "unknown", "allowed", "unknown"]
    assert [one.ai_training for one in after] == ["prohibited", "unknown", "unknown", "unknown"]
    assert [one.confirmed_by for one in after] == ["이수민", None, "이수민", None]
    page.undo()
    assert rights(article.session) == before


def test_rights_of_all_articles_of_a_publisher(page: ProjectPage, article: Article) -> None:
    select_rows(page, 1)

    def act(dialog: QDialog) -> None:
        scope = named(dialog, QComboBox, "Which articles")
        assert isinstance(scope, QComboBox)
        scope.setFocus()
        QTest.keyClick(scope, Qt.Key.Key_Down)
        assert scope.currentText() == "All articles of 한빛경제: 4"
        choose(dialog, "Ground for using the text", "owner")
        assert isinstance(dialog, RightsDialog)
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    with_dialog(page, RightsDialog, lambda: page.run_action("article_rights"), act)
    assert [one.basis for one in rights(article.session)] == ["owner"] * 4


def test_the_menu_of_the_list_leads_there(page: ProjectPage, article: Article) -> None:
    select_rows(page, 1, 3)
    view = page.documents.findChild(QListView, "articles")
    assert isinstance(view, QListView)
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(1, 0)).center())
    menu = page.documents.findChild(QMenu)
    assert isinstance(menu, QMenu)
    shown = next(m for m in page.documents.findChildren(QMenu) if m.isVisible())
    action = next(a for a in shown.actions() if a.text() == "Rights…")

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, RightsDialog)
        assert len(dialog.document_ids) == 2

    with_dialog(page, RightsDialog, action.trigger, act)
    shown.hide()
    assert rights(article.session)[1] == Rights()
