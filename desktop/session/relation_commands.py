"""Commands that make, change and delete relations."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Relation
from desktop.model.schema import RelationDef
from desktop.model.values import Features, Id, OneLine
from desktop.session.annotation_commands import annotation_with_id, changed_features
from desktop.session.command import CommandValue, Ids, Key
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import (
    NOTHING_CHANGED,
    allowed,
    check_features,
    check_storable,
    relation_def,
)


class AddRelation(CommandValue):
    """Relate an annotation to another one of its document, or to a registry entry.

    Where the type allows one relation per source (``max`` 1), the present one is replaced in the
    same step. ``relation_id`` is made by the caller.
    """

    kind: Literal["add_relation"] = "add_relation"
    relation_id: Id
    type: str
    source_id: Id
    target_id: Id
    features: Features = Field(default_factory=dict)
    origin: OneLine = "human"

    @property
    def makes(self) -> Key:
        """See :attr:`CommandValue.makes`."""
        return Relation, self.relation_id

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        definition = relation_def(project.schema, self.type)
        source = annotation_with_id(project, self.source_id)
        target = next(iter(project.annotations_by_id([self.target_id])), None)
        self._check_ends(project, definition, source, target)
        document = project.document(source.document_id)
        length = document.length if document is not None else 0
        check_features(definition.feature_named, self.features, length, project)
        relation = Relation(
            id=self.relation_id,
            document_id=source.document_id,
            type=self.type,
            source_id=self.source_id,
            target_annotation_id=self.target_id if target is not None else None,
            target_entity_id=self.target_id if target is None else None,
            features=self.features,
            annotator_id=context.annotator.id,
            origin=self.origin,
            created_at=context.at,
        )
        check_storable(relation)
        saved = next(iter(project.relations_by_id([self.relation_id])), None)
        if saved is not None and saved != relation.model_copy(
            update={"created_at": saved.created_at}
        ):
            raise _broken(QT_TRANSLATE_NOOP("errors", "The id {id} is in use."), id=saved.id)
        replaced = self._replaced(project, definition)
        return Plan([*(Edit(old, None) for old in replaced), Edit(None, saved or relation)])

    def _check_ends(
        self,
        project: Reader,
        definition: RelationDef,
        source: Annotation,
        target: Annotation | None,
    ) -> None:
        if target is None and project.entity(self.target_id) is None:
            raise gone()
        if target is not None and (
            target.id == source.id or target.document_id != source.document_id
        ):
            raise _broken(
                QT_TRANSLATE_NOOP("errors", "A relation joins two annotations of one document.")
            )
        if not allowed(definition, source, target):
            raise _broken(
                QT_TRANSLATE_NOOP("errors", "A relation {type} may not lead there."), type=self.type
            )
        if definition.contained and target is not None and not target.span.contains(source.span):
            raise _broken(
                QT_TRANSLATE_NOOP("errors", "A relation {type} leads to what lies around it."),
                type=self.type,
            )

    def _replaced(self, project: Reader, definition: RelationDef) -> list[Relation]:
        present = [
            r
            for r in project.relations_of([self.source_id])
            if r.source_id == self.source_id and r.type == self.type and r.id != self.relation_id
        ]
        if any(r.target_id == self.target_id for r in present):
            raise _broken(QT_TRANSLATE_NOOP("errors", "This relation is there already."))
        if definition.max is None or len(present) < definition.max:
            return []
        if definition.max == 1:
            return present
        raise _broken(
            QT_TRANSLATE_NOOP("errors", "At most {max} relations {type} may leave one annotation."),
            max=definition.max,
            type=self.type,
        )


class DeleteRelations(CommandValue):
    """Delete relations; their ends stay."""

    kind: Literal["delete_relations"] = "delete_relations"
    touches: ClassVar = (Relation,)
    relation_ids: Ids

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        ids = list(dict.fromkeys(self.relation_ids))
        relations = project.relations_by_id(ids)
        if len(relations) != len(ids):
            raise gone()
        return Plan([Edit(relation, None) for relation in relations])


class SetRelationFeature(CommandValue):
    """Give a feature of a relation a value, or none (``value`` None)."""

    kind: Literal["set_relation_feature"] = "set_relation_feature"
    touches: ClassVar = (Relation,)
    relation_id: Id
    name: str
    value: JsonValue = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = next(iter(project.relations_by_id([self.relation_id])), None)
        document = project.document(before.document_id) if before is not None else None
        if before is None or document is None:
            raise gone()
        features = changed_features(before.features, self.name, self.value)
        if features == before.features:
            return Plan(())
        if self.value is not None:
            defined = relation_def(project.schema, before.type).feature_named
            check_features(defined, {self.name: self.value}, document.length, project)
        after = before.model_copy(update={"features": features})
        check_storable(after)
        return Plan((Edit(before, after),))


def _broken(what: str, **params: object) -> RuleBroken:
    return RuleBroken(what, NOTHING_CHANGED, **params)
