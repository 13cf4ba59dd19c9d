"""The problems of the article on the page as a Qt list: open ones, then those answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.model.answer import Answer
from desktop.review.problem import Problem

ProblemRole = Qt.ItemDataRole.UserRole
"""The :class:`ProblemRow` of a row."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One row: where the problem is, what it is, the words it is about, and its answer if any."""

    problem: Problem
    place: str
    words: str
    quote: str
    answer: Answer | None = None

    @property
    def title(self) -> str:
        """Place and words on one line."""
        return f"{self.place} {self.words}".strip()


class ProblemModel(QAbstractListModel):
    """Shows the rows it is given; answered ones only while they are unfolded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: Sequence[ProblemRow] = ()
        self._answered: Sequence[ProblemRow] = ()
        self._unfolded = False
        self._rows: list[ProblemRow] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ProblemRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = row.answer.reason if row.answer else row.quote
            return f"{row.title} {said}".strip()
        return None

    def show(self, open_: Sequence[ProblemRow], answered: Sequence[ProblemRow]) -> None:
        """Show other problems."""
        self._open, self._answered = open_, answered
        self._reset()

    def unfold(self, unfolded: bool) -> None:
        """Show the answered ones below the open ones, or hide them."""
        self._unfolded = unfolded
        self._reset()

    def row_of(self, identity: tuple[str, tuple[str, ...], str]) -> int | None:
        """Where a problem stands; None when it is gone."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if row.problem.identity == identity), None)

    def _reset(self) -> None:
        self.beginResetModel()
        self._rows = [*self._open, *(self._answered if self._unfolded else ())]
        self.endResetModel()
