"""The registry entry of a claim's speaker, corrected in the row of the claim."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from desktop.exporters import TextOptions, export_file
from desktop.session.commands import (
    DeleteAnnotations,
    DeleteRelations,
    SetFeature,
)
from desktop.session.session import Session
from tests.exporters.making import native_file, project
from tests.session.corrections.workbooks import (
    HERE,
    cells,
    columns,
    correct,
    features,
    found,
    opened,
    reviewed,
    sheet,
    take,
)

OTHER = "아무도 부르지 않은 이"


def test_the_mention_of_a_claim_gets_another_entry(
    session: Session, book: Workbook, path: Path
) -> None:
    correct(book, "claims", "c1-0", speaker_entity=f" {OTHER} ")
    review = reviewed(session, book, path)
    (correction,) = review.plain
    assert (review.conflicts, review.refusals) == ((), ())
    assert found(review) == {("s1-0", "entity"): "e2"}
    assert (correction.exported, correction.correct.before) == ("e1", "e1")
    assert (correction.type, correction.subject, correction.place.sheet) == (
        "SPEAKER", "한빛은행의 김가온 연구원", "claims",
    )  # fmt: skip
    take(session, correction)
    assert features(session, "s1-0")["entity"] == "e2"
    assert session.review_corrections(HERE, path).corrections == ()


def test_an_emptied_cell_takes_the_entry_away(session: Session, book: Workbook, path: Path) -> None:
    correct(book, "claims", "c1-0", speaker_entity=None)
    assert found(reviewed(session, book, path)) == {("s1-0", "entity"): None}


def test_claims_that_share_a_speaker(session: Session, book: Workbook, path: Path) -> None:
    """Both are of s1-1; whoever corrects one row may have meant that the speaker is another."""
    correct(book, "claims", "c1-1", speaker_entity=OTHER)
    review = reviewed(session, book, path)
    assert [(c.correct.record_id, c.conflict) for c in review.corrections] == [("s1-1", "shared")]
    correct(book, "claims", "c2-1", speaker_entity=OTHER)
    review = reviewed(session, book, path)
    assert [(c.correct.record_id, c.conflict) for c in review.corrections] == [("s1-1", "")]
    of = sheet(book, "claims")
    row = next(r for r in range(3, of.max_row + 1) if of.cell(r, columns(of)["id"]).value == "c2-1")
    of.delete_rows(row)
    assert not reviewed(session, book, path).conflicts


def test_a_claim_that_is_there_twice(session: Session, book: Workbook, path: Path) -> None:
    of = sheet(book, "claims")
    at = columns(of)
    of.append([cell.value for cell in of[3]])
    assert of.cell(3, at["id"]).value == "c1-0"
    of.cell(3, at["speaker_entity"]).value = OTHER
    assert [c.conflict for c in reviewed(session, book, path).corrections] == ["shared"]
    of.cell(of.max_row, at["speaker_entity"]).value = OTHER
    assert [c.conflict for c in reviewed(session, book, path).corrections] == [""]


def test_two_sheets_that_disagree(session: Session, book: Workbook, path: Path) -> None:
    correct(book, "claims", "c1-0", speaker_entity=OTHER)
    correct(book, "speakers", "s1-0", entity_name=OTHER)
    review = reviewed(session, book, path)
    assert [(c.correct.value, c.conflict) for c in review.corrections] == [("e2", "")]
    correct(book, "speakers", "s1-0", entity_name="서술자")
    review = reviewed(session, book, path)
    assert {(c.correct.value, c.conflict) for c in review.corrections} == {
        ("e2", "copies"), ("narrator", "copies"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "words", "reason"),
    [
        ("c1-0", "모르는 이", "no entry of this name"),
        ("c1-0", "#N/A", "holds an error"),
        ("c1-3", OTHER, "no marked speaker, or several"),
    ],
)
def test_what_cannot_be_taken_is_told(
    session: Session, book: Workbook, path: Path, claim: str, words: str, reason: str
) -> None:
    correct(book, "claims", claim, speaker_entity=words)
    review = reviewed(session, book, path)
    assert review.corrections == ()
    (refusal,) = review.refusals
    assert reason in str(refusal.reason)


def test_what_was_changed_in_the_project_meanwhile(
    session: Session, book: Workbook, path: Path
) -> None:
    session.do(SetFeature(annotation_id="s1-0", name="entity", value="narrator"))
    assert reviewed(session, book, path).corrections == ()
    correct(book, "claims", "c1-0", speaker_entity=OTHER)
    (correction,) = reviewed(session, book, path).corrections
    assert (correction.conflict, correction.changed_by) == ("changed", "김하나")
    assert (correction.exported, correction.correct.before) == ("e1", "narrator")
    session.undo()
    (relation,) = [r for r in session.relations_of(["c1-0"]) if r.type == "attributed_to"]
    session.do(DeleteRelations(relation_ids=(relation.id,)))
    (refusal,) = reviewed(session, book, path).refusals
    assert "another speaker since the export" in str(refusal.reason)
    session.do(DeleteAnnotations(annotation_ids=("c1-0",)))
    (refusal,) = reviewed(session, book, path).refusals
    assert "deleted it after the export" in str(refusal.reason)


def test_a_claim_of_two_speakers(tmp_path: Path) -> None:
    file: dict[str, Any] = native_file()
    two = next(d for d in file["documents"] if d["id"] == "d2")
    relation = next(r for r in two["relations"] if r["type"] == "attributed_to")
    two["relations"].append(relation | {"id": "r9-2", "target": "s2-2"})
    for annotation in two["annotations"]:
        if annotation["id"] == "s2-2":
            annotation["features"]["entity"] = "e2"
    with project(tmp_path, file) as session:
        path = tmp_path / "x.xlsx"
        export_file(session.export_source(), path, "xlsx", TextOptions(policy="include", basis="x"))
        book = opened(path)
        cell = next(cells(book, "claims", "c1-2", "speaker_entity"))
        assert cell.value == f"김가온; {OTHER}"
        cell.value = f"{OTHER};김가온"
        review = reviewed(session, book, path)
        assert (review.corrections, review.refusals) == ((), ())
        cell.value = f"{OTHER}; 서술자"
        (refusal,) = reviewed(session, book, path).refusals
        assert "no marked speaker, or several" in str(refusal.reason)


@pytest.fixture
def shared_work(tmp_path: Path) -> Iterator[Session]:
    """The claims of one annotator are attributed to speakers that another one marked."""
    file: dict[str, Any] = native_file()
    file["annotators"] = [{"id": "a1", "name": "김하나"}, {"id": "a2", "name": "이두리"}]
    for document in file["documents"]:
        for annotation in document["annotations"]:
            annotation["annotator"] = "a2" if annotation["label"] == "SPEAKER" else "a1"
    with project(tmp_path, file) as opened_project:
        yield opened_project


def test_the_export_of_one_annotator_takes_nothing_away(
    shared_work: Session, tmp_path: Path
) -> None:
    path = tmp_path / "own.xlsx"
    source = shared_work.export_source("김하나")
    export_file(source, path, "xlsx", TextOptions(policy="include", basis="글"))
    assert next(cells(opened(path), "claims", "c1-0", "speaker_entity")).value is None
    review = shared_work.review_corrections(HERE, path)
    assert (review.corrections, review.refusals) == ((), ())
