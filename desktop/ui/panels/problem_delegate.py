"""How one problem looks in the list: its severity by shape and colour, what, where, and a key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.review.problem import Severity
from desktop.ui.item_models.problem_model import ProblemRole, ProblemRow
from desktop.ui.panels.painting import key_cap_width, paint_key_cap, paint_row_ground, sized
from desktop.ui.panels.wrapped_text import paint_lines, wrapped
from desktop.ui.theme import Palette, Theme

_PADDING = 7
_LEFT = 22
_SIGN = 5.0
_KEY = "↵"


class ProblemDelegate(QStyledItemDelegate):
    """Every row has two lines: the problem, and the words it is about or its answer."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of a row; the width is the list's."""
        del index
        words, quote = _fonts(option)
        return QSize(120, round(_pitch(words) + _pitch(quote) + 2 * _PADDING))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one problem."""
        row = index.data(ProblemRole)
        assert isinstance(row, ProblemRow)
        palette = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, area, option.state, palette, current=selected)
        words, quote = _fonts(option)
        cap = sized(option.font, 11)
        room = key_cap_width(cap, _KEY) + 8
        middle = area.top() + _PADDING + _pitch(words) / 2
        answered = row.answer is not None
        colour = palette.faint if answered else None
        paint_severity(
            painter, QPointF(area.left() + 9, middle), row.problem.severity, palette, colour
        )
        paint_key_cap(painter, area.right() - room + 4, middle, cap, _KEY, palette)
        left, width = area.left() + _LEFT, area.width() - _LEFT - room
        painter.setPen(QColor(palette.muted if answered else palette.text))
        top = area.top() + _PADDING
        shown = wrapped(row.title, words, width, 1)
        paint_lines(painter, shown, words, QPointF(left, top), _pitch(words))
        painter.setPen(QColor(palette.muted))
        said = row.answer.reason if row.answer is not None else row.quote
        shown = wrapped(said, quote, area.width() - _LEFT - 8, 1)
        paint_lines(painter, shown, quote, QPointF(left, top + _pitch(words)), _pitch(quote))
        painter.restore()


def paint_severity(
    painter: QPainter,
    centre: QPointF,
    severity: Severity,
    palette: Palette,
    colour: str | None = None,
) -> None:
    """A red disc, an amber triangle or a blue ring: told apart without colour too."""
    hues = {"wrong": palette.danger, "missing": palette.warning, "unusual": palette.accent}
    ink = QColor(colour or hues[severity])
    painter.setPen(QPen(ink, 1.8) if severity == "unusual" else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if severity == "unusual" else ink)
    if severity == "missing":
        half = _SIGN + 0.5
        points = (QPointF(0, -half), QPointF(half, half - 1), QPointF(-half, half - 1))
        painter.drawPolygon(QPolygonF([centre + point for point in points]))
    else:
        painter.drawEllipse(centre, _SIGN - 0.8, _SIGN - 0.8)


def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
    return sized(option.font, 13), sized(option.font, 11)


def _pitch(font: QFont) -> float:
    return round(QFontMetricsF(font).height() * 1.05)
