"""Commands on documents."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from desktop.errors import RuleBroken
from desktop.model.project import Metadata, Rights, Zone
from desktop.model.span import Span
from desktop.session.commands import AddRelation, DeleteDocuments, SetDocument
from desktop.session.session import Session
from tests.session.making import TEXT, add, batch, imported


def test_only_what_is_given_changes(session: Session, document: str) -> None:
    before = session.document(document)
    assert before is not None
    steps: list[dict[str, JsonValue | object]] = [
        {"title": "새 제목"},
        {"state": "done"},
        {"metadata": Metadata.model_validate({"publisher": "누리경제", "edition": 3})},
        {"rights": Rights(holder="누리경제", notice=Span(0, 4))},
        {"zones": (Zone(kind="title", start=0, end=10), Zone(kind="body", start=11, end=20))},
    ]
    expected = before
    for step in steps:
        session.do(SetDocument.model_validate({"document_id": document} | step))
        expected = expected.model_copy(update=step)
        assert session.document(document) == expected
    for _ in steps:
        session.undo()
    assert session.document(document) == before


@pytest.mark.parametrize(
    "change",
    [
        {"zones": [{"kind": "body", "start": 0, "end": len(TEXT) + 1}]},
        {"zones": [{"kind": "body", "start": 5, "end": 4}]},
        {"rights": {"notice": [0, len(TEXT) + 1]}},
        {"metadata": {"score": float("inf")}},
        {"metadata": {"score": "\ud800"}},
    ],
)
def test_places_outside_the_text_and_broken_values_are_refused(
    session: Session, document: str, change: JsonValue
) -> None:
    before = session.document(document)
    with pytest.raises(RuleBroken):
        session.do(SetDocument.model_validate({"document_id": document} | change))  # type: ignore[operator]
    assert session.document(document) == before


def test_deleting_a_document_takes_all_of_it_and_undo_brings_all_back(
    session: Session, document: str
) -> None:
    other = session.import_batch(batch(imported("다른 기사다."))).documents[0]
    claim = add(session, document, 0, 30)
    speaker = add(session, document, 5, 8, "SPEAKER")
    session.do(
        AddRelation(relation_id="r", type="attributed_to", source_id=claim, target_id=speaker)
    )
    kept = add(session, other, 0, 2)
    before = [session.documents(), session.annotations(document), session.relations(document)]
    session.do(DeleteDocuments(document_ids=(document, document)))
    assert [row.document_id for row in session.documents()] == [other]
    assert session.counts() == {"CLAIM": 1}
    assert session.counts(document) == {}
    session.undo()
    after = [session.documents(), session.annotations(document), session.relations(document)]
    assert after == before
    assert session.text(document) == TEXT
    assert [a.id for a in session.annotations(other)] == [kept]


def test_unknown_documents_are_refused(session: Session, document: str) -> None:
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(SetDocument(document_id="unknown", title="x"))
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(DeleteDocuments(document_ids=(document, "unknown")))
    assert session.document_count() == 1
