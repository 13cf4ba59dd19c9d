"""The handles at the ends of the selected annotation: where they are and how they look."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.model.span import Span
from desktop.ui.article.page import LaidOut, Page

Side = Literal["left", "right"]

_WIDTH = 2.0
_KNOB = 4.0
_ACTIVE_KNOB = 5.5
_REACH = 6.0
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


def knob(bar: QRectF, side: Side, scale: float) -> QPointF:
    """The middle of a handle's knob: above the text on the left, below it on the right.

    So the two are told apart where annotations meet, and a drag that begins in the text at an edge
    selects text.
    """
    y = bar.top() - _KNOB * scale / 2 if side == "left" else bar.bottom() + _KNOB * scale / 2
    return QPointF(bar.center().x(), y)


def can_be_taken(bar: QRectF, side: Side, x: float, y: float, scale: float) -> bool:
    """True when a point of the page is on a handle's knob."""
    middle = knob(bar, side, scale)
    reach = _REACH * scale
    return abs(x - middle.x()) <= reach and abs(y - middle.y()) <= reach


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
        middle = knob(bar, side, page.typography.px(1))
        painter.setPen(QPen(ink, _WIDTH) if side != active else _NO_PEN)
        painter.setBrush(paper if side != active else ink)
        painter.drawEllipse(middle, radius, radius)
