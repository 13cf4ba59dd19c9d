"""The speaker registry as a Qt list, narrowed to the entries that a few typed letters may mean."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.korean.name_index import NameIndex
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
        self._index = NameIndex()
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

    def set_index(self, index: NameIndex) -> None:
        """Search this registry; nothing is matched until :meth:`narrow`."""
        self.beginResetModel()
        self._index = index
        self._rows = []
        self._offer = ""
        self.endResetModel()

    def entity(self, entity_id: str) -> Entity | None:
        """The entry with this id."""
        return self._index.get(entity_id)

    def named(self, text: str) -> list[Entity]:
        """The entries that have exactly this name or alias."""
        return self._index.named(text)

    def narrow(self, text: str, offer: str = "") -> None:
        """Keep the entries that match ``text``, all when empty; ``offer`` is the last row."""
        self.beginResetModel()
        self._rows = self._index.search(text, _MOST)
        self._offer = offer
        self.endResetModel()
