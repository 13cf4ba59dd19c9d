"""The filters of a search: state of the article, label, feature, value, annotator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.model.project import Annotator, DocumentState
from desktop.model.schema import FeatureDef, Schema
from desktop.model.search import AnnotationFilter
from desktop.ui.language import localised
from desktop.ui.panels.choice_widgets import DropDown
from desktop.ui.theme import Theme

_STATES: tuple[DocumentState, ...] = get_args(DocumentState)


class SearchFilters(QWidget):
    """Narrow a search; what concerns annotations is shown only for them."""

    changed = Signal()
    """Another filter is set."""

    def __init__(self, schema: Schema, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._schema = schema
        self._language = language
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._state = self._drop_down(theme, self.tr("State of the article"))
        self._label = self._drop_down(theme, self.tr("Label"))
        self._feature = self._drop_down(theme, self.tr("Feature"))
        self._value = self._drop_down(theme, self.tr("Value"))
        self._annotator = self._drop_down(theme, self.tr("Annotator"))
        self._layout.addStretch(1)
        names = (self.tr("New"), self.tr("In progress"), self.tr("Done"), self.tr("Skipped"))
        _fill(self._state, self.tr("Any state"), zip(_STATES, names, strict=True))
        labels = [(label.name, localised(label.names, language)) for label in schema.labels]
        _fill(self._label, self.tr("Any label"), labels)
        self._fill_features()
        self._label.currentIndexChanged.connect(self._label_changed)
        self._feature.currentIndexChanged.connect(self._feature_changed)
        for drop_down in (self._state, self._value, self._annotator):
            drop_down.currentIndexChanged.connect(self.changed)

    def set_annotators(self, annotators: Sequence[Annotator]) -> None:
        """Offer these people; who was chosen stays chosen."""
        chosen = self._annotator.currentData()
        names = [(annotator.id, annotator.name) for annotator in annotators]
        _fill(self._annotator, self.tr("Anybody"), names)
        self._annotator.setCurrentIndex(max(self._annotator.findData(chosen), 0))

    def set_for_annotations(self, annotations: bool) -> None:
        """Show the filters of annotations, or only those of articles."""
        for drop_down in (self._label, self._feature, self._value, self._annotator):
            drop_down.setVisible(annotations)
        self._show_value()

    @property
    def state(self) -> DocumentState | None:
        """The state that articles are to be in."""
        return self._state.currentData()  # type: ignore[no-any-return] # what was put in

    @property
    def feature(self) -> FeatureDef | None:
        """The feature that is filtered by."""
        label = self._schema.label_named.get(self._label.currentData())
        return label.feature_named.get(self._feature.currentData()) if label else None

    def wanted(self, words: str) -> AnnotationFilter:
        """The filter for annotations with these folded words."""
        return AnnotationFilter(
            words=words,
            label=self._label.currentData(),
            feature=self._feature.currentData(),
            value=self._value.currentData(),
            annotator_id=self._annotator.currentData(),
            state=self.state,
        )

    def _drop_down(self, theme: Theme, name: str) -> DropDown:
        made = DropDown(theme, self)
        made.setAccessibleName(name)
        made.setToolTip(name)
        self._layout.addWidget(made)
        return made

    def _label_changed(self) -> None:
        self._fill_features()
        self.changed.emit()

    def _feature_changed(self) -> None:
        self._fill_values()
        self.changed.emit()

    def _fill_features(self) -> None:
        label = self._schema.label_named.get(self._label.currentData())
        features = [f for f in label.features if f.shown] if label else []
        names = [(f.name, localised(f.names, self._language)) for f in features]
        _fill(self._feature, self.tr("Any feature"), names)
        self._feature.setEnabled(bool(features))
        self._fill_values()

    def _fill_values(self) -> None:
        feature = self.feature
        values = value_names(feature, self._language) if feature is not None else {}
        _fill(self._value, self.tr("Any value"), values.items())
        self._show_value()

    def _show_value(self) -> None:
        self._value.setVisible(self._value.count() > 1 and not self._label.isHidden())


def value_names(feature: FeatureDef, language: str) -> dict[str, str]:
    """The values of a feature that is chosen from a few, with what they are called."""
    if feature.type == "boolean":
        return {"1": "✓", "0": "✗"}
    if feature.type != "enum":
        return {}
    return {choice.name: localised(choice.names, language) for choice in feature.values}


def _fill(drop_down: DropDown, any_: str, items: Iterable[tuple[str, str]]) -> None:
    """Offer ``items``, and first what does not narrow; nothing is told."""
    before = drop_down.blockSignals(True)
    drop_down.clear()
    drop_down.addItem(any_, None)
    for data, text in items:
        drop_down.addItem(text, data)
    drop_down.blockSignals(before)
