"""The looks of the window: colours, the style sheet made of them, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop import paths

Mode = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class HueColours:
    """The colours of one hue of a schema.

    ``ink`` is for lines and for words on ``surface`` or ``soft`` (at least 4.5:1 there), ``soft``
    lies under article text (which keeps 7:1 on it), ``strong`` under the selected annotation.
    """

    ink: str
    soft: str
    strong: str


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one look, as ``#rrggbb``; nothing else in the window names a colour.

    ``window`` is the desk, ``surface`` pages, panels and dialogs, ``raised`` fields, buttons and
    cards on them. ``text``, ``muted`` and ``faint`` are words in falling weight; all three keep
    4.5:1 on ``window`` and ``surface``.
    """

    name: Literal["light", "dark"]
    window: str
    surface: str
    raised: str
    border: str
    border_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    hover: str
    pressed: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    selection: str
    caret: str
    hues: Mapping[str, HueColours]


LIGHT = Palette(
    name="light",
    window="#f4f5f7",
    surface="#ffffff",
    raised="#ffffff",
    border="#e3e6ea",
    border_strong="#c9ced6",
    text="#1c2128",
    muted="#5f6874",
    faint="#666e79",
    accent="#2563cf",
    accent_soft="#eaf1fe",
    accent_hover="#1d55b8",
    on_accent="#ffffff",
    hover="#f1f3f5",
    pressed="#e6e9ed",
    danger="#c4372b",
    danger_soft="#fde8e5",
    warning="#945800",
    warning_soft="#fdf0d9",
    success="#0a7a57",
    selection="#c6dbff",
    caret="#1c2128",
    hues=MappingProxyType(
        {
            "blue": HueColours("#2563cf", "#dfeafd", "#bcd4fb"),
            "amber": HueColours("#965900", "#fdeccd", "#f9d596"),
            "green": HueColours("#0a7755", "#d5f2e6", "#a5e2c8"),
            "purple": HueColours("#7a3fc0", "#efe4fb", "#dcc3f6"),
            "grey": HueColours("#5b6470", "#e6e9ed", "#cdd3da"),
            "red": HueColours("#bf3529", "#fde8e5", "#f9c7c1"),
            "teal": HueColours("#0b7083", "#d3f1f6", "#a2dfe9"),
            "pink": HueColours("#b5307d", "#fce4f0", "#f6bfdb"),
        }
    ),
)

DARK = Palette(
    name="dark",
    window="#16191d",
    surface="#1e2227",
    raised="#24292f",
    border="#30363d",
    border_strong="#4a525c",
    text="#e4e7eb",
    muted="#a0a9b4",
    faint="#8f98a3",
    accent="#7fb0ff",
    accent_soft="#22324c",
    accent_hover="#9cc2ff",
    on_accent="#0f1b2e",
    hover="#2a3037",
    pressed="#343b44",
    danger="#ff8f84",
    danger_soft="#4a211d",
    warning="#f0b35b",
    warning_soft="#3d2f14",
    success="#57d3a4",
    selection="#2f4f80",
    caret="#e4e7eb",
    hues=MappingProxyType(
        {
            "blue": HueColours("#7fb0ff", "#1e3457", "#2b4a7d"),
            "amber": HueColours("#f0b35b", "#46330f", "#5e4514"),
            "green": HueColours("#57d3a4", "#113f30", "#165340"),
            "purple": HueColours("#c79bf5", "#3a2852", "#513872"),
            "grey": HueColours("#aab3bf", "#2f353d", "#424a54"),
            "red": HueColours("#ff8f84", "#4a211d", "#692e29"),
            "teal": HueColours("#5cc8da", "#113d46", "#16505b"),
            "pink": HueColours("#f38fc3", "#4a1f38", "#682b4f"),
        }
    ),
)


def stylesheet(palette: Palette, scale: float = 1.0) -> str:
    """The style sheet of the whole application; ``scale`` multiplies its text sizes.

    It is resources/style.qss with ``$text`` and so on for the palette's colours, ``$px11`` and so
    on for text of that many pixels, and ``$icons`` for the folder of the small pictures.
    """
    colours = {
        field: value
        for field in Palette.__slots__
        if isinstance(value := getattr(palette, field), str)
    }
    sizes = {f"px{size}": f"{round(size * scale)}px" for size in (11, 12, 13, 15, 18, 22)}
    sheet = paths.resource("style.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(colours | sizes, icons=paths.resource("icons").as_posix())


class Theme(QObject):
    """The look in use; follows the system when asked to, and dresses the application."""

    changed = Signal()
    """The palette is another one; widgets that paint themselves repaint with it."""

    def __init__(self, application: QApplication, mode: Mode = "system") -> None:
        super().__init__(application)
        self._application = application
        self._mode: Mode = mode
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
        self._mode = mode
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
        if self._mode == "system":
            return DARK if self._scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

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
