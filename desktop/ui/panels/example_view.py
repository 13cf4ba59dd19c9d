"""An invented example of the guideline: a sentence with its marked part tinted, and why."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.model.guideline import CLOSE, OPEN, Example
from desktop.model.schema import Hue
from desktop.ui.article.text_map import TextMap
from desktop.ui.panels.painting import sized
from desktop.ui.theme import Theme

_PADDING = 9
_PITCH = 1.45
_BETWEEN = 3


class ExampleView(QWidget):
    """As high as its words need; the marks around the marked part are not shown."""

    def __init__(self, example: Example, hue: Hue, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hue: Hue = hue
        self._note = example.note
        self._text, self._marked = _plain(example.text)
        self.setAccessibleName(f"{self._text} {self._note}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The sentence as it is shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """The height at the present width."""
        return QSize(200, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the sentence and the note."""
        room = max(width - 2 * _PADDING, 40)
        _, height = self._set(self._text, self._text_font(), room, self._formats())
        if self._note:
            height += _BETWEEN + self._set(self._note, self._note_font(), room, [])[1]
        return round(height + 2 * _PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sentence and the note."""
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.window))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        room = max(self.width() - 2 * _PADDING, 40)
        painter.setPen(QColor(palette.text))
        layout, height = self._set(self._text, self._text_font(), room, self._formats())
        layout.draw(painter, QPointF(_PADDING, _PADDING))
        if self._note:
            painter.setPen(QColor(palette.muted))
            note, _ = self._set(self._note, self._note_font(), room, [])
            note.draw(painter, QPointF(_PADDING, _PADDING + height + _BETWEEN))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        hue = self._theme.palette.hues[self._hue]
        units = TextMap(self._text)
        found: list[QTextLayout.FormatRange] = []
        for start, end in self._marked:
            format_ = QTextCharFormat()
            format_.setBackground(QColor(hue.soft))
            format_.setForeground(QColor(hue.ink))
            format_.setFontWeight(QFont.Weight.DemiBold)
            made = QTextLayout.FormatRange()
            made.start = units.to_utf16(start)
            made.length = units.to_utf16(end) - made.start
            made.format = format_
            found.append(made)
        return found

    def _set(
        self, text: str, font: QFont, width: float, formats: list[QTextLayout.FormatRange]
    ) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        pitch = round(QFontMetricsF(font).height() * _PITCH * 0.85)
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += pitch
        layout.endLayout()
        return layout, top

    def _text_font(self) -> QFont:
        return sized(self.font(), 13)

    def _note_font(self) -> QFont:
        return sized(self.font(), 11)


def _plain(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without marks, and where the outermost marked parts lie."""
    text, found, opened = "", [], []
    for character in marked:
        if character == OPEN:
            opened.append(len(text))
        elif character == CLOSE and opened:
            start = opened.pop()
            if not opened and start < len(text):
                found.append((start, len(text)))
        elif character != CLOSE:
            text += character
    return text, found
