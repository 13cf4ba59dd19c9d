"""Rows of two lines, as the lists of problems and of a revision's outcomes have them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.panels.painting import paint_row_ground, sized
from desktop.ui.theme import Theme

RowIndex = QModelIndex | QPersistentModelIndex


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the ground of rows of one height; subclasses say the sizes and paint the lines."""

    UPPER: ClassVar[int]
    LOWER: ClassVar[int]
    """Pixels of the letters of either line."""
    PADDING: ClassVar[int]
    """Pixels above and below the lines."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint_row(self, painter: QPainter, row: QRectF, font: QFont, index: RowIndex) -> None:
        """Paint what a row says, in ``font`` at the sizes of its lines."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: RowIndex) -> QSize:
        """The height of a row; the width is the list's."""
        del index
        lines = sum(pitch(sized(option.font, size)) for size in (self.UPPER, self.LOWER))
        return QSize(120, round(lines + 2 * self.PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: RowIndex) -> None:
        """Paint a row on its ground."""
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, row, option.state, self.theme.palette, current=selected)
        self.paint_row(painter, row, option.font, index)
        painter.restore()


def pitch(font: QFont) -> float:
    """Pixels from a line to the next."""
    return round(QFontMetricsF(font).height() * 1.05)
