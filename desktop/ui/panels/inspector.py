"""The right panel: the selected annotation, else the article, else what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.korean.name_index import NameIndex
from desktop.model.project import Annotation, Annotator, Document
from desktop.model.schema import Schema
from desktop.session.accepting import Acceptance
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.bindings import Bindings
from desktop.ui.panels.annotation_card import AnnotationCard
from desktop.ui.panels.claim_facts import ClaimFacts
from desktop.ui.panels.document_card import DocumentCard
from desktop.ui.panels.notice import Notice
from desktop.ui.panels.place_editors import TextSlice
from desktop.ui.panels.relation_rows import RelationRow
from desktop.ui.panels.suggestion_card import SuggestionCard
from desktop.ui.theme import Theme

__all__ = ["Inspector", "RelationRow"]

_MARGIN = 16


class Inspector(QWidget):
    """Shows what it is given; emits what the user wants changed."""

    feature_changed = Signal(str, str, object)
    """An annotation's id, a feature's name and its new value; None takes the feature away."""
    label_requested = Signal(str, str)
    """An annotation's id and the name of the label it is to have."""
    delete_requested = Signal(str)
    """An annotation's id."""
    relation_delete_requested = Signal(str)
    """A relation's id."""
    annotation_requested = Signal(str)
    """The id of an annotation to jump to."""
    link_requested = Signal(str)
    """The id of the annotation from which a relation is to lead."""
    speaker_requested = Signal(str)
    """The id of the claim whose speaker is to be chosen."""
    entity_create_requested = Signal(str, str)
    """An annotation's id and the name of a registry entry to make for it."""
    part_from_selection_requested = Signal(str, str, str)
    """An annotation's id, a feature and the part to be set from the selection; the part is empty
    for a feature that is one span."""
    suggestion_action_requested = Signal(str)
    """The name of an action that a button of the suggestion's card asks for."""
    state_requested = Signal(str, str)
    """An article's id and the state it is to have."""
    note_requested = Signal(str, str)
    """An article's id and the note it is to have."""

    def __init__(
        self, schema: Schema, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(250)
        self._card = AnnotationCard(schema, theme, language)
        self._card.feature_changed.connect(self.feature_changed)
        self._card.label_requested.connect(self.label_requested)
        self._card.delete_requested.connect(self.delete_requested)
        self._card.relation_delete_requested.connect(self.relation_delete_requested)
        self._card.annotation_requested.connect(self.annotation_requested)
        self._card.link_requested.connect(self.link_requested)
        self._card.speaker_requested.connect(self.speaker_requested)
        self._card.entity_create_requested.connect(self.entity_create_requested)
        self._card.part_from_selection_requested.connect(self.part_from_selection_requested)
        keys = _keys(schema)
        hint = self.tr("Select text and press {keys}. Click a mark to see it here.")
        self._document = DocumentCard(theme, hint.format(keys=keys))
        self._document.state_requested.connect(self.state_requested)
        self._document.note_requested.connect(self.note_requested)
        self._nothing = Notice(
            self.tr("No article is open"), self.tr("Choose one on the left, or import one.")
        )
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._make_suggestion_card = partial(SuggestionCard, schema, theme, language)
        self._suggestion: SuggestionCard | None = None
        self._on_suggestion = False
        self._bindings = Bindings()
        for page in (self._nothing, _scrolled(self._document), _scrolled(self._card)):
            self._pages.addWidget(page)
        theme.changed.connect(self.update)

    def set_annotators(self, annotators: Iterable[Annotator]) -> None:
        """Who may stand on an annotation, for the line that says who made it."""
        self._card.set_annotators({annotator.id: annotator.name for annotator in annotators})

    def set_bindings(self, bindings: Bindings) -> None:
        """Show these keys on the suggestion's card."""
        self._bindings = bindings
        if self._suggestion is not None:
            self._suggestion.set_bindings(bindings)

    def show_nothing(self) -> None:
        """No article is on the page."""
        self._show(0)

    def show_document(self, document: Document) -> None:
        """No annotation is selected: show the article, unless a suggestion is in focus."""
        if self._on_suggestion:
            return
        self._show(1)
        self._document.show_document(document)

    def show_annotation(
        self,
        annotation: Annotation,
        relations: Sequence[RelationRow],
        registry: NameIndex,
        text_slice: TextSlice,
    ) -> None:
        """Show an annotation as it is now, with its relations.

        ``registry`` is the whole registry, ``text_slice`` gives slices of the article's text. When
        the annotation is shown already, text that is being typed stays.
        """
        self._card.show_annotation(annotation, relations, registry, text_slice)
        self._show(2)

    def show_claim(self, facts: ClaimFacts | None) -> None:
        """Show what the claim that is shown comes to; None for what is no claim."""
        self._card.claim.show_facts(facts)

    def show_suggestion(
        self, suggestion: Suggestion, text: str, alone: Acceptance, whole: Acceptance
    ) -> None:
        """A suggestion is in focus: show it; see :meth:`SuggestionCard.show_suggestion`."""
        if self._suggestion is None:
            self._suggestion = self._make_suggestion_card()
            self._suggestion.set_bindings(self._bindings)
            self._suggestion.action_requested.connect(self.suggestion_action_requested)
            self._pages.addWidget(_scrolled(self._suggestion))
        self._suggestion.show_suggestion(suggestion, text, alone, whole)
        self._on_suggestion = True
        self._show(3)

    def leave_suggestion(self) -> None:
        """No suggestion is in focus any more; what is to be shown follows."""
        self._on_suggestion = False

    def flush(self) -> None:
        """Send what was typed and not sent yet, before saving, exporting, undoing or closing."""
        self._card.flush()
        self._document.flush()

    def _show(self, page: int) -> None:
        if page != 2:
            self._card.leave()
        if page != 1:
            self._document.flush()
        self._pages.setCurrentIndex(page)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(_MARGIN, 14, _MARGIN, _MARGIN)
    column.addWidget(widget)
    area.setWidget(holder)
    return area


def _keys(schema: Schema) -> str:
    """The labels' keys in short: ``1–5``, or a list when some are left out."""
    keys = sorted(int(label.key) for label in schema.labels)
    if len(keys) > 2 and keys[-1] - keys[0] == len(keys) - 1:
        return f"{keys[0]}–{keys[-1]}"
    return ", ".join(map(str, keys))
