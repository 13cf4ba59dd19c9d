"""The versions of a difference between annotators, each with the key that takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.dialogs.sheet import plain_label

_MARGIN = 18
_WIDEST = 760
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One choice: its key, whose it is, and what they marked."""

    key: str
    name: str
    words: str


class DifferenceBar(QFrame):
    """Lies over the lower edge of the article and never takes the keyboard."""

    def __init__(self, article: QWidget) -> None:
        super().__init__(article)
        self._article = article
        self.setProperty("frame", "overlay")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = plain_label("", "heading")
        self._foot = plain_label("", "caption", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._labels: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._foot)
        self.hide()
        article.installEventFilter(self)

    @property
    def said(self) -> list[str]:
        """What is shown, line by line."""
        return [self._title.text(), *(label.text() for label in self._labels), self._foot.text()]

    def show_versions(self, title: str, lines: Sequence[VersionLine], foot: str) -> None:
        """Show a difference."""
        self._title.setText(title)
        self._foot.setText(foot)
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for row, line in enumerate(lines):
            words = line.words.replace("\n", " ")
            shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            for at, (text, role) in enumerate(
                ((line.key, "secondary"), (line.name, "caption"), (shown, ""))
            ):
                label = plain_label(text, role, wrap=at == 2)
                self._grid.addWidget(label, row, at, Qt.AlignmentFlag.AlignTop)
                self._labels.append(label)
        self.setAccessibleName(" ".join(self.said))
        self.show()
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the article."""
        if watched is self._article and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        width = min(self._article.width() - 2 * _MARGIN, _WIDEST)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())
        left = (self._article.width() - width) // 2
        top = max(self._article.height() - height - _MARGIN, 0)
        self.setGeometry(left, top, width, height)
