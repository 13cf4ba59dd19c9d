"""Many annotations changed at once: one operation, one undo, the schema's rules kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import RuleBroken
from desktop.model.values import new_id
from desktop.session.commands import AddRelation, SetFeature, SetFeatures, SetLabels
from desktop.session.session import Session
from tests.session.making import add, batch, imported


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "기사.mitjul", annotator="김하나") as opened:
        yield opened


@pytest.fixture
def document(session: Session) -> str:
    return session.import_batch(batch(imported())).documents[0]


def test_labels_are_changed_and_taken_back_together(session: Session, document: str) -> None:
    ids = [add(session, document, at, at + 2, "CLAIM") for at in range(5)]
    session.do(SetFeature(annotation_id=ids[0], name="quote_type", value="direct"))
    before = session.annotations_by_id(ids)
    operations = len(session.history(1_000))
    session.do(SetLabels(annotation_ids=tuple(ids), label="FIGURE"))
    assert len(session.history(1_000)) == operations + 1
    after = session.annotations_by_id(ids)
    assert {a.label for a in after} == {"FIGURE"}
    assert "quote_type" not in after[0].features
    session.undo()
    assert session.annotations_by_id(ids) == before


def test_relations_that_are_no_longer_allowed_go_once(session: Session, document: str) -> None:
    claim = add(session, document, 0, 3, "CLAIM")
    speaker = add(session, document, 4, 6, "SPEAKER")
    other = add(session, document, 7, 9, "SPEAKER")
    for target in (speaker, other):
        session.do(
            AddRelation(
                relation_id=new_id(), type="attributed_to", source_id=claim, target_id=target
            )
        )
    before = session.relations(document)
    session.do(SetLabels(annotation_ids=(claim, speaker), label="TIME"))
    assert session.relations(document) == []
    session.undo()
    assert session.relations(document) == before


def test_both_ends_changed_at_once_may_keep_their_relation(session: Session, document: str) -> None:
    first = add(session, document, 0, 3, "CLAIM")
    second = add(session, document, 4, 6, "CLAIM")
    session.do(
        AddRelation(relation_id=new_id(), type="continues", source_id=second, target_id=first)
    )
    kept = session.schema.relation_types("SPEAKER", "SPEAKER")
    session.do(SetLabels(annotation_ids=(first, second), label="SPEAKER"))
    left = {relation.type for relation in session.relations(document)}
    assert left == ({"continues"} if "continues" in {t.name for t in kept} else set())


def test_a_feature_is_changed_where_the_label_has_it(session: Session, document: str) -> None:
    figures = [add(session, document, at, at + 2, "FIGURE") for at in range(3)]
    claim = add(session, document, 5, 7, "CLAIM")
    everything = (*figures, claim)
    session.do(SetFeatures(annotation_ids=everything, name="category", value="percentage"))
    found = session.annotations_by_id(everything)
    assert [a.features.get("category") for a in found] == ["percentage"] * 3 + [None]
    session.do(SetFeatures(annotation_ids=everything, name="category"))
    assert all("category" not in a.features for a in session.annotations_by_id(everything))
    session.undo()
    session.undo()
    assert all("category" not in a.features for a in session.annotations_by_id(everything))


def test_what_cannot_be_changes_nothing(session: Session, document: str) -> None:
    ids = (add(session, document, 0, 2, "FIGURE"), add(session, document, 2, 4, "FIGURE"))
    before = session.annotations_by_id(ids)
    for command in (
        SetFeatures(annotation_ids=ids, name="category", value="nonsense"),
        SetLabels(annotation_ids=ids, label="NONSENSE"),
        SetLabels(annotation_ids=(*ids, "gone"), label="CLAIM"),
    ):
        with pytest.raises(RuleBroken):
            session.do(command)
    assert session.annotations_by_id(ids) == before
    assert session.do(SetLabels(annotation_ids=ids, label="FIGURE")).sequence == 0
