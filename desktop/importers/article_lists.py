"""Lists of articles, one a row: CSV, TSV, XLSX and JSONL, with columns known by name or as told."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.columns import ambiguous, record, roles_of
from desktop.importers.context import (
    UNHARMED,
    ReadContext,
    located,
    read_bytes,
    shown_name,
)
from desktop.importers.decoding import decode
from desktop.importers.exported_workbook import refuse_exported
from desktop.importers.grid import Grid, shown_cells
from desktop.importers.json_files import records
from desktop.importers.workbook import opened_workbook
from desktop.model.batch import ImportBatch, ImportedDocument
from desktop.model.table import MOST_COLUMNS, SheetLook, TableChoice, TableLook, columns_key

LIMIT = 500_000_000
"""Largest CSV file that is read, in bytes."""

MOST_ARTICLES = 200_000
_LONGEST_CELL = 20_000_000
_SAMPLE = 1 << 16
_SHOWN_RECORDS = 50
_TOLD_EVERY = 20

_NO_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "No column holds articles: its name must be text, body, 본문, 내용 or the like.",
)
_SAY = QT_TRANSLATE_NOOP(
    "errors",
    "Nothing was imported; the project is as it was. Say which one does: --column text=NAME.",
)
_NO_COLUMN = QT_TRANSLATE_NOOP("errors", "It has no column {name}; its columns are {names}.")
_EMPTY = QT_TRANSLATE_NOOP("errors", "Rows left out that have no text: {count}")
_KEPT = QT_TRANSLATE_NOOP("errors", "Columns kept with the article: {names}")
_TOO_MANY = QT_TRANSLATE_NOOP("errors", "It holds too many documents or annotations.")
_BROKEN = QT_TRANSLATE_NOOP("errors", "It is no table: a quotation mark or line is broken.")
_NO_RECORD = QT_TRANSLATE_NOOP("errors", "It is no record of an article.")
_SHOWN_NAMES = 12

Row = tuple[str | Message, Mapping[str, str]]


def read_csv(path: Path, context: ReadContext) -> ImportBatch:
    """Read a table; the separator is the one used in its first row.

    Raises:
        RefusedInput: it cannot be decoded, is no table, or no column holds texts.
    """
    decoded = decode(read_bytes(path, LIMIT))
    rows = list(_csv_rows(decoded.text.removeprefix("\ufeff")))
    grid = Grid(("",), lambda _: rows, lambda _: rows, decoded.encoding)
    return _read_grid(shown_name(path), grid, context)


def read_xlsx(path: Path, context: ReadContext) -> ImportBatch:
    """Read a sheet of a workbook.

    Raises:
        RefusedInput: it is no workbook, one that we exported, or no column holds texts.
    """
    with opened_workbook(path) as book:
        refuse_exported(book)
        grid = Grid(book.sheets, book.rows, book.first_rows)
        return _read_grid(shown_name(path), grid, context)


def read_jsonl(path: Path, context: ReadContext) -> ImportBatch:
    """Read JSONL, or a JSON list, of objects with an article each.

    Raises:
        RefusedInput: broken JSON, or an object without a text.
    """
    rows = list(_json_rows(path))
    first = [row for _, row in rows[:_SHOWN_RECORDS]]
    names = list(dict.fromkeys(name for row in first for name in row))[:MOST_COLUMNS]
    key = columns_key(names)
    told = context.tables.get(key, context.tables.get(""))
    _check_told(names, context)
    choice = TableChoice(roles=roles_of(names, told.roles if told else {}))
    shown = [tuple(row.get(name, "") for name in names) for row in first]
    look = TableLook(
        source=shown_name(path),
        key=key,
        sheets=(SheetLook(rows=shown_cells([names, *shown])),),
        choice=choice,
        settled=_is_settled(names, choice, told),
        has_keys=True,
    )
    for place, row in rows:
        unasked = look.settled or not context.ask_columns
        if unasked and not any(choice.roles.get(name) == "text" for name in row):
            raise located(place, RefusedInput(_NO_TEXT, _SAY))
    return _batch(look, lambda: rows, context)


def _read_grid(source: str, grid: Grid, context: ReadContext) -> ImportBatch:
    key = columns_key(grid.names(grid.default))
    told = context.tables.get("")
    if known := context.tables.get(key):  # of another file with these columns, perhaps
        told = known if grid.has(known.sheet) else known.model_copy(update={"sheet": ""})
    choice = grid.fitting(told) if told else grid.default
    names = grid.names(choice)
    _check_told(names, context)
    choice = choice.model_copy(update={"roles": roles_of(names, choice.roles)})
    look = TableLook(
        source=source,
        key=key,
        sheets=grid.looks,
        choice=choice,
        settled=_is_settled(names, choice, told),
        encoding=grid.encoding,
    )
    return _batch(look, lambda: grid.keyed(choice), context)


def _check_told(names: Sequence[str], context: ReadContext) -> None:
    """Refuse a list that lacks a column of which was said what it holds in every list."""
    told = context.tables.get("")
    for name in told.roles if told else ():
        if name not in names:
            shown = ", ".join(names[:_SHOWN_NAMES])
            raise RefusedInput(_NO_COLUMN, UNHARMED, name=repr(name[:60]), names=shown)


def _is_settled(names: Sequence[str], choice: TableChoice, told: TableChoice | None) -> bool:
    return _has_text(choice) and (told is not None or not ambiguous(names))


def _has_text(choice: TableChoice) -> bool:
    return "text" in choice.roles.values()


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


def _json_rows(path: Path) -> Iterator[Row]:
    for place, value in records(path):
        if not isinstance(value, dict):
            raise located(place, RefusedInput(_NO_RECORD, UNHARMED))
        row: dict[str, str] = {}
        for name, member in list(value.items())[:MOST_COLUMNS]:
            if isinstance(member, str):
                row[name] = member
            elif isinstance(member, list) and all(isinstance(item, str) for item in member):
                row[name] = ", ".join(member)
            elif isinstance(member, (int, float)) and not isinstance(member, bool):
                row[name] = str(member)
        yield place, row


def _batch(look: TableLook, read: Callable[[], Sequence[Row]], context: ReadContext) -> ImportBatch:
    if context.ask_columns and not look.settled:
        return ImportBatch(look.source, tables=(look,))
    if not _has_text(look.choice):
        raise RefusedInput(_NO_TEXT, _SAY)
    rows = read()
    documents: list[ImportedDocument] = []
    empty = 0
    kept: Counter[str] = Counter()
    for number, (place, row) in enumerate(rows):
        made = record(row, look.choice.roles)
        if not made.text.strip():
            empty += 1
            continue
        if len(documents) == MOST_ARTICLES:
            raise RefusedInput(_TOO_MANY, UNHARMED)
        kept.update(dict.fromkeys(made.extra, 1))
        if look.encoding is not None:
            made.extra["source_encoding"] = look.encoding
        try:
            documents.append(made.imported(look.source))
        except RefusedInput as error:
            raise located(place, error) from None
        if number % _TOLD_EVERY == 0:
            context.tell(number, len(rows))
    if not documents:
        reason = QT_TRANSLATE_NOOP("errors", "There is no article in it.")
        raise RefusedInput(reason, UNHARMED)
    told = tuple(_told(empty, kept))
    return ImportBatch(look.source, documents=tuple(documents), warnings=told, tables=(look,))


def _told(empty: int, kept: Counter[str]) -> Iterator[Message]:
    if empty:
        yield Message(_EMPTY, {"count": empty})
    if kept:
        names = ", ".join(name for name, _ in kept.most_common(_SHOWN_NAMES))
        yield Message(_KEPT, {"names": names})
