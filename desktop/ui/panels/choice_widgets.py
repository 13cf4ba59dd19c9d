"""A drop-down list and a tick box that look the same on every platform."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop.ui.panels.painting import paint_focus
from desktop.ui.theme import Theme

_BOX = 18
_RING = 4
"""Room around the box for the ring of the focus."""


class DropDown(QComboBox):
    """Leaves the wheel to the panel: scrolling past must not change a value."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll on."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field by the style, the arrow by hand."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control = QStyle.SubControl
        option.subControls = control.SC_ComboBoxFrame | control.SC_ComboBoxEditField
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_line(self._theme.palette.muted))
        centre = QPointF(self.width() - 14, self.height() / 2)
        painter.drawPolyline(_moved(centre, (-4, -2), (0, 2), (4, -2)))


class TickBox(QAbstractButton):
    """A square that is ticked or not."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """As high as its neighbours in a form."""
        return QSize(_BOX + 2 * _RING, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the square and the tick."""
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = self.isChecked()
        strong = ticked or self.underMouse()
        painter.setPen(_line(palette.accent if strong else palette.muted))
        painter.setBrush(QColor(palette.accent if ticked else palette.raised))
        around = QRectF(0, 0, _BOX + 2 * _RING, _BOX + 2 * _RING)
        around.moveTop((self.height() - around.height()) / 2)
        box = around.adjusted(_RING + 1, _RING + 1, -_RING - 1, -_RING - 1)
        painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            paint_focus(painter, around, 6, palette)
        if ticked:
            painter.setPen(_line(palette.on_accent, 2.0))
            painter.drawPolyline(_moved(box.center(), (-4, 0), (-1, 3), (4, -3.5)))


def _line(colour: str, width: float = 1.5) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _moved(centre: QPointF, *points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([centre + QPointF(x, y) for x, y in points])
