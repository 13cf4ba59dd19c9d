"""What is suggested for an article, as a line of the native JSONL (see docs/formats.md)."""

from __future__ import annotations

from desktop.model.interchange import (
    FORMAT,
    DocumentLine,
    FileAnnotation,
    FileDocument,
    FileEntity,
    FileRelation,
)
from desktop.model.project import Document
from desktop.model.schema import Schema
from desktop.suggestions.fitting import fitted
from desktop.suggestions.naming import Naming
from desktop.suggestions.passages import Known
from desktop.suggestions.propose import propose_all
from desktop.suggestions.suggestion import Suggestion, Tie


def predicted_line(
    document: Document,
    text: str,
    schema: Schema,
    naming: Naming,
    words: tuple[str, ...] = (),
) -> DocumentLine:
    """The article with its suggestions as annotations of status ``suggested``.

    Ids say label and place, so that the same suggestion has the same id whenever it is made.
    Entries of the registry that suggestions mean are on the line too. ``words`` are the project's
    reporting words.
    """
    known = Known(document.metadata.date_published, naming.names, words)
    found = propose_all(text, document.zones, known)
    found = fitted(found, schema, len(text))
    groups = {
        member: f"group:{number}"
        for number, group in enumerate(found.groups, 1)
        for member in group.members
    }
    made = FileDocument(
        id=document.id,
        title=document.title,
        text=text,
        text_sha256=document.text_sha256,
        metadata=document.metadata,
        rights=document.rights,
        zones=document.zones,
        annotations=tuple(
            _annotation(suggestion, text, schema, groups.get(suggestion.id))
            for suggestion in found.suggestions
        ),
        relations=tuple(map(_relation, found.ties)),
    )
    named = {s.who.entity_id for s in found.suggestions if s.who is not None}
    entities = [naming.entity(entity_id) for entity_id in sorted(filter(None, named))]
    return DocumentLine.model_validate(
        {
            "format": FORMAT,
            "entities": [FileEntity(**entity.model_dump()) for entity in entities if entity],
            "document": made,
        }
    )


def _annotation(
    suggestion: Suggestion, text: str, schema: Schema, group: str | None
) -> FileAnnotation:
    features = dict(suggestion.features)
    named = schema.entity_features.get(suggestion.label, ())
    if named and suggestion.who is not None and suggestion.who.entity_id is not None:
        features.setdefault(named[0], suggestion.who.entity_id)
    return FileAnnotation(
        id=suggestion.id,
        label=suggestion.label,
        start=suggestion.span.start,
        end=suggestion.span.end,
        text=suggestion.span.slice(text),
        features=features,
        origin=suggestion.origin,
        status="suggested",
        group=group,
    )


def _relation(tie: Tie) -> FileRelation:
    return FileRelation(
        id=f"{tie.type}~{tie.source}~{tie.target}",
        type=tie.type,
        source=tie.source,
        target=tie.target,
        features=tie.features,
        origin=tie.origin,
    )
