"""The handles at the ends of the selected annotation: where they are and how they look."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.model.span import Span
from desktop.ui.article.page import LaidOut, Page

Side = Literal["left", "right"]

_WIDTH = 2.0
_KNOB = 4.0
_ACTIVE_KNOB = 5.5
_REACH = 7.0
"""How far from a knob's middle the handle can be taken, in pixels at 100 %."""

_NO_PEN = Qt.PenStyle.NoPen
_SMOOTH = QPainter.RenderHint.Antialiasing


def handle_at_end(page: Page, index: int, span: Span, side: Side) -> QRectF | None:
    """The bar of a handle, relative to the text corner of the block it stands in."""
    laid_out = page.laid_out(index)
    segments = laid_out.segments(span)
    if not segments:
        return None
    number, left, right = segments[0 if side == "left" else -1]
    top, height = laid_out.bands[number]
    x = left if side == "left" else right
    return QRectF(x - _WIDTH / 2, top - 2, _WIDTH, height + 5)


def can_be_taken(bar: QRectF, side: Side, x: float, y: float, scale: float) -> bool:
    """True when a point of the page is on a handle's bar or on its knob."""
    reach = _REACH * scale
    knob_y = bar.top() if side == "left" else bar.bottom()
    knob = QRectF(bar.center().x() - reach, knob_y - reach, 2 * reach, 2 * reach)
    return bar.adjusted(-1, 0, 1, 0).contains(x, y) or knob.contains(x, y)


def draw_handles(
    painter: QPainter,
    page: Page,
    laid_out: LaidOut,
    index: int,
    span: Span,
    active: Side | None,
    colours: tuple[QColor, QColor],
) -> None:
    """Draw the handles of ``span`` that stand in this block; ``active`` is the edge keys move.

    ``colours`` are the handle's and the paper's. The painter's origin is the text corner.
    """
    ink, paper = colours
    painter.setRenderHint(_SMOOTH, True)
    block = laid_out.block.span
    ends: tuple[tuple[Side, int], ...] = (("left", span.start), ("right", span.end - 1))
    for side, at in ends:
        if not block.start <= at < block.end:
            continue
        bar = handle_at_end(page, index, span, side)
        if bar is None:
            continue
        painter.fillRect(bar, ink)
        radius = page.typography.px(_ACTIVE_KNOB if side == active else _KNOB)
        middle = bar.center()
        # The left knob above the text, the right one below: told apart where an edge meets another.
        middle.setY(bar.top() if side == "left" else bar.bottom())
        painter.setPen(QPen(ink, _WIDTH) if side != active else _NO_PEN)
        painter.setBrush(paper if side != active else ink)
        painter.drawEllipse(middle, radius, radius)
