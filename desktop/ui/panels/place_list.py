"""A list of places: the words around each, the place itself set off, and a tick where it is one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QWidget

from desktop.ui.item_models.place_model import LineRole, PlaceLine, PlaceModel
from desktop.ui.panels.list_steps import rows_of
from desktop.ui.panels.painting import sized, text_width
from desktop.ui.panels.row_delegate import (
    ROW_HEIGHT,
    ROW_PADDING,
    ROW_SMALL,
    ROW_TEXT,
    RowDelegate,
    RowIndex,
)
from desktop.ui.theme import Theme

_BOX = 15.0
_GAP = 9.0
_BEFORE_SHARE = 0.38
"""How much of the room the words before a place may take."""


class PlaceList(QListView):
    """Shows a :class:`PlaceModel`. Up, Down, Space and Enter work when they are passed on to it."""

    chosen = Signal(object)
    """The :class:`PlaceLine` that was clicked or confirmed."""

    def __init__(self, model: PlaceModel, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_PlaceDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(title)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        model.rowsInserted.connect(self._choose_first)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ticks, or chooses."""
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        line = self._model.line(row)
        if line is None or line.place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if line.ticked is not None:
            self._model.toggle(row)
        else:
            self.chosen.emit(line)

    def key_pressed(self, key: int) -> bool:
        """Act on a key as if this list had the keyboard; False when it is none of its own."""
        rows = rows_of(key, max(self.viewport().height() // ROW_HEIGHT - 1, 1))
        if rows:
            self.step(rows)
        return rows != 0

    def step(self, rows: int) -> None:
        """Go to a place further down or up, past headings; the ends hold."""
        forward = 1 if rows > 0 else -1
        row = reached = self.currentIndex().row()
        for _ in range(abs(rows)):
            row += forward
            while (line := self._model.line(row)) is not None and line.place is None:
                row += forward
            if line is None:
                break
            reached = row
        if reached >= 0:
            self.setCurrentIndex(self._model.index(reached))

    def toggle_current(self) -> None:
        """Tick the current place, or untick it."""
        self._model.toggle(self.currentIndex().row())

    @property
    def current_line(self) -> PlaceLine | None:
        """The current place."""
        return self._model.line(self.currentIndex().row())

    def _choose_first(self) -> None:
        if not self.currentIndex().isValid():
            self.step(1)


class _PlaceDelegate(RowDelegate):
    def heading(self, index: RowIndex) -> str:
        """The title above the places of an article."""
        line = index.data(LineRole)
        return line.title if line.place is None else ""

    def paint_row(self, painter: QPainter, row: QRectF, font: QFont, index: RowIndex) -> None:
        """Paint a place between the words around it."""
        line = index.data(LineRole)
        assert isinstance(line, PlaceLine)
        left = row.left() + ROW_PADDING
        if line.ticked is not None:
            self._paint_box(painter, QPointF(left, row.center().y()), line.ticked)
        left += _BOX + _GAP if line.ticked is not None or line.remark else 0
        right = self._paint_remark(painter, row, font, line.remark)
        self._paint_words(painter, QRectF(left, row.top(), right - left, row.height()), font, line)

    def _paint_box(self, painter: QPainter, middle: QPointF, ticked: bool) -> None:
        palette = self.theme.palette
        box = QRectF(middle.x() + 0.5, middle.y() - _BOX / 2, _BOX - 1, _BOX - 1)
        painter.setPen(QPen(QColor(palette.accent if ticked else palette.border_strong), 1.2))
        painter.setBrush(QColor(palette.accent if ticked else palette.raised))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            pen = QPen(QColor(palette.on_accent), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            points = [(0.24, 0.52), (0.44, 0.72), (0.77, 0.30)]
            painter.drawPolyline(
                [
                    QPointF(box.left() + x * box.width(), box.top() + y * box.height())
                    for x, y in points
                ]
            )

    def _paint_remark(self, painter: QPainter, row: QRectF, font: QFont, remark: str) -> float:
        """Paint the remark at the right; where the words end."""
        right = row.right() - ROW_PADDING
        if not remark:
            return right
        small = sized(font, ROW_SMALL)
        width = text_width(small, remark)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.palette.muted))
        place = QRectF(right - width - 1, row.top(), width + 1, row.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, remark)
        return right - width - _GAP

    def _paint_words(self, painter: QPainter, room: QRectF, font: QFont, line: PlaceLine) -> None:
        """The place keeps its room; the words around it are cut on their far sides."""
        assert line.place is not None
        palette = self.theme.palette
        taken = line.ticked is None and bool(line.remark)
        plain, strong = sized(font, ROW_TEXT), sized(font, ROW_TEXT, QFont.Weight.DemiBold)
        metrics, middle = QFontMetricsF(plain), Qt.AlignmentFlag.AlignVCenter
        before = metrics.elidedText(
            line.place.before.lstrip(), Qt.TextElideMode.ElideLeft, room.width() * _BEFORE_SHARE
        )
        quote = QFontMetricsF(strong).elidedText(
            line.place.quote, Qt.TextElideMode.ElideMiddle, room.width() * (1 - _BEFORE_SHARE)
        )
        left = room.left()
        for text, used, colour in (
            (before, plain, palette.muted),
            (quote, strong, palette.faint if taken else palette.text),
            (None, plain, palette.muted),
        ):
            width = room.right() - left
            shown = (
                text
                if text is not None
                else metrics.elidedText(line.place.after, Qt.TextElideMode.ElideRight, width)
            )
            painter.setFont(used)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, room.top(), width, room.height()), middle, shown)
            left += QFontMetricsF(used).horizontalAdvance(shown)
