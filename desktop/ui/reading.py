"""How articles are read: fonts, line length, spacing and colours, changed while one looks on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.settings import Settings, SettingsStore
from desktop.ui.actions.handlers import Handler
from desktop.ui.article.typography import Setting
from desktop.ui.fonts import article_families
from desktop.ui.panels.reading_panel import ReadingPanel
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme

_MEASURES = {"short": 0.8, "usual": 1.0, "long": 1.35, "full": 100.0}
_SPACINGS = {"close": 0.85, "usual": 1.0, "wide": 1.25}
_EDGE = 12


class Reading(QObject):
    """Puts the settings for reading into effect, and shows the panel that changes them."""

    def __init__(self, settings: SettingsStore, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._theme = theme
        self._window = window
        self._page: ProjectPage | None = None
        self.panel: ReadingPanel | None = None

    def handlers(self) -> dict[str, Handler]:
        """Showing the panel."""
        return {"reading": self.show_panel}

    def set_page(self, page: ProjectPage | None) -> None:
        """Set this page's article from now on."""
        self._page = page
        self._set_article()

    def show_panel(self) -> None:
        """Open the panel above the right end of the status bar; a click elsewhere closes it."""
        if self.panel is not None:
            self.panel.deleteLater()
        self.panel = ReadingPanel(self._settings.settings, self._theme, self._window)
        self.panel.changed.connect(self._changed)
        self.panel.adjustSize()
        size = self.panel.size()
        corner = self._window.rect().bottomRight() - QPoint(
            size.width() + _EDGE, size.height() + 40
        )
        self.panel.move(self._window.mapToGlobal(QPoint(max(corner.x(), 0), max(corner.y(), 0))))
        self.panel.show()

    def _changed(self, name: str, value: object) -> None:
        self._settings.update(**{name: value})
        settings = self._settings.settings
        self._theme.set_look(settings.theme, high_contrast=settings.high_contrast)
        self._set_article()

    def _set_article(self) -> None:
        if self._page is not None:
            article = self._page.article
            article.set_setting(_setting(article.setting, self._settings.settings))


def _setting(before: Setting, settings: Settings) -> Setting:
    chosen = (settings.article_font,) if settings.article_font else ()
    return replace(
        before,
        families=(*chosen, *article_families()),
        measure=_MEASURES[settings.line_length],
        spacing=_SPACINGS[settings.line_spacing],
    )
