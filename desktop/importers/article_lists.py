"""Lists of articles, one a row: CSV, TSV, XLSX and JSONL, with columns known by their names."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.columns import fields_of, record
from desktop.importers.context import (
    UNHARMED,
    ReadContext,
    located,
    read_bytes,
    shown_name,
)
from desktop.importers.decoding import decode
from desktop.importers.json_files import records
from desktop.importers.workbook import rows as workbook_rows
from desktop.model.batch import ImportBatch, ImportedDocument

LIMIT = 500_000_000
"""Largest CSV file that is read, in bytes."""

MOST_ARTICLES = 200_000
_MOST_COLUMNS = 500
_LONGEST_CELL = 20_000_000
_SAMPLE = 1 << 16

_NO_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "No column holds articles: its name must be text, body, 본문, 내용 or the like.",
)
_EMPTY = QT_TRANSLATE_NOOP("errors", "Left out {count} rows without a text.")
_KEPT = QT_TRANSLATE_NOOP("errors", "Columns kept with the article: {names}")
_TOO_MANY = QT_TRANSLATE_NOOP("errors", "It holds too many documents or annotations.")
_BROKEN = QT_TRANSLATE_NOOP("errors", "It is no table: a quotation mark or line is broken.")
_SHOWN_NAMES = 12

Row = tuple[str | Message, dict[str, str]]


def read_csv(path: Path, context: ReadContext) -> ImportBatch:
    """Read a table whose first row names its columns; the separator is the one used there.

    Raises:
        RefusedInput: it cannot be decoded, is no table, or no column holds texts.
    """
    del context
    text = decode(read_bytes(path, LIMIT)).text.removeprefix("\ufeff")
    return _batch(shown_name(path), _keyed(_csv_rows(text)))


def read_xlsx(path: Path, context: ReadContext) -> ImportBatch:
    """Read the first sheet of a workbook; its first row names the columns.

    Raises:
        RefusedInput: it is no workbook, or no column holds texts.
    """
    del context
    return _batch(shown_name(path), _keyed(workbook_rows(path)))


def read_jsonl(path: Path, context: ReadContext) -> ImportBatch:
    """Read JSONL, or a JSON list, of objects with an article each.

    Raises:
        RefusedInput: broken JSON, or an object without a text.
    """
    del context
    return _batch(shown_name(path), _json_rows(path))


def _csv_rows(text: str) -> Iterator[list[str]]:
    first = text[:_SAMPLE].lstrip("\r\n").split("\n", 1)[0]
    separator = max(",\t;", key=first.count)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error:
        raise RefusedInput(_BROKEN, UNHARMED) from None
    finally:
        csv.field_size_limit(before)


def _keyed(rows: Iterable[list[str]]) -> Iterator[Row]:
    names: list[str] = []
    for number, row in enumerate(rows, start=1):
        if not any(cell.strip() for cell in row):
            continue
        if not names:
            names = [name.strip() for name in row[:_MOST_COLUMNS]]
            if "text" not in fields_of(names).values():
                raise RefusedInput(_NO_TEXT, UNHARMED)
            continue
        yield _place(number), {name: cell for name, cell in zip(names, row, strict=False) if name}


def _place(number: int) -> Message:
    return Message(QT_TRANSLATE_NOOP("errors", "row {number}"), {"number": number})


def _json_rows(path: Path) -> Iterator[Row]:
    for place, value in records(path):
        if not isinstance(value, dict):
            raise located(place, RefusedInput(_NO_TEXT, UNHARMED))
        row: dict[str, str] = {}
        for name, member in list(value.items())[:_MOST_COLUMNS]:
            if isinstance(member, str):
                row[name] = member
            elif isinstance(member, list) and all(isinstance(item, str) for item in member):
                row[name] = ", ".join(member)
            elif isinstance(member, (int, float)) and not isinstance(member, bool):
                row[name] = str(member)
        if "text" not in fields_of(row).values():
            raise located(place, RefusedInput(_NO_TEXT, UNHARMED))
        yield place, row


def _batch(source: str, rows: Iterable[Row]) -> ImportBatch:
    documents: list[ImportedDocument] = []
    empty = 0
    kept: Counter[str] = Counter()
    for place, row in rows:
        made = record(row, fields_of(row))
        if not made.text.strip():
            empty += 1
            continue
        if len(documents) == MOST_ARTICLES:
            raise RefusedInput(_TOO_MANY, UNHARMED)
        kept.update(dict.fromkeys(made.extra, 1))
        try:
            documents.append(made.imported(source))
        except RefusedInput as error:
            raise located(place, error) from None
    if not documents:
        reason = QT_TRANSLATE_NOOP("errors", "There is no article in it.")
        raise RefusedInput(reason, UNHARMED)
    return ImportBatch(source, documents=tuple(documents), warnings=tuple(_told(empty, kept)))


def _told(empty: int, kept: Counter[str]) -> Iterator[Message]:
    if empty:
        yield Message(_EMPTY, {"count": empty})
    if kept:
        names = ", ".join(name for name, _ in kept.most_common(_SHOWN_NAMES))
        yield Message(_KEPT, {"names": names})
