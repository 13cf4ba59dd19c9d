"""The curated layer: what all agree on, differences settled one by one, and its export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import RuleBroken
from desktop.exporters import TextOptions, export_file
from desktop.importers import read_file
from desktop.model.interchange import ExportSource
from desktop.model.project import Annotation, Annotator
from desktop.model.values import new_id
from desktop.review.curation import CURATED, compare, open_differences
from desktop.session.commands import DeleteAnnotations, SetFeature, Settle, TakeAgreed
from desktop.session.planning import Context
from desktop.session.session import Session
from tests.session.making import AT, TEXT, annotation, batch, imported, relation

PEOPLE = [Annotator(id=name, name=f"{name} 작업자", created_at=AT) for name in ("a", "b")]


def mark(who: str, words: str, label: str = "CLAIM", **fields: Any) -> Annotation:
    start = TEXT.index(words)
    return annotation("d", start, start + len(words), label=label, annotator_id=who, **fields)


def bring(session: Session, marks: list[Annotation], relations: list[Any] | None = None) -> None:
    made = imported(document_id="d", annotations=marks, relations=relations or [])
    session.import_batch(batch(made, annotators=PEOPLE))


def curated(session: Session) -> list[tuple[str, str]]:
    own = [a for a in session.annotations("d") if a.annotator_id == CURATED.id]
    return [(a.label, a.quote) for a in own]


def left(session: Session) -> list[Any]:
    found = compare(session.annotations("d"), session.relations("d"))
    return open_differences(found, session.answers("d"))


def settle(session: Session, number: int, *taken: str) -> None:
    one = left(session)[number]
    session.do(
        Settle(
            document_id="d",
            annotation_ids=one.annotation_ids,
            key=one.key,
            taken=taken,
            answer_id=new_id(),
        )
    )


def test_what_all_agree_on_is_taken_with_its_relations_in_one_step(session: Session) -> None:
    marks = [
        made
        for who in ("a", "b")
        for made in (mark(who, "가격이 12.5% 더 오를 것"), mark(who, "이도담", "SPEAKER"))
    ]
    only = mark("a", "재무부", "SPEAKER")
    relations = [relation(marks[0], marks[1]), relation(marks[2], marks[3])]
    bring(session, [*marks, only], relations)
    session.do(TakeAgreed(document_id="d"))
    assert curated(session) == [("SPEAKER", "이도담"), ("CLAIM", "가격이 12.5% 더 오를 것")]
    own = [r for r in session.relations("d") if r.annotator_id == CURATED.id]
    assert [(r.type, r.target_entity_id) for r in own] == [("attributed_to", None)]
    assert session.check() == []
    assert session.do(TakeAgreed(document_id="d")).sequence == 0
    session.undo()
    assert curated(session) == []
    assert len(session.annotations("d")) == 5


def test_a_difference_is_settled_by_one_version_all_or_none(session: Session) -> None:
    marks = [
        mark("a", "가격이 12.5% 더 오를 것"),
        mark("b", "12.5% 더 오를 것"),
        mark("a", "이도담", "SPEAKER"),
        mark("b", "4천746억원", "FIGURE"),
    ]
    bring(session, marks, [relation(marks[0], marks[2])])
    assert [(one.label, [len(v) for v in one.versions]) for one in left(session)] == [
        ("SPEAKER", [1, 0]),
        ("CLAIM", [1, 1]),
        ("FIGURE", [0, 1]),
    ]
    settle(session, 0, marks[2].id)
    settle(session, 0, marks[0].id)
    assert curated(session) == [("SPEAKER", "이도담"), ("CLAIM", "가격이 12.5% 더 오를 것")]
    assert any(r.annotator_id == CURATED.id for r in session.relations("d"))
    settle(session, 0)
    assert left(session) == []
    assert ("FIGURE", "4천746억원") not in curated(session)
    session.undo()
    assert [one.label for one in left(session)] == ["FIGURE"]
    settle(session, 0, marks[3].id)
    assert ("FIGURE", "4천746억원") in curated(session)
    assert session.check() == []


def test_both_versions_of_one_place_can_be_taken(session: Session) -> None:
    marks = [
        mark("a", "12.5%", "FIGURE", features={"value": "12.5"}),
        mark("b", "12.5%", "FIGURE", features={"value": "12"}),
    ]
    bring(session, marks)
    settle(session, 0, marks[0].id, marks[1].id)
    own = [a for a in session.annotations("d") if a.annotator_id == CURATED.id]
    assert sorted(str(a.features["value"]) for a in own) == ["12", "12.5"]


def test_who_said_it_is_a_difference_of_the_claim(session: Session) -> None:
    words = "가격이 12.5% 더 오를 것"
    marks = [mark("a", words), mark("b", words), mark("a", "이도담", "SPEAKER")]
    bring(session, [*marks, mark("b", "이도담", "SPEAKER")], [relation(marks[0], marks[2])])
    session.do(TakeAgreed(document_id="d"))
    assert curated(session) == [("SPEAKER", "이도담")]
    settle(session, 0, marks[0].id)
    assert curated(session) == [("SPEAKER", "이도담"), ("CLAIM", words)]
    assert [r.type for r in session.relations("d") if r.annotator_id == CURATED.id] == [
        "attributed_to"
    ]


@pytest.mark.parametrize("claim_first", [False, True])
def test_a_relation_leads_to_the_version_that_was_taken(
    session: Session, claim_first: bool
) -> None:
    marks = [
        mark("a", "가격이 12.5% 더 오를 것"),
        mark("b", "12.5% 더 오를 것"),
        mark("a", "이도담", "SPEAKER"),
        mark("b", "이도담 애널리스트", "SPEAKER"),
    ]
    bring(session, marks, [relation(marks[0], marks[2]), relation(marks[1], marks[3])])
    if claim_first:
        settle(session, 1, marks[0].id)
        settle(session, 0, marks[3].id)
    else:
        settle(session, 0, marks[3].id)
        settle(session, 0, marks[0].id)
    own = {a.id: a.quote for a in session.annotations("d") if a.annotator_id == CURATED.id}
    assert [
        (own[r.source_id], own[r.target_annotation_id or ""])
        for r in session.relations("d")
        if r.annotator_id == CURATED.id
    ] == [("가격이 12.5% 더 오를 것", "이도담 애널리스트")]
    assert session.check() == []


def test_where_a_speaker_lies_is_no_difference_of_the_claim(session: Session) -> None:
    words = "가격이 12.5% 더 오를 것"
    marks = [
        mark("a", words),
        mark("b", words),
        mark("a", "이도담", "SPEAKER"),
        mark("b", "이도담 애널리스트", "SPEAKER"),
    ]
    bring(session, marks, [relation(marks[0], marks[2]), relation(marks[1], marks[3])])
    session.do(TakeAgreed(document_id="d"))
    assert curated(session) == [("CLAIM", words)]
    settle(session, 0, marks[3].id)
    assert left(session) == []
    assert len([r for r in session.relations("d") if r.annotator_id == CURATED.id]) == 1


def test_notes_make_no_difference(session: Session) -> None:
    bring(session, [mark("a", "재무부"), mark("b", "재무부", features={"note": "확인"})])
    assert left(session) == []


def test_a_difference_is_open_again_when_what_it_says_changes(session: Session) -> None:
    marks = [mark("a", "12.5%", "FIGURE"), mark("b", "12.5% 더", "FIGURE")]
    bring(session, marks)
    settle(session, 0, marks[0].id)
    assert left(session) == []
    session.do(SetFeature(annotation_id=marks[1].id, name="value", value="12.5"))
    assert len(left(session)) == 1
    session.undo()
    session.do(DeleteAnnotations(annotation_ids=(marks[1].id,)))
    assert session.answers("d") == []


def test_what_the_curator_changed_stays(session: Session) -> None:
    bring(session, [mark("a", "재무부"), mark("b", "재무부")])
    session.do(TakeAgreed(document_id="d"))
    [copied] = [a for a in session.annotations("d") if a.annotator_id == CURATED.id]
    session.do(SetFeature(annotation_id=copied.id, name="note", value="검수함"))
    assert session.do(TakeAgreed(document_id="d")).sequence == 0
    [kept] = session.annotations_by_id([copied.id])
    assert kept.features == {"note": "검수함"}


def test_what_is_gone_or_of_another_article_is_refused(session: Session) -> None:
    bring(session, [mark("a", "재무부"), mark("b", "12.5%")])
    command = Settle(document_id="d", annotation_ids=("x",), key="", taken=(), answer_id=new_id())
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(command)
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(TakeAgreed(document_id="x"))


def test_a_person_with_the_name_of_the_layer_is_refused(session: Session) -> None:
    bring(session, [mark("a", "재무부"), mark("b", "재무부")])
    session.set_annotator(CURATED.name)
    session.do(SetFeature(annotation_id=session.annotations("d")[0].id, name="note", value="x"))
    with pytest.raises(RuleBroken, match="name of the curated layer"):
        session.do(TakeAgreed(document_id="d"))


def test_the_layer_is_exported_alone_and_comes_back(session: Session, tmp_path: Path) -> None:
    bring(session, [mark("a", "재무부"), mark("b", "재무부"), mark("a", "12.5%", "FIGURE")])
    session.do(TakeAgreed(document_id="d"))
    target = tmp_path / "out.json"
    export_file(session.export_source(CURATED.name), target, "json", TextOptions())
    with Session.create(tmp_path / "b.mitjul", annotator="이두리") as other:
        other.import_batch(read_file(target, other.schema))
        found = other.annotations("d")
        assert [(a.quote, a.annotator_id, a.origin) for a in found] == [
            ("재무부", CURATED.id, "curated")
        ]


MARKS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["CLAIM", "FIGURE"]),
        st.integers(0, 60),
        st.integers(1, 12),
    ),
    max_size=10,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=MARKS, taken=st.lists(st.integers(0, 3), max_size=12))
def test_every_difference_can_be_settled_and_all_of_it_taken_back(
    tmp_path: Path, marks: list[tuple[str, str, int, int]], taken: list[int]
) -> None:
    with Session.create(tmp_path / f"{new_id()}.mitjul", annotator="김하나") as session:
        made = [
            annotation("d", at, at + length, label=label, annotator_id=who)
            for who, label, at, length in marks
        ]
        bring(session, made)
        before = session.annotations("d"), session.answers("d")
        steps = session.do(TakeAgreed(document_id="d")).sequence > 0
        choices = iter(taken)
        count = int(steps)
        while found := left(session):
            ids = found[0].annotation_ids
            mask = next(choices, 1)
            settle(session, 0, *(each for n, each in enumerate(ids) if mask >> n & 1))
            count += 1
            assert len(left(session)) == len(found) - 1
        assert session.check() == []
        for _ in range(count):
            session.undo()
        assert (session.annotations("d"), session.answers("d")) == before


def agreed(count: int) -> tuple[list[Annotation], list[Any]]:
    """What two people annotated in the same way, each claim with its speaker."""
    marks: list[Annotation] = []
    relations: list[Any] = []
    for who in ("a", "b"):
        own = [
            annotation("d", n % 60, n % 60 + 1 + n // 60, label=label, annotator_id=who)
            for n in range(count // 2)
            for label in ("CLAIM", "SPEAKER")
        ]
        relations += [relation(*own[at : at + 2]) for at in range(0, count, 2)]
        marks += own
    return marks, relations


def queries(session: Session, act: Callable[[], object]) -> int:
    """How many SELECT statements an act sends to the file."""
    sent: list[str] = []
    database = session._file.connection.db
    database.set_trace_callback(sent.append)
    act()
    database.set_trace_callback(None)
    return sum(statement.lstrip().startswith("SELECT") for statement in sent)


def documents(source: ExportSource) -> int:
    return len(list(source.documents()))


def test_the_layer_asks_no_more_for_more_annotations(tmp_path: Path) -> None:
    planned: list[int] = []
    exported: list[list[int]] = []
    for count in (4, 400):
        with Session.create(tmp_path / f"{count}.mitjul", annotator="김하나") as session:
            bring(session, *agreed(count))
            context = Context(Annotator(id="a", name="a 작업자", created_at=AT), AT)
            command = TakeAgreed(document_id="d")
            planned.append(queries(session, partial(command.plan, session._reads, context)))
            session.do(command)
            assert len(curated(session)) == count
            layer, plain = session.export_source(CURATED.name), session.export_source()
            exported.append([queries(session, partial(documents, s)) for s in (layer, plain)])
    assert planned[0] == planned[1]
    assert exported[0] == exported[1]
