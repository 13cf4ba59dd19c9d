"""Prodigy's JSONL: spans and relations of the texts that were accepted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import ReadContext, located, shown_name
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.json_files import Loose, Offset, records
from desktop.importers.json_values import parse
from desktop.importers.offsets import CODE_POINT, UTF16
from desktop.model.batch import ImportBatch

NAME = "prodigy"

_NOT_ACCEPTED = QT_TRANSLATE_NOOP(
    "errors", "Annotations left out because their text was rejected or ignored there: {count}"
)


class _Span(Loose):
    start: Offset
    end: Offset
    label: str = ""
    text: str | None = None


class _Relation(Loose):
    label: str
    head_span: _Span | None = None
    child_span: _Span | None = None


class _Row(Loose):
    text: str
    meta: dict[str, JsonValue] = Field(default_factory=dict)
    spans: tuple[_Span, ...] = ()
    relations: tuple[_Relation, ...] = ()
    answer: str = "accept"


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read an export of Prodigy.

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
        given = row.meta.get("document_id")
        known = given if isinstance(given, str) else None
        units = (CODE_POINT, UTF16)
        if row.answer != "accept":
            unread = {_NOT_ACCEPTED: len(row.spans)} if row.spans else {}
            yield ForeignDocument(place, row.text, id=known, unread=unread)
            continue
        who = value.get("_annotator_id")
        name = who if isinstance(who, str) and who else None
        spans = [
            ForeignSpan(_key(s), s.label, ((s.start, s.end),), s.text, annotator=name)
            for s in row.spans
        ]
        relations = [
            ForeignRelation(r.label, _key(r.head_span), _key(r.child_span), annotator=name)
            for r in row.relations
        ]
        yield ForeignDocument(place, row.text, spans, relations, id=known, units=units)


def _key(span: _Span | None) -> str:
    return f"{span.label} {span.start} {span.end}" if span else ""
