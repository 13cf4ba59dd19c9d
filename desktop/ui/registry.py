"""Registry: the speaker registry of the open project in memory, kept up by what changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.korean.name_index import NameIndex
from desktop.model.changes import Changes
from desktop.model.project import Entity
from desktop.ui.bridge import Bridge


class Registry(QObject):
    """Read when it is first asked for, then followed entry by entry."""

    changed = Signal()
    """Entries were added, changed or deleted."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._session = bridge.session
        self._index: NameIndex | None = None
        bridge.changed.connect(self._follow)

    @property
    def index(self) -> NameIndex:
        """The entries as they are now; the same object until a bulk change."""
        if self._index is None:
            self._index = NameIndex(self._session.entities())
        return self._index

    def _follow(self, changes: Changes) -> None:
        edits = list(changes.of(Entity))
        if not edits and not changes.bulk:
            return
        if changes.bulk:
            self._index = None
        elif self._index is not None:
            for before, after in edits:
                if after is not None:
                    self._index.put(after)
                elif before is not None:
                    self._index.discard(before.id)
        self.changed.emit()
