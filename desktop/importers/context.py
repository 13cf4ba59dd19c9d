"""What every importer needs: reading a file within bounds, and saying where something is wrong."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput, system_reason
from desktop.model.schema import Schema
from desktop.model.table import TableChoice

UNHARMED = QT_TRANSLATE_NOOP("errors", "Nothing was imported; the project is as it was.")


def _untold(done: int, total: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class ReadContext:
    """What an importer must know of the project.

    Annotations that name nobody are given to ``annotator`` or, when that is None, to the first
    annotator whom the file names. ``entity_ids`` are the registry entries that the file may refer
    to although it does not hold them.

    ``tables`` says how lists are read, by the keys of their columns; the one under an empty key is
    for every other list. With ``ask_columns`` a list of which nobody knows what its columns hold is
    not read but only looked at. Long files call ``tell(done, total)`` on their way.
    """

    schema: Schema
    annotator: str | None = None
    entity_ids: Collection[str] = ()
    label_map: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, TableChoice] = field(default_factory=dict)
    ask_columns: bool = False
    tell: Callable[[int, int], None] = _untold


_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def shown_name(path: Path) -> str:
    """The file's name without its folder.

    U+FFFD stands for bytes that are no text, and for what would end the line, command the terminal
    or turn the direction of what follows.
    """
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _UNSHOWN.sub("\ufffd", name)


def check_file(path: Path, limit: int) -> None:
    """Refuse what is not an ordinary file of at most ``limit`` bytes."""
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(error) from error
    if not stat.S_ISREG(status.st_mode):
        raise RefusedInput(QT_TRANSLATE_NOOP("errors", "It is not an ordinary file."), UNHARMED)
    if status.st_size > limit:
        raise too_large(limit)


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file of at most ``limit`` bytes."""
    check_file(path, limit)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise unreadable(error) from error
    if len(data) > limit:
        raise too_large(limit)
    return data


def unreadable(error: OSError) -> RefusedInput:
    """The refusal of a file that the system does not let us read."""
    return RefusedInput(
        QT_TRANSLATE_NOOP("errors", "It could not be read: {fault}."),
        UNHARMED,
        fault=system_reason(error),
    )


def too_large(limit: int) -> RefusedInput:
    """The refusal of a file of more than ``limit`` bytes."""
    return RefusedInput(
        QT_TRANSLATE_NOOP("errors", "It is larger than {limit} MB."),
        UNHARMED,
        limit=f"{limit // 1_000_000:,}",
    )


def located(place: str | Message, reason: RefusedInput) -> RefusedInput:
    """``reason`` with the file, or the place in it, put before. The advice stays in ``reason``."""
    return RefusedInput(
        QT_TRANSLATE_NOOP("errors", "{place}: {reason}"), place=place, reason=reason
    )


def line_place(number: int) -> Message:
    """A line of a file as a place."""
    return Message(QT_TRANSLATE_NOOP("errors", "line {number}"), {"number": number})


def within(place: str | Message, part: str) -> str | Message:
    """A part of a place."""
    return Message("{place}, {part}", {"place": place, "part": part})
