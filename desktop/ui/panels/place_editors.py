"""Editors for values that are places in the text: one span, or named parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.model.schema import FeatureDef
from desktop.ui.language import localised
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.feature_editors import FeatureEditor
from desktop.ui.panels.icon_button import IconButton
from desktop.ui.panels.roles import set_role
from desktop.ui.theme import Theme

TextSlice = Callable[[slice], str]
"""A slice of the article's text in code points."""

_NAME_WIDTH = 82
_GAP = 6
_LONGEST_SHOWN = 200


class _Place(QWidget):
    """One place: what it is called, its text, a button that sets it and one that clears it."""

    set_requested = Signal(str)
    clear_requested = Signal(str)

    def __init__(self, part: str, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = part
        self._text = ElidedLabel(theme, self)
        self._take = IconButton("take", self.tr("Set from the selection"), theme, self, size=22)
        self._clear = IconButton("cross", self.tr("Clear"), theme, self, size=22)
        self._take.clicked.connect(self._take_clicked)
        self._clear.clicked.connect(self._clear_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        if part:
            label = QLabel(name, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, "secondary")
            label.ensurePolished()
            label.setFixedWidth(max(_NAME_WIDTH, label.sizeHint().width() + _GAP))
            row.addWidget(label)
            for button in (self._take, self._clear):
                button.setAccessibleName(f"{name}: {button.accessibleName()}")
        row.addWidget(self._text, 1)
        row.addWidget(self._take)
        row.addWidget(self._clear)
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show the text of the place; empty when it is not set."""
        self._text.set_text(text or "—", "text" if text else "muted")
        self._clear.setVisible(bool(text))

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text

    def _take_clicked(self) -> None:
        self.set_requested.emit(self._part)

    def _clear_clicked(self) -> None:
        self.clear_requested.emit(self._part)


class PlaceEditor(FeatureEditor):
    """The places of a ``parts`` or ``span`` feature; a span is one place without a name."""

    from_selection_requested = Signal(str)
    """The name of the part that is to be set from the selection; empty for a span."""

    def __init__(
        self, feature: FeatureDef, name: str, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(feature, name, parent)
        self.wide = feature.type == "parts"
        self._value: JsonValue = None
        self._slice: TextSlice | None = None
        self._places: dict[str, _Place] = {}
        names = {choice.name: localised(choice.names, language) for choice in feature.values}
        for part, shown in (names if self.wide else {"": name}).items():
            place = _Place(part, shown, theme, self)
            place.set_requested.connect(self.from_selection_requested)
            place.clear_requested.connect(self._clear)
            self._column.addWidget(place)
            self._places[part] = place

    def set_text_slice(self, text_slice: TextSlice) -> None:
        """Where the text of the places comes from; to be given before the value."""
        self._slice = text_slice

    def set_value(self, value: JsonValue, *, keep_typing: bool) -> None:
        """Show the text at the places."""
        del keep_typing
        self._value = value
        parts = value if self.wide else {"": value}
        for part, place in self._places.items():
            spans = parts.get(part) if isinstance(parts, dict) else None
            place.show_text(", ".join(self._texts(spans)))

    def _texts(self, value: JsonValue) -> Iterator[str]:
        if not isinstance(value, list) or self._slice is None:
            return
        spans = value if value and isinstance(value[0], list) else [value]
        for span in spans:
            if isinstance(span, list) and len(span) == 2:
                start, end = span
                if isinstance(start, int) and isinstance(end, int):
                    yield self._slice(slice(start, min(end, start + _LONGEST_SHOWN)))

    def _clear(self, part: str) -> None:
        if not self.wide or not isinstance(self._value, dict):
            self.value_changed.emit(None)
            return
        rest = {name: place for name, place in self._value.items() if name != part}
        self.value_changed.emit(rest or None)
