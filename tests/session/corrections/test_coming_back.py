"""Corrections made in an exported workbook: found, taken over, taken back."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from desktop.model.project import Entity
from desktop.model.values import new_id
from desktop.session.commands import (
    AddEntity,
    TakeCorrections,
)
from desktop.session.session import Session
from tests.session.corrections.workbooks import (
    HEADERS,
    HERE,
    columns,
    correct,
    found,
    opened,
    reviewed,
    sheet,
    take,
)
from tests.session.making import dump


def test_what_nobody_changed_changes_nothing(session: Session, path: Path, book: Workbook) -> None:
    for review in (session.review_corrections(HERE, path), reviewed(session, book, path)):
        assert review.rows > 70
        assert (review.corrections, review.refusals, review.warnings) == ((), (), ())


CORRECTED: tuple[tuple[str, str, dict[str, Any], dict[tuple[str, str], Any]], ...] = (
    ("claims", "c1-0", {"quote_type": "간접"}, {("c1-0", "quote_type"): "indirect"}),
    ("claims", "c1-0", {"quote_type": "Indirect "}, {("c1-0", "quote_type"): "indirect"}),
    ("claims", "c1-0", {"source_type": None}, {("c1-0", "source_type"): None}),
    ("claims", "c1-1", {"note": " 다시\r\n볼 것 "}, {("c1-1", "note"): "다시\n볼 것"}),
    ("figures", "f1-1", {"value": "1,234.50"}, {("f1-1", "value"): "1234.50"}),
    ("figures", "f1-1", {"value": -3}, {("f1-1", "value"): "-3"}),
    ("figures", "f1-1", {"value_number": 0.1 + 0.2}, {("f1-1", "value"): "0.3"}),
    ("figures", "f1-1", {"value": "13", "value_number": 13.0}, {("f1-1", "value"): "13"}),
    ("figures", "f1-1", {"value": None, "value_number": None}, {("f1-1", "value"): None}),
    (
        "figures",
        "f1-3",
        {"range_low": "3", "range_high_number": 4.5},
        {("f1-3", "range"): {"low": "3", "high": "4.5"}},
    ),
    (
        "figures",
        "f1-3",
        {"range_json": '{"low": null, "high": "7", "low_inclusive": false}'},
        {("f1-3", "range"): {"low": None, "high": "7", "low_inclusive": False}},
    ),
    ("figures", "f1-1", {"unit_inferred": True}, {("f1-1", "unit_inferred"): True}),
    ("figures", "f1-1", {"unit_inferred": "예"}, {("f1-1", "unit_inferred"): True}),
    ("figures", "f1-1", {"unit": 5.0}, {("f1-1", "unit"): "5"}),
    ("speakers", "s1-0", {"entity_name": "아무도 부르지 않은 이"}, {("s1-0", "entity"): "e2"}),
    ("speakers", "s1-0", {"entity_name": "서술자"}, {("s1-0", "entity"): "narrator"}),
    ("speakers", "s1-0", {"entity": "e2"}, {("s1-0", "entity"): "e2"}),
    ("speakers", "s1-0", {"entity_name": None}, {("s1-0", "entity"): None}),
    (
        "annotations",
        "q1-0",
        {"features": '{"lemma": "밝히다", "sense": null}'},
        {("q1-0", "form"): None, ("q1-0", "lemma"): "밝히다"},
    ),
    ("annotations", "t1-6", {"features": None}, {("t1-6", "timex_type"): None}),
    ("relations", "r1-0", {"features": '{"role": "relay"}'}, {("r1-0", "role"): "relay"}),
    ("entities", "e1", {"canonical_name": "김가은"}, {("e1", "canonical_name"): "김가은"}),
    ("entities", "e1", {"type": "언론"}, {("e1", "type"): "media"}),
    ("entities", "e1", {"aliases": "김 위원; ; 가온"}, {("e1", "aliases"): ["김 위원", "가온"]}),
    ("entities", "e1", {"aliases": None}, {("e1", "aliases"): None}),
    (
        "entities",
        "e2",
        {"default_affiliation": "한빛은행", "default_title": "연구원", "name_en": "Nobody"},
        {
            ("e2", "default_affiliation"): "한빛은행",
            ("e2", "default_title"): "연구원",
            ("e2", "name_en"): "Nobody",
        },
    ),
    ("answers", "w1-1", {"reason": "다시 보니 있음"}, {("w1-1", "reason"): "다시 보니 있음"}),
    ("answers", "w2-1", {"reason": None}, {("w2-1", "reason"): None}),
    (
        "problems",
        "d5~bb71a43ca44daaea",
        {"answer": "의도한 것임"},
        {("d5~bb71a43ca44daaea", "answer"): "의도한 것임"},
    ),
    (
        "claims",
        "c1-0",
        {"speaker_entity": "아무도 부르지 않은 이"},
        {("s1-0", "entity"): "e2"},
    ),
    ("articles", "d1", {"note": "새 메모"}, {("d1", "note"): "새 메모"}),
    ("articles", "d1", {"note": None}, {("d1", "note"): None}),
)


@pytest.mark.parametrize(("name", "record_id", "values", "wanted"), CORRECTED)
def test_a_correction_comes_back(
    shared: tuple[Session, Path],
    tmp_path: Path,
    name: str,
    record_id: str,
    values: dict[str, Any],
    wanted: dict[tuple[str, str], Any],
) -> None:
    session, path = shared
    book, path = opened(path), tmp_path / "x.xlsx"
    correct(book, name, record_id, **values)
    review = reviewed(session, book, path)
    assert (found(review), review.refusals) == (wanted, ())
    assert not review.conflicts
    take(session, *review.plain)
    again = session.review_corrections(HERE, path)
    session.undo()
    assert (again.corrections, again.refusals) == ((), ())


def test_all_of_it_is_one_step_that_says_who(
    session: Session, book: Workbook, path: Path, tmp_path: Path
) -> None:
    for name, record_id, values, _ in CORRECTED[::4]:
        correct(book, name, record_id, **values)
    session.set_annotator("박검수")
    review = reviewed(session, book, path)
    records = {correction.correct.key[:2] for correction in review.corrections}
    before = session.export_source().revision
    annotators = len(session.annotators())
    copy = tmp_path / "before.mitjul"
    session.save_copy(copy)
    changes = session.do(
        TakeCorrections(
            workbook="고침.xlsx", corrections=tuple(c.correct for c in review.corrections)
        )
    )
    assert len(changes.edits) == len(records) + 1  # and the annotator, who is new
    entry = session.history(1)[0]
    assert (entry.kind, entry.annotator) == ("take_corrections", "박검수")
    wanted = {"workbook": "고침.xlsx", "corrections": len(review.corrections)}
    assert json.loads(entry.payload) == wanted
    session.undo()
    assert session.export_source().revision != before
    assert len(session.annotators()) == annotators + 1
    session.close()
    ignored = ("operation", "edit", "sqlite_sequence", "annotator", "problem_count")
    assert dump(session.path, without=ignored) == dump(copy, without=ignored)


def test_text_places_and_labels_are_never_taken(
    session: Session, book: Workbook, path: Path
) -> None:
    for name in ("claims", "annotations", "speakers", "figures"):
        of = sheet(book, name)
        for field in ("text", "start", "end", "before", "after", "label", "parts", "annotator",
                      "speaker", "approximator_span"):  # fmt: skip
            if field in columns(of):
                for row in range(HEADERS + 1, of.max_row + 1):
                    of.cell(row, columns(of)[field]).value = "[0, 1]"
    review = reviewed(session, book, path)
    assert (review.corrections, review.refusals) == ((), ())
    correct(book, "annotations", "s1-0", features='{"entity": "e1", "mention_form": "named",'
            ' "parts": {"name": [0, 2]}}')  # fmt: skip
    review = reviewed(session, book, path)
    assert review.corrections == ()
    (refusal,) = review.refusals
    assert (refusal.record_id, refusal.field) == ("s1-0", "parts")
    assert "Places in the text" in str(refusal.reason)


def test_two_sheets_may_say_the_same(session: Session, book: Workbook, path: Path) -> None:
    correct(book, "claims", "c1-0", quote_type="indirect")
    made = '{"quote_type": "indirect", "source_type": "other"}'
    correct(book, "annotations", "c1-0", features=made)
    review = reviewed(session, book, path)
    assert found(review) == {("c1-0", "quote_type"): "indirect"}
    assert not review.conflicts
    correct(book, "annotations", "c1-0", features=made.replace("indirect", "mixed"))
    assert len(reviewed(session, book, path).conflicts) == 2


def test_a_renamed_entry_is_found_by_its_new_name(
    session: Session, book: Workbook, path: Path
) -> None:
    correct(book, "entities", "e2", canonical_name="최겨울")
    correct(book, "speakers", "s1-0", entity_name="최겨울")
    review = reviewed(session, book, path)
    assert found(review) == {("e2", "canonical_name"): "최겨울", ("s1-0", "entity"): "e2"}
    session.do(AddEntity(entity=Entity(id=new_id(), canonical_name="최겨울")))
    review = reviewed(session, book, path)
    assert [str(refusal.reason) for refusal in review.refusals] == [
        "The speaker registry has several entries of this name; give the id of one."
    ]


def test_a_copied_sheet_is_read_too(session: Session, book: Workbook, path: Path) -> None:
    copy = book.copy_worksheet(sheet(book, "claims"))
    copy.title = "claims (2)"
    copy.cell(HEADERS + 1, columns(copy)["note"]).value = "복사한 시트"
    (correction,) = reviewed(session, book, path).corrections
    assert (correction.place.sheet, correction.conflict) == ("claims (2)", "copies")


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), corrected=st.sampled_from(CORRECTED))
def test_order_and_deletions_do_no_harm(
    shared: tuple[Session, Path],
    seed: int,
    corrected: tuple[str, str, dict[str, Any], dict[tuple[str, str], Any]],
) -> None:
    session, path = shared
    name, record_id, values, wanted = corrected
    rng = random.Random(seed)
    book = opened(path)
    correct(book, name, record_id, **values)
    kept = {"id", "document", "paragraph", "part"}
    for of in map(book.__getitem__, book.sheetnames[1:]):
        rows = [[cell.value for cell in row] for row in of.iter_rows()]
        own = values.keys() | kept if of.title == name else kept
        order = [at for at, field in enumerate(rows[1]) if str(field) in own or rng.random() < 0.7]
        rng.shuffle(order)
        if rng.random() < 0.5:
            order.insert(rng.randrange(len(order)), len(rows[0]))  # an empty column
        body = [row for row in rows[2:] if record_id in row or rng.random() < 0.7]
        rng.shuffle(body)
        of.delete_rows(1, of.max_row)
        for row in (*rows[:2], *body):
            of.append([[*row, None][at] for at in order])
    changed = path.with_name("changed.xlsx")
    book.save(changed)
    review = session.review_corrections(HERE, changed)
    assert (found(review), review.refusals, review.conflicts) == (wanted, (), ())
