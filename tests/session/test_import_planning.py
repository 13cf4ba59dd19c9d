"""What becomes of a batch: matched, skipped, renamed, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import RefusedInput
from desktop.model.batch import CURRENT_ANNOTATOR, ImportBatch
from desktop.model.project import NARRATOR_ID, Annotator, Entity, Metadata, Zone
from desktop.session.commands import SetDocument
from desktop.session.session import Session
from tests.session.making import (
    AT,
    TEXT,
    add,
    annotation,
    batch,
    dump,
    imported,
    relation,
    rows,
)

PERSON = Entity(id="e1", canonical_name="이도담", aliases=("도담",))
OTHER = Annotator(id="anno-2", name="이두리", created_at=AT)


def full_batch(document_id: str = "d1", *, annotator: str = CURRENT_ANNOTATOR) -> ImportBatch:
    """A document with a claim, its speaker, and relations to an annotation and to an entity."""
    claim = annotation(document_id, 0, 38, id="a1", annotator_id=annotator)
    speaker = annotation(
        document_id,
        5,
        8,
        id="a2",
        label="SPEAKER",
        annotator_id=annotator,
        features={"entity": "e1", "note": "메모"},
    )
    relations = [
        relation(claim, speaker, id="r1"),
        relation(claim, "e1", id="r2", type="relayed_by"),
        relation(claim, NARRATOR_ID, id="r3", type="relayed_by"),
    ]
    return batch(
        imported(document_id=document_id, annotations=[claim, speaker], relations=relations),
        annotators=[OTHER],
        entities=[PERSON],
    )


def test_everything_of_a_batch_is_taken_over(session: Session, path: Path) -> None:
    source = full_batch(annotator="anno-2")
    result = session.import_batch(source)
    assert result.documents == ("d1",)
    assert (result.annotations, result.relations, result.renamed) == (2, 3, 0)
    assert (result.skipped, result.duplicates, result.warnings) == ((), (), ())
    assert tuple(session.annotations("d1")) == source.documents[0].annotations
    assert tuple(session.relations("d1")) == source.documents[0].relations
    assert session.document("d1") == source.documents[0].document
    assert session.entity("e1") == PERSON
    assert session.annotators() == [session.annotator, OTHER]
    assert session.check() == []
    session.close()
    ((original, encoding, normalisation),) = rows(
        path, "SELECT original_sha256, original_encoding, normalisation FROM body"
    )
    assert len(str(original)) == 64
    assert (encoding, normalisation) == ("utf-8", "[]")


def test_undo_takes_an_import_back_and_redo_brings_it_again(session: Session, path: Path) -> None:
    session.close()
    empty = dump(path)
    with Session.open(path, "김하나") as again:
        again.import_batch(full_batch())
    imported_dump = dump(path)
    with Session.open(path, "김하나") as again:
        again.undo()
    outlives = ("annotator", "body", "operation", "edit", "sqlite_sequence")
    assert dump(path, without=outlives) == {
        name: content for name, content in empty.items() if name not in outlives
    }
    with Session.open(path, "김하나") as again:
        again.redo()
    assert dump(path) == imported_dump


def test_what_names_nobody_is_the_importing_annotators(session: Session) -> None:
    session.import_batch(full_batch())
    assert session.annotator is not None
    made_by = {a.annotator_id for a in session.annotations("d1")}
    made_by |= {r.annotator_id for r in session.relations("d1")}
    assert made_by == {session.annotator.id}


def test_a_document_that_is_there_already_is_skipped(session: Session) -> None:
    session.import_batch(full_batch())
    result = session.import_batch(full_batch())
    assert (result.documents, result.skipped) == ((), ("d1",))
    assert result.warnings == ()
    assert session.document_count() == 1
    session.undo()
    assert session.document_count() == 0


def test_a_skipped_document_with_other_particulars_is_told(session: Session) -> None:
    session.import_batch(full_batch())
    session.do(SetDocument(document_id="d1", state="done", metadata=Metadata(section="경제")))
    result = session.import_batch(full_batch())
    assert result.skipped == ("d1",)
    assert any("d1" in words and "left" in words for words in map(str, result.warnings))


@pytest.mark.parametrize("change", ["annotation", "relation", "feature", "text"])
def test_a_document_of_the_same_id_with_other_content_is_refused(
    session: Session, change: str
) -> None:
    source = full_batch()
    session.import_batch(source)
    document = source.documents[0]
    if change == "annotation":
        add(session, "d1", 20, 25, "FIGURE")
    elif change == "relation":
        source = batch(
            imported(
                document_id="d1",
                annotations=document.annotations,
                relations=document.relations[:2],
            )
        )
    elif change == "feature":
        first = document.annotations[0].model_copy(update={"features": {"note": "다름"}})
        source = batch(
            imported(
                document_id="d1",
                annotations=[first, document.annotations[1]],
                relations=document.relations,
            ),
            entities=[PERSON],
        )
    else:
        source = batch(imported("다른 글이다.", document_id="d1"))
    before = session.annotations("d1")
    with pytest.raises(RefusedInput, match=r"articles\.json, d1: .* other content"):
        session.import_batch(source)
    assert session.annotations("d1") == before


def test_ids_in_use_elsewhere_get_fresh_ones_and_references_follow(session: Session) -> None:
    session.import_batch(full_batch("d1"))
    result = session.import_batch(full_batch("d2"))
    assert result.renamed == 5
    claim, speaker = session.annotations("d2")
    assert {claim.id, speaker.id}.isdisjoint({"a1", "a2"})
    to_annotation = [r for r in session.relations("d2") if r.target_annotation_id]
    assert [(r.source_id, r.target_annotation_id) for r in to_annotation] == [
        (claim.id, speaker.id)
    ]
    assert {r.target_entity_id for r in session.relations("d2")} == {None, "e1", NARRATOR_ID}
    assert session.check() == []
    again = session.import_batch(full_batch("d2"))
    assert again.skipped == ("d2",)


def test_ids_used_twice_inside_a_batch_are_told_apart(session: Session) -> None:
    one, two = full_batch("d1"), full_batch("d2")
    result = session.import_batch(
        batch(*one.documents, *two.documents, annotators=[OTHER], entities=[PERSON])
    )
    assert result.renamed == 5
    assert len({a.id for name in ("d1", "d2") for a in session.annotations(name)}) == 4


def test_the_same_text_under_another_id_is_reported_or_left_out(session: Session) -> None:
    session.import_batch(batch(imported()))
    result = session.import_batch(batch(imported(document_id="d2"), imported(document_id="d3")))
    assert result.documents == result.duplicates == ("d2", "d3")
    result = session.import_batch(
        batch(imported(), imported("새 기사", document_id="n1"), imported("새 기사")),
        skip_duplicates=True,
    )
    assert result.documents == ("n1",)
    assert len(result.skipped) == 2


def test_an_entity_is_reused_when_equal_and_refused_when_not(session: Session) -> None:
    session.import_batch(full_batch())
    session.import_batch(batch(entities=[PERSON]))
    assert len(session.entities()) == 3
    with pytest.raises(RefusedInput, match=r"articles\.json.* e1 \(이도담\)"):
        session.import_batch(
            batch(imported("새 기사"), entities=[PERSON.model_copy(update={"aliases": ()})])
        )
    assert session.document_count() == 1


def test_built_in_entities_of_a_file_are_the_projects(session: Session) -> None:
    narrator = Entity(id=NARRATOR_ID, canonical_name="Narrator", type="narrator")
    session.import_batch(batch(imported(), entities=[narrator]))
    assert session.entity(NARRATOR_ID) != narrator
    assert len(session.entities()) == 2


def test_annotators_are_matched_by_name_and_never_mistaken_by_id(session: Session) -> None:
    add(session, session.import_batch(batch(imported("앞 기사"))).documents[0], 0, 2)
    assert session.annotator is not None
    same_name = Annotator(id="elsewhere", name="김하나", created_at=AT)
    same_id = Annotator(id=session.annotator.id, name="박세나", created_at=AT)
    mine = annotation("d1", 0, 4, annotator_id="elsewhere")
    hers = annotation("d1", 5, 8, annotator_id=session.annotator.id)
    session.import_batch(
        batch(imported(document_id="d1", annotations=[mine, hers]), annotators=[same_name, same_id])
    )
    names = {annotator.id: annotator.name for annotator in session.annotators()}
    assert [names[a.annotator_id] for a in session.annotations("d1")] == ["김하나", "박세나"]
    assert sorted(names.values()) == ["김하나", "박세나"]


def test_somebody_new_here_takes_over_the_id_of_the_file(path: Path) -> None:
    """Who exports a project and imports it into an empty one is the same annotator."""
    with Session.create(path, annotator="이두리") as session:
        session.import_batch(full_batch(annotator="anno-2"))
        assert session.annotator == OTHER
        assert session.annotators() == [OTHER]


def test_documents_follow_each_other_in_the_list(session: Session) -> None:
    for names in (("d3", "d1"), ("d2", "d0")):
        session.import_batch(batch(*(imported(f"기사 {n}", document_id=n) for n in names)))
    assert [row.document_id for row in session.documents()] == ["d3", "d1", "d2", "d0"]


def test_what_the_schema_lacks_is_kept_and_counted(session: Session) -> None:
    marks = [annotation("d1", n, n + 3, features={"speed": "1", "note": "메모"}) for n in range(3)]
    robot = Entity(id="e2", canonical_name="기계", type="robot")
    result = session.import_batch(
        batch(imported(document_id="d1", annotations=marks), entities=[robot])
    )
    assert [a.features for a in session.annotations("d1")] == [{"speed": "1", "note": "메모"}] * 3
    assert any("schema lacks: 3" in words for words in map(str, result.warnings))
    assert any("schema lacks: 1" in words for words in map(str, result.warnings))


def test_relations_that_only_a_later_change_can_explain_are_kept_and_counted(
    session: Session,
) -> None:
    inner, outer = annotation("d1", 0, 10), annotation("d1", 5, 20)
    speakers = [annotation("d1", n, n + 3, label="SPEAKER") for n in (5, 30)]
    relations = [relation(inner, outer, type="nested_in")]
    relations += [relation(inner, speaker) for speaker in speakers]
    result = session.import_batch(
        batch(
            imported(document_id="d1", annotations=[inner, outer, *speakers], relations=relations)
        )
    )
    assert result.relations == 3
    assert any("nested_in" in words for words in map(str, result.warnings))
    assert any("attributed_to" in words for words in map(str, result.warnings))


A = annotation("d1", 0, 10, id="a")
B = annotation("d1", 12, 20, id="b", label="SPEAKER")
REFUSED = {
    "no label NOTHING": ([A.model_copy(update={"label": "NOTHING"})], []),
    "d1 a: .* is not the annotation's text": ([A.model_copy(update={"quote": "가" * 10})], []),
    "d1 a: Its span lies outside": (
        [A.model_copy(update={"start": 200, "end": 210})],
        [],
    ),
    "value of quote_type": ([A.model_copy(update={"features": {"quote_type": "x"}})], []),
    "value of note is not": ([A.model_copy(update={"features": {"note": 3}})], []),
    "value of entity is not an entry": ([B.model_copy(update={"features": {"entity": "x"}})], []),
    "value of parts has a part outside": (
        [B.model_copy(update={"features": {"parts": {"name": [11, 14]}}})],
        [],
    ),
    "half a character": ([A.model_copy(update={"features": {"speed": "\ud800"}})], []),
    "endless number": ([A.model_copy(update={"features": {"speed": float("inf")}})], []),
    "Two annotations have the same id": ([A, A], []),
    "no relation type": ([A, B], [relation(A, B, id="r", type="likes")]),
    "d1 r: A relation attributed_to may not": ([A, B], [relation(B, A, id="r")]),
    "d1 r: An end of the relation": ([A], [relation(A, B, id="r")]),
    "d1 r2: An end of the relation": ([A], [relation(A, "nobody", id="r2")]),
    "Two relations have the same id": ([A, B], [relation(A, B, id="r")] * 2),
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_is_refused_with_its_place_and_nothing_is_imported(
    session: Session, words: str
) -> None:
    marks, relations = REFUSED[words]
    bad = imported(document_id="d1", annotations=marks, relations=relations)
    with pytest.raises(RefusedInput, match=words):
        session.import_batch(batch(imported("앞 기사"), bad))
    assert session.document_count() == 0
    assert session.undo_kind is None


def test_places_and_hashes_of_documents_are_checked(session: Session) -> None:
    zone = Zone(kind="body", start=0, end=len(TEXT) + 1)
    for bad in (
        imported(document_id="d1", zones=(zone,)),
        imported(document_id="d1", text_sha256="0" * 64),
        imported(document_id="d1", metadata=Metadata.model_validate({"score": float("nan")})),
    ):
        with pytest.raises(RefusedInput, match=r"articles\.json, d1"):
            session.import_batch(batch(bad))
    with pytest.raises(RefusedInput, match="two documents of this id"):
        session.import_batch(batch(imported(document_id="d1"), imported(document_id="d1")))
    with pytest.raises(ValueError, match="not canonical"):
        session.import_batch(batch(imported(document_id="d1", length=3)))
    assert session.document_count() == 0
