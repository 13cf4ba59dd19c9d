"""The look of the window: which palette, and the style sheet made of it."""

from __future__ import annotations

from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop import paths
from desktop.ui.fonts import article_families
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, HueColours, Palette

__all__ = ["DARK", "LIGHT", "HueColours", "Mode", "Palette", "Theme", "stylesheet"]

Mode = Literal["system", "light", "dark"]


def stylesheet(palette: Palette, scale: float = 1.0) -> str:
    """The style sheet of the whole application; ``scale`` multiplies its text sizes.

    It is resources/style.qss with ``$text`` and so on for the palette's colours, ``$px11`` and so
    on for text of that many pixels, ``$families`` for the fonts, and ``$icons`` for the folder of
    the small pictures.
    """
    colours = {
        field: value
        for field in Palette.__slots__
        if isinstance(value := getattr(palette, field), str)
    }
    sizes = {f"px{size}": f"{round(size * scale)}px" for size in (11, 12, 13, 15, 18, 22)}
    sheet = paths.resource("style.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(
        colours | sizes,
        scheme=palette.scheme,
        families=", ".join(f'"{family}"' for family in article_families()),
        icons=paths.resource("icons").as_posix(),
    )


class Theme(QObject):
    """The look in use; follows the system when asked to, and dresses the application."""

    changed = Signal()
    """The palette is another one; widgets that paint themselves repaint with it."""

    def __init__(
        self, application: QApplication, mode: Mode = "system", *, high_contrast: bool = False
    ) -> None:
        super().__init__(application)
        self._application = application
        self._mode: Mode = mode
        self._high_contrast = high_contrast
        self._hints = application.styleHints()
        application.setStyle(QStyleFactory.create("Fusion"))
        self._tell_system()
        self._scheme = self._hints.colorScheme()
        self._palette = self._wanted()
        self._dress()
        self._hints.colorSchemeChanged.connect(self._scheme_changed)

    @property
    def palette(self) -> Palette:
        """The colours to paint with."""
        return self._palette

    @property
    def mode(self) -> Mode:
        """What was asked for."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Use the light or the dark look, or the system's."""
        self.set_look(mode, high_contrast=self._high_contrast)

    def set_look(self, mode: Mode, *, high_contrast: bool) -> None:
        """As :meth:`set_mode`, with the usual or with high contrast."""
        self._mode = mode
        self._high_contrast = high_contrast
        self._tell_system()
        self._scheme_changed(self._hints.colorScheme())

    def _scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        wanted = self._wanted()
        if wanted is not self._palette:
            self._palette = wanted
            self._dress()
            self.changed.emit()

    def _wanted(self) -> Palette:
        system_dark = self._mode == "system" and self._scheme == Qt.ColorScheme.Dark
        dark = system_dark or self._mode == "dark"
        if self._high_contrast:
            return HIGH_DARK if dark else HIGH_LIGHT
        return DARK if dark else LIGHT

    def _tell_system(self) -> None:
        """So that title bars and native dialogs match."""
        if self._mode == "system":
            self._hints.unsetColorScheme()
        else:
            dark = self._mode == "dark"
            self._hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _dress(self) -> None:
        self._application.setPalette(_qt_palette(self._palette))
        self._application.setStyleSheet(stylesheet(self._palette))


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.surface,
        role.WindowText: palette.text,
        role.Base: palette.raised,
        role.AlternateBase: palette.hover,
        role.Text: palette.text,
        role.PlaceholderText: palette.faint,
        role.Button: palette.raised,
        role.ButtonText: palette.text,
        role.BrightText: palette.danger,
        role.ToolTipBase: palette.raised,
        role.ToolTipText: palette.text,
        role.Highlight: palette.selection,
        role.HighlightedText: palette.text,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.raised,
        role.Midlight: palette.hover,
        role.Mid: palette.border,
        role.Dark: palette.border_strong,
        role.Shadow: palette.border_strong,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(palette.faint))
    return made
