"""What the columns of a list of articles hold: its first rows, with a choice for each column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from desktop.importers.columns import roles_of
from desktop.model.table import FIELDS, KEEP, LEAVE, TableChoice, TableLook, column_names
from desktop.ui.dialogs.sheet import Sheet, plain_label
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.theme import Theme

_TALLEST = 430
_RING = 3
"""Pixels around the columns: the ring of the focus and a breath."""
_MOST_ROWS = 100
_LONGEST_NAME = 24
_SAMPLES = 2
_SHORTEST_TEXT = 30
"""Characters that a cell must have for its column to be proposed as the text."""
_NAME_WIDTH, _ROLE_WIDTH = 150, 140


def role_names() -> dict[str, str]:
    """What a column can hold, in the window's language."""
    return {
        "text": QCoreApplication.translate("columns", "Text"),
        "title": QCoreApplication.translate("columns", "Title"),
        "date": QCoreApplication.translate("columns", "Date"),
        "url": QCoreApplication.translate("columns", "Address"),
        "publisher": QCoreApplication.translate("columns", "Publisher"),
        "section": QCoreApplication.translate("columns", "Section"),
        "byline": QCoreApplication.translate("columns", "Reporter"),
        KEEP: QCoreApplication.translate("columns", "Keep as it is"),
        LEAVE: QCoreApplication.translate("columns", "Leave out"),
    }


class ColumnDialog(Sheet):
    """:attr:`choice` is how the list is to be read; one column has to hold the text."""

    def __init__(self, look: TableLook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            look.source,
            parent,
            accept=self.tr("Continue"),
            reject=self.tr("Cancel"),
            width=760,
        )
        self.setWindowTitle(self.tr("Columns"))
        self._look = look
        self._theme = theme
        self._boxes: dict[str, QComboBox] = {}
        facts = [self.tr("What do the columns hold? One of them has the text of the articles.")]
        if look.encoding:
            facts.append(self.tr("Encoding: {name}").format(name=look.encoding.upper()))
        self.add_text(" ".join(facts), "secondary")
        self._sheet = QComboBox()
        for number, sheet in enumerate(look.sheets, start=1):
            self._sheet.addItem(sheet.name or str(number), sheet.name)
        self._sheet.setCurrentIndex(max(self._sheet.findData(look.choice.sheet), 0))
        if len(look.sheets) > 1:
            self.add_field(self.tr("Sheet"), self._sheet)
        self._header = QCheckBox(self.tr("The first row names the columns"))
        self._header.setChecked(look.choice.header)
        self._header.setVisible(not look.has_keys)
        if not look.has_keys:
            self.body.addWidget(self._header)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Columns"))
        self.body.addWidget(self._area)
        self._sheet.currentIndexChanged.connect(self._show_columns)
        self._header.toggled.connect(self._show_columns)
        self._show_columns()

    @property
    def choice(self) -> TableChoice:
        """How the list is to be read."""
        return TableChoice(
            sheet=self._sheet.currentData() or "",
            header=self._header.isChecked(),
            roles={name: str(box.currentData()) for name, box in self._boxes.items()},
        )

    def choose(self, name: str, role: str) -> None:
        """Let a column hold something."""
        self._boxes[name].setCurrentIndex(self._boxes[name].findData(role))

    def _show_columns(self) -> None:
        sheet = self._look.sheets[self._sheet.currentIndex()]
        header = self._header.isChecked()
        names = column_names(sheet.rows, header)[:_MOST_ROWS]
        told = self._look.choice
        same = (sheet.name, header) == (told.sheet, told.header)
        roles = roles_of(names, told.roles if same else {})
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnMinimumWidth(1, _ROLE_WIDTH)
        grid.setColumnStretch(2, 1)
        self._boxes.clear()
        rows = sheet.rows[header : header + _SAMPLES]
        if "text" not in roles.values() and (likely := _longest(names, rows)) is not None:
            roles[likely] = "text"
        for number, name in enumerate(names):
            samples = [row[number] for row in rows if number < len(row) and row[number].strip()]
            self._add_column(grid, name, roles[name], samples)
        grid.setRowStretch(len(names), 1)
        self._area.setWidget(inside)
        inside.ensurePolished()
        self._area.setFixedHeight(min(inside.sizeHint().height() + 2 * _RING, _TALLEST))
        self._allow()
        if self.isVisible():
            self.fit()
        else:
            next(iter(self._boxes.values()), self._sheet).setFocus()

    def _add_column(self, grid: QGridLayout, name: str, role: str, samples: Sequence[str]) -> None:
        box = QComboBox()
        for value, words in role_names().items():
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(role), 0))
        box.setAccessibleName(name)
        box.currentIndexChanged.connect(self._take_role)
        self._boxes[name] = box
        cut = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
        caption = plain_label(cut)
        caption.setBuddy(box)
        shown = ElidedLabel(self._theme, self, size=12, colour="muted")
        shown.set_text("  ·  ".join(" ".join(sample.split()) for sample in samples))
        row = len(self._boxes) - 1
        grid.addWidget(caption, row, 0)
        grid.addWidget(box, row, 1)
        grid.addWidget(shown, row, 2)

    def _take_role(self) -> None:
        """One column holds each: the other one that held it is kept as it is."""
        chosen = self.sender()
        role = chosen.currentData() if isinstance(chosen, QComboBox) else None
        for name, box in self._boxes.items():
            if role in FIELDS and box is not chosen and box.currentData() == role:
                self.choose(name, KEEP)
        self._allow()

    def _allow(self) -> None:
        self.accept_button.setEnabled("text" in self.choice.roles.values())


def _longest(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str | None:
    """The column with the longest cell, when it is long enough for an article."""
    lengths = {
        name: max((len(row[number]) for row in rows if number < len(row)), default=0)
        for number, name in enumerate(names)
    }
    longest = max(lengths, key=lengths.__getitem__, default=None)
    return longest if longest is not None and lengths[longest] >= _SHORTEST_TEXT else None
