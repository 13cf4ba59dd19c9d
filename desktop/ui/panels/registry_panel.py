"""The speaker registry: a list to search and filter, and the entry that is current."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.overview import EntityUse
from desktop.model.project import Entity
from desktop.ui.item_models.registry_model import RegistryModel
from desktop.ui.panels.choice_widgets import DropDown
from desktop.ui.panels.entry_card import EntryCard
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.overlay import Overlay
from desktop.ui.panels.registry_list import RegistryList
from desktop.ui.panels.roles import set_role
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_WIDTH, _HEIGHT = 960, 660
_LIST_WIDTH = 350
_PAUSE_MS = 120


class RegistryPanel(Overlay):
    """Floats over the page; what is wished goes out, what is shown comes in."""

    filter_changed = Signal()
    """Other words, or another kind."""
    chosen_changed = Signal(object)
    """The list of each selected :class:`Entity`, the current one first."""
    new_requested = Signal(str)
    """The name of an entry to make."""
    merge_requested = Signal(object)
    """A list of :class:`Entity`; the first is to stay."""
    delete_requested = Signal(object)
    """A list of :class:`Entity`."""
    delete_unused_requested = Signal()

    def __init__(self, kinds: Mapping[str, str], theme: Theme, host: QWidget) -> None:
        """``kinds`` are the names of the kinds of entries, by the schema's words for them."""
        super().__init__(host, self.tr("Speaker registry"), _WIDTH, _HEIGHT)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.filter_changed)
        self._field = LineEdit(self)
        self._field.setPlaceholderText(self.tr("Name, alias or first letters"))
        self._field.setAccessibleName(self.tr("Search the registry"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._pause.start)
        self._field.composed_changed.connect(self._pause.start)
        self._field.installEventFilter(self)
        self._kind = DropDown(theme, self)
        self._kind.setAccessibleName(self.tr("Kind"))
        self._kind.addItem(self.tr("All kinds"), "")
        for kind, words in kinds.items():
            self._kind.addItem(words, kind)
        self._kind.activated.connect(self.filter_changed)
        self.model = RegistryModel(self)
        self.list = RegistryList(self.model, kinds, theme, self)
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.list.delete_requested.connect(self._delete)
        self.card = EntryCard(kinds, theme, self)
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._state, "caption")
        self._new = FlatButton(self.tr("New"), theme, self, framed=True)
        self._new.clicked.connect(self._make)
        self._merge = FlatButton(self.tr("Merge"), theme, self, framed=True)
        self._merge.clicked.connect(self._unite)
        self._remove = FlatButton(self.tr("Delete"), theme, self, framed=True)
        self._remove.clicked.connect(self._delete)
        self._unused = FlatButton(self.tr("Delete unused"), theme, self, framed=True)
        self._unused.clicked.connect(self.delete_unused_requested)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._field, 1)
        head.addWidget(self._kind)
        buttons = QHBoxLayout()
        for button in (self._new, self._merge, self._remove, self._unused):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(9)
        left.addLayout(head)
        left.addWidget(self.list, 1)
        left.addWidget(self._state)
        left.addLayout(buttons)
        holder = QWidget(self)
        holder.setFixedWidth(_LIST_WIDTH)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(left)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(holder)
        row.addWidget(self.card, 1)
        self.body.addLayout(row, 1)

    def begin(self) -> None:
        """Open with the keyboard on the search field."""
        self._field.selectAll()
        self.open(self._field)

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._field.live_text.strip()

    @property
    def kind(self) -> str:
        """The kind that is wanted; empty for all."""
        return str(self._kind.currentData())

    def say(self, text: str) -> None:
        """Say something below the list."""
        self._state.setText(text)

    def show_entries(
        self, entities: Sequence[Entity], uses: Mapping[str, EntityUse], current: str | None
    ) -> None:
        """Show entries; those that were selected stay so, else ``current``, else the first."""
        kept = [entity.id for entity in self.list.chosen] or [current or ""]
        selection = self.list.selectionModel()
        blocked = selection.blockSignals(True)
        self.model.show_entries(entities, uses)
        rows = [row for entity_id in kept if (row := self.model.row_of(entity_id)) >= 0]
        if current is not None and (row := self.model.row_of(current)) >= 0:
            rows = [row] if current not in kept else rows
        for row in rows or ([0] if entities else []):
            flag = QItemSelectionModel.SelectionFlag
            index = self.model.index(row)
            selection.select(index, flag.Select)
            selection.setCurrentIndex(index, flag.NoUpdate)
        selection.blockSignals(blocked)
        self.list.viewport().update()
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())
        self._selected()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field to the list; Return makes the entry that was not found."""
        if watched is self._field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and returned:
                self._field.commit_composed()
                if self.model.rowCount():
                    self.list.setFocus()
                else:
                    self._make()
                return True
        return super().eventFilter(watched, event)

    def _selected(self) -> None:
        chosen = self.list.chosen
        self._merge.setEnabled(len(chosen) > 1)
        self._remove.setEnabled(bool(chosen))
        count = len(chosen)
        words = self.tr("Merge {count} entries").format(count=count)
        self._merge.set_text(words if count > 1 else self.tr("Merge"))
        self.card.setEnabled(count <= 1)
        self.chosen_changed.emit(chosen)

    def _make(self) -> None:
        self.new_requested.emit(" ".join(self._field.committed_text().split()))

    def _unite(self) -> None:
        chosen = self.list.chosen
        if len(chosen) > 1:
            self.merge_requested.emit(chosen)

    def _delete(self) -> None:
        if chosen := self.list.chosen:
            self.delete_requested.emit(chosen)
