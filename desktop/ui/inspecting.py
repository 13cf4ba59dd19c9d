"""The inspector's wishes turned into commands, and what it shows of the selected annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.model.changes import Changes
from desktop.model.project import Annotation, Entity, Relation
from desktop.model.roles import roles_of
from desktop.model.values import new_id, one_line
from desktop.session.claim_view import claim_views, conversions
from desktop.ui.desk import Desk
from desktop.ui.panels.inspector import Inspector
from desktop.ui.registry import Registry

if TYPE_CHECKING:
    from desktop.session.commands import Command
    from desktop.ui.panels.claim_facts import ClaimFacts
    from desktop.ui.panels.relation_rows import RelationRow

_MANY = 1_000
"""Mentions are counted so far."""


class Inspecting(QObject):
    """Stands between the desk and the inspector."""

    attribution_requested = Signal()
    """The speaker of the selected claim is to be chosen."""
    relation_requested = Signal()
    """The selected annotation is to be related to another."""

    def __init__(self, desk: Desk, inspector: Inspector, registry: Registry) -> None:
        super().__init__(desk)
        self._desk = desk
        self._bridge = desk.bridge
        self._session = desk.bridge.session
        self._inspector = inspector
        self._registry = registry
        self._roles = roles_of(self._session.schema)
        inspector.speaker_requested.connect(self._speaker_wished)
        desk.annotation_shown.connect(self._annotation_shown)
        inspector.feature_changed.connect(self._set_feature)
        inspector.relation_delete_requested.connect(self._delete_relation)
        inspector.link_requested.connect(self._link)
        inspector.entity_create_requested.connect(self._create_entity)
        inspector.set_annotators(self._session.annotators())
        desk.bridge.changed.connect(self._changed)

    def _set_feature(self, annotation_id: str, name: str, value: object) -> None:
        from desktop.session.attribution import link
        from desktop.session.commands import SetFeature

        entity = self._session.entity(value) if isinstance(value, str) else None
        mention = self._mention(annotation_id, name) if entity is not None else None
        if entity is not None and mention is not None:
            command: Command = link(self._session, mention, entity, self._desk.text)
        else:
            command = SetFeature.model_validate(
                {"annotation_id": annotation_id, "name": name, "value": value}
            )
        if self._bridge.do(command) is None:
            self._annotation_shown(self._desk.selected)

    def _mention(self, annotation_id: str, feature: str) -> Annotation | None:
        """The annotation, if this feature says which registry entry it means."""
        found = self._session.annotations_by_id([annotation_id])
        names = self._session.schema.entity_features
        linked = found and feature == next(iter(names.get(found[0].label, ())), None)
        return found[0] if linked else None

    def _delete_relation(self, relation_id: str) -> None:
        from desktop.session.commands import DeleteRelations

        self._bridge.do(DeleteRelations(relation_ids=(relation_id,)))

    def _speaker_wished(self, annotation_id: str) -> None:
        self._desk.show_annotation(annotation_id)
        self._desk.view.setFocus()
        self.attribution_requested.emit()

    def _link(self, annotation_id: str) -> None:
        del annotation_id
        self._desk.view.setFocus()
        self.relation_requested.emit()

    def _create_entity(self, annotation_id: str, name: str) -> None:
        from desktop.session.attribution import link

        found = self._session.annotations_by_id([annotation_id])
        if found and (line := one_line(name)):
            entity = Entity(id=new_id(), canonical_name=line)
            self._bridge.do(link(self._session, found[0], entity, self._desk.text))

    def _annotation_shown(self, annotation: Annotation | None) -> None:
        if annotation is None:
            if self._desk.document is not None:
                self._inspector.show_document(self._desk.document)
            return
        relations = self._session.relations_of([annotation.id])
        rows = self._rows(annotation, relations)
        self._inspector.show_annotation(
            annotation, rows, self._registry.index, self._desk.text.__getitem__
        )
        self._inspector.show_claim(self._facts(annotation))

    def _facts(self, annotation: Annotation) -> ClaimFacts | None:
        """Who said a claim and what its figures come to; None for anything else."""
        if annotation.label != self._roles.claim:
            return None
        records = self._desk.shown_records
        near = records.annotations(annotation.document_id, annotation.span)
        views = claim_views(records, near)
        view = next((v for v in views if any(part.id == annotation.id for part in v.parts)), None)
        if view is None:
            return None
        from desktop.ui.panels.claim_facts import ClaimFacts

        entity = self._session.entity(view.entity_id) if view.entity_id is not None else None
        return ClaimFacts(
            view,
            entity,
            self._session.mention_count(entity.id, _MANY) if entity is not None else 0,
            conversions(records, view.figures),
        )

    def _rows(self, annotation: Annotation, relations: list[Relation]) -> list[RelationRow]:
        from desktop.ui.panels.relation_rows import RelationRow

        others = {r.source_id for r in relations} | {r.target_id for r in relations}
        known = {a.id: a for a in self._session.annotations_by_id(sorted(others))}
        rows: list[RelationRow] = []
        for relation in relations:
            outgoing = relation.source_id == annotation.id
            other_id = relation.target_id if outgoing else relation.source_id
            other = known.get(other_id) or self._session.entity(other_id)
            if other is not None:
                rows.append(RelationRow(relation, other, outgoing))
        return rows

    def _changed(self, changes: Changes) -> None:
        if changes.bulk or any(True for _ in changes.of(Entity)):
            self._inspector.set_annotators(self._session.annotators())
            self._desk.show_selected()
