"""All keys of the application in a list that is searched, and where they are changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings, Taken, native, portable
from desktop.ui.actions.definition import ActionDef, translated, without_mnemonic
from desktop.ui.actions.listing import Offer, found, sections
from desktop.ui.actions.table import ACTION_NAMED
from desktop.ui.keys import Stroke
from desktop.ui.panels.action_list import ActionLine, ActionList
from desktop.ui.panels.key_catcher import KeyCatcher
from desktop.ui.panels.list_field import ListField
from desktop.ui.panels.overlay import Overlay
from desktop.ui.panels.roles import set_role
from desktop.ui.theme import Theme

_PAGE = 12


class KeyList(Overlay):
    """Shows every action with its keys; Enter on one of them waits for another key."""

    bindings_changed = Signal(object)
    """The :class:`Bindings` that are to be in force."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, self.tr("Keys"), 640, 640)
        self._offers: Sequence[Offer] = ()
        self._bindings = DEFAULT_BINDINGS
        self._list = ActionList(theme, self.tr("Keys"), self)
        hint = self.tr("Search by name or by key")
        self._field = ListField(self.tr("Search the keys"), hint, _PAGE, self)
        self._field.setClearButtonEnabled(True)
        self._field.searched.connect(self._search)
        self._field.stepped.connect(self._list.step)
        self._field.entered.connect(self._wait)
        self._list.currentItemChanged.connect(self._look)
        self._list.itemDoubleClicked.connect(self._wait)
        self._catcher = KeyCatcher(self)
        self._catcher.caught.connect(self._caught)
        self._catcher.given_up.connect(self._given_up)
        self.body.addWidget(self._field)
        self.body.addWidget(self._list, 1)
        self.body.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self._change = QPushButton(self.tr("Change key"), self)
        self._change.clicked.connect(self._wait)
        self._remove = QPushButton(self.tr("No key"), self)
        self._remove.clicked.connect(self._set_none)
        self._default = QPushButton(self.tr("Default"), self)
        self._default.clicked.connect(self._set_default)
        self._all_default = QPushButton(self.tr("All to default"), self)
        self._all_default.clicked.connect(self._set_all_default)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._catcher, 1)
        for button in (self._change, self._remove, self._default, self._all_default):
            button.setProperty("kind", "quiet")
            foot.addWidget(button)
        return foot

    def list_keys(self, offers: Sequence[Offer], bindings: Bindings) -> None:
        """Open with these actions and their keys."""
        self._offers, self._bindings = offers, bindings
        self._field.clear()
        self._say("")
        self._show_found()
        self.open(self._field)

    # Showing

    def _search(self) -> None:
        self._say("")
        self._show_found()

    def _show_found(self, current: str = "") -> None:
        typed = self._field.live_text.strip()
        lines: list[ActionLine] = []
        if typed:
            fitting = [offer for offer in self._offers if self._has_key(offer.row, typed)]
            fitting += [o for o in found(typed, self._offers, ()) if o not in fitting]
            lines = [self._line(offer) for offer in fitting]
        else:
            for heading, rows in sections(self._offers):
                lines.append(ActionLine(without_mnemonic(translated(heading))))
                lines += [self._line(offer) for offer in rows]
        self._list.show_lines(lines, current)
        self._look()

    def _has_key(self, row: ActionDef, typed: str) -> bool:
        return any(native(key).casefold() == typed.casefold() for key in self._keys(row))

    def _line(self, offer: Offer) -> ActionLine:
        keys = tuple(native(key) for key in self._keys(offer.row))
        return ActionLine(offer.title, offer.row.name, keys, offer.row.name in self._bindings.own)

    def _keys(self, row: ActionDef) -> tuple[str, ...]:
        return self._bindings.keys(row.name)

    def _look(self) -> None:
        row = self._row
        free = row is not None and not row.fixed
        own = self._bindings.own
        self._change.setEnabled(free)
        self._remove.setEnabled(row is not None and free and bool(self._keys(row)))
        self._default.setEnabled(row is not None and row.name in own)
        self._all_default.setEnabled(bool(own))

    @property
    def _row(self) -> ActionDef | None:
        line = self._list.current_line
        return ACTION_NAMED[line.name] if line is not None else None

    # Changing

    def _wait(self) -> None:
        row = self._row
        if row is None:
            return
        if row.fixed:
            self._say(self.tr("The schema gives labels their digits."), "warning")
            return
        self._say("")
        self._catcher.wait(
            self.tr("Press the new key for “{action}”. Esc keeps it.").format(action=row.title)
        )

    def _caught(self, stroke: Stroke) -> None:
        row = self._row
        assert row is not None
        fault = self._bindings.fault(row.name, stroke)
        key = native(portable(stroke))
        if isinstance(fault, Taken):
            words = self.tr("{key} is the key of “{action}”. Nothing was changed.")
            self._say(words.format(key=key, action=fault.by.title), "warning")
        elif fault is not None:
            words = self.tr("{key} alone is for typing. Add Ctrl or Alt, or take an F key.")
            self._say(words.format(key=key), "warning")
        else:
            self._put(self._bindings.with_keys(row.name, (portable(stroke),)), row.name)
            words = self.tr("{key} does “{action}” from now on.")
            self._say(words.format(key=key, action=row.title), "success")
        self._field.setFocus()

    def _given_up(self) -> None:
        self._say("")
        if self.isVisible() and not self._field.hasFocus():
            self._field.setFocus()

    def _set_none(self) -> None:
        if (row := self._row) is not None:
            self._put(self._bindings.with_keys(row.name, ()), row.name)

    def _set_default(self) -> None:
        if (row := self._row) is not None:
            self._put(self._bindings.with_default(row.name), row.name)

    def _set_all_default(self) -> None:
        row = self._row
        self._put(DEFAULT_BINDINGS, row.name if row is not None else "")

    def _put(self, bindings: Bindings, current: str) -> None:
        self._bindings = bindings
        self._say("")
        self._show_found(current)
        self._field.setFocus()
        self.bindings_changed.emit(bindings)

    def _say(self, words: str, role: str = "secondary") -> None:
        set_role(self._catcher, role)
        self._catcher.setText(words)
