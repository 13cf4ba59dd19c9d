"""The list of articles against the real project file, watched by Qt's own model tester."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.project import Metadata
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import (
    AddAnnotation,
    AddRelation,
    DeleteAnnotations,
    DeleteDocuments,
    SetDocument,
)
from desktop.session.session import Session
from desktop.ui.item_models.document_model import PAGE, DocumentModel, SummaryRole
from tests.ui.conftest import Article, make_document

MANY = PAGE + 1_100


def fill(session: Session, number: int) -> None:
    publishers = ("한빛경제", "누리일보", None)
    documents = [
        make_document(
            f"기사 {index}", f"본문 {index}", metadata=Metadata(publisher=publishers[index % 3])
        )
        for index in range(number)
    ]
    session.import_batch(ImportBatch(source="many", documents=tuple(documents)))


@pytest.fixture
def make_model(session: Session, qtbot: QtBot) -> Iterator[Callable[[], DocumentModel]]:
    made: list[DocumentModel] = []

    def make() -> DocumentModel:
        model = DocumentModel(session)
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
        )
        tester.setUseFetchMore(False)
        session.subscribe(model.apply)
        made.append(model)
        return model

    yield make
    for model in made:
        model.stop()
        model.deleteLater()


def titles(model: DocumentModel) -> list[str]:
    """All rows, scrolled through to the end."""
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_the_first_page_is_there_at_once_and_the_rest_follows(
    session: Session, make_model: Callable[[], DocumentModel], qtbot: QtBot
) -> None:
    fill(session, MANY)
    model = make_model()
    assert model.rowCount() == PAGE
    assert not model.complete
    assert (model.count(), model.count("new")) == (MANY, None)
    qtbot.waitUntil(lambda: model.complete, timeout=10_000)
    assert model.rowCount() == PAGE
    assert titles(model) == [f"기사 {index}" for index in range(MANY)]
    assert model.count("new") == MANY


def test_a_filter_applies_to_rows_that_are_read_later(
    session: Session, make_model: Callable[[], DocumentModel], qtbot: QtBot
) -> None:
    fill(session, MANY)
    model = make_model()
    model.set_filter(" 기사 12", None)
    qtbot.waitUntil(lambda: model.complete, timeout=10_000)
    assert titles(model) == [f"기사 {i}" for i in range(MANY) if f"{i}".startswith("12")]
    model.set_filter("누리", None)
    assert len(titles(model)) == sum(i % 3 == 1 for i in range(MANY))
    model.set_filter("", "done")
    assert model.rowCount() == 0
    assert model.filtered
    model.set_filter("", None)
    assert len(titles(model)) == MANY


def test_a_change_touches_its_row_only(
    article: Article, make_model: Callable[[], DocumentModel], qtbot: QtBot
) -> None:
    session = article.session
    fill(session, 5)
    model = make_model()
    row = model.row_of(article.document.id)
    assert row is not None
    before = model.data(model.index(row), SummaryRole).counts
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: changed.append((top.row(), bottom.row())))
    annotation_id = new_id()
    session.do(
        AddAnnotation(
            annotation_id=annotation_id,
            document_id=article.document.id,
            label="TIME",
            span=Span(0, 2),
        )
    )
    counts = model.data(model.index(row), SummaryRole).counts
    assert counts == before | {"TIME": before["TIME"] + 1}
    session.do(
        AddRelation(
            relation_id=new_id(),
            type="cued_by",
            source_id=article.ids["c1"],
            target_id=article.ids["q2"],
        )
    )
    session.do(DeleteAnnotations(annotation_ids=(annotation_id, article.ids["q1"])))
    session.undo()
    session.redo()
    assert set(changed) == {(row, row)}
    assert model.data(model.index(row), SummaryRole).counts == session.counts(article.document.id)


def test_states_titles_deletes_and_undo_are_followed(
    session: Session, make_model: Callable[[], DocumentModel]
) -> None:
    fill(session, 6)
    model = make_model()
    ids = [model.data(model.index(row), SummaryRole).document_id for row in range(6)]
    model.set_filter("", "new")
    session.do(SetDocument(document_id=ids[2], state="done"))
    assert (model.count("new"), model.count("done"), model.rowCount()) == (5, 1, 5)
    assert model.row_of(ids[2]) is None
    assert model.row_of(ids[3]) == 2
    session.do(SetDocument(document_id=ids[3], title="다른 제목"))
    assert titles(model)[2] == "다른 제목"
    session.do(DeleteDocuments(document_ids=(ids[0], ids[4])))
    assert titles(model) == ["기사 1", "다른 제목", "기사 5"]
    assert model.count() == 4
    session.undo()
    assert titles(model) == ["기사 0", "기사 1", "다른 제목", "기사 4", "기사 5"]
    model.set_filter("", None)
    assert model.rowCount() == 6
    assert [s.document_id for s in session.documents()] == [
        model.data(model.index(row), SummaryRole).document_id for row in range(6)
    ]


def test_what_is_imported_while_pages_are_read_is_not_shown_twice(
    session: Session, make_model: Callable[[], DocumentModel], qtbot: QtBot
) -> None:
    fill(session, PAGE + 600)
    model = make_model()
    late = make_document("늦은 기사", "본문", state="done")
    session.import_batch(ImportBatch(source="late", documents=(late,)))
    qtbot.waitUntil(lambda: model.complete, timeout=10_000)
    assert titles(model)[-1] == "늦은 기사"
    assert titles(model).count("늦은 기사") == 1
    assert (model.count(), model.count("done")) == (PAGE + 601, 1)


def test_a_bulk_change_is_read_anew(
    session: Session, make_model: Callable[[], DocumentModel], qtbot: QtBot
) -> None:
    model = make_model()
    assert (model.rowCount(), model.complete) == (0, True)
    fill(session, 6_000)
    qtbot.waitUntil(lambda: model.complete and model.rowCount() == PAGE, timeout=20_000)
    assert model.count("new") == 6_000


def test_asking_for_an_article_far_down_brings_its_row(
    session: Session, make_model: Callable[[], DocumentModel], qtbot: QtBot
) -> None:
    fill(session, MANY)
    model = make_model()
    last = session.documents(limit=MANY)[-1].document_id
    assert model.row_of(last) is None
    qtbot.waitUntil(lambda: model.complete, timeout=10_000)
    session.do(SetDocument(document_id=last, state="done"))
    assert model.rowCount() == PAGE
    assert model.row_of(last) == MANY - 1
    assert model.rowCount() == MANY
    session.do(DeleteDocuments(document_ids=(last,)))
    assert model.rowCount() == MANY - 1
