"""How one article looks in the list: state, title on up to two lines, what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.model.overview import DocumentSummary
from desktop.model.schema import Schema
from desktop.ui.item_models.document_model import ProblemsRole, SummaryRole
from desktop.ui.panels.counts_text import SEPARATOR, counts_text
from desktop.ui.panels.painting import paint_row_ground, paint_state, sized, text_width
from desktop.ui.panels.problem_delegate import paint_severity
from desktop.ui.panels.wrapped_text import paint_lines, wrapped
from desktop.ui.theme import Theme

_LINES = 3
"""A row has room for this many lines: a title of two with one below, or of one with two below."""

_TITLE_LINES = 2
_PADDING = 8
_TEXT_LEFT = 28
_DOT_LEFT = 13
_BETWEEN = 2
_TITLE_SIZE = 13
_META_SIZE = 11
_LONGEST_TITLE = 200


class DocumentDelegate(QStyledItemDelegate):
    """All rows are of one height, so that 100,000 of them need no measuring."""

    def __init__(self, schema: Schema, theme: Theme, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._schema = schema
        self._theme = theme
        self._language = language
        self.current_id: str | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of a row; the width is the list's."""
        del index
        title, meta = self._fonts(option)
        lines = _TITLE_LINES * _pitch(title) + (_LINES - _TITLE_LINES) * _pitch(meta)
        return QSize(120, round(lines + 2 * _PADDING + _BETWEEN + 1))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one article."""
        summary = index.data(SummaryRole)
        assert isinstance(summary, DocumentSummary)
        palette = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        current = summary.document_id == self.current_id
        paint_row_ground(painter, row, option.state, palette, current=current)
        title_font, meta_font = self._fonts(option)
        top = row.top() + _PADDING
        paint_state(
            painter,
            QPointF(row.left() + _DOT_LEFT, top + _pitch(title_font) / 2),
            summary.state,
            palette,
        )
        left, width = row.left() + _TEXT_LEFT, row.width() - _TEXT_LEFT - 8
        problems = index.data(ProblemsRole)
        if problems:
            count = f"{problems:,}"
            width -= text_width(meta_font, count) + 20
            self._paint_problems(painter, row.right() - 8, top, count, meta_font)
        painter.setPen(QColor(palette.text))
        title = wrapped(summary.title[:_LONGEST_TITLE] or "—", title_font, width, _TITLE_LINES)
        paint_lines(painter, title, title_font, QPointF(left, top), _pitch(title_font))
        top += len(title) * _pitch(title_font) + _BETWEEN
        painter.setPen(QColor(palette.muted))
        meta = self._meta(summary, meta_font, width, _LINES - len(title))
        paint_lines(painter, meta, meta_font, QPointF(left, top), _pitch(meta_font))
        painter.restore()

    def _paint_problems(
        self, painter: QPainter, right: float, top: float, count: str, font: QFont
    ) -> None:
        """A red disc and the number of problems, at the right of the title's first line."""
        width = text_width(font, count)
        middle = top + _pitch(font) / 2 + 2
        paint_severity(painter, QPointF(right - width - 9, middle), "wrong", self._theme.palette)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette.danger))
        place = QRectF(right - width - 2, middle - 10, width + 4, 20)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, count)

    def _meta(self, summary: DocumentSummary, font: QFont, width: float, most: int) -> list[str]:
        """Publisher, date and counts; the century goes first when room is short."""
        date = (summary.date or "")[:10].replace("-", ".")
        counts = counts_text(self._schema, self._language, summary.counts)
        for shown in (date, date[2:]):
            parts = (summary.publisher or "", shown, counts)
            lines = wrapped(SEPARATOR.join(filter(None, parts)), font, width, most)
            if not lines[-1].endswith("…"):
                break
        return lines

    def _fonts(self, option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        font = option.font
        return sized(font, _TITLE_SIZE, QFont.Weight.DemiBold), sized(font, _META_SIZE)


def _pitch(font: QFont) -> float:
    return round(font.pixelSize() * 1.42)
