"""The application's window: which project is open, menus, files in and out."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget

from desktop.errors import KnownError
from desktop.model.changes import Changes
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui.actions import Actions
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.annotator import AnnotatorDialog
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.dialogs.new_project import NewProjectDialog
from desktop.ui.dialogs.preferences import PreferencesDialog
from desktop.ui.dialogs.welcome import Welcome
from desktop.ui.page_actions import PageActions
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import commit_focused
from desktop.ui.theme import Theme
from desktop.ui.traffic import Traffic

SUFFIX = ".mitjul"
_ZOOMS = range(70, 201, 10)


class MainWindow(QMainWindow):
    """Holds at most one open project.

    Raises nothing: what cannot be opened or written is told in a message.
    """

    language_changed = Signal()
    """The language setting changed: the application installs it and calls :meth:`retranslate`."""
    tutorial_requested = Signal()
    """The tutorial project is wanted."""

    def __init__(self, settings: SettingsStore, theme: Theme, language: str) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self._language = language
        self._page: ProjectPage | None = None
        self._traffic = Traffic(settings, self)
        self._page_actions = PageActions(self)
        self.setWindowTitle("밑줄")
        self.setAcceptDrops(True)
        self.setMinimumSize(880, 560)
        self.resize(1440, 900)
        if geometry := settings.settings.window_geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(geometry)))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._build()

    # The window in one language

    def retranslate(self, language: str) -> None:
        """Build everything again in another language; the project and the article stay."""
        self._language = language
        session = self._page.bridge.session if self._page else None
        document = self._page.desk.document if self._page else None
        path = session.path if session else None
        self._drop_page()
        self._build()
        if path is not None and self.open_path(path) and self._page and document:
            self._page.open_document(document.id)

    def _build(self) -> None:
        self._recent = QMenu(QCoreApplication.translate("MainWindow", "Open &recent"))
        self._recent.triggered.connect(self._open_recent)
        self._actions = Actions(self, self._handlers(), self._recent)
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._welcome = Welcome(self._theme)
        self._welcome.new_requested.connect(self.new_project)
        self._welcome.open_requested.connect(self.open_project)
        self._welcome.tutorial_requested.connect(self.tutorial_requested)
        self._welcome.recent_requested.connect(self.open_path)
        self._stack.addWidget(self._welcome)
        self._show_project(None)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "new_project": self.new_project,
            "open_project": self.open_project,
            "open_tutorial": self.tutorial_requested.emit,
            "import_files": self._import_files,
            "paste_article": self._traffic.paste_article,
            "export": self._traffic.export,
            "save_copy": self.save_copy,
            "preferences": self.edit_preferences,
            "close_project": self.close_project,
            "quit": self.close,
            "undo": self._page_actions.undo,
            "redo": self._page_actions.redo,
            "relate": self._page_actions.relate,
            "delete": self._page_actions.delete,
            "annotator": self.change_annotator,
            "next_document": self._page_actions.next_document,
            "previous_document": self._page_actions.previous_document,
            "toggle_done": self._page_actions.toggle_done,
            "zoom_in": self._zoom_in,
            "zoom_out": self._zoom_out,
            "zoom_reset": self._zoom_reset,
            "focus_article": self._page_actions.focus_article,
            "filter": self._page_actions.filter,
            "about": self.about,
        }

    # Projects

    @property
    def page(self) -> ProjectPage | None:
        """What is seen of the open project; None without one."""
        return self._page

    def open_path(self, path: Path) -> bool:
        """Open a project in place of the open one; False when it cannot be opened (it was told)."""
        if self._page is not None and self._page.bridge.session.path == path.absolute():
            return True
        return self._take(lambda: Session.open(path, self._settings.settings.annotator_name))

    def create_path(self, path: Path, annotator: str) -> bool:
        """Make a new project and open it."""
        self._settings.update(annotator_name=annotator)
        return self._take(lambda: Session.create(path, annotator=annotator))

    def close_project(self) -> None:
        """Close the project; there is nothing to save."""
        self._drop_page()
        self._settings.update(last_project=None)
        self._show_project(None)

    def new_project(self) -> None:
        """Ask for a name and a place, and make a project there."""
        folder = Path(self._settings.settings.last_folder("project"))
        dialog = NewProjectDialog(self._settings.settings.annotator_name, self, folder=folder)
        if dialog.exec():
            self.create_path(dialog.path, dialog.annotator)

    def open_project(self) -> None:
        """Ask for a project file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open project"),
            self._settings.settings.last_folder("project"),
            self.tr("Mitjul projects (*.mitjul)"),
        )
        if chosen:
            self.open_path(Path(chosen))

    def save_copy(self) -> None:
        """Write the whole project to another file; work goes on in this one."""
        if self._page is None:
            return
        session = self._page.bridge.session
        suffix = self.tr("copy")
        proposed = session.path.with_name(f"{session.name}-{suffix}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save a copy"), str(proposed), self.tr("Mitjul projects (*.mitjul)")
        )
        if not chosen:
            return
        try:
            session.save_copy(Path(chosen).with_suffix(SUFFIX))
        except KnownError as error:
            show_known_error(self, error)
            return
        self._page.status.set_hint(
            self.tr("A copy was saved: {name}").format(name=Path(chosen).name)
        )

    def _take(self, opener: Callable[[], Session]) -> bool:
        kept = self._page.bridge.session.path if self._page else None
        self._drop_page()
        try:
            session = opener()
        except KnownError as error:
            self._show_project(None)
            show_known_error(self, error)
            if kept is not None:
                self._take(lambda: Session.open(kept, self._settings.settings.annotator_name))
            return False
        self._show_project(ProjectPage(Bridge(session), self._theme, self._language))
        self._settings.remember_project(session.path)
        self._list_recent()
        return True

    def _drop_page(self) -> None:
        if self._page is not None:
            commit_focused()
            page, self._page = self._page, None
            self._stack.removeWidget(page)
            page.finish()
            page.deleteLater()

    def _show_project(self, page: ProjectPage | None) -> None:
        self._page = page
        self._traffic.set_page(page)
        self._page_actions.page = page
        self._actions.set_in_project(page is not None)
        self._list_recent()
        if page is None:
            self._stack.setCurrentWidget(self._welcome)
            self.setWindowTitle("밑줄")
            return
        page.import_requested.connect(self._import_files)
        page.paste_requested.connect(self._traffic.paste_article)
        page.export_requested.connect(self._traffic.export)
        page.annotator_requested.connect(self.change_annotator)
        page.zoom_requested.connect(self._zoom)
        page.bridge.changed.connect(self._show_undo)
        page.set_zoom(self._settings.settings.zoom)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(f"{page.bridge.session.name} — 밑줄")
        self._show_undo()
        page.article.setFocus()

    def _list_recent(self) -> None:
        self._recent.clear()
        recent = [path for path in self._settings.settings.recent if path.exists()]
        for path in recent:
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setData(str(path))
            action.setToolTip(str(path))
        self._recent.setEnabled(bool(recent))
        self._welcome.set_recent(recent)

    def _open_recent(self, action: QAction) -> None:
        self.open_path(Path(action.data()))

    # Articles in, exports out

    @property
    def traffic(self) -> Traffic:
        """Imports and exports of the open project."""
        return self._traffic

    def import_paths(self, paths: list[Path]) -> None:
        """Import files into the open project; a project among them is opened instead."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open_path(projects[0])
            return
        if self._page is None:
            self.new_project()
        self._traffic.import_paths(paths)

    def _import_files(self) -> None:
        if paths := self._traffic.ask_for_files():
            self.import_paths(paths)

    # Small things

    def change_annotator(self) -> None:
        """Ask who annotates from now on."""
        if self._page is None:
            return
        session = self._page.bridge.session
        dialog = AnnotatorDialog(session.annotators(), session.annotator, self)
        if dialog.exec():
            session.set_annotator(dialog.name)
            self._settings.update(annotator_name=dialog.name)
            self._page.annotator_changed()

    def edit_preferences(self) -> None:
        """Change language, theme and name."""
        before = self._settings.settings.language
        if PreferencesDialog(self._settings, self._theme, self).exec():
            self._theme.set_mode(self._settings.settings.theme)
            if self._settings.settings.language != before:
                QTimer.singleShot(0, self.language_changed.emit)

    def about(self) -> None:
        """Show the versions."""
        AboutDialog(self._page.bridge.session.schema if self._page else None, self).exec()

    def _show_undo(self, changes: Changes | None = None) -> None:
        del changes
        if self._page is not None:
            session = self._page.bridge.session
            self._actions["undo"].setEnabled(session.undo_kind is not None)
            self._actions["redo"].setEnabled(session.redo_kind is not None)

    def _zoom_in(self) -> None:
        self._zoom(self._settings.settings.zoom + 10)

    def _zoom_out(self) -> None:
        self._zoom(self._settings.settings.zoom - 10)

    def _zoom_reset(self) -> None:
        self._zoom(100)

    def _zoom(self, percent: int) -> None:
        percent = min(max(percent, _ZOOMS[0]), _ZOOMS[-1])
        self._settings.update(zoom=percent)
        if self._page:
            self._page.set_zoom(percent)

    # Dropped files, closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import dropped articles, or open a dropped project."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.import_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the project. Every change is on disk already."""
        geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self._settings.update(window_geometry=geometry)
        self._drop_page()
        self._show_project(None)
        super().closeEvent(event)
