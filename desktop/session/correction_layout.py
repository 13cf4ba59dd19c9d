"""Which sheets and columns of an exported workbook are read back, and what they correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.exporters.columns import OF_SPEAKER, Column, Corrected, Form
from desktop.exporters.lookup import Lookup
from desktop.exporters.record_columns import ENTITIES
from desktop.exporters.sheets import PART, sheets
from desktop.importers.workbook_cells import CellValue, in_words
from desktop.model.correction import CorrectedKind
from desktop.model.interchange import ExportSource
from desktop.session.correction_cells import Cells
from desktop.session.correction_reading import KEY, RawRow, SheetHead

_KINDS: Mapping[str, CorrectedKind] = {
    "articles": "document",
    "relations": "relation",
    "problems": "problem",
    "answers": "answer",
    "entities": "entity",
}
"""What the rows of a sheet are about; all others are about annotations."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one sheet by their names: those that correct something, and all."""

    sheet: str
    kind: CorrectedKind
    corrects: Mapping[str, Corrected]
    known: tuple[str, ...]

    @property
    def names_speakers(self) -> bool:
        """Whether its rows show the registry entries of speakers."""
        return OF_SPEAKER in self.corrects.values()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns that are read."""
        return (*self.corrects, PART)


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


def rows(head: SheetHead, raw: Iterable[RawRow], layout: Layout) -> Iterator[Row]:
    """The rows that hold values of a record; further pieces of a long row are passed over."""
    at = {name: place for place, name in enumerate(head.columns)}
    fields: dict[str, dict[Form, int]] = {}
    for name, corrected in layout.corrects.items():
        if name in at:
            fields.setdefault(corrected.field, {})[corrected.form] = at[name]
    for number, values in raw:
        if PART in at and (_number(values[at[PART]]) or 1) > 1:
            continue
        cells = {
            field: {form: values[place] for form, place in own.items()}
            for field, own in fields.items()
        }
        given = (cell for own in cells.values() for cell in own.values())
        empty = all(cell is None or cell == "" for cell in given)
        yield Row(number, in_words(values[at[KEY]]).strip(), cells, empty)


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
        (*names, PART),
    )
