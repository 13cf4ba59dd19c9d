"""The pens: one button a label, with its mark, its name and its key."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.model.schema import LabelDef, Schema
from desktop.ui.language import localised
from desktop.ui.panels.painting import (
    SWATCH,
    key_cap_width,
    paint_focus,
    paint_key_cap,
    paint_swatch,
    sized,
    text_width,
)
from desktop.ui.theme import Theme

_HEIGHT = 28
_PADDING = 12
_COMPACT_PADDING = 8
_GAP = 9
_SPACING = 6
_ROUND = 7.0


class PenButton(QAbstractButton):
    """One pen. Checked while the pen is in the hand."""

    def __init__(self, label: LabelDef, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = label
        self._theme = theme
        self._compact = False
        self._name = localised(label.names, language)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self._name)
        said = self.tr("{label}: {key} marks the selection, Shift+{key} picks up the pen")
        said = said.format(label=self._name, key=label.key)
        self.setToolTip(f"<p>{escape(said)}</p>")

    def set_compact(self, compact: bool) -> None:
        """Show the mark and the key only."""
        self._compact = compact
        self.updateGeometry()

    def width_needed(self, *, compact: bool) -> int:
        """The width with or without the name."""
        padding = _COMPACT_PADDING if compact else _PADDING
        width = 2 * padding + SWATCH + _GAP + key_cap_width(self._cap_font(), self.label.key)
        if not compact:
            width += text_width(self._name_font(), self._name) + _GAP
        return round(width + 0.5)

    def sizeHint(self) -> QSize:
        """As wide as what is shown."""
        return QSize(self.width_needed(compact=self._compact), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Without the name; the top bar leaves names out before it comes to that."""
        return QSize(self.width_needed(compact=True), _HEIGHT)

    def nextCheckState(self) -> None:
        """A click asks only; the window decides which pen is armed."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the mark, the name and the key-cap."""
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        middle = self.height() / 2
        padding = _COMPACT_PADDING if self._compact else _PADDING
        corner = QPointF(padding, middle - SWATCH / 2)
        paint_swatch(painter, corner, self.label.style.mark, palette.hues[self.label.style.hue])
        left: float = padding + SWATCH + _GAP
        if not self._compact:
            width = text_width(self._name_font(), self._name)
            painter.setFont(self._name_font())
            painter.setPen(QColor(palette.text))
            place = QRectF(left, 0, width + 2, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._name)
            left += width + _GAP
        paint_key_cap(painter, left, middle, self._cap_font(), self.label.key, palette)

    def _paint_frame(self, painter: QPainter) -> None:
        palette = self._theme.palette
        armed = self.isChecked()
        line = 2.0 if armed else 1.0
        colour = palette.accent if armed else palette.border
        painter.setPen(QPen(QColor(colour), line))
        over = self.underMouse() or self.isDown()
        painter.setBrush(QColor(palette.hover if over else palette.raised))
        inset = line / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, _ROUND, _ROUND)
        if self.hasFocus():
            # An armed pen has such a frame already: the ring lies inside it.
            gap = line + 1 if armed else 0
            paint_focus(
                painter, QRectF(self.rect()).adjusted(gap, gap, -gap, -gap), _ROUND, palette
            )

    def _name_font(self) -> QFont:
        return sized(self.font(), 13, QFont.Weight.DemiBold)

    def _cap_font(self) -> QFont:
        return sized(self.font(), 11)


class PenBar(QWidget):
    """All pens of a schema, in the order of the schema."""

    pen_clicked = Signal(str)
    """The name of the label whose pen was clicked."""

    def __init__(
        self, schema: Schema, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pens"))
        self._compact = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        self._pens: dict[str, PenButton] = {}
        for label in schema.labels:
            pen = PenButton(label, theme, language, self)
            pen.clicked.connect(self._clicked)
            layout.addWidget(pen)
            self._pens[label.name] = pen

    def set_armed(self, label: str | None) -> None:
        """Show which pen is in the hand."""
        for name, pen in self._pens.items():
            pen.setChecked(name == label)

    def set_compact(self, compact: bool) -> None:
        """Leave the names out, for a narrow window."""
        if compact != self._compact:
            self._compact = compact
            for pen in self._pens.values():
                pen.set_compact(compact)
            self.updateGeometry()

    def full_width(self) -> int:
        """The width that the pens need with their names."""
        widths = [pen.width_needed(compact=False) for pen in self._pens.values()]
        return sum(widths) + _SPACING * (len(widths) - 1)

    def _clicked(self) -> None:
        pen = self.sender()
        assert isinstance(pen, PenButton)
        self.pen_clicked.emit(pen.label.name)
