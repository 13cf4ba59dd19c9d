"""Verification: SQLite's own checks, and what they cannot see: changed texts, offsets, labels.

A flipped bit in a text passes ``integrity_check``; the hash of each text and the quote of each
annotation do not let it pass. Memory holds one document at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.errors import QT_TRANSLATE_NOOP, Cancelled, Message
from desktop.model.batch import Progress
from desktop.model.canonical import text_hash
from desktop.model.overview import Finding
from desktop.model.schema import Schema
from desktop.store.connection import Connection
from desktop.store.faults import ProjectDamaged
from desktop.store.records import TABLES, Table

_STRUCTURE = QT_TRANSLATE_NOOP("errors", "The structure of the file is damaged.")
_UNREADABLE = QT_TRANSLATE_NOOP("errors", "A record of the table {table} cannot be read.")
_DOCUMENT = QT_TRANSLATE_NOOP("errors", "The document or its annotations cannot be read.")
_TEXT_MISSING = QT_TRANSLATE_NOOP("errors", "The text is missing.")
_TEXT_CHANGED = QT_TRANSLATE_NOOP("errors", "The text is not the one that was imported.")
_ASTRAY = QT_TRANSLATE_NOOP("errors", "A zone or the rights notice is not inside the text.")
_QUOTED = QT_TRANSLATE_NOOP("errors", "A suggestion's text and place do not agree.")
_QUOTE = QT_TRANSLATE_NOOP("errors", "The annotation's text and place do not agree.")
_LABEL = QT_TRANSLATE_NOOP("errors", "The annotation has a label that the schema lacks.")
_ENDS = QT_TRANSLATE_NOOP("errors", "The relation leads from one document to another.")
_COUNT = QT_TRANSLATE_NOOP("errors", "The counts do not agree with the annotations.")
_HISTORY = QT_TRANSLATE_NOOP("errors", "Step {sequence} of the history cannot be read.")

_BODY = """SELECT length, document.text_sha256, text FROM document LEFT JOIN body
    ON document_id = id AND body.text_sha256 = document.text_sha256 WHERE id = ?"""
_MARKS = 'SELECT id, label, start, "end", quote FROM annotation WHERE document_id = ?'
_QUOTES = """SELECT id, start, "end", quote FROM suggestion WHERE document_id = ?1
    UNION ALL SELECT id, start, "end", quote FROM decision WHERE document_id = ?1"""
_PLACES_ASTRAY = """SELECT document.id FROM document, json_each(zones) AS zone
    WHERE NOT coalesce(zone.value ->> 'start' BETWEEN 0 AND zone.value ->> 'end'
        AND zone.value ->> 'end' <= length, 0)
    UNION SELECT id FROM document WHERE json_type(rights, '$.notice') = 'array'
        AND NOT coalesce(rights ->> '$.notice[0]' BETWEEN 0 AND rights ->> '$.notice[1]'
            AND rights ->> '$.notice[1]' <= length, 0)"""
_STRAY = """SELECT relation.document_id, relation.id FROM relation
    JOIN annotation ON annotation.id IN (source_id, target_annotation_id)
    WHERE annotation.document_id <> relation.document_id GROUP BY relation.id"""
_MISCOUNTED = """SELECT document_id FROM (
        SELECT document_id, label, count(*) AS n FROM annotation GROUP BY document_id, label
        UNION ALL SELECT document_id, '@relation', count(*) FROM relation GROUP BY document_id
        UNION ALL SELECT document_id, label, -n FROM label_count WHERE document_id <> ''
    ) GROUP BY document_id, label HAVING sum(n) <> 0
    UNION SELECT '' FROM label_count
    GROUP BY label HAVING sum(n) <> 2 * sum(iif(document_id = '', n, 0))"""
_EARLIER = """SELECT document_id, text_sha256 FROM body
    EXCEPT SELECT id, text_sha256 FROM document ORDER BY 1, 2"""
_TEXT = "SELECT text FROM body WHERE document_id = ? AND text_sha256 = ?"
_LOST_TEXTS = """SELECT document.id FROM document, json_each(earlier_texts) WHERE NOT EXISTS (
    SELECT 1 FROM body WHERE document_id = document.id AND text_sha256 = value ->> 'text_sha256')"""
_BAD_EDITS = """SELECT DISTINCT sequence FROM edit
    WHERE NOT json_valid(coalesce(before, after)) OR NOT json_valid(coalesce(after, before))"""
_PAGE = 1_000


def quick_findings(
    connection: Connection, schema: Schema, progress: Progress | None = None
) -> Iterator[Finding]:
    """What is checked each time a project is opened: structure, texts, places and labels."""
    yield from _structure(connection, "PRAGMA quick_check(1)")
    yield from _documents(connection, schema, progress)
    yield from _places(connection)


def all_findings(
    connection: Connection, schema: Schema, progress: Progress | None = None
) -> Iterator[Finding]:
    """Everything :func:`quick_findings` checks, the indexes, each record and the history."""
    yield from _structure(connection, "PRAGMA integrity_check(1)")
    yield from _documents(connection, schema, progress)
    yield from _places(connection)
    yield from _earlier_texts(connection)
    yield from _readable(connection)
    yield from _consistent(connection)


def _structure(connection: Connection, pragma: str) -> Iterator[Finding]:
    try:
        if connection.rows(pragma) != [("ok",)] or connection.rows("PRAGMA foreign_key_check"):
            yield Finding(Message(_STRUCTURE))
    except ProjectDamaged:
        yield Finding(Message(_STRUCTURE))


def _documents(
    connection: Connection, schema: Schema, progress: Progress | None
) -> Iterator[Finding]:
    try:
        ids = [row[0] for row in connection.rows("SELECT id FROM document ORDER BY position, id")]
    except ProjectDamaged:
        yield Finding(Message(_UNREADABLE, {"table": "document"}))
        return
    for done, document_id in enumerate(ids, 1):
        try:
            yield from _document(connection, schema, document_id)
        except ProjectDamaged:
            yield Finding(Message(_DOCUMENT), document_id)
        if progress is not None and not progress(done, len(ids)):
            raise Cancelled


def _document(connection: Connection, schema: Schema, document_id: str) -> Iterator[Finding]:
    found = connection.row(_BODY, (document_id,))
    if found is None or found[2] is None:
        yield Finding(Message(_TEXT_MISSING), document_id)
        return
    length, digest, text = found
    if len(text) != length or text_hash(text) != digest:
        yield Finding(Message(_TEXT_CHANGED), document_id)
    for annotation_id, label, start, end, quote in connection.rows(_MARKS, (document_id,)):
        if text[start:end] != quote:
            yield Finding(Message(_QUOTE), document_id, annotation_id, start, end)
        if label not in schema.label_named:
            yield Finding(Message(_LABEL), document_id, annotation_id, start, end)
    for record_id, start, end, quote in connection.rows(_QUOTES, (document_id,)):
        if text[start:end] != quote:
            yield Finding(Message(_QUOTED), document_id, record_id, start, end)


def _earlier_texts(connection: Connection) -> Iterator[Finding]:
    """The texts that documents had: undo puts them back."""
    try:
        for (document_id,) in connection.rows(_LOST_TEXTS):
            yield Finding(Message(_TEXT_MISSING), document_id)
        for document_id, digest in connection.rows(_EARLIER):
            found = connection.row(_TEXT, (document_id, digest))
            if found is None or text_hash(found[0]) != digest:
                yield Finding(Message(_TEXT_CHANGED), document_id)
    except ProjectDamaged:
        yield Finding(Message(_UNREADABLE, {"table": "body"}))


def _places(connection: Connection) -> Iterator[Finding]:
    try:
        for (document_id,) in connection.rows(_PLACES_ASTRAY):
            yield Finding(Message(_ASTRAY), document_id)
    except ProjectDamaged:
        yield Finding(Message(_UNREADABLE, {"table": "document"}))


def _readable(connection: Connection) -> Iterator[Finding]:
    """Read every record as the window would, a page at a time."""
    for table in TABLES:
        last: str | None = ""
        while last is not None:
            try:
                last = _read_page(connection, table, last)
            except ProjectDamaged:
                yield Finding(Message(_UNREADABLE, {"table": table.name}))
                last = None


def _read_page(connection: Connection, table: Table[Any], after: str) -> str | None:
    sql = f"SELECT {table.selected} FROM {table.name} WHERE id > ? ORDER BY id LIMIT {_PAGE}"
    rows = connection.rows(sql, (after,))
    table.load(connection, rows)
    return rows[-1][0] if len(rows) == _PAGE else None


def _consistent(connection: Connection) -> Iterator[Finding]:
    try:
        for document_id, relation_id in connection.rows(_STRAY):
            yield Finding(Message(_ENDS), document_id, relation_id)
        for (document_id,) in connection.rows(_MISCOUNTED):
            yield Finding(Message(_COUNT), document_id or None)
        for (sequence,) in connection.rows(_BAD_EDITS):
            yield Finding(Message(_HISTORY, {"sequence": sequence}))
    except ProjectDamaged:
        yield Finding(Message(_STRUCTURE))
