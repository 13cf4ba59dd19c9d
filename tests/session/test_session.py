"""The session itself: subscribers, who works, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import ProjectUnavailable, RuleBroken
from desktop.model.changes import Changes
from desktop.model.span import Span
from desktop.session.commands import AddAnnotation, SetDocument
from desktop.session.session import Session, default_schema
from tests.session.making import add, batch, imported


def test_subscribers_hear_of_what_was_committed(session: Session, document: str) -> None:
    heard: list[tuple[int, int]] = []

    def count(changes: Changes) -> None:
        heard.append((changes.sequence, len(session.annotations(document))))

    stop = session.subscribe(count)
    add(session, document, 0, 4)
    session.undo()
    stop()
    stop()
    session.redo()
    assert heard == [(2, 1), (3, 0)]


def test_a_subscriber_that_fails_neither_stops_the_others_nor_undoes_the_save(
    session: Session, document: str
) -> None:
    heard: list[str] = []

    def fail(changes: Changes) -> None:
        raise ProjectUnavailable("The disk of {name} is full.", name=changes.kind)

    session.subscribe(fail)
    session.subscribe(lambda changes: heard.append(changes.kind))
    with pytest.raises(RuntimeError, match="after the change was saved") as raised:
        add(session, document, 0, 4)
    assert isinstance(raised.value.__cause__, ProjectUnavailable)
    assert heard == ["add_annotation"]
    assert len(session.annotations(document)) == 1


def test_a_subscriber_may_change_the_project_itself(session: Session, document: str) -> None:
    def finish(changes: Changes) -> None:
        if changes.kind == "add_annotation":
            session.do(SetDocument(document_id=document, state="done"))

    session.subscribe(finish)
    add(session, document, 0, 4)
    assert session.undo_kind == "set_document"
    assert session.documents()[0].state == "done"


def test_who_works_can_change_and_is_known_again(
    session: Session, document: str, path: Path
) -> None:
    add(session, document, 0, 4)
    first = session.annotator
    session.set_annotator("  이두리 ")
    add(session, document, 5, 8)
    session.set_annotator("김하나")
    assert session.annotator == first
    session.close()
    with Session.open(path, "이두리") as again:
        names = {a.id: a.name for a in again.annotators()}
        assert [names[a.annotator_id] for a in again.annotations(document)] == ["김하나", "이두리"]
        assert again.annotator in again.annotators()


@pytest.mark.parametrize("name", ["", "   ", "두\n줄", "가" * 201])
def test_a_name_that_cannot_be_used_is_refused(session: Session, name: str) -> None:
    before = session.annotator
    with pytest.raises(RuleBroken, match="name of an annotator"):
        session.set_annotator(name)
    assert session.annotator == before


def test_a_project_opened_with_a_name_that_cannot_be_used_is_closed_again(
    session: Session, path: Path
) -> None:
    session.close()
    with pytest.raises(RuleBroken):
        Session.open(path, "")
    Session.open(path, "김하나").close()


def test_reading_needs_no_annotator_but_changing_does(
    session: Session, document: str, path: Path
) -> None:
    session.close()
    with Session.open(path) as again:
        assert again.annotator is None
        assert again.document(document) is not None
        with pytest.raises(ValueError, match="annotator"):
            again.do(SetDocument(document_id=document, state="done"))


def test_a_project_has_its_own_schema(tmp_path: Path) -> None:
    shipped = default_schema()
    own = shipped.model_copy(update={"labels": shipped.labels[:1], "relations": ()})
    with Session.create(tmp_path / "own.mitjul", own, annotator="김하나") as session:
        document = session.import_batch(batch(imported())).documents[0]
        add(session, document, 0, 4)
        with pytest.raises(RuleBroken, match="no label TIME"):
            add(session, document, 0, 4, "TIME")
    with Session.open(tmp_path / "own.mitjul", "김하나") as session:
        assert session.schema == own


def test_what_was_refused_leaves_the_session_usable(session: Session, document: str) -> None:
    bad = AddAnnotation(annotation_id="a", document_id=document, label="NO", span=Span(0, 1))
    with pytest.raises(RuleBroken):
        session.do(bad)
    assert session.do(bad.model_copy(update={"label": "TIME"})).sequence == 2


def test_a_closed_session_can_be_closed_again(session: Session) -> None:
    session.close()
    session.close()


def test_creating_where_a_project_is_leaves_it_alone(session: Session, path: Path) -> None:
    with pytest.raises(ProjectUnavailable, match="exists"):
        Session.create(path, annotator="이두리")
    assert session.check() == []
