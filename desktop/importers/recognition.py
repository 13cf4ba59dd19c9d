"""Which reader a file needs: by its ending and, where several formats share one, how it begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from desktop.errors import RefusedInput
from desktop.importers import (
    article_lists,
    brat,
    chat,
    conllu,
    dataset,
    doccano,
    docx,
    hwp,
    hwpx,
    label_studio,
    native,
    plain_text,
    prodigy,
    uima,
    web_annotation,
    web_page,
)
from desktop.importers.context import ReadContext
from desktop.importers.json_files import first_bytes, is_list, records
from desktop.importers.pdf import reader as pdf
from desktop.model.batch import ImportBatch

Read = Callable[[Path, ReadContext], ImportBatch]

_BY_ENDING: dict[str, Read] = {
    ".ann": brat.read,
    ".conllu": conllu.read,
    ".conllup": conllu.read,
    ".csv": article_lists.read_csv,
    ".docx": docx.read,
    ".htm": web_page.read,
    ".html": web_page.read,
    ".jsonld": web_annotation.read,
    ".pdf": pdf.read,
    ".tsv": article_lists.read_csv,
    ".xhtml": web_page.read,
    ".xlsx": article_lists.read_xlsx,
    ".xmi": uima.read,
    ".zip": dataset.read,
    ".txt": plain_text.read,
}
_BY_KEYS: tuple[tuple[str, type, Read], ...] = (
    ("document", object, native.read_jsonl),
    ("messages", list, chat.read),
    ("annotations", list, label_studio.read),
    ("data", dict, label_studio.read),
    ("entities", list, doccano.read),
    ("label", list, doccano.read),
    ("labels", list, doccano.read),
    ("spans", list, prodigy.read),
)
"""Readers of JSON records by a member of the first one and its type; the first that fits."""

_HANGUL = (".hwp", ".hwpx")
_JSON = (".json", ".jsonl", ".ndjson")
PATTERNS = tuple(sorted(f"*{ending}" for ending in (*_BY_ENDING, *_HANGUL, *_JSON)))
"""What the names of files look like that are read."""

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
        return _of_records(path, native.read_jsonl)
    if ending == ".json":
        return _of_json(path)
    if ending in _HANGUL:
        return hwpx.read if first_bytes(path).startswith(b"PK") else hwp.read
    return _BY_ENDING.get(ending, plain_text.read)


def reads(path: Path) -> bool:
    """Whether files of this ending are taken from a folder; a text of brat's goes with its .ann."""
    ending = path.suffix.lower()
    if ending == ".txt":
        return not path.with_suffix(".ann").exists()
    return ending in (*_BY_ENDING, *_HANGUL, *_JSON)


def _of_json(path: Path) -> Read:
    if is_list(path):
        return _of_records(path, label_studio.read)
    head = first_bytes(path)
    if b'"@context"' in head and not _OWN.search(head):
        return web_annotation.read
    return native.read_json


def _of_records(path: Path, otherwise: Read) -> Read:
    """By the first record; what is wrong with a broken one ``otherwise`` says."""
    try:
        record = next((value for _, value in records(path)), None)
    except RefusedInput:
        return otherwise
    if not isinstance(record, dict):
        return otherwise
    for name, kind, read in _BY_KEYS:
        if name in record and isinstance(record[name], kind):
            return read
    words = [value for value in record.values() if isinstance(value, str)]
    is_row = words and not str(record.get("format")).startswith("mitjul/")
    return article_lists.read_jsonl if is_row else otherwise
