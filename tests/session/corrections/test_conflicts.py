"""What the project changed since the export, and what two rows say differently."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from desktop.errors import RuleBroken
from desktop.model.project import Entity
from desktop.session.commands import (
    AddEntity,
    DeleteAnnotations,
    DeleteEntity,
    SetDocument,
    SetEntity,
    SetFeature,
    TakeCorrections,
)
from desktop.session.session import Session
from tests.session.corrections.workbooks import (
    HEADERS,
    HERE,
    columns,
    correct,
    exported,
    features,
    opened,
    reviewed,
    sheet,
    take,
)


def test_what_was_changed_in_both_is_a_conflict(
    session: Session, book: Workbook, path: Path
) -> None:
    correct(book, "claims", "c1-0", quote_type="indirect", note="표에서")
    correct(book, "entities", "e1", canonical_name="김가은")
    correct(book, "answers", "w1-1", reason="표에서")
    session.set_annotator("이두리")
    session.do(SetFeature(annotation_id="c1-0", name="quote_type", value="none"))
    session.do(SetFeature(annotation_id="c1-0", name="quote_type", value="mixed"))
    entity = session.entity("e1")
    assert entity is not None
    session.do(SetEntity(entity=entity.model_copy(update={"canonical_name": "김나온"})))
    session.set_annotator("김하나")
    session.do(SetFeature(annotation_id="c1-0", name="claim_type", value="fact"))
    review = reviewed(session, book, path)
    assert {c.correct.field for c in review.plain} == {"note", "reason"}
    name, quote = review.conflicts
    assert (quote.exported, quote.correct.before, quote.correct.value) == (
        "direct", "mixed", "indirect",
    )  # fmt: skip
    assert (quote.conflict, quote.changed_by) == ("changed", "이두리")
    assert quote.changed_at == [e.at for e in session.history() if e.annotator == "이두리"][1]
    assert (name.exported, name.correct.before, name.correct.value) == (
        "김가온", "김나온", "김가은",
    )  # fmt: skip
    take(session, quote)
    assert features(session, "c1-0")["quote_type"] == "indirect"


def test_what_only_the_project_changed_stays(session: Session, book: Workbook, path: Path) -> None:
    session.do(SetFeature(annotation_id="c1-0", name="quote_type", value="mixed"))
    session.do(SetFeature(annotation_id="f1-1", name="value", value="13"))
    session.do(SetDocument(document_id="d0", note="나중"))
    entity = session.entity("e1")
    assert entity is not None
    session.do(SetEntity(entity=entity.model_copy(update={"canonical_name": "김나온"})))
    review = reviewed(session, book, path)
    assert (review.corrections, review.refusals) == ((), ())
    # both changed it to the same
    correct(book, "claims", "c1-0", quote_type="mixed")
    assert reviewed(session, book, path).corrections == ()


def test_undo_and_redo_since_the_export_are_seen(
    session: Session, book: Workbook, path: Path
) -> None:
    session.do(SetFeature(annotation_id="c1-0", name="quote_type", value="mixed"))
    session.undo()
    correct(book, "claims", "c1-0", quote_type="indirect")
    (correction,) = reviewed(session, book, path).corrections
    assert correction.conflict == ""
    session.redo()
    (correction,) = reviewed(session, book, path).corrections
    assert (correction.exported, correction.correct.before) == ("direct", "mixed")
    # exported while it was done, then taken back
    path = exported(session, path)
    session.undo()
    book = opened(path)
    correct(book, "claims", "c1-0", quote_type="indirect")
    (correction,) = reviewed(session, book, path).corrections
    assert (correction.exported, correction.correct.before) == ("mixed", "direct")
    assert correction.conflict == "changed"


def test_deleted_annotations_and_unknown_ids_are_told(
    session: Session, book: Workbook, path: Path
) -> None:
    session.set_annotator("이두리")
    session.do(DeleteAnnotations(annotation_ids=("f1-3", "f1-1")))
    correct(book, "figures", "f1-3", unit="대")
    of = sheet(book, "claims")
    of.cell(HEADERS + 1, columns(of)["id"]).value = "c9-9"
    of.cell(HEADERS + 2, columns(of)["id"]).value = None
    review = reviewed(session, book, path)
    assert review.corrections == ()
    told = {refusal.record_id: str(refusal.reason) for refusal in review.refusals}
    assert told == {
        "f1-3": "이두리 deleted it after the export.",
        "c9-9": "The project has nothing of this id.",
    }
    assert [str(warning) for warning in review.warnings] == [
        "Rows without an id, which were not read: 1"
    ]


def test_a_deleted_entry_is_told(session: Session, path: Path) -> None:
    session.do(AddEntity(entity=Entity(id="e9", canonical_name="최겨울")))
    path = exported(session, path)
    session.do(DeleteEntity(entity_id="e9"))
    assert session.review_corrections(HERE, path).refusals == ()
    book = opened(path)
    correct(book, "entities", "e9", note="메모")
    (refusal,) = reviewed(session, book, path).refusals
    assert "deleted it after the export" in str(refusal.reason)


def test_an_id_twice_with_different_values_is_a_conflict(
    session: Session, book: Workbook, path: Path
) -> None:
    of = sheet(book, "claims")
    copied = [cell.value for cell in of[HEADERS + 1]]
    of.append(copied)
    assert reviewed(session, book, path).corrections == ()
    at = columns(of)["note"]
    of.cell(of.max_row, at).value = "복사한 줄"
    review = reviewed(session, book, path)
    assert [c.conflict for c in review.corrections] == ["copies"]
    of.cell(HEADERS + 1, at).value = "처음 줄"
    review = reviewed(session, book, path)
    assert {(c.correct.value, c.conflict) for c in review.corrections} == {
        ("처음 줄", "copies"), ("복사한 줄", "copies"),
    }  # fmt: skip
    of.cell(HEADERS + 1, at).value = "복사한 줄"
    review = reviewed(session, book, path)
    assert [c.conflict for c in review.corrections] == [""]


def test_an_export_that_the_project_does_not_know(
    session: Session, book: Workbook, path: Path
) -> None:
    book.custom_doc_props["mitjul.revision"].value = "0" * 32  # type: ignore[attr-defined]
    book.custom_doc_props["mitjul.schema"].value = "news-csf 0.9.0"  # type: ignore[attr-defined]
    correct(book, "claims", "c1-0", note="메모")
    review = reviewed(session, book, path)
    assert [c.conflict for c in review.corrections] == ["unknown"]
    told = [str(warning) for warning in review.warnings]
    assert "every difference is shown as a conflict" in told[0]
    assert "with the schema news-csf 0.9.0; the project has news-csf 1.0.0" in told[1]


def test_other_peoples_work_is_left_on_request(
    session: Session, book: Workbook, path: Path
) -> None:
    session.set_annotator("이두리")
    session.do(AddEntity(entity=Entity(id="e3", canonical_name="최겨울")))
    own = session.annotator
    assert own is not None
    correct(book, "claims", "c1-0", note="메모")
    correct(book, "entities", "e1", note="메모")
    review = reviewed(session, book, path, own.id)
    assert [c.correct.record_id for c in review.corrections] == ["e1"]
    assert [str(refusal.reason) for refusal in review.refusals] == ["This is the work of 김하나."]
    assert "other people's work: 1. Allow" in str(review.warnings[0])
    (both, *_) = reviewed(session, book, path).corrections
    theirs = [c.correct for c in session.review_corrections(HERE, path).corrections][1:]
    with pytest.raises(RuleBroken, match="work of 김하나"):
        session.do(TakeCorrections(workbook="x", corrections=tuple(theirs), own=own.id))
    assert both.correct.record_id == "e1"


def test_nothing_is_overwritten_unseen(session: Session, book: Workbook, path: Path) -> None:
    correct(book, "claims", "c1-0", note="메모", quote_type="indirect")
    correct(book, "claims", "c1-1", note="메모")
    review = reviewed(session, book, path)
    session.do(SetFeature(annotation_id="c1-1", name="note", value="그 사이"))
    with pytest.raises(RuleBroken, match="has been changed in the project"):
        take(session, *review.corrections)
    assert "note" not in features(session, "c1-0")
    session.do(DeleteAnnotations(annotation_ids=("c1-1",)))
    with pytest.raises(RuleBroken, match="no longer in the project"):
        take(session, *review.corrections)
    assert features(session, "c1-0")["quote_type"] == "direct"


def test_any_number_of_rows_may_have_one_id(session: Session, book: Workbook, path: Path) -> None:
    of = sheet(book, "claims")
    row = [cell.value for cell in of[HEADERS + 1]]
    at = columns(of)["note"] - 1
    for number in range(300):
        of.append([*row[:at], f"메모 {number % 200}", *row[at + 1 :]])
    review = reviewed(session, book, path)
    assert len(review.conflicts) == len(review.corrections) == 200
