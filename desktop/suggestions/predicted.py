"""What is suggested for an article, as a document of the native format (see docs/formats.md)."""

from __future__ import annotations

from desktop.model.interchange import FileAnnotation, FileDocument, FileRelation
from desktop.model.project import Document
from desktop.model.schema import Schema
from desktop.suggestions.fitting import fitted
from desktop.suggestions.propose import propose_all
from desktop.suggestions.suggestion import Suggestion, Tie


def predicted(document: Document, text: str, schema: Schema, names: dict[str, str]) -> FileDocument:
    """The article with its suggestions as annotations of status ``suggested``.

    ``names`` maps names of the registry to its entries. Ids say label and place, so that the same
    suggestion has the same id whenever it is made.
    """
    found = propose_all(text, document.zones, document.metadata.date_published, names)
    found = fitted(found, schema, len(text))
    groups = {
        member: f"group:{number}"
        for number, group in enumerate(found.groups, 1)
        for member in group.members
    }
    return FileDocument(
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
