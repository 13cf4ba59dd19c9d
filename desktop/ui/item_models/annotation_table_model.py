"""Annotations of the whole project as a Qt table: light rows, sorted in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.model.schema import Schema
from desktop.model.search import AnnotationRow
from desktop.session.session import Session
from desktop.ui.language import localised

RowRole = Qt.ItemDataRole.UserRole
"""The :class:`AnnotationRow` of a row."""

LABEL, QUOTE, VALUE, TITLE, ANNOTATOR, MADE = range(6)
COLUMNS = 6

_Index = QModelIndex | QPersistentModelIndex


class AnnotationTableModel(QAbstractTableModel):
    """Grows while annotations are found; until a column is chosen, in reading order.

    Titles of articles are read when they are shown, and kept.
    """

    def __init__(self, session: Session, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._labels = _names(session.schema, language)
        self._annotators: Mapping[str, str] = {}
        self._titles: dict[str, str] = {}
        self._rows: list[AnnotationRow] = []
        self._value_names: Mapping[str, str] = {}
        self._value_title = ""
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many annotations there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Always the same."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, or the whole row."""
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Label"),
            self.tr("Annotation"),
            self._value_title or self.tr("Note"),
            self.tr("Article"),
            self.tr("Annotator"),
            self.tr("Made"),
        )[section]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, equal ones in reading order; -1 is reading order."""
        self._sorted = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        chosen = [self._rows[index.row()] for index in before]
        self._rows.sort(key=_reading_order)
        if column not in (-1, TITLE):
            down = order == Qt.SortOrder.DescendingOrder
            self._rows.sort(key=partial(self._words, column=column), reverse=down)
        elif order == Qt.SortOrder.DescendingOrder:
            self._rows.reverse()
        if chosen:
            places = {row.annotation_id: place for place, row in enumerate(self._rows)}
            after = [
                self.index(places[row.annotation_id], index.column())
                for row, index in zip(chosen, before, strict=True)
            ]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def begin(self, value_title: str, value_names: Mapping[str, str]) -> None:
        """Show nothing yet. The third column is the feature of this title, or else the note."""
        self.beginResetModel()
        self._rows = []
        self._value_title, self._value_names = value_title, value_names
        self._annotators = {a.id: a.name for a in self._session.annotators()}
        self._titles.clear()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, VALUE, VALUE)

    def add(self, rows: Iterable[AnnotationRow]) -> None:
        """Show further annotations below."""
        more = list(rows)
        if not more:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
        self._rows += more
        self.endInsertRows()

    def end(self) -> None:
        """All are found: bring them into order."""
        self.sort(*(self._sorted or (-1, Qt.SortOrder.AscendingOrder)))

    def row(self, number: int) -> AnnotationRow:
        """The annotation of a row."""
        return self._rows[number]

    def _words(self, row: AnnotationRow, column: int) -> str:
        if column == LABEL:
            return self._labels.get(row.label, row.label)
        if column == QUOTE:
            return row.quote.replace("\n", " ")
        if column == VALUE:
            shown = row.value if self._value_title else row.note
            return self._value_names.get(shown, shown).replace("\n", " ")
        if column == TITLE:
            return self._title(row.document_id)
        if column == ANNOTATOR:
            return self._annotators.get(row.annotator_id, "")
        return row.created_at[:16].replace("T", " ")

    def _title(self, document_id: str) -> str:
        if document_id not in self._titles:
            document = self._session.document(document_id)
            self._titles[document_id] = document.title if document is not None else ""
        return self._titles[document_id]


def _reading_order(row: AnnotationRow) -> tuple[int, str, int]:
    return (row.position, row.document_id, row.start)


def _names(schema: Schema, language: str) -> dict[str, str]:
    return {label.name: localised(label.names, language) for label in schema.labels}
