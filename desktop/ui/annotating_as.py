"""Who annotates: chosen from a menu, or named in a dialog; kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.settings import SettingsStore
from desktop.ui.actions.handlers import Handler
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import commit_focused


class AnnotatingAs(QObject):
    """Changes the annotator of the page that is shown."""

    def __init__(self, settings: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._page: ProjectPage | None = None

    def handlers(self) -> dict[str, Handler]:
        """Naming somebody."""
        return {"annotator": self.ask}

    def set_page(self, page: ProjectPage | None) -> None:
        """Work with this page from now on."""
        self._page = page
        if page is not None:
            page.annotators.name_chosen.connect(self.work_as)
            page.annotators.other_requested.connect(self.ask)

    def ask(self) -> None:
        """Ask who annotates from now on."""
        if self._page is None:
            return
        from desktop.ui.dialogs.annotator import AnnotatorDialog

        session = self._page.bridge.session
        dialog = AnnotatorDialog(session.annotators(), session.annotator, self._window)
        if dialog.exec():
            self.work_as(dialog.name)

    def work_as(self, name: str) -> None:
        """Let somebody annotate from now on; what is being typed is still the other one's."""
        if self._page is None:
            return
        commit_focused()
        self._page.inspector.flush()
        self._page.desk.layers.work_as(name)
        self._settings.update(annotator_name=name)
