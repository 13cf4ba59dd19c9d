"""The rules of suggestions as a Qt table: on or off, and what became of what they suggested."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.model.overview import DecisionCount
from desktop.suggestions.rules import RULES
from desktop.suggestions.suggestion import IMPORTED
from desktop.ui.language import localised

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
_HEADINGS = (
    QT_TRANSLATE_NOOP("rules", "Rule"),
    QT_TRANSLATE_NOOP("rules", "Shown"),
    QT_TRANSLATE_NOOP("rules", "Accepted"),
    QT_TRANSLATE_NOOP("rules", "Edited"),
    QT_TRANSLATE_NOOP("rules", "Rejected"),
    QT_TRANSLATE_NOOP("rules", "Right"),
)
_FROM_FILE = QT_TRANSLATE_NOOP("rules", "From a file ({name})")
_VERSIONED = QT_TRANSLATE_NOOP("rules", "{name} (version {version})")


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in one version. ``open`` counts its suggestions that wait in the open article."""

    rule: str
    version: str
    name: str
    open: int = 0
    accepted: int = 0
    edited: int = 0
    rejected: int = 0

    @property
    def decided(self) -> int:
        """How many of its suggestions somebody decided on."""
        return self.accepted + self.edited + self.rejected

    @property
    def shown(self) -> int:
        """How many were decided on or wait in the open article."""
        return self.decided + self.open

    @property
    def precision(self) -> float | None:
        """The share accepted as they were, of those decided on."""
        return self.accepted / self.decided if self.decided else None


def rule_rows(
    counts: Iterable[DecisionCount], waiting: Mapping[str, int], language: str
) -> list[RuleRow]:
    """A row for every rule, and for every older version and file that was decided on.

    ``waiting`` counts the open suggestions of the article by rule.
    """
    totals: dict[tuple[str, str], list[int]] = {
        (r.id, r.version): [0, 0, 0] for r in RULES.values()
    }
    for count in counts:
        total = totals.setdefault((count.rule, count.version), [0, 0, 0])
        for at, n in enumerate((count.accepted, count.edited, count.rejected)):
            total[at] += n
    return [
        RuleRow(rule, version, _name(rule, version, language), _waiting(waiting, rule, version), *n)
        for (rule, version), n in totals.items()
    ]


def _waiting(waiting: Mapping[str, int], rule: str, version: str) -> int:
    current = RULES.get(rule)
    return waiting.get(rule, 0) if current is None or current.version == version else 0


def _name(rule_id: str, version: str, language: str) -> str:
    translate = QCoreApplication.translate
    if rule_id == IMPORTED:
        return translate("rules", _FROM_FILE).format(name=version)
    rule = RULES.get(rule_id)
    name = localised(rule.names, language) if rule is not None else rule_id
    if rule is not None and rule.version == version:
        return name
    return translate("rules", _VERSIONED).format(name=name, version=version)


class RuleModel(QAbstractTableModel):
    """The first column has a tick: the rule suggests, or is switched off."""

    switched = Signal(str, bool)
    """A rule's id and whether it is to be on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RuleRow] = []
        self._off: frozenset[str] = frozenset()

    def show(self, rows: Iterable[RuleRow], off: frozenset[str]) -> None:
        """Show other counts."""
        self.beginResetModel()
        self._rows = list(rows)
        self._off = off
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """One row a rule."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """The name and the counts."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("rules", _HEADINGS[section])
        if orientation == Qt.Orientation.Horizontal and role == _ALIGNMENT:
            return _MIDDLE | (_RIGHT if section else Qt.AlignmentFlag.AlignLeft)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name with its tick, or a count."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _CELLS[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return f"<p>{escape(row.rule)}@{escape(row.version)}</p>"
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            off = row.rule in self._off
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        if role == _ALIGNMENT and index.column() > 0:
            return _MIDDLE | _RIGHT
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The tick of our own rules can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and self._rows[index.row()].rule in RULES:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a rule to be switched; the change comes back by :meth:`show`."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.switched.emit(self._rows[index.row()].rule, on)
        return True


def _share(row: RuleRow) -> str:
    return "" if row.precision is None else f"{row.precision:.0%}"


_CELLS: tuple[Callable[[RuleRow], str], ...] = (
    lambda row: row.name,
    lambda row: f"{row.shown:,}",
    lambda row: f"{row.accepted:,}",
    lambda row: f"{row.edited:,}",
    lambda row: f"{row.rejected:,}",
    _share,
)
