"""Commands on relations."""

from __future__ import annotations

import pytest

from desktop.errors import RuleBroken
from desktop.model.span import Span
from desktop.session.commands import (
    AddRelation,
    DeleteRelations,
    SetRelationFeature,
    SetSpan,
)
from desktop.session.session import Session
from tests.session.making import add, batch, imported


@pytest.fixture
def marks(session: Session, document: str) -> dict[str, str]:
    """Annotations by a short name."""
    spans = {
        "claim": (0, 38, "CLAIM"),
        "inner": (16, 30, "CLAIM"),
        "speaker": (5, 8, "SPEAKER"),
        "speaker 2": (40, 43, "SPEAKER"),
        "cue": (35, 38, "CUE"),
        "figure": (20, 25, "FIGURE"),
        "figure 2": (50, 54, "FIGURE"),
    }
    return {name: add(session, document, *place) for name, place in spans.items()}


def relate(session: Session, kind: str, source: str, target: str, name: str = "r1") -> None:
    session.do(AddRelation(relation_id=name, type=kind, source_id=source, target_id=target))


def test_a_relation_leads_to_an_annotation_or_an_entity(
    session: Session, document: str, marks: dict[str, str]
) -> None:
    relate(session, "attributed_to", marks["claim"], marks["speaker"])
    relate(session, "relayed_by", marks["claim"], "narrator", "r2")
    first, second = session.relations(document)
    assert (first.target_annotation_id, first.target_entity_id) == (marks["speaker"], None)
    assert (second.target_annotation_id, second.target_entity_id) == (None, "narrator")
    assert session.counts(document)["@relation"] == 2


def test_the_only_relation_of_its_type_is_replaced_in_one_step(
    session: Session, document: str, marks: dict[str, str]
) -> None:
    relate(session, "attributed_to", marks["claim"], marks["speaker"])
    relate(session, "attributed_to", marks["claim"], marks["speaker 2"], "r2")
    assert [r.id for r in session.relations(document)] == ["r2"]
    session.undo()
    assert [r.id for r in session.relations(document)] == ["r1"]


def test_other_types_keep_several(session: Session, document: str, marks: dict[str, str]) -> None:
    relate(session, "relayed_by", marks["claim"], marks["speaker"])
    relate(session, "relayed_by", marks["claim"], marks["speaker 2"], "r2")
    assert len(session.relations(document)) == 2


@pytest.mark.parametrize(
    ("kind", "source", "target", "words"),
    [
        ("unknown_type", "claim", "speaker", "no relation type"),
        ("attributed_to", "claim", "cue", "may not lead there"),
        ("attributed_to", "speaker", "claim", "may not lead there"),
        ("same_value", "figure", "narrator", "may not lead there"),
        ("continues", "claim", "claim", "two annotations of one document"),
        ("nested_in", "claim", "inner", "lies around"),
        ("attributed_to", "claim", "nobody", "no longer"),
        ("attributed_to", "nobody", "speaker", "no longer"),
    ],
)
def test_a_relation_that_the_schema_does_not_allow_is_refused(
    session: Session, document: str, marks: dict[str, str],
    kind: str, source: str, target: str, words: str,
) -> None:  # fmt: skip
    with pytest.raises(RuleBroken, match=words):
        relate(session, kind, marks.get(source, source), marks.get(target, target))
    assert session.relations(document) == []


def test_a_relation_stays_in_its_document(session: Session, marks: dict[str, str]) -> None:
    other = session.import_batch(batch(imported("다른 기사다."))).documents[0]
    speaker = add(session, other, 0, 2, "SPEAKER")
    with pytest.raises(RuleBroken, match="one document"):
        relate(session, "attributed_to", marks["claim"], speaker)


def test_the_same_relation_twice_is_refused(session: Session, marks: dict[str, str]) -> None:
    relate(session, "cued_by", marks["claim"], marks["cue"])
    with pytest.raises(RuleBroken, match="there already"):
        relate(session, "cued_by", marks["claim"], marks["cue"], "r2")


def test_a_command_sent_again_doubles_nothing(
    session: Session, document: str, marks: dict[str, str]
) -> None:
    for _ in range(2):
        relate(session, "attributed_to", marks["claim"], marks["speaker"])
    assert len(session.relations(document)) == 1
    with pytest.raises(RuleBroken, match="in use"):
        relate(session, "attributed_to", marks["inner"], marks["speaker"])


def test_what_lies_inside_may_be_nested(
    session: Session, document: str, marks: dict[str, str]
) -> None:
    relate(session, "nested_in", marks["inner"], marks["claim"])
    session.do(SetSpan(annotation_id=marks["inner"], span=Span(30, 60)))
    assert len(session.relations(document)) == 1


def test_features_of_relations(session: Session, document: str, marks: dict[str, str]) -> None:
    relate(session, "cued_by", marks["claim"], marks["cue"])
    session.do(SetRelationFeature(relation_id="r1", name="role", value="relay"))
    assert session.relations(document)[0].features == {"role": "relay"}
    for name, value in (("role", "chief"), ("speed", "1")):
        with pytest.raises(RuleBroken, match=name):
            session.do(SetRelationFeature(relation_id="r1", name=name, value=value))
    session.do(SetRelationFeature(relation_id="r1", name="role", value=None))
    assert session.relations(document)[0].features == {}
    assert session.do(SetRelationFeature(relation_id="r1", name="role")).sequence == 0


def test_deleting_relations_leaves_their_ends(
    session: Session, document: str, marks: dict[str, str]
) -> None:
    relate(session, "cued_by", marks["claim"], marks["cue"])
    relate(session, "attributed_to", marks["claim"], "implicit", "r2")
    session.do(DeleteRelations(relation_ids=("r1", "r2", "r1")))
    assert session.relations(document) == []
    assert len(session.annotations(document)) == len(marks)
    session.undo()
    assert {r.id for r in session.relations(document)} == {"r1", "r2"}
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(DeleteRelations(relation_ids=("r1", "unknown")))
