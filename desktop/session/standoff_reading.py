"""Reading a stand-off export in a bounded process, for whoever puts its text back.

The child's side reads the file, folder or ZIP and sends JSON: a head, then its documents one by
one. This side validates every record as if it were the file.
"""

from __future__ import annotations

import itertools
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.exporters import DOCUMENTS
from desktop.exporters.dataset import MANIFEST
from desktop.importers.context import check_file, read_bytes, shown_name
from desktop.importers.json_files import LIMIT
from desktop.importers.json_values import JsonObject, as_text, decode, parse
from desktop.importers.native import MOST_DOCUMENTS
from desktop.model.interchange import DocumentLine, FileAnnotator, FileDocument, FileEntity, Header
from desktop.model.schema import Schema
from desktop.model.values import Id, Value
from desktop.session.bounded_child import Tell
from desktop.session.bounded_process import PieceSource
from desktop.session.session import default_schema

T = TypeVar("T")

_ROW = re.compile(rb"\S[^\n]*")
"""A line with something in it."""

_MOST_PACKED = 200
"""How many times smaller than itself a member of an archive may be, from ``_SMALL`` bytes on."""
_SMALL = 1_000_000

_BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError)
"""What zipfile raises for damage, a password or an unknown method."""


class Standoff(Value):
    """What the native lines and the manifest of an export say."""

    project_schema: Schema
    project: str
    annotators: tuple[FileAnnotator, ...]
    entities: tuple[FileEntity, ...]
    settings: dict[Id, JsonValue]
    manifest: dict[str, JsonValue]
    documents: tuple[FileDocument, ...] = ()


def read_standoff(process: PieceSource, export: Path) -> Standoff:
    """Read an export: a native JSON or JSONL file, or a dataset as folder or ZIP.

    Raises:
        RefusedInput: it is none, or reading it broke the bounds.
    """
    pieces = process.pieces(_standoff_pieces, export, default_schema())
    try:
        head = Standoff.model_validate_json(next(pieces, b""))
        documents = tuple(map(FileDocument.model_validate_json, pieces))
    except ValueError:
        raise unreadable(export) from None
    return head.model_copy(update={"documents": documents})


def _standoff_pieces(export: Path, usual: Schema, tell: Tell) -> Iterator[bytes]:
    name = shown_name(export)
    tell(0, 0, name)
    found = _read(export, usual, lambda: tell(0, 0, name))
    try:
        yield _json(found.model_copy(update={"documents": ()}))
        for document in found.documents:
            yield _json(document)
    except (ValueError, RecursionError) as error:  # an endless number, half a character
        raise unreadable(export) from error


def _json(value: Value) -> bytes:
    made = value.model_dump(mode="json")
    return json.dumps(made, ensure_ascii=False, allow_nan=False).encode("utf-8")


def _read(export: Path, usual: Schema, tell: Callable[[], None]) -> Standoff:
    """``tell`` is called for each document, of which there may be very many."""
    try:
        files = _files(export)
        if export.suffix.lower() == ".json":
            file = JsonObject(as_text(files[export.name]), streamed="documents")
            documents = tuple(parse(FileDocument, made) for made in _told(file.items() or (), tell))
            return _standoff([parse(Header, file.members)], documents, file.members, {}, usual)
        rows = _rows(files[DOCUMENTS if DOCUMENTS in files else export.name], tell)
        lines = [parse(DocumentLine, row) for row in _told(rows, tell)]
        made = rows[0] if rows else {}
        articles = (line.document for line in lines)
        return _standoff(lines, articles, made, _manifest(files), usual)
    except (RefusedInput, KeyError, ValueError, *_BAD_ARCHIVE) as error:
        raise unreadable(export) from error


def _manifest(files: Mapping[str, bytes]) -> dict[str, JsonValue]:
    manifest = decode(as_text(files.get(MANIFEST, b"{}")))
    if not isinstance(manifest, dict):
        raise ValueError("no manifest")
    return manifest


def _rows(words: bytes, tell: Callable[[], None]) -> list[dict[str, JsonValue]]:
    found = itertools.islice(_ROW.finditer(words), MOST_DOCUMENTS + 1)
    rows = [decode(as_text(row[0])) for row in _told(found, tell)]
    if len(rows) > MOST_DOCUMENTS or not all(isinstance(row, dict) for row in rows):
        raise ValueError("no lines of documents")
    return rows


def _told(items: Iterable[T], tell: Callable[[], None]) -> Iterator[T]:
    for item in items:
        tell()
        yield item


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


def _standoff(
    headers: Sequence[Header],
    documents: Iterable[FileDocument],
    made: dict[str, JsonValue],
    manifest: dict[str, JsonValue],
    usual: Schema,
) -> Standoff:
    said = made.get("export")
    schema = next((h.project_schema for h in headers if h.project_schema), None)
    return Standoff(
        project_schema=schema or usual,
        project=str(said.get("project", "")) if isinstance(said, dict) else "",
        annotators=tuple({a.id or a.name: a for h in headers for a in h.annotators}.values()),
        entities=tuple({e.id: e for h in headers for e in h.entities}.values()),
        settings={name: value for h in headers for name, value in h.settings.items()},
        manifest=manifest,
        documents=tuple(documents),
    )


def unreadable(export: Path) -> RefusedInput:
    """What is said of a file, folder or ZIP that is no stand-off export."""
    return RefusedInput(
        QT_TRANSLATE_NOOP("errors", "{name} is not a stand-off export that can be read."),
        QT_TRANSLATE_NOOP("errors", "Nothing was written."),
        name=shown_name(export),
    )
