"""How one problem looks in the list: its severity by shape and colour, what, where, and a key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from desktop.review.problem import Severity
from desktop.ui.item_models.problem_model import ProblemRole, ProblemRow
from desktop.ui.panels.painting import key_cap_width, paint_key_cap, sized
from desktop.ui.panels.two_line_delegate import RowIndex, TwoLineDelegate, pitch
from desktop.ui.panels.wrapped_text import paint_lines, wrapped
from desktop.ui.theme import Palette

_LEFT = 22
_SIGN = 5.0
_KEY = "↵"


class ProblemDelegate(TwoLineDelegate):
    """Every row has two lines: the problem, and the words it is about or its answer."""

    UPPER, LOWER, PADDING = 13, 11, 7

    def paint_row(self, painter: QPainter, row: QRectF, font: QFont, index: RowIndex) -> None:
        """Paint one problem."""
        said = index.data(ProblemRole)
        assert isinstance(said, ProblemRow)
        palette = self.theme.palette
        words, quote = sized(font, self.UPPER), sized(font, self.LOWER)
        cap = sized(font, 11)
        room = key_cap_width(cap, _KEY) + 8
        top = row.top() + self.PADDING
        middle = top + pitch(words) / 2
        answered = said.answer is not None
        colour = palette.faint if answered else None
        centre = QPointF(row.left() + 9, middle)
        paint_severity(painter, centre, said.problem.severity, palette, colour)
        paint_key_cap(painter, row.right() - room + 4, middle, cap, _KEY, palette)
        left, width = row.left() + _LEFT, row.width() - _LEFT - room
        painter.setPen(QColor(palette.muted if answered else palette.text))
        shown = wrapped(said.title, words, width, 1)
        paint_lines(painter, shown, words, QPointF(left, top), pitch(words))
        painter.setPen(QColor(palette.muted))
        about = said.answer.reason if said.answer is not None else said.quote
        shown = wrapped(about, quote, row.width() - _LEFT - 8, 1)
        paint_lines(painter, shown, quote, QPointF(left, top + pitch(words)), pitch(quote))


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
