"""Plain text on a few lines, the last of which is elided."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.ui.article.text_map import TextMap


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """``text`` cut into at most ``most`` lines of ``width`` pixels; at least one, maybe empty.

    Words are kept whole where they fit on a line. Line breaks in ``text`` become spaces.
    """
    text = text.replace("\n", " ")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    cuts = [TextMap(text).from_utf16(start) for start in starts]
    lines = [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    if len(lines) > most:
        rest = text[cuts[most - 1] :]
        elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines[most - 1 :] = [elided]
    return lines or [""]


def paint_lines(
    painter: QPainter, lines: list[str], font: QFont, corner: QPointF, pitch: float
) -> None:
    """Paint lines ``pitch`` pixels apart, the first one's top left at ``corner``."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    baseline = corner.y() + (pitch + metrics.ascent() - metrics.descent()) / 2
    for number, line in enumerate(lines):
        painter.drawText(QPointF(corner.x(), baseline + number * pitch), line)
