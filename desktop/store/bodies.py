"""Texts of documents, with the bytes they came from. They never change and are never deleted.

A document that was corrected has several; its record says which is its text now.
"""

from __future__ import annotations

import zlib
from hashlib import sha256

from desktop.model.batch import ImportedDocument
from desktop.model.canonical import text_hash
from desktop.store.connection import Connection
from desktop.store.records import json_text

_ADD_BODY = """INSERT INTO body (document_id, text_sha256, text, original, original_sha256,
    original_encoding, normalisation) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""


def insert_body(connection: Connection, imported: ImportedDocument) -> None:
    """Store a document's texts, unless they are there from something that was undone."""
    for text in imported.earlier_texts:
        early = (imported.document.id, text_hash(text), text, None, None, None, "[]")
        connection.run(_ADD_BODY, early)
    original = imported.original
    row = (
        imported.document.id,
        imported.document.text_sha256,
        imported.text,
        zlib.compress(original) if original is not None else None,
        sha256(original).hexdigest() if original is not None else None,
        imported.original_encoding,
        json_text([step.model_dump() for step in imported.normalisation]),
    )
    connection.run(_ADD_BODY, row)


_TEXT = "SELECT text FROM body WHERE document_id = ? AND text_sha256 = ?"


class Bodies:
    """Reads texts; the last one is kept, since one article is worked on at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last = ("", "")

    def text(self, document_id: str) -> str:
        """The document's text. KeyError when there is no such document."""
        found = self._connection.row(
            "SELECT text_sha256 FROM document WHERE id = ?", (document_id,)
        )
        if found is None:
            raise KeyError(document_id)
        digest, text = self._last
        if digest == found[0]:
            return text
        self._last = (found[0], self.earlier(document_id, found[0]))
        return self._last[1]

    def earlier(self, document_id: str, text_sha256: str) -> str:
        """A text that the document has or had. KeyError when there is no such text."""
        row = self._connection.row(_TEXT, (document_id, text_sha256))
        if row is None:
            raise KeyError(document_id)
        return str(row[0])
