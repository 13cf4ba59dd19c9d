"""The find bar: what to look for in the article, how often it is there, and which one is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.icon_button import IconButton
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_WIDTH = 400
_GAP = 16


class FindBar(QFrame):
    """Floats over the corner of the article. Enter goes on, Shift+Enter back, Escape closes."""

    text_changed = Signal(str)
    """What is looked for, also while a syllable is being composed."""
    step_requested = Signal(bool)
    """The next one (True) or the one before is wanted."""
    closed = Signal()
    """Escape or the cross: back to the article."""

    def __init__(self, article: QWidget, theme: Theme) -> None:
        super().__init__(article)
        self._article = article
        self.setProperty("frame", "overlay")
        self.setAccessibleName(self.tr("Find in the article"))
        self._field = LineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in the article"))
        self._field.setAccessibleName(self.tr("Find in the article"))
        self._field.textChanged.connect(self._tell)
        self._field.composed_changed.connect(self._tell)
        self._field.installEventFilter(self)
        self._count = ElidedLabel(theme, self, size=12, colour="muted")
        self._back = IconButton("up", self.tr("The one before"), theme, self)
        self._back.clicked.connect(self._ask_back)
        self._on = IconButton("down", self.tr("The next one"), theme, self)
        self._on.clicked.connect(self._ask_on)
        close = IconButton("cross", self.tr("Close"), theme, self)
        close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._count)
        for button in (self._back, self._on, close):
            layout.addWidget(button)
        self.hide()
        article.installEventFilter(self)

    def begin(self, text: str) -> None:
        """Show the bar with the keyboard on it; ``text`` takes the place of what was looked for."""
        if text:
            self._field.setText(text)
        self._field.selectAll()
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.live_text

    def show_count(self, words: str, *, missing: bool) -> None:
        """Say which one of how many is shown; ``missing`` when there is none."""
        self._count.set_text(words, "danger" if missing else "muted")
        self._back.setEnabled(bool(words) and not missing)
        self._on.setEnabled(bool(words) and not missing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the field's Enter, arrows and Escape; follow the article's size."""
        if watched is self._article and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self._field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key_pressed(event)
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_requested.emit(not back)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_requested.emit(event.key() == Qt.Key.Key_Down)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True

    def _place(self) -> None:
        width = min(_WIDTH, self._article.width() - 2 * _GAP)
        left = self._article.width() - width - _GAP - 8
        self.setGeometry(left, _GAP - 4, width, self.sizeHint().height())

    def _tell(self) -> None:
        self.text_changed.emit(self._field.live_text)

    def _ask_on(self) -> None:
        self.step_requested.emit(True)

    def _ask_back(self) -> None:
        self.step_requested.emit(False)
