"""The editor for entries of the speaker registry: type a name or an alias, choose, or make one."""

from __future__ import annotations

from pydantic import JsonValue
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.model.schema import FeatureDef
from desktop.ui.item_models.entity_model import EntityIdRole, EntityModel, described
from desktop.ui.panels.feature_editors import FeatureEditor
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_MOST_SHOWN = 10
_ROW_HEIGHT = 28


class EntityEditor(FeatureEditor):
    """A field with a list below it; Return takes the highlighted row, which may offer a new entry.

    With the list closed, Return takes the entry of exactly this name or wishes for a new one. An
    emptied field takes the value away; leaving the field with any other text brings the value back.
    """

    wide = True
    create_requested = Signal(str)
    """The name of an entry that the registry does not have yet."""

    def __init__(
        self,
        feature: FeatureDef,
        name: str,
        entities: EntityModel,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(feature, name, parent)
        self._entities = entities
        self._value: str | None = None
        self._field = LineEdit(self)
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(self.tr("Name or alias"))
        self._field.textEdited.connect(self._offer)
        self._field.composed_changed.connect(self._narrow)
        self._field.returnPressed.connect(self._return_pressed)
        self._field.editingFinished.connect(self._leave)
        self._field.installEventFilter(self)
        self._list = _Names(theme)
        self._completer = QCompleter(entities, self)
        self._completer.setPopup(self._list)
        # Only now: the completer gives its list a delegate of its own.
        self._list.setItemDelegate(_Row(self._list))
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._completer.setWidget(self._field)
        self._completer.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]
        self._column.addWidget(self._field)
        self.setFocusProxy(self._field)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Show the entry with this id."""
        typed = self._field.isModified()
        self._value = value if isinstance(value, str) else None
        if not (typed and keep_typing):
            self._show_value()

    def typed(self) -> list[JsonValue]:
        """The entry whose name was typed, if there is exactly one, or that there is to be none."""
        text = self._committed()
        if not self._field.isModified():
            return []
        known = self._entities.named(text)
        found = known[0].id if len(known) == 1 else None
        decided = not text or found is not None
        return [found] if decided and found != self._value else []

    def settle(self) -> None:
        """Close the list and show the value again."""
        self._list.hide()
        self._show_value()

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with the field."""
        self._list.hide()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens the list, Escape gives up."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
                self._offer(self._field.text() if self._field.isModified() else "")
                return True
            if event.key() == Qt.Key.Key_Escape and self._field.isModified():
                self.settle()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        """Composing narrows the open list, and taking it back widens it.

        A list that opened during a composition could end it.
        """
        if self._list.isVisible():
            self._offer(self._field.live_text)

    def _offer(self, text: str) -> None:
        """Open the list of what ``text`` may mean, its first row highlighted."""
        if not self._field.hasFocus():
            return  # A syllable that is committed by leaving asks for no list.
        name = text.strip()
        new = bool(name) and not self._entities.named(name)
        self._entities.narrow(name, self.tr("New: {name}").format(name=name) if new else "")
        if not self._entities.rowCount():
            self._list.hide()
            return
        self._completer.complete()
        first = self._completer.completionModel().index(0, 0)
        self._list.setCurrentIndex(first if name else QModelIndex())

    def _return_pressed(self) -> None:
        if self._list.isVisible() and self._list.currentIndex().isValid():
            return  # The completer takes the row.
        self._list.hide()
        text = self._committed()
        if not self._field.isModified() or not text or len(self._entities.named(text)) == 1:
            self._leave()
        elif self._entities.named(text):
            self._offer(text)
        else:
            self._create(text)

    def _chosen(self, index: QModelIndex) -> None:
        entity_id = index.data(EntityIdRole)
        text = self._committed()
        if not entity_id:
            self._create(text)
            return
        self._field.setModified(False)
        if entity_id != self._value:
            self.value_changed.emit(entity_id)
        self._show_value()

    def _create(self, name: str) -> None:
        self._field.setModified(False)
        self.create_requested.emit(name)
        self._show_value()

    def _leave(self) -> None:
        if not self._list.isVisible():
            self.flush()
            self._show_value()

    def _committed(self) -> str:
        """What is typed, without opening the list for the syllable that this may commit."""
        with QSignalBlocker(self._field):
            return self._field.committed_text().strip()

    def _show_value(self) -> None:
        entity = self._entities.entity(self._value) if self._value else None
        text = described(entity) if entity is not None else self._value or ""
        if self._field.text() != text:
            self._field.setText(text)
            self._field.setCursorPosition(0)
        self._field.setModified(False)


class _Names(QListView):
    """The list below the field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.palette.border_strong))
        painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))


class _Row(QStyledItemDelegate):
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(8, 0, -8, 0)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 16, _ROW_HEIGHT)
