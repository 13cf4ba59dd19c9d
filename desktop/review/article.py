"""Article: what the checks look at, with the ways through it worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.korean.quotes import Quote, find_quotes
from desktop.model.project import ANNOTATED_ZONES, Annotation, Relation, Zone
from desktop.model.schema import Schema
from desktop.model.span import Span

HEADLINE = frozenset({"title", "deck"})
"""Zones that sum the article up."""


@dataclass(frozen=True)
class Article:
    """A document's text with everything that is marked in it, as plain values.

    ``annotations`` are in the project's order: by (start, -end, id).
    """

    text: str
    zones: Sequence[Zone]
    schema: Schema
    annotations: Sequence[Annotation]
    relations: Sequence[Relation]

    @cached_property
    def annotation_named(self) -> dict[str, Annotation]:
        """Annotations by id."""
        return {annotation.id: annotation for annotation in self.annotations}

    def labelled(self, label: str) -> list[Annotation]:
        """The annotations of a label, in order."""
        return self._by_label.get(label, [])

    @cached_property
    def _by_label(self) -> dict[str, list[Annotation]]:
        found: defaultdict[str, list[Annotation]] = defaultdict(list)
        for annotation in self.annotations:
            found[annotation.label].append(annotation)
        return dict(found)

    @cached_property
    def leaving(self) -> dict[str, list[Relation]]:
        """The relations that leave an annotation, by its id."""
        found: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            found[relation.source_id].append(relation)
        return dict(found)

    def leads(self, annotation: Annotation, relation_type: str) -> list[Relation]:
        """The relations of a type that leave an annotation."""
        return [r for r in self.leaving.get(annotation.id, ()) if r.type == relation_type]

    @cached_property
    def headline_quotes(self) -> list[Quote]:
        """The quotations in the zones that sum the article up."""
        return self._quotes([zone.span for zone in self.zones if zone.kind in HEADLINE])

    @cached_property
    def body_quotes(self) -> list[Quote]:
        """The quotations in the other annotated zones or, without zones, in the whole text."""
        kinds = ANNOTATED_ZONES - HEADLINE
        if not self.zones:
            return self._quotes([Span(0, len(self.text))])
        return self._quotes([zone.span for zone in self.zones if zone.kind in kinds])

    def _quotes(self, places: Sequence[Span]) -> list[Quote]:
        return [quote for place in places for quote in find_quotes(self.text, *place)]
