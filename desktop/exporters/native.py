"""A project as native ``mitjul/1``: JSON, JSONL, and the JSON Schema of both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from pydantic import JsonValue
from pydantic.json_schema import models_json_schema

from desktop.exporters.job import ExportJob
from desktop.model.interchange import (
    FORMAT,
    DocumentLine,
    FileDocument,
    Header,
    ProjectFile,
)
from desktop.model.schema import Schema

# JSON allows these within strings, but many readers of lines end a line there.
_LINE_ENDS = tuple((c.encode(), f"\\u{ord(c):04x}".encode()) for c in "\x85\u2028\u2029")


def write_json(job: ExportJob, out: BinaryIO) -> None:
    """Write one JSON object, a document a line, holding one document at a time."""
    source = job.source
    header = Header.model_validate(
        {
            "format": FORMAT,
            "schema": source.schema,
            "annotators": source.annotators,
            "entities": source.entities,
            "settings": source.settings,
        }
    )
    out.write(_with_manifest(header, job.manifest)[:-1] + b',"documents":[')
    separator = b"\n"
    for document, with_text in job.chosen_documents():
        out.write(separator + _json(document if with_text else without_text(document)))
        separator = b",\n"
    out.write(b"\n]}\n")


def write_jsonl(job: ExportJob, out: BinaryIO) -> None:
    """Write one document a line, see :func:`native_lines`."""
    out.writelines(native_lines(job, job.chosen_documents()))


def native_lines(job: ExportJob, documents: Iterable[tuple[FileDocument, bool]]) -> Iterator[bytes]:
    """A line for each document, with the annotators and entries it names.

    ``documents`` are as :meth:`ExportJob.chosen_documents` makes them. The last line also has those
    that no document names, and the project's settings, so that nothing is lost.
    """
    annotators = {annotator.id: annotator for annotator in job.source.annotators}
    entities = {entity.id: entity for entity in job.source.entities}
    unused = dict.fromkeys([*annotators, *entities])
    held: tuple[FileDocument, dict[str | None, None]] | None = None

    def line(
        document: FileDocument, names: dict[str | None, None], settings: dict[str, JsonValue]
    ) -> bytes:
        made = DocumentLine.model_validate(
            {
                "format": FORMAT,
                "annotators": tuple(a for name, a in annotators.items() if name in names),
                "entities": tuple(e for name, e in entities.items() if name in names),
                "settings": settings,
                "document": document,
            }
        )
        return _with_manifest(made, job.manifest) + b"\n"

    for document, with_text in documents:
        names = dict.fromkeys(_names(document, job.source.schema))
        for name in names:
            unused.pop(name, None)
        if held is not None:
            yield line(*held, {})
        held = (document if with_text else without_text(document), names)
    if held is not None:
        yield line(held[0], held[1] | unused, job.source.settings)


def without_text(document: FileDocument) -> FileDocument:
    """The document stand-off: no text, title or quotes; places, labels, values and hash stay."""
    quoting = {
        "annotations": document.annotations,
        "suggestions": document.suggestions,
        "decisions": document.decisions,
        "earlier_texts": document.earlier_texts,
    }
    standoff = {
        name: tuple(record.model_copy(update={"text": None}) for record in records)
        for name, records in quoting.items()
    }
    return document.model_copy(update={"title": None, "text": None, **standoff})


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of both shapes of the format."""
    _, schema = models_json_schema(
        [(ProjectFile, "validation"), (DocumentLine, "validation")],
        by_alias=True,
        title="mitjul/1",
        description="A project as one JSON object, or one line of a JSONL file.",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "anyOf": [{"$ref": "#/$defs/ProjectFile"}, {"$ref": "#/$defs/DocumentLine"}],
        **schema,
    }


def _names(document: FileDocument, schema: Schema) -> Iterator[str | None]:
    """The annotators and entries that a document names."""
    for annotation in document.annotations:
        yield annotation.annotator
        yield from entity_ids(annotation.label, annotation.features, schema)
    for relation in document.relations:
        yield relation.annotator
        yield relation.target
    for suggestion in document.suggestions:
        yield from entity_ids(suggestion.label, suggestion.features, schema)
        yield from (suggested.target for suggested in suggestion.relations)
    yield from (answer.annotator for answer in document.answers)
    yield from (decision.annotator for decision in document.decisions)
    yield from (earlier.annotator for earlier in document.earlier_texts)


def entity_ids(label: str, features: dict[str, JsonValue], schema: Schema) -> Iterator[str]:
    """The registry entries that an annotation's features name."""
    definition = schema.label_named.get(label)
    for feature in definition.features if definition is not None else ():
        value = features.get(feature.name)
        if feature.type == "entity" and isinstance(value, str):
            yield value


def _json(model: Header | FileDocument) -> bytes:
    # A stand-off document says "text": null in so many words; elsewhere absent is shorter.
    document = model.document if isinstance(model, DocumentLine) else model
    standoff = isinstance(document, FileDocument) and document.text is None
    made = model.model_dump_json(by_alias=True, exclude_none=not standoff).encode("utf-8")
    for character, escaped in _LINE_ENDS:
        made = made.replace(character, escaped)
    return made


def _with_manifest(header: Header, manifest: dict[str, JsonValue]) -> bytes:
    words = json.dumps(manifest, ensure_ascii=False).encode("utf-8")
    return _json(header)[:-1] + b',"export":' + words + b"}"
