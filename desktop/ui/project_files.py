"""Project files: asking which to open or make, the recent ones, and copies."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.errors import KnownError
from desktop.settings import SettingsStore
from desktop.ui.actions.handlers import Handler
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.project_page import ProjectPage

SUFFIX = ".mitjul"


class ProjectFiles(QObject):
    """Asks for paths; the window opens what was chosen."""

    open_chosen = Signal(object)
    """The Path of a project to open."""
    create_chosen = Signal(object, str)
    """The Path of a project to make, and its annotator."""

    def __init__(self, settings: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._page: ProjectPage | None = None
        self._recent: QMenu | None = None

    def handlers(self) -> dict[str, Handler]:
        """New, open, copy."""
        return {
            "new_project": self.new_project,
            "open_project": self.open_project,
            "save_copy": self.save_copy,
        }

    def set_page(self, page: ProjectPage | None) -> None:
        """Copy this project from now on."""
        self._page = page

    def new_project(self) -> None:
        """Ask for a name and a place for a new project."""
        from desktop.ui.dialogs.new_project import NewProjectDialog

        folder = Path(self._settings.settings.last_folder("project"))
        name = self._settings.settings.annotator_name
        dialog = NewProjectDialog(name, self._window, folder=folder)
        if dialog.exec():
            self.create_chosen.emit(dialog.path, dialog.annotator)

    def open_project(self) -> None:
        """Ask for a project file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open project"),
            self._settings.settings.last_folder("project"),
            self.tr("Mitjul projects (*.mitjul)"),
        )
        if chosen:
            self.open_chosen.emit(Path(chosen))

    def save_copy(self) -> None:
        """Write the whole project to another file; work goes on in this one."""
        if self._page is None:
            return
        session = self._page.bridge.session
        suffix = self.tr("copy")
        proposed = session.path.with_name(f"{session.name}-{suffix}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save a copy"),
            str(proposed),
            self.tr("Mitjul projects (*.mitjul)"),
        )
        if not chosen:
            return
        try:
            session.save_copy(Path(chosen).with_suffix(SUFFIX))
        except KnownError as error:
            show_known_error(self._window, error)
            return
        self._page.status.set_hint(
            self.tr("A copy was saved: {name}").format(name=Path(chosen).name)
        )

    def recent_menu(self) -> QMenu:
        """A new menu of the recent projects, filled by :meth:`list_recent`."""
        self._recent = QMenu(self.tr("Open &recent"))
        self._recent.setToolTipsVisible(True)
        self._recent.triggered.connect(self._recent_chosen)
        return self._recent

    def list_recent(self) -> list[Path]:
        """The recent projects that are still there, also put into the menu."""
        recent = [path for path in self._settings.settings.recent if path.exists()]
        if self._recent is not None:
            self._recent.clear()
            for path in recent:
                action = self._recent.addAction(path.name.replace("&", "&&"))
                action.setData(str(path))
                action.setToolTip(f"<p>{escape(str(path))}</p>")
            self._recent.setEnabled(bool(recent))
        return recent

    def _recent_chosen(self, action: QAction) -> None:
        self.open_chosen.emit(Path(action.data()))
