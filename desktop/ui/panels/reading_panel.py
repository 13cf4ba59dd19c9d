"""A small panel over the page: how the article is set and coloured. Each choice shows at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.settings import Settings
from desktop.ui.panels.choice_widgets import DropDown
from desktop.ui.panels.roles import set_role
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.theme import Theme

_WIDTH = 320


class ReadingPanel(QFrame):
    """Shows the settings it was made with; emits what is chosen."""

    changed = Signal(str, object)
    """The name of a setting and its new value."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("reading_panel")
        self.setAccessibleName(self.tr("Text and colours"))
        self.setFixedWidth(_WIDTH)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(4)
        self._add_fonts(settings.article_font)
        self._add(
            "line_length",
            self.tr("Line length"),
            (
                ("short", self.tr("Short")),
                ("usual", self.tr("Usual")),
                ("long", self.tr("Long")),
                ("full", self.tr("Full")),
            ),
            settings.line_length,
        )
        self._add(
            "line_spacing",
            self.tr("Line spacing"),
            (
                ("close", self.tr("Close")),
                ("usual", self.tr("Usual")),
                ("wide", self.tr("Wide")),
            ),
            settings.line_spacing,
        )
        self._add(
            "theme",
            self.tr("Look"),
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ),
            settings.theme,
        )
        self._add(
            "high_contrast",
            self.tr("Contrast"),
            (("", self.tr("Usual")), ("high", self.tr("High"))),
            "high" if settings.high_contrast else "",
        )

    def _add(
        self, name: str, caption: str, options: tuple[tuple[str, str], ...], value: str
    ) -> None:
        self._add_caption(caption)
        segments = Segments(
            [Option(key, text) for key, text in options],
            self._theme,
            caption,
            clearable=False,
            parent=self,
        )
        segments.setObjectName(name)
        segments.set_value(value)
        segments.chosen.connect(self._chosen)
        self._column.addWidget(segments)

    def _add_fonts(self, chosen: str) -> None:
        caption = self.tr("Font of the article")
        self._add_caption(caption)
        fonts = DropDown(self._theme, self)
        fonts.setObjectName("article_font")
        fonts.setAccessibleName(caption)
        fonts.addItem(self.tr("Pretendard (comes with Mitjul)"), "")
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
            if not QFontDatabase.isPrivateFamily(family):
                fonts.addItem(family, family)
        fonts.setCurrentIndex(max(fonts.findData(chosen), 0))
        fonts.activated.connect(self._font_chosen)
        self._column.addWidget(fonts)

    def _add_caption(self, text: str) -> None:
        if self._column.count():
            self._column.addSpacing(8)
        caption = QLabel(text, self)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        set_role(caption, "caption")
        self._column.addWidget(caption)

    def _chosen(self, value: object) -> None:
        name = self.sender().objectName()
        self.changed.emit(name, value == "high" if name == "high_contrast" else value)

    def _font_chosen(self, index: int) -> None:
        fonts = self.sender()
        assert isinstance(fonts, DropDown)
        self.changed.emit("article_font", fonts.itemData(index))
