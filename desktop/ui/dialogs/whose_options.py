"""Whose annotations are exported: everybody's, the curated layer, one person's or several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.model.project import Annotator
from desktop.review.curation import CURATED
from desktop.ui.dialogs.ticks import Ticks

_TWO = 2


class WhoseOptions(QWidget):
    """:attr:`names` is the answer."""

    changed = Signal()

    def __init__(self, people: Sequence[Annotator]) -> None:
        super().__init__()
        names = [annotator.name for annotator in people if annotator != CURATED]
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Annotations of"))
        self._choices: list[tuple[str, ...] | None] = []
        self._offer(self.tr("Everybody"), ())
        if CURATED in people:
            self._offer(self.tr("The curated layer"), (CURATED.name,))
        for name in names:
            self._offer(name, (name,))
        if 1 < len(names) < len(people) or len(names) > _TWO:
            self._offer(self.tr("Several…"), None)
        self._several = Ticks({name: name for name in names}, self.tr("Annotators"), ())
        self._several.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self._several)
        self._several.hide()
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._chosen)

    @property
    def is_a_choice(self) -> bool:
        """Whether there is anything to choose."""
        return len(self._choices) > _TWO

    @property
    def names(self) -> tuple[str, ...] | None:
        """Those whose annotations are wanted, by name; () for everybody's, None is no answer."""
        chosen = self._choices[self.box.currentIndex()]
        if chosen is not None:
            return chosen
        return self._several.ticked or None

    def _offer(self, words: str, names: tuple[str, ...] | None) -> None:
        self.box.addItem(words)
        self._choices.append(names)

    def _chosen(self) -> None:
        self._several.setVisible(self._choices[self.box.currentIndex()] is None)
        self.changed.emit()
