"""Documents, batches and projects of invented news sentences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.model.answer import Answer
from desktop.model.batch import CURRENT_ANNOTATOR, ImportBatch, ImportedDocument
from desktop.model.canonical import canonicalise
from desktop.model.project import Annotation, Annotator, Document, Entity, Relation
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation
from desktop.session.session import Session
from desktop.store.driver import sqlite3

AT = "2026-01-02T03:04:05.678Z"
TEXT = (
    "누리경제의 이도담 애널리스트는 가격이 12.5% 더 오를 것이라고 전망했다.\n"
    "재무부는 적자가 4천746억원으로 줄었다고 지난 3일 밝혔다. \U0001f600\n"
)
HISTORY_TABLES = ("operation", "edit", "sqlite_sequence")


def imported(
    text: str = TEXT,
    *,
    document_id: str | None = None,
    annotations: Iterable[Annotation] = (),
    relations: Iterable[Relation] = (),
    answers: Iterable[Answer] = (),
    suggestions: Iterable[Suggestion] = (),
    decisions: Iterable[Decision] = (),
    **fields: object,
) -> ImportedDocument:
    """An article as a text importer hands it over."""
    made = canonicalise(text)
    values: dict[str, object] = {
        "id": document_id or new_id(),
        "title": "가격이 더 오른다",
        "text_sha256": made.sha256,
        "length": len(made.text),
        "created_at": AT,
    }
    document = Document.model_validate(values | fields)
    original = text.encode("utf-8")
    return ImportedDocument(
        document,
        made.text,
        original,
        "utf-8",
        made.log,
        tuple(annotations),
        tuple(relations),
        tuple(answers),
        tuple(suggestions),
        tuple(decisions),
    )


def annotation(document_id: str, start: int, end: int, **fields: object) -> Annotation:
    """An annotation of :data:`TEXT`."""
    values: dict[str, object] = {
        "id": new_id(),
        "document_id": document_id,
        "label": "CLAIM",
        "start": start,
        "end": end,
        "quote": TEXT[start:end],
        "annotator_id": CURRENT_ANNOTATOR,
        "origin": "imported:test",
        "created_at": AT,
    }
    return Annotation.model_validate(values | fields)


def relation(source: Annotation, target: Annotation | str, **fields: object) -> Relation:
    """A relation ``attributed_to``; ``target`` is an annotation or an entity's id."""
    values: dict[str, object] = {
        "id": new_id(),
        "document_id": source.document_id,
        "type": "attributed_to",
        "source_id": source.id,
        "target_annotation_id": target.id if isinstance(target, Annotation) else None,
        "target_entity_id": target if isinstance(target, str) else None,
        "annotator_id": source.annotator_id,
        "origin": "imported:test",
        "created_at": AT,
    }
    return Relation.model_validate(values | fields)


def suggestion(document_id: str, start: int, end: int, **fields: object) -> Suggestion:
    """A suggestion in :data:`TEXT`."""
    values: dict[str, object] = {
        "id": new_id(),
        "document_id": document_id,
        "label": "SPEAKER",
        "start": start,
        "end": end,
        "quote": TEXT[start:end],
        "origin": "imported:test",
        "created_at": AT,
    }
    return Suggestion.model_validate(values | fields)


def decision(document_id: str, start: int, end: int, **fields: object) -> Decision:
    """A decision on a suggestion in :data:`TEXT`."""
    values: dict[str, object] = {
        "id": new_id(),
        "document_id": document_id,
        "action": "rejected",
        "rule": "figures",
        "version": "1",
        "label": "FIGURE",
        "start": start,
        "end": end,
        "quote": TEXT[start:end],
        "annotator_id": CURRENT_ANNOTATOR,
        "created_at": AT,
    }
    return Decision.model_validate(values | fields)


def answer(document_id: str, *annotation_ids: str, **fields: object) -> Answer:
    """An answered problem."""
    values: dict[str, object] = {
        "id": new_id(),
        "document_id": document_id,
        "problem": "no_speaker",
        "annotation_ids": annotation_ids,
        "reason": "출처가 기사에 없음",
        "annotator_id": CURRENT_ANNOTATOR,
        "created_at": AT,
    }
    return Answer.model_validate(values | fields)


def batch(
    *documents: ImportedDocument,
    annotators: Iterable[Annotator] = (),
    entities: Iterable[Entity] = (),
) -> ImportBatch:
    """What a file of these documents would bring."""
    return ImportBatch("articles.json", tuple(annotators), tuple(entities), documents)


def add(session: Session, document_id: str, start: int, end: int, label: str = "CLAIM") -> str:
    """Annotate a span; the new annotation's id."""
    annotation_id = new_id()
    session.do(
        AddAnnotation(
            annotation_id=annotation_id,
            document_id=document_id,
            label=label,
            span=Span(start, end),
        )
    )
    return annotation_id


def dump(path: Path, *, without: Iterable[str] = HISTORY_TABLES) -> dict[str, list[object]]:
    """All rows of a closed project file, read by another connection, but those of ``without``."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        tables = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return {
            table: sorted(connection.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
            for table in tables
            if table not in tuple(without)
        }
    finally:
        connection.close()


def rows(path: Path, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    """What a second reader finds in a closed project file."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(sql, parameters).fetchall()
    finally:
        connection.close()


def edited(path: Path, *statements: str) -> None:
    """Change a closed project file as no command would."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()
