"""The selected annotation: its text, label, features, relations, and who made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.korean.name_index import NameIndex
from desktop.model.project import Annotation
from desktop.model.schema import LabelDef, Schema
from desktop.ui.item_models.entity_model import EntityModel
from desktop.ui.language import localised
from desktop.ui.panels.annotation_form import AnnotationForm
from desktop.ui.panels.claim_facts import ClaimFactsView
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.place_editors import TextSlice
from desktop.ui.panels.quote_view import QuoteView
from desktop.ui.panels.relation_rows import RelationRow, RelationRows
from desktop.ui.panels.roles import set_role
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.tab_stops import order_tab_stops
from desktop.ui.theme import Theme

_AHEAD_MS = 250


class AnnotationCard(QWidget):
    """The forms are made once a label: one after the other while nothing else happens."""

    feature_changed = Signal(str, str, object)
    label_requested = Signal(str, str)
    delete_requested = Signal(str)
    relation_delete_requested = Signal(str)
    annotation_requested = Signal(str)
    link_requested = Signal(str)
    speaker_requested = Signal(str)
    entity_create_requested = Signal(str, str)
    part_from_selection_requested = Signal(str, str, str)

    def __init__(
        self, schema: Schema, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._schema = schema
        self._theme = theme
        self._language = language
        self._annotation: Annotation | None = None
        self._annotators: Mapping[str, str] = {}
        self._registry: NameIndex | None = None
        self._entities = EntityModel(self)
        self._forms: dict[str, AnnotationForm] = {}
        self._form: AnnotationForm | None = None
        self._arrange()
        self._ahead = QTimer(self)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()

    @property
    def form(self) -> AnnotationForm | None:
        """The form that is shown."""
        return self._form

    def set_annotators(self, names: Mapping[str, str]) -> None:
        """Annotator id → name, for the line that says who made an annotation."""
        self._annotators = names

    def show_annotation(
        self,
        annotation: Annotation,
        relations: Sequence[RelationRow],
        registry: NameIndex,
        text_slice: TextSlice,
    ) -> None:
        """Show an annotation; what was typed for another one is sent first."""
        same = self._annotation is not None and self._annotation.id == annotation.id
        if not same:
            self.leave()
        self._annotation = annotation
        self._show_label(annotation)
        if self._form is not None:
            if self._label_has_entity[annotation.label]:
                self._set_registry(registry)
            self._form.show_features(annotation.features, text_slice, keep_typing=same)
        if self._rows.show_rows(relations):
            order_tab_stops(self)
        self._who.setText(self._provenance(annotation))

    def flush(self) -> None:
        """Send what was typed and not taken yet."""
        if self._form is not None and self._annotation is not None:
            self._form.flush()

    def leave(self) -> None:
        """Send what was typed; the annotation is not the selected one any more."""
        left, self._annotation = self._annotation, None
        if self._form is None or left is None:
            return
        # Taken first, sent then: whoever takes it may show another annotation at once.
        for name, value in self._form.take_typed():
            self.feature_changed.emit(left.id, name, value)

    # Building

    def _arrange(self) -> None:
        self._label_has_entity = {
            label.name: any(feature.type == "entity" for feature in label.features)
            for label in self._schema.labels
        }
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._heading, "caption")
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._quote = QuoteView(self._theme, self)
        self._labels = Segments(
            [
                Option(label.name, localised(label.names, self._language), label.style.hue)
                for label in self._schema.labels
            ],
            self._theme,
            self.tr("Label"),
            clearable=False,
            parent=self,
        )
        self._labels.chosen.connect(self._label_chosen)
        self._form_place = QVBoxLayout()
        self.claim = ClaimFactsView(self._schema, self._theme, self._language, self)
        self.claim.speaker_requested.connect(self._speaker_wished)
        self.claim.annotation_requested.connect(self.annotation_requested)
        self._rows = RelationRows(self._schema, self._theme, self._language, self)
        self._rows.annotation_requested.connect(self.annotation_requested)
        self._rows.delete_requested.connect(self.relation_delete_requested)
        self._who = QLabel(self)
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        self._who.setWordWrap(True)
        set_role(self._who, "caption")
        delete = FlatButton(self.tr("Delete annotation"), self._theme, self, key="Del")
        delete.clicked.connect(self._delete_clicked)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._quote)
        column.addWidget(self._labels)
        column.addWidget(self.claim)
        column.addLayout(self._form_place)
        column.addSpacing(6)
        column.addLayout(self._make_relations_heading())
        column.addWidget(self._rows)
        column.addSpacing(6)
        column.addWidget(self._who)
        column.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _make_relations_heading(self) -> QHBoxLayout:
        caption = QLabel(self.tr("Relations"), self)
        set_role(caption, "caption")
        link = FlatButton(self.tr("Link…"), self._theme, self, key="R")
        link.setToolTip(self.tr("Relate this annotation to another one (R)"))
        link.clicked.connect(self._link_clicked)
        line = QHBoxLayout()
        line.addWidget(caption, 1)
        line.addWidget(link)
        return line

    # Showing

    def _show_label(self, annotation: Annotation) -> None:
        label = self._schema.label_named.get(annotation.label)
        name = localised(label.names, self._language) if label else annotation.label
        heading = self.tr("Selected {label}").format(label=name)
        if self._heading.text() != heading:
            self._heading.setText(heading)
        self._quote.show_quote(annotation.quote, label.style.hue if label else "grey")
        self._labels.set_value(annotation.label)
        form = self._form_of(label) if label else None
        if form is not self._form:
            if self._form is not None:
                # Hiding takes the focus, and a field that loses it sends what was typed.
                self._form.take_typed()
                self._form.hide()
            if form is not None:
                form.show()
            self._form = form

    def _form_of(self, label: LabelDef) -> AnnotationForm:
        if label.name not in self._forms:
            form = AnnotationForm(label, self._entities, self._theme, self._language, self)
            form.feature_changed.connect(self._feature_changed)
            form.entity_create_requested.connect(self._entity_wished)
            form.part_from_selection_requested.connect(self._part_wished)
            self._form_place.addWidget(form)
            self._forms[label.name] = form
            order_tab_stops(self)
        return self._forms[label.name]

    def _make_ahead(self) -> None:
        """Make one more form, so that the first gesture with its label need not wait for it."""
        missing = next((x for x in self._schema.labels if x.name not in self._forms), None)
        if missing is None:
            self._ahead.stop()
        else:
            self._form_of(missing).hide()

    def _set_registry(self, registry: NameIndex) -> None:
        if registry is not self._registry:
            self._registry = registry
            self._entities.set_index(registry)

    def _provenance(self, annotation: Annotation) -> str:
        made = datetime.fromisoformat(annotation.created_at.replace("Z", "+00:00")).astimezone()
        kind, _, detail = annotation.origin.partition(":")
        origins = {
            "human": self.tr("by hand"),
            "rule": self.tr("rule {name}").format(name=detail),
            "imported": self.tr("imported ({name})").format(name=detail),
        }
        who = self._annotators.get(annotation.annotator_id, "")
        parts = (who, made.strftime("%Y.%m.%d %H:%M"), origins.get(kind, annotation.origin))
        return " · ".join(part for part in parts if part)

    # Wishes

    def _feature_changed(self, name: str, value: object) -> None:
        self.feature_changed.emit(self._id(), name, value)

    def _entity_wished(self, name: str) -> None:
        self.entity_create_requested.emit(self._id(), name)

    def _part_wished(self, feature: str, part: str) -> None:
        self.part_from_selection_requested.emit(self._id(), feature, part)

    def _label_chosen(self, label: object) -> None:
        self.flush()
        self.label_requested.emit(self._id(), label)

    def _delete_clicked(self) -> None:
        self.delete_requested.emit(self._id())

    def _speaker_wished(self) -> None:
        self.speaker_requested.emit(self._id())

    def _link_clicked(self) -> None:
        self.link_requested.emit(self._id())

    def _id(self) -> str:
        assert self._annotation is not None
        return self._annotation.id
