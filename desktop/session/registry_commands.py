"""Commands that say who a mention is, and that join and part entries of the speaker registry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Entity, Relation
from desktop.model.values import Id, OneLine
from desktop.session.annotation_commands import annotation_with_id
from desktop.session.command import CommandValue, Ids
from desktop.session.entity_commands import BUILT_IN_IDS, AddEntity, own_entity
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import NOTHING_CHANGED, check_storable


class LinkMention(CommandValue):
    """Say which entry of the registry a mention means; the entry learns ``alias`` in the same step.

    A built-in entry learns nothing. Which feature names the entry is the schema's to say.
    """

    kind: Literal["link_mention"] = "link_mention"
    touches: ClassVar = (Annotation,)
    annotation_id: Id
    entity_id: Id
    alias: Annotated[OneLine, Field(min_length=1)] | None = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = annotation_with_id(project, self.annotation_id)
        entity = project.entity(self.entity_id)
        if entity is None:
            raise gone()
        features = project.schema.entity_features.get(before.label, ())
        if not features:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "An annotation {label} names nobody."),
                NOTHING_CHANGED,
                label=before.label,
            )
        after = before.model_copy(
            update={"features": before.features | {features[0]: self.entity_id}}
        )
        edits = [Edit(before, after)] if after != before else []
        if self.alias and entity.id not in BUILT_IN_IDS:
            wiser = with_aliases(entity, [self.alias])
            check_storable(wiser)
            edits += [Edit(entity, wiser)] if wiser != entity else []
        return Plan(edits)


class MergeEntities(CommandValue):
    """Make one entry of several: ``entity_id`` stays and gets what the others had.

    Their mentions, relations, names and aliases become its own; what it does not say of its
    affiliation, title and so on is taken from the first of them that does. A relation that would be
    there twice is there once. A built-in entry keeps its names.
    """

    kind: Literal["merge_entities"] = "merge_entities"
    entity_id: Id
    merged_ids: Ids

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        kept = project.entity(self.entity_id)
        if kept is None:
            raise gone()
        merged = [
            own_entity(project, entity_id)
            for entity_id in dict.fromkeys(self.merged_ids)
            if entity_id != kept.id
        ]
        edits = list(_renamed(project, {entity.id for entity in merged}, kept.id))
        edits += _led_elsewhere(project, [entity.id for entity in merged], kept.id)
        if kept.id not in BUILT_IN_IDS:
            after = _united(kept, merged)
            check_storable(after)
            edits += [Edit(kept, after)] if after != kept else []
        return Plan([*edits, *(Edit(entity, None) for entity in merged)])


class SplitEntity(CommandValue):
    """Give some mentions of an entry, and some relations to it, to a new entry.

    Aliases of the new entry are no longer the old one's.
    """

    kind: Literal["split_entity"] = "split_entity"
    entity_id: Id
    entity: Entity
    annotation_ids: tuple[Id, ...] = ()
    relation_ids: tuple[Id, ...] = ()

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        if not (self.annotation_ids or self.relation_ids):
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "Choose the mentions that are to go to a new entry."),
                NOTHING_CHANGED,
            )
        old = project.entity(self.entity_id)
        mentions = project.annotations_by_id(list(dict.fromkeys(self.annotation_ids)))
        relations = project.relations_by_id(list(dict.fromkeys(self.relation_ids)))
        if old is None or len(mentions) + len(relations) != len(
            {*self.annotation_ids, *self.relation_ids}
        ):
            raise gone()
        edits = list(AddEntity(entity=self.entity).plan(project, context).edits)
        for mention in mentions:
            after = _named_anew(project, mention, {old.id}, self.entity.id)
            if after == mention:
                raise gone()
            edits.append(Edit(mention, after))
        for relation in relations:
            if relation.target_entity_id != old.id:
                raise gone()
            edits.append(Edit(relation, _leading_to(relation, self.entity.id)))
        names = {self.entity.canonical_name, *self.entity.aliases}
        left = tuple(alias for alias in old.aliases if alias not in names)
        if left != old.aliases:
            edits.append(Edit(old, old.model_copy(update={"aliases": left})))
        return Plan(edits)


def with_aliases(entity: Entity, names: Iterable[str]) -> Entity:
    """``entity`` with these names among its aliases, each name once."""
    known = [entity.canonical_name, *entity.aliases]
    new = [name for name in dict.fromkeys(names) if name not in known]
    return entity.model_copy(update={"aliases": (*entity.aliases, *new)}) if new else entity


def _united(kept: Entity, merged: list[Entity]) -> Entity:
    names = (name for e in merged for name in (e.canonical_name, *e.aliases))
    united = with_aliases(kept, names).model_dump()
    for entity in merged:
        for name, value in entity.model_dump().items():
            if united.get(name) in (None, ""):
                united[name] = value
    return Entity.model_validate(united)


def _renamed(project: Reader, before: set[str], after: str) -> Iterator[Edit]:
    mentions = {m.id: m for entity_id in sorted(before) for m in project.mentions(entity_id)}
    for mention in mentions.values():
        yield Edit(mention, _named_anew(project, mention, before, after))


def _named_anew(project: Reader, mention: Annotation, before: set[str], after: str) -> Annotation:
    names = project.schema.entity_features.get(mention.label, ())
    changed = {name: after for name in names if mention.features.get(name) in before}
    return mention.model_copy(update={"features": mention.features | changed})


def _led_elsewhere(project: Reader, before: Iterable[str], after: str) -> Iterator[Edit]:
    there = {(r.type, r.source_id) for r in project.relations_to_entity(after)}
    for entity_id in before:
        for relation in project.relations_to_entity(entity_id):
            key = relation.type, relation.source_id
            yield Edit(relation, None if key in there else _leading_to(relation, after))
            there.add(key)


def _leading_to(relation: Relation, entity_id: str) -> Relation:
    return relation.model_copy(update={"target_entity_id": entity_id})
