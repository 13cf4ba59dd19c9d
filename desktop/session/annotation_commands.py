"""Commands that make, change and delete annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field, JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Document, Record
from desktop.model.schema import LabelDef
from desktop.model.span import Span
from desktop.model.values import Features, Id, OneLine
from desktop.session.clipping import clipped_features
from desktop.session.command import CommandValue, Ids, Key
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import (
    NOTHING_CHANGED,
    check_features,
    check_span,
    check_storable,
    label_def,
    relations_no_longer_allowed,
)


class AddAnnotation(CommandValue):
    """Give a span of a document a label. A document in state ``new`` becomes ``in_progress``.

    ``annotation_id`` is made by the caller (:func:`desktop.model.values.new_id`), so that the
    command can be sent again after a failed save without doubling anything. The label's default
    features are the caller's to give.
    """

    kind: Literal["add_annotation"] = "add_annotation"
    annotation_id: Id
    document_id: Id
    label: str
    span: Span
    features: Features = Field(default_factory=dict)
    origin: OneLine = "human"

    @property
    def makes(self) -> Key:
        """See :attr:`CommandValue.makes`."""
        return Annotation, self.annotation_id

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        document = _document(project, self.document_id)
        definition = label_def(project.schema, self.label)
        check_span(self.span, document.length)
        check_features(definition.feature_named, self.features, document.length, project, self.span)
        annotation = Annotation(
            id=self.annotation_id,
            document_id=self.document_id,
            label=self.label,
            start=self.span.start,
            end=self.span.end,
            quote=self.span.slice(project.text(self.document_id)),
            features=self.features,
            annotator_id=context.annotator.id,
            origin=self.origin,
            created_at=context.at,
        )
        check_storable(annotation)
        edits = [Edit(None, _saved_before(project, annotation))]
        if document.state == "new":
            edits.append(Edit(document, document.model_copy(update={"state": "in_progress"})))
        return Plan(edits)


class DeleteAnnotations(CommandValue):
    """Delete annotations, the relations that lead from or to them, and answers about them."""

    kind: Literal["delete_annotations"] = "delete_annotations"
    touches: ClassVar = (Annotation,)
    annotation_ids: Ids

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        ids = list(dict.fromkeys(self.annotation_ids))
        annotations = project.annotations_by_id(ids)
        if len(annotations) != len(ids):
            raise gone()
        lost: list[Record] = [
            *project.relations_of(ids),
            *_answers_about(project, annotations),
            *annotations,
        ]
        return Plan([Edit(record, None) for record in lost])


class SetLabel(CommandValue):
    """Give an annotation another label.

    Features that the new label lacks or would not allow go in the same step, and so do relations.
    """

    kind: Literal["set_label"] = "set_label"
    touches: ClassVar = (Annotation,)
    annotation_id: Id
    label: str

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = annotation_with_id(project, self.annotation_id)
        if before.label == self.label:
            return Plan(())
        length = _document(project, before.document_id).length
        after = relabelled(before, label_def(project.schema, self.label), length)
        lost = relations_no_longer_allowed(project, [after])
        return Plan([Edit(relation, None) for relation in lost] + [Edit(before, after)])


class SetFeature(CommandValue):
    """Give a feature of an annotation a value, or none (``value`` None).

    Parts lie inside the annotation.
    """

    kind: Literal["set_feature"] = "set_feature"
    touches: ClassVar = (Annotation,)
    annotation_id: Id
    name: str
    value: JsonValue = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = annotation_with_id(project, self.annotation_id)
        definition = label_def(project.schema, before.label)
        features = changed_features(before.features, self.name, self.value)
        if features == before.features:
            return Plan(())
        if self.value is not None:
            length = _document(project, before.document_id).length
            value: Features = {self.name: self.value}
            check_features(definition.feature_named, value, length, project, before.span)
        after = before.model_copy(update={"features": features})
        check_storable(after)
        return Plan((Edit(before, after),))


class SetSpan(CommandValue):
    """Move the borders of an annotation; its quote follows.

    Places among its features (the parts of a name) that lay inside are cut to what still does.
    """

    kind: Literal["set_span"] = "set_span"
    touches: ClassVar = (Annotation,)
    annotation_id: Id
    span: Span

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = annotation_with_id(project, self.annotation_id)
        check_span(self.span, _document(project, before.document_id).length)
        if before.span == self.span:
            return Plan(())
        quote = self.span.slice(project.text(before.document_id))
        label = project.schema.label_named.get(before.label)
        defined = label.feature_named if label is not None else {}
        after = {
            "start": self.span.start,
            "end": self.span.end,
            "quote": quote,
            "features": clipped_features(before.features, defined, before.span, self.span),
        }
        return Plan((Edit(before, before.model_copy(update=after)),))


def annotation_with_id(project: Reader, annotation_id: str) -> Annotation:
    """The annotation; RuleBroken when it is gone."""
    found = project.annotations_by_id([annotation_id])
    if not found:
        raise gone()
    return found[0]


def relabelled(before: Annotation, label: LabelDef, length: int) -> Annotation:
    """``before`` with another label and the features that it allows in a text of ``length``."""
    defined = label.feature_named
    features = {
        name: value
        for name, value in before.features.items()
        if name in defined and defined[name].fault(value, length, before.span) is None
    }
    return before.model_copy(update={"label": label.name, "features": features})


def changed_features(features: Features, name: str, value: JsonValue) -> Features:
    """``features`` with ``name`` set to ``value``, or without it when that is None."""
    if value is None:
        return {key: kept for key, kept in features.items() if key != name}
    return features | {name: value}


def _answers_about(project: Reader, annotations: list[Annotation]) -> Iterator[Answer]:
    ids = {annotation.id for annotation in annotations}
    for document_id in sorted({annotation.document_id for annotation in annotations}):
        for answer in project.answers(document_id):
            if not ids.isdisjoint(answer.annotation_ids):
                yield answer


def _document(project: Reader, document_id: str) -> Document:
    document = project.document(document_id)
    if document is None:
        raise gone()
    return document


def _saved_before(project: Reader, annotation: Annotation) -> Annotation:
    """``annotation``, or its equal that a save which was reported as failed had kept."""
    found = project.annotations_by_id([annotation.id])
    if not found:
        return annotation
    if found[0] != annotation.model_copy(update={"created_at": found[0].created_at}):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("errors", "The id {id} is in use."), NOTHING_CHANGED, id=annotation.id
        )
    return found[0]
