"""Files of JSON that other tools wrote, record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import (
    UNHARMED,
    check_file,
    line_place,
    located,
    read_bytes,
    too_large,
    unreadable,
)
from desktop.importers.json_values import as_text, decode, list_items
from desktop.model.values import Value

LIMIT = 500_000_000
"""Largest JSON file that is read, in bytes: its text is held as a whole."""

LINES_LIMIT = 1_000_000_000
"""Largest JSONL file that is read, in bytes."""

LINE_LIMIT = 200_000_000
"""Longest line of a JSONL file, in bytes."""

Offset = Annotated[int, Field(ge=0, le=2**40, strict=True)]


class Loose(Value):
    """A record of which only some members are of interest."""

    model_config = ConfigDict(extra="ignore")


def numbered_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their numbers from 1.

    Raises:
        RefusedInput: the file cannot be read, or a line is longer than :data:`LINE_LIMIT`.
    """
    check_file(path, LINES_LIMIT)
    try:
        with path.open("rb") as file:
            yield from _numbered(iter(partial(file.readline, LINE_LIMIT + 1), b""))
    except OSError as error:
        raise unreadable(error) from error


def numbered_chunks(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """As :func:`numbered_lines`, of a file that comes in pieces."""
    yield from _numbered(_lines(chunks))


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(lines, start=1):
        if len(line) > LINE_LIMIT:
            raise located(line_place(number), too_large(LINE_LIMIT))
        if line.strip():
            yield number, line


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            yield b"".join((*held, line))
            held.clear()
            size = 0
        held.append(rest)
        size += len(rest)
        if size > LINE_LIMIT:
            break
    yield b"".join(held)


def records(path: Path) -> Iterator[tuple[str | Message, Any]]:
    """The objects of a JSONL file or of a JSON list, each with its place.

    Raises:
        RefusedInput: broken JSON; the place is named.
    """
    if not is_list(path):
        for number, line in numbered_lines(path):
            place = line_place(number)
            try:
                value = decode(as_text(line))
            except RefusedInput as error:
                raise located(place, error) from None
            yield place, value
        return
    for number, item in enumerate(list_items(as_text(read_bytes(path, LIMIT))) or ()):
        yield f"[{number}]", item


def is_list(path: Path) -> bool:
    """Whether the first sign of the file opens a list."""
    return first_bytes(path).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def first_bytes(path: Path, most: int = 1 << 16) -> bytes:
    """How the file begins.

    Raises:
        RefusedInput: it cannot be read.
    """
    check_file(path, LINES_LIMIT)
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise unreadable(error) from error


def not_of(format_name: str) -> RefusedInput:
    """The refusal of a record that lacks what makes its format."""
    return RefusedInput(
        QT_TRANSLATE_NOOP("errors", "It is no record of {format}."), UNHARMED, format=format_name
    )
