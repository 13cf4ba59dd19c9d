"""The search panel: words and filters above, places in texts or a table of annotations below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop.session.session import Session
from desktop.ui.item_models.annotation_table_model import AnnotationTableModel
from desktop.ui.item_models.place_model import PlaceModel
from desktop.ui.language import localised
from desktop.ui.panels.annotation_table import AnnotationTable
from desktop.ui.panels.bulk_bar import BulkBar
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.list_steps import rows_of
from desktop.ui.panels.overlay import Overlay
from desktop.ui.panels.place_list import PlaceList
from desktop.ui.panels.search_filters import SearchFilters, value_names
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

TEXTS, ANNOTATIONS = "texts", "annotations"

_PAUSE_MS = 150
_PAGE = 12


class SearchPanel(Overlay):
    """Asks for a search a moment after the last key; Enter goes to what is current."""

    search_requested = Signal()
    """Words or filters changed."""
    place_chosen = Signal(object)
    """The :class:`PlaceLine` to go to."""
    annotation_chosen = Signal(object)
    """The :class:`AnnotationRow` to go to."""
    closed = Signal()
    """It is not shown any more."""

    def __init__(self, session: Session, theme: Theme, language: str, host: QWidget) -> None:
        super().__init__(host, self.tr("Search the project"), 980, 660)
        self._language = language
        self.places = PlaceModel(self)
        self.annotations = AnnotationTableModel(session, language, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search_requested)
        self._field = LineEdit(self)
        self._field.setPlaceholderText(self.tr("Search articles, annotations and notes"))
        self._field.setAccessibleName(self.tr("Search the project"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._pause.start)
        self._field.composed_changed.connect(self._pause.start)
        self._field.installEventFilter(self)
        self._kind = Segments(
            [Option(TEXTS, self.tr("Texts")), Option(ANNOTATIONS, self.tr("Annotations"))],
            theme,
            self.tr("What to search"),
            clearable=False,
        )
        self._kind.chosen.connect(self._kind_chosen)
        self._filters = SearchFilters(session.schema, theme, language, self)
        self._filters.changed.connect(self.search_requested)
        self._list = PlaceList(self.places, theme, self.tr("Places found"), self)
        self._list.chosen.connect(self.place_chosen)
        self.table = AnnotationTable(self.annotations, self)
        self.table.chosen.connect(self.annotation_chosen)
        self._state = ElidedLabel(theme, self, size=12, colour="muted")
        self.bulk = BulkBar(session.schema, language, self)
        self.table.delete_requested.connect(self.bulk.delete_requested)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._field, 1)
        head.addWidget(self._kind)
        self._below = QStackedLayout()
        self._below.addWidget(self._list)
        self._below.addWidget(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self._state, 1)
        foot.addWidget(self.bulk)
        self.body.addLayout(head)
        self.body.addWidget(self._filters)
        self.body.addLayout(self._below, 1)
        self.body.addLayout(foot)

    def begin(self, kind: str, words: str) -> None:
        """Open on texts or on annotations; ``words`` take the place of what was searched for."""
        if words:
            self._field.setText(words)
        self._field.selectAll()
        self._show_kind(kind)
        self.open(self._field)

    @property
    def kind(self) -> str:
        """``texts`` or ``annotations``."""
        return ANNOTATIONS if self._below.currentWidget() is self.table else TEXTS

    @property
    def words(self) -> str:
        """What is searched for, as it was typed."""
        return self._field.live_text

    @property
    def filters(self) -> SearchFilters:
        """What narrows the search."""
        return self._filters

    def clear(self) -> None:
        """Show that a search begins; what was typed until now is part of it."""
        self._pause.stop()
        feature = self._filters.feature
        title = localised(feature.names, self._language) if feature is not None else ""
        names = value_names(feature, self._language) if feature is not None else {}
        self.places.clear()
        self.annotations.begin(title, names)

    def say(self, words: str) -> None:
        """Say how far the search is, or what it found."""
        self._state.set_text(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through what was found while the keyboard stays on the field."""
        if watched is self._field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key_pressed(event.key())
        return super().eventFilter(watched, event)

    def hideEvent(self, event: object) -> None:
        """Tell it."""
        del event
        self._pause.stop()
        self.closed.emit()

    def _key_pressed(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
            return True
        if self.kind == TEXTS:
            return self._list.key_pressed(key)
        rows = rows_of(key, _PAGE)
        if rows:
            self.table.step(rows)
        return rows != 0

    def _choose_current(self) -> None:
        if self.kind == ANNOTATIONS:
            self.table.choose_current()
        elif (line := self._list.current_line) is not None:
            self.place_chosen.emit(line)

    def _kind_chosen(self, kind: object) -> None:
        self._show_kind(str(kind))
        self._field.setFocus()
        self.search_requested.emit()

    def _show_kind(self, kind: str) -> None:
        self._kind.set_value(kind)
        self._below.setCurrentWidget(self.table if kind == ANNOTATIONS else self._list)
        self._filters.set_for_annotations(kind == ANNOTATIONS)
        self.bulk.setVisible(kind == ANNOTATIONS)
