"""The left panel: the project's articles, filtered by words and by state."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.model.changes import Changes
from desktop.model.overview import DocumentSummary
from desktop.model.project import DocumentState
from desktop.session.session import Session
from desktop.ui.item_models.document_model import DocumentModel, Filter, SummaryRole
from desktop.ui.panels.chips import Chips
from desktop.ui.panels.document_delegate import DocumentDelegate
from desktop.ui.panels.icon_button import IconButton
from desktop.ui.panels.notice import Notice
from desktop.ui.panels.progress_line import ProgressLine
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_FILTERS: tuple[Filter, ...] = (None, "new", "in_progress", "problems", "done")
_MARGIN = 12


class DocumentList(QWidget):
    """Shows articles and asks for one when it is clicked or chosen with Return."""

    document_requested = Signal(str)
    import_requested = Signal()
    paste_requested = Signal()
    delete_requested = Signal(list)
    """The ids of the articles to delete."""
    rights_requested = Signal()
    """The rights of the selected articles are to be shown."""
    state_requested = Signal(str, str)
    """An article's id and the state it is to have."""

    def __init__(
        self, session: Session, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("document_list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(180)
        self._model = DocumentModel(session, self)
        self._delegate = DocumentDelegate(session.schema, theme, language, self)
        self._menu = QMenu(self)
        self._problem_count: int | None = None
        self._arrange(theme)
        self._model.counted.connect(self._show_counts)
        self._model.modelReset.connect(self._restore_current)
        theme.changed.connect(self.update)
        self._show_counts()

    # What the window tells

    def apply(self, changes: Changes) -> None:
        """Bring the rows up to date that a committed change touched."""
        self._model.apply(changes)
        self._show_counts()

    def set_current(self, document_id: str | None) -> None:
        """Tint the article on the page and bring it into view."""
        if document_id != self._delegate.current_id:
            self._draw_current()
            self._delegate.current_id = document_id
            self._restore_current()
            self._draw_current()

    def step(self, forward: bool) -> None:
        """Ask for the article below or above the current one."""
        here = self._current_row()
        row = 0 if here is None else here + (1 if forward else -1)
        if row == self._model.rowCount():
            self._model.fetchMore(QModelIndex())
        if 0 <= row < self._model.rowCount():
            self._ask_for(self._model.index(row))

    def next_wanted(self, wanted: Callable[[DocumentSummary], bool], forward: bool) -> str | None:
        """The next article of the list (or the one before) that is wanted, other than this one."""
        current = self._delegate.current_id
        return self._model.next_wanted(current, wanted, forward=forward)

    def set_problems(self, counts: Mapping[str, int | None], articles: int | None) -> None:
        """How many problems some articles have open, and how many articles have any."""
        self._model.set_problems(counts)
        self._problem_count = articles
        self._show_counts()

    @property
    def selected_ids(self) -> list[str]:
        """The articles that are selected, in their order."""
        return [summary.document_id for summary in self._selected()]

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def stop(self) -> None:
        """Read no further; to be called before the project is closed."""
        self._model.stop()

    # Building

    def _arrange(self, theme: Theme) -> None:
        self._filter = LineEdit(self)
        self._filter.setPlaceholderText(self.tr("Filter articles"))
        self._filter.setAccessibleName(self.tr("Filter articles"))
        self._filter.setToolTip(self.tr("Words of the title or the publisher"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._filter_changed)
        self._filter.installEventFilter(self)
        add = IconButton("plus", self.tr("Add articles"), theme, self, size=30)
        self._add_menu = QMenu(self)
        self._add_menu.addAction(self.tr("Import files…")).triggered.connect(self.import_requested)
        self._add_menu.addAction(self.tr("Paste an article…")).triggered.connect(
            self.paste_requested
        )
        add.clicked.connect(self._show_add_menu)
        self._add = add
        names = (
            self.tr("All"),
            self.tr("New"),
            self.tr("In progress"),
            self.tr("To check"),
            self.tr("Done"),
        )
        self._chips = Chips(names, theme, self)
        self._chips.chosen.connect(self._state_chosen)
        self._chosen_state: Filter = None

        search = QHBoxLayout()
        search.setSpacing(4)
        search.addWidget(self._filter, 1)
        search.addWidget(add)
        self._progress = ProgressLine(theme, self)
        self._below = QStackedLayout()
        self._below.addWidget(self._make_view())
        self._below.addWidget(self._make_empty())
        self._below.addWidget(self._make_unmatched())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        layout.setSpacing(8)
        layout.addLayout(search)
        layout.addWidget(self._chips)
        layout.addWidget(self._progress)
        layout.addLayout(self._below, 1)

    def _make_view(self) -> QListView:
        view = QListView(self)
        view.setObjectName("articles")
        view.setAccessibleName(self.tr("Articles"))
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.clicked.connect(self._clicked)
        view.installEventFilter(self)
        self._view = view
        return view

    def _make_empty(self) -> QWidget:
        notice = Notice(
            self.tr("No articles yet"),
            self.tr("Drop article files here, paste an article, or import files."),
        )
        notice.add_button(self.tr("Import files…"), self.import_requested)
        notice.add_button(self.tr("Paste an article…"), self.paste_requested)
        return notice

    def _make_unmatched(self) -> QWidget:
        notice = Notice(
            self.tr("No article matches"), self.tr("Change the words or show all states.")
        )
        notice.add_button(self.tr("Show all articles"), self.clear_filter)
        return notice

    # Wishes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return opens, Delete deletes; from the filter field, Down goes to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self._filter:
                return self._filter_key(event.key(), enter=enter)
            if enter and self._view.currentIndex().isValid():
                self._ask_for(self._view.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Delete and self._selected():
                self._delete_selected()
                return True
        return super().eventFilter(watched, event)

    def clear_filter(self) -> None:
        """Show all articles."""
        self._chips.choose(0)
        self._state_chosen(0)
        self._filter.clear()

    def _filter_key(self, key: int, *, enter: bool) -> bool:
        if key == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif key == Qt.Key.Key_Down and self._model.rowCount():
            self._view.setFocus(Qt.FocusReason.TabFocusReason)
            if not self._view.currentIndex().isValid():
                self._view.setCurrentIndex(self._model.index(0))
        elif enter and self._model.rowCount():
            self._ask_for(self._model.index(0))
        else:
            return False
        return True

    def _clicked(self, index: QModelIndex) -> None:
        if len(self._view.selectionModel().selectedIndexes()) == 1:
            self._ask_for(index)

    def _ask_for(self, index: QModelIndex) -> None:
        self.document_requested.emit(index.data(SummaryRole).document_id)

    def _show_add_menu(self) -> None:
        self._add_menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height() + 2)))

    def _show_menu(self, place: QPoint) -> None:
        selected = self._selected()
        if not selected:
            return
        self._menu.clear()
        texts: tuple[tuple[DocumentState, str], ...] = (
            ("done", self.tr("Mark as done")),
            ("in_progress", self.tr("Mark as in progress")),
            ("new", self.tr("Mark as new")),
            ("skipped", self.tr("Mark as skipped")),
        )
        for state, text in texts:
            action = self._menu.addAction(text)
            action.setData(state)
            action.setEnabled(any(summary.state != state for summary in selected))
            action.triggered.connect(self._state_wished)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Rights…"), self.rights_requested.emit)
        self._menu.addSeparator()
        several = self.tr("Delete {count} articles…").format(count=f"{len(selected):,}")
        text = self.tr("Delete the article…") if len(selected) == 1 else several
        self._menu.addAction(text, self._delete_selected)
        self._menu.popup(self._view.viewport().mapToGlobal(place))

    def _state_wished(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        for summary in self._selected():
            if summary.state != action.data():
                self.state_requested.emit(summary.document_id, action.data())

    def _delete_selected(self) -> None:
        self.delete_requested.emit(self.selected_ids)

    def _selected(self) -> list[DocumentSummary]:
        rows = sorted(self._view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(SummaryRole) for index in rows]

    # What is shown

    def _state_chosen(self, position: int) -> None:
        self._chosen_state = _FILTERS[position]
        self._filter_changed()

    def _filter_changed(self) -> None:
        self._model.set_filter(self._filter.text(), self._chosen_state)
        self._show_counts()

    def _show_counts(self) -> None:
        for position, chosen in enumerate(_FILTERS):
            count = self._problem_count if chosen == "problems" else self._model.count(chosen)
            self._chips.set_count(position, count)
        total, skipped = self._model.count(), self._model.count("skipped")
        worked_on = total - skipped if total is not None and skipped is not None else None
        self._progress.set_progress(self._model.count("done"), worked_on)
        if self._model.rowCount():
            self._below.setCurrentIndex(0)
        else:
            unmatched = self._model.filtered and self._model.count() != 0
            self._below.setCurrentIndex(2 if unmatched else 1)

    def _current_row(self) -> int | None:
        current = self._delegate.current_id
        return None if current is None else self._model.row_of(current)

    def _draw_current(self) -> None:
        if (row := self._current_row()) is not None:
            self._view.update(self._model.index(row))

    def _restore_current(self) -> None:
        row = self._current_row()
        if row is None:
            self._view.clearSelection()
            return
        index = self._model.index(row)
        self._view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._view.scrollTo(index)
