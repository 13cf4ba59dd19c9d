"""Columns of the tables: names, width, where the value comes from and where it leads."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from pydantic import JsonValue

from desktop.exporters.cells import Cell
from desktop.exporters.document_view import DocumentView
from desktop.exporters.lookup import Language
from desktop.model.schema import Choice, Names
from desktop.model.values import Features

WITHHELD = "권리 문구가 있어 본문을 뺌 (text withheld: rights notice)"

R = TypeVar("R")

Kind = Literal["text", "number"]
Form = Literal[
    "text",
    "number",
    "low",
    "high",
    "low_number",
    "high_number",
    "name",
    "list",
    "features",
    "speaker",
]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a cell that was changed in the workbook corrects when the workbook is read back.

    ``field`` is a feature of the annotation or relation, else a field of the record; ``form`` is
    how the cell shows it. The form ``features`` shows all features as JSON and has no field; the
    form ``speaker`` shows entries that other annotations name.
    """

    field: str
    form: Form = "text"


ATTRIBUTED_TO = "attributed_to"
"""The relation from a claim to who said it."""

OF_SPEAKER = Corrected(f"{ATTRIBUTED_TO}.entity", "speaker")
"""The registry entry of a claim's speaker; no feature has such a name."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Words that a cell offers and that may be changed; which, another cell of its row says."""

    column: str
    words: Mapping[str, tuple[Names, ...]]


class Target(NamedTuple):
    """What a cell leads to: the row of a record in a sheet."""

    sheet: str
    key: str


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: a stable ``name``, headers for people, and the value of a row.

    A ``key`` is repeated where a row is split. Only what ``corrects`` something is read back,
    whoever changes it in the workbook; ``choices`` are what the schema allows there, ``offers``
    what is often written, and what ``names_entry`` offers the names of the registry. A ``detail``
    is for programs: it stands at the right and is not printed. ``links`` says what a cell leads to.
    """

    name: str
    korean: str
    english: str
    width: int
    value: Callable[[R], Cell]
    kind: Kind = "text"
    key: bool = False
    detail: bool = False
    corrects: Corrected | None = None
    choices: tuple[Choice, ...] = ()
    offers: Offers | None = None
    names_entry: bool = False
    links: Callable[[R], Target | None] | None = None

    @property
    def editable(self) -> bool:
        """Whether its cells may be corrected in the workbook."""
        return self.corrects is not None

    def header(self, language: Language) -> str:
        """The header for people."""
        return self.english if language == "en" else self.korean


def in_print_order(columns: tuple[Column[R], ...]) -> tuple[Column[R], ...]:
    """The columns for people, then the details."""
    return tuple(sorted(columns, key=lambda column: column.detail))


def as_json(features: Features) -> str:
    """Features as one text; empty when there are none."""
    return json.dumps(features, ensure_ascii=False) if features else ""


def text_note(view: DocumentView) -> str | None:
    """Why there is no text, where there is none."""
    return None if view.with_text else WITHHELD


def entity_target(entity_id: JsonValue) -> Target | None:
    """The row of a registry entry."""
    return Target("entities", entity_id) if isinstance(entity_id, str) else None
