"""Actions as a list: the name on the left, its keys on the right, headings between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.ui.panels.painting import key_cap_width, paint_key_cap, sized
from desktop.ui.panels.row_delegate import (
    ROW_PADDING,
    ROW_SMALL,
    ROW_TEXT,
    RowDelegate,
    RowIndex,
)
from desktop.ui.theme import Theme

_CAP_GAP = 5
LineRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ActionLine:
    """A line of the list. A heading has no ``name``; ``keys`` are written as the platform does."""

    title: str
    name: str = ""
    keys: tuple[str, ...] = ()
    changed: bool = False


class ActionList(QListWidget):
    """Shows lines; headings cannot be chosen."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[ActionLine], current: str = "") -> None:
        """Show these lines, with the line of an action current, or else the first."""
        self.clear()
        chosen = -1
        for row, line in enumerate(lines):
            item = QListWidgetItem(self)
            item.setData(LineRole, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((line.title, *line.keys)))
            if not line.name:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            elif chosen < 0 or line.name == current:
                chosen = row
        self.setCurrentRow(chosen)

    @property
    def current_line(self) -> ActionLine | None:
        """The line that is chosen."""
        row = self.currentRow()
        if row < 0:
            return None
        line = self.item(row).data(LineRole)
        return line if isinstance(line, ActionLine) and line.name else None

    def step(self, rows: int) -> None:
        """Choose a line further down or up; headings are passed over, ends hold."""
        forward = 1 if rows > 0 else -1
        row = self.currentRow()
        for _ in range(abs(rows)):
            below = row + forward
            while 0 <= below < self.count() and not self.item(below).flags():
                below += forward
            if not 0 <= below < self.count():
                break
            row = below
        self.setCurrentRow(row)


class _LineDelegate(RowDelegate):
    def heading(self, index: RowIndex) -> str:
        """The title of a line without an action."""
        line = index.data(LineRole)
        return "" if line.name else line.title

    def paint_row(self, painter: QPainter, row: QRectF, font: QFont, index: RowIndex) -> None:
        """Paint an action."""
        line = index.data(LineRole)
        assert isinstance(line, ActionLine)
        right = self._paint_keys(painter, row, font, line)
        weight = QFont.Weight.DemiBold if line.changed else QFont.Weight.Normal
        own = sized(font, ROW_TEXT, weight)
        painter.setFont(own)
        painter.setPen(QColor(self.theme.palette.text))
        room = right - row.left() - 2 * ROW_PADDING
        title = QFontMetricsF(own).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(row.adjusted(ROW_PADDING, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_keys(self, painter: QPainter, row: QRectF, font: QFont, line: ActionLine) -> float:
        """Paint the keys from the right; the left edge of the first."""
        cap_font = sized(font, ROW_SMALL)
        at = QPointF(row.right() - ROW_PADDING, row.center().y())
        for key in reversed(line.keys):
            left = at.x() - key_cap_width(cap_font, key)
            paint_key_cap(painter, left, at.y(), cap_font, key, self.theme.palette)
            at.setX(left - _CAP_GAP)
        return at.x()
