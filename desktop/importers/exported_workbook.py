"""A workbook that was exported from a project and comes back: what it is of, and its tables.

Tables are known by the names of their fields, which stand below the headers, and rows by their id.
Where a row or column stands, and what else is there, does not matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED
from desktop.importers.workbook import Workbook, opened_workbook
from desktop.importers.workbook_cells import CellValue, in_words
from desktop.model.interchange import WORKBOOK_PROJECT, WORKBOOK_REVISION, WORKBOOK_SCHEMA

ENDING = ".xlsx"

_README = "README"
_FACT = re.compile(r"\((project|revision|schema)\)$")
_FACTS = {
    "project": WORKBOOK_PROJECT,
    "revision": WORKBOOK_REVISION,
    "schema": WORKBOOK_SCHEMA,
}
_MOST_FACTS = 200
_HEADER_WITHIN = 30
_FOREIGN = QT_TRANSLATE_NOOP("errors", "It is no workbook that was exported from a project.")
_OWN = QT_TRANSLATE_NOOP("errors", "It is a workbook that was exported from a project.")
_CORRECTIONS = QT_TRANSLATE_NOOP(
    "errors",
    "What was corrected in it comes back by Import corrections. Nothing was imported; the project"
    " is as it was.",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The project's id, its newest change at the export, and id and version of its schema."""

    project: str
    revision: str
    schema: str


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. ``columns`` says where each known field stands; ``doubled`` stand twice."""

    book: Workbook
    sheet: str
    header: int
    columns: Mapping[str, int]
    doubled: tuple[str, ...]

    def rows(self, names: Collection[str]) -> Generator[tuple[int, dict[str, CellValue | None]]]:
        """The rows below the header, each with its number and these fields; None is empty."""
        places = {name: self.columns[name] for name in names}
        only = frozenset(places.values())
        with closing(self.book.numbered_rows(self.sheet, only=only)) as rows:
            for number, cells in rows:
                if number > self.header:
                    yield number, {name: cells.get(at) for name, at in places.items()}


def identity(book: Workbook) -> Identity:
    """What a workbook is of.

    Raises:
        RefusedInput: it was not exported from a project.
    """
    found = _identity(book)
    if found is None:
        raise RefusedInput(_FOREIGN, UNHARMED)
    return found


def is_exported(path: Path) -> bool:
    """Whether a file is a workbook that was exported from a project."""
    if path.suffix.lower() != ENDING or not path.is_file():
        return False
    try:
        with opened_workbook(path) as book:
            return _identity(book) is not None
    except RefusedInput:
        return False


def refuse_exported(book: Workbook) -> None:
    """Refuse a workbook of our own where a list of articles is wanted."""
    if _identity(book) is not None:
        raise RefusedInput(_OWN, _CORRECTIONS)


def table(book: Workbook, sheet: str, key: str, known: Collection[str]) -> Table | None:
    """The table on a sheet, whose fields are among ``known`` and ``key``; None when there is none.

    Its header is the first row that holds the name of the key and of another field.
    """
    with closing(book.numbered_rows(sheet)) as rows:
        for number, cells in islice(rows, _HEADER_WITHIN):
            names = {at: name.strip() for at, name in cells.items() if isinstance(name, str)}
            counts = Counter(names.values())
            if counts[key] == 1 and any(name in known for name in counts if name != key):
                columns = {
                    name: at
                    for at, name in names.items()
                    if counts[name] == 1 and (name == key or name in known)
                }
                doubled = tuple(name for name in counts if counts[name] > 1 and name in known)
                return Table(book, sheet, number, columns, doubled)
    return None


def _identity(book: Workbook) -> Identity | None:
    facts = book.properties if WORKBOOK_PROJECT in book.properties else _facts(book)
    if not facts.get(WORKBOOK_PROJECT) or not facts.get(WORKBOOK_SCHEMA):
        return None
    return Identity(
        facts[WORKBOOK_PROJECT], facts.get(WORKBOOK_REVISION, ""), facts[WORKBOOK_SCHEMA]
    )


def _facts(book: Workbook) -> dict[str, str]:
    """What the first sheet says, for programs that keep no properties."""
    found: dict[str, str] = {}
    if _README in book.sheets:
        with closing(book.numbered_rows(_README)) as rows:
            for _, cells in islice(rows, _MOST_FACTS):
                words = [in_words(cells[at]).strip() for at in sorted(cells)]
                fact = _FACT.search(words[0]) if words else None
                if fact is not None:
                    found.setdefault(_FACTS[fact[1]], words[-1] if len(words) > 1 else "")
    return found
