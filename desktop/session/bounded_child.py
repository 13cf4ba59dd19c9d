"""Inside a bounded process: its hands are tied, then it does jobs and sends pieces of bytes.

What comes back is bytes only, each message a sign that says its kind and then its content: whoever
takes them need not trust the process, which may have met a file made to take it over.
"""

from __future__ import annotations

import json
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

from desktop.errors import KnownError
from desktop.session.memory_limit import bind_own_hands
from desktop.session.message_values import refusal_value

Tell = Callable[[int, int, str], None]
"""Called by a job with how much is done, of how much (0: unknown), and what is being read."""

BoundedJob = Callable[..., Iterator[bytes]]
"""A module-level generator function; its last argument is a :data:`Tell`."""

PART, PIECE, TOLD, ENDED, REFUSED, MEMORY, BUG = (bytes([sign]) for sign in b"aptermb")
"""A piece is sent in parts, of which the last is the ``PIECE``."""

LARGEST = 1_000_000
"""Bytes of a message, after its sign: whoever listens receives no larger one."""

_TOLD_EVERY_S = 0.05
_LONGEST_PLACE = 200


def serve_bounded(connection: Connection, memory: int) -> None:
    """Do jobs one after the other until the pipe is closed.

    The readers are loaded first: from then on the process can write no file, and takes at most
    ``memory`` bytes.
    """
    import desktop.importers  # noqa: F401

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it hears it, and ends it
    bind_own_hands(memory)
    while True:
        try:
            job, arguments = connection.recv()
        except (EOFError, OSError):
            return
        try:
            _do(connection, job, arguments)
        except OSError:  # nobody listens any more
            return


def _do(connection: Connection, job: BoundedJob, arguments: tuple[object, ...]) -> None:
    tell = _Teller(connection)
    try:
        for piece in job(*arguments, tell):
            _send(connection, piece)
    except KnownError as error:
        connection.send_bytes(REFUSED + json.dumps(refusal_value(error)).encode())
    except MemoryError:
        connection.send_bytes(MEMORY)
    except Exception as error:
        if isinstance(error, BrokenPipeError):
            raise
        places = "".join(traceback.format_tb(error.__traceback__))  # messages may hold text
        told = f"{type(error).__name__}\n{places}".encode()
        connection.send_bytes(BUG + told[:LARGEST])
    else:
        connection.send_bytes(ENDED)


def _send(connection: Connection, piece: bytes) -> None:
    view = memoryview(piece)
    last = max(len(piece) - 1, 0) // LARGEST * LARGEST
    for at in range(0, last, LARGEST):
        connection.send_bytes(PART + view[at : at + LARGEST])
    connection.send_bytes(PIECE + view[last:])


class _Teller:
    """Sends how far it is: each new place, and else now and then."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._place = ""
        self._at = 0.0

    def __call__(self, done: int, total: int, place: str) -> None:
        at = time.monotonic()
        if place != self._place or at - self._at >= _TOLD_EVERY_S:
            self._place, self._at = place, at
            self._connection.send_bytes(
                TOLD + json.dumps([done, total, place[:_LONGEST_PLACE]]).encode()
            )
