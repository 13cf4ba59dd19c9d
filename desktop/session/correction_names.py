"""Names of the registry: those of an export, for comparing, and today's, for choosing."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.project import Entity

_NOBODY = QT_TRANSLATE_NOOP("errors", "The speaker registry has no entry of this name.")
_SEVERAL = QT_TRANSLATE_NOOP(
    "errors", "The speaker registry has several entries of this name; give the id of one."
)


class Names:
    """``exported`` holds the names of entries that were called otherwise at the export."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.exported: dict[str, str] = {}
        self._current: dict[str, str] = {}
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        for entity in entities:
            self._current[entity.id] = entity.canonical_name
            self.also(entity.id, entity.canonical_name)

    def also(self, entity_id: str, name: str) -> None:
        """Find an entry by one more name."""
        self._ids[_folded(name)].add(entity_id)

    def exported_name(self, entity_id: JsonValue) -> str:
        """What an entry was called at the export; empty for none."""
        known = str(entity_id)
        return self.exported.get(known) or self._current.get(known, "")

    def entity_id(self, name: str) -> str:
        """The one entry of this name.

        Raises:
            RuleBroken: there is none, or there are several.
        """
        found = self._ids.get(_folded(name), set())
        if len(found) != 1:
            raise RuleBroken(_SEVERAL if found else _NOBODY)
        return next(iter(found))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()
