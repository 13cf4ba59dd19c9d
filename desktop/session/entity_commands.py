"""Commands that keep the speaker registry."""

from __future__ import annotations

from typing import Literal

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.changes import Edit
from desktop.model.project import BUILT_IN_ENTITIES, Entity
from desktop.model.values import Id
from desktop.session.command import CommandValue
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import NOTHING_CHANGED, check_storable

BUILT_IN_IDS = frozenset(entity.id for entity in BUILT_IN_ENTITIES)


class AddEntity(CommandValue):
    """Add an entry to the registry. Two entries may have the same name: people do."""

    kind: Literal["add_entity"] = "add_entity"
    entity: Entity

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        check_entity(project, self.entity)
        saved = project.entity(self.entity.id)
        if saved is not None and saved != self.entity:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "The id {id} is in use."), NOTHING_CHANGED, id=saved.id
            )
        return Plan((Edit(None, self.entity),))


class SetEntity(CommandValue):
    """Replace what the registry says of an entry; built-in entries do not change."""

    kind: Literal["set_entity"] = "set_entity"
    entity: Entity

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = own_entity(project, self.entity.id)
        check_entity(project, self.entity)
        return Plan((Edit(before, self.entity),) if before != self.entity else ())


class DeleteEntity(CommandValue):
    """Delete an entry that no annotation and no relation uses."""

    kind: Literal["delete_entity"] = "delete_entity"
    entity_id: Id

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        entity = own_entity(project, self.entity_id)
        if project.entity_in_use(entity.id):
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "The registry entry {name} is in use."),
                QT_TRANSLATE_NOOP("errors", "Remove it from its annotations and relations first."),
                name=entity.canonical_name,
            )
        return Plan((Edit(entity, None),))


def own_entity(project: Reader, entity_id: str) -> Entity:
    """The entry, when it exists and is not built in."""
    entity = project.entity(entity_id)
    if entity is None:
        raise gone()
    if entity.id in BUILT_IN_IDS:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("errors", "The registry entry {name} belongs to every project."),
            NOTHING_CHANGED,
            name=entity.canonical_name,
        )
    return entity


def check_entity(project: Reader, entity: Entity) -> None:
    """Refuse an entry of a type that the schema lacks, or that no file can hold."""
    if entity.type not in {choice.name for choice in project.schema.entity_types}:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("errors", "The project's schema has no entries of type {type}."),
            NOTHING_CHANGED,
            type=entity.type,
        )
    check_storable(entity)
