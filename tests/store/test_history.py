"""The history: undo and redo without limit, also after a restart; markers; large operations."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop.errors import Cancelled
from desktop.model.changes import Changes, Edit
from desktop.model.project import Annotation, Annotator, Document
from desktop.session.commands import DeleteDocuments, SetDocument, SetFeature, SetLabel
from desktop.session.session import Session
from desktop.store.history import BULK, Operation
from tests.session.making import AT, TEXT, add, annotation, batch, dump, imported, rows


def states(session: Session) -> list[tuple[str, str, str]]:
    """Kind, cause and state of all operations, oldest first."""
    return [(entry.kind, entry.cause, entry.state) for entry in session.history()][::-1]


def test_undo_and_redo_work_after_a_restart(session: Session, document: str, path: Path) -> None:
    first = add(session, document, 0, 4)
    session.do(SetFeature(annotation_id=first, name="note", value="메모"))
    session.close()
    with Session.open(path, "김하나") as again:
        assert (again.undo_kind, again.redo_kind) == ("set_feature", None)
        changes = again.undo()
        assert changes is not None
        assert (changes.kind, changes.cause) == ("set_feature", "undo")
        assert again.annotations_by_id([first])[0].features == {}
        again.undo()
        assert again.annotations(document) == []
    with Session.open(path, "이두리") as third:
        assert (third.undo_kind, third.redo_kind) == ("import_documents", "add_annotation")
        third.redo()
        third.redo()
        assert third.redo() is None
        assert third.annotations_by_id([first])[0].features == {"note": "메모"}


def test_something_new_supersedes_what_was_undone(session: Session, document: str) -> None:
    add(session, document, 0, 4)
    session.undo()
    add(session, document, 5, 8)
    assert session.redo_kind is None
    assert states(session) == [
        ("import_documents", "do", "done"),
        ("add_annotation", "do", "superseded"),
        ("add_annotation", "undo", "marker"),
        ("add_annotation", "do", "done"),
    ]
    session.undo()
    session.undo()
    assert session.document_count() == 0
    assert session.undo() is None


def test_an_export_is_noted_and_never_undone(session: Session, document: str) -> None:
    add(session, document, 0, 4)
    session.undo()
    session.record_export({"format": "json", "basis": "written_permission", "documents": 1})
    entry = session.history(1)[0]
    assert (entry.kind, entry.state, entry.annotator) == ("export", "marker", "김하나")
    assert json.loads(entry.payload)["basis"] == "written_permission"
    assert session.redo_kind == "add_annotation"
    session.redo()
    assert session.undo_kind == "add_annotation"


def test_the_revision_is_the_newest_change(session: Session, document: str) -> None:
    def revision() -> str:
        return session.export_source().revision

    imported_at = revision()
    add(session, document, 0, 4)
    added = revision()
    session.record_export({"format": "xlsx"})
    assert revision() == added
    session.undo()
    assert len({imported_at, added, revision()}) == 3


def test_the_history_says_who_when_and_what(session: Session, document: str, path: Path) -> None:
    added = add(session, document, 0, 4)
    session.set_annotator("이두리")
    session.undo()
    done, undone = session.history(2)[::-1]
    assert (done.annotator, undone.annotator) == ("김하나", "이두리")
    assert json.loads(done.payload)["annotation_id"] == added
    assert undone.target == done.sequence
    session.close()
    assert rows(path, "SELECT count(DISTINCT id), count(*) FROM operation") == [(3, 3)]
    edits = rows(path, "SELECT record, before, after FROM edit WHERE sequence = 2")
    assert [edit[0] for edit in edits] == ["annotation", "document"]
    assert json.loads(str(edits[0][2]))["quote"] == TEXT[:4]


def test_changes_tell_each_record_before_and_after(session: Session, document: str) -> None:
    told: list[Changes] = []
    session.subscribe(told.append)
    added = add(session, document, 0, 4)
    session.do(SetLabel(annotation_id=added, label="TIME"))
    session.undo()
    ((before, after),) = told[1].of(Annotation)
    assert before is not None
    assert after is not None
    assert (before.label, after.label) == ("CLAIM", "TIME")
    assert list(told[2].of(Annotation)) == [(after, before)]
    ((old, new),) = told[0].of(Document)
    assert (old and old.state, new and new.state) == ("new", "in_progress")


def large_batch(count: int) -> tuple[str, list[Annotation]]:
    return "large", [annotation("large", n % 50, n % 50 + 4) for n in range(count)]


def test_a_large_operation_is_announced_as_one(session: Session) -> None:
    name, marks = large_batch(BULK + 1)
    told: list[Changes] = []
    session.subscribe(told.append)
    session.import_batch(batch(imported(document_id=name, annotations=marks)))
    session.undo()
    session.redo()
    session.do(DeleteDocuments(document_ids=(name,)))
    assert [(changes.bulk, changes.edits) for changes in told] == [(True, ())] * 4
    assert {changes.document_id for changes in told} == {name}
    session.undo()
    assert session.counts() == {"CLAIM": BULK + 1}


@pytest.mark.parametrize("turn", ["do", "undo", "redo", "delete"])
def test_a_large_operation_can_be_cancelled_and_leaves_nothing(
    session: Session, path: Path, turn: str
) -> None:
    name, marks = large_batch(3_000)
    large = batch(imported(document_id=name, annotations=marks))
    seen: list[tuple[int, int]] = []

    def stop_halfway(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < total / 2

    add(session, session.import_batch(batch(imported("앞 기사"))).documents[0], 0, 2)
    if turn != "do":
        session.import_batch(large)
    if turn == "redo":
        session.undo()
    session.close()
    before = dump(path, without=())
    with Session.open(path, "김하나") as again:
        turns: dict[str, Callable[[], object]] = {
            "do": partial(again.import_batch, large, progress=stop_halfway),
            "undo": partial(again.undo, stop_halfway),
            "redo": partial(again.redo, stop_halfway),
            "delete": partial(again.do, DeleteDocuments(document_ids=(name,)), stop_halfway),
        }
        with pytest.raises(Cancelled):
            turns[turn]()
        steps = [done for done, _total in seen]
        assert steps == list(range(steps[0], 3_001, steps[0]))[: len(steps)]
        assert steps[0] <= 50, "the window is to live meanwhile"
        assert steps[-1] - steps[0] < 3_001 / 2 <= steps[-1]
        assert {total for _done, total in seen} == {3_001}
    assert dump(path, without=()) == before


def test_a_new_annotator_comes_with_the_first_change_and_stays(
    session: Session, document: str
) -> None:
    assert [annotator.name for annotator in session.annotators()] == ["김하나"]
    session.set_annotator("이두리")
    assert len(session.annotators()) == 1
    told: list[Changes] = []
    session.subscribe(told.append)
    session.do(SetDocument(document_id=document, state="done"))
    assert told[0].edits[0] == Edit(None, session.annotator)
    session.undo()
    assert [annotator.name for annotator in session.annotators()] == ["김하나", "이두리"]
    assert list(told[1].of(Annotator)) == []


def test_a_reader_of_the_file_finds_what_undo_left(
    session: Session, document: str, path: Path
) -> None:
    """The row itself goes with undo; the text stays, so that redo finds it."""
    session.undo()
    session.close()
    assert rows(path, "SELECT count(*) FROM document") == [(0,)]
    assert rows(path, "SELECT document_id, text FROM body") == [(document, TEXT)]
    with Session.open(path, "김하나") as again:
        again.redo()
        restored = again.document(document)
        assert restored is not None
        assert restored.created_at == AT
        assert again.text(document) == TEXT


def test_a_row_takes_every_value_that_differs(session: Session, document: str) -> None:
    """Python takes 1, 1.0 and true for equal; a file does not."""
    mark = add(session, document, 3, 9)

    def stored() -> str:
        return session.annotations_by_id([mark])[0].model_dump_json(include={"features"})

    for value in (1, True, 1.0, "1"):
        [before] = session.annotations_by_id([mark])
        was = stored()
        after = before.model_copy(update={"features": {"note": value}})
        operation = Operation("set_feature", Annotator(id="a", name="가", created_at=AT), AT)
        session._file.history.commit(operation, [Edit(before, after)])
        assert stored() == after.model_dump_json(include={"features"}) != was
        session.undo()
        assert stored() == was
        session.redo()
        assert stored() == after.model_dump_json(include={"features"})
