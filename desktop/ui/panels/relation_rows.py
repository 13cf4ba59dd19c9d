"""The relations of the selected annotation: what leads where, to jump to and to remove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.project import Annotation, Entity, Relation
from desktop.model.schema import RelationDef, Schema
from desktop.ui.item_models.entity_model import described
from desktop.ui.language import localised
from desktop.ui.panels.icon_button import IconButton
from desktop.ui.panels.painting import SWATCH, paint_focus, paint_swatch, sized, text_width
from desktop.ui.theme import Theme

_HEIGHT = 30
_PADDING = 9
_GAP = 7
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as seen from the selected annotation.

    ``other_end`` is the target of an outgoing relation, the source of an incoming one.
    """

    relation: Relation
    other_end: Annotation | Entity
    outgoing: bool


class _End(QAbstractButton):
    """The other end in one line; a click goes there."""

    def __init__(self, schema: Schema, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._schema = schema
        self._theme = theme
        self._language = language
        self._kind = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row: RelationRow | None = None

    def show_row(self, row: RelationRow) -> None:
        self.row = row
        definition = self._schema.relation_named.get(row.relation.type)
        name = localised(definition.names, self._language) if definition else row.relation.type
        values = _values(row.relation, definition, self._language)
        self._kind = f"{name} {values}".strip() + (" →" if row.outgoing else " ←")
        other = row.other_end
        text = described(other) if isinstance(other, Entity) else other.quote
        text = " ".join(text[:_LONGEST].split())
        self.setText(text)
        self.setAccessibleName(f"{self._kind} {text}")
        self.setToolTip(f"<p>{escape(text)}</p>")
        self.setEnabled(isinstance(other, Annotation))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.isEnabled() and self.underMouse()
        painter.setPen(QPen(QColor(palette.border), 1.0))
        painter.setBrush(QColor(palette.hover if over else palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 7.5, palette)
        kind_font = sized(self.font(), 12)
        painter.setFont(kind_font)
        painter.setPen(QColor(palette.muted))
        left = float(_PADDING)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, self.width(), self.height()), align, self._kind)
        left += text_width(kind_font, self._kind) + _GAP
        left += self._paint_mark(painter, left)
        font = sized(self.font(), 13)
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        room = self.width() - left - _PADDING
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room + 1, self.height()), align, text)

    def _paint_mark(self, painter: QPainter, left: float) -> float:
        """Paint the mark of an annotation's label; returns the room it takes."""
        other = self.row.other_end if self.row else None
        label = self._schema.label_named.get(other.label) if isinstance(other, Annotation) else None
        if label is None:
            return 0
        corner = QPointF(left, (self.height() - SWATCH) / 2)
        paint_swatch(painter, corner, label.style.mark, self._theme.palette.hues[label.style.hue])
        return SWATCH + _GAP


class RelationLine(QWidget):
    """One relation: its other end, and the button that removes it."""

    annotation_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, schema: Schema, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: RelationRow | None = None
        self._end = _End(schema, theme, language, self)
        self._end.clicked.connect(self._go)
        remove = IconButton("cross", self.tr("Remove the relation"), theme, self, size=24)
        remove.clicked.connect(self._remove)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self._end, 1)
        line.addWidget(remove)

    @property
    def relation_type(self) -> str:
        """The type of the relation that is shown; empty before any is."""
        return self._row.relation.type if self._row is not None else ""

    def show_row(self, row: RelationRow) -> None:
        """Show a relation."""
        self._row = row
        self._end.show_row(row)

    def _go(self) -> None:
        assert self._row is not None
        self.annotation_requested.emit(self._row.other_end.id)

    def _remove(self) -> None:
        assert self._row is not None
        self.delete_requested.emit(self._row.relation.id)


class RelationRows(QWidget):
    """Rows are kept and filled again; none is made while there are enough."""

    annotation_requested = Signal(str)
    """The id of the annotation at the other end."""
    delete_requested = Signal(str)
    """The id of the relation."""

    def __init__(
        self, schema: Schema, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._schema = schema
        self._theme = theme
        self._language = language
        self._lines: list[RelationLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)

    def show_rows(self, rows: Sequence[RelationRow]) -> bool:
        """Show these relations, outgoing ones first; True when lines had to be made for them."""
        ordered = sorted(rows, key=_order)
        lacking = len(self._lines) < len(ordered)
        while len(self._lines) < len(ordered):
            self._add_line()
        for index, line in enumerate(self._lines):
            if index < len(ordered):
                line.show_row(ordered[index])
            line.setVisible(index < len(ordered))
        self.setVisible(bool(ordered))
        return lacking

    def _add_line(self) -> None:
        line = RelationLine(self._schema, self._theme, self._language, self)
        line.annotation_requested.connect(self.annotation_requested)
        line.delete_requested.connect(self.delete_requested)
        self._column.addWidget(line)
        self._lines.append(line)


def _order(row: RelationRow) -> tuple[bool, str, str]:
    return (not row.outgoing, row.relation.type, row.relation.id)


def _values(relation: Relation, definition: RelationDef | None, language: str) -> str:
    """The relation's own features, as far as they are enumerated."""
    if definition is None:
        return ""
    names = [
        localised(choice.names, language)
        for feature in definition.features
        for choice in feature.values
        if relation.features.get(feature.name) == choice.name
    ]
    return f"({', '.join(names)})" if names else ""
