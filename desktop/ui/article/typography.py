"""How each zone of the page is set: sizes, weights, spacing. All lengths are pixels at 100 %."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


class Typography:
    """Fonts and lengths at one zoom."""

    def __init__(self, families: Sequence[str], zoom: float) -> None:
        self._families = list(families)
        self._zoom = zoom
        self._fonts: dict[str, QFont] = {}

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
        font.setFamilies(self._families)
        font.setPixelSize(max(round(self.px(size)), 6))
        font.setWeight(weight)
        return font
