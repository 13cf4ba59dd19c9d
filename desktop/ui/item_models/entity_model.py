"""The speaker registry as a Qt list, narrowed to the entries that a few typed letters may mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.model.project import Entity

EntityIdRole = Qt.ItemDataRole.UserRole
"""The id of a row's entry; empty for the row that offers a new one."""

_MOST = 100
_SEPARATOR = " · "


def described(entity: Entity) -> str:
    """An entry in one line: name, title, affiliation."""
    parts = (entity.canonical_name, entity.default_title, entity.default_affiliation)
    return _SEPARATOR.join(part for part in parts if part)


class EntityModel(QAbstractListModel):
    """Entries whose names hold the typed text, those that begin with it first; at most 100."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entities: list[Entity] = []
        self._by_id: dict[str, Entity] = {}
        self._rows: list[Entity] = []
        self._offer = ""

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008  (Qt's signature)
    ) -> int:
        """The matching entries, and one more when a new one is offered."""
        return 0 if parent.isValid() else len(self._rows) + bool(self._offer)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The described entry, or its id."""
        if not index.isValid():
            return None
        offered = index.row() >= len(self._rows)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._offer if offered else described(self._rows[index.row()])
        if role == EntityIdRole:
            return "" if offered else self._rows[index.row()].id
        return None

    def set_entities(self, entities: Iterable[Entity]) -> None:
        """Replace the registry; nothing is matched until :meth:`narrow`."""
        self.beginResetModel()
        self._entities = list(entities)
        self._by_id = {entity.id: entity for entity in self._entities}
        self._rows = []
        self._offer = ""
        self.endResetModel()

    def entity(self, entity_id: str) -> Entity | None:
        """The entry with this id."""
        return self._by_id.get(entity_id)

    def named(self, text: str) -> list[Entity]:
        """The entries that have exactly this name or alias."""
        wanted = text.strip().casefold()
        return [
            entity
            for entity in self._entities
            if wanted in (name.casefold() for name in _names(entity))
        ]

    def narrow(self, text: str, offer: str = "") -> None:
        """Keep the entries that match ``text``, all when empty; ``offer`` is the last row."""
        wanted = text.strip().casefold()
        matching: tuple[list[Entity], list[Entity]] = ([], [])
        for entity in self._entities:
            names = [name.casefold() for name in _names(entity)]
            if any(name.startswith(wanted) for name in names):
                matching[0].append(entity)
            elif any(wanted in name for name in names):
                matching[1].append(entity)
        self.beginResetModel()
        self._rows = [*matching[0], *matching[1]][:_MOST]
        self._offer = offer
        self.endResetModel()


def _names(entity: Entity) -> list[str]:
    english = [entity.name_en] if entity.name_en else []
    return [entity.canonical_name, *entity.aliases, *english]
