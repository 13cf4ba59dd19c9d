"""Commands on the speaker registry."""

from __future__ import annotations

import pytest

from desktop.errors import RuleBroken
from desktop.model.project import BUILT_IN_ENTITIES, Entity
from desktop.session.commands import (
    AddEntity,
    AddRelation,
    DeleteEntity,
    SetEntity,
    SetFeature,
)
from desktop.session.session import Session
from tests.session.making import add

PERSON = Entity.model_validate(
    {
        "id": "e1",
        "canonical_name": "이도담",
        "aliases": ("이 애널리스트", "도담"),
        "default_affiliation": "누리경제",
        "note": "가명",
        "wikidata": "Q0",
    }
)


def test_an_entry_keeps_all_of_its_fields(session: Session) -> None:
    session.do(AddEntity(entity=PERSON))
    assert session.entity("e1") == PERSON
    assert session.entity("e1").extra == {"wikidata": "Q0"}
    assert session.entities() == [*BUILT_IN_ENTITIES, PERSON]


def test_an_entry_is_changed_deleted_and_brought_back(session: Session) -> None:
    session.do(AddEntity(entity=PERSON))
    changed = PERSON.model_copy(update={"canonical_name": "이도담 2", "note": None})
    session.do(SetEntity(entity=changed))
    assert session.entity("e1") == changed
    assert session.do(SetEntity(entity=changed)).sequence == 0
    session.do(DeleteEntity(entity_id="e1"))
    assert session.entity("e1") is None
    session.undo()
    session.undo()
    assert session.entity("e1") == PERSON


def test_two_people_may_have_one_name_but_not_one_id(session: Session) -> None:
    session.do(AddEntity(entity=PERSON))
    session.do(AddEntity(entity=PERSON.model_copy(update={"id": "e2"})))
    with pytest.raises(RuleBroken, match="e1 is in use"):
        session.do(AddEntity(entity=PERSON.model_copy(update={"note": "다른 사람"})))


@pytest.mark.parametrize("by", ["relation", "feature"])
def test_an_entry_in_use_stays(session: Session, document: str, by: str) -> None:
    session.do(AddEntity(entity=PERSON))
    if by == "relation":
        claim = add(session, document, 0, 30)
        session.do(
            AddRelation(relation_id="r", type="attributed_to", source_id=claim, target_id="e1")
        )
    else:
        speaker = add(session, document, 5, 8, "SPEAKER")
        session.do(SetFeature(annotation_id=speaker, name="entity", value="e1"))
    with pytest.raises(RuleBroken, match="이도담 is in use"):
        session.do(DeleteEntity(entity_id="e1"))
    session.undo()
    session.do(DeleteEntity(entity_id="e1"))


@pytest.mark.parametrize("entity", BUILT_IN_ENTITIES, ids=lambda entity: entity.id)
def test_built_in_entries_neither_change_nor_go(session: Session, entity: Entity) -> None:
    with pytest.raises(RuleBroken, match="belongs to every project"):
        session.do(DeleteEntity(entity_id=entity.id))
    with pytest.raises(RuleBroken, match="belongs to every project"):
        session.do(SetEntity(entity=entity.model_copy(update={"aliases": ("기자",)})))
    assert session.entity(entity.id) == entity


def test_a_type_that_the_schema_lacks_is_refused(session: Session) -> None:
    with pytest.raises(RuleBroken, match="type robot"):
        session.do(AddEntity(entity=PERSON.model_copy(update={"type": "robot"})))
    assert session.entity("e1") is None


def test_an_unknown_entry_is_neither_changed_nor_deleted(session: Session) -> None:
    for command in (SetEntity(entity=PERSON), DeleteEntity(entity_id="e1")):
        with pytest.raises(RuleBroken, match="no longer"):
            session.do(command)
