"""Who a suggested speaker is in the registry; the entry made when nobody has the name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from desktop.model.project import BUILT_IN_ENTITIES, Entity
from desktop.model.values import one_line
from desktop.suggestions.suggestion import Who

ENTITY_TYPES: Mapping[JsonValue, str] = {
    "named": "person",
    "title_only": "person",
    "pronoun": "person",
    "organization": "organization",
    "hanja_abbrev": "government",
    "group": "group",
    "compound": "group",
    "anonymous": "anonymous",
}
"""What kind of entry a mention of each form means."""

_BUILT_IN = frozenset(entity.id for entity in BUILT_IN_ENTITIES)


class Naming:
    """The registry by names and aliases."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_id: dict[str, Entity] = {}
        self._by_name: dict[str, list[Entity]] = {}
        for entity in entities:
            self.changed(None, entity)

    def changed(self, before: Entity | None, after: Entity | None) -> None:
        """Follow a change of the registry."""
        if before is not None:
            self._by_id.pop(before.id, None)
            for name in _names(before):
                self._by_name[name] = [e for e in self._by_name.get(name, []) if e.id != before.id]
        if after is not None:
            self._by_id[after.id] = after
            for name in _names(after):
                self._by_name.setdefault(name, []).append(after)

    @property
    def names(self) -> dict[str, str]:
        """Name or alias → the id of the only entry that has it; built-in entries are left out."""
        return {
            name: entities[0].id
            for name, entities in self._by_name.items()
            if len(entities) == 1 and entities[0].id not in _BUILT_IN
        }

    def entity(self, entity_id: str) -> Entity | None:
        """An entry by its id."""
        return self._by_id.get(entity_id)

    def candidates(self, who: Who) -> list[Entity]:
        """The entries that ``who`` may be: by id, else by name, of the same affiliation if any.

        An entry that is gone since (merged, or made by an acceptance that was undone) is looked for
        by its name.
        """
        meant = self._by_id.get(who.entity_id or "")
        if meant is not None:
            return [meant]
        named = self._by_name.get(who.name, [])
        near = [e for e in named if who.affiliation and e.default_affiliation == who.affiliation]
        return near or named


def _names(entity: Entity) -> Iterable[str]:
    return dict.fromkeys((entity.canonical_name, *entity.aliases))


def new_entity(entity_id: str, who: Who) -> Entity:
    """The registry entry that an accepted suggestion makes."""
    return Entity(
        id=entity_id,
        canonical_name=one_line(who.name),
        type=who.type,
        default_affiliation=who.affiliation,
        default_title=who.title,
    )
