"""Which sheets and columns of an exported workbook are read back, and what they correct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.exporters.columns import Column, Corrected
from desktop.exporters.lookup import Lookup
from desktop.exporters.record_columns import ENTITIES
from desktop.exporters.sheets import PART, sheets
from desktop.importers.exported_workbook import Table
from desktop.importers.workbook_cells import CellValue
from desktop.model.correction import CorrectedKind
from desktop.model.interchange import ExportSource
from desktop.session.correction_cells import Cells

_KINDS: Mapping[str, CorrectedKind] = {
    "articles": "document",
    "relations": "relation",
    "answers": "answer",
    "entities": "entity",
}
"""What the rows of a sheet are about; all others are about annotations."""

_FURTHER = re.compile(r" (\d{1,4}|\(\d{1,4}\))$")
KEY = "id"
"""The column that holds the id of the row's record."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one sheet by their names: those that correct something, and all."""

    sheet: str
    kind: CorrectedKind
    corrects: Mapping[str, Corrected]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, its record's id ("" for none), and the cells of each field."""

    number: int
    record_id: str
    cells: Mapping[str, Cells]
    empty: bool


def layouts(source: ExportSource) -> dict[str, Layout]:
    """The sheets that are read back, by name."""
    made = [_layout(sheet.name, sheet.columns) for sheet in sheets(Lookup(source))]
    made.append(_layout("entities", ENTITIES))
    return {layout.sheet: layout for layout in made if layout.corrects}


def layout_of(sheet: str, known: Mapping[str, Layout]) -> Layout | None:
    """The layout of a sheet, also when rows go on in it or when it was copied."""
    return known.get(sheet) or known.get(_FURTHER.sub("", sheet))


def rows(table: Table, layout: Layout) -> Iterator[Row]:
    """The rows that hold values of a record; further pieces of a long row are passed over."""
    fields: dict[str, dict[str, Corrected]] = {}
    for name, corrected in layout.corrects.items():
        if name in table.columns:
            fields.setdefault(corrected.field, {})[name] = corrected
    for number, values in table.rows():
        given = (values[name] for own in fields.values() for name in own)
        empty = all(value is None or value == "" for value in given)
        if (_number(values.get(PART)) or 1) > 1:
            continue
        key = values[KEY]
        cells = {
            field: {corrected.form: values[name] for name, corrected in own.items()}
            for field, own in fields.items()
        }
        yield Row(number, key.strip() if isinstance(key, str) else "", cells, empty)


def has_parts(table: Table) -> bool:
    """Whether the column is there that tells the pieces of a long row apart."""
    return PART in table.columns


def _number(value: CellValue | None) -> float | None:
    if isinstance(value, str) and value.strip().isdecimal():
        return float(value)
    return value if isinstance(value, float) else None


def _layout(sheet: str, columns: Iterable[Column[Any]]) -> Layout:
    names = [column.name for column in columns]
    return Layout(
        sheet,
        _KINDS.get(sheet, "annotation"),
        {column.name: column.corrects for column in columns if column.corrects is not None},
        frozenset((*names, PART)),
    )
