"""A choice among a few cards, each with a title and a line that explains it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.dialogs.sheet import plain_label

_SPACING = 8


class Card(QPushButton):
    """One choice: a button as tall as its words need."""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        heading = plain_label(title, "heading", wrap=True)
        words = plain_label(explanation, "caption", wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(13, 10, 13, 11)
        inside.setSpacing(3)
        for label in (heading, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        inside.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """What its words need."""
        return self._inside().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its words need."""
        return self._inside().totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its words take."""
        return self._inside().totalHeightForWidth(width)

    def _inside(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        return layout


class Cards(QWidget):
    """The cards, side by side or one below the other; exactly one is chosen.

    Tab reaches the chosen one, the arrow keys choose another.
    """

    chosen = Signal(str)
    """The key of the card that the user chose."""

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], name: str, *, vertical: bool = False
    ) -> None:
        """``choices`` are (key, title, explanation); the first one is chosen."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _, _ in choices]
        directions = QBoxLayout.Direction
        row = QBoxLayout(directions.TopToBottom if vertical else directions.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for number, (_, title, explanation) in enumerate(choices):
            card = Card(title, explanation)
            self._group.addButton(card, number)
            row.addWidget(card, 1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._clicked)
        self.setFocusProxy(self._group.button(0))

    @property
    def value(self) -> str:
        """The key of the chosen card."""
        return self._keys[self._group.checkedId()]

    def set_value(self, key: str) -> None:
        """Choose without a signal."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def card(self, key: str) -> Card:
        """The card of a key."""
        card = self._group.button(self._keys.index(key))
        assert isinstance(card, Card)
        return card

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
