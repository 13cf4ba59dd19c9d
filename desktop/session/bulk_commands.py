"""Commands that change many annotations at once; each is one operation to undo."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from desktop.model.changes import Edit
from desktop.model.project import Annotation, Document
from desktop.model.values import Features
from desktop.session.annotation_commands import changed_features, relabelled
from desktop.session.command import CommandValue, Ids
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import (
    check_features,
    check_storable,
    label_def,
    relations_no_longer_allowed,
)


class SetLabels(CommandValue):
    """Give annotations another label.

    Features that it lacks or would not allow go in the same step, and so do relations that no
    longer lead where the schema lets them.
    """

    kind: Literal["set_labels"] = "set_labels"
    annotation_ids: Ids
    label: str

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        definition = label_def(project.schema, self.label)
        lengths = _Lengths(project)
        edits = [
            Edit(before, relabelled(before, definition, lengths.of(before.document_id)))
            for before in _annotations(project, self.annotation_ids)
            if before.label != self.label
        ]
        changed = [edit.after for edit in edits if isinstance(edit.after, Annotation)]
        lost = relations_no_longer_allowed(project, changed)
        return Plan([Edit(relation, None) for relation in lost] + edits)


class SetFeatures(CommandValue):
    """Give a feature of annotations a value, or none; where the label lacks it nothing happens."""

    kind: Literal["set_features"] = "set_features"
    annotation_ids: Ids
    name: str
    value: JsonValue = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        lengths = _Lengths(project)
        edits: list[Edit] = []
        for before in _annotations(project, self.annotation_ids):
            defined = label_def(project.schema, before.label).feature_named
            features = changed_features(before.features, self.name, self.value)
            if self.name not in defined or features == before.features:
                continue
            if self.value is not None:
                length = lengths.of(before.document_id)
                value: Features = {self.name: self.value}
                check_features(defined, value, length, project, before.span)
            changed = before.model_copy(update={"features": features})
            check_storable(changed)
            edits.append(Edit(before, changed))
        return Plan(edits)


class _Lengths:
    """Lengths of texts, each asked for once."""

    def __init__(self, project: Reader) -> None:
        self._project = project
        self._known: dict[str, Document] = {}

    def of(self, document_id: str) -> int:
        if document_id not in self._known:
            document = self._project.document(document_id)
            if document is None:
                raise gone()
            self._known[document_id] = document
        return self._known[document_id].length


def _annotations(project: Reader, annotation_ids: Ids) -> list[Annotation]:
    """The annotations; RuleBroken when one of them is gone."""
    ids = list(dict.fromkeys(annotation_ids))
    found = project.annotations_by_id(ids)
    if len(found) != len(ids):
        raise gone()
    return found
