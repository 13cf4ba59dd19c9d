"""The keys in force: the table's defaults with the user's own on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from desktop.ui.actions.definition import ActionDef, Scope
from desktop.ui.actions.table import ACTION_NAMED, ACTIONS
from desktop.ui.keys import SAME_KEYS, Stroke

Keys = tuple[str, ...]

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A key cannot be given because another action has it."""

    by: ActionDef


class TypedKey:
    """A key cannot be given because it would be lost to typing outside the article."""


@lru_cache(maxsize=1_000)
def combination(keys: str) -> tuple[Qt.Key, Qt.KeyboardModifier] | None:
    """Key and modifiers of a portable key sequence; None when it is not exactly one stroke."""
    sequence = QKeySequence(keys, _PORTABLE)
    if sequence.count() != 1:
        return None
    stroke = sequence[0]  # type: ignore[index] # Qt's stubs leave it out
    key = SAME_KEYS.get(stroke.key(), stroke.key())
    return None if key == Qt.Key.Key_unknown else (key, stroke.keyboardModifiers())


def portable(stroke: Stroke) -> str:
    """The portable key sequence of a stroke."""
    return QKeySequence(stroke.key.value | stroke.modifiers.value).toString(_PORTABLE)


def native(keys: str) -> str:
    """A portable key sequence as this platform writes it."""
    return QKeySequence(keys, _PORTABLE).toString(_NATIVE)


class Bindings:
    """Which keys each action has. Frozen; a change makes another one.

    What the user set counts first, so that a default of a later version never takes a key away.
    Unknown names and texts that are no keys are passed over.
    """

    def __init__(self, own: Mapping[str, Iterable[str]] | None = None) -> None:
        self._own: dict[str, Keys] = {
            name: tuple(key for key in keys if combination(key) is not None)
            for name, keys in (own or {}).items()
            if name in ACTION_NAMED and not ACTION_NAMED[name].fixed
        }
        self._row_on: dict[tuple[Qt.Key, Qt.KeyboardModifier], ActionDef] = {}
        self._keys: dict[str, Keys] = {}
        first = [row for row in ACTIONS if row.fixed]
        first += [row for row in ACTIONS if row.name in self._own]
        rest = [row for row in ACTIONS if not row.fixed and row.name not in self._own]
        for row in first + rest:
            self._give(row, self._own.get(row.name, row.keys))

    def _give(self, row: ActionDef, keys: Keys) -> None:
        given = []
        for key in keys:
            stroke = combination(key)
            if stroke is not None and self._row_on.setdefault(stroke, row) is row:
                given.append(key)
        self._keys[row.name] = tuple(given)

    @property
    def own(self) -> dict[str, Keys]:
        """What differs from the defaults, by action; to be kept in the settings."""
        return dict(self._own)

    def keys(self, name: str) -> Keys:
        """The keys of an action as portable key sequences."""
        return self._keys[name]

    def shown(self, name: str) -> str:
        """The first key of an action as this platform writes it; empty when it has none."""
        return next((native(key) for key in self._keys[name]), "")

    def action_on(self, stroke: Stroke) -> ActionDef | None:
        """The action that has a key."""
        return self._row_on.get((stroke.key, stroke.modifiers))

    def article_action(self, stroke: Stroke) -> str | None:
        """The name of the action that a key asks for in the article."""
        row = self.action_on(stroke)
        return row.name if row is not None and row.scope is Scope.ARTICLE else None

    def fault(self, name: str, stroke: Stroke) -> Taken | TypedKey | None:
        """Why an action cannot have a key; None when it can."""
        row = ACTION_NAMED[name]
        holder = self.action_on(stroke)
        if holder is not None and holder is not row:
            return Taken(holder)
        alone = not stroke.modifiers & _HELD and stroke.key not in _FUNCTION_KEYS
        return TypedKey() if row.scope is not Scope.ARTICLE and alone else None

    def with_keys(self, name: str, keys: Keys) -> Bindings:
        """The same with other keys for one action; without any it is done by name only."""
        return Bindings(self._own | {name: keys})

    def with_default(self, name: str) -> Bindings:
        """The same with an action's own default."""
        return Bindings({kept: keys for kept, keys in self._own.items() if kept != name})


DEFAULT_BINDINGS = Bindings()
"""What holds where nobody has set other keys."""
