"""The table of annotations: sorted by a click, chosen by many, changed in bulk."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.model.search import AnnotationRow
from desktop.ui.item_models.annotation_table_model import (
    ANNOTATOR,
    LABEL,
    MADE,
    QUOTE,
    TITLE,
    VALUE,
    AnnotationTableModel,
)

_ROW = 28
_WIDTHS = {LABEL: 84, VALUE: 130, TITLE: 190, ANNOTATOR: 84, MADE: 136}


class AnnotationTable(QTableView):
    """Enter or a double click goes to an annotation, Delete deletes the chosen ones."""

    chosen = Signal(object)
    """The :class:`AnnotationRow` to go to."""
    delete_requested = Signal()
    """Delete was pressed."""

    def __init__(self, model: AnnotationTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Annotations"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QUOTE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class; Escape is left to the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def chosen_rows(self) -> list[AnnotationRow]:
        """The annotations that are chosen, from the top."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.row(number) for number in numbers]

    def step(self, rows: int) -> None:
        """Go to a row further down or up; the ends hold."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.selectRow(min(max(self.currentIndex().row() + rows, 0), last))

    def choose_current(self) -> None:
        """Go to the current annotation."""
        if self.currentIndex().isValid():
            self._clicked(self.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.row(index.row()))
