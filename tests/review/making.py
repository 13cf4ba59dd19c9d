"""Articles for the checks, with their marks written into the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.model.project import Annotation, Relation, Zone
from desktop.model.schema import Schema
from desktop.review.article import Article
from desktop.session.session import default_schema
from tests.marked import read_marked

AT = "2026-01-02T03:04:05.678Z"


def article(
    marked: str,
    *relations: str,
    zones: Sequence[str] = (),
    schema: Schema | None = None,
    **features: dict[str, Any],
) -> Article:
    """An article of ``⟦LABEL#id|text⟧``; a relation is ``c1 attributed_to s1``.

    ``zones`` are the kinds of the lines, ``features`` those of the annotations by id.
    """
    text, found = read_marked(marked)
    annotations = [
        Annotation(
            id=name,
            document_id="d",
            label=label,
            start=span.start,
            end=span.end,
            quote=span.slice(text),
            features=features.get(name, {}),
            annotator_id=features.get(name, {}).pop("by", "a1"),
            created_at=AT,
        )
        for label, name, span in found
    ]
    annotations.sort(key=lambda a: (a.start, -a.end, a.id))
    names = {annotation.id for annotation in annotations}
    made = [_relation(words, names) for words in relations]
    return Article(text, tuple(_zones(text, zones)), schema or default_schema(), annotations, made)


def _relation(words: str, names: set[str]) -> Relation:
    source, kind, target = words.split()
    return Relation(
        id=words.replace(" ", "-"),
        document_id="d",
        type=kind,
        source_id=source,
        target_annotation_id=target if target in names else None,
        target_entity_id=None if target in names else target,
        annotator_id="a1",
        created_at=AT,
    )


def _zones(text: str, kinds: Sequence[str]) -> list[Zone]:
    found, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=False):
        found.append(Zone(kind=kind, start=start, end=start + len(line)))
        start += len(line) + 1
    return found
