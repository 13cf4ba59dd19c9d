"""Workbooks on their way from the process that reads them, which is not trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from desktop.errors import Cancelled, RefusedInput
from desktop.model.batch import Progress
from desktop.session.bounded_child import BoundedJob
from desktop.session.bounded_process import BoundedProcess
from desktop.session.correction_reading import is_exported_workbook
from desktop.session.session import Session
from tests.session.corrections.workbooks import HERE, correct, found, reviewed


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
