"""The right column: the inspector, and below it what is shown beside every selection."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.panels.problem_panel import ProblemPanel


class SideColumn(QWidget):
    """Inspector and guideline share what the problems leave; those take two fifths at most."""

    def __init__(self, inspector: QWidget, problems: ProblemPanel) -> None:
        super().__init__()
        self.setObjectName("side_column")
        self._problems = problems
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(inspector, 1)
        self._column.addWidget(problems)

    def add_guideline(self, guideline: QWidget) -> None:
        """Give the guideline its place below the inspector."""
        self._column.insertWidget(1, guideline, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        self._problems.set_room(self.height() * 2 // 5)
