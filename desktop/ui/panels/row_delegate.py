"""Rows of one height under headings, as the lists over the page have them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.panels.painting import sized
from desktop.ui.theme import Theme

ROW_HEIGHT = 30
ROW_PADDING = 10
ROW_TEXT = 13
ROW_SMALL = 11
_ABOVE_LINE = 5

RowIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints headings and the ground of rows; subclasses say which is which and paint the rest."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def heading(self, index: RowIndex) -> str:
        """The words of a heading; empty for a row."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, row: QRectF, font: QFont, index: RowIndex) -> None:
        """Paint what a row says."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: RowIndex) -> QSize:
        """One height for all."""
        del option, index
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: RowIndex) -> None:
        """Paint a heading or a row."""
        palette = self.theme.palette
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if words := self.heading(index):
            font = sized(option.font, ROW_SMALL, QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(palette.muted))
            width = row.width() - 2 * ROW_PADDING
            title = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            place = row.adjusted(ROW_PADDING, 0, 0, -_ABOVE_LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom, title)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(palette.accent_soft))
                painter.drawRoundedRect(row, 6, 6)
            self.paint_row(painter, row, option.font, index)
        painter.restore()
