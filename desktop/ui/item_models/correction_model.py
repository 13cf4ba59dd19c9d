"""Corrections of a workbook as a Qt table: which are taken, and what each would change."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.model.correction import Correct, Correction, CorrectionReview, Refusal
from desktop.ui.dialogs.messages import in_words
from desktop.ui.item_models.correction_words import CorrectionWords

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole
_LONGEST = 300

Shown = Literal["all", "plain", "conflicts", "refused"]

STATE, WHAT, SUBJECT, EXPORTED, PRESENT, WANTED = range(6)
_HEADINGS = (
    QT_TRANSLATE_NOOP("corrections", "Take"),
    QT_TRANSLATE_NOOP("corrections", "What"),
    QT_TRANSLATE_NOOP("corrections", "Where"),
    QT_TRANSLATE_NOOP("corrections", "At the export"),
    QT_TRANSLATE_NOOP("corrections", "In the project"),
    QT_TRANSLATE_NOOP("corrections", "In the workbook"),
)
_STATES = {
    "": QT_TRANSLATE_NOOP("corrections", "change"),
    "changed": QT_TRANSLATE_NOOP("corrections", "conflict"),
    "copies": QT_TRANSLATE_NOOP("corrections", "conflict"),
    "shared": QT_TRANSLATE_NOOP("corrections", "conflict"),
    "unknown": QT_TRANSLATE_NOOP("corrections", "conflict"),
}
_REFUSED = QT_TRANSLATE_NOOP("corrections", "not taken")


class CorrectionModel(QAbstractTableModel):
    """The first column has a tick. Of corrections of one field only one can be ticked."""

    taken_changed = Signal()
    """Others are ticked now."""

    def __init__(
        self, review: CorrectionReview, words: CorrectionWords, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._words = words
        self._bold = QFont()
        self._bold.setBold(True)
        self._taken = {number for number, c in enumerate(review.corrections) if not c.conflict}
        self._by_key: dict[object, list[int]] = {}
        for number, correction in enumerate(review.corrections):
            self._by_key.setdefault(correction.correct.key, []).append(number)
        self._rows: list[int] = []
        self.show("all")

    @property
    def taken(self) -> tuple[Correct, ...]:
        """What is ticked."""
        return tuple(self._review.corrections[number].correct for number in sorted(self._taken))

    def show(self, shown: Shown) -> None:
        """Show all, or what contradicts nothing, conflicts, or what cannot be taken."""
        corrections = self._review.corrections
        count = len(corrections)
        self.beginResetModel()
        self._rows = [
            number
            for number in range(count + len(self._review.refusals))
            if shown == "all"
            or (shown == "refused" and number >= count)
            or (
                number < count
                and shown == ("conflicts" if corrections[number].conflict else "plain")
            )
        ]
        self.endResetModel()

    def found(self, row: int) -> Correction | Refusal:
        """What stands in a row."""
        number = self._rows[row]
        count = len(self._review.corrections)
        return (
            self._review.corrections[number]
            if number < count
            else self._review.refusals[number - count]
        )

    def is_taken(self, row: int) -> bool:
        """Whether a row is ticked."""
        return self._rows[row] in self._taken

    def toggle(self, row: int) -> None:
        """Tick a row, or tick it no more."""
        found = self.found(row)
        if isinstance(found, Refusal):
            return
        number = self._rows[row]
        taken = number not in self._taken
        self._taken -= set(self._by_key[found.correct.key])
        if taken:
            self._taken.add(number)
        self.dataChanged.emit(
            self.index(0, STATE), self.index(len(self._rows) - 1, STATE), [_CHECK]
        )
        self.taken_changed.emit()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """One row for each correction and for each that cannot be taken."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """What, where, and the three values."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("corrections", _HEADINGS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words on one line, and the tick."""
        if not index.isValid():
            return None
        found = self.found(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            words = self.words(found, index.column())
            return " ".join(words[:_LONGEST].split())
        if role == Qt.ItemDataRole.FontRole and index.column() == STATE:
            return self._bold if isinstance(found, Correction) and found.conflict else None
        if role == _CHECK and index.column() == STATE and isinstance(found, Correction):
            taken = self._rows[index.row()] in self._taken
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Corrections can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == STATE and isinstance(self.found(index.row()), Correction):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row."""
        if role != _CHECK or not index.isValid():
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) != self.is_taken(index.row()):
            self.toggle(index.row())
        return True

    def words(self, found: Correction | Refusal, column: int) -> str:
        """What stands in a column, whole."""
        if column == STATE:
            state = _REFUSED if isinstance(found, Refusal) else _STATES[found.conflict]
            return QCoreApplication.translate("corrections", state)
        if column == WHAT:
            return self._words.what(found)
        if column == SUBJECT:
            return self._words.subject(found)
        if isinstance(found, Refusal):
            reason = in_words(found.reason) if column == EXPORTED else ""
            return found.value if column == WANTED else reason
        if column == EXPORTED and found.conflict == "unknown":
            return "?"
        values = {
            EXPORTED: found.exported,
            PRESENT: found.correct.before,
            WANTED: found.correct.value,
        }
        words = self._words.value(found, values[column])
        if column == PRESENT and found.changed_by:
            return f"{words} ({found.changed_by})"
        return words
