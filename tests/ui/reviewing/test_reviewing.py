"""Problems in the window: found after a change, walked, answered, counted in the list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation, DeleteAnnotations, SetDocument, SetFeature
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.item_models.document_model import ProblemsRole
from desktop.ui.panels.document_list import DocumentList
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, make_document, type_text

SECOND = '원장은 "문을 닫을 때가 됐다"고 했다. 이어 "아직 이르다"고도 했다.'


@pytest.fixture
def other(session: Session, article: Article) -> str:
    """A second article with two quotations, one of them marked."""
    made = make_document("책방 이야기", SECOND)
    session.import_batch(ImportBatch(source="b.txt", documents=(made,)))
    start = SECOND.index("문을")
    session.do(
        AddAnnotation(
            annotation_id=new_id(),
            document_id=made.document.id,
            label="CLAIM",
            span=Span(start, start + 11),
        )
    )
    return made.document.id


@pytest.fixture
def page(qtbot: QtBot, article: Article, other: str, theme: Theme) -> Iterator[ProjectPage]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.article.setFocus()
    qtbot.waitUntil(lambda: reviewed(page))
    yield page
    page.finish()


def reviewed(page: ProjectPage) -> bool:
    return page.reviewing.feed.current


def shown(page: ProjectPage) -> list[tuple[str, str]]:
    return [(row.problem.kind, row.quote) for row in page.problems.shown]


def press(page: ProjectPage, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(page.article, key, modifier)


NONE = Qt.KeyboardModifier.NoModifier


def test_the_open_article_is_reviewed(page: ProjectPage) -> None:
    assert shown(page) == [("speaker_without_entity", "한빛은행")]
    (row,) = page.problems.shown
    assert row.place == "¶3"


def test_a_change_is_reviewed_and_what_it_mends_goes(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    claim = article.ids["c1"]
    page.bridge.do(DeleteAnnotations(annotation_ids=(claim,)))
    assert not reviewed(page)
    qtbot.waitUntil(lambda: reviewed(page))
    assert [kind for kind, _ in shown(page)] == [
        "quote_without_claim", "cue_unlinked", "speaker_without_entity"
    ]  # fmt: skip
    page.bridge.do(SetFeature(annotation_id=article.ids["s2"], name="entity", value="bank"))
    page.undo()
    page.undo()
    qtbot.waitUntil(lambda: len(page.problems.shown) == 1)


def test_an_article_not_begun_says_so(page: ProjectPage, article: Article, qtbot: QtBot) -> None:
    page.bridge.do(SetDocument(document_id=article.document.id, state="skipped"))
    qtbot.waitUntil(lambda: reviewed(page) and not page.problems.shown)
    assert page.reviewing.open_problems == ()


def test_keys_walk_the_problems_and_go_on_in_the_next_article(
    page: ProjectPage, article: Article, other: str, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.reviewing.counts.complete)
    page.run_action("next_problem")
    assert page.desk.selected is not None
    assert page.desk.selected.id == article.ids["s2"]
    page.run_action("next_problem")
    assert page.desk.document is not None
    assert page.desk.document.id == other
    qtbot.waitUntil(lambda: page.desk.selected is not None)
    assert page.desk.selected.label == "CLAIM"
    page.run_action("next_problem")
    assert page.desk.selected is None
    assert page.article.selection is not None
    assert page.article.selection.slice(SECOND) == "아직 이르다"
    page.run_action("previous_problem")
    page.run_action("previous_problem")
    qtbot.waitUntil(lambda: page.desk.selected is not None)
    assert page.desk.selected.id == article.ids["s2"]
    assert page.article.hasFocus()


def test_enter_on_a_row_and_a_click_jump(page: ProjectPage, article: Article) -> None:
    view = page.problems.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.desk.selected is not None
    assert page.desk.selected.id == article.ids["s2"]
    page.desk.select(None)
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(place))
    assert page.desk.selected is not None


def field(page: ProjectPage) -> LineEdit:
    return next(f for f in page.problems.findChildren(LineEdit) if f.isVisible())


def button(page: ProjectPage, words: str) -> QAbstractButton:
    buttons = page.problems.findChildren(QAbstractButton)
    return next(b for b in buttons if b.isVisible() and words in b.text())


def test_a_typed_reason_answers_and_the_answer_can_be_taken_back(
    page: ProjectPage, session: Session, article: Article, qtbot: QtBot
) -> None:
    page.run_action("answer_problem")
    type_text(field(page), "누구인지 모름")
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    (answer,) = session.answers(article.document.id)
    assert (answer.problem, answer.annotation_ids, answer.reason) == (
        "speaker_without_entity", (article.ids["s2"],), "누구인지 모름"
    )  # fmt: skip
    assert page.article.hasFocus()
    qtbot.waitUntil(lambda: reviewed(page) and not page.problems.shown)
    QTest.mouseClick(button(page, "1"), Qt.MouseButton.LeftButton)
    (row,) = page.problems.shown
    assert row.answer == answer
    page.problems.choose(row.problem)
    QTest.mouseClick(button(page, "Open again"), Qt.MouseButton.LeftButton)
    assert session.answers(article.document.id) == []
    qtbot.waitUntil(lambda: reviewed(page) and len(page.problems.shown) == 1)


def test_an_offered_reason_answers_with_a_click(
    page: ProjectPage, session: Session, article: Article
) -> None:
    page.run_action("answer_problem")
    QTest.mouseClick(button(page, "누구인지"), Qt.MouseButton.LeftButton)
    assert [a.reason for a in session.answers(article.document.id)] == ["누구인지 알 수 없음"]


def test_escape_leaves_without_an_answer(
    page: ProjectPage, session: Session, article: Article
) -> None:
    page.run_action("answer_problem")
    typing = field(page)
    type_text(typing, "아")
    QTest.keyClick(typing, Qt.Key.Key_Escape)
    assert page.article.hasFocus()
    assert not typing.isVisible()
    assert session.answers(article.document.id) == []


def counts(documents: DocumentList) -> list[int]:
    model = documents._view.model()
    return [model.index(row, 0).data(ProblemsRole) for row in range(model.rowCount())]


def test_the_list_counts_every_article_without_opening_it(
    page: ProjectPage, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: counts(page.documents) == [1, 2])
    assert page.documents._chips._chips[3].text() == "To check 2"
    qtbot.waitUntil(lambda: page.reviewing.counts.complete)
    assert sorted(session.problem_counts().values()) == [1, 2]


def test_the_filter_shows_articles_with_problems_only(
    page: ProjectPage, session: Session, article: Article, other: str, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: counts(page.documents) == [1, 2])
    page.documents._chips._chips[3].click()
    page.bridge.do(SetFeature(annotation_id=article.ids["s2"], name="entity", value="bank"))
    qtbot.waitUntil(lambda: counts(page.documents) == [2])
    page.undo()
    qtbot.waitUntil(lambda: counts(page.documents) == [1, 2])


def test_a_deleted_article_counts_no_more(page: ProjectPage, other: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.reviewing.counts.total == 2)
    page.documents.delete_requested.emit([other])
    assert page.reviewing.counts.total == 1
    page.undo()
    qtbot.waitUntil(lambda: page.reviewing.counts.total == 2)


def test_what_a_later_change_overtook_is_told_once(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    reviews: list[object] = []
    page.reviewing.feed.changed.connect(lambda: reviews.append(page.reviewing.feed.review))
    before = page.reviewing.feed.review
    page.bridge.do(DeleteAnnotations(annotation_ids=(article.ids["c1"],)))
    page.undo()
    qtbot.waitUntil(lambda: reviewed(page))
    assert reviews == [before]


def test_a_kept_count_stands_in_the_next_window(
    page: ProjectPage, session: Session, article: Article, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.reviewing.counts.complete)
    page.bridge.do(DeleteAnnotations(annotation_ids=(article.ids["c1"],)))
    assert article.document.id not in session.problem_counts()
    qtbot.waitUntil(lambda: reviewed(page) and page.reviewing.counts.complete)
    assert session.problem_counts()[article.document.id] == 3


def test_keys_walk_on_from_a_problem_that_is_gone(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    page.bridge.do(DeleteAnnotations(annotation_ids=(article.ids["c1"],)))
    qtbot.waitUntil(lambda: len(page.problems.shown) == 3)
    page.run_action("next_problem")
    page.undo()
    qtbot.waitUntil(lambda: len(page.problems.shown) == 1)
    page.run_action("next_problem")
    assert page.desk.selected is not None
    assert page.desk.selected.id == article.ids["s2"]
