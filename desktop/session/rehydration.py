"""Rehydration: put the text back into a stand-off export, for whoever holds it.

A text belongs to the article whose hash it has, so that offsets fit again or nothing is put in. A
dataset is made anew from its native lines in the format and with the options of its manifest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue, ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.exporters import FORMATS, Choice, TextOptions, export_file
from desktop.model.interchange import (
    FileAnnotation,
    FileAnnotator,
    FileDecision,
    FileDocument,
    FileEntity,
    FileSuggestion,
    FoundProblem,
)
from desktop.model.schema import Schema
from desktop.session.bounded_process import PieceSource
from desktop.session.exported_problems import problems_of
from desktop.session.import_reading import ReadRequest, read_each_bounded
from desktop.session.refusal import refusing
from desktop.session.standoff_reading import Standoff, read_standoff, unreadable

BASIS = "text put back by its holder"
_TITLE_LIMIT = 2_000
_UNWRITTEN = QT_TRANSLATE_NOOP("errors", "Nothing was written.")


def rehydrate(process: PieceSource, export: Path, texts: Sequence[Path], out: Path) -> list[str]:
    """Write ``export`` with its text to ``out``; returns the ids of articles that still lack it.

    ``export`` is a native JSON or JSONL file, or a dataset as folder or ZIP. ``texts`` are articles
    in any form that can be imported. All of them are read in ``process``.

    Raises:
        RefusedInput: the export cannot be read, or none of the texts belongs to it.
        KnownError: ``out`` cannot be written.
    """
    with refusing(_UNWRITTEN):
        lines = read_standoff(process, export)
        held = _texts(process, texts, lines.project_schema)
    manifest = lines.manifest
    missing: list[str] = []
    documents: list[FileDocument] = []
    put = 0
    for document in lines.documents:
        text = document.text
        if text is None and (text := held.get(document.text_sha256 or "")) is None:
            missing.append(document.id or "")
            documents.append(document)
            continue
        if not _fits(document, text, lines.project_schema):
            raise unreadable(export)
        put += document.text is None
        documents.append(_with_text(document, text))
    if not put:
        raise RefusedInput(
            QT_TRANSLATE_NOOP("errors", "None of these files has the text of an article here."),
            QT_TRANSLATE_NOOP("errors", "The texts must be the same, letter for letter."),
        )
    of = manifest.get("annotators")
    names = tuple(map(str, of)) if isinstance(of, list) else ()
    source = _Source(lines, [d for d in documents if d.text is not None], names)
    own = "json" if export.suffix.lower() == ".json" else "jsonl"
    format_name = str(manifest.get("format") or own)
    if format_name not in FORMATS:
        raise unreadable(export)
    try:
        choice = Choice.model_validate(manifest.get("choice") or {})
    except ValidationError as error:
        raise unreadable(export) from error
    options = TextOptions(policy="include", basis=BASIS)
    export_file(source, out, format_name, options, choice=choice)
    return missing


@dataclass(frozen=True)
class _Source:
    """The export as exporters read it: an :class:`ExportSource`."""

    lines: Standoff
    kept: list[FileDocument]
    of: tuple[str, ...]

    @property
    def project_id(self) -> str:
        return self.lines.project

    @property
    def revision(self) -> str:
        return ""

    @property
    def created_at(self) -> str:
        return ""

    @property
    def schema(self) -> Schema:
        return self.lines.project_schema

    @property
    def annotators(self) -> tuple[FileAnnotator, ...]:
        return self.lines.annotators

    @property
    def entities(self) -> tuple[FileEntity, ...]:
        return self.lines.entities

    @property
    def settings(self) -> dict[str, JsonValue]:
        return self.lines.settings

    @property
    def document_count(self) -> int:
        return len(self.kept)

    @property
    def annotation_count(self) -> int:
        return sum(len(document.annotations) for document in self.kept)

    def documents(self) -> Iterator[FileDocument]:
        return iter(self.kept)

    def problems(self, document: FileDocument) -> tuple[FoundProblem, ...]:
        return problems_of(document, self.schema)


def _texts(process: PieceSource, paths: Sequence[Path], schema: Schema) -> dict[str, str]:
    """Text by hash of every article in the files."""
    request = ReadRequest(paths=tuple(paths), project_schema=schema)
    return {
        imported.document.text_sha256: imported.text
        for batch in read_each_bounded(process, request)
        for imported in batch.documents
    }


def _fits(document: FileDocument, text: str, schema: Schema) -> bool:
    """Whether the text has all places that are spoken of, and the schema all names."""
    records: list[FileAnnotation | FileSuggestion | FileDecision]
    records = [*document.annotations, *document.suggestions]
    labelled = all(record.label in schema.label_named for record in records)
    records += document.decisions  # of labels that may be gone
    return (
        labelled
        and all(record.start < record.end <= len(text) for record in records)
        and all(zone.end <= len(text) for zone in document.zones or ())
        and all(relation.type in schema.relation_named for relation in document.relations)
    )


def _with_text(document: FileDocument, text: str) -> FileDocument:
    def quoted(record: FileAnnotation | FileSuggestion | FileDecision) -> object:
        return record.model_copy(update={"text": text[record.start : record.end]})

    title = document.title
    if title is None:
        zone = next((z for z in document.zones or () if z.kind == "title"), None)
        words = text[zone.start : zone.end] if zone else text.strip().split("\n")[0]
        title = " ".join(words.split())[:_TITLE_LIMIT]
    return document.model_copy(
        update={
            "text": text,
            "title": title,
            "annotations": tuple(map(quoted, document.annotations)),
            "suggestions": tuple(map(quoted, document.suggestions)),
            "decisions": tuple(map(quoted, document.decisions)),
        }
    )
