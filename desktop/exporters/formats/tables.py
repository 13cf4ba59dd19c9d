"""CSV: one file a sheet of the workbook, in UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import csv
import io

from desktop.exporters.cells import Cell
from desktop.exporters.dataset import Dataset
from desktop.exporters.sheets import sheets
from desktop.exporters.training import Article

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article's rows to every table."""
    _add(article, dataset, safe=False)


def add_article_safely(article: Article, dataset: Dataset) -> None:
    """As :func:`add_article`, with an apostrophe before what a spreadsheet takes for a formula."""
    _add(article, dataset, safe=True)


def _add(article: Article, dataset: Dataset, *, safe: bool) -> None:
    for sheet in sheets(article.lookup):
        name = f"{sheet.name}.csv"
        rows: list[list[Cell]] = []
        if name not in dataset:
            rows.append([column.name for column in sheet.columns])
        rows += sheet.cells(article.view)
        made = io.StringIO()
        writer = csv.writer(made, lineterminator="\r\n")
        writer.writerows([_safe(cell) if safe else cell for cell in row] for row in rows)
        start = "" if name in dataset else _BOM
        dataset.write(name, (start + made.getvalue()).encode("utf-8"))


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
