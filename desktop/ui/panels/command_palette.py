"""The command palette: type a few letters of what is wanted, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from desktop.ui.actions.bindings import Bindings, native
from desktop.ui.actions.listing import Offer, found
from desktop.ui.panels.action_list import ActionLine, ActionList
from desktop.ui.panels.list_steps import rows_of
from desktop.ui.panels.overlay import Overlay
from desktop.ui.text_fields import LineEdit
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
        self._bindings = Bindings()
        self._field = LineEdit(self)
        self._field.setPlaceholderText(self.tr("Find an action: name, English or initials"))
        self._field.setAccessibleName(self.tr("Find an action"))
        self._field.textChanged.connect(self._show_found)
        self._field.composed_changed.connect(self._show_found)
        self._field.installEventFilter(self)
        self._list = ActionList(theme, self.tr("Actions"), self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose while the keyboard stays on the field; Enter does."""
        if watched is self._field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key_pressed(event.key())
        return super().eventFilter(watched, event)

    def _key_pressed(self, key: int) -> bool:
        if rows := rows_of(key, _PAGE):
            self._list.step(rows)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            return False
        return True

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
