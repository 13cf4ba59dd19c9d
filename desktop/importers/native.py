"""The native format ``mitjul/1`` (JSON and JSONL) → articles with their annotations.

What may be omitted is filled, what is wrong is refused with its place; see docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import (
    UNHARMED,
    ReadContext,
    line_place,
    located,
    read_bytes,
    shown_name,
)
from desktop.importers.json_files import LIMIT, numbered_lines
from desktop.importers.json_values import JsonObject, as_text, decode, parse, parse_list
from desktop.importers.native_document import DocumentReader
from desktop.importers.native_records import named, twice
from desktop.importers.registry import Registry
from desktop.model.batch import ImportBatch, ImportedDocument
from desktop.model.interchange import (
    DocumentLine,
    FileAnnotation,
    FileAnnotator,
    FileAnswer,
    FileDecision,
    FileDocument,
    FileEntity,
    FileRelation,
    FileSuggestion,
    Header,
)
from desktop.model.schema import Schema
from desktop.model.setting import Setting
from desktop.model.values import Value, now

MOST_DOCUMENTS = 200_000
"""Most documents of one file."""

MOST_RECORDS = 2_000_000
"""Most annotations, relations, suggestions, decisions and answers of one file."""

_HEADER_LISTS: dict[str, type[Value]] = {"annotators": FileAnnotator, "entities": FileEntity}
_HEADER_REST = ("format", "offset_unit", "schema", "settings")
_DOCUMENT_LISTS: dict[str, type[Value]] = {
    "annotations": FileAnnotation,
    "relations": FileRelation,
    "answers": FileAnswer,
    "suggestions": FileSuggestion,
    "decisions": FileDecision,
}


def read_json(path: Path, context: ReadContext) -> ImportBatch:
    """Read a file that is one JSON object (:class:`ProjectFile`).

    Raises:
        RefusedInput: something is wrong in it; the place is named.
    """
    file = JsonObject(as_text(read_bytes(path, LIMIT)), streamed="documents")
    documents = file.items()
    if documents is None:
        raise RefusedInput(QT_TRANSLATE_NOOP("errors", "It has no list of documents."), UNHARMED)
    reader = _FileReader(context)
    reader.header(file.members)
    for number, document in enumerate(documents):
        reader.document(document, f"documents[{number}]")
    return reader.batch(shown_name(path))


def read_jsonl(path: Path, context: ReadContext) -> ImportBatch:
    """Read a file with one document a line (:class:`DocumentLine`); blank lines are left out.

    Raises:
        RefusedInput: something is wrong in it; the line is named.
    """
    batch = read_lines(numbered_lines(path), shown_name(path), context)
    if not batch.documents and path.stat().st_size:  # an empty file is an empty project
        raise RefusedInput(QT_TRANSLATE_NOOP("errors", "There is no document in it."), UNHARMED)
    return batch


def read_lines(
    lines: Iterable[tuple[int, bytes]], source: str, context: ReadContext
) -> ImportBatch:
    """Read lines with their numbers; errors as for :func:`read_jsonl`."""
    reader = _FileReader(context)
    for number, line in lines:
        place = line_place(number)
        try:
            members = decode(as_text(line))
            if not isinstance(members, dict) or "document" not in members:
                reason = QT_TRANSLATE_NOOP("errors", "It has no document.")
                raise RefusedInput(reason, UNHARMED)
            document = members.pop("document")
            reader.header(members)
        except RefusedInput as error:
            raise located(place, error) from None
        reader.document(document, place)
    return reader.batch(source)


def read_schema(path: Path) -> Schema:
    """Read a schema from a JSON file: the schema alone, or a native file that holds one.

    Raises:
        RefusedInput: there is none, or it is not a schema.
    """
    try:
        return _schema_in(path)
    except RefusedInput as error:
        raise located(shown_name(path), error) from None


def _schema_in(path: Path) -> Schema:
    file = JsonObject(as_text(read_bytes(path, LIMIT)), streamed="documents")
    held = file.members.get("schema") if "format" in file.members else file.members
    return parse(Schema, held)


def document_lines(path: Path) -> Iterator[DocumentLine]:
    """The lines of a JSONL file as they stand: no schema is asked, nothing is filled.

    Raises:
        RefusedInput: something is wrong in it; file and line are named.
    """
    try:
        for number, line in numbered_lines(path):
            try:
                yield parse(DocumentLine, decode(as_text(line)))
            except RefusedInput as error:
                raise located(line_place(number), error) from None
    except RefusedInput as error:
        raise located(shown_name(path), error) from None


class _FileReader:
    """Gathers a file's documents."""

    def __init__(self, context: ReadContext) -> None:
        at = now()
        self._schema = context.schema
        self._tell = context.tell
        self._registry = Registry(context, at)
        self._reader = DocumentReader(context.schema, self._registry, at)
        self._warnings: list[Message] = []
        self._ids: set[str] = set()
        self._records = 0
        self._settings: dict[str, Setting] = {}
        self.documents: list[ImportedDocument] = []

    def header(self, members: dict[str, Any]) -> None:
        """Check what stands beside the documents; take annotators and entries."""
        lists = {
            name: parse_list(model, members[name], name)
            for name, model in _HEADER_LISTS.items()
            if name in members
        }
        rest = {name: members[name] for name in _HEADER_REST if name in members}
        header = parse(Header, rest).model_copy(update=lists)
        if header.project_schema is not None:
            self._check_schema(header.project_schema)
        self._registry.take(header)
        for key, value in header.settings.items():
            if value is not None:
                self._settings[key] = Setting(id=key, value=value)

    def document(self, value: object, place: str | Message) -> None:
        """Check and take one document."""
        try:
            file = _file_document(value)
            if file.id in self._ids:
                raise twice(file.id)
        except RefusedInput as error:
            raise located(place, error) from None
        if file.id is not None:
            self._ids.add(file.id)
        self._records += sum(len(getattr(file, name)) for name in _DOCUMENT_LISTS)
        if len(self.documents) == MOST_DOCUMENTS or self._records > MOST_RECORDS:
            raise RefusedInput(
                QT_TRANSLATE_NOOP("errors", "It holds too many documents or annotations."),
                QT_TRANSLATE_NOOP("errors", "Divide it into several files and import those."),
            )
        self.documents.append(self._reader.read(file, named(place, file.id)))
        self._tell(len(self.documents), 0)

    def batch(self, source: str) -> ImportBatch:
        """All that was read."""
        return ImportBatch(
            source,
            self._registry.annotators,
            self._registry.entities,
            tuple(self.documents),
            (*self._warnings, *self._reader.warnings()),
            tuple(self._settings.values()),
        )

    def _check_schema(self, schema: Schema) -> None:
        own = self._schema
        if schema.schema_id != own.schema_id:
            raise RefusedInput(
                QT_TRANSLATE_NOOP(
                    "errors", "Its schema is {other}; the project's schema is {own}."
                ),
                QT_TRANSLATE_NOOP(
                    "errors", "Make a project with that schema and import the file there."
                ),
                other=schema.schema_id,
                own=own.schema_id,
            )
        if schema.schema_version != own.schema_version:
            told = Message(
                QT_TRANSLATE_NOOP(
                    "errors", "The file's schema is of version {other}; the project has {own}."
                ),
                {"other": schema.schema_version, "own": own.schema_version},
            )
            if told not in self._warnings:
                self._warnings.append(told)


def _file_document(value: object) -> FileDocument:
    """A document whose records were validated one by one."""
    if not isinstance(value, dict):
        raise RefusedInput(QT_TRANSLATE_NOOP("errors", "It is not an object."), UNHARMED)
    lists = {
        name: parse_list(model, value[name], name)
        for name, model in _DOCUMENT_LISTS.items()
        if name in value
    }
    rest = {name: member for name, member in value.items() if name not in lists}
    return parse(FileDocument, rest).model_copy(update=lists)
