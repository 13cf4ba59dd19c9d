"""doccano's JSONL: entities and relations, or the older lists of (start, end, label)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, JsonValue

from desktop.errors import RefusedInput
from desktop.importers.context import ReadContext, located, shown_name
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.json_files import Loose, Offset, records
from desktop.importers.json_values import parse
from desktop.importers.offsets import BYTES, CODE_POINT, UTF16
from desktop.model.batch import ImportBatch

NAME = "doccano"

_UNITS = (UTF16, CODE_POINT, BYTES)
"""Its files quote no words; its usual deployment counts UTF-16 units."""

_Listed = tuple[Offset, Offset, str]


class _Entity(Loose):
    id: int | str | None = None
    label: str
    start_offset: Offset
    end_offset: Offset


class _Relation(Loose):
    from_id: int | str
    to_id: int | str
    type: str


class _Row(Loose):
    text: str
    document_id: JsonValue = None
    entities: tuple[_Entity, ...] = ()
    relations: tuple[_Relation, ...] = ()
    labels: tuple[_Listed, ...] = Field(default=())
    label: tuple[_Listed, ...] = Field(default=())


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read an export of doccano.

    Raises:
        RefusedInput: something in it is not what the format asks for; the line is named.
    """
    return ForeignBatch(context, NAME).batch(shown_name(path), _documents(path))


def _documents(path: Path) -> Iterator[ForeignDocument]:
    for place, value in records(path):
        try:
            row = parse(_Row, value)
        except RefusedInput as error:
            raise located(place, error) from None
        spans = [
            ForeignSpan(str(entity.id), entity.label, ((entity.start_offset, entity.end_offset),))
            for entity in row.entities
        ]
        listed = (*row.labels, *row.label)
        spans += [
            ForeignSpan(f"~{number}", label, ((start, end),))
            for number, (start, end, label) in enumerate(listed)
        ]
        relations = [
            ForeignRelation(relation.type, str(relation.from_id), str(relation.to_id))
            for relation in row.relations
        ]
        known = row.document_id if isinstance(row.document_id, str) else None
        yield ForeignDocument(place, row.text, spans, relations, id=known, units=_UNITS)
