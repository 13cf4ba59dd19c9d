"""Commands on documents."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from desktop.errors import RuleBroken
from desktop.model.project import Metadata, Rights, Zone
from desktop.model.span import Span
from desktop.session.commands import (
    AddRelation,
    DeleteDocuments,
    RightsValues,
    SetDocument,
    SetRights,
)
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


def rights_of(session: Session, document_id: str) -> Rights:
    found = session.document(document_id)
    assert found is not None
    return found.rights


def test_rights_of_many_are_recorded_with_who_and_when_in_one_step(
    session: Session, document: str
) -> None:
    noticed = Rights(holder="누리경제", ai_training="prohibited", notice=Span(0, 4))
    other = session.import_batch(batch(imported("다른 기사다.", rights=noticed))).documents[0]
    before = [rights_of(session, each) for each in (document, other)]
    values = RightsValues(basis="written_permission", basis_note="2026-11 편지", license=None)
    changes = session.do(SetRights(document_ids=(document, other, other), values=values))
    first, second = (rights_of(session, each) for each in (document, other))
    assert (second.holder, second.ai_training, second.notice) == (
        "누리경제",
        "prohibited",
        Span(0, 4),
    )
    assert not second.restricted
    for rights in (first, second):
        assert (rights.basis, rights.basis_note) == ("written_permission", "2026-11 편지")
        assert (rights.confirmed_by, rights.confirmed_at) == ("김하나", changes.saved_at)
    session.undo()
    assert [rights_of(session, each) for each in (document, other)] == before


def test_rights_can_be_confirmed_as_they_are_and_values_taken_away(
    session: Session, document: str
) -> None:
    session.do(SetRights(document_ids=(document,), values=RightsValues(holder="누리경제")))
    assert session.do(SetRights(document_ids=(document,), values=RightsValues())).sequence == 0
    session.set_annotator("이두리")
    session.do(SetRights(document_ids=(document,), values=RightsValues()))
    assert rights_of(session, document).confirmed_by == "이두리"
    assert rights_of(session, document).holder == "누리경제"
    session.do(SetRights(document_ids=(document,), values=RightsValues(holder=None)))
    assert rights_of(session, document).holder is None


def test_rights_of_an_article_that_is_gone_are_refused(session: Session, document: str) -> None:
    before = rights_of(session, document)
    command = SetRights(document_ids=(document, "x"), values=RightsValues(basis="owner"))
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(command)
    assert rights_of(session, document) == before


def test_the_articles_of_a_publisher_are_found(session: Session, document: str) -> None:
    own = Metadata(publisher="누리경제")
    made = [imported(f"기사 {n}", metadata=own) for n in range(2)]
    ids = session.import_batch(batch(*made)).documents
    assert session.documents_of("누리경제") == list(ids)
    assert session.documents_of("없는 신문") == []
