"""Rehydration: put the text back into a stand-off export, for whoever holds it.

A text belongs to the article whose hash it has, so that offsets fit again or nothing is put in. A
dataset is made anew from its native lines in the format and with the options of its manifest.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue, ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.exporters import DOCUMENTS, FORMATS, Choice, TextOptions, export_file
from desktop.exporters.dataset import MANIFEST
from desktop.importers import read_files
from desktop.model.interchange import (
    DocumentLine,
    FileAnnotation,
    FileAnnotator,
    FileDecision,
    FileDocument,
    FileEntity,
    FileSuggestion,
    Header,
    ProjectFile,
)
from desktop.model.schema import Schema
from desktop.session.session import default_schema

BASIS = "text put back by its holder"
_LIMIT = 1 << 30
_TITLE_LIMIT = 2_000


def rehydrate(export: Path, texts: Sequence[Path], out: Path) -> list[str]:
    """Write ``export`` with its text to ``out``; returns the ids of articles that still lack it.

    ``export`` is a native JSON or JSONL file, or a dataset as folder or ZIP. ``texts`` are articles
    in any form that can be imported.

    Raises:
        RefusedInput: the export cannot be read, or none of the texts belongs to it.
        KnownError: ``out`` cannot be written.
    """
    lines, manifest = _read(export)
    held = _texts(texts, lines.schema)
    missing: list[str] = []
    documents: list[FileDocument] = []
    put = 0
    for document in lines.documents_:
        text = document.text
        if text is None and (text := held.get(document.text_sha256 or "")) is None:
            missing.append(document.id or "")
            documents.append(document)
            continue
        put += document.text is None
        documents.append(_with_text(document, text))
    if not put:
        raise RefusedInput(
            QT_TRANSLATE_NOOP("errors", "None of these files has the text of an article here."),
            QT_TRANSLATE_NOOP("errors", "The texts must be the same, letter for letter."),
        )
    source = _Source(lines, [d for d in documents if d.text is not None])
    format_name = str(manifest.get("format") or ("json" if export.suffix == ".json" else "jsonl"))
    if format_name not in FORMATS:
        raise _unreadable(export)
    choice = Choice.model_validate(manifest.get("choice") or {})
    options = TextOptions(policy="include", basis=BASIS)
    export_file(source, out, format_name, options, choice=choice)
    return missing


@dataclass(frozen=True)
class _Lines:
    """What the native lines of an export say."""

    schema: Schema
    project: str
    annotators: tuple[FileAnnotator, ...]
    entities: tuple[FileEntity, ...]
    settings: dict[str, JsonValue]
    documents_: tuple[FileDocument, ...]


@dataclass(frozen=True)
class _Source:
    """The export as exporters read it: an :class:`ExportSource`."""

    lines: _Lines
    kept: list[FileDocument]

    @property
    def project_id(self) -> str:
        return self.lines.project

    @property
    def created_at(self) -> str:
        return ""

    @property
    def schema(self) -> Schema:
        return self.lines.schema

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


def _texts(paths: Sequence[Path], schema: Schema) -> dict[str, str]:
    """Text by hash of every article in the files."""
    return {
        imported.document.text_sha256: imported.text
        for batch in read_files(paths, schema)
        for imported in batch.documents
    }


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


def _read(export: Path) -> tuple[_Lines, dict[str, JsonValue]]:
    try:
        files = _files(export)
        manifest = json.loads(files.get(MANIFEST, b"{}"))
        if export.suffix.lower() == ".json":
            project = ProjectFile.model_validate_json(files[export.name])
            made = json.loads(files[export.name])
            return _lines([project], project.documents, made), {}
        words = files[DOCUMENTS if DOCUMENTS in files else export.name]
        rows = [row for row in io.BytesIO(words) if row.strip()]
        lines = [DocumentLine.model_validate_json(row) for row in rows]
        made = json.loads(rows[0]) if rows else {}
        return _lines(lines, (line.document for line in lines), made), manifest
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, ValidationError) as error:
        raise _unreadable(export) from error


def _files(export: Path) -> dict[str, bytes]:
    """The files that matter, by name; at most a gigabyte together."""
    wanted = (MANIFEST, DOCUMENTS)
    if export.is_dir():
        return {name: (export / name).read_bytes() for name in wanted}
    if zipfile.is_zipfile(export):
        with zipfile.ZipFile(export) as archive:
            if sum(archive.getinfo(name).file_size for name in wanted) > _LIMIT:
                raise ValueError("too large")
            return {name: archive.read(name) for name in wanted}
    return {export.name: export.read_bytes()}


def _lines(
    headers: Sequence[Header], documents: Iterable[FileDocument], made: dict[str, JsonValue]
) -> _Lines:
    said = made.get("export")
    project = str(said.get("project", "")) if isinstance(said, dict) else ""
    schema = next((h.project_schema for h in headers if h.project_schema), None)
    return _Lines(
        schema or default_schema(),
        project,
        tuple({a.id or a.name: a for h in headers for a in h.annotators}.values()),
        tuple({e.id: e for h in headers for e in h.entities}.values()),
        {name: value for h in headers for name, value in h.settings.items()},
        tuple(documents),
    )


def _unreadable(export: Path) -> RefusedInput:
    return RefusedInput(
        QT_TRANSLATE_NOOP("errors", "{name} is not a stand-off export that can be read."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written."),
        name=export.name,
    )
