"""What runs in a process beside the window: one job, told of through a pipe."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.errors import KnownError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Job = Callable[..., object]
"""A module-level function; its last argument is ``progress(done, total)``."""


def run_job(connection: Connection, job: Job, arguments: tuple[object, ...]) -> None:
    """Run ``job`` and tell its progress and its end.

    Sends ("progress", (done, total)) now and then, and at last one of ("done", result), ("refused",
    (what, advice, params)) for a KnownError, or ("bug", kind and places).
    """

    def progress(done: int, total: int) -> bool:
        connection.send(("progress", (done, total)))
        return True

    try:
        result = job(*arguments, progress)
    except KnownError as error:
        connection.send(("refused", (error.what, error.advice, error.params)))
    except Exception as error:  # noqa: BLE001  (told where the window is; messages may hold text)
        places = "".join(traceback.format_tb(error.__traceback__))
        connection.send(("bug", f"{type(error).__name__} in a child process\n{places}"))
    else:
        connection.send(("done", result))
    connection.close()


def serve(connection: Connection) -> None:
    """Do jobs one after the other until the pipe is closed, behind whoever else wants to work.

    Sends ("ready", None), then for each (job, arguments) received one of ("done", result) or
    ("bug", kind and places).
    """
    if hasattr(os, "nice"):
        os.nice(5)
    connection.send(("ready", None))
    while True:
        try:
            job, arguments = connection.recv()
        except (EOFError, OSError):
            return
        try:
            outcome = ("done", job(*arguments))
        except Exception as error:  # noqa: BLE001  (told where the window is; messages may hold text)
            places = "".join(traceback.format_tb(error.__traceback__))
            outcome = ("bug", f"{type(error).__name__} in a child process\n{places}")
        connection.send(outcome)
