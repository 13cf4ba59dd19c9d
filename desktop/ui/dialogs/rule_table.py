"""The rules of suggestions: how good each was in this project, and whether it is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.item_models.rule_model import RuleModel
from desktop.ui.text_fields import PlainTextEdit

_TALLEST = 360
_WORDS = 64


class RuleTable(Sheet):
    """Switching a rule takes effect at once and can be undone like any other change."""

    switched = Signal(str, bool)
    """A rule's id and whether it is to be on."""

    words_given = Signal(list)
    """The lines of reporting words, as they are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heading = self.tr("Rules of suggestions")
        super().__init__(heading, parent, accept=self.tr("Close"), width=640, growing=True)
        said = self.tr(
            "A rule without its tick suggests nothing in this project. Right is the share that was"
            " accepted as suggested, of all that were decided on."
        )
        self.add_text(said, "secondary")
        self.model = RuleModel(self)
        self.model.switched.connect(self.switched)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(heading)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setMinimumHeight(_TALLEST)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.body.addWidget(self.table, 1)
        self.words = PlainTextEdit()
        self.words.setFixedHeight(_WORDS)
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText("귀띔하다\n점치다 predict")
        self.add_field(self.tr("Reporting words of this project, one a line"), self.words)
        self._given: list[str] = []
        self.finished.connect(self._give)

    def show_words(self, lines: Sequence[str]) -> None:
        """Show the project's own reporting words."""
        self._given = list(lines)
        self.words.setPlainText("\n".join(lines))

    def _give(self) -> None:
        lines = [line.strip() for line in self.words.committed_text().split("\n")]
        lines = [line for line in lines if line]
        if lines != self._given:
            self.words_given.emit(lines)
