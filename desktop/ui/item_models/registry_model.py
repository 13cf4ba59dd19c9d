"""The entries of the speaker registry as a Qt list, with how often each is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.model.overview import EntityUse
from desktop.model.project import Entity
from desktop.ui.item_models.entity_model import described

EntityRole = Qt.ItemDataRole.UserRole
UseRole = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class RegistryModel(QAbstractListModel):
    """Shows what it is given; an entry that stays keeps its row object for the selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entities: Sequence[Entity] = ()
        self._uses: Mapping[str, EntityUse] = {}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._entities)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its use, and both in words."""
        if not index.isValid():
            return None
        entity = self._entities[index.row()]
        if role == EntityRole:
            return entity
        if role == UseRole:
            return self.use_of(entity.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return described(entity)
        return None

    def show_entries(self, entities: Sequence[Entity], uses: Mapping[str, EntityUse]) -> None:
        """Show other entries; the view chooses anew."""
        self.beginResetModel()
        self._entities, self._uses = entities, uses
        self.endResetModel()

    def use_of(self, entity_id: str) -> EntityUse:
        """How often an entry is used."""
        return self._uses.get(entity_id, EntityUse())

    def row_of(self, entity_id: str) -> int:
        """The row of an entry; -1 when it is not shown."""
        rows = (row for row, entity in enumerate(self._entities) if entity.id == entity_id)
        return next(rows, -1)
