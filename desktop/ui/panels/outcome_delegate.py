"""How what becomes of one annotation looks in the list: by sign, words and colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.ui.item_models.outcome_model import OutcomeRole, OutcomeRow
from desktop.ui.panels.painting import sized
from desktop.ui.panels.two_line_delegate import RowIndex, TwoLineDelegate, pitch
from desktop.ui.panels.wrapped_text import paint_lines, wrapped

_LEFT = 30
_SIGNS = {"lost": "×", "changed": "≠", "moved": "↔", "kept": "="}


class OutcomeDelegate(TwoLineDelegate):
    """Two lines a row: what becomes of it, and its words before and after."""

    UPPER, LOWER, PADDING = 12, 13, 6

    def paint_row(self, painter: QPainter, row: QRectF, font: QFont, index: RowIndex) -> None:
        """Paint one annotation."""
        said = index.data(OutcomeRole)
        assert isinstance(said, OutcomeRow)
        palette = self.theme.palette
        hues = {"lost": palette.danger, "changed": palette.warning}
        title, words = sized(font, self.UPPER), sized(font, self.LOWER)
        top, left = row.top() + self.PADDING, row.left() + _LEFT
        width = row.width() - _LEFT - 8
        painter.setPen(QColor(hues.get(said.outcome, palette.muted)))
        sign = sized(font, 13, QFont.Weight.DemiBold)
        corner = QPointF(row.left() + 9, top)
        paint_lines(painter, [_SIGNS[said.outcome]], sign, corner, pitch(title))
        shown = wrapped(said.title, title, width, 1)
        paint_lines(painter, shown, title, QPointF(left, top), pitch(title))
        self._paint_words(painter, said, words, QRectF(left, top + pitch(title), width, 0))

    def _paint_words(self, painter: QPainter, row: OutcomeRow, font: QFont, place: QRectF) -> None:
        """The words before, struck out where they go, and those after."""
        palette = self.theme.palette
        metrics = QFontMetricsF(font)
        both = row.outcome == "changed"
        room = place.width() / 2 - 10 if both else place.width()
        before = metrics.elidedText(
            row.before.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room
        )
        gone = QFont(font)
        gone.setStrikeOut(row.outcome in ("lost", "changed"))
        painter.setPen(QColor(palette.muted))
        paint_lines(painter, [before], gone, place.topLeft(), pitch(font))
        if both:
            left = place.left() + metrics.horizontalAdvance(before)
            after = metrics.elidedText(
                row.after.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room
            )
            painter.setPen(QColor(palette.text))
            corner = QPointF(left, place.top())
            paint_lines(painter, [f"  →  {after}"], font, corner, pitch(font))
