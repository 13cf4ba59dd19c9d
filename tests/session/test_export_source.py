"""Export and import again: an equal project; and one annotator's share."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import RuleBroken
from desktop.exporters import TextOptions, export_file
from desktop.importers import read_file
from desktop.model.project import Entity, Metadata, Rights, Zone
from desktop.model.span import Span
from desktop.session.commands import (
    AddEntity,
    AddRelation,
    DeleteDocuments,
    SetDocument,
    SetFeature,
    SetRelationFeature,
)
from desktop.session.session import Session
from tests.session.making import add, batch, dump, imported

INCLUDE = TextOptions(policy="include", basis="저희 글")


@pytest.fixture
def rich(session: Session) -> Session:
    """A project with everything in it: two annotators, entities, features, zones, rights."""
    session.import_batch(
        batch(
            imported(document_id="d1", metadata=Metadata.model_validate({"edition": 3})),
            imported("빈 기사\n둘째 줄", document_id="d2", state="done"),
            imported("지워질 기사", document_id="d3"),
        )
    )
    session.do(
        AddEntity(entity=Entity.model_validate({"id": "e1", "canonical_name": "이도담", "x": 1}))
    )
    claim = add(session, "d1", 0, 38)
    add(session, "d1", 0, 38, "CUE")
    session.set_annotator("이두리")
    speaker = add(session, "d1", 5, 8, "SPEAKER")
    cue = add(session, "d1", 35, 38, "CUE")
    session.do(SetFeature(annotation_id=speaker, name="entity", value="e1"))
    session.do(SetFeature(annotation_id=speaker, name="parts", value={"name": [5, 8]}))
    for name, kind, target in (
        ("r1", "attributed_to", speaker),
        ("r2", "relayed_by", "e1"),
        ("r3", "cued_by", cue),
    ):
        session.do(AddRelation(relation_id=name, type=kind, source_id=claim, target_id=target))
    session.do(SetRelationFeature(relation_id="r3", name="role", value="main"))
    session.do(
        SetDocument(
            document_id="d1",
            state="done",
            rights=Rights(holder="누리경제", ai_training="prohibited", notice=Span(0, 4)),
            zones=(Zone(kind="title", start=0, end=10),),
        )
    )
    session.do(DeleteDocuments(document_ids=("d3",)))
    return session


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_project_exported_and_imported_again_is_equal(
    rich: Session, path: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"export.{form}"
    export_file(rich.export_source(), target, form, INCLUDE)
    rich.close()
    again = tmp_path / "again.mitjul"
    with Session.create(again, annotator="이두리") as session:
        source = read_file(target, session.schema, "이두리")
        result = session.import_batch(source)
        assert (result.renamed, result.skipped, result.duplicates) == (0, (), ())
        assert (result.annotations, result.relations) == (4, 3)
        assert session.check() == []
    original, copied = dump(path), dump(again)
    equal = ["document", "annotation", "relation", "label_count", "entity"]
    if form == "jsonl":  # a line names only the entities that its document uses
        equal.remove("entity")
    assert {name: copied[name] for name in equal} == {name: original[name] for name in equal}
    assert copied["annotator"] == original["annotator"]


def test_a_second_import_of_the_same_file_changes_nothing(
    rich: Session, path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "export.json"
    export_file(rich.export_source(), target, "json", INCLUDE)
    result = rich.import_batch(read_file(target, rich.schema, "이두리"))
    assert (result.documents, result.skipped) == ((), ("d1", "d2"))
    assert result.warnings == ()
    assert rich.undo_kind == "delete_documents"


def test_the_source_tells_all_in_order(rich: Session) -> None:
    source = rich.export_source()
    assert (source.project_id, source.created_at) == (rich.project_id, rich.created_at)
    assert source.schema == rich.schema
    assert (source.document_count, source.annotation_count) == (2, 4)
    assert [annotator.name for annotator in source.annotators] == ["김하나", "이두리"]
    assert [entity.id for entity in source.entities] == ["narrator", "implicit", "e1"]
    first, second = source.documents()
    assert (first.id, second.id) == ("d1", "d2")
    assert [a.id for a in first.annotations] == [a.id for a in rich.annotations("d1")]
    assert [r.id for r in first.relations] == ["r1", "r2", "r3"]
    assert second.annotations == ()
    assert len(list(source.documents())) == 2


def test_one_annotators_share_holds_no_loose_ends(rich: Session) -> None:
    hers = rich.export_source("이두리")
    assert [annotator.name for annotator in hers.annotators] == ["이두리"]
    assert (hers.document_count, hers.annotation_count) == (2, 2)
    document = next(iter(hers.documents()))
    assert [a.label for a in document.annotations] == ["SPEAKER", "CUE"]
    assert document.relations == ()
    assert rich.export_source("김하나").annotation_count == 2
    with pytest.raises(RuleBroken, match="박세나"):
        rich.export_source("박세나")
