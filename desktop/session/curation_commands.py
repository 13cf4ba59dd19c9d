"""Commands that fill the curated layer: what all agree on, and differences that are settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Literal

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Relation
from desktop.model.values import Id, OneLine
from desktop.review.curation import (
    CURATED,
    SETTLED,
    Place,
    compare,
    place_of,
)
from desktop.session.command import CommandValue
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import NOTHING_CHANGED

_ORIGIN = "curated"


class TakeAgreed(CommandValue):
    """Copy into the curated layer what all annotators of an article have in the same way.

    What is there already stays as it is, so that it can be done again after more was annotated.
    """

    kind: Literal["curate_agreed"] = "curate_agreed"
    document_id: Id

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        layer = _Layer(project, context, self.document_id)
        comparison = compare(layer.annotations, project.relations(self.document_id))
        layer.take(comparison.agreed)
        layer.relate(comparison.relations)
        return layer.plan()


class Settle(CommandValue):
    """Settle a difference: copy ``taken`` (none of them for neither) into the curated layer.

    The relations of what is taken come along where the layer has their other end, or what overlaps
    it. ``key`` is the difference's; ``answer_id`` is made by the caller.
    """

    kind: Literal["settle"] = "settle"
    document_id: Id
    annotation_ids: tuple[Id, ...]
    key: OneLine
    taken: tuple[Id, ...]
    answer_id: Id

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        if any(answer.id == self.answer_id for answer in project.answers(self.document_id)):
            return Plan(())  # a save that was reported as failed had kept it
        found = project.annotations_by_id(self.annotation_ids)
        foreign = any(annotation.document_id != self.document_id for annotation in found)
        if foreign or len(found) != len(self.annotation_ids) or not found:
            raise gone()
        layer = _Layer(project, context, self.document_id)
        taken = [annotation for annotation in found if annotation.id in self.taken]
        layer.take(taken)
        own = {annotation.id for annotation in taken}
        layer.relate(
            relation
            for relation in project.relations(self.document_id)
            if relation.source_id in own or relation.target_annotation_id in own
        )
        names = {annotator.id: annotator.name for annotator in project.annotators()}
        reason = ", ".join(dict.fromkeys(names.get(a.annotator_id, "?") for a in taken))
        answer = Answer(
            id=self.answer_id,
            document_id=self.document_id,
            problem=SETTLED,
            annotation_ids=self.annotation_ids,
            key=self.key,
            reason=reason or "-",
            annotator_id=context.annotator.id,
            created_at=context.at,
        )
        return layer.plan([Edit(None, answer)])


class _Layer:
    """The curated layer of one article, and what is to be added to it."""

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
        self._edits: list[Edit] = []

    def take(self, annotations: Iterable[Annotation]) -> None:
        """Copy annotations; where the layer has the same place already, that stays."""
        for annotation in annotations:
            copied = _copied(annotation.id)
            known = self._project.annotations_by_id([copied])
            if known or (
                place_of(annotation) in self._there and not self._is_new(place_of(annotation))
            ):
                continue
            own = {
                "id": copied,
                "annotator_id": CURATED.id,
                "origin": _ORIGIN,
                "created_at": self._at,
            }
            self._edits.append(Edit(None, annotation.model_copy(update=own)))
            self._there.setdefault(place_of(annotation), copied)

    def relate(self, relations: Iterable[Relation]) -> None:
        """Copy relations whose ends the layer has, as far as the schema lets them be."""
        named = {annotation.id: place_of(annotation) for annotation in self.annotations}
        own = self._project.relations_of(list(self._there.values()))
        present = {(r.type, r.source_id, r.target_id) for r in own}
        leaving = Counter((r.type, r.source_id) for r in own)
        for relation in relations:
            definition = self._project.schema.relation_named.get(relation.type)
            if relation.annotator_id == CURATED.id or definition is None:
                continue
            place, target = named[relation.source_id], relation.target_annotation_id
            source = self._there.get(place) or self._beside(place)
            end = relation.target_entity_id
            if target is not None:
                end = self._there.get(named[target]) or self._beside(named[target])
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

    def _beside(self, place: Place) -> str | None:
        """The id of what the layer has of this label, overlapping the place."""
        label, start, end = place
        for (known, begins, ends), copied in self._there.items():
            if known == label and begins < end and start < ends:
                return copied
        return None

    def plan(self, further: Sequence[Edit] = ()) -> Plan:
        """What was asked for, with the layer's owner."""
        people: Sequence[Annotator] = (CURATED,) if self._edits else ()
        return Plan([*self._edits, *further], annotators=people)

    def _is_new(self, place: Place) -> bool:
        """True for a place that is only there since this plan: both versions were wished for."""
        ids = {edit.record.id for edit in self._edits}
        return self._there[place] in ids


def _copied(source: str) -> str:
    """The id of a copy: the same each time, so that nothing comes twice."""
    return sha256(f"curated {source}".encode()).hexdigest()[:32]
