"""The colours of each look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

PaletteName = Literal["light", "dark", "high contrast light", "high contrast dark"]


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
    4.5:1 on ``window`` and ``surface``, and 7:1 in the palettes of high contrast.
    """

    name: PaletteName
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

    @property
    def scheme(self) -> Literal["light", "dark"]:
        """Whether words are dark on light or light on dark."""
        return "dark" if self.name.endswith("dark") else "light"


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
            "purple": HueColours("#5f1f8f", "#f3d6fb", "#e7b4f6"),
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
            "purple": HueColours("#deb8fb", "#4d1f66", "#6b2d89"),
            "grey": HueColours("#aab3bf", "#2f353d", "#424a54"),
            "red": HueColours("#ff8f84", "#4a211d", "#692e29"),
            "teal": HueColours("#5cc8da", "#113d46", "#16505b"),
            "pink": HueColours("#f38fc3", "#4a1f38", "#682b4f"),
        }
    ),
)

HIGH_LIGHT = Palette(
    name="high contrast light",
    window="#ffffff",
    surface="#ffffff",
    raised="#ffffff",
    border="#4d4d4d",
    border_strong="#000000",
    text="#000000",
    muted="#1f1f1f",
    faint="#333333",
    accent="#0032a0",
    accent_soft="#d3e3ff",
    accent_hover="#00247a",
    on_accent="#ffffff",
    hover="#e6e6e6",
    pressed="#cccccc",
    danger="#8f000e",
    danger_soft="#ffd9d5",
    warning="#6b3500",
    warning_soft="#ffe9c4",
    success="#004d33",
    selection="#9cc4ff",
    caret="#000000",
    hues=MappingProxyType(
        {
            "blue": HueColours("#0032a0", "#d3e3ff", "#a3c6ff"),
            "amber": HueColours("#6f3700", "#ffe3b3", "#ffc766"),
            "green": HueColours("#00563a", "#c4f3de", "#86e2ba"),
            "purple": HueColours("#4a0072", "#f4cdff", "#e8a0fa"),
            "grey": HueColours("#3a3f45", "#e2e5e9", "#bfc5cc"),
            "red": HueColours("#8f000e", "#ffd9d5", "#ffb0a8"),
            "teal": HueColours("#004b5c", "#c4f0f8", "#86dcec"),
            "pink": HueColours("#8a0056", "#ffd3ea", "#ffa3d3"),
        }
    ),
)

HIGH_DARK = Palette(
    name="high contrast dark",
    window="#000000",
    surface="#000000",
    raised="#0f0f0f",
    border="#b3b3b3",
    border_strong="#ffffff",
    text="#ffffff",
    muted="#ededed",
    faint="#dedede",
    accent="#8cc1ff",
    accent_soft="#062a5e",
    accent_hover="#b5d7ff",
    on_accent="#000000",
    hover="#2b2b2b",
    pressed="#404040",
    danger="#ffaaa1",
    danger_soft="#5a120c",
    warning="#ffc14d",
    warning_soft="#3d2800",
    success="#5ff0b8",
    selection="#1d4f9c",
    caret="#ffffff",
    hues=MappingProxyType(
        {
            "blue": HueColours("#8cc1ff", "#062a5e", "#0c4391"),
            "amber": HueColours("#ffc14d", "#4a3000", "#6b4600"),
            "green": HueColours("#5ff0b8", "#00402a", "#005c3d"),
            "purple": HueColours("#f0c8ff", "#4b1466", "#6c1f91"),
            "grey": HueColours("#d5d9de", "#30343a", "#4a5059"),
            "red": HueColours("#ffaaa1", "#5a120c", "#80190f"),
            "teal": HueColours("#66e0f5", "#003c47", "#005766"),
            "pink": HueColours("#ff9fd2", "#560d38", "#7d1552"),
        }
    ),
)
