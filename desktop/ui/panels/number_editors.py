"""Editors for decimal numbers and ranges of them; values are strings, never floats."""

from __future__ import annotations

from decimal import Decimal

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.schema import FeatureDef
from desktop.ui.panels.feature_editors import FeatureEditor
from desktop.ui.panels.number_text import parsed, reading
from desktop.ui.panels.roles import set_role
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

_WITHIN, _WITHOUT = "within", "without"


class NumberField(QWidget):
    """A line for one number, and below it how the number reads, or that it is none."""

    entered = Signal()
    """A number was typed, or taken away, and differs from the one shown before."""

    def __init__(self, name: str, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._value: str | None = None
        self._line = LineEdit(self)
        self._line.setAccessibleName(name)
        self._line.editingFinished.connect(self._finished)
        self._line.textChanged.connect(self._show_reading)
        self._reading = QLabel(self)
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setWordWrap(True)
        set_role(self._reading, "caption")
        self._reading.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addWidget(self._reading)
        self.setFocusProxy(self._line)

    @property
    def number(self) -> str | None:
        """The number that is typed; None when there is none, or no valid one."""
        return parsed(self._line.text())

    @property
    def valid(self) -> bool:
        """False while something is typed that is no number."""
        return not self._line.text().strip() or self.number is not None

    @property
    def reading(self) -> str:
        """What stands below the field."""
        return "" if self._reading.isHidden() else self._reading.text()

    def set_value(self, value: str | None, *, keep_typing: bool) -> None:
        """Show a number without a signal."""
        typed = self.typed
        self._value = value
        if not (typed and keep_typing) and self._line.text() != (value or ""):
            self._line.setText(value or "")
            self._line.setCursorPosition(0)

    @property
    def typed(self) -> bool:
        """True while something else than the value stands in the field."""
        other = self._line.text().strip() != (self._value or "")
        return other and (not self.valid or self.number != self._value)

    def settle(self) -> None:
        """A number in the field counts as the value; anything else is given up."""
        self.set_value(self.number if self.valid else self._value, keep_typing=False)

    def commit_composed(self) -> None:
        """See :class:`LineEdit`."""
        self._line.commit_composed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the value back."""
        if event.key() == Qt.Key.Key_Escape and self.typed:
            self._line.setText(self._value or "")
        else:
            super().keyPressEvent(event)

    def _finished(self) -> None:
        if self.typed and self.valid:
            self.entered.emit()

    def _show_reading(self) -> None:
        number = self.number
        if self.valid:
            text = reading(number, self._language) if number else ""
        else:
            text = self.tr("Not a number. Try 1234.5 or 2억.")
        self._reading.setText(text)
        self._reading.setVisible(bool(text))
        set_role(self._reading, "caption" if self.valid else "danger")


class DecimalEditor(FeatureEditor):
    """One number."""

    def __init__(self, feature: FeatureDef, name: str, language: str, parent: QWidget) -> None:
        super().__init__(feature, name, parent)
        self._field = NumberField(name, language, self)
        self._field.entered.connect(self.flush)
        self._column.addWidget(self._field)
        self.setFocusProxy(self._field)

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Show a number."""
        self._field.set_value(value if isinstance(value, str) else None, keep_typing=keep_typing)

    def typed(self) -> list[JsonValue]:
        """The number if it is another one."""
        self._field.commit_composed()
        return [self._field.number] if self._field.typed and self._field.valid else []

    def settle(self) -> None:
        """See :meth:`NumberField.settle`."""
        self._field.settle()


class RangeEditor(FeatureEditor):
    """Two numbers, each with a sign that says whether it belongs to the range itself."""

    wide = True

    def __init__(
        self, feature: FeatureDef, name: str, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(feature, name, parent)
        ends = (("low", "≥", ">", self.tr("from")), ("high", "≤", "<", self.tr("to")))
        self._fields: dict[str, NumberField] = {}
        self._signs: dict[str, Segments] = {}
        for end, within, without, word in ends:
            sides = (Option(_WITHIN, within), Option(_WITHOUT, without))
            sign = Segments(sides, theme, f"{name} {word}", clearable=False, parent=self)
            field = NumberField(f"{name} {word}", language, self)
            sign.set_value(_WITHIN)
            sign.chosen.connect(self._sign_chosen)
            field.entered.connect(self._entered)
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(field, 1)
            self._column.addLayout(row)
            self._fields[end], self._signs[end] = field, sign
        self._warning = QLabel(self.tr("The first is the larger one."), self)
        set_role(self._warning, "danger")
        self._warning.hide()
        self._column.addWidget(self._warning)
        self.setFocusProxy(self._fields["low"])

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Show a range."""
        shown = value if isinstance(value, dict) else {}
        for end, field in self._fields.items():
            number = shown.get(end)
            field.set_value(number if isinstance(number, str) else None, keep_typing=keep_typing)
            within = shown.get(f"{end}_inclusive") is not False
            self._signs[end].set_value(_WITHIN if within else _WITHOUT)
        self._warn()

    def typed(self) -> list[JsonValue]:
        """The range if an end is another number and both can be read."""
        for field in self._fields.values():
            field.commit_composed()
        typed = any(field.typed for field in self._fields.values())
        valid = all(field.valid for field in self._fields.values())
        return [self._range()] if typed and valid else []

    def settle(self) -> None:
        """See :meth:`NumberField.settle`."""
        for field in self._fields.values():
            field.settle()

    def _sign_chosen(self) -> None:
        fields = self._fields.values()
        if all(field.valid for field in fields) and self._range() is not None:
            self.value_changed.emit(self._range())

    def _entered(self) -> None:
        self._warn()
        self.flush()

    def _range(self) -> JsonValue:
        numbers: dict[str, JsonValue] = {e: field.number for e, field in self._fields.items()}
        if all(number is None for number in numbers.values()):
            return None
        within: dict[str, JsonValue] = {
            f"{end}_inclusive": sign.value == _WITHIN for end, sign in self._signs.items()
        }
        return numbers | within

    def _warn(self) -> None:
        low, high = (self._fields[end].number for end in ("low", "high"))
        crossed = low is not None and high is not None and Decimal(low) > Decimal(high)
        self._warning.setVisible(crossed)
