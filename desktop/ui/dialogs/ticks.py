"""Several boxes to tick, side by side and in as many lines as they need."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.ui.panels.flow_layout import FlowLayout

_APART, _BELOW = 2, 6


class Ticks(QWidget):
    """One box for each of ``words``, by name."""

    changed = Signal()

    def __init__(
        self, words: Mapping[str, str], called: str, ticked: Collection[str] | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(called)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, horizontal=_APART, vertical=_BELOW)
        self.boxes: dict[str, QCheckBox] = {}
        for name, shown in words.items():
            box = QCheckBox(shown.replace("&", "&&"))
            box.setChecked(ticked is None or name in ticked)
            box.toggled.connect(self.changed)
            flow.addWidget(box)
            self.boxes[name] = box

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of those that are ticked."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    @property
    def all_ticked(self) -> bool:
        """True when none is left out."""
        return len(self.ticked) == len(self.boxes)
