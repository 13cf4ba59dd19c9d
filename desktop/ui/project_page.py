"""The window's content for one open project: panels around the article, and their wiring."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from desktop.errors import KnownError, ProjectUnavailable
from desktop.model.changes import Changes
from desktop.model.project import Annotation, Document, Entity, Relation
from desktop.model.values import new_id
from desktop.session.commands import (
    AddEntity,
    DeleteDocuments,
    DeleteRelations,
    SetDocument,
    SetFeature,
)
from desktop.ui.article.view import ArticleView
from desktop.ui.bridge import Bridge
from desktop.ui.desk import Desk
from desktop.ui.dialogs.messages import describe
from desktop.ui.fonts import article_families
from desktop.ui.language import localised
from desktop.ui.panels.document_list import DocumentList
from desktop.ui.panels.inspector import Inspector, RelationRow
from desktop.ui.panels.status_bar import StatusBar
from desktop.ui.panels.top_bar import TopBar
from desktop.ui.theme import Theme


class ProjectPage(QWidget):
    """Everything that is seen of an open project.

    The panels emit wishes; this page turns them into commands and tells the panels what changed.
    """

    import_requested = Signal()
    paste_requested = Signal()
    export_requested = Signal()
    annotator_requested = Signal()
    zoom_requested = Signal(int)
    """The article's size in percent."""

    def __init__(self, bridge: Bridge, theme: Theme, language: str) -> None:
        super().__init__()
        self.bridge = bridge
        self._session = bridge.session
        self._theme = theme
        self._language = language
        schema = self._session.schema
        self.top_bar = TopBar(schema, theme, language)
        self.documents = DocumentList(self._session, theme, language)
        self.article = ArticleView(article_families(), theme.palette)
        self.inspector = Inspector(schema, theme, language)
        self.status = StatusBar(schema, theme, language)
        self.desk = Desk(bridge, self.article, language)
        self._menu = QMenu(self)
        self._entities: list[Entity] | None = None
        self._arrange()
        self._wire()
        self.top_bar.set_project(self._session.path.name)
        self.status.set_annotator(self._annotator_name())
        self._show_undo()
        first = self._session.documents(limit=1)
        self.open_document(first[0].document_id if first else None)

    def _arrange(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for panel in (self.documents, self.article, self.inspector):
            self._splitter.addWidget(panel)
        for index, stretch in enumerate((0, 1, 0)):
            self._splitter.setStretchFactor(index, stretch)
        self._splitter.setSizes([236, 860, 312])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.status)

    def _wire(self) -> None:
        self.bridge.changed.connect(self._changed)
        self.bridge.failed.connect(self._failed)
        self._theme.changed.connect(self._theme_changed)

        self.top_bar.pen_clicked.connect(self.desk.use_pen)
        self.top_bar.undo_requested.connect(self.undo)
        self.top_bar.redo_requested.connect(self.redo)
        self.top_bar.export_requested.connect(self.export_requested)

        self.documents.document_requested.connect(self.open_document)
        self.documents.import_requested.connect(self.import_requested)
        self.documents.paste_requested.connect(self.paste_requested)
        self.documents.delete_requested.connect(self._delete_documents)
        self.documents.state_requested.connect(self._set_state)

        self.article.menu_requested.connect(self._show_menu)
        self._menu.triggered.connect(self._menu_chosen)
        self.article.zoom_stepped.connect(self._step_zoom)

        self.desk.pen_armed.connect(self.top_bar.set_armed)
        self.desk.hint_changed.connect(self.status.set_hint)
        self.desk.document_shown.connect(self._document_shown)
        self.desk.annotation_shown.connect(self._annotation_shown)

        self.inspector.feature_changed.connect(self._set_feature)
        self.inspector.label_requested.connect(self.desk.relabel)
        self.inspector.delete_requested.connect(self.desk.delete)
        self.inspector.relation_delete_requested.connect(self._delete_relation)
        self.inspector.annotation_requested.connect(self.desk.show_annotation)
        self.inspector.link_requested.connect(self._link)
        self.inspector.entity_create_requested.connect(self._create_entity)
        self.inspector.part_from_selection_requested.connect(self._part_from_selection)
        self.inspector.state_requested.connect(self._set_state)
        self.inspector.set_annotators(self._session.annotators())

        self.status.annotator_requested.connect(self.annotator_requested)
        self.status.zoom_requested.connect(self.zoom_requested)
        self.status.retry_requested.connect(self.bridge.retry)

    # What the window asks for

    def open_document(self, document_id: str | None) -> None:
        """Show an article."""
        self.desk.open_document(document_id)
        self.article.setFocus()

    def step_document(self, forward: bool) -> None:
        """Show the next or previous article of the list."""
        self.documents.step(forward)

    def undo(self) -> None:
        """Take back the last operation."""
        self.inspector.flush()
        self.bridge.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self.inspector.flush()
        self.bridge.redo()

    def finish(self) -> None:
        """Keep what is being typed, and let go of the project."""
        self.inspector.flush()
        self.documents.stop()
        self.hide()
        self.bridge.close()

    def toggle_done(self) -> None:
        """Say that the article is done, or take that back."""
        document = self.desk.document
        if document is not None:
            self._set_state(document.id, "in_progress" if document.state == "done" else "done")

    def set_zoom(self, percent: int) -> None:
        """Set the article at this size."""
        self._zoom = percent
        self.article.set_zoom(percent)
        self.status.set_zoom(percent)

    _zoom: int = 100

    def annotator_changed(self) -> None:
        """Show who annotates now."""
        self.status.set_annotator(self._annotator_name())

    # Wishes of the panels

    def _set_feature(self, annotation_id: str, name: str, value: object) -> None:
        command = SetFeature.model_validate(
            {"annotation_id": annotation_id, "name": name, "value": value}
        )
        if self.bridge.do(command) is None:
            self._annotation_shown(self.desk.selected)

    def _delete_relation(self, relation_id: str) -> None:
        self.bridge.do(DeleteRelations(relation_ids=(relation_id,)))

    def _delete_documents(self, document_ids: list[str]) -> None:
        self.bridge.do(DeleteDocuments(document_ids=tuple(document_ids)))

    def _set_state(self, document_id: str, state: str) -> None:
        self.bridge.do(SetDocument.model_validate({"document_id": document_id, "state": state}))

    def _link(self, annotation_id: str) -> None:
        del annotation_id
        self.article.setFocus()
        self.desk.relate()

    def _create_entity(self, annotation_id: str, name: str) -> None:
        command = AddEntity.model_validate({"entity": {"id": new_id(), "canonical_name": name}})
        if self.bridge.do(command) is not None:
            self._set_feature(annotation_id, "entity", command.entity.id)

    def _part_from_selection(self, annotation_id: str, feature: str, part: str) -> None:
        span = self.article.selection
        found = self._session.annotations_by_id([annotation_id])
        if span is None or not found:
            self.status.set_hint(self.tr("Select the part in the article first."))
            return
        place = [span.start, span.end]
        if part:
            before = found[0].features.get(feature)
            parts = dict(before) if isinstance(before, dict) else {}
            self._set_feature(annotation_id, feature, parts | {part: place})
        else:
            self._set_feature(annotation_id, feature, place)

    def _show_menu(self, place: QPoint) -> None:
        """The labels for a selection, and what can be done with the selected annotation."""
        self._menu.clear()
        selected = self.desk.selected
        for label in self._session.schema.labels:
            action = self._menu.addAction(f"{localised(label.names, self._language)}\t{label.key}")
            action.setData(f"digit:{label.key}")
            action.setEnabled(self.article.selection is not None or selected is not None)
        self._menu.addSeparator()
        for text, name, possible in (
            (self.tr("Relate…\tR"), "relate", selected is not None),
            (self.tr("Delete\tDel"), "delete", selected is not None),
            (self.tr("Copy\tCtrl+C"), "copy", True),
        ):
            action = self._menu.addAction(text)
            action.setData(name)
            action.setEnabled(possible)
        self._menu.popup(place)

    def _menu_chosen(self, action: QAction) -> None:
        self.desk.run_action(action.data())

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

    def _annotation_shown(self, annotation: Annotation | None) -> None:
        if annotation is None:
            if self.desk.document is not None:
                self.inspector.show_document(self.desk.document)
            return
        relations = self._session.relations_of([annotation.id])
        rows = self._rows(annotation, relations)
        self.inspector.show_annotation(
            annotation, rows, self._registry(), self.desk.text.__getitem__
        )

    def _registry(self) -> list[Entity]:
        """The speaker registry, read again only after it changed."""
        if self._entities is None:
            self._entities = self._session.entities()
        return self._entities

    def _rows(self, annotation: Annotation, relations: list[Relation]) -> list[RelationRow]:
        others = {r.source_id for r in relations} | {r.target_id for r in relations}
        known = {a.id: a for a in self._session.annotations_by_id(sorted(others))}
        rows: list[RelationRow] = []
        for relation in relations:
            outgoing = relation.source_id == annotation.id
            other_id = relation.target_id if outgoing else relation.source_id
            other = known.get(other_id) or self._session.entity(other_id)
            if other is not None:
                rows.append(RelationRow(relation, other, outgoing))
        return rows

    def _changed(self, changes: Changes) -> None:
        if changes.bulk or any(True for _ in changes.of(Entity)):
            self._entities = None
            self.inspector.set_annotators(self._session.annotators())
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

    def _show_undo(self) -> None:
        self.top_bar.set_undo(self._session.undo_kind is not None)
        self.top_bar.set_redo(self._session.redo_kind is not None)

    def _annotator_name(self) -> str:
        annotator = self._session.annotator
        return annotator.name if annotator else ""

    def _theme_changed(self) -> None:
        self.article.set_palette(self._theme.palette)
