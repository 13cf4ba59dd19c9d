"""Which reader a file needs: by its ending and, where several formats share one, how it begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from desktop.errors import RefusedInput
from desktop.importers import (
    brat,
    chat,
    conllu,
    dataset,
    doccano,
    label_studio,
    native,
    plain_text,
    prodigy,
    uima,
    web_annotation,
)
from desktop.importers.context import ReadContext
from desktop.importers.json_files import first_bytes, is_list, numbered_lines
from desktop.importers.json_values import as_text, decode
from desktop.model.batch import ImportBatch

Read = Callable[[Path, ReadContext], ImportBatch]

_BY_ENDING: dict[str, Read] = {
    ".ann": brat.read,
    ".conllu": conllu.read,
    ".conllup": conllu.read,
    ".jsonld": web_annotation.read,
    ".xmi": uima.read,
    ".zip": dataset.read,
    ".txt": plain_text.read,
}
_BY_KEYS: tuple[tuple[frozenset[str], Read], ...] = (
    (frozenset({"document"}), native.read_jsonl),
    (frozenset({"messages"}), chat.read),
    (frozenset({"data", "annotations"}), label_studio.read),
    (frozenset({"text", "entities"}), doccano.read),
    (frozenset({"text", "label"}), doccano.read),
    (frozenset({"text", "labels"}), doccano.read),
    (frozenset({"text", "spans"}), prodigy.read),
)
"""Readers of JSONL by what its first record holds; the first that fits."""

_OWN = re.compile(rb'"mitjul/')


def reader_of(path: Path) -> Read:
    """The reader for a file or folder; what nothing else knows is read as plain text.

    Raises:
        RefusedInput: the file cannot be read.
    """
    if dataset.is_dataset(path):
        return dataset.read
    ending = path.suffix.lower()
    if ending in (".jsonl", ".ndjson"):
        return _of_lines(path)
    if ending == ".json":
        return _of_json(path)
    return _BY_ENDING.get(ending, plain_text.read)


def reads(path: Path) -> bool:
    """Whether files of this ending are taken from a folder; a text of brat's goes with its .ann."""
    ending = path.suffix.lower()
    if ending == ".txt":
        return not path.with_suffix(".ann").exists()
    return ending in _BY_ENDING or ending in (".json", ".jsonl", ".ndjson")


def _of_json(path: Path) -> Read:
    if is_list(path):
        return label_studio.read
    head = first_bytes(path)
    if b'"@context"' in head and not _OWN.search(head):
        return web_annotation.read
    return native.read_json


def _of_lines(path: Path) -> Read:
    for _, line in numbered_lines(path):
        try:
            record = decode(as_text(line))
        except RefusedInput:
            break  # the native reader says what is wrong
        keys = record.keys() if isinstance(record, dict) else set()
        return next((read for wanted, read in _BY_KEYS if wanted <= keys), native.read_jsonl)
    return native.read_jsonl
