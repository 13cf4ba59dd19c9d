"""Rehydration: put the text back into a stand-off export, for whoever holds it.

A text belongs to the article whose hash it has, so that offsets fit again or nothing is put in. A
dataset is made anew from its native lines in the format and with the options of its manifest.
"""

from __future__ import annotations

import itertools
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue, ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.exporters import DOCUMENTS, FORMATS, Choice, TextOptions, export_file
from desktop.exporters.dataset import MANIFEST
from desktop.importers import read_files
from desktop.importers.context import check_file, read_bytes, shown_name
from desktop.importers.json_files import LIMIT
from desktop.importers.json_values import JsonObject, as_text, decode, parse
from desktop.importers.native import MOST_DOCUMENTS
from desktop.model.interchange import (
    DocumentLine,
    FileAnnotation,
    FileAnnotator,
    FileDecision,
    FileDocument,
    FileEntity,
    FileSuggestion,
    FoundProblem,
    Header,
)
from desktop.model.schema import Schema
from desktop.session.exported_problems import problems_of
from desktop.session.session import default_schema

BASIS = "text put back by its holder"
_TITLE_LIMIT = 2_000
_ROW = re.compile(rb"\S[^\n]*")
"""A line with something in it."""

_MOST_PACKED = 200
"""How many times smaller than itself a member of an archive may be, from ``_SMALL`` bytes on."""
_SMALL = 1_000_000

_BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError)
"""What zipfile raises for damage, a password or an unknown method."""


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
        if not _fits(document, text, lines.schema):
            raise _unreadable(export)
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
    format_name = str(manifest.get("format") or ("json" if export.suffix == ".json" else "jsonl"))
    if format_name not in FORMATS:
        raise _unreadable(export)
    try:
        choice = Choice.model_validate(manifest.get("choice") or {})
    except ValidationError as error:
        raise _unreadable(export) from error
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

    def problems(self, document: FileDocument) -> tuple[FoundProblem, ...]:
        return problems_of(document, self.schema)


def _texts(paths: Sequence[Path], schema: Schema) -> dict[str, str]:
    """Text by hash of every article in the files."""
    return {
        imported.document.text_sha256: imported.text
        for batch in read_files(paths, schema)
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


def _read(export: Path) -> tuple[_Lines, dict[str, JsonValue]]:
    try:
        files = _files(export)
        if export.suffix.lower() == ".json":
            file = JsonObject(as_text(files[export.name]), streamed="documents")
            documents = tuple(parse(FileDocument, made) for made in file.items() or ())
            return _lines([parse(Header, file.members)], documents, file.members), {}
        rows = _rows(files[DOCUMENTS if DOCUMENTS in files else export.name])
        lines = [parse(DocumentLine, row) for row in rows]
        made = rows[0] if rows else {}
        return _lines(lines, (line.document for line in lines), made), _manifest(files)
    except (RefusedInput, KeyError, ValueError, *_BAD_ARCHIVE) as error:
        raise _unreadable(export) from error


def _manifest(files: Mapping[str, bytes]) -> dict[str, JsonValue]:
    manifest = decode(as_text(files.get(MANIFEST, b"{}")))
    if not isinstance(manifest, dict):
        raise ValueError("no manifest")
    return manifest


def _rows(words: bytes) -> list[dict[str, JsonValue]]:
    found = itertools.islice(_ROW.finditer(words), MOST_DOCUMENTS + 1)
    rows = [decode(as_text(row[0])) for row in found]
    if len(rows) > MOST_DOCUMENTS or not all(isinstance(row, dict) for row in rows):
        raise ValueError("no lines of documents")
    return rows


def _files(export: Path) -> dict[str, bytes]:
    """The files that matter, by name; of bounded size, and no devices or pipes."""
    wanted = (MANIFEST, DOCUMENTS)
    if export.is_dir():
        return {name: read_bytes(export / name, LIMIT) for name in wanted}
    check_file(export, LIMIT)
    if zipfile.is_zipfile(export):
        with zipfile.ZipFile(export) as archive:
            if any(_is_bomb(archive.getinfo(name)) for name in wanted):
                raise ValueError("too large")
            return {name: archive.read(name) for name in wanted}
    return {export.name: read_bytes(export, LIMIT)}


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    small = max(member.compress_size * _MOST_PACKED, _SMALL)
    return member.file_size > min(LIMIT, small)


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
        name=shown_name(export),
    )
