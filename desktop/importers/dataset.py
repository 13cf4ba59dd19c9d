"""Our own datasets, a folder or a .zip file: read from the native lines that each holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers import native
from desktop.importers.archive import opened
from desktop.importers.context import UNHARMED, ReadContext, located, shown_name
from desktop.importers.json_files import LINES_LIMIT, numbered_chunks, numbered_lines
from desktop.model.batch import ImportBatch

LINES = "documents.jsonl"
MANIFEST = "manifest.json"

_NOT_OURS = QT_TRANSLATE_NOOP(
    "errors", "It is no dataset of this application (documents.jsonl and manifest.json)."
)


def is_dataset(folder: Path) -> bool:
    """Whether a folder holds a dataset."""
    manifest = folder / MANIFEST
    if not (folder / LINES).is_file() or not manifest.is_file():
        return False
    try:
        with manifest.open("rb") as file:
            made = json.loads(file.read(64_000_000))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(made, dict) and str(made.get("application", "")).startswith("mitjul ")


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a dataset's articles with everything on them.

    Raises:
        RefusedInput: it is none, or something in its lines is wrong.
    """
    if path.is_dir():
        return _read(numbered_lines(path / LINES), path, context)
    with opened(path) as archive:
        if LINES not in archive or MANIFEST not in archive:
            raise RefusedInput(_NOT_OURS, UNHARMED)
        return _read(numbered_chunks(archive.chunks(LINES, LINES_LIMIT)), path, context)


def _read(lines: Iterator[tuple[int, bytes]], path: Path, context: ReadContext) -> ImportBatch:
    try:
        return native.read_lines(lines, shown_name(path), context)
    except RefusedInput as error:
        raise located(LINES, error) from None
