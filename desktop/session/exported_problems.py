"""The problems of a document as it is exported: what the checks find in exactly that."""

from __future__ import annotations

from desktop.model.interchange import FileDocument, FoundProblem
from desktop.model.project import Annotation, Relation
from desktop.model.schema import Schema
from desktop.review.article import Article
from desktop.review.checks import find_problems
from desktop.review.problem import KINDS
from desktop.session.document_review import BEGUN


def problems_of(document: FileDocument, schema: Schema) -> tuple[FoundProblem, ...]:
    """The open problems, in reading order; none where nobody has begun, or without the text."""
    if document.state not in BEGUN or document.text is None:
        return ()
    article = Article(
        document.text,
        document.zones or (),
        schema,
        _annotations(document),
        _relations(document, schema),
    )
    answered = {(a.problem, a.annotations, a.key) for a in document.answers}
    return tuple(
        FoundProblem(
            found.kind,
            KINDS[found.kind].names,
            found.severity,
            *found.span,
            found.annotation_ids,
            found.key,
        )
        for found in find_problems(article)
        if found.identity not in answered
    )


def _annotations(document: FileDocument) -> list[Annotation]:
    """The records again; what the project or the reader has checked is not checked twice."""
    return [
        Annotation.model_construct(
            id=made.id or "",
            document_id=document.id or "",
            label=made.label,
            start=made.start,
            end=made.end,
            quote=made.text or "",
            features=made.features,
            annotator_id=made.annotator or "",
            origin=made.origin or "",
            created_at=made.created_at or "",
        )
        for made in document.annotations
    ]


def _relations(document: FileDocument, schema: Schema) -> list[Relation]:
    ids = {annotation.id for annotation in document.annotations}
    return [
        Relation.model_construct(
            id=made.id or "",
            document_id=document.id or "",
            type=made.type,
            source_id=made.source,
            target_annotation_id=made.target if made.target in ids else None,
            target_entity_id=None if made.target in ids else made.target,
            features=made.features,
            annotator_id=made.annotator or "",
            origin=made.origin or "",
            created_at=made.created_at or "",
        )
        for made in document.relations
        if made.type in schema.relation_named
    ]
