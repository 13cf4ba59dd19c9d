"""Chat JSONL as it is exported here: paragraphs, and spans by their words and occurrence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from pathlib import Path

from pydantic import Field, JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import UNHARMED, ReadContext, located, shown_name
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.json_files import Loose, not_of, records
from desktop.importers.json_values import as_text, decode, parse
from desktop.model.batch import ImportBatch
from desktop.model.project import BUILT_IN_ENTITIES
from desktop.model.schema import Schema

NAME = "chat"

_NOWHERE = QT_TRANSLATE_NOOP(
    "errors", "Annotations left out whose words do not occur in their paragraph: {count}"
)
_NO_LIST = QT_TRANSLATE_NOOP("errors", "It is not a list.")
_MANY = 10_000
"""Most occurrences that are counted to find one."""


class _Turn(Loose):
    role: str
    content: str


class _Row(Loose):
    messages: tuple[_Turn, ...]
    metadata: dict[str, JsonValue] = Field(default_factory=dict)


class _Entry(Loose):
    text: str
    occurrence: int = Field(default=1, ge=1, le=_MANY, strict=True)


@dataclass
class _Gathered:
    """The paragraphs of one article so far."""

    place: str | Message
    id: str | None
    text: str = ""
    spans: list[ForeignSpan] = field(default_factory=list)
    relations: list[ForeignRelation] = field(default_factory=list)
    missing: int = 0

    def document(self) -> ForeignDocument:
        unread = {_NOWHERE: self.missing} if self.missing else {}
        return ForeignDocument(
            self.place, self.text, self.spans, self.relations, id=self.id, unread=unread
        )


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read conversations; those of one ``document_id`` that follow each other are one article.

    Raises:
        RefusedInput: something in it is not what the format asks for; the line is named.
    """
    documents = _documents(path, context.schema)
    return ForeignBatch(context, NAME).batch(shown_name(path), documents)


def _documents(path: Path, schema: Schema) -> Iterator[ForeignDocument]:
    open_: _Gathered | None = None
    for place, value in records(path):
        try:
            row = parse(_Row, value)
            given = row.metadata.get("document_id")
            known = given if isinstance(given, str) else None
            if open_ is None or known is None or open_.id != known:
                if open_ is not None:
                    yield open_.document()
                open_ = _Gathered(place, known)
            _take(row, open_, schema)
        except RefusedInput as error:
            raise located(place, error) from None
    if open_ is not None:
        yield open_.document()


def _take(row: _Row, article: _Gathered, schema: Schema) -> None:
    said = {turn.role: turn.content for turn in row.messages}
    if not {"user", "assistant"} <= said.keys():
        raise not_of("chat")
    paragraph = said["user"]
    if article.text:
        article.text += "\n"
    base = len(article.text)
    article.text += paragraph
    answer = decode(as_text(said["assistant"].encode("utf-8", "surrogatepass")))
    if not isinstance(answer, dict):
        raise not_of("chat")
    places = _Occurrences(paragraph)
    spans: list[tuple[ForeignSpan, dict[str, JsonValue]]] = []
    for label, entries in answer.items():
        if not isinstance(entries, list):
            raise located(label[:40], RefusedInput(_NO_LIST, UNHARMED))
        for value in entries:
            entry = parse(_Entry, value)
            at = places.find(entry)
            if at < 0:
                article.missing += 1
                continue
            rest = {n: v for n, v in value.items() if n not in ("text", "occurrence")}
            features = {n: v for n, v in rest.items() if n not in schema.relation_named}
            place = (base + at, base + at + len(entry.text))
            key = f"{len(article.spans) + len(spans)}"
            spans.append((ForeignSpan(key, label, (place,), entry.text, features), rest))
    article.relations += _relations(spans, schema)
    article.spans += [span for span, _ in spans]


class _Occurrences:
    """Where words stand in a paragraph; each is searched once."""

    def __init__(self, paragraph: str) -> None:
        self._paragraph = paragraph
        self._found: dict[str, list[int]] = {}

    def find(self, entry: _Entry) -> int:
        """Where the words stand for the nth time (overlapping ones count), or -1."""
        if not entry.text:
            return -1
        found = self._found.setdefault(entry.text, [])
        while len(found) < entry.occurrence:
            at = self._paragraph.find(entry.text, found[-1] + 1 if found else 0)
            if at < 0:
                return -1
            found.append(at)
        return found[entry.occurrence - 1]


def _relations(
    spans: list[tuple[ForeignSpan, dict[str, JsonValue]]], schema: Schema
) -> Iterator[ForeignRelation]:
    """Relations by the words of their target; of several such places the nearest that may be."""
    built_in = {f"@{entity.canonical_name}": entity.id for entity in BUILT_IN_ENTITIES}
    alike: dict[tuple[str | None, str], list[ForeignSpan]] = {}
    for span, _ in sorted(spans, key=_place):
        alike.setdefault((span.text, span.label), []).append(span)
    for source, rest in spans:
        for name, given in rest.items():
            definition = schema.relation_named.get(name)
            if definition is None:
                continue
            ends = [label for label in definition.target if definition.allows(source.label, label)]
            for words in given if isinstance(given, list) else [given]:
                if not isinstance(words, str):
                    continue
                nearest = (_nearest(source, alike.get((words, label), [])) for label in ends)
                near = min(filter(None, nearest), key=partial(_distance, source), default=None)
                key = near.key if near else built_in.get(words, "")
                yield ForeignRelation(name, source.key, key)


def _nearest(source: ForeignSpan, sorted_targets: list[ForeignSpan]) -> ForeignSpan | None:
    at = bisect_left(sorted_targets, source.pieces, key=attrgetter("pieces"))
    around = [t for t in sorted_targets[max(at - 1, 0) : at + 2] if t is not source]
    return min(around, key=partial(_distance, source), default=None)


def _distance(one: ForeignSpan, other: ForeignSpan) -> int:
    return abs(one.pieces[0][0] - other.pieces[0][0])


def _place(item: tuple[ForeignSpan, object]) -> tuple[tuple[int, int], ...]:
    return item[0].pieces
