"""Reads of the speaker registry and of what uses it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from desktop.model.overview import EntityUse
from desktop.model.project import BUILT_IN_ENTITIES, Annotation, Entity, Relation
from desktop.model.schema import Schema
from desktop.store.connection import Connection
from desktop.store.queries import Queries
from desktop.store.records import ANNOTATIONS, ENTITIES, RELATIONS, json_text

_BUILT_IN = frozenset(entity.id for entity in BUILT_IN_ENTITIES)


class EntityReads(Queries):
    """Queries on the registry; the schema says which features name an entry.

    One named ``entity``, as in the shipped schema, is found by an index (see the migration
    ``mentions_by_entity``, whose expressions these are); others by reading all annotations.
    """

    def __init__(self, connection: Connection, schema: Schema) -> None:
        super().__init__(connection)
        self.schema = schema

    def entities(self) -> list[Entity]:
        """The registry: built-in entries first, then by name."""
        found = self._all(ENTITIES, "TRUE ORDER BY canonical_name, id")
        return sorted(found, key=lambda entity: entity.id not in _BUILT_IN)

    def entity(self, entity_id: str) -> Entity | None:
        """One entry of the registry."""
        return self._one(ENTITIES, "id = ?", entity_id)

    def entity_in_use(self, entity_id: str) -> bool:
        """True when a relation leads to the entry or a feature of type ``entity`` names it."""
        if self._number(
            "SELECT EXISTS (SELECT 1 FROM relation WHERE target_entity_id = ?)", entity_id
        ):
            return True
        return any(
            self._number(
                f"SELECT EXISTS (SELECT 1 FROM annotation WHERE {where})", entity_id, labels
            )
            for where, labels in self._naming()
        )

    def mentions(self, entity_id: str, limit: int = -1) -> list[Annotation]:
        """The annotations that name an entry, by document and place; at most ``limit``."""
        found: dict[str, Annotation] = {}
        for where, labels in self._naming():
            ordered = f"{where} ORDER BY document_id, start, id LIMIT ?3"
            for annotation in self._all(ANNOTATIONS, ordered, entity_id, labels, limit):
                found[annotation.id] = annotation
        return list(found.values())

    def mention_count(self, entity_id: str, most: int) -> int:
        """How many annotations name an entry; counts no further than ``most``."""
        return sum(
            self._number(
                f"SELECT count(*) FROM (SELECT 1 FROM annotation WHERE {where} LIMIT ?3)",
                entity_id,
                labels,
                most,
            )
            for where, labels in self._naming()
        )

    def relations_to_entity(self, entity_id: str, limit: int = -1) -> list[Relation]:
        """The relations that lead to an entry, by document; at most ``limit``."""
        where = "target_entity_id = ? ORDER BY document_id, id LIMIT ?"
        return self._all(RELATIONS, where, entity_id, limit)

    def entity_uses(self) -> dict[str, EntityUse]:
        """How often each entry is used; entries that nothing uses are absent."""
        mentions: defaultdict[str, int] = defaultdict(int)
        for name, labels in self._by_feature():
            sql = f"""SELECT features ->> '$.{name}', count(*) FROM annotation
                WHERE {_has(name)} AND label IN (SELECT value FROM json_each(?)) GROUP BY 1"""
            for entity_id, n in self._connection.rows(sql, (labels,)):
                mentions[entity_id] += n
        relations: dict[str, int] = dict(
            self._connection.rows(
                """SELECT target_entity_id, count(*) FROM relation
                WHERE target_entity_id IS NOT NULL GROUP BY 1"""
            )
        )
        return {
            entity_id: EntityUse(mentions.get(entity_id, 0), relations.get(entity_id, 0))
            for entity_id in mentions.keys() | relations.keys()
        }

    def _naming(self) -> Iterator[tuple[str, str]]:
        """For each feature that names an entry: a condition, and the labels that have it."""
        for name, labels in self._by_feature():
            value = f'substr(features, instr(features, \'"{name}":"\') + {len(name) + 4}, 81)'
            named = f"""{_has(name)} AND {value} >= ?1 || '"' AND {value} < ?1 || '#'"""
            yield f"{named} AND label IN (SELECT value FROM json_each(?2))", labels

    def _by_feature(self) -> Iterator[tuple[str, str]]:
        # A name is letters, digits and underscores: the schema sees to it.
        labels_of: defaultdict[str, list[str]] = defaultdict(list)
        for label, names in self.schema.entity_features.items():
            for name in names:
                labels_of[name].append(label)
        for name, labels in labels_of.items():
            yield name, json_text(labels)


def _has(name: str) -> str:
    return f"""instr(features, '"{name}":"')"""
