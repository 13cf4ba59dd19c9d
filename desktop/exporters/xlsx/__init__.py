"""A project as an Excel workbook.

openpyxl makes the workbook, its styles, its charts and the frame of each sheet; the rows and links
are streamed into the sheets as XML (:mod:`desktop.exporters.row_stream`), which takes flat memory
and a fraction of the time that openpyxl's own writer needs for every cell. The same project and
options give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

import openpyxl

from desktop.exporters.columns import Target
from desktop.exporters.document_view import DocumentView
from desktop.exporters.job import APPLICATION, ExportJob
from desktop.exporters.lookup import Lookup
from desktop.exporters.readme import README, readme_rows
from desktop.exporters.sheets import entities_table, sheets
from desktop.exporters.summary import blocks, tiles
from desktop.exporters.tally import Tally
from desktop.exporters.xlsx.book import Book, Summary
from desktop.exporters.xlsx.legend import LEGEND, legend_rows
from desktop.exporters.xlsx.table_sheets import Counted, TableSheets, counted, sheet_name

__all__ = ["read_rows", "write_xlsx"]

_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def write_xlsx(job: ExportJob, out: BinaryIO) -> None:
    """Write the workbook, holding one document at a time."""
    lookup = Lookup(job.source, job.language)
    tally = Tally()
    registry = entities_table(lookup, tally.speakers)
    with ExitStack() as files:
        book = Book(job, lookup, files)
        filled = [(sheet, book.table(sheet.table)) for sheet in sheets(lookup)]
        entities = book.table(registry)
        legend, readme = book.table(LEGEND), book.table(README)
        places = dict(entities.places(counted(map(registry.row, lookup.entities))))
        for view in _views(job):
            tally.take(view, lookup)
            made: list[tuple[TableSheets, list[Counted]]] = []
            own: dict[Target, str] = {}
            for sheet, table in filled:
                rows = list(counted(sheet.rows(view)))
                own.update(table.places(rows))
                made.append((table, rows))
                job.meter.advance()
            places |= own
            for table, rows in made:
                table.write(rows, places, job.meter.advance)
            for target in own:
                del places[target]
        entities.write(counted(map(registry.row, lookup.entities)), {}, job.meter.advance)
        legend.write(counted(legend_rows(book.tables, lookup)), {}, job.meter.advance)
        refused = sum(table.refused_links for table in book.tables)
        facts = map(README.row, readme_rows(job, tally, refused))
        readme.write(counted(facts), {}, job.meter.advance)
        caption = f"{APPLICATION} · {(tally.last_change or job.source.created_at)[:10]}"
        summary = Summary([*tiles(job, tally, lookup)], [*blocks(tally, lookup)], caption)
        book.save(out, summary, tally.last_change)


def _views(job: ExportJob) -> Iterator[DocumentView]:
    for document, with_text in job.chosen_documents():
        problems = job.problems_of(document)
        yield DocumentView(document, with_text=with_text, problems=problems)


def read_rows(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet of such a workbook, by field name; rows of further sheets follow."""
    workbook = openpyxl.load_workbook(path, read_only=True)
    try:
        found: list[dict[str, Any]] = []
        number = 1
        while (name := sheet_name(sheet, number)) in workbook.sheetnames:
            rows = workbook[name].iter_rows(values_only=True)
            next(rows)
            names = [str(value) for value in next(rows)]
            found += [dict(zip(names, map(_unescaped, row), strict=True)) for row in rows]
            number += 1
        return found
    finally:
        workbook.close()


def _unescaped(value: Any) -> Any:
    return _ESCAPED.sub("_", value) if isinstance(value, str) else value
