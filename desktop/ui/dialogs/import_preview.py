"""What an import would bring, before anything is written: articles, and labels to be named."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.model.batch import ImportBatch
from desktop.model.schema import Schema
from desktop.model.table import FIELDS, TableLook
from desktop.ui.dialogs.column_dialog import role_names
from desktop.ui.dialogs.messages import in_words
from desktop.ui.dialogs.sheet import Sheet, plain_label
from desktop.ui.language import localised

_MOST_TITLES = 12
_MOST_WARNINGS = 12
_MOST_LABELS = 30
_MOST_TABLES = 4
_LONGEST_LABEL = 60
_TALLEST = 360


class ImportPreview(Sheet):
    """Shown when several articles or unknown labels come; nothing is written when it is left.

    The result :attr:`COLUMNS` asks to say what the columns of the lists hold.
    """

    COLUMNS = 2

    def __init__(
        self, batch: ImportBatch, schema: Schema, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Before the import"),
            parent,
            accept=self.tr("Import"),
            reject=self.tr("Cancel"),
            width=560,
        )
        self._choices: dict[str, QComboBox] = {}
        self.add_text(self._summary(batch), "secondary")
        for table in batch.tables[:_MOST_TABLES]:
            self.add_text(_how_read(table), "caption")
        if batch.tables:
            self.columns_button = self.add_button(self.tr("Columns…"))
            self.columns_button.setAutoDefault(False)
            self.columns_button.clicked.connect(self._want_columns)
        if batch.unknown_labels:
            self.add_text(self.tr("The project has no labels of these names. Take them as:"))
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(6)
        for label in batch.unknown_labels[:_MOST_LABELS]:
            self._add_choice(label, schema, language)
        self._add_titles(batch)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("Articles"))
        self.body.addWidget(area)
        inside.ensurePolished()
        needed = self._list.totalHeightForWidth(self.width_inside - 8)
        area.setFixedHeight(min(needed + 2, _TALLEST))
        first = next(iter(self._choices.values()), self.accept_button)
        first.setFocus()

    @property
    def label_map(self) -> dict[str, str]:
        """What was chosen for each unknown label; empty where it is to be left out."""
        return {label: box.currentData() or "" for label, box in self._choices.items()}

    def choose(self, label: str, own: str) -> None:
        """Take a label of the file as one of the project; an empty one leaves it out."""
        box = self._choices[label]
        box.setCurrentIndex(max(box.findData(own), 0))

    def _want_columns(self) -> None:
        self.done(self.COLUMNS)

    def _summary(self, batch: ImportBatch) -> str:
        counted = (
            (self.tr("Articles {n}"), len(batch.documents)),
            (self.tr("Annotations {n}"), sum(len(made.annotations) for made in batch.documents)),
            (self.tr("Relations {n}"), sum(len(made.relations) for made in batch.documents)),
        )
        return " · ".join(words.format(n=f"{number:,}") for words, number in counted if number)

    def _add_choice(self, label: str, schema: Schema, language: str) -> None:
        box = QComboBox()
        box.addItem(self.tr("Leave out"), "")
        for own in schema.labels:
            box.addItem(localised(own.names, language), own.name)
        self._choices[label] = box
        shown = label[:_LONGEST_LABEL] or '""'
        box.setAccessibleName(shown)
        caption = plain_label(shown, wrap=True)
        caption.setBuddy(box)
        row = QHBoxLayout()
        row.addWidget(caption, 1)
        row.addWidget(box, 1)
        self._list.addLayout(row)

    def _add_titles(self, batch: ImportBatch) -> None:
        for warning in batch.warnings[:_MOST_WARNINGS]:
            self._list.addWidget(plain_label(in_words(warning), "notice", wrap=True))
        for made in islice(batch.documents, _MOST_TITLES):
            self._list.addWidget(plain_label(made.document.title, wrap=True))
        left = len(batch.documents) - _MOST_TITLES
        if left > 0:
            words = self.tr("{n} more articles").format(n=f"{left:,}")
            self._list.addWidget(plain_label(words, "caption"))
        self._list.addStretch(1)


def _how_read(table: TableLook) -> str:
    """A list's encoding, and which columns were taken for what."""
    named = role_names()
    taken = [f"{named[r]}: {name}" for name, r in table.choice.roles.items() if r in FIELDS]
    encoding = [table.encoding.upper()] if table.encoding else []
    return " · ".join([table.source, *encoding, *taken])
