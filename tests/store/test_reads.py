"""Reads against the plain reading of all rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.model.batch import CURRENT_ANNOTATOR
from desktop.model.overview import RELATION_COUNT
from desktop.model.project import Annotation, Entity, Metadata, Rights
from desktop.model.span import Span
from desktop.session.commands import AddEntity, AddRelation, DeleteEntity, SetDocument, SetFeature
from desktop.session.session import Session
from tests.session.making import AT, TEXT, add, batch, imported

LONG_TEXT = "가나다라마바사아자차" * 1_000
ENDS = [0, 1, 500, 1_999, 2_000, 2_001, 2_500, 4_000, 4_001, 7_000, 9_999, 10_000]
SPANS = [Span(a, b) for a in ENDS for b in ENDS if a < b]


def in_order(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.start, -annotation.end, annotation.id


@pytest.fixture(scope="module")
def long_article() -> Iterator[Session]:
    """An article whose annotations lie on all pairs of some places, one pair twice."""
    marks = [
        Annotation(
            id=f"{number:03}",
            document_id="long",
            label="CLAIM" if number % 3 else "FIGURE",
            start=span.start,
            end=span.end,
            quote=span.slice(LONG_TEXT),
            annotator_id=CURRENT_ANNOTATOR,
            created_at=AT,
        )
        for number, span in enumerate([*SPANS, SPANS[3]])
    ]
    with TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "long.mitjul", annotator="김하나")
        long = imported(LONG_TEXT, document_id="long", annotations=marks)
        session.import_batch(batch(long, imported("다른 기사", document_id="other")))
        with session:
            yield session


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.integers(1, 4_000))
def test_annotations_of_a_span_are_those_that_overlap_it(
    long_article: Session, start: int, length: int
) -> None:
    span = Span(start, start + length)
    everything = long_article.annotations("long")
    expected = [annotation for annotation in everything if annotation.span.overlaps(span)]
    assert long_article.annotations("long", span) == expected


def test_annotations_come_by_place_the_longer_first(long_article: Session) -> None:
    everything = long_article.annotations("long")
    assert len(everything) == len(SPANS) + 1
    assert everything == sorted(everything, key=in_order)


def test_neighbours_lead_through_all_annotations_both_ways(long_article: Session) -> None:
    everything = long_article.annotations("long")
    for forward, expected in ((True, everything), (False, everything[::-1])):
        walked = [expected[0]]
        while (found := long_article.neighbour("long", walked[-1], forward=forward)) is not None:
            walked.append(found)
        assert walked == expected


@pytest.mark.parametrize("offset", [0, 1, 2, 2_000, 9_998, 9_999, 10_000])
def test_neighbours_of_an_offset_start_there_or_before_it(
    long_article: Session, offset: int
) -> None:
    everything = long_article.annotations("long")
    after = [annotation for annotation in everything if annotation.start >= offset]
    before = [annotation for annotation in everything if annotation.start < offset]
    assert long_article.neighbour("long", offset) == next(iter(after), None)
    assert long_article.neighbour("long", offset, forward=False) == next(iter(before[::-1]), None)


def test_neighbours_of_one_label_leave_out_the_others(long_article: Session) -> None:
    everything = long_article.annotations("long")
    label = everything[1].label
    expected = [annotation for annotation in everything if annotation.label == label]
    assert 0 < len(expected) < len(everything)
    for forward, wanted in ((True, expected), (False, expected[::-1])):
        place: Annotation | int = -1 if forward else 1 << 40
        walked = []
        while found := long_article.neighbour("long", place, forward=forward, label=label):
            walked.append(found)
            place = found
        assert walked == wanted


_NEIGHBOURS = ["_NEXT", "_PREVIOUS", "_NEXT_OF_LABEL", "_PREVIOUS_OF_LABEL"]


@pytest.mark.parametrize("query", ["_OVERLAPPING", *_NEIGHBOURS])
def test_what_the_window_asks_for_never_scans_or_sorts_the_project(
    long_article: Session, query: str
) -> None:
    from desktop.store import reads

    sql = getattr(reads, query)
    marks = {"document": "long", "a": 5_000, "b": 6_000}
    of_label = ("CLAIM",) if query.endswith("LABEL") else ()
    values = marks if query == "_OVERLAPPING" else ("long", 1, 2, "x", None, *of_label)
    plan = long_article._file.connection.rows(f"EXPLAIN QUERY PLAN {sql}", values)
    steps = [row[3] for row in plan]
    assert not any(step.startswith("SCAN") for step in steps), steps
    if query != "_OVERLAPPING":
        # Of one label, those that share a start are sorted; no others.
        ties = ("RIGHT PART OF ORDER BY", "LAST 2 TERMS OF ORDER BY") if of_label else ()
        sorts = [step for step in steps if "TEMP B-TREE" in step]
        assert not [step for step in sorts if not step.endswith(ties)], steps


def test_ids_come_in_the_order_asked_for(session: Session, document: str) -> None:
    ids = [add(session, document, start, start + 2) for start in range(5)]
    wanted = [ids[3], "unknown", ids[0], ids[3]]
    assert [a.id for a in session.annotations_by_id(wanted)] == [ids[3], ids[0], ids[3]]
    assert session.annotations_by_id([]) == []


def test_relations_are_found_from_either_end(session: Session, document: str) -> None:
    claim, other, speaker = (
        add(session, document, start, start + 4, label)
        for start, label in ((0, "CLAIM"), (9, "CLAIM"), (20, "SPEAKER"))
    )
    for number, source in enumerate((claim, other)):
        session.do(
            AddRelation(
                relation_id=f"r{number}",
                type="attributed_to",
                source_id=source,
                target_id=speaker,
            )
        )
    assert [r.id for r in session.relations_of([claim])] == ["r0"]
    assert [r.id for r in session.relations_of([speaker])] == ["r0", "r1"]
    assert [r.id for r in session.relations_of([claim, speaker, other])] == ["r0", "r1"]
    assert [r.id for r in session.relations(document)] == ["r0", "r1"]
    assert [r.id for r in session.relations_by_id(["r1", "r0"])] == ["r1", "r0"]
    assert session.counts(document)[RELATION_COUNT] == 2


def test_the_article_list_is_paged_in_the_order_of_import(session: Session) -> None:
    names = [f"기사 {number}" for number in range(25)]
    for title in names:
        session.import_batch(batch(imported(f"{title} {TEXT}", title=title)))
    listed = []
    page = session.documents(limit=7)
    while page:
        listed += page
        page = session.documents(after=page[-1], limit=7)
    assert [summary.title for summary in listed] == names
    assert session.document_count() == 25


def test_a_summary_tells_what_the_list_shows(session: Session) -> None:
    session.import_batch(
        batch(
            imported(
                document_id="d",
                metadata=Metadata(publisher="누리경제", date_published="2026-01-02"),
                rights=Rights(ai_training="prohibited"),
            )
        )
    )
    add(session, "d", 0, 4)
    add(session, "d", 5, 8, "SPEAKER")
    (summary,) = session.documents()
    assert (summary.publisher, summary.date) == ("누리경제", "2026-01-02")
    assert summary.restricted
    assert summary.state == "in_progress"
    assert summary.length == len(TEXT)
    assert summary.counts == {"CLAIM": 1, "SPEAKER": 1}
    session.do(SetDocument(document_id="d", rights=Rights(ai_training="prohibited", basis="owner")))
    assert not session.documents()[0].restricted


def test_an_unknown_document_is_none_and_has_no_text(session: Session) -> None:
    assert session.document("unknown") is None
    assert session.annotations("unknown") == []
    with pytest.raises(KeyError):
        session.text("unknown")


def test_an_entity_is_in_use_through_a_relation_or_a_feature(
    session: Session, document: str
) -> None:
    for name in ("a", "ab"):
        session.do(AddEntity(entity=Entity(id=name, canonical_name="이도담")))
    speaker = add(session, document, 5, 8, "SPEAKER")
    session.do(SetFeature(annotation_id=speaker, name="entity", value="ab"))
    reads = session._reads
    assert reads.entity_in_use("ab")
    assert not reads.entity_in_use("a")
    session.do(DeleteEntity(entity_id="a"))
    assert [entity.id for entity in session.entities()] == ["narrator", "implicit", "ab"]


def test_the_text_is_that_of_the_document_also_after_its_id_was_used_again(
    session: Session,
) -> None:
    session.import_batch(batch(imported("첫 기사", document_id="d")))
    assert session.text("d") == "첫 기사"
    session.undo()
    session.import_batch(batch(imported("둘째 기사", document_id="d")))
    assert session.text("d") == "둘째 기사"
