"""The article's size, kept in the settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.settings import SettingsStore
from desktop.ui.actions.handlers import Handler
from desktop.ui.project_page import ProjectPage

_SIZES = range(70, 201, 10)
_STEP = _SIZES.step
_USUAL = 100


class Zoom(QObject):
    """Sets the article of the page that is shown at the size of the settings."""

    def __init__(self, settings: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._page: ProjectPage | None = None

    def handlers(self) -> dict[str, Handler]:
        """Larger, smaller, usual."""
        return {
            "zoom_in": partial(self.step, _STEP),
            "zoom_out": partial(self.step, -_STEP),
            "zoom_reset": partial(self.set_percent, _USUAL),
        }

    def set_page(self, page: ProjectPage | None) -> None:
        """Set this page from now on."""
        self._page = page
        if page is not None:
            page.set_zoom(self._settings.settings.zoom)

    def step(self, percent: int) -> None:
        """Enlarge by so many percent."""
        self.set_percent(self._settings.settings.zoom + percent)

    def set_percent(self, percent: int) -> None:
        """Set the article at this size, within the bounds, and remember it."""
        percent = min(max(percent, _SIZES[0]), _SIZES[-1])
        self._settings.update(zoom=percent)
        if self._page is not None:
            self._page.set_zoom(percent)
