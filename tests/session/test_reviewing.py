"""Problems of an open project: looked for, counted, and counted again only where things changed."""

from __future__ import annotations

from pathlib import Path

from desktop.model.values import new_id
from desktop.session.commands import AnswerProblem, DeleteDocuments, SetDocument
from desktop.session.reviewing import count_problems, review_document
from desktop.session.session import Session
from tests.session.making import add, batch, edited, imported


def test_an_article_is_looked_at_when_it_was_begun(session: Session, document: str) -> None:
    assert review_document(session, document) is None
    claim = add(session, document, 0, 4)
    found = review_document(session, document)
    assert found is not None
    assert [p.annotation_ids for p in found.open] == [(claim,)]
    session.do(SetDocument(document_id=document, state="skipped"))
    assert review_document(session, document) is None
    assert review_document(session, "missing") is None


def test_a_long_article_is_read_in_slices_and_looked_at_whole(session: Session) -> None:
    text = "가나다라마바사아자차 " * 2_100
    (document,) = session.import_batch(batch(imported(text))).documents
    marks = [add(session, document, at, at + 12) for at in range(0, len(text) - 12, 999)]
    found = review_document(session, document)
    assert found is not None
    assert [p.annotation_ids for p in found.open] == [(mark,) for mark in marks]


def test_an_answered_problem_is_counted_no_more(session: Session, document: str) -> None:
    add(session, document, 0, 4)
    found = review_document(session, document)
    assert found is not None
    kind, ids, key = found.open[0].identity
    session.do(
        AnswerProblem(
            answer_id=new_id(), document_id=document, problem=kind, annotation_ids=ids, key=key,
            reason="출처가 기사에 없음",
        )
    )  # fmt: skip
    found = review_document(session, document)
    assert found is not None
    assert found.open == ()
    assert [a.answer.reason for a in found.answered] == ["출처가 기사에 없음"]
    assert count_problems(session, [document]) == {document: 0}


def test_counts_are_kept_until_something_changes(session: Session, path: Path) -> None:
    first, second = session.import_batch(batch(imported(), imported("다른 기사다."))).documents
    mark = add(session, first, 0, 4)
    add(session, second, 0, 2, "SPEAKER")
    assert session.uncounted_documents() == [first, second]
    assert count_problems(session, session.uncounted_documents()) == {first: 1, second: 1}
    assert session.uncounted_documents() == []
    session.close()
    with Session.open(path, "이두리") as again:
        assert again.problem_counts() == {first: 1, second: 1}
        history = again.history(1)
        add(again, second, 3, 5)
        assert again.problem_counts() == {first: 1}
        assert count_problems(again, again.uncounted_documents()) == {second: 2}
        again.undo()
        assert again.uncounted_documents() == [second]
        assert again.history(3)[-1] == history[0]
        assert again.check() == []
        again.do(DeleteDocuments(document_ids=(first,)))
        assert again.problem_counts() == {}
        assert mark


def test_counts_of_other_checks_and_of_a_copy_for_reading(session: Session, path: Path) -> None:
    (document,) = session.import_batch(batch(imported())).documents
    add(session, document, 0, 4)
    count_problems(session, [document])
    session.close()
    edited(path, "UPDATE problem_count SET checks = 'older'")
    with Session.open(path, read_only=True) as again:
        assert again.problem_counts() == {}
        assert count_problems(again, again.uncounted_documents()) == {document: 1}
        assert again.problem_counts() == {}
