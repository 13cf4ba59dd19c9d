"""Linking mentions, merging and splitting entries of the speaker registry."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import RuleBroken
from desktop.model.overview import EntityUse
from desktop.model.project import BUILT_IN_ENTITIES, Annotation, Entity, Relation
from desktop.model.schema import Schema
from desktop.session.commands import (
    AddAnnotation,
    AddEntity,
    AddRelation,
    DeleteEntity,
    LinkMention,
    MergeEntities,
    SetFeature,
    SplitEntity,
    Together,
)
from desktop.session.session import Session, default_schema
from tests.session.making import add, batch, imported

DODAM = Entity(id="e1", canonical_name="이도담", aliases=("도담",), default_title="애널리스트")
OTHER = Entity.model_validate(
    {
        "id": "e2",
        "canonical_name": "이 애널리스트",
        "aliases": ("도담", "이도담 연구원"),
        "default_affiliation": "누리경제",
        "default_title": "연구원",
        "wikidata_qid": "Q0",
    }
)
ENDS = {"누리경제의 이도담 애널리스트": (0, 15), "이도담": (6, 9), "재무부": (40, 43)}


@pytest.fixture(autouse=True)
def registry(session: Session) -> None:
    for entity in (DODAM, OTHER):
        session.do(AddEntity(entity=entity))


def mention(session: Session, document: str, entity_id: str, start: int = 6, end: int = 9) -> str:
    annotation_id = add(session, document, start, end, "SPEAKER")
    session.do(LinkMention(annotation_id=annotation_id, entity_id=entity_id))
    return annotation_id


def said_by(session: Session, claim: str, entity_id: str, kind: str = "attributed_to") -> str:
    relation_id = f"{kind}-{claim[:8]}-{entity_id}"
    session.do(
        AddRelation(relation_id=relation_id, type=kind, source_id=claim, target_id=entity_id)
    )
    return relation_id


def entity_of(session: Session, annotation_id: str) -> object:
    return session.annotations_by_id([annotation_id])[0].features["entity"]


def target_of(session: Session, relation_id: str) -> str | None:
    return session.relations_by_id([relation_id])[0].target_entity_id


def test_a_linked_mention_teaches_the_entry_its_name(session: Session, document: str) -> None:
    speaker = add(session, document, 6, 9, "SPEAKER")
    changes = session.do(LinkMention(annotation_id=speaker, entity_id="e2", alias="이도담"))
    assert len(changes.edits) == 2
    assert entity_of(session, speaker) == "e2"
    assert session.entity("e2").aliases == ("도담", "이도담 연구원", "이도담")
    session.undo()
    assert session.annotations_by_id([speaker])[0].features == {}
    assert session.entity("e2") == OTHER


@pytest.mark.parametrize("alias", [None, "이도담", "도담"])
def test_a_name_that_is_known_is_not_learnt_twice(
    session: Session, document: str, alias: str | None
) -> None:
    speaker = add(session, document, 6, 9, "SPEAKER")
    session.do(LinkMention(annotation_id=speaker, entity_id="e1", alias=alias))
    assert session.entity("e1") == DODAM
    assert session.do(LinkMention(annotation_id=speaker, entity_id="e1")).sequence == 0


@pytest.mark.parametrize("entity", BUILT_IN_ENTITIES, ids=lambda entity: entity.id)
def test_built_in_entries_are_linked_but_learn_nothing(
    session: Session, document: str, entity: Entity
) -> None:
    speaker = add(session, document, 6, 9, "SPEAKER")
    session.do(LinkMention(annotation_id=speaker, entity_id=entity.id, alias="기자"))
    assert entity_of(session, speaker) == entity.id
    assert session.entity(entity.id) == entity


def test_only_what_can_name_an_entry_is_linked(session: Session, document: str) -> None:
    claim = add(session, document, 0, 30)
    with pytest.raises(RuleBroken, match="CLAIM names nobody"):
        session.do(LinkMention(annotation_id=claim, entity_id="e1"))
    for ids in ({"annotation_id": claim, "entity_id": "no"}, {"annotation_id": "no"}):
        with pytest.raises(RuleBroken, match="no longer"):
            session.do(LinkMention.model_validate({"entity_id": "e1"} | ids))


def test_a_new_entry_its_mention_and_the_attribution_are_one_step(
    session: Session, document: str, path: Path
) -> None:
    claim = add(session, document, 16, 30)
    parts = (
        AddAnnotation(annotation_id="s", document_id=document, label="SPEAKER", span=(0, 15)),
        AddEntity(entity=Entity(id="new", canonical_name="이도담")),
        LinkMention(annotation_id="s", entity_id="new", alias="이도담 애널리스트"),
        AddAnnotation(annotation_id="q", document_id=document, label="CUE", span=(35, 39)),
        AddRelation(relation_id="r1", type="attributed_to", source_id=claim, target_id="s"),
        AddRelation(relation_id="r2", type="cued_by", source_id=claim, target_id="q"),
    )
    session.do(Together(kind="attribute", parts=parts))
    entry = session.history(1)[0]
    assert entry.kind == "attribute" == session.undo_kind
    assert '"relation_id":"r2"' in entry.payload
    assert session.entity("new").aliases == ("이도담 애널리스트",)
    assert {r.target_id for r in session.relations_of([claim])} == {"s", "q"}
    done = [session.annotations(document), session.entities(), session.relations(document)]
    session.undo()
    assert [a.id for a in session.annotations(document)] == [claim]
    assert session.entity("new") is None
    session.redo()
    assert done == [session.annotations(document), session.entities(), session.relations(document)]
    assert session.check() == []


def test_a_part_that_breaks_a_rule_leaves_nothing_behind(session: Session, document: str) -> None:
    claim = add(session, document, 16, 30)
    parts = (
        AddAnnotation(annotation_id="q", document_id=document, label="CUE", span=(35, 39)),
        AddRelation(relation_id="r", type="attributed_to", source_id=claim, target_id="q"),
    )
    with pytest.raises(RuleBroken, match="attributed_to may not lead there"):
        session.do(Together(kind="attribute", parts=parts))
    assert [a.id for a in session.annotations(document)] == [claim]
    assert session.undo_kind == "add_annotation"


def test_later_parts_see_what_earlier_ones_plan(session: Session, document: str) -> None:
    """Deleting an entry is refused while it is in use: as of the part before, not of the file."""
    speaker = mention(session, document, "e1")
    claim = add(session, document, 16, 30)
    said_by(session, claim, "e1")
    with pytest.raises(RuleBroken, match="in use"):
        session.do(
            Together(
                kind="delete_entities",
                parts=(
                    SetFeature(annotation_id=speaker, name="entity", value="e2"),
                    DeleteEntity(entity_id="e1"),
                ),
            )
        )
    session.do(
        Together(
            kind="delete_entities",
            parts=(
                SetFeature(annotation_id=speaker, name="entity", value="e2"),
                AddRelation(relation_id="r", type="attributed_to", source_id=claim, target_id="e2"),
                DeleteEntity(entity_id="e1"),
            ),
        )
    )
    assert session.entity("e1") is None
    assert session.entity_uses() == {"e2": EntityUse(1, 1)}


def test_merging_moves_everything_and_is_one_step(
    session: Session, document: str, path: Path
) -> None:
    kept, moved = mention(session, document, "e1"), mention(session, document, "e2", 0, 15)
    claim, second = add(session, document, 16, 30), add(session, document, 40, 50)
    relation = said_by(session, claim, "e2")
    twice = said_by(session, second, "e2", "relayed_by")
    once = said_by(session, second, "e1", "relayed_by")
    assert session.entity_uses() == {"e1": EntityUse(1, 1), "e2": EntityUse(1, 2)}
    before = [session.entities(), session.annotations(document), session.relations(document)]

    changes = session.do(MergeEntities(entity_id="e1", merged_ids=("e2",)))

    assert len(list(changes.of(Annotation))) == 1
    assert len(list(changes.of(Relation))) == 2
    assert entity_of(session, kept) == entity_of(session, moved) == "e1"
    assert target_of(session, relation) == target_of(session, once) == "e1"
    assert session.relations_by_id([twice]) == []
    assert session.entity("e2") is None
    united = session.entity("e1")
    assert united.canonical_name == "이도담"
    assert united.aliases == ("도담", "이 애널리스트", "이도담 연구원")
    assert (united.default_title, united.default_affiliation) == ("애널리스트", "누리경제")
    assert united.extra == {"wikidata_qid": "Q0"}
    assert session.entity_uses() == {"e1": EntityUse(2, 2)}
    assert session.check() == []
    session.undo()
    assert before == [
        session.entities(),
        session.annotations(document),
        session.relations(document),
    ]


def test_a_mistaken_entry_can_be_merged_into_a_built_in_one(
    session: Session, document: str
) -> None:
    speaker = mention(session, document, "e1")
    session.do(MergeEntities(entity_id="narrator", merged_ids=("e1", "e1", "narrator")))
    assert entity_of(session, speaker) == "narrator"
    assert session.entity("narrator") == BUILT_IN_ENTITIES[0]
    with pytest.raises(RuleBroken, match="belongs to every project"):
        session.do(MergeEntities(entity_id="e2", merged_ids=("narrator",)))
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(MergeEntities(entity_id="e2", merged_ids=("e1",)))


def test_splitting_gives_the_chosen_mentions_to_a_new_entry(
    session: Session, document: str
) -> None:
    stays, goes = mention(session, document, "e2"), mention(session, document, "e2", 0, 15)
    relation = said_by(session, add(session, document, 16, 30), "e2")
    left = said_by(session, add(session, document, 40, 50), "e2")
    new = Entity(id="e3", canonical_name="이도담 연구원", aliases=("도담",))
    command = SplitEntity(
        entity_id="e2", entity=new, annotation_ids=(goes,), relation_ids=(relation,)
    )
    session.do(command)
    assert (entity_of(session, stays), entity_of(session, goes)) == ("e2", "e3")
    assert (target_of(session, left), target_of(session, relation)) == ("e2", "e3")
    assert session.entity("e3") == new
    assert session.entity("e2").aliases == ()
    session.undo()
    assert session.entities()[-2:] == sorted((DODAM, OTHER), key=lambda e: e.canonical_name)
    assert entity_of(session, goes) == "e2"


def test_splitting_takes_only_what_is_the_entrys(session: Session, document: str) -> None:
    strange = mention(session, document, "e1")
    relation = said_by(session, add(session, document, 16, 30), "e1")
    new = Entity(id="e3", canonical_name="다른 사람")
    for chosen in ({"annotation_ids": (strange,)}, {"relation_ids": (relation,)}):
        with pytest.raises(RuleBroken, match="no longer"):
            session.do(SplitEntity.model_validate({"entity_id": "e2", "entity": new} | chosen))
    with pytest.raises(RuleBroken, match="Choose the mentions"):
        session.do(SplitEntity(entity_id="e2", entity=new))
    assert session.entity("e3") is None


def test_mentions_and_relations_of_an_entry_are_found(session: Session, document: str) -> None:
    first, second = mention(session, document, "e1"), mention(session, document, "e1", 40, 43)
    relation = said_by(session, add(session, document, 16, 30), "e1")
    assert [a.id for a in session.mentions("e1")] == [first, second]
    assert [a.id for a in session.mentions("e1", 1)] == [first]
    assert [r.id for r in session.relations_to_entity("e1")] == [relation]
    assert not session.mentions("e2")
    assert not session.relations_to_entity("e2")


def test_the_index_finds_mentions(session: Session, document: str) -> None:
    mention(session, document, "e1")
    connection = session._file.connection
    queries: list[str] = []
    connection.db.set_trace_callback(queries.append)
    session.mentions("e1")
    connection.db.set_trace_callback(None)
    (query,) = queries
    plan = connection.rows(f"EXPLAIN QUERY PLAN {query}")
    assert any("annotation_by_entity" in str(row) for row in plan)


def test_a_schema_may_call_the_feature_otherwise(tmp_path: Path) -> None:
    text = default_schema().model_dump_json().replace('"name":"entity"', '"name":"who"')
    with Session.create(
        tmp_path / "b.mitjul", Schema.model_validate_json(text), annotator="김하나"
    ) as session:
        document = session.import_batch(batch(imported())).documents[0]
        session.do(AddEntity(entity=DODAM))
        speaker = add(session, document, 6, 9, "SPEAKER")
        session.do(LinkMention(annotation_id=speaker, entity_id="e1"))
        assert session.annotations_by_id([speaker])[0].features == {"who": "e1"}
        assert [a.id for a in session.mentions("e1")] == [speaker]
        assert session.entity_uses() == {"e1": EntityUse(1, 0)}
