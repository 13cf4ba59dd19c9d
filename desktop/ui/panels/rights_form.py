"""The rights record of one article or of many, as fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop.model.project import Rights
from desktop.session.commands import RightsValues
from desktop.ui.dialogs.sheet import plain_label
from desktop.ui.rights_names import GROUNDS, NO_GROUND, PERMISSIONS, rights_name
from desktop.ui.text_fields import LineEdit

_LONGEST = 2_000


class RightsForm(QWidget):
    """:attr:`given` is what was changed; what articles have differently stays so until then."""

    def __init__(self, *, confirming: bool = False, parent: QWidget | None = None) -> None:
        """``confirming`` offers to say that the values are right as they are."""
        super().__init__(parent)
        self._choices: dict[str, QComboBox] = {}
        self._fields: dict[str, LineEdit] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        for gap in (2, 5):
            self._grid.setRowMinimumHeight(gap, 4)
        self._add_choice(0, 0, "redistribution", self.tr("Redistribution"), PERMISSIONS)
        self._add_choice(0, 1, "ai_training", self.tr("Training of AI"), PERMISSIONS)
        self._add_field(3, 0, "holder", self.tr("Holder"))
        self._add_field(3, 1, "license", self.tr("Licence"))
        self._add_choice(6, 0, "basis", self.tr("Ground for using the text"), NO_GROUND | GROUNDS)
        self._add_field(6, 1, "basis_note", self.tr("Details of the ground"))
        self._said = plain_label("", "caption", wrap=True)
        self._confirmed = QCheckBox(self.tr("I have looked at these values"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(self._confirmed)
        self._confirmed.setVisible(confirming)
        column.addWidget(self._said)
        self._before: dict[str, object] = {}

    def show_rights(self, rights: Sequence[Rights], *, various: bool = False) -> None:
        """Show what articles have in common; with ``various`` that is taken to be nothing."""
        for name, box in self._choices.items():
            common = _common(rights, name, various=various)
            self._before[name] = common
            if box.itemData(0) is None:
                box.removeItem(0)
            if common is None:
                box.insertItem(0, self.tr("Various: stays as it is"), None)
            box.setCurrentIndex(max(box.findData(common), 0))
        for name, field in self._fields.items():
            values = {getattr(one, name) for one in rights}
            mixed = various or len(values) > 1
            field.setText("" if mixed else values.pop() or "")
            field.setPlaceholderText(self.tr("Various: stays as it is") if mixed else "")
            field.setModified(False)
            field.setCursorPosition(0)
        self._confirmed.setChecked(False)
        self._said.setText(self._confirmation(rights, various=various))

    @property
    def values(self) -> RightsValues | None:
        """What is to be recorded; None when nothing is, not even that it was looked at."""
        given = self.given
        return given if given.model_fields_set or self._confirmed.isChecked() else None

    @property
    def given(self) -> RightsValues:
        """The values that were changed."""
        given: dict[str, object] = {
            name: box.currentData()
            for name, box in self._choices.items()
            if box.currentData() is not None and box.currentData() != self._before[name]
        }
        for name, field in self._fields.items():
            if field.isModified():
                given[name] = " ".join(field.text().split()) or None
        return RightsValues.model_validate(given)

    def commit_composed(self) -> None:
        """Take over the syllable that is being composed."""
        for field in self._fields.values():
            field.commit_composed()

    def _confirmation(self, rights: Sequence[Rights], *, various: bool) -> str:
        if len(rights) == 1 and not various:
            [one] = rights
            if one.confirmed_by is None:
                return self.tr("As the article's notice says; nobody has looked at it yet.")
            said = self.tr("{name} looked at it last, {day}.")
            at = one.confirmed_at
            day = f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d}" if at else "?"
            return said.format(name=one.confirmed_by, day=day)
        return self.tr("Your name and the time are recorded with every article.")

    def _add_choice(
        self, row: int, column: int, name: str, caption: str, words: Mapping[str, str]
    ) -> None:
        box = QComboBox()
        for key, text in words.items():
            box.addItem(rights_name(text), key)
        box.activated.connect(self._touched)
        self._choices[name] = box
        self._place(row, column, caption, box)

    def _add_field(self, row: int, column: int, name: str, caption: str) -> None:
        field = LineEdit()
        field.setMaxLength(_LONGEST)
        field.textEdited.connect(self._touched)
        self._fields[name] = field
        self._place(row, column, caption, field)

    def _place(self, row: int, column: int, caption: str, widget: QWidget) -> None:
        label = plain_label(caption, "caption")
        label.setBuddy(widget)
        widget.setAccessibleName(caption)
        self._grid.addWidget(label, row, column)
        self._grid.addWidget(widget, row + 1, column)
        self._grid.setColumnStretch(column, 1)

    def _touched(self) -> None:
        """Who changes a value has looked at it."""
        self._confirmed.setChecked(True)


def _common(rights: Sequence[Rights], name: str, *, various: bool) -> object:
    values = {getattr(one, name) for one in rights}
    return values.pop() if len(values) == 1 and not various else None
