"""Places in texts as a Qt list, under the titles of their articles, some with a tick."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.model.place import Place

LineRole = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A line of the list: a heading without ``place``, or a place.

    ``ticked`` is None where there is nothing to choose; then ``remark`` says why.
    ``annotation_id`` is the annotation that the place is, if it is one.
    """

    title: str
    place: Place | None = None
    ticked: bool | None = None
    remark: str = ""
    annotation_id: str = ""


class PlaceModel(QAbstractListModel):
    """Grows while places are found."""

    ticks_changed = Signal()
    """Other places are ticked than before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[PlaceLine] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, and its words for a screen reader."""
        line = self._lines[index.row()]
        if role == LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            place = line.place
            return line.title if place is None else f"{place.before}{place.quote}{place.after}"
        if role == Qt.ItemDataRole.CheckStateRole and line.ticked is not None:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings are not chosen."""
        if self._lines[index.row()].place is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._lines.clear()
        self.endResetModel()
        self.ticks_changed.emit()

    def add(self, lines: Iterable[PlaceLine]) -> None:
        """Show further lines below."""
        more = list(lines)
        if not more:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
        self._lines += more
        self.endInsertRows()
        self.ticks_changed.emit()

    def line(self, row: int) -> PlaceLine | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @property
    def ticked(self) -> list[Place]:
        """The places with a tick."""
        return [line.place for line in self._lines if line.ticked and line.place is not None]

    @property
    def possible(self) -> int:
        """How many places can be ticked."""
        return sum(line.ticked is not None for line in self._lines)

    def toggle(self, row: int) -> None:
        """Tick a place, or untick it."""
        line = self.line(row)
        if line is not None and line.ticked is not None:
            self._lines[row] = replace(line, ticked=not line.ticked)
            self.dataChanged.emit(self.index(row), self.index(row))
            self.ticks_changed.emit()

    def tick_all(self, ticked: bool) -> None:
        """Tick all places that can be, or none."""
        self._lines = [
            line if line.ticked is None else replace(line, ticked=ticked) for line in self._lines
        ]
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))
        self.ticks_changed.emit()
