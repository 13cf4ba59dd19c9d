"""The looks: enough contrast for everybody, one style sheet for everything, light, dark, system."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.schema import Hue
from desktop.ui.theme import DARK, LIGHT, Palette, Theme, stylesheet

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    shares = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@PALETTES
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
@pytest.mark.parametrize(
    "ink", ["text", "muted", "faint", "accent", "danger", "warning", "success"]
)
def test_words_can_be_read(palette: Palette, ground: str, ink: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("accent", "accent_soft"),
        ("muted", "accent_soft"),
        ("text", "accent_soft"),
        ("text", "hover"),
        ("text", "pressed"),
        ("text", "warning_soft"),
        ("danger", "danger_soft"),
    ],
)
def test_words_on_coloured_grounds_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize("name", get_args(Hue))
def test_every_hue_of_a_schema_is_legible(palette: Palette, name: str) -> None:
    hue = palette.hues[name]
    assert contrast(hue.ink, palette.surface) >= 4.5
    assert contrast(hue.ink, hue.soft) >= 4.5
    assert contrast(palette.text, hue.soft) >= 7
    assert contrast(palette.text, hue.strong) >= 7
    assert contrast(palette.text, palette.selection) >= 4.5
    assert len({hue.ink, hue.soft, hue.strong}) == 3


@PALETTES
def test_the_style_sheet_is_complete(palette: Palette) -> None:
    sheet = stylesheet(palette)
    assert "$" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_the_style_sheet_scales_its_text() -> None:
    assert "font-size: 11px" in stylesheet(LIGHT)
    assert "font-size: 22px" in stylesheet(LIGHT, scale=2)


def test_a_change_of_mode_dresses_the_application_once(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    light = qapp.styleSheet()
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.palette is DARK
    assert qapp.styleSheet() != light
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.surface)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("dark")
    theme.set_mode("light")
    assert qapp.styleSheet() == light


def test_the_system_s_look_is_followed_only_when_asked(qapp: QApplication, theme: Theme) -> None:
    changed = qapp.styleHints().colorSchemeChanged
    theme.set_mode("system")
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.palette is DARK
    changed.emit(Qt.ColorScheme.Light)
    assert theme.palette is LIGHT
    theme.set_mode("dark")
    changed.emit(Qt.ColorScheme.Light)
    assert theme.palette is DARK
