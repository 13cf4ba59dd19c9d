"""The rights of many articles at once: those selected, or all of their publisher."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from desktop.model.project import Rights
from desktop.session.commands import RightsValues
from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.panels.rights_form import RightsForm

MOST_LOOKED_AT = 500
"""Of more articles it is not looked what they have in common."""


class RightsDialog(Sheet):
    """:attr:`values` for :attr:`document_ids` is the answer."""

    def __init__(
        self,
        selected: Sequence[str],
        publisher: str,
        of_publisher: Sequence[str],
        rights_of: Callable[[str], Rights],
        parent: QWidget | None = None,
    ) -> None:
        """``publisher`` is that of all selected articles; empty when they have not one."""
        super().__init__(
            self.tr("Rights in the articles"),
            parent,
            accept=self.tr("Record"),
            reject=self.tr("Cancel"),
            width=620,
        )
        self._rights_of = rights_of
        self._scope = QComboBox()
        words = self.tr("The selected articles: {n}")
        self._scope.addItem(words.format(n=f"{len(selected):,}"), list(selected))
        if publisher and len(of_publisher) > len(selected):
            words = self.tr("All articles of {publisher}: {n}")
            text = words.format(publisher=publisher, n=f"{len(of_publisher):,}")
            self._scope.addItem(text, list(of_publisher))
        self._scope.setMinimumContentsLength(20)
        self._scope.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._form = RightsForm()
        self.add_field(self.tr("Which articles"), self._scope)
        self.body.addWidget(self._form)
        self.add_text(
            self.tr(
                "An article whose notice forbids reuse is exported with its text only when a "
                "ground is recorded. This is no legal advice."
            ),
            "caption",
        )
        self._scope.activated.connect(self._show)
        self._show()

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The articles that are meant."""
        return tuple(self._scope.currentData())

    @property
    def values(self) -> RightsValues:
        """What is to be recorded, if only that it was looked at."""
        return self._form.given

    def accept(self) -> None:
        """Take the fields with the syllable that is being composed."""
        self._form.commit_composed()
        super().accept()

    def _show(self) -> None:
        ids = self.document_ids
        found = [self._rights_of(each) for each in ids[:MOST_LOOKED_AT]]
        self._form.show_rights(found, various=len(ids) > MOST_LOOKED_AT)
