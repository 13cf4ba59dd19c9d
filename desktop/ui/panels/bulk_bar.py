"""What can be done with many annotations at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.model.schema import FeatureDef, Schema
from desktop.model.search import AnnotationRow
from desktop.ui.language import localised


class BulkBar(QWidget):
    """Offers another label, values of features that the chosen have in common, and deletion."""

    label_requested = Signal(str)
    """The label that the chosen annotations are to have."""
    feature_requested = Signal(str, object)
    """A feature and its value; None takes the value away."""
    delete_requested = Signal()
    """The chosen annotations are to go."""

    def __init__(self, schema: Schema, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._schema = schema
        self._language = language
        self._labels = QMenu(self)
        for label in schema.labels:
            self._labels.addAction(localised(label.names, language)).setData(label.name)
        self._labels.triggered.connect(self._label_chosen)
        self._features = QMenu(self)
        self._features.triggered.connect(self._value_chosen)
        self._label = QPushButton(self.tr("Label"), self)
        self._label.setMenu(self._labels)
        self._feature = QPushButton(self.tr("Feature"), self)
        self._feature.setMenu(self._features)
        self._delete = QPushButton(self.tr("Delete"), self)
        self._delete.setProperty("kind", "danger")
        self._delete.clicked.connect(self.delete_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button in (self._label, self._feature, self._delete):
            layout.addWidget(button)
        self.set_chosen((), possible=False)

    def set_chosen(self, rows: Sequence[AnnotationRow], *, possible: bool) -> None:
        """Offer what can be done with these annotations, if anything can."""
        labels = {row.label for row in rows}
        label = self._schema.label_named.get(labels.pop()) if len(labels) == 1 else None
        self._features.clear()
        for feature in label.features if label is not None else ():
            if feature.shown:
                self._add_feature(feature)
        for button in (self._label, self._delete):
            button.setEnabled(possible)
        self._feature.setEnabled(possible and not self._features.isEmpty())

    def _add_feature(self, feature: FeatureDef) -> None:
        values: list[tuple[str, object]] = [
            (localised(choice.names, self._language), choice.name)
            for choice in (feature.values if feature.type == "enum" else ())
        ]
        if feature.type == "boolean":
            values = [("✓", True), ("✗", False)]
        menu = self._features.addMenu(localised(feature.names, self._language))
        for text, value in values:
            menu.addAction(text.replace("&", "&&")).setData((feature.name, value))
        if values:
            menu.addSeparator()
        menu.addAction(self.tr("No value")).setData((feature.name, None))

    def _label_chosen(self, action: QAction) -> None:
        self.label_requested.emit(action.data())

    def _value_chosen(self, action: QAction) -> None:
        name, value = action.data()
        self.feature_requested.emit(name, value)
