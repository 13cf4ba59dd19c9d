"""Which training format, what it cannot carry, and what of the project goes into it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QIntValidator, QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.exporters import FORMATS, Choice, DatasetFormat, Split
from desktop.model.overview import RELATION_COUNT
from desktop.model.project import ANNOTATED_ZONES, DocumentState
from desktop.model.schema import Schema
from desktop.ui.dialogs.sheet import plain_label
from desktop.ui.dialogs.ticks import Ticks
from desktop.ui.language import localised
from desktop.ui.text_fields import LineEdit
from desktop.ui.zone_names import ZONES, zone_name

_MOST_SEEDS = 99_999
_NARROW = 86
_SHARES = r"\d{1,3}/\d{1,3}/\d{1,3}"


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
        names = {label.name: localised(label.names, language) for label in schema.labels}
        self._labels = Ticks(names, self.tr("Labels"))
        self._states = Ticks(self._state_names(), self.tr("Articles"))
        zones = {kind: zone_name(kind) for kind in ZONES}
        self._zones = Ticks(zones, self.tr("Zones"), ANNOTATED_ZONES)
        self._marks = QCheckBox(self.tr("Claims with their quotation marks"))
        self._split = QCheckBox(self.tr("Split into train, dev and test"))
        self._shares = self._field("80/10/10", self.tr("Shares of the split in percent"))
        shares = QRegularExpression(_SHARES)
        self._shares.setValidator(QRegularExpressionValidator(shares, self))
        self._seed_caption = plain_label(self.tr("Seed"), "caption")
        self._seed = self._field("0", self.tr("Seed of the split"))
        self._seed.setValidator(QIntValidator(0, _MOST_SEEDS, self))
        self._units = QComboBox()
        self._units.setAccessibleName(self.tr("Offsets"))
        self._units.addItem(self.tr("Offsets count characters (code points)"), False)
        self._units.addItem(self.tr("Offsets count UTF-16 units"), True)
        self._arrange()
        self._split.toggled.connect(self._look)
        self._states.changed.connect(self._look)
        self._shares.textChanged.connect(self._look)
        self._formats.currentIndexChanged.connect(self._chosen)
        self._chosen()

    @property
    def format_name(self) -> str:
        """The format's name in the exporters' table."""
        return str(self._formats.currentData())

    @property
    def answered(self) -> bool:
        """False while the shares of the split make no whole, and while no article is wanted."""
        split_known = not self._split.isChecked() or self._made_split is not None
        return split_known and bool(self._states.ticked)

    @property
    def choice(self) -> Choice:
        """What of the project is taken."""
        states = get_args(DocumentState)
        utf16 = bool(self._units.currentData())
        return Choice(
            labels=None if self._labels.all_ticked else self._labels.ticked,
            states=None
            if self._states.all_ticked
            else tuple(state for state in states if state in self._states.ticked),
            zones=None if self._zones.all_ticked else tuple(sorted(self._zones.ticked)),
            quote_marks=self._marks.isChecked(),
            split=self._made_split if self._split.isChecked() else None,
            utf16=None if utf16 == self._format.utf16 else utf16,
        )

    @property
    def _format(self) -> DatasetFormat:
        made = FORMATS[self.format_name]
        assert isinstance(made, DatasetFormat)
        return made

    @property
    def _made_split(self) -> Split | None:
        try:
            return Split.shared(self._shares.text(), int(self._seed.text() or 0))
        except ValueError:
            return None

    def _state_names(self) -> dict[str, str]:
        return {
            "new": self.tr("New"),
            "in_progress": self.tr("In progress"),
            "done": self.tr("Done"),
            "skipped": self.tr("Skipped"),
        }

    def _field(self, text: str, called: str) -> LineEdit:
        field = LineEdit(text)
        field.setAccessibleName(called)
        field.setFixedWidth(_NARROW)
        return field

    def _arrange(self) -> None:
        split = QHBoxLayout()
        split.setSpacing(8)
        split.addWidget(self._marks)
        split.addStretch(1)
        for widget in (self._split, self._shares, self._seed_caption, self._seed):
            split.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._formats)
        column.addWidget(self._lacks)
        halves = QHBoxLayout()
        halves.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half, some in ((left, (self._labels, self._states)), (right, (self._zones,))):
            half.setSpacing(8)
            halves.addLayout(half, 1)
            for ticks in some:
                half.addWidget(plain_label(ticks.accessibleName(), "caption"))
                half.addWidget(ticks)
        left.addStretch(1)
        right.addStretch(1)
        column.addLayout(halves)
        column.addLayout(split)
        column.addWidget(self._units)

    def _look(self) -> None:
        for widget in (self._shares, self._seed_caption, self._seed):
            widget.setEnabled(self._split.isChecked())
        self.changed.emit()

    def _chosen(self) -> None:
        """Offer what the format leaves open, and say what it leaves out."""
        self._units.setCurrentIndex(self._units.findData(self._format.utf16))
        self._units.setVisible(self._format.either_unit)
        self._tell()
        self._look()

    def _tell(self) -> None:
        """What the format leaves out, with the project's own numbers where they are known."""
        words = {
            "nesting": self.tr("the inner of two nested annotations of one label"),
            "relations": self.tr("relations ({n} here)").format(
                n=f"{self._counts.get(RELATION_COUNT, 0):,}"
            ),
            "features": self.tr("features"),
            "registry": self.tr("the speaker registry"),
            "labels": self.tr("other labels than its own"),
        }
        lacks = ", ".join(words[name] for name in self._format.lacks)
        whole = self.tr("documents.jsonl beside it holds everything.")
        text = self.tr("This format cannot carry: {what}.").format(what=lacks)
        self._lacks.setText(f"{text} {whole}" if lacks else self.tr("It carries everything."))
