"""Reads: all queries of the window, the exporters and the planning of commands.

What a window shows is read at a cost that depends on what is visible, not on the project.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from desktop.model.overview import DocumentSummary
from desktop.model.project import (
    Annotation,
    Annotator,
    Document,
    DocumentState,
    Relation,
    Rights,
)
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.store.bodies import Bodies
from desktop.store.connection import Connection, Row
from desktop.store.desk_reads import DeskReads
from desktop.store.entity_reads import EntityReads
from desktop.store.faults import told
from desktop.store.records import (
    ANNOTATIONS,
    ANNOTATORS,
    DOCUMENTS,
    RELATIONS,
    json_text,
)
from desktop.store.search_reads import SearchReads

_LONG = 2_000
"""Annotations longer than this are looked for on their own, so that all others start nearby."""

_IN_ORDER = 'ORDER BY start, "end" DESC, id'
_OVERLAPPING = f"""SELECT {ANNOTATIONS.selected} FROM annotation
    WHERE document_id = :document AND start > :a - {_LONG} AND start < :b AND "end" > :a
    UNION ALL
    SELECT {ANNOTATIONS.selected} FROM annotation INDEXED BY annotation_by_length
    WHERE document_id = :document AND "end" - start > {_LONG}
        AND start <= :a - {_LONG} AND "end" > :a
    {_IN_ORDER}"""


def _beside(source: str, also: str, *, forward: bool) -> str:
    """The query for the annotation next to a place in the order (start, -end, id)."""
    if forward:
        beyond = 'start >= ?2 AND (start > ?2 OR "end" < ?3 OR ("end" = ?3 AND id > ?4))'
        order = _IN_ORDER
    else:
        beyond = 'start <= ?2 AND (start < ?2 OR "end" > ?3 OR ("end" = ?3 AND id < ?4))'
        order = 'ORDER BY start DESC, "end", id DESC'
    return f"""SELECT {ANNOTATIONS.selected} FROM annotation {source}
        WHERE document_id = ?1 AND {beyond} {also}
            AND (?5 IS NULL OR instr(?5, '"' || annotator_id || '"'))
        {order} LIMIT 1"""


_NEXT = _beside("", "", forward=True)
_PREVIOUS = _beside("", "", forward=False)
_BY_LABEL = ("INDEXED BY annotation_by_label", "AND label = ?6")
_NEXT_OF_LABEL = _beside(*_BY_LABEL, forward=True)
_PREVIOUS_OF_LABEL = _beside(*_BY_LABEL, forward=False)
_AFTER_ALL = 1 << 60
"""An end beyond every text: the first key of those that share a start."""

_SUMMARIES = """SELECT id, title, metadata ->> '$.publisher', metadata ->> '$.date_published',
        state, length, rights, position
    FROM document WHERE (position, id) > (?, ?) ORDER BY position, id LIMIT ?"""
_WITH_TEXT = """SELECT id FROM body JOIN document ON id = document_id WHERE body.text_sha256 = ?1
    AND (document.text_sha256 = ?1 OR instr(earlier_texts, ?1)) ORDER BY position, id"""
_COUNTS_OF = """SELECT document_id, label, n FROM label_count
    WHERE document_id IN (SELECT value FROM json_each(?))"""


class Reads(EntityReads, DeskReads, SearchReads):
    """Queries on an open project file; each returns complete, validated values."""

    def __init__(self, connection: Connection, schema: Schema) -> None:
        super().__init__(connection, schema)
        self._bodies = Bodies(connection)

    def summaries(self, after: DocumentSummary | None, limit: int) -> list[DocumentSummary]:
        """A page of the article list."""
        key = (after.position, after.document_id) if after is not None else (-1, "")
        rows = self._connection.rows(_SUMMARIES, (*key, limit))
        counts: dict[str, dict[str, int]] = {row[0]: {} for row in rows}
        for document_id, label, n in self._connection.rows(_COUNTS_OF, (json_text(list(counts)),)):
            counts[document_id][label] = n
        with told(self._connection.path):
            return [_summary(row, counts[row[0]]) for row in rows]

    def document_count(self) -> int:
        """The number of documents."""
        return self._number("SELECT count(*) FROM document")

    def begun_documents(self) -> list[str]:
        """The documents in progress or done, in the project's order."""
        rows = self._connection.rows(
            """SELECT id FROM document WHERE state IN ('in_progress', 'done')
            ORDER BY position, id"""
        )
        return [row[0] for row in rows]

    def state_counts(self) -> dict[DocumentState, int]:
        """The number of documents in each state; states of none are absent."""
        return dict(self._connection.rows("SELECT state, count(*) FROM document GROUP BY state"))

    def document_ids(self) -> list[str]:
        """All ids in the project's order."""
        rows = self._connection.rows("SELECT id FROM document ORDER BY position, id")
        return [row[0] for row in rows]

    def document(self, document_id: str) -> Document | None:
        """A document without its text."""
        return self._one(DOCUMENTS, "id = ?", document_id)

    def documents_by_id(self, document_ids: Sequence[str]) -> list[Document]:
        """Those that exist, in the order asked for."""
        return self._by_id(DOCUMENTS, document_ids)

    def document_ids_with_text(self, text_sha256: str) -> list[str]:
        """The documents that have this text, or had it before it was corrected."""
        return [row[0] for row in self._connection.rows(_WITH_TEXT, (text_sha256,))]

    def documents_of(self, publisher: str) -> list[str]:
        """The documents of a publisher, in the project's order."""
        rows = self._connection.rows(
            """SELECT id FROM document WHERE metadata ->> '$.publisher' = ?
            ORDER BY position, id""",
            (publisher,),
        )
        return [row[0] for row in rows]

    def next_position(self) -> int:
        """The position after the last document's."""
        return self._number("SELECT coalesce(max(position), -1) + 1 FROM document")

    def text(self, document_id: str) -> str:
        """The document's text. KeyError when there is no such document."""
        return self._bodies.text(document_id)

    def earlier_text(self, document_id: str, text_sha256: str) -> str:
        """A text that the document had. KeyError when there is no such text."""
        return self._bodies.earlier(document_id, text_sha256)

    def annotations(self, document_id: str, span: Span | None = None) -> list[Annotation]:
        """All annotations of a document, or those that overlap ``span``."""
        if span is None:
            return self._all(ANNOTATIONS, f"document_id = ? {_IN_ORDER}", document_id)
        place = {"document": document_id, "a": span.start, "b": span.end}
        return ANNOTATIONS.load(self._connection, self._connection.rows(_OVERLAPPING, place))

    def annotations_starting(self, document_id: str, span: Span) -> list[Annotation]:
        """Those that start inside ``span``."""
        where = f"document_id = ? AND start >= ? AND start < ? {_IN_ORDER}"
        return self._all(ANNOTATIONS, where, document_id, *span)

    def neighbour(
        self,
        document_id: str,
        place: Annotation | int,
        *,
        forward: bool,
        label: str | None = None,
        annotators: Collection[str] | None = None,
    ) -> Annotation | None:
        """The next or previous annotation (of one label, of these annotators) in order."""
        key: tuple[object, ...]
        if isinstance(place, Annotation):
            key = (document_id, place.start, place.end, place.id)
        else:
            key = (document_id, place, _AFTER_ALL, "")
        if label is None:
            query = _NEXT if forward else _PREVIOUS
        else:
            query = _NEXT_OF_LABEL if forward else _PREVIOUS_OF_LABEL
        who = None if annotators is None else json_text(sorted(annotators))
        rows = self._connection.rows(query, (*key, who) if label is None else (*key, who, label))
        return next(iter(ANNOTATIONS.load(self._connection, rows)), None)

    def annotations_by_id(self, annotation_ids: Sequence[str]) -> list[Annotation]:
        """Those that exist, in the order asked for."""
        return self._by_id(ANNOTATIONS, annotation_ids)

    def relations(self, document_id: str) -> list[Relation]:
        """All relations of a document."""
        return self._all(RELATIONS, "document_id = ? ORDER BY id", document_id)

    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]:
        """The relations that have one of these annotations at either end."""
        ids = json_text(list(annotation_ids))
        where = """id IN (
            SELECT id FROM relation WHERE source_id IN (SELECT value FROM json_each(?))
            UNION
            SELECT id FROM relation WHERE target_annotation_id IN (SELECT value FROM json_each(?))
        ) ORDER BY id"""
        return self._all(RELATIONS, where, ids, ids)

    def relations_by_id(self, relation_ids: Sequence[str]) -> list[Relation]:
        """Those that exist, in the order asked for."""
        return self._by_id(RELATIONS, relation_ids)

    def annotators(self) -> list[Annotator]:
        """Everyone, by name."""
        return self._all(ANNOTATORS, "TRUE ORDER BY name")

    def counts(self, document_id: str | None = None) -> dict[str, int]:
        """Annotations per label and relations, of one document or of all."""
        rows = self._connection.rows(
            "SELECT label, n FROM label_count WHERE document_id = ?", (document_id or "",)
        )
        return dict(rows)

    def annotation_count_of(self, annotator_id: str) -> int:
        """How many annotations are this annotator's; reads all of them."""
        return self._number("SELECT count(*) FROM annotation WHERE annotator_id = ?", annotator_id)


def _summary(row: Row, counts: dict[str, int]) -> DocumentSummary:
    document_id, title, publisher, date, state, length, rights, position = row
    return DocumentSummary(
        document_id=document_id,
        title=title,
        publisher=publisher,
        date=date,
        state=state,
        length=length,
        restricted=Rights.model_validate(json.loads(rights)).restricted,
        position=position,
        counts=counts,
    )
