"""Reads for searching: stretches of texts and annotations, each at a cost that has a bound."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.korean.folding import folded, probes
from desktop.model.place import DocumentKeys, ScannedDocuments
from desktop.model.project import DocumentState
from desktop.model.search import (
    AnnotationFilter,
    AnnotationRow,
    NotedDocument,
    NotedDocuments,
    ScannedAnnotations,
)
from desktop.store.connection import Row
from desktop.store.queries import Queries
from desktop.store.records import json_text

_HOLDS = "EXISTS (SELECT 1 FROM json_each({probes}) WHERE instr(lower({text}), value))"
_DOCUMENTS = f"""SELECT d.id, d.position,
        (?5 IS NULL OR d.state = ?5) AND {_HOLDS.format(probes="?4", text="body.text")}
    FROM (SELECT id, position, text_sha256, state FROM document
        WHERE (position, id) > (?1, ?2) ORDER BY position, id LIMIT ?3) AS d
    JOIN body ON body.document_id = d.id AND body.text_sha256 = d.text_sha256
    ORDER BY d.position, d.id"""
_KEYS = """SELECT id, text_sha256, position FROM document
    WHERE (position, id) > (?, ?) ORDER BY position, id LIMIT ?"""
_NOTES = f"""SELECT d.id, d.position, d.title,
        CASE WHEN note <> '' AND (?5 IS NULL OR state = ?5)
            AND {_HOLDS.format(probes="?4", text="note")} THEN note END
    FROM (SELECT id, position, title, note, state FROM document
        WHERE (position, id) > (?1, ?2) ORDER BY position, id LIMIT ?3) AS d
    ORDER BY d.position, d.id"""
_LONGEST_SHOWN = 200
_VALUE = """a.features ->> ('$."' || :feature || '"')"""
_ANNOTATIONS = f"""SELECT a.rowid, a.id, a.document_id, d.position, a.start, a.label, a.quote,
        coalesce(a.features ->> '$.note', ''), coalesce({_VALUE}, ''), a.annotator_id, a.created_at
    FROM annotation AS a JOIN document AS d ON d.id = a.document_id
    WHERE a.rowid > :after AND a.rowid <= :upto
        AND (:label IS NULL OR a.label = :label)
        AND (:annotator IS NULL OR a.annotator_id = :annotator)
        AND (:state IS NULL OR d.state = :state)
        AND (:value IS NULL OR CAST({_VALUE} AS TEXT) = :value)
        AND (:any_value = 0 OR {_VALUE} IS NOT NULL)
    ORDER BY a.rowid"""


class SearchReads(Queries):
    """The part of :class:`Reads` that looks through the project piece by piece."""

    def documents_holding(
        self,
        wanted: Sequence[str],
        after: tuple[int, str] | None,
        limit: int,
        state: DocumentState | None,
    ) -> ScannedDocuments:
        """Which of the next ``limit`` documents hold one of ``wanted`` in small letters."""
        key = after if after is not None else (-1, "")
        rows = self._connection.rows(_DOCUMENTS, (*key, limit, json_text(list(wanted)), state))
        reached = (int(rows[-1][1]), str(rows[-1][0])) if len(rows) == limit else None
        return ScannedDocuments(tuple(row[0] for row in rows if row[2]), reached, len(rows))

    def document_keys(self, after: tuple[int, str] | None, limit: int) -> DocumentKeys:
        """The next ``limit`` documents with what their texts are known by."""
        rows = self._connection.rows(_KEYS, (*(after or (-1, "")), limit))
        reached = (int(rows[-1][2]), str(rows[-1][0])) if len(rows) == limit else None
        return DocumentKeys(tuple((row[0], row[1]) for row in rows), reached)

    def documents_noted(
        self, words: str, after: tuple[int, str] | None, limit: int, state: DocumentState | None
    ) -> NotedDocuments:
        """Those of the next ``limit`` documents whose note holds the folded ``words``."""
        key = after if after is not None else (-1, "")
        sought = json_text(list(probes(words)))
        rows = self._connection.rows(_NOTES, (*key, limit, sought, state))
        noted = [(row[0], row[2], row[3]) for row in rows if row[3] and words in folded(row[3])]
        reached = (int(rows[-1][1]), str(rows[-1][0])) if len(rows) == limit else None
        return NotedDocuments(tuple(NotedDocument(*row) for row in noted), reached)

    def scan_annotations(
        self, wanted: AnnotationFilter, after: int, window: int
    ) -> ScannedAnnotations:
        """The wanted among the ``window`` annotations made after the one numbered ``after``."""
        place = {
            "after": after,
            "upto": after + window,
            "label": wanted.label,
            "annotator": wanted.annotator_id,
            "state": wanted.state,
            "feature": wanted.feature or "",
            "value": wanted.value if wanted.feature else None,
            "any_value": int(wanted.feature is not None),
        }
        rows = self._connection.rows(_ANNOTATIONS, place)
        words = wanted.words
        found = [
            _row(row)
            for row in rows
            if not words or words in folded(row[6]) or words in folded(str(row[7]))
        ]
        last = self._number("SELECT coalesce(max(rowid), 0) FROM annotation")
        return ScannedAnnotations(tuple(found), after + window if after + window < last else None)


def _row(row: Row) -> AnnotationRow:
    _, annotation_id, document_id, position, start, label, quote, note, value, annotator, at = row
    return AnnotationRow(
        annotation_id,
        document_id,
        position,
        start,
        label,
        quote[:_LONGEST_SHOWN],
        str(note)[:_LONGEST_SHOWN],
        str(value)[:_LONGEST_SHOWN],
        annotator,
        at,
    )
