"""Editors for the values of features, one class a type; the form puts them under each other.

An editor shows a value and tells what the user made of it. What is typed stays until it was taken:
a value that is set while somebody types does not overwrite the typing.
"""

from __future__ import annotations

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.model.schema import FeatureDef
from desktop.ui.language import localised
from desktop.ui.panels.choice_widgets import DropDown, TickBox
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.text_fields import LineEdit, PlainTextEdit
from desktop.ui.theme import Theme

MOST_SEGMENTS = 5
"""Enumerations with more values get a drop-down list."""

_LONGEST = 4_000
_NOTE_HEIGHT = 58


class FeatureEditor(QWidget):
    """The common face of all editors. ``name`` is what the feature is called on screen."""

    value_changed = Signal(object)
    """The value the user chose or typed, as JSON; None takes the feature away."""

    wide = False
    """True for editors that need the panel's whole width, below their caption."""

    def __init__(self, feature: FeatureDef, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.feature = feature
        self.name = name
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Show a value (None: absent) without a signal.

        With ``keep_typing`` text that was typed and not taken yet stays.
        """
        raise NotImplementedError

    def typed(self) -> list[JsonValue]:
        """The value that was typed and not taken yet; empty when there is none."""
        return []

    def settle(self) -> None:
        """Let go of what was typed: it was taken, or is not wanted."""

    def flush(self) -> None:
        """Send what was typed and not taken yet; it stays typed until it is set as the value."""
        for value in self.typed():
            self.value_changed.emit(value)


class EnumSegments(FeatureEditor):
    """All values side by side; a click on the chosen one clears it."""

    def __init__(
        self, feature: FeatureDef, name: str, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(feature, name, parent)
        options = [Option(c.name, localised(c.names, language)) for c in feature.values]
        self._segments = Segments(options, theme, name, parent=self)
        self._segments.chosen.connect(self.value_changed)
        self._column.addWidget(self._segments)
        self.setFocusProxy(self._segments)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Choose a value."""
        del keep_typing
        self._segments.set_value(value if isinstance(value, str) else None)


class EnumList(FeatureEditor):
    """A drop-down list whose first entry is no value."""

    def __init__(
        self, feature: FeatureDef, name: str, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(feature, name, parent)
        self._list = DropDown(theme, self)
        self._list.setAccessibleName(name)
        self._list.addItem("—", None)
        for choice in feature.values:
            self._list.addItem(localised(choice.names, language), choice.name)
        self._list.activated.connect(self._activated)
        self._column.addWidget(self._list)
        self.setFocusProxy(self._list)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Choose a value."""
        del keep_typing
        self._list.setCurrentIndex(max(self._list.findData(value), 0))

    def _activated(self, index: int) -> None:
        self.value_changed.emit(self._list.itemData(index))


class BooleanEditor(FeatureEditor):
    """A tick."""

    def __init__(self, feature: FeatureDef, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(feature, name, parent)
        self._box = TickBox(theme, self)
        self._box.setAccessibleName(name)
        self._box.clicked.connect(self._clicked)
        self._column.addWidget(self._box, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._box)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Tick or not."""
        del keep_typing
        self._box.setChecked(value is True)

    def _clicked(self, checked: bool) -> None:
        self.value_changed.emit(checked)


class TextEditor(FeatureEditor):
    """One line, taken with Return or when the cursor leaves; Escape gives it up."""

    def __init__(self, feature: FeatureDef, name: str, parent: QWidget) -> None:
        super().__init__(feature, name, parent)
        self._value = ""
        self._field = LineEdit(self)
        self._field.setAccessibleName(name)
        self._field.setMaxLength(_LONGEST)
        self._field.editingFinished.connect(self.flush)
        self._column.addWidget(self._field)
        self.setFocusProxy(self._field)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Show a text from its beginning."""
        typed = self._text() != self._value
        self._value = value if isinstance(value, str) else ""
        if not (typed and keep_typing) and self._field.text() != self._value:
            self._field.setText(self._value)
            self._field.setCursorPosition(0)

    def typed(self) -> list[JsonValue]:
        """The text if it is another one."""
        self._field.commit_composed()
        return [self._text() or None] if self._text() != self._value else []

    def settle(self) -> None:
        """What is in the field counts as the value."""
        self._value = self._text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the value back; the field leaves this key to us."""
        if event.key() == Qt.Key.Key_Escape and self._text() != self._value:
            self._field.setText(self._value)
        else:
            super().keyPressEvent(event)

    def _text(self) -> str:
        return self._field.text().strip()


class NoteEditor(FeatureEditor):
    """A few lines, taken when the cursor leaves."""

    wide = True

    def __init__(self, feature: FeatureDef, name: str, parent: QWidget) -> None:
        super().__init__(feature, name, parent)
        self._value = ""
        self._field = _NoteField(self)
        self._field.setAccessibleName(name)
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(_NOTE_HEIGHT)
        self._field.left.connect(self.flush)
        self._column.addWidget(self._field)
        self.setFocusProxy(self._field)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Show a note."""
        typed = self._text() != self._value
        before, self._value = self._value, value if isinstance(value, str) else ""
        if not (typed and keep_typing) and (typed or before != self._value):
            self._field.setPlainText(self._value)

    def typed(self) -> list[JsonValue]:
        """The note if it is another one."""
        self._field.commit_composed()
        return [self._text() or None] if self._text() != self._value else []

    def settle(self) -> None:
        """What is in the field counts as the value."""
        self._value = self._text()

    def _text(self) -> str:
        return self._field.toPlainText().strip()


class _NoteField(PlainTextEdit):
    left = Signal()
    """The cursor left the field."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
