"""A process for what may be hostile: bounded memory and time, no hold on the project, no writing.

For an importer, or whatever else reads a file from elsewhere::

    with BoundedProcess() as process:  # started early, it is ready when the files are chosen
        for piece in process.pieces(job, *arguments, progress=progress):
            ...

``job`` is a module-level generator function that yields pieces of bytes; its last argument is
``tell(done, total, name)``, which it calls for each file and now and then on its way: silence for
longer than the bound ends it. What the pieces hold must be validated by whoever takes them; nothing
that comes from the process is unpickled. A process does one job after the other. One that died or
was ended does no more.

Reading files for an import is such a job: see :mod:`desktop.session.import_reading`.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from threading import Semaphore, Thread
from typing import Protocol, Self

from desktop.errors import QT_TRANSLATE_NOOP, Cancelled, KnownError, RefusedInput
from desktop.importers.context import UNHARMED, located
from desktop.model.batch import Progress
from desktop.session.bounded_child import (
    BUG,
    ENDED,
    LARGEST,
    MEMORY,
    PART,
    PIECE,
    REFUSED,
    TOLD,
    BoundedJob,
    serve_bounded,
)
from desktop.session.memory_limit import watched_memory
from desktop.session.message_values import refusal_of

_WAIT_S = 0.02
_START_S = 60
"""Seconds that a process may need to start, where the bound is shorter."""

_LONGEST_NAME = 200
_WAITING = 8
"""Most messages that are received before they are asked for."""
_GONE = b"g"

_TOO_MUCH = QT_TRANSLATE_NOOP(
    "errors", "Reading it took more memory than an import may ({limit} MB)."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors", "Reading it came no further for {limit} seconds and was stopped."
)
_DIED = QT_TRANSLATE_NOOP("errors", "What read it broke down. The file may be damaged.")
_DIVIDE = QT_TRANSLATE_NOOP(
    "errors",
    "Nothing was imported; the project is as it was. Divide the file into smaller ones, or save it"
    " anew in the program it came from.",
)
_FAULT = QT_TRANSLATE_NOOP("errors", "A fault of the program ended the reading.")
_REPORT = QT_TRANSLATE_NOOP(
    "errors",
    "Nothing was imported; the project is as it was. The log says where; please report it.",
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bytes that the process may take, seconds without a word, bytes that may come of one job.

    ``piece`` are the bytes of one piece. The largest that an import makes is an article from a text
    file of 64 MB, whose own bytes come with it in base64.
    """

    memory: int = 2_000_000_000
    seconds: float = 120
    result: int = 2_000_000_000
    piece: int = 160_000_000


class PieceSource(Protocol):
    """A bounded process, or what takes its place."""

    def pieces(
        self, job: BoundedJob, *arguments: object, progress: Progress | None = None
    ) -> Iterator[bytes]:
        """What a job yields; see :meth:`BoundedProcess.pieces`."""
        ...


class BoundedProcess:
    """The process, and what it does just now."""

    def __init__(self, bounds: Bounds = Bounds()) -> None:
        """Start it; it needs some tenths of a second, which nobody waits for."""
        self._bounds = bounds
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve_bounded, args=(theirs, bounds.memory), daemon=True
        )
        self._process.start()
        theirs.close()
        self._thread: Thread | None = None
        self._news = _News()
        self._name = ""
        self._busy = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def alive(self) -> bool:
        """True while it can do jobs."""
        return self._process.is_alive()

    def close(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._news.close()
        if self._thread is not None:
            self._thread.join()
        self._connection.close()

    def pieces(
        self, job: BoundedJob, *arguments: object, progress: Progress | None = None
    ) -> Generator[bytes]:
        """Have a job done and give its pieces as they come.

        ``progress`` is called every 20 ms or so, also while there is no news. Whoever does not take
        all pieces ends the process: the rest would be taken for what the next job gives.

        Raises:
            RefusedInput: the job refused its input, or it took too much, too long, or broke down.
            Cancelled: ``progress`` returned False. The process was ended.
        """
        self._busy = True
        try:
            yield from self._pieces(job, arguments, progress)
        finally:
            if self._busy:
                self._process.kill()
                self._news.close()

    def _pieces(
        self, job: BoundedJob, arguments: tuple[object, ...], progress: Progress | None
    ) -> Iterator[bytes]:
        news = self._news = _News()
        self._name = ""
        self._thread = Thread(
            target=_receive, args=(self._connection, (job, arguments), news), daemon=True
        )
        self._thread.start()
        done = total = size = 0
        parts = bytearray()
        heard = time.monotonic()
        patience = max(self._bounds.seconds, _START_S)
        while True:
            try:
                message = news.get()
            except Empty:
                message = b""
                if time.monotonic() - heard > patience:
                    raise self._too_long(patience) from None
            if watched_memory(self._process.pid or 0) > self._bounds.memory:
                raise self._too_much()
            if message:
                heard, patience = time.monotonic(), self._bounds.seconds
                kind, content = message[:1], message[1:]
                if kind in (PART, PIECE):
                    size += len(content)
                    parts += content
                    if size > self._bounds.result or len(parts) > self._bounds.piece:
                        raise self._too_much()
                    if kind == PIECE:
                        piece = bytes(parts)
                        parts.clear()
                        yield piece
                elif kind == TOLD:
                    done, total = self._told(content)
                else:
                    self._busy = False
                    if kind == ENDED:
                        return
                    raise self._failure(kind, content)
            if progress is not None and not progress(done, total):
                self._process.kill()
                raise Cancelled

    def _told(self, content: bytes) -> tuple[int, int]:
        try:
            done, total, name = json.loads(content)
            self._name = str(name)[:_LONGEST_NAME]
            return int(done), int(total)
        except (ValueError, TypeError, OverflowError, RecursionError):
            raise self._broken() from None

    def _failure(self, kind: bytes, content: bytes) -> KnownError:
        if kind == REFUSED:
            try:
                return refusal_of(json.loads(content))
            except (ValueError, RecursionError):
                return self._broken()
        if kind == MEMORY:
            return self._too_much()
        if kind == BUG:
            _log.error("a bounded process: %s", content[:4_000].decode("utf-8", "replace"))
            return self._of_file(RefusedInput(_FAULT, _REPORT))
        return self._broken()

    def _too_long(self, patience: float) -> RefusedInput:
        self._process.kill()
        return self._of_file(RefusedInput(_TOO_LONG, _DIVIDE, limit=f"{patience:,.0f}"))

    def _too_much(self) -> RefusedInput:
        self._process.kill()
        limit = f"{self._bounds.memory // 1_000_000:,}"
        return self._of_file(RefusedInput(_TOO_MUCH, _DIVIDE, limit=limit))

    def _broken(self) -> RefusedInput:
        """It died, or what it says makes no sense."""
        self._process.kill()
        self._process.join()
        _log.warning("a bounded process ended with code %s", self._process.exitcode)
        return self._of_file(RefusedInput(_DIED, UNHARMED))

    def _of_file(self, reason: RefusedInput) -> RefusedInput:
        """The reason with the file that was being read."""
        return located(self._name, reason) if self._name else reason


class _News:
    """Messages on their way, few at a time: whoever sends them faster than they are taken waits."""

    def __init__(self) -> None:
        self._messages: SimpleQueue[bytes] = SimpleQueue()
        self._room = Semaphore(_WAITING)
        self._closed = False

    def get(self) -> bytes:
        """The next message, which is waited for a moment; Empty when there is none."""
        message = self._messages.get(timeout=_WAIT_S)
        self._room.release()
        return message

    def take(self, connection: Connection) -> bytes:
        """Receive a message once there is room for it; none after this was closed."""
        self._room.acquire()
        message = b"" if self._closed else connection.recv_bytes(1 + LARGEST)
        self._messages.put(message or _GONE)
        return message

    def end(self) -> None:
        """Nobody sends any more."""
        self._messages.put(_GONE)

    def close(self) -> None:
        """Nobody takes any more."""
        self._closed = True
        self._room.release()


def _receive(connection: Connection, job: object, news: _News) -> None:
    """Send a job and take what comes of it; the last message is neither piece nor progress."""
    try:
        connection.send(job)
        while news.take(connection)[:1] in (PART, PIECE, TOLD):
            pass
    except (EOFError, OSError):
        news.end()
