"""Signs painted as lines, and the application's own icon."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

_SQUARE = 20.0
_LINE = 1.6
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

# One list a sign; each stroke is its points in a square of 20, drawn as a polyline.
_Strokes = tuple[tuple[tuple[float, float], ...], ...]

SIGNS: Mapping[str, _Strokes] = MappingProxyType(
    {
        "new": (((10, 4), (10, 16)), ((4, 10), (16, 10))),
        "open": (
            ((3, 15.5), (3, 4.5), (8, 4.5), (9.8, 6.8), (17, 6.8), (17, 15.5), (3, 15.5)),
            ((3, 9.6), (17, 9.6)),
        ),
        "tutorial": (
            ((10, 6), (8, 4.5), (3, 4.5), (3, 14.8), (8, 14.8), (10, 16.2)),
            ((10, 6), (12, 4.5), (17, 4.5), (17, 14.8), (12, 14.8), (10, 16.2)),
            ((10, 6), (10, 16.2)),
        ),
        "project": (
            ((5, 3), (12, 3), (15.5, 6.5), (15.5, 17), (5, 17), (5, 3)),
            ((8, 10), (12.5, 10)),
            ((8, 13.5), (12.5, 13.5)),
        ),
    }
)


class Sign(QWidget):
    """A sign of fixed size in the colour of the palette's words."""

    def __init__(self, name: str, parent: QWidget | None = None, size: int = 20) -> None:
        super().__init__(parent)
        self._path = _path(SIGNS[name])
        self.setFixedSize(QSize(size, size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: object) -> None:
        """Paint the strokes."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _SQUARE, self.height() / _SQUARE)
        painter.setPen(_pen(self.palette().windowText().color(), _LINE))
        painter.drawPath(self._path)


def application_icon() -> QIcon:
    """The icon of the window and the task bar: a word with a line under it."""
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(application_picture(size))
    return icon


def application_picture(size: int) -> QPixmap:
    """The application's icon as a square picture of ``size`` pixels."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#2563cf"))
    painter.drawRoundedRect(QRectF(3, 3, 58, 58), 14, 14)
    font = QApplication.font()
    font.setBold(True)
    font.setPixelSize(33)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(QRectF(3, 4, 58, 44), Qt.AlignmentFlag.AlignCenter, "밑")
    painter.setPen(_pen(QColor("#f8c662"), 5))
    painter.drawLine(QPointF(16, 50.5), QPointF(48, 50.5))
    painter.end()
    return picture


def _path(strokes: _Strokes) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
