"""The question that an export asks when articles reserve or forbid the reuse of their text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.exporters import TextOptions
from desktop.ui.dialogs.cards import Cards
from desktop.ui.dialogs.sheet import plain_label
from desktop.ui.rights_names import GROUNDS, rights_name
from desktop.ui.text_fields import LineEdit

_NOTE_LIMIT = 1_900


class RightsQuestion(QWidget):
    """:attr:`options` is the answer; it holds once :attr:`answered`."""

    changed = Signal()

    def __init__(self, restricted: int, total: int) -> None:
        super().__init__()
        words = self.tr(
            "{n} of {total} articles carry a notice that reserves or forbids the reuse of their "
            "text. What should be exported of them?"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        counted = words.format(n=f"{restricted:,}", total=f"{total:,}")
        column.addWidget(plain_label(counted, "notice", wrap=True))
        self._policy = Cards(self._choices(), self.tr("Articles with a notice"))
        column.addWidget(self._policy)
        self._ground = self._make_ground()
        column.addWidget(self._ground)
        column.addWidget(
            plain_label(
                self.tr("Your choice is kept in the history and in the file. No legal advice."),
                "caption",
                wrap=True,
            )
        )
        self._policy.chosen.connect(self._chosen)
        self._note.textChanged.connect(self.changed)
        self._ground.hide()

    @property
    def options(self) -> TextOptions:
        """The policy, and the ground when text is included."""
        if self._policy.value == "include":
            note = " ".join(self._note.text().split())
            return TextOptions(policy="include", basis=f"{self._kind.currentData()}: {note}")
        return TextOptions(policy="omit" if self._policy.value == "omit" else "auto")

    @property
    def answered(self) -> bool:
        """False while text is to be included and no ground is given."""
        return self._policy.value != "include" or bool(self._note.text().strip())

    def commit_composed(self) -> None:
        """Take over the syllable that is being composed."""
        self._note.commit_composed()

    def _choices(self) -> list[tuple[str, str, str]]:
        return [
            (
                "auto",
                self.tr("Without their text"),
                self.tr("Annotations, values and hashes. Who has the articles can put it back."),
            ),
            ("omit", self.tr("Leave them out"), self.tr("Nothing of these articles.")),
            (
                "include",
                self.tr("With their text"),
                self.tr("Only on a ground that you name; it is recorded."),
            ),
        ]

    def _make_ground(self) -> QWidget:
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("Ground"))
        for key, text in GROUNDS.items():
            self._kind.addItem(rights_name(text), key)
        self._note = LineEdit()
        self._note.setMaxLength(_NOTE_LIMIT)
        self._note.setAccessibleName(self.tr("Details of the ground"))
        self._note.setPlaceholderText(self.tr("Who gave it, when, or which one"))
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._kind)
        row.addWidget(self._note, 1)
        return ground

    def _chosen(self, key: str) -> None:
        self._ground.setVisible(key == "include")
        if key == "include":
            self._note.setFocus()
        self.changed.emit()
