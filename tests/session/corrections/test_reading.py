"""Workbooks on their way from the process that reads them, which is not trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from desktop.errors import Cancelled, RefusedInput
from desktop.model.batch import Progress
from desktop.session import correction_reading, correction_rows
from desktop.session.bounded_child import BoundedJob
from desktop.session.bounded_process import BoundedProcess
from desktop.session.correction_reading import is_exported_workbook
from desktop.session.session import Session
from tests.session.corrections.workbooks import (
    HEADERS,
    HERE,
    columns,
    correct,
    found,
    reviewed,
    sheet,
)


class Speaker:
    """Says what it was told to, whatever it was asked."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = pieces

    def pieces(
        self, job: object, *arguments: object, progress: Progress | None = None
    ) -> Iterator[bytes]:
        del job, arguments, progress
        yield from self._pieces


def test_a_bounded_process_reads_it(session: Session, book: Workbook, path: Path) -> None:
    correct(book, "claims", "c1-0", note="메모")
    correct(book, "claims", "c1-1", note="#N/A")
    here = reviewed(session, book, path)
    assert found(here) == {("c1-0", "note"): "메모"}
    plain = path.with_name("기사.xlsx")
    plain.write_bytes(b"PK")
    with BoundedProcess() as process:
        assert session.review_corrections(process, path) == here
        assert is_exported_workbook(process, path)
        assert not is_exported_workbook(process, plain)
        with pytest.raises(RefusedInput, match=r"기사\.xlsx: .*ZIP"):
            session.review_corrections(process, plain)


def test_the_process_is_heard_out(session: Session, path: Path) -> None:
    """Whoever asks it next would else hear the end of this job as that of theirs."""
    ended = []

    class Heard:
        def pieces(
            self, job: BoundedJob, *arguments: object, progress: Progress | None = None
        ) -> Iterator[bytes]:
            yield from HERE.pieces(job, *arguments, progress=progress)
            ended.append(job)

    assert is_exported_workbook(Heard(), path)
    assert len(ended) == 1


def test_it_can_be_stopped(session: Session, path: Path) -> None:
    with pytest.raises(Cancelled):
        session.review_corrections(HERE, path, progress=lambda done, total: False)


HEAD = b'{"sheet": "claims", "layout": "claims", "columns": ["id", "note"]}'


@pytest.mark.parametrize(
    "pieces",
    [
        (),
        (b"\xff",),
        (b"{}",),
        (b'["a", "b"]',),
        (b"%s", b"{}"),
        (b"%s", HEAD, b"[[1]]"),
        (b"%s", b'{"sheet": "claims", "layout": "claims", "columns": ["id", "id"]}'),
        (b"%s", b'{"sheet": "claims", "layout": "claims", "columns": ["id", "text"]}'),
        (b"%s", HEAD, b'[["x", ["id", null]]]'),
        (b"%s", HEAD, b'[[3, ["c1-0", {"template": "{0.x}", "params": {}}]]]'),
        (b"%s", HEAD, b'[[3, ["c1-0"]]]'),
        (b"%s", b'{"sheet": "x", "layout": "x", "columns": ["id"]}', b"[]"),
        (b"%s", b'{"sheet": "claims", "layout": "claims", "columns": ["note"]}', b'[[1, ["x"]]]'),
        (b"%s", b"[]"),
    ],
)
def test_nonsense_is_refused(session: Session, pieces: tuple[bytes, ...]) -> None:
    own = f'["{session.project_id}", "", "news-csf 1.0.0"]'.encode()
    said = Speaker(*(own if piece == b"%s" else piece for piece in pieces))
    with pytest.raises(RefusedInput):
        session.review_corrections(said, Path("x.xlsx"))


def test_long_cells_come_in_small_pieces(session: Session, book: Workbook, path: Path) -> None:
    of = sheet(book, "claims")
    at = columns(of)
    for row in range(HEADERS + 1, of.max_row + 1):
        of.cell(row, at["note"]).value = "가" * 30_000
    for number in range(100):
        of.cell(of.max_row + 1, at["id"]).value = f"x{number}"
        of.cell(of.max_row, at["note"]).value = "나" * 30_000
    sizes = []

    class Measured:
        def pieces(
            self, job: BoundedJob, *arguments: object, progress: Progress | None = None
        ) -> Iterator[bytes]:
            for piece in HERE.pieces(job, *arguments, progress=progress):
                sizes.append(len(json.loads(piece)))
                yield piece

    book.save(path)
    review = session.review_corrections(Measured(), path)
    assert len(review.refusals) >= 100
    assert sum(size > 30 for size in sizes) >= 3


def test_a_cell_beyond_all_programs_is_refused(
    session: Session, book: Workbook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(correction_reading, "_LONGEST", 5)
    correct(book, "claims", "c1-0", note="다섯 글자보다 긴 메모")
    correct(book, "claims", "c1-1", note="메모")
    review = reviewed(session, book, path)
    assert found(review) == {("c1-1", "note"): "메모"}
    assert "more than a cell of a workbook can" in str([str(r.reason) for r in review.refusals])


def test_what_is_kept_of_a_workbook_is_bounded(
    session: Session, book: Workbook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(correction_rows, "_MOST_KEPT", 30_000)
    correct(book, "claims", "c1-0", note="가" * 5_000)
    assert len(reviewed(session, book, path).refusals) == 1
    correct(book, "claims", "c1-1", note="가" * 15_000)
    with pytest.raises(RefusedInput, match="than can be compared at once"):
        reviewed(session, book, path)
