"""The curated layer of one article, and what a command adds to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Relation
from desktop.review.curation import CURATED, Place, place_of
from desktop.review.overlaps import Overlaps
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import NOTHING_CHANGED

_ORIGIN = "curated"


class CuratedLayer:
    """Plans copies of annotations and relations into the layer."""

    def __init__(self, project: Reader, context: Context, document_id: str) -> None:
        document = project.document(document_id)
        if document is None:
            raise gone()
        for annotator in project.annotators():
            if annotator.name == CURATED.name and annotator.id != CURATED.id:
                raise RuleBroken(
                    QT_TRANSLATE_NOOP("errors", "An annotator has the name of the curated layer."),
                    NOTHING_CHANGED,
                )
        self.annotations = project.annotations(document_id)
        self._project = project
        self._at = context.at
        self._there: dict[Place, str] = {
            place_of(a): a.id for a in self.annotations if a.annotator_id == CURATED.id
        }
        self._new: set[Place] = set()
        """Places that are there only since this plan."""
        self._edits: list[Edit] = []

    def take(self, annotations: Iterable[Annotation]) -> None:
        """Copy annotations; where the layer has the same place already, that stays.

        Of one place both versions are copied when both are wished for.
        """
        copies = {_copied(annotation.id): annotation for annotation in annotations}
        known = {a.id for a in self._project.annotations_by_id(list(copies))}
        for copied, annotation in copies.items():
            place = place_of(annotation)
            if copied in known or (place in self._there and place not in self._new):
                continue
            own = {
                "id": copied,
                "annotator_id": CURATED.id,
                "origin": _ORIGIN,
                "created_at": self._at,
            }
            self._edits.append(Edit(None, annotation.model_copy(update=own)))
            if place not in self._there:
                self._there[place] = copied
                self._new.add(place)

    def relate(self, relations: Iterable[Relation]) -> None:
        """Copy relations whose ends the layer has, as far as the schema lets them be."""
        named = {annotation.id: place_of(annotation) for annotation in self.annotations}
        there = Overlaps(self._there)
        own = self._project.relations_of(list(self._there.values()))
        present = {(r.type, r.source_id, r.target_id) for r in own}
        leaving = Counter((r.type, r.source_id) for r in own)
        for relation in relations:
            definition = self._project.schema.relation_named.get(relation.type)
            if relation.annotator_id == CURATED.id or definition is None:
                continue
            place, target = named[relation.source_id], relation.target_annotation_id
            source = self._there.get(place) or there.first(place)
            end = relation.target_entity_id
            if target is not None:
                end = self._there.get(named[target]) or there.first(named[target])
            # Where the layer has the source otherwise, its own relations stand before others'.
            most = definition.max if place in self._there else 1
            if source is None or end is None or source == end:
                continue
            if (relation.type, source, end) in present or (
                most is not None and leaving[relation.type, source] >= most
            ):
                continue
            update = {
                "id": _copied(f"{relation.type} {source} {end}"),
                "source_id": source,
                "target_annotation_id": end if target else None,
                "annotator_id": CURATED.id,
                "origin": _ORIGIN,
                "created_at": self._at,
            }
            self._edits.append(Edit(None, relation.model_copy(update=update)))
            present.add((relation.type, source, end))
            leaving[relation.type, source] += 1

    def plan(self, further: Sequence[Edit] = ()) -> Plan:
        """What was asked for, with the layer's owner."""
        people: Sequence[Annotator] = (CURATED,) if self._edits else ()
        return Plan([*self._edits, *further], annotators=people)


def _copied(source: str) -> str:
    """The id of a copy: the same each time, so that nothing comes twice."""
    return sha256(f"curated {source}".encode()).hexdigest()[:32]
