"""The small panel at the text in which a speaker is chosen by number or searched by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.panels.choice_rows import ChoiceRow, ChoiceRows
from desktop.ui.panels.roles import set_role
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_WIDTH = 340
_GAP = 6
_NARRATOR_LETTERS = ("n", "ㅜ")
"""What the N key types, without and with a Hangul input method."""


class SpeakerFinder(QFrame):
    """A field and rows. While the field is empty, its keys choose; anything else is typed.

    It emits what was chosen and knows nothing of claims.
    """

    query_changed = Signal(str)
    """What is typed, with the syllable that is being composed."""
    row_chosen = Signal(int)
    """The number of a row, from 0."""
    not_stated = Signal()
    """``0``: the article does not say who."""
    narrator = Signal()
    """``N``: the article itself says it."""
    cue_left_out = Signal()
    """The cue that is shown does not go along."""
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("speaker_finder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._around = parent
        self._open = False
        self._line = QRect()
        self._query = ""
        self._field = LineEdit(self)
        self._field.setAccessibleName(self.tr("Who said it"))
        self._field.setPlaceholderText(self.tr("Number, or a name to search for"))
        self._field.textChanged.connect(self._search)
        self._field.composed_changed.connect(self._search_live)
        self._field.installEventFilter(self)
        self._rows = ChoiceRows(theme, self)
        self._rows.chosen.connect(self.row_chosen)
        self._hint = QLabel(self.tr("0 not stated · N the article itself · Esc"), self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._hint, "caption")
        self._cue = QLabel(self)
        self._cue.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._cue, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self._field, self._rows, self._cue, self._hint):
            column.addWidget(widget)
        self.hide()

    @property
    def is_open(self) -> bool:
        """True while it waits for a choice."""
        return self._open

    @property
    def current(self) -> int:
        """The number of the row that Enter takes; -1 for none."""
        return self._rows.current

    @property
    def rows(self) -> Sequence[ChoiceRow]:
        """What can be chosen."""
        return self._rows.rows

    def show_cue(self, cue: str) -> None:
        """Tell which cue goes along; empty for none."""
        told = self.tr("With the cue “{cue}”; Del leaves it out").format(cue=cue)
        self._cue.setText(told if cue else "")
        self._cue.setVisible(bool(cue))

    def open_at(self, line: QRect, cue: str) -> None:
        """Show it under a line of the text, or above where there is no room; ``cue`` goes along."""
        self._query = ""
        self._field.clear()
        self.show_cue(cue)
        self._line = line
        self._open = True
        self.place()
        self.show()
        self.raise_()
        self._field.setFocus()

    def place(self) -> None:
        """Take the size that the rows need, at the line."""
        room = self._around.rect()
        self.setFixedWidth(max(min(_WIDTH, room.width() - 16), 120))
        self.adjustSize()
        left = min(max(self._line.left() - 12, room.left() + 8), room.right() - self.width() - 8)
        top = self._line.bottom() + _GAP
        if top + self.height() > room.bottom() - 8:
            above = self._line.top() - _GAP - self.height()
            top = above if above >= 8 else max(room.bottom() - 8 - self.height(), 8)
        self.move(QPoint(max(left, 8), top))

    @property
    def hides_lines(self) -> bool:
        """True when it had room neither under the lines nor above them."""
        return self.geometry().intersects(self._line)

    def move_to(self, line: QRect) -> None:
        """Keep to a line that is elsewhere now."""
        self._line = line
        self.place()

    def close_panel(self) -> None:
        """Hide it; a syllable that is being composed is dropped."""
        if self._open:
            self._open = False
            QGuiApplication.inputMethod().reset()
            self.hide()
            self._field.clear()

    def show_rows(self, rows: Sequence[ChoiceRow]) -> None:
        """Show what can be chosen, the first row current."""
        self._rows.show_rows(rows, 0)
        self._rows.setVisible(bool(rows))
        self.place()

    def type_text(self, text: str) -> None:
        """Go on with a key that was pressed in the article."""
        self._field.setFocus()
        self._field.insert(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that choose instead of typing."""
        if isinstance(event, QInputMethodEvent):
            return self._composes_narrator(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _composes_narrator(self, event: QInputMethodEvent) -> bool:
        typed = self._field.text() or event.commitString()
        if typed or event.preeditString() != "ㅜ":
            return False
        self.narrator.emit()
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._rows.current >= 0:
                self.row_chosen.emit(self._rows.current)
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._rows.step(1 if key == Qt.Key.Key_Down else -1)
        elif self._field.text():
            return False
        elif key == Qt.Key.Key_Delete:
            self.cue_left_out.emit()
        elif text == "0":
            self.not_stated.emit()
        elif text in _NARRATOR_LETTERS:
            self.narrator.emit()
        elif text.isdecimal() and text.isascii():
            self.row_chosen.emit(int(text) - 1)
        else:
            return False
        return True

    def _search_live(self) -> None:
        """What is being composed is searched for at once, and no longer when it is taken back."""
        self._search(self._field.live_text)

    def _search(self, text: str) -> None:
        if text.strip() != self._query and self._open:
            self._query = text.strip()
            self.query_changed.emit(self._query)
