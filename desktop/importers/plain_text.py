"""Plain text → one article: decoded, made canonical, with zones, rights and a title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.importers.context import ReadContext, read_bytes, shown_name
from desktop.importers.decoding import decode
from desktop.korean.metadata import metadata_in
from desktop.korean.rights import recognise_rights
from desktop.korean.titles import title_of
from desktop.korean.zones import find_zones
from desktop.model.batch import ImportBatch, ImportedDocument
from desktop.model.canonical import CanonicalText, canonicalise
from desktop.model.project import Document, Metadata
from desktop.model.values import new_id, now

LIMIT = 64_000_000
"""Largest text file that is read, in bytes."""


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a text file as one article.

    Raises:
        RefusedInput: it cannot be read, decoded, or holds no article.
    """
    del context
    data = read_bytes(path, LIMIT)
    decoded = decode(data)
    name = shown_name(path)
    metadata = Metadata(source_file=name, source_encoding=decoded.encoding)
    document = article(canonicalise(decoded.text), metadata)
    document = replace(document, original=data, original_encoding=decoded.encoding)
    return ImportBatch(name, documents=(document,))


def article(
    canonical: CanonicalText, metadata: Metadata, title: str | None = None
) -> ImportedDocument:
    """A new article of a text, with zones, rights and what the text says of itself.

    ``metadata`` and ``title``, where given, stand before what the text says.
    """
    zones = find_zones(canonical.text)
    rights = recognise_rights(canonical.text)
    said = metadata_in(canonical.text, zones, rights)
    document = Document(
        id=new_id(),
        title=title or title_of(canonical.text, zones),
        text_sha256=canonical.sha256,
        length=len(canonical.text),
        metadata=said.model_copy(update=metadata.model_dump(exclude_unset=True)),
        rights=rights,
        zones=zones,
        created_at=now(),
    )
    return ImportedDocument(document, canonical.text, normalisation=canonical.log)
