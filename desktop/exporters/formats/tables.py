"""CSV: one file a sheet of the workbook, in UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from desktop.exporters.cells import Cell, Rich
from desktop.exporters.dataset import Dataset
from desktop.exporters.sheets import entities_table, sheets
from desktop.exporters.training import Article

_BOM = "\ufeff"
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that a spreadsheet may compute; in Korea also with full-width signs."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
"""What begins so and is harmless all the same."""


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article's rows to every table."""
    _add(article, dataset, safe=False)


def add_article_safely(article: Article, dataset: Dataset) -> None:
    """As :func:`add_article`, with an apostrophe before what a spreadsheet takes for a formula."""
    _add(article, dataset, safe=True)


def _add(article: Article, dataset: Dataset, *, safe: bool) -> None:
    for sheet in sheets(article.lookup):
        names = [column.name for column in sheet.table.columns]
        _append(dataset, sheet.name, names, sheet.cells(article.view), safe=safe)
    registry = entities_table(article.lookup, {})
    columns = [column for column in registry.columns if column.name != "claims"]
    if f"{registry.name}.csv" not in dataset:
        entries = ([c.value(entity) for c in columns] for entity in article.lookup.entities)
        _append(dataset, registry.name, [c.name for c in columns], entries, safe=safe)


def _append(
    dataset: Dataset, table: str, names: list[str], rows: Iterable[list[Cell]], *, safe: bool
) -> None:
    name = f"{table}.csv"
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    if name not in dataset:
        made.write(_BOM)
        writer.writerow(names)
    plain = ([str(cell) if isinstance(cell, Rich) else cell for cell in row] for row in rows)
    writer.writerows([_safe(cell) if safe else cell for cell in row] for row in plain)
    dataset.write(name, made.getvalue().encode("utf-8"))


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str) or not _FORMULA.match(cell) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"
