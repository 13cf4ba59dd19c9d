"""The looks: enough contrast for everybody, one style sheet for everything, light, dark, system."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.schema import Hue
from desktop.session.session import default_schema
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Palette
from desktop.ui.theme import Theme, stylesheet

ALL = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)
PALETTES = pytest.mark.parametrize("palette", ALL, ids=[palette.name for palette in ALL])
HIGH = pytest.mark.parametrize("palette", ALL[2:], ids=[palette.name for palette in ALL[2:]])


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


@HIGH
@pytest.mark.parametrize("ink", ["text", "muted", "faint", "accent", "danger", "warning"])
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_high_contrast_is_high(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 7
    assert contrast(palette.border_strong, palette.surface) >= 7
    for hue in palette.hues.values():
        assert contrast(hue.ink, hue.soft) >= 7


# How people see who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1.
VISION = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}


def lab(colour: str, vision: str) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour as it is seen."""
    shares = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    r, g, b = (
        min(max(sum(w * s for w, s in zip(row, linear, strict=True)), 0.0), 1.0)
        for row in VISION[vision]
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@PALETTES
@pytest.mark.parametrize("vision", VISION)
def test_the_shipped_labels_differ_in_every_eye(palette: Palette, vision: str) -> None:
    """A difference of 2 is just seen side by side; marks also differ in their shape."""
    hues = [label.style.hue for label in default_schema().labels]
    inks = [lab(palette.hues[hue].ink, vision) for hue in hues]
    assert min(math.dist(a, b) for a, b in itertools.combinations(inks, 2)) >= 10
    softs = [lab(palette.hues[hue].soft, vision) for hue in hues]
    assert min(math.dist(a, b) for a, b in itertools.combinations(softs, 2)) >= 2
    assert len({label.style.mark for label in default_schema().labels}) == len(hues)


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
