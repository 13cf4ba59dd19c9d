"""How what becomes of one annotation looks in the list: by sign, words and colour."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.item_models.outcome_model import OutcomeRole, OutcomeRow
from desktop.ui.panels.painting import paint_row_ground, sized
from desktop.ui.panels.wrapped_text import paint_lines, wrapped
from desktop.ui.theme import Theme

_PADDING = 6
_LEFT = 30
_SIGNS = {"lost": "✕", "changed": "≠", "moved": "↔", "kept": "="}


class OutcomeDelegate(QStyledItemDelegate):
    """Two lines a row: what becomes of it, and its words before and after."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of a row; the width is the list's."""
        del index
        title, words = _fonts(option)
        return QSize(120, round(_pitch(title) + _pitch(words) + 2 * _PADDING))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one annotation."""
        row = index.data(OutcomeRole)
        assert isinstance(row, OutcomeRow)
        palette = self._theme.palette
        hues = {"lost": palette.danger, "changed": palette.warning}
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, area, option.state, palette, current=selected)
        title, words = _fonts(option)
        top, left = area.top() + _PADDING, area.left() + _LEFT
        width = area.width() - _LEFT - 8
        painter.setPen(QColor(hues.get(row.outcome, palette.muted)))
        sign = sized(option.font, 13, QFont.Weight.DemiBold)
        paint_lines(
            painter, [_SIGNS[row.outcome]], sign, QPointF(area.left() + 9, top), _pitch(title)
        )
        shown = wrapped(row.title, title, width, 1)
        paint_lines(painter, shown, title, QPointF(left, top), _pitch(title))
        self._paint_words(painter, row, words, QRectF(left, top + _pitch(title), width, 0))
        painter.restore()

    def _paint_words(self, painter: QPainter, row: OutcomeRow, font: QFont, place: QRectF) -> None:
        """The words before, struck out where they go, and those after."""
        palette = self._theme.palette
        metrics = QFontMetricsF(font)
        both = row.outcome == "changed"
        room = place.width() / 2 - 10 if both else place.width()
        before = metrics.elidedText(
            row.before.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room
        )
        gone = QFont(font)
        gone.setStrikeOut(row.outcome in ("lost", "changed"))
        painter.setPen(QColor(palette.muted))
        paint_lines(painter, [before], gone, place.topLeft(), _pitch(font))
        if both:
            left = place.left() + metrics.horizontalAdvance(before)
            after = metrics.elidedText(
                row.after.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room
            )
            painter.setPen(QColor(palette.text))
            corner = QPointF(left, place.top())
            paint_lines(painter, [f"  →  {after}"], font, corner, _pitch(font))


def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
    return sized(option.font, 12), sized(option.font, 13)


def _pitch(font: QFont) -> float:
    return round(QFontMetricsF(font).height() * 1.05)
