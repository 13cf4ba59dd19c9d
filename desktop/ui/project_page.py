"""The window's content for one open project: panels around the article, and their wiring."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import KnownError, ProjectUnavailable
from desktop.model.changes import Changes
from desktop.model.project import LONGEST_NOTE, Document
from desktop.ui.actions.bindings import Bindings
from desktop.ui.actions.handlers import Handler, Handlers, collect
from desktop.ui.annotator_menu import AnnotatorMenu
from desktop.ui.announcing import Announcing
from desktop.ui.article.view import ArticleView
from desktop.ui.article_menu import ArticleMenu
from desktop.ui.bridge import Bridge
from desktop.ui.columns import Columns
from desktop.ui.desk import Desk
from desktop.ui.dialogs.messages import describe
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.edges import Edges
from desktop.ui.finding import Finding
from desktop.ui.fonts import article_families
from desktop.ui.inspecting import Inspecting
from desktop.ui.language import localised
from desktop.ui.late_features import LateFeatures
from desktop.ui.margin.feature import Margin
from desktop.ui.marking import Marking
from desktop.ui.panels.document_list import DocumentList
from desktop.ui.panels.inspector import Inspector
from desktop.ui.panels.problem_panel import ProblemPanel
from desktop.ui.panels.side_column import SideColumn
from desktop.ui.panels.status_bar import StatusBar
from desktop.ui.panels.top_bar import TopBar
from desktop.ui.part_taking import PartTaking
from desktop.ui.registry import Registry
from desktop.ui.reviewing.feature import Reviewing
from desktop.ui.reviewing.states import ArticleStates
from desktop.ui.suggesting.feature import Suggesting
from desktop.ui.tab_stops import focus_first
from desktop.ui.text_fields import commit_focused
from desktop.ui.theme import Theme
from desktop.ui.walking import Walking
from desktop.ui.warm_process import WarmProcess


class ProjectPage(QWidget):
    """Everything that is seen of an open project.

    The panels emit wishes; this page turns them into commands and tells the panels what changed.
    """

    import_requested = Signal()
    paste_requested = Signal()
    export_requested = Signal()
    zoom_requested = Signal(int)
    """The article's size in percent."""

    def __init__(
        self, bridge: Bridge, theme: Theme, language: str, process: WarmProcess | None = None
    ) -> None:
        """``process`` is where suggestions are worked out; without one there are none."""
        super().__init__()
        self.bridge = bridge
        self._session = bridge.session
        self.theme = theme
        self.language = language
        self._make_panels()
        self._make_features(process)
        self._arrange()
        self._wire()
        self.top_bar.set_project(self._session.path.name)
        self._show_annotator()
        self._show_undo()
        first = self._session.documents(limit=1)
        self.open_document(first[0].document_id if first else None)

    def _make_panels(self) -> None:
        theme, language = self.theme, self.language
        schema = self._session.schema
        self.top_bar = TopBar(schema, theme, language)
        self.documents = DocumentList(self._session, theme, language)
        self.article = ArticleView(article_families(), theme.palette)
        self.inspector = Inspector(schema, theme, language)
        self.problems = ProblemPanel(theme)
        self.status = StatusBar(schema, theme, language)
        self._side = SideColumn(self.inspector, self.problems)
        self.columns = Columns(self.documents, self.article, self._side)

    def _make_features(self, process: WarmProcess | None) -> None:
        bridge, theme = self.bridge, self.theme
        self.desk = Desk(bridge, self.article, self.language)
        self.marking = Marking(self.desk)
        self.registry = Registry(bridge)
        self.margin = Margin(self.desk, self.registry, theme)
        self._inspecting = Inspecting(self.desk, self.inspector, self.registry)
        PartTaking(self.desk, self.marking, self.inspector)
        self.finding = Finding(self.desk, theme, self, indexed=process is not None)
        self._menu = ArticleMenu(self.desk)
        self.annotators = AnnotatorMenu(self._session, self.desk.layers, self)
        self.suggesting = Suggesting(self.desk, self.inspector, self.status, process)
        self.late = LateFeatures(
            self.desk,
            self.marking,
            self.registry,
            theme,
            self,
            self.suggesting.feed.touching,
            self._side,
            self.columns.show_right,
            process,
            self._selected_documents,
        )
        self.reviewing = Reviewing(self.desk, self.problems, self.documents.next_wanted)
        self.states = ArticleStates(self.desk, self.reviewing.feed, self.documents.next_wanted)
        self._handlers = collect(
            self,
            self.article,
            self.desk,
            self.marking,
            self.late,
            self.margin,
            self.finding,
            self.suggesting,
            self.columns,
            Edges(self.desk),
            Walking(self.desk),
            self.reviewing,
            self.desk.layers,
            self.states,
        )

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.status)

    def _wire(self) -> None:
        announcing = Announcing(self.desk)
        self.suggesting.walk.focus_changed.connect(announcing.suggestion_focused)
        self.bridge.changed.connect(self._changed)
        self.bridge.failed.connect(self._failed)
        self.theme.changed.connect(self._theme_changed)

        self.top_bar.pen_clicked.connect(self.marking.use_pen)
        self.top_bar.undo_requested.connect(self.undo)
        self.top_bar.redo_requested.connect(self.redo)
        self.top_bar.export_requested.connect(self.export_requested)

        self.documents.document_requested.connect(self.open_document)
        self.documents.import_requested.connect(self.import_requested)
        self.documents.paste_requested.connect(self.paste_requested)
        self.documents.delete_requested.connect(self._delete_documents)
        self.documents.rights_requested.connect(partial(self.run_action, "article_rights"))
        self.documents.state_requested.connect(self._set_state)

        self.article.action_requested.connect(self.run_action)
        self._menu.action_requested.connect(self.run_action)
        self.suggesting.action_requested.connect(self.run_action)
        self.suggesting.walk.focus_changed.connect(self._menu.set_suggestion)
        self.article.zoom_stepped.connect(self._step_zoom)

        self.marking.pen_armed.connect(self.top_bar.set_armed)
        self.desk.hint_changed.connect(self.status.set_hint)
        self.desk.document_shown.connect(self._document_shown)

        self.inspector.label_requested.connect(self.marking.relabel)
        self.inspector.delete_requested.connect(self.marking.delete)
        self.inspector.annotation_requested.connect(self.desk.show_annotation)
        self.inspector.state_requested.connect(self._set_state)
        self.inspector.note_requested.connect(self._set_note)
        self.reviewing.document_requested.connect(self.open_document)
        self.reviewing.side_wanted.connect(self.columns.show_right)
        self.states.document_requested.connect(self.open_document)
        self.reviewing.counts.changed.connect(self._show_problems)
        self._inspecting.attribution_requested.connect(self._handlers["attribute"])
        self._inspecting.relation_requested.connect(self._handlers["relate"])

        self.status.annotator_requested.connect(self._show_annotators)
        self.desk.layers.changed.connect(self._show_annotator)
        self.status.zoom_requested.connect(self.zoom_requested)
        self.status.retry_requested.connect(self.bridge.retry)

    # What the window asks for

    def handlers(self) -> dict[str, Handler]:
        """What concerns the project as a whole."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "next_document": partial(self.documents.step, True),
            "previous_document": partial(self.documents.step, False),
            "focus_article": self.article.setFocus,
            "focus_inspector": self._focus_inspector,
            "filter": self.documents.focus_filter,
        }

    def _focus_inspector(self) -> None:
        self.columns.show_right()
        focus_first(self.inspector)

    @property
    def all_handlers(self) -> Handlers:
        """Everything that can be done in the project, by the names of the table."""
        return self._handlers

    @property
    def label_names(self) -> dict[str, str]:
        """What the schema calls its labels, by their digits."""
        labels = self._session.schema.labels
        return {label.key: localised(label.names, self.language) for label in labels}

    def set_bindings(self, bindings: Bindings) -> None:
        """Obey and show these keys from now on."""
        self.article.set_bindings(bindings)
        self._menu.set_bindings(bindings)
        self.suggesting.set_bindings(bindings)
        self.margin.set_bindings(bindings)
        self.states.set_bindings(bindings)
        self.problems.set_key(bindings.shown("next_problem"))
        self.late.set_bindings(bindings)

    def run_action(self, name: str) -> None:
        """Do an action of the project."""
        self._handlers[name]()

    def open_document(self, document_id: str | None) -> None:
        """Show an article."""
        self.desk.open_document(document_id)
        self.article.setFocus()

    def undo(self) -> None:
        """Take back the last operation; what is being typed is kept first."""
        commit_focused()
        self.inspector.flush()
        with shown_progress(self.tr("Undoing…"), self.window()) as progress:
            self.bridge.undo(progress)

    def redo(self) -> None:
        """Do again what was undone last; what is being typed is kept first."""
        commit_focused()
        self.inspector.flush()
        with shown_progress(self.tr("Doing it again…"), self.window()) as progress:
            self.bridge.redo(progress)

    def finish(self) -> None:
        """Keep what is being typed, and let go of the project."""
        self.inspector.flush()
        self.documents.stop()
        self.reviewing.stop()
        self.suggesting.feed.stop()
        self.finding.stop()
        self.hide()
        self.bridge.close()

    def set_zoom(self, percent: int) -> None:
        """Set the article at this size."""
        self._zoom = percent
        self.article.set_zoom(percent)
        self.status.set_zoom(percent)

    _zoom: int = 100

    def _show_annotators(self) -> None:
        self.annotators.show_above(self.status.annotator_button)

    def _show_annotator(self) -> None:
        self.status.set_annotator(self._annotator_name())

    # Wishes of the panels

    def _selected_documents(self) -> list[str]:
        return self.documents.selected_ids

    def _delete_documents(self, document_ids: list[str]) -> None:
        from desktop.session.commands import DeleteDocuments

        self.bridge.do(DeleteDocuments(document_ids=tuple(document_ids)))

    def _show_problems(self, counts: dict[str, int | None]) -> None:
        self.documents.set_problems(counts, self.reviewing.counts.total)
        self._show_problem_count()

    def _show_problem_count(self) -> None:
        document = self.desk.document
        self.status.set_problems(self.reviewing.counts.of(document.id) if document else None)

    def _set_state(self, document_id: str, state: str) -> None:
        if not self.states.set_state(document_id, state) and self.desk.document is not None:
            self.inspector.show_document(self.desk.document)

    def _set_note(self, document_id: str, note: str) -> None:
        from desktop.session.commands import SetDocument

        self.bridge.do(SetDocument(document_id=document_id, note=note[:LONGEST_NOTE]))

    def _step_zoom(self, step: int) -> None:
        self.zoom_requested.emit(self._zoom + 10 * step)

    # What comes back

    def _document_shown(self, document: Document | None) -> None:
        self.documents.set_current(document.id if document else None)
        self._show_counts()
        if document is None:
            self.inspector.show_nothing()
        else:
            self.inspector.show_document(document)

    def _changed(self, changes: Changes) -> None:
        if changes.sequence:
            self.status.set_saved(changes.saved_at)
        self.documents.apply(changes)
        self._show_counts()
        self._show_undo()

    def _failed(self, error: KnownError) -> None:
        what, advice = describe(error)
        if isinstance(error, ProjectUnavailable):
            self.status.set_failed(what, advice)
        else:
            self.status.set_hint(f"{what} {advice}".strip())

    def _show_counts(self) -> None:
        document = self.desk.document
        self.status.set_counts(self._session.counts(document.id) if document else {})
        self._show_problem_count()

    def _show_undo(self) -> None:
        self.top_bar.set_undo(self._session.undo_kind is not None)
        self.top_bar.set_redo(self._session.redo_kind is not None)

    def _annotator_name(self) -> str:
        annotator = self._session.annotator
        return annotator.name if annotator else ""

    def _theme_changed(self) -> None:
        self.article.set_palette(self.theme.palette)
