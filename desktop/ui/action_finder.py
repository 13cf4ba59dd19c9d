"""Actions found by name or by key: the palette, the list of keys, and what the settings keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.settings import SettingsStore
from desktop.ui.actions.bindings import Bindings
from desktop.ui.actions.handlers import Handler
from desktop.ui.actions.menus import Actions
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.ui.actions.listing import Offer
    from desktop.ui.panels.command_palette import CommandPalette
    from desktop.ui.panels.key_list import KeyList

_RECENT = 6


class ActionFinder(QObject):
    """Holds the keys in force, and opens what shows them."""

    bindings_changed = Signal(object)
    """The :class:`Bindings` that are in force from now on."""

    def __init__(self, settings: SettingsStore, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._theme = theme
        self._window = window
        self._labels: dict[str, str] = {}
        self._actions: Actions | None = None
        self._palette: CommandPalette | None = None
        self._keys: KeyList | None = None
        self.bindings = Bindings(settings.settings.keys)

    def handlers(self) -> dict[str, Handler]:
        """The two ways in."""
        return {"show_palette": self.show_palette, "show_keys": self.show_keys}

    def find_among(self, actions: Actions) -> None:
        """Run and list the actions of this window."""
        self._actions = actions

    def set_labels(self, labels: dict[str, str]) -> None:
        """Call the labels of the open project by these names, by their digits."""
        self._labels = labels

    def build(self) -> None:
        """Make the two overlays anew when they are next wanted, in the language of then."""
        for old in (self._palette, self._keys):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._palette = self._keys = None

    def show_palette(self) -> None:
        """Offer everything that can be done now by name."""
        from desktop.ui.actions.listing import sections
        from desktop.ui.panels.command_palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self._window, self._theme)
            self._palette.action_requested.connect(self._run)
        in_order = [offer for _, rows in sections(self._offers()) for offer in rows]
        possible = [offer for offer in in_order if self._can_run(offer)]
        self._palette.offer(possible, self.bindings, self._settings.settings.recent_actions)

    def show_keys(self) -> None:
        """List all keys."""
        from desktop.ui.panels.key_list import KeyList

        if self._keys is None:
            self._keys = KeyList(self._window, self._theme)
            self._keys.bindings_changed.connect(self._set_bindings)
        self._keys.list_keys(self._offers(), self.bindings)

    def _offers(self) -> list[Offer]:
        from desktop.ui.actions.listing import offers

        return offers(self._labels)

    def _can_run(self, offer: Offer) -> bool:
        if self._actions is None or not offer.row.listed:
            return False
        return self._actions.can_run(offer.row.name)

    def _run(self, name: str) -> None:
        assert self._actions is not None
        others = [known for known in self._settings.settings.recent_actions if known != name]
        self._settings.update(recent_actions=(name, *others)[:_RECENT])
        self._actions.run(name)

    def _set_bindings(self, bindings: Bindings) -> None:
        self.bindings = bindings
        self._settings.update(keys=bindings.own)
        self.bindings_changed.emit(bindings)
