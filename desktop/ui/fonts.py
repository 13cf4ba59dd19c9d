"""The fonts that are shipped, so that Hangul and Hanja are readable on a machine without any.

Pretendard has all Hangul syllables and no Hanja; NanumGothic has both. A font's character map does
not prove that it draws something (some map syllables to blank outlines), hence :func:`check`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.errors import QT_TRANSLATE_NOOP, KnownError

FILES = (
    "Pretendard-Regular.otf",
    "Pretendard-SemiBold.otf",
    "Pretendard-Bold.otf",
    "NanumGothic.ttf",
)
FAMILIES = ("Pretendard", "NanumGothic")
UI_PIXELS = 13

_SAMPLE = "한뷁與ㄱ"
_CELL = 64


@dataclass(frozen=True, slots=True)
class FontReport:
    """What :func:`check` found in its sample.

    ``missing`` are characters without a glyph, ``blank`` those that draw nothing, or the same as
    another one.
    """

    families: tuple[str, ...]
    missing: str
    blank: str

    @property
    def ok(self) -> bool:
        """True when the sample can be read."""
        return not self.missing and not self.blank


def install(application: QApplication) -> None:
    """Load the shipped fonts and make them the application's.

    Raises:
        KnownError: a font file of the installation is missing or damaged.
    """
    for name in FILES:
        path = paths.resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise KnownError(
                QT_TRANSLATE_NOOP("errors", "The font file {name} is missing or damaged."),
                QT_TRANSLATE_NOOP("errors", "Install Mitjul again. Your projects are not touched."),
                name=name,
            )
    font = QFont(article_families())
    font.setPixelSize(UI_PIXELS)
    application.setFont(font)


def article_families() -> list[str]:
    """The font families for article text and window, in the order in which glyphs are sought."""
    return [*FAMILIES, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]


def check(font: QFont | None = None) -> FontReport:
    """Draw a syllable, a rare one, a Hanja and a jamo, and see whether they differ and have ink.

    ``font`` None: the application's.
    """
    font = QFont(font) if font is not None else QApplication.font()
    font.setPixelSize(_CELL * 3 // 4)
    missing = "".join(sign for sign in _SAMPLE if not _has_glyphs(sign, font))
    drawn = {sign: _drawn(sign, font) for sign in _SAMPLE}
    empty = _drawn(" ", font)
    pictures = list(drawn.values())
    blank = "".join(
        sign for sign, picture in drawn.items() if picture == empty or pictures.count(picture) > 1
    )
    return FontReport(tuple(font.families()), missing, blank)


def _has_glyphs(text: str, font: QFont) -> bool:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(0 not in run.glyphIndexes() for run in runs)


def _drawn(text: str, font: QFont) -> bytes:
    image = QImage(_CELL, _CELL, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor("black"))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return bytes(image.constBits())
