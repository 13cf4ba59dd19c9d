"""What programs and people do to a workbook, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from desktop.errors import RefusedInput
from desktop.importers import read_file
from desktop.importers.exported_workbook import is_exported
from desktop.session.commands import (
    SetFeature,
)
from desktop.session.session import Session
from tests.exporters.making import document, native_file, project
from tests.session.corrections.workbooks import (
    HEADERS,
    HERE,
    cells,
    columns,
    correct,
    exported,
    found,
    opened,
    reviewed,
    sheet,
)

REFUSED: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("claims", "c1-0", {"quote_type": "아마도"}, "no such value; it has direct, "),
    ("figures", "f1-1", {"value": "많다"}, "holds no number"),
    ("figures", "f1-1", {"value": "13", "value_number": 14}, "different things"),
    ("figures", "f1-1", {"range_json": "[]"}, "no JSON object"),
    ("figures", "f1-1", {"range_json": '{"low": 3}'}, "is not a range"),
    ("figures", "f1-1", {"unit_inferred": "글쎄"}, "neither TRUE nor FALSE"),
    ("claims", "c1-0", {"note": "가" * 5_000}, "at most 4,000 characters"),
    ("speakers", "s1-0", {"entity_name": "모르는 이"}, "no entry of this name"),
    ("speakers", "s1-0", {"entity": "e9"}, "not an entry of the speaker registry"),
    ("annotations", "c1-0", {"features": "{"}, "no JSON object"),
    ("annotations", "c1-0", {"features": '{"x": NaN}'}, "no JSON object"),
    ("annotations", "c1-0", {"features": "[" * 30_000}, "no JSON object"),
    ("annotations", "c1-0", {"features": '{"nothing": "x", "quote_type": "direct",'
      ' "source_type": "other"}'}, "no feature nothing"),
    ("annotations", "c1-0", {"features": '{"note": "\\ud800", "quote_type": "direct",'
      ' "source_type": "other"}'}, "half a character"),
    ("entities", "e1", {"canonical_name": None}, "canonical_name is empty"),
    ("entities", "e1", {"type": "로봇"}, "no such value; it has person, "),
    ("entities", "narrator", {"canonical_name": "나"}, "belongs to every project"),
    ("answers", "w1-1", {"reason": "가" * 2_001}, "reason is empty, too long"),
    ("articles", "d1", {"note": "가" * 20_001}, "note is empty, too long"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "record_id", "values", "reason"), REFUSED)
def test_what_the_schema_refuses_is_told_and_the_rest_taken(
    shared: tuple[Session, Path],
    tmp_path: Path,
    name: str,
    record_id: str,
    values: dict[str, Any],
    reason: str,
) -> None:
    session, path = shared
    book = opened(path)
    correct(book, name, record_id, **values)
    correct(book, "claims", "c1-3", note="이것은 된다")
    review = reviewed(session, book, tmp_path / "x.xlsx")
    (refusal,) = review.refusals
    assert reason in str(refusal.reason)
    row = next(cells(book, name, record_id, next(iter(values)))).row
    assert (refusal.place.sheet, refusal.place.row) == (name, row)
    assert found(review) == {("c1-3", "note"): "이것은 된다"}


def test_other_workbooks_are_refused(session: Session, path: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    refused = pytest.raises(RefusedInput, match="exported from another project")
    with project(tmp_path / "other") as other, refused:
        other.review_corrections(HERE, path)
    plain = tmp_path / "plain.xlsx"
    made = Workbook()
    sheet(made, made.sheetnames[0]).append(["text", "제목"])
    made.save(plain)
    with pytest.raises(RefusedInput, match="no workbook that was exported"):
        session.review_corrections(HERE, plain)
    (tmp_path / "text.xlsx").write_text("글", "utf-8")
    with pytest.raises(RefusedInput, match="ZIP"):
        session.review_corrections(HERE, tmp_path / "text.xlsx")
    assert (is_exported(path), is_exported(plain)) == (True, False)
    assert not is_exported(tmp_path / "text.xlsx")
    assert not is_exported(tmp_path)
    with pytest.raises(RefusedInput, match="is a workbook that was exported from a project"):
        read_file(path, session.schema)


def test_the_first_sheet_or_the_properties_tell_the_project(
    session: Session, book: Workbook, path: Path
) -> None:
    correct(book, "claims", "c1-0", note="메모")
    del book["README"]
    assert len(reviewed(session, book, path).plain) == 1
    book = opened(exported(session, path))
    correct(book, "claims", "c1-0", note="메모")
    for name in list(book.custom_doc_props.names):  # type: ignore[attr-defined]
        del book.custom_doc_props[name]  # type: ignore[attr-defined]
    assert len(reviewed(session, book, path).plain) == 1
    del book["README"]
    with pytest.raises(RefusedInput, match="no workbook that was exported"):
        reviewed(session, book, path)


def test_programs_change_types(session: Session, path: Path) -> None:
    session.do(SetFeature(annotation_id="f1-1", name="value", value="12.50"))
    session.do(SetFeature(annotation_id="f1-1", name="unit", value="00012"))
    session.do(SetFeature(annotation_id="t1-6", name="timex_value", value="2026-01-03"))
    book = opened(exported(session, path))
    for row in sheet(book, "figures").iter_rows(min_row=HEADERS + 1):
        for cell in row:
            if isinstance(cell.value, int | float):
                cell.value = f"{cell.value}"
            elif cell.value is None:
                cell.value = ""
    correct(book, "figures", "f1-1", value=12.5, unit=12, unit_inferred=False)
    review = reviewed(session, book, path)
    assert (review.corrections, review.refusals) == ((), ())
    correct(book, "figures", "f1-1", measure=date(2026, 2, 28))
    assert found(reviewed(session, book, path)) == {("f1-1", "measure"): "2026-02-28"}


def test_errors_and_formulas_never_take_a_value_away(
    session: Session, book: Workbook, path: Path
) -> None:
    correct(book, "claims", "c1-0", quote_type="#REF!")
    correct(book, "claims", "c1-1", quote_type="=1+1")
    review = reviewed(session, book, path)
    assert review.corrections == ()
    assert [str(refusal.reason) for refusal in review.refusals] == [
        "The cell holds an error.",
        "The cell holds a formula without a result.",
    ]


def test_headers_and_columns_may_move(session: Session, book: Workbook, path: Path) -> None:
    correct(book, "claims", "c1-0", quote_type="indirect", note="메모")
    of = sheet(book, "claims")
    of.insert_rows(1, 3)
    of.insert_cols(1, 2)
    assert len(found(reviewed(session, book, path))) == 2
    of.cell(5, 1).value = "quote_type"
    review = reviewed(session, book, path)
    assert [field for _, field in found(review)] == ["note"]
    assert "has two columns quote_type" in str(review.warnings[0])
    of.delete_rows(1, 5)
    review = reviewed(session, book, path)
    assert review.corrections == ()
    assert "The sheet claims has no row with the names" in str(review.warnings[0])


def test_a_long_row_in_pieces(tmp_path: Path) -> None:
    marked = "⟦CLAIM#c1|" + "긴 글이다. " * 8_000 + "⟧\t"
    with project(tmp_path, native_file([document(marked, 0)])) as session:
        path = exported(session, tmp_path / "x.xlsx")
        book = opened(path)
        assert len(list(cells(book, "claims", "c1-0", "note"))) > 1
        assert session.review_corrections(HERE, path).corrections == ()
        correct(book, "claims", "c1-0", note="긴 주장")
        assert len(reviewed(session, book, path).plain) == 1
        for name in ("claims", "annotations", "documents"):
            of = sheet(book, name)
            of.delete_cols(columns(of)["part"])
        review = reviewed(session, book, path)
        assert {c.correct.value for c in review.corrections} <= {"긴 주장"}
        assert all("rest of a long row" in str(refusal.reason) for refusal in review.refusals)
