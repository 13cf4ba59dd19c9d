"""Jobs that read many small files in one bounded process, which each would need one for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.errors import KnownError, RefusedInput
from desktop.importers import clipped_page, read_schema
from desktop.model.batch import Progress
from desktop.session.bounded_child import BoundedJob, Tell
from desktop.session.bounded_process import PieceSource
from desktop.session.import_reading import batch_pieces
from desktop.session.message_values import refusal_of, refusal_value
from desktop.session.session import Session

_PIECE, _END, _REFUSED = b"p", b"e", b"r"


def do_each(job: BoundedJob, each: list[tuple[object, ...]], tell: Tell) -> Iterator[bytes]:
    """Do ``job`` with each of these arguments: its pieces, and how it ended."""
    for arguments in each:
        try:
            for piece in job(*arguments, tell):
                yield _PIECE + piece
        except KnownError as error:
            yield _REFUSED + json.dumps(refusal_value(error)).encode()
        else:
            yield _END


class Replay:
    """Gives what :func:`do_each` sends as a bounded process would, one job after the other."""

    def __init__(self, sent: Iterator[bytes]) -> None:
        self._sent = sent
        self._within = False

    def pieces(
        self, job: BoundedJob, *arguments: object, progress: Progress | None = None
    ) -> Iterator[bytes]:
        """The pieces of the next job, whatever is asked."""
        while self._within:  # whoever asked before took enough
            self._within = next(self._sent).startswith(_PIECE)
        self._within = True
        while (message := next(self._sent)).startswith(_PIECE):
            yield message[1:]
        self._within = False
        if message.startswith(_REFUSED):
            raise refusal_of(json.loads(message[1:]))

    def finish(self) -> None:
        """Take what is left: the process does another job then."""
        for _ in self._sent:
            pass


class _Asked(Exception):
    """Which job, and its arguments."""


class _Asking:
    def pieces(
        self, job: BoundedJob, *arguments: object, progress: Progress | None = None
    ) -> Iterator[bytes]:
        raise _Asked(job, arguments)


def asked_by(take: Callable[[PieceSource], None]) -> tuple[BoundedJob, tuple[object, ...]]:
    """The job that ``take`` asks of a bounded process, and its arguments."""
    try:
        take(_Asking())
    except _Asked as asked:
        job, arguments = asked.args
        return job, arguments
    raise AssertionError("nothing was asked")


def clip_and_read(html: str, tell: Tell) -> Iterator[bytes]:
    """What is pasted from a page, as an article."""
    tell(0, 0, "")
    clipping = clipped_page.clipping_of(html, "", "")
    yield from batch_pieces(clipped_page.read(clipping, ""))


def read_a_schema(path: Path, tell: Tell) -> Iterator[bytes]:
    """The schema of a new project."""
    tell(0, 0, path.name)
    yield read_schema(path).model_dump_json().encode()


def open_a_project(path: Path, tell: Tell) -> Iterator[bytes]:
    """Open a project for reading, check all of it, and read what the window reads of it."""
    tell(0, 0, path.name)
    with Session.open(path, read_only=True) as session:
        if session.findings or session.check():
            raise RefusedInput("damage", "")
        for row in session.documents():
            session.annotations(row.document_id)
            session.relations(row.document_id)
            session.text(row.document_id)
    yield b"read"
