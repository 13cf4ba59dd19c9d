"""One entry of the registry: its fields, its other names, and where it is mentioned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.model.overview import EntityUse
from desktop.model.project import Entity
from desktop.ui.panels.alias_chips import AliasChips
from desktop.ui.panels.choice_widgets import DropDown
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.roles import set_role
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_IdRole = Qt.ItemDataRole.UserRole
_FIELDS = ("canonical_name", "default_title", "default_affiliation", "name_en", "note")


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A mention of an entry, or a claim that a relation joins to it, and how it is shown."""

    id: str
    annotation_id: str
    is_relation: bool
    text: str


class EntryCard(QWidget):
    """Shows what it is given and emits what is to become of it."""

    changed = Signal(object)
    """The :class:`Entity` as it is to be."""
    annotation_requested = Signal(str)
    """The id of an annotation to jump to."""
    split_requested = Signal(object)
    """The :class:`MentionLine` list that belongs to somebody else."""

    def __init__(self, kinds: Mapping[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._entity: Entity | None = None
        self._fields = {name: LineEdit(self) for name in _FIELDS}
        for name, title in self._titles().items():
            self._fields[name].setAccessibleName(title)
            self._fields[name].editingFinished.connect(self._edited)
        self._kind = DropDown(theme, self)
        self._kind.setAccessibleName(self.tr("Kind"))
        for kind, words in kinds.items():
            self._kind.addItem(words, kind)
        self._kind.activated.connect(self._edited)
        self._aliases = AliasChips(theme, self)
        self._aliases.changed.connect(self._renamed)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._count, "caption")
        self._mentions = _Mentions(self)
        self._mentions.setAccessibleName(self.tr("Mentions"))
        self._mentions.opened.connect(self.annotation_requested)
        self._mentions.itemSelectionChanged.connect(self._show_split)
        self._split = FlatButton(self.tr("Somebody else…"), theme, self, framed=True)
        self._split.setToolTip(self.tr("Give the selected mentions to a new entry"))
        self._split.clicked.connect(self._split_clicked)
        self._arrange()

    def _titles(self) -> dict[str, str]:
        return {
            "canonical_name": self.tr("Name"),
            "default_title": self.tr("Title"),
            "default_affiliation": self.tr("Affiliation"),
            "name_en": self.tr("English name"),
            "note": self.tr("Note"),
        }

    def _arrange(self) -> None:
        titles = self._titles()
        form = QFormLayout()
        form.setSpacing(7)
        form.addRow(titles["canonical_name"], self._fields["canonical_name"])
        form.addRow(self.tr("Kind"), self._kind)
        form.addRow(self.tr("Other names"), self._aliases)
        for name in _FIELDS[1:]:
            form.addRow(titles[name], self._fields[name])
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addLayout(form)
        column.addLayout(foot)
        column.addWidget(self._mentions, 1)

    @property
    def entity(self) -> Entity | None:
        """The entry that is shown."""
        return self._entity

    def show_entry(
        self, entity: Entity, use: EntityUse, mentions: Sequence[MentionLine], *, editable: bool
    ) -> None:
        """Show an entry; what is being typed in a field stays while it is the same one."""
        same = self._entity is not None and self._entity.id == entity.id
        if not same:
            self.flush()
        self._entity = entity
        for name, field in self._fields.items():
            field.setReadOnly(not editable)
            if not (same and field.hasFocus() and field.isModified()):
                field.setText(getattr(entity, name) or "")
                field.setCursorPosition(0)
        self._kind.setCurrentIndex(self._kind.findData(entity.type))
        self._kind.setEnabled(editable)
        self._aliases.show_names(entity.aliases, editable=editable)
        self._show_mentions(use, mentions)

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        self._edited()

    def focus_name(self) -> None:
        """Put the keyboard on the name."""
        self._fields["canonical_name"].setFocus()
        self._fields["canonical_name"].selectAll()

    def _show_mentions(self, use: EntityUse, mentions: Sequence[MentionLine]) -> None:
        said = self.tr("Mentions {mentions} · claims without a mention {relations}")
        self._count.setText(
            said.format(mentions=f"{use.mentions:,}", relations=f"{use.relations:,}")
        )
        shown = [item.data(_IdRole) for item in self._mentions.lines()]
        if [(line.id, line.text) for line in mentions] != [(s.id, s.text) for s in shown]:
            self._mentions.clear()
            for line in mentions:
                item = QListWidgetItem(line.text)
                item.setData(_IdRole, line)
                self._mentions.addItem(item)
        self._show_split()

    def _show_split(self) -> None:
        self._split.setEnabled(bool(self._mentions.selectedItems()))

    def _split_clicked(self) -> None:
        lines = [item.data(_IdRole) for item in self._mentions.selectedItems()]
        if lines:
            self.split_requested.emit(lines)

    def _renamed(self, aliases: tuple[str, ...]) -> None:
        self._send(aliases=aliases)

    def _edited(self) -> None:
        if self._entity is None or self._fields["canonical_name"].isReadOnly():
            return
        values: dict[str, object] = {"type": self._kind.currentData() or self._entity.type}
        for name, field in self._fields.items():
            values[name] = " ".join(field.committed_text().split()) or None
        if values["canonical_name"] is None:
            values["canonical_name"] = self._entity.canonical_name
        self._send(**values)

    def _send(self, **values: object) -> None:
        if self._entity is None:
            return
        try:
            entity = Entity.model_validate(self._entity.model_dump() | values)
        except ValidationError:
            self._fields["canonical_name"].setText(self._entity.canonical_name)
            return
        if entity != self._entity:
            self._entity = entity
            self.changed.emit(entity)


class _Mentions(QListWidget):
    """Enter and a double click open; several can be selected."""

    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._open)

    def lines(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (item := self.currentItem()) is not None:
                self._open(item)
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_IdRole).annotation_id)
