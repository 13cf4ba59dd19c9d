"""Correcting an article's text in the window: typed, looked at, kept, taken back."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.errors import RefusedInput
from desktop.model.batch import ImportBatch
from desktop.model.canonical import canonicalise
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.text_dialog import TextDialog
from desktop.ui.hands import press
from desktop.ui.item_models.outcome_model import OutcomeRole
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import PlainTextEdit
from desktop.ui.theme import Theme
from desktop.ui.warm_process import WarmProcess
from tests.ui.conftest import Article, compose, make_document, type_text
from tests.ui.correcting import accept, in_dialog, quotes, replace, told


def test_a_correction_is_told_and_kept_and_taken_back(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    session, before = article.session, quotes(article)

    def act(dialog: TextDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        replace(dialog, "바닥났다", "동났다")
        replace(dialog, "2억달러(약 2900억원)", "")
        qtbot.waitUntil(lambda: len(told(dialog)) > 0)
        qtbot.waitUntil(
            lambda: dialog.comparison is not None and "동났다" in dialog.comparison.text
        )
        listed = told(dialog)
        assert [row for row in listed if row[0] == "lost"] == [
            ("lost", "2억달러", ""),
            ("lost", "2900억원", ""),
        ]
        assert ("changed", "재고는 바닥났다", "재고는 동났다") in listed
        assert ("moved", "한빛은행", "한빛은행") in listed
        assert session.text(article.document.id) == article.text
        accept(dialog)
        assert dialog.result() == TextDialog.DialogCode.Accepted

    in_dialog(page, act)
    after = quotes(article)
    assert after["c1"] == "재고는 동났다"
    assert after.keys() == before.keys() - {"f2", "f3"}
    assert page.desk.text == session.text(article.document.id)
    assert "동났다" in page.desk.text
    page.reviewing.feed.finish()
    page.undo()
    assert quotes(article) == before
    assert page.desk.text == article.text
    page.redo()
    assert quotes(article) == after
    assert session.check() == []


def test_what_is_told_of_losses_is_seen_whole(page: ProjectPage) -> None:
    def act(dialog: TextDialog) -> None:
        replace(dialog, "2억달러(약 2900억원)", "")
        dialog.comparison_wanted.emit(dialog.text)
        assert told(dialog)[0][0] == "lost"
        QApplication.processEvents()
        [body] = [
            area for area in dialog.findChildren(QScrollArea) if area.property("role") == "body"
        ]
        assert body.verticalScrollBar().maximum() == 0

    in_dialog(page, act)


def test_a_row_leads_to_its_place(page: ProjectPage, qtbot: QtBot) -> None:
    def act(dialog: TextDialog) -> None:
        replace(dialog, "새벽전자", "새벽")
        listed = dialog.findChildren(QListView)[0]
        qtbot.waitUntil(lambda: len(told(dialog)) > 0)
        row = next(n for n, line in enumerate(told(dialog)) if line[1] == "한빛은행")
        place = listed.visualRect(listed.model().index(row, 0)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        field = dialog.findChildren(PlainTextEdit)[0]
        assert field.textCursor().selectedText() == "한빛은행"

    in_dialog(page, act)


def test_enter_in_the_list_looks_and_accepts_nothing(page: ProjectPage, qtbot: QtBot) -> None:
    def act(dialog: TextDialog) -> None:
        replace(dialog, "새벽전자", "새벽")
        listed = dialog.findChildren(QListView)[0]
        qtbot.waitUntil(lambda: len(told(dialog)) > 0)
        listed.setFocus()
        QTest.keyClick(listed, Qt.Key.Key_Down)
        QTest.keyClick(listed, Qt.Key.Key_Return)
        assert dialog.isVisible()
        row = listed.currentIndex().data(OutcomeRole)
        field = dialog.findChildren(PlainTextEdit)[0]
        assert field.textCursor().selectedText() == row.after

    in_dialog(page, act)


def test_a_syllable_being_composed_is_part_of_it(page: ProjectPage, article: Article) -> None:
    def act(dialog: TextDialog) -> None:
        field = dialog.findChildren(PlainTextEdit)[0]
        field.moveCursor(field.textCursor().MoveOperation.Start)
        type_text(field, "오")
        compose(field, "늘")
        accept(dialog)

    in_dialog(page, act)
    assert page.desk.text == "오늘" + article.text


def test_escape_throws_a_correction_away_only_when_asked_twice(
    page: ProjectPage, article: Article
) -> None:
    def act(dialog: TextDialog) -> None:
        replace(dialog, "새벽전자", "새벽")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        replace(dialog, "전망", "예상")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    in_dialog(page, act)
    assert page.desk.text == article.text
    assert article.session.undo_kind != "revise_text"


def test_its_own_undo_ends_with_the_text_as_it_was(page: ProjectPage, article: Article) -> None:
    def act(dialog: TextDialog) -> None:
        replace(dialog, "새벽전자", "새벽")
        assert dialog.text != article.text
        field = dialog.findChildren(PlainTextEdit)[0]
        while field.document().isUndoAvailable():
            QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert dialog.text == article.text
        assert not dialog.accept_button.isEnabled()

    in_dialog(page, act)


def test_pasted_looks_are_left_out(page: ProjectPage, article: Article) -> None:
    def act(dialog: TextDialog) -> None:
        field = dialog.findChildren(PlainTextEdit)[0]
        pasted = QMimeData()
        pasted.setHtml("<b>굵게</b>")
        pasted.setText("굵게")
        field.insertFromMimeData(pasted)
        assert dialog.text == "굵게" + article.text

    in_dialog(page, act)


def test_an_earlier_text_is_put_back(page: ProjectPage, article: Article) -> None:
    def correct(dialog: TextDialog) -> None:
        assert dialog.findChildren(QMenu)[0].actions() == []
        replace(dialog, "새벽전자", "새벽")
        accept(dialog)

    def put_back(dialog: TextDialog) -> None:
        [action] = dialog.findChildren(QMenu)[0].actions()
        assert "이수민" in action.text()
        action.trigger()
        assert dialog.text == article.text
        accept(dialog)

    in_dialog(page, correct)
    assert page.desk.text != article.text
    in_dialog(page, put_back)
    assert page.desk.text == article.text
    assert page.desk.document is not None
    assert len(page.desk.document.earlier_texts) == 2


def test_an_empty_text_is_not_kept(page: ProjectPage) -> None:
    def act(dialog: TextDialog) -> None:
        field = dialog.findChildren(PlainTextEdit)[0]
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        assert not dialog.accept_button.isEnabled()
        type_text(field, " ")
        assert not dialog.accept_button.isEnabled()

    in_dialog(page, act)


def test_undo_goes_to_the_article_whose_text_comes_back(
    page: ProjectPage, article: Article
) -> None:
    other = make_document("다른 기사", "다른 기사\n한 줄뿐이다.")
    article.session.import_batch(ImportBatch(source="b.txt", documents=(other,)))
    page.open_document(other.document.id)

    def act(dialog: TextDialog) -> None:
        replace(dialog, "한 줄뿐", "두 줄")
        accept(dialog)

    in_dialog(page, act)
    assert page.desk.text.endswith("두 줄이다.")
    page.open_document(article.document.id)
    page.undo()
    assert page.desk.document is not None
    assert page.desk.document.id == other.document.id
    assert page.desk.text.endswith("한 줄뿐이다.")


def test_texts_are_compared_beside_the_window(qtbot: QtBot, article: Article, theme: Theme) -> None:
    process = WarmProcess()
    page = ProjectPage(Bridge(article.session), theme, "ko", process)
    qtbot.addWidget(page)
    page.show()
    page.article.setFocus()

    def act(dialog: TextDialog) -> None:
        replace(dialog, "전망했다", "예상했다")
        qtbot.waitUntil(lambda: dialog.comparison is not None, timeout=20_000)
        accept(dialog)

    in_dialog(page, act)
    assert quotes(article)["q2"] == "예상했다"
    page.finish()
    process.stop()


def test_a_project_that_is_only_read_says_so(qtbot: QtBot, article: Article, theme: Theme) -> None:
    path = article.session.path
    article.session.close()
    with Session.open(path, "이수민", read_only=True) as session:
        page = ProjectPage(Bridge(session), theme, "en")
        qtbot.addWidget(page)
        page.show()
        page.article.setFocus()
        with qtbot.waitSignal(page.desk.hint_changed) as hint:
            press(page.article, Qt.Key.Key_F2)
        assert hint.args == ["This project can only be read."]
        page.finish()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    raw=st.text(min_size=1, max_size=30)
    | st.text("\u00a0\u200b\ufffc\u00ad\u3000\t\n가😀\u1100\U000e0001\ufeff", min_size=1)
)
def test_the_field_gives_back_what_it_was_given(theme: Theme, raw: str) -> None:
    try:
        text = canonicalise(raw).text
    except RefusedInput:
        return
    field = PlainTextEdit()
    field.setPlainText(text)
    assert field.document().toRawText().replace("\u2029", "\n") == text
