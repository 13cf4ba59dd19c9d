"""Who annotates from now on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.model.project import Annotator
from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.text_fields import LineEdit

_ROW = 26
_MOST_ROWS = 6


class AnnotatorDialog(Sheet):
    """A new name can be typed, a known one chosen. :attr:`name` is the answer."""

    def __init__(
        self, known: Sequence[Annotator], current: Annotator | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Annotator"), parent, accept=self.tr("OK"), reject=self.tr("Cancel"), width=400
        )
        self.add_text(
            self.tr("Annotations you make from now on carry this name. Earlier ones keep theirs."),
            "secondary",
        )
        self._name = LineEdit(current.name if current else "")
        self._name.setMaxLength(200)
        self.add_field(self.tr("Name"), self._name)
        self._name.textChanged.connect(self._look)
        if known:
            self._add_known(known)
        self._look()
        self._name.selectAll()
        self._name.setFocus()

    @property
    def name(self) -> str:
        """The name, without spaces around it."""
        return " ".join(self._name.text().split())

    def accept(self) -> None:
        """Take the name with the syllable that is being composed."""
        self._name.commit_composed()
        if self.name:
            super().accept()

    def _add_known(self, known: Sequence[Annotator]) -> None:
        names = QListWidget()
        names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names.setFixedHeight(_ROW * min(len(known), _MOST_ROWS) + 10)
        names.setProperty("frame", "card")
        for annotator in known:
            item = QListWidgetItem(annotator.name, names)
            item.setSizeHint(QSize(0, _ROW))
        names.itemClicked.connect(self._choose)
        names.itemActivated.connect(self._choose)
        self.add_field(self.tr("In this project already"), names)

    def _choose(self, item: QListWidgetItem) -> None:
        self._name.setText(item.text())

    def _look(self) -> None:
        self.accept_button.setEnabled(bool(self.name))
