"""Commands that fill the curated layer: what all agree on, and differences that are settled."""

from __future__ import annotations

from typing import Literal

from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.values import Id, OneLine
from desktop.session.command import CommandValue
from desktop.session.planning import Context, Plan, Reader, gone


class TakeAgreed(CommandValue):
    """Copy into the curated layer what all annotators of an article have in the same way.

    What is there already stays as it is, so that it can be done again after more was annotated.
    """

    kind: Literal["curate_agreed"] = "curate_agreed"
    document_id: Id

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        from desktop.review.curation import compare  # no start waits for it
        from desktop.session.curated_layer import CuratedLayer

        layer = CuratedLayer(project, context, self.document_id)
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
        from desktop.review.curation import SETTLED  # no start waits for it
        from desktop.session.curated_layer import CuratedLayer

        if any(answer.id == self.answer_id for answer in project.answers(self.document_id)):
            return Plan(())  # a save that was reported as failed had kept it
        found = project.annotations_by_id(self.annotation_ids)
        foreign = any(annotation.document_id != self.document_id for annotation in found)
        if foreign or len(found) != len(self.annotation_ids) or not found:
            raise gone()
        layer = CuratedLayer(project, context, self.document_id)
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
