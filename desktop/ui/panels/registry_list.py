"""The list of the registry's entries: name, what they are, how often they are used."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.model.project import Entity
from desktop.ui.item_models.registry_model import EntityRole, RegistryModel, UseRole
from desktop.ui.panels.painting import sized, text_width
from desktop.ui.theme import Theme

_HEIGHT = 44
_PADDING = 10
_NAME = 13
_SMALL = 11


class RegistryList(QListView):
    """Several entries can be selected, to be merged."""

    delete_requested = Signal()
    """Delete was pressed."""

    def __init__(
        self, model: RegistryModel, kinds: Mapping[str, str], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(kinds, theme, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Entries of the speaker registry"))

    @property
    def chosen(self) -> list[Entity]:
        """The selected entries, the current one first."""
        current = self.currentIndex()
        rows = sorted(self.selectedIndexes(), key=lambda index: (index != current, index.row()))
        return [index.data(EntityRole) for index in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for it; the rest moves."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, kinds: Mapping[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        return QSize(option.rect.width(), _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entity, use = index.data(EntityRole), index.data(UseRole)
        palette = self._theme.palette
        rect = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(palette.accent_soft))
            painter.drawRoundedRect(rect, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(palette.hover))
            painter.drawRoundedRect(rect, 6, 6)
        small = sized(option.font, _SMALL)
        count = f"{use.mentions + use.relations:,}"
        width = text_width(small, count) + 4
        inner = rect.adjusted(_PADDING, 4, -_PADDING, -4)
        upper = QRectF(inner.left(), inner.top(), inner.width() - width - 6, inner.height() / 2)
        lower = upper.translated(0, upper.height())
        lower.setWidth(inner.width())
        bold = sized(option.font, _NAME, QFont.Weight.DemiBold)
        _write(painter, upper, entity.canonical_name, bold, palette.text)
        place = QRectF(inner.right() - width, inner.top(), width, upper.height())
        _write(painter, place, count, small, palette.muted if use else palette.faint)
        parts = (self._kinds.get(entity.type, entity.type), entity.default_title)
        words = (*parts, entity.default_affiliation, *entity.aliases[:2])
        _write(painter, lower, " · ".join(w for w in words if w), small, palette.muted)
        painter.restore()


def _write(painter: QPainter, place: QRectF, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, shown)
