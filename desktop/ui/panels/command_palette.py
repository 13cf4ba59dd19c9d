"""The command palette: type a few letters of what is wanted, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings, native
from desktop.ui.actions.listing import Offer, found
from desktop.ui.panels.action_list import ActionLine, ActionList
from desktop.ui.panels.list_field import ListField
from desktop.ui.panels.overlay import Overlay
from desktop.ui.theme import Theme

_PAGE = 8


class CommandPalette(Overlay):
    """Offers actions by name and asks for the chosen one after it has closed."""

    action_requested = Signal(str)
    """The name of the action that was chosen."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, self.tr("Find an action"), 560, 420)
        self._offers: Sequence[Offer] = ()
        self._recent: Sequence[str] = ()
        self._bindings = DEFAULT_BINDINGS
        self._list = ActionList(theme, self.tr("Actions"), self)
        hint = self.tr("Find an action: name, English or initials")
        self._field = ListField(self.tr("Find an action"), hint, _PAGE, self)
        self._field.searched.connect(self._show_found)
        self._field.stepped.connect(self._list.step)
        self._field.entered.connect(self._choose)
        self._list.itemClicked.connect(self._clicked)
        self._nothing = QLabel(self.tr("No action is called that."), self)
        self._nothing.setProperty("role", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list, 1)

    def offer(self, offers: Sequence[Offer], bindings: Bindings, recent: Sequence[str]) -> None:
        """Open with these actions; ``recent`` names come first while nothing is typed."""
        self._offers, self._bindings, self._recent = offers, bindings, recent
        self._field.clear()
        self._show_found()
        self.open(self._field)

    def _clicked(self, item: QListWidgetItem) -> None:
        self._list.setCurrentItem(item)
        self._choose()

    def _choose(self) -> None:
        line = self._list.current_line
        if line is not None:
            self.dismiss()
            self.action_requested.emit(line.name)

    def _show_found(self) -> None:
        fitting = found(self._field.live_text, self._offers, self._recent)
        self._nothing.setVisible(not fitting)
        self._list.show_lines(
            [ActionLine(offer.title, offer.row.name, self._keys_of(offer)) for offer in fitting]
        )

    def _keys_of(self, offer: Offer) -> tuple[str, ...]:
        return tuple(native(key) for key in self._bindings.keys(offer.row.name))
