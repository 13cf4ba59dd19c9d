"""How each zone of the page is set: sizes, weights, spacing. All lengths are pixels at 100 %."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QFont

PAGE_WIDTH = 668
PAGE_MARGIN = 18
PADDING_LEFT = 54
PADDING_RIGHT = 36
PADDING_TOP = 26
PADDING_BOTTOM = 56
NUMBER_SIZE = 11


@dataclass(frozen=True, slots=True)
class ZoneStyle:
    """How one kind of zone is set.

    ``pitch`` is the distance of two lines, ``before`` the space above the zone's first block,
    ``between`` that above its others; ``muted`` text is there to be read, not to be annotated.
    """

    size: int
    pitch: int
    before: int
    between: int
    weight: QFont.Weight = QFont.Weight.Normal
    muted: bool = False


_BODY = ZoneStyle(size=16, pitch=32, before=12, between=12)
_SMALL = ZoneStyle(size=13, pitch=24, before=22, between=0, muted=True)

ZONE_STYLES: Mapping[str, ZoneStyle] = MappingProxyType(
    {
        "title": ZoneStyle(size=22, pitch=34, before=0, between=4, weight=QFont.Weight.Bold),
        "deck": ZoneStyle(size=15, pitch=24, before=10, between=0, muted=True),
        "subhead": ZoneStyle(size=17, pitch=30, before=24, between=2, weight=QFont.Weight.Bold),
        "body": _BODY,
        "caption": ZoneStyle(size=13, pitch=24, before=10, between=0, muted=True),
        "byline": _SMALL,
        "related": _SMALL,
        "rights": _SMALL,
    }
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a reader wants the page set.

    ``families`` are fonts in the order in which glyphs are sought; ``measure`` and ``spacing``
    multiply the usual width of the page and distance of lines.
    """

    families: tuple[str, ...]
    zoom: float = 1.0
    measure: float = 1.0
    spacing: float = 1.0


class Typography:
    """Fonts and lengths at one setting."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._zoom = setting.zoom
        self._fonts: dict[str, QFont] = {}

    def page_width(self, room: float) -> float:
        """The page's width where there is ``room``: its measure, or all there is less a margin."""
        inside = max(room - 2 * self.px(PAGE_MARGIN), 120.0)
        return min(self.px(PAGE_WIDTH) * self._setting.measure, inside)

    def pitch(self, kind: str) -> float:
        """The distance of two lines in a zone."""
        return self.px(self.style(kind).pitch) * self._setting.spacing

    def style(self, kind: str) -> ZoneStyle:
        """The style of a zone; zones that a file brought are set like related links."""
        return ZONE_STYLES.get(kind, _SMALL)

    def font(self, kind: str) -> QFont:
        """The font of a zone."""
        if kind not in self._fonts:
            style = self.style(kind)
            self._fonts[kind] = self._make(style.size, style.weight)
        return self._fonts[kind]

    @property
    def number_font(self) -> QFont:
        """The font of paragraph numbers and of target badges."""
        if "#" not in self._fonts:
            self._fonts["#"] = self._make(NUMBER_SIZE, QFont.Weight.Normal)
        return self._fonts["#"]

    def px(self, length: float) -> float:
        """A length at this zoom."""
        return length * self._zoom

    def _make(self, size: int, weight: QFont.Weight) -> QFont:
        font = QFont()
        font.setFamilies(list(self._setting.families))
        font.setPixelSize(max(round(self.px(size)), 6))
        font.setWeight(weight)
        return font
