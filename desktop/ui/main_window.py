"""The application's window: which project is open, menus, files in and out."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from desktop.errors import KnownError
from desktop.model.changes import Changes
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui.action_finder import ActionFinder
from desktop.ui.actions.bindings import Bindings
from desktop.ui.actions.handlers import Handler, Handlers, collect
from desktop.ui.actions.menus import Actions
from desktop.ui.annotating_as import AnnotatingAs
from desktop.ui.bridge import Bridge
from desktop.ui.clipped import brings_text, clipped
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.dialogs.welcome import Welcome
from desktop.ui.garbage import Garbage
from desktop.ui.project_files import SUFFIX, ProjectFiles
from desktop.ui.project_page import ProjectPage
from desktop.ui.reading import Reading
from desktop.ui.text_fields import commit_focused
from desktop.ui.theme import Theme
from desktop.ui.traffic import Traffic
from desktop.ui.view_memory import ViewMemory
from desktop.ui.warm_process import WarmProcess
from desktop.ui.zoom import Zoom


class MainWindow(QMainWindow):
    """Holds at most one open project.

    Raises nothing: what cannot be opened or written is told in a message.
    """

    language_changed = Signal()
    """The language setting changed: the application installs it and calls :meth:`retranslate`."""
    tutorial_requested = Signal()
    """The tutorial project is wanted."""
    project_changed = Signal(object)
    """The Path of the project that is open now, or None."""

    def __init__(self, settings: SettingsStore, theme: Theme, language: str) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self._language = language
        self._page: ProjectPage | None = None
        self._welcome: Welcome | None = None
        self._process = WarmProcess(self)
        self._traffic = Traffic(settings, self)
        self._files = ProjectFiles(settings, self)
        self._files.open_chosen.connect(self.open_path)
        self._files.create_chosen.connect(self.create_path)
        self._zoom = Zoom(settings, self)
        self._reading = Reading(settings, theme, self)
        self._views = ViewMemory(settings)
        self._annotating_as = AnnotatingAs(settings, self)
        self._garbage = Garbage(self)
        self._finder = ActionFinder(settings, theme, self)
        self._finder.bindings_changed.connect(self._set_bindings)
        self.own_handlers: Handlers = collect(
            self,
            self._files,
            self._traffic,
            self._zoom,
            self._reading,
            self._annotating_as,
            self._finder,
        )
        self._actions = Actions(self, self.own_handlers)
        self._actions.set_bindings(self._finder.bindings)
        self._finder.find_among(self._actions)
        self.setWindowTitle("밑줄")
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 440)
        self.resize(1440, 900)
        if geometry := settings.settings.window_geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(geometry)))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._build()

    def show_as_left(self) -> None:
        """Show it as it was left; the first time it fills a screen that is smaller than it."""
        room = self.screen().availableGeometry().size()
        fits = self.size().boundedTo(room) == self.size()
        if not fits and not self._settings.settings.window_geometry:
            self.showMaximized()
        else:
            self.show()

    # The window in one language

    def retranslate(self, language: str) -> None:
        """Build everything again in another language; the project and the article stay."""
        self._language = language
        session = self._page.bridge.session if self._page else None
        path = session.path if session else None
        self._drop_page()
        self._build()
        if path is not None:
            self.open_path(path)

    def _build(self) -> None:
        self._actions.build(self._files.recent_menu())
        self._finder.build()
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._welcome = None
        self._show_project(None)

    def show_welcome(self) -> None:
        """Show how to begin; what is done in place of opening a project."""
        if self._welcome is None:
            self._welcome = Welcome(self._theme)
            self._welcome.new_requested.connect(self._files.new_project)
            self._welcome.open_requested.connect(self._files.open_project)
            self._welcome.tutorial_requested.connect(self.tutorial_requested)
            self._welcome.recent_requested.connect(self.open_path)
            self._stack.addWidget(self._welcome)
            self._list_recent()
        self._stack.setCurrentWidget(self._welcome)

    def handlers(self) -> dict[str, Handler]:
        """What concerns the window itself."""
        return {
            "open_tutorial": self.tutorial_requested.emit,
            "import_files": self._import_files,
            "preferences": self.edit_preferences,
            "close_project": self.close_project,
            "quit": self.close,
            "about": self.about,
        }

    def menu_action(self, name: str) -> QAction:
        """The menu entry or shortcut of an action of the table."""
        return self._actions[name]

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

    def come_forward(self) -> None:
        """Show the window before all others, as far as the system lets it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def create_path(self, path: Path, annotator: str) -> bool:
        """Make a new project and open it."""
        self._settings.update(annotator_name=annotator)
        return self._take(lambda: Session.create(path, annotator=annotator))

    def close_project(self) -> None:
        """Close the project; there is nothing to save."""
        self._drop_page()
        self._settings.update(last_project=None)
        self._show_project(None)

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
        bridge = Bridge(session)
        self._show_project(ProjectPage(bridge, self._theme, self._language, self._process))
        self._settings.remember_project(session.path)
        self._list_recent()
        return True

    def _drop_page(self) -> None:
        if self._page is not None:
            commit_focused()
            self._views.keep()
            page, self._page = self._page, None
            self._stack.removeWidget(page)
            page.finish()
            page.deleteLater()

    def _show_project(self, page: ProjectPage | None) -> None:
        self._page = page
        self._traffic.set_page(page)
        self._files.set_page(page)
        self._zoom.set_page(page)
        self._reading.set_page(page)
        self._annotating_as.set_page(page)
        self._views.set_page(page)
        self._garbage.set_page(page)
        self._actions.set_page(page.all_handlers if page else None)
        self._finder.set_labels(page.label_names if page else {})
        self._list_recent()
        self.project_changed.emit(page.bridge.session.path if page else None)
        if page is None:
            if self.isVisible():
                self.show_welcome()
            self.setWindowTitle("밑줄")
            return
        page.import_requested.connect(self._import_files)
        page.paste_requested.connect(self._traffic.paste_article)
        page.export_requested.connect(self._traffic.export)
        page.zoom_requested.connect(self._zoom.set_percent)
        page.bridge.changed.connect(self._show_undo)
        page.set_bindings(self._finder.bindings)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(f"{page.bridge.session.name} — 밑줄")
        self._show_undo()
        page.article.setFocus()

    def _list_recent(self) -> None:
        recent = self._files.list_recent()
        if self._welcome is not None:
            self._welcome.set_recent(recent)

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
            self._files.new_project()
        self._traffic.import_paths(paths)

    def _import_files(self) -> None:
        if paths := self._traffic.ask_for_files():
            self.import_paths(paths)

    # Small things

    def _set_bindings(self, bindings: Bindings) -> None:
        self._actions.set_bindings(bindings)
        if self._page is not None:
            self._page.set_bindings(bindings)

    def edit_preferences(self) -> None:
        """Change language, theme and name."""
        from desktop.ui.dialogs.preferences import PreferencesDialog

        before = self._settings.settings.language
        dialog = PreferencesDialog(self._settings, self._theme, self)
        if dialog.exec():
            self._theme.set_mode(self._settings.settings.theme)
            if self._settings.settings.language != before:
                QTimer.singleShot(0, self.language_changed.emit)
        elif dialog.keys_wanted:
            self._finder.show_keys()

    def about(self) -> None:
        """Show the versions."""
        from desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self._page.bridge.session.schema if self._page else None, self).exec()

    def _show_undo(self, changes: Changes | None = None) -> None:
        del changes
        if self._page is not None:
            session = self._page.bridge.session
            self._actions["undo"].setEnabled(session.undo_kind is not None)
            self._actions["redo"].setEnabled(session.redo_kind is not None)

    # Dropped files, closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and text of another program."""
        files = any(url.isLocalFile() for url in event.mimeData().urls())
        if files or (self._page is not None and brings_text(event)):
            self._traffic.expect_import()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import dropped articles, or open a dropped project."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths and not brings_text(event):
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if paths:
            self.import_paths(paths)
        else:  # the program that it comes from waits for the end of this event
            QTimer.singleShot(0, partial(self._traffic.take_clipped, clipped(event.mimeData())))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the project. Every change is on disk already."""
        geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self._settings.update(window_geometry=geometry)
        self._drop_page()
        self._show_project(None)
        self._process.stop()
        super().closeEvent(event)
