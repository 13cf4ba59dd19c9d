"""Which training format, what it cannot carry, and what of the project goes into it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.exporters import FORMATS, Choice, DatasetFormat, Split
from desktop.model.overview import RELATION_COUNT
from desktop.model.schema import Schema
from desktop.ui.dialogs.sheet import plain_label
from desktop.ui.language import localised
from desktop.ui.text_fields import LineEdit

_MOST_SEEDS = 99_999


class TrainingOptions(QWidget):
    """:attr:`format_name` and :attr:`choice` are the answer."""

    changed = Signal()

    def __init__(self, schema: Schema, counts: Mapping[str, int], language: str) -> None:
        super().__init__()
        self._counts = counts
        self._formats = QComboBox()
        self._formats.setAccessibleName(self.tr("Training format"))
        for name, made in FORMATS.items():
            if isinstance(made, DatasetFormat) and not made.tables:
                self._formats.addItem(localised(made.names, language), name)
        self._lacks = plain_label("", "caption", wrap=True)
        self._labels = {
            label.name: self._box(localised(label.names, language), checked=True)
            for label in schema.labels
        }
        self._done = self._box(self.tr("Only articles that are done"))
        self._marks = self._box(self.tr("Claims with their quotation marks"))
        self._split = self._box(self.tr("Split into train, dev and test (80, 10, 10), seed"))
        self._seed = LineEdit("0")
        self._seed.setAccessibleName(self.tr("Seed of the split"))
        self._seed.setValidator(QIntValidator(0, _MOST_SEEDS, self))
        self._seed.setMaximumWidth(80)
        self._seed.setEnabled(False)
        self._split.toggled.connect(self._seed.setEnabled)
        self._arrange()
        self._formats.currentIndexChanged.connect(self._chosen)
        self._tell()

    @property
    def format_name(self) -> str:
        """The format's name in the exporters' table."""
        return str(self._formats.currentData())

    @property
    def choice(self) -> Choice:
        """What of the project is taken."""
        taken = tuple(name for name, box in self._labels.items() if box.isChecked())
        return Choice(
            labels=None if len(taken) == len(self._labels) else taken,
            states=("done",) if self._done.isChecked() else None,
            quote_marks=self._marks.isChecked(),
            split=Split(seed=int(self._seed.text() or 0)) if self._split.isChecked() else None,
        )

    def _arrange(self) -> None:
        labels = QHBoxLayout()
        labels.setSpacing(12)
        for box in self._labels.values():
            labels.addWidget(box)
        labels.addStretch(1)
        split = QHBoxLayout()
        split.addWidget(self._split)
        split.addWidget(self._seed)
        split.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._formats)
        column.addWidget(self._lacks)
        column.addLayout(labels)
        column.addWidget(self._done)
        column.addWidget(self._marks)
        column.addLayout(split)

    def _box(self, words: str, *, checked: bool = False) -> QCheckBox:
        box = QCheckBox(words.replace("&", "&&"))
        box.setChecked(checked)
        return box

    def _chosen(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """What the format leaves out, with the project's own numbers where they are known."""
        made = FORMATS[self.format_name]
        assert isinstance(made, DatasetFormat)
        words = {
            "nesting": self.tr("the inner of two nested annotations of one label"),
            "relations": self.tr("relations ({n} here)").format(
                n=f"{self._counts.get(RELATION_COUNT, 0):,}"
            ),
            "features": self.tr("features"),
            "registry": self.tr("the speaker registry"),
            "labels": self.tr("other labels than its own"),
        }
        lacks = ", ".join(words[name] for name in made.lacks)
        whole = self.tr("documents.jsonl beside it holds everything.")
        text = self.tr("This format cannot carry: {what}.").format(what=lacks)
        self._lacks.setText(f"{text} {whole}" if lacks else self.tr("It carries everything."))
