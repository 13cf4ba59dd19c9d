"""Workbooks exported from a project and edited as people do, by openpyxl."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.errors import Cancelled
from desktop.exporters import TextOptions, export_file
from desktop.model.batch import Progress
from desktop.model.correction import Correction, CorrectionReview
from desktop.session.bounded_child import BoundedJob
from desktop.session.commands import TakeCorrections
from desktop.session.session import Session

HEADERS = 2


class _Here:
    """Does what a bounded process would, without one: its start is not what is tested."""

    def pieces(
        self, job: BoundedJob, *arguments: object, progress: Progress | None = None
    ) -> Iterator[bytes]:
        def tell(done: int, total: int, name: str) -> None:
            assert name
            if progress is not None and not progress(done, total):
                raise Cancelled

        yield from job(*arguments, tell)


HERE = _Here()


def exported(session: Session, path: Path) -> Path:
    """The session's project as a workbook."""
    options = TextOptions(policy="include", basis="저희 글")
    export_file(session.export_source(), path, "xlsx", options)
    return path


def opened(path: Path) -> Workbook:
    """The workbook as openpyxl has it."""
    return openpyxl.load_workbook(path)


def sheet(book: Workbook, name: str) -> Worksheet:
    """One of its sheets."""
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def columns(sheet: Worksheet) -> dict[str, int]:
    """Field → number of the column, from 1."""
    found: dict[str, int] = {}
    for cell in next(sheet.iter_rows(min_row=HEADERS, max_row=HEADERS)):
        found.setdefault(str(cell.value), cell.column)
    return found


def cells(book: Workbook, name: str, record_id: str, field: str) -> Iterator[Cell]:
    """The cells of a field in all rows of a record."""
    of = sheet(book, name)
    at = columns(of)
    key = at["id"]
    for row in range(HEADERS + 1, of.max_row + 1):
        if of.cell(row, key).value == record_id:
            cell = of.cell(row, at[field])
            assert isinstance(cell, Cell)
            yield cell


def correct(book: Workbook, name: str, record_id: str, **values: Any) -> None:
    """Write values into the first row of a record."""
    for field, value in values.items():
        next(cells(book, name, record_id, field)).value = value


def found(review: CorrectionReview) -> dict[tuple[str, str], object]:
    """(id, field) → the workbook's value."""
    return {(c.correct.record_id, c.correct.field): c.correct.value for c in review.corrections}


def take(session: Session, *corrections: Correction) -> None:
    """Take corrections over."""
    chosen = tuple(correction.correct for correction in corrections)
    session.do(TakeCorrections(workbook="x.xlsx", corrections=chosen))


def features(session: Session, annotation_id: str) -> dict[str, Any]:
    (annotation,) = session.annotations_by_id([annotation_id])
    return dict(annotation.features)


def reviewed(session: Session, book: Workbook, path: Path, own: str | None = None) -> Any:
    book.save(path)
    return session.review_corrections(HERE, path, own)
