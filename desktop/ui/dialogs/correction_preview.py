"""What a corrected workbook would change, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.model.correction import Correct, Correction, CorrectionReview, Refusal
from desktop.ui.dialogs.messages import in_words
from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.item_models.correction_model import (
    EXPORTED,
    PRESENT,
    STATE,
    SUBJECT,
    WANTED,
    WHAT,
    CorrectionModel,
    Shown,
)
from desktop.ui.item_models.correction_words import CorrectionWords
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.text_fields import PlainTextEdit
from desktop.ui.theme import Theme

_WIDTH = 980
_ROW = 28
_TABLE = 330
_DETAIL = 108
_MOST_WARNINGS = 6
_WIDTHS = {STATE: 92, WHAT: 176, SUBJECT: 186, EXPORTED: 136, PRESENT: 170}


class CorrectionPreview(Sheet):
    """:attr:`taken` is what was chosen. Conflicts are taken only when they are ticked."""

    def __init__(
        self,
        review: CorrectionReview,
        words: CorrectionWords,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Corrections in {name}").format(name=review.workbook),
            parent,
            accept=self._accept_words(len(review.plain)),
            reject=self.tr("Cancel"),
            width=_WIDTH,
            growing=True,
        )
        self.model = CorrectionModel(review, words, self)
        self.add_text(
            self.tr(
                "Only features, notes, registry entries and answers are taken; text and places"
                " never are. What was changed in the project as well stays as it is unless you"
                " tick it."
            ),
            "secondary",
        )
        for warning in review.warnings[:_MOST_WARNINGS]:
            self.add_text(in_words(warning), "notice")
        options = list(self._options(review))
        self._filter = Segments(options, theme, self.tr("Show"), clearable=False)
        self._filter.set_value("all")
        self._filter.chosen.connect(self._show)
        self.body.addWidget(self._filter)
        self.table = _Table(self.model)
        self.table.setAccessibleName(self.tr("Corrections"))
        self.body.addWidget(self.table, 1)
        self.detail = PlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setFixedHeight(_DETAIL)
        self.detail.setAccessibleName(self.tr("The chosen row"))
        self.body.addWidget(self.detail)
        self.model.taken_changed.connect(self._count)
        self.model.modelReset.connect(self._show_rows)
        self.table.selectionModel().currentRowChanged.connect(self._describe)
        self._count()
        self._show_rows()
        self.table.setFocus()

    @property
    def taken(self) -> tuple[Correct, ...]:
        """The corrections that are ticked."""
        return self.model.taken

    def _accept_words(self, count: int) -> str:
        return self.tr("Take {n}").format(n=f"{count:,}")

    def _options(self, review: CorrectionReview) -> Iterator[Option]:
        counted = (
            ("all", self.tr("All {n}"), len(review.corrections) + len(review.refusals)),
            ("plain", self.tr("Changes {n}"), len(review.plain)),
            ("conflicts", self.tr("Conflicts {n}"), len(review.conflicts)),
            ("refused", self.tr("Cannot be taken {n}"), len(review.refusals)),
        )
        for value, words, count in counted:
            yield Option(value, words.format(n=f"{count:,}"))

    def _show(self, shown: str | None) -> None:
        values: dict[str, Shown] = {
            "all": "all",
            "plain": "plain",
            "conflicts": "conflicts",
            "refused": "refused",
        }
        self.model.show(values.get(shown or "", "all"))

    def _count(self) -> None:
        count = len(self.model.taken)
        self.accept_button.setText(self._accept_words(count))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.accept_button.setEnabled(count > 0)

    def _show_rows(self) -> None:
        self.table.give_reasons_room()
        if self.model.rowCount():
            self.table.selectRow(0)
        else:
            self.detail.clear()

    def _describe(self, current: QModelIndex) -> None:
        if current.isValid():
            self.detail.setPlainText("\n".join(self._lines(self.model.found(current.row()))))

    def _lines(self, found: Correction | Refusal) -> Iterator[str]:
        place = self.tr("{sheet}, row {row}").format(
            sheet=found.place.sheet, row=f"{found.place.row:,}"
        )
        yield " · ".join(filter(None, (found.article, found.subject, place)))
        if isinstance(found, Refusal):
            yield in_words(found.reason)
            if found.value:
                yield self.tr("In the workbook: {words}").format(words=found.value)
            return
        words = self.model.words
        yield self.tr("At the export: {words}").format(words=words(found, EXPORTED))
        present = self.tr("In the project: {words}").format(words=words(found, PRESENT))
        yield f"{present} {_moment(found.changed_at)}".strip()
        yield self.tr("In the workbook: {words}").format(words=words(found, WANTED))
        if found.conflict == "copies":
            yield self.tr("Rows of the same id say different things.")
        if found.conflict == "shared":
            yield self.tr("Other claims of the same speaker have another name in the workbook.")


def _moment(at: str) -> str:
    """When it was changed, in the user's time zone."""
    if not at:
        return ""
    return f"{datetime.fromisoformat(at).astimezone():%Y.%m.%d %H:%M}"


class _Table(QTableView):
    """Space ticks the current row."""

    def __init__(self, model: CorrectionModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(_TABLE)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(WANTED, QHeaderView.ResizeMode.Stretch)

    def give_reasons_room(self) -> None:
        """Why something cannot be taken stands where the values of others do."""
        self.clearSpans()
        for row in reversed(range(self._model.rowCount())):
            if not isinstance(self._model.found(row), Refusal):
                break  # they stand last
            self.setSpan(row, EXPORTED, 1, PRESENT - EXPORTED + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter and Escape are the dialog's."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._model.toggle(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
