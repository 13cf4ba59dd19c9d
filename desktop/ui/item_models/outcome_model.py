"""What becomes of annotations when their text is corrected, as a Qt list: the losses first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.session.revision import Outcome

OutcomeRole = Qt.ItemDataRole.UserRole
"""The :class:`OutcomeRow` of a row."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One annotation: what becomes of it in words, its words before and after, and the place.

    ``place`` is where to look in the corrected text, in its code points.
    """

    outcome: Outcome
    title: str
    before: str
    after: str
    place: tuple[int, int]


class OutcomeModel(QAbstractListModel):
    """Shows the rows it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[OutcomeRow] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == OutcomeRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.title}: {row.before} → {row.after}" if row.after else row.title
        return None

    def show(self, rows: Sequence[OutcomeRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
