"""The features of one label as a form; made once and filled again for each annotation."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.model.schema import FeatureDef, LabelDef
from desktop.model.values import Features
from desktop.ui.item_models.entity_model import EntityModel
from desktop.ui.language import localised
from desktop.ui.panels.entity_editor import EntityEditor
from desktop.ui.panels.feature_editors import (
    MOST_SEGMENTS,
    BooleanEditor,
    EnumList,
    EnumSegments,
    FeatureEditor,
    NoteEditor,
    TextEditor,
)
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.number_editors import DecimalEditor, RangeEditor
from desktop.ui.panels.place_editors import PlaceEditor, TextSlice
from desktop.ui.panels.roles import CAPTION_WIDTH, set_role
from desktop.ui.theme import Theme

_EDITOR_WIDTH = 196
_NOTE = "note"
"""A text feature of this name, in any schema, is for remarks and gets several lines."""

_LONGEST_OTHER = 120


class AnnotationForm(QWidget):
    """One row a feature. Setting values emits nothing."""

    feature_changed = Signal(str, object)
    """A feature's name and its new value, None to take it away."""
    entity_create_requested = Signal(str)
    part_from_selection_requested = Signal(str, str)
    """The names of the feature and of its part, which is empty for a span."""

    def __init__(
        self,
        label: LabelDef,
        entities: EntityModel,
        theme: Theme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._entities = entities
        self._theme = theme
        self._language = language
        self._editors: dict[str, FeatureEditor] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)
        for feature in label.features:
            if feature.shown:
                self._column.addWidget(self._make_row(feature))
        self._add_hidden([feature for feature in label.features if not feature.shown])
        self._others = QLabel(self)
        self._others.setTextFormat(Qt.TextFormat.PlainText)
        self._others.setWordWrap(True)
        set_role(self._others, "quiet_box")
        self._column.addWidget(self._others)
        self._others.hide()

    def editor(self, feature: str) -> FeatureEditor:
        """The editor of a feature."""
        return self._editors[feature]

    @property
    def others(self) -> str:
        """The values that no editor can show, as they are listed."""
        return "" if self._others.isHidden() else self._others.text()

    def show_features(
        self, features: Features, text_slice: TextSlice, *, keep_typing: bool
    ) -> None:
        """Fill the form; ``keep_typing`` when it shows the same annotation as before."""
        for name, editor in self._editors.items():
            if isinstance(editor, PlaceEditor):
                editor.set_text_slice(text_slice)
            editor.set_value(features.get(name), keep_typing=keep_typing)
        self._show_others(features)
        if self._more is not None:
            self._show_more_text(sum(name in features for name in self._hidden))

    def take_typed(self) -> list[tuple[str, JsonValue]]:
        """The features that were typed and not taken yet; afterwards nothing counts as typed."""
        taken: list[tuple[str, JsonValue]] = []
        for name, editor in self._editors.items():
            taken += [(name, value) for value in editor.typed()]
            editor.settle()
        return taken

    def flush(self) -> None:
        """Send what was typed and not taken yet; it stays typed until the project has it."""
        for editor in self._editors.values():
            editor.flush()

    def _make_row(self, feature: FeatureDef) -> QWidget:
        name = localised(feature.names, self._language)
        row = QWidget(self)
        editor = self._make_editor(feature, name, row)
        editor.value_changed.connect(self._value_changed)
        self._editors[feature.name] = editor
        caption = QLabel(name, row)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setBuddy(editor)
        set_role(caption, "secondary")
        if editor.wide or editor.sizeHint().width() > _EDITOR_WIDTH:
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(3)
            # A name that is too long for the panel is cut, and must not widen it.
            caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(caption)
            column.addWidget(editor)
        else:
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(7)
            caption.setFixedWidth(CAPTION_WIDTH)
            caption.setWordWrap(True)
            caption.setMinimumHeight(26)
            line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(editor, 1)
        return row

    def _make_editor(self, feature: FeatureDef, name: str, parent: QWidget) -> FeatureEditor:
        theme, language = self._theme, self._language
        if feature.type == "enum":
            if len(feature.values) <= MOST_SEGMENTS:
                return EnumSegments(feature, name, theme, language, parent)
            return EnumList(feature, name, theme, language, parent)
        if feature.type == "decimal":
            return DecimalEditor(feature, name, language, parent)
        if feature.type == "range":
            return RangeEditor(feature, name, theme, language, parent)
        if feature.type == "boolean":
            return BooleanEditor(feature, name, theme, parent)
        if feature.type == "entity":
            editor = EntityEditor(feature, name, self._entities, theme, parent)
            editor.create_requested.connect(self.entity_create_requested)
            return editor
        if feature.type in ("parts", "span"):
            place = PlaceEditor(feature, name, theme, language, parent)
            place.from_selection_requested.connect(self._from_selection)
            return place
        if feature.name == _NOTE:
            return NoteEditor(feature, name, parent)
        return TextEditor(feature, name, parent)

    def _add_hidden(self, features: Sequence[FeatureDef]) -> None:
        """Put the features that are seldom needed under a button."""
        self._hidden = tuple(feature.name for feature in features)
        self._more: FlatButton | None = None
        if not features:
            return
        self._more = FlatButton("", self._theme, self)
        self._more.setCheckable(True)
        self._drawer = QWidget(self)
        column = QVBoxLayout(self._drawer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for feature in features:
            column.addWidget(self._make_row(feature))
        self._drawer.hide()
        self._more.toggled.connect(self._drawer.setVisible)
        self._more.toggled.connect(self._more_toggled)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._drawer)
        self._filled = 0
        self._show_more_text(0)

    def _more_toggled(self) -> None:
        self._show_more_text(self._filled)

    def _show_more_text(self, filled: int) -> None:
        assert self._more is not None
        self._filled = filled
        sign = "▼" if self._more.isChecked() else "▶"
        count = f" · {filled}" if filled else ""
        words = self.tr("More")
        self._more.set_text(f"{sign} {words}{count}")

    def _show_others(self, features: Features) -> None:
        """List what an imported file brought that the schema does not know."""
        known = self._label.feature_named
        others = [
            f"{name}: {_shown(value)}"
            for name, value in features.items()
            if name not in known or known[name].fault(value, sys.maxsize) is not None
        ]
        self._others.setText("\n".join(others))
        self._others.setVisible(bool(others))

    def _value_changed(self, value: object) -> None:
        editor = self.sender()
        assert isinstance(editor, FeatureEditor)
        self.feature_changed.emit(editor.feature.name, value)

    def _from_selection(self, part: str) -> None:
        editor = self.sender()
        assert isinstance(editor, FeatureEditor)
        self.part_from_selection_requested.emit(editor.feature.name, part)


def _shown(value: JsonValue) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_OTHER else text[:_LONGEST_OTHER] + "…"
