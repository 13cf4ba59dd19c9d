"""Lists of articles, one a row: how one begins (TableLook), how it is read (TableChoice)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import chain, islice, repeat

from pydantic import Field, field_validator

from desktop.model.setting import Setting
from desktop.model.values import Value

FIELDS = ("text", "title", "date", "url", "publisher", "section", "byline")
"""What a column can hold of an article; at most one column holds each."""

KEEP, LEAVE = "keep", "leave"
"""Columns that become metadata under their own name, and columns that are not read."""

MOST_COLUMNS = 500
LONGEST_CELL = 120
"""Characters that are shown of a cell, and that a column's name has."""

_SETTING = "columns."

Cells = tuple[str, ...]


class TableChoice(Value):
    """How a list is read; columns that ``roles`` does not name are taken by what they are called.

    A role is a field, which only one column has, or :data:`KEEP` or :data:`LEAVE`.

    ``sheet`` is the name of a workbook's sheet, empty for the one that looks most like articles.
    Columns of a list without a ``header`` are called column_1, column_2 and so on.
    """

    sheet: str = ""
    header: bool = True
    roles: Mapping[str, str] = Field(default_factory=dict)

    @field_validator("roles")
    @classmethod
    def _one_column_each(cls, roles: Mapping[str, str]) -> Mapping[str, str]:
        fields = [role for role in roles.values() if role not in (KEEP, LEAVE)]
        if not set(fields) <= set(FIELDS) or len(set(fields)) < len(fields):
            raise ValueError("two columns hold one field, or one holds what no column can")
        return roles


class SheetLook(Value):
    """How a sheet begins: its rows, as far as they are shown, each cell cut where it is long."""

    name: str = ""
    rows: tuple[Cells, ...] = ()


class TableLook(Value):
    """How a list begins.

    ``key`` is the same for lists of the same columns, and ``choice`` how this one was read, with
    every column's role; when it is not ``settled``, nothing was read, as one has to say what the
    columns hold. A list of records ``has_keys``: there is no header to choose.
    """

    source: str
    key: str
    sheets: tuple[SheetLook, ...]
    choice: TableChoice
    settled: bool
    encoding: str | None = None
    has_keys: bool = False


def column_names(rows: Sequence[Sequence[str]], header: bool) -> tuple[str, ...]:
    """What the columns of these rows are called, each another name."""
    names: dict[str, None] = {}
    first = rows[0] if rows and header else ()
    for number, cell in enumerate(islice(chain(first, repeat("")), _width(rows)), start=1):
        name = " ".join(cell[:LONGEST_CELL].split()) or f"column_{number}"
        free = name
        while free in names:  # also by chance: another column may be called "name (3)"
            free = f"{free} ({number})"
        names[free] = None
    return tuple(names)


def _width(rows: Sequence[Sequence[str]]) -> int:
    return min(max(map(len, rows), default=0), MOST_COLUMNS)


def columns_key(names: Sequence[str]) -> str:
    """A short key for these columns."""
    return sha256("\x1f".join(names).encode("utf-8", "replace")).hexdigest()[:16]


def remembered(settings: Sequence[Setting]) -> dict[str, TableChoice]:
    """The choices that a project keeps, by the keys of their columns."""
    found: dict[str, TableChoice] = {}
    for setting in settings:
        if setting.id.startswith(_SETTING):
            try:
                found[setting.id.removeprefix(_SETTING)] = TableChoice.model_validate(setting.value)
            except ValueError:
                continue  # of a version to come, or made by hand: it is asked anew
    return found


def as_setting(key: str, choice: TableChoice) -> Setting:
    """A choice as the project keeps it."""
    return Setting(id=f"{_SETTING}{key}", value=choice.model_dump(mode="json"))
