"""The right panel: the selected annotation, else the article, else what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.korean.name_index import NameIndex
from desktop.model.project import Annotation, Annotator, Document
from desktop.model.schema import Schema
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings
from desktop.ui.panels.document_card import DocumentCard
from desktop.ui.panels.notice import Notice
from desktop.ui.tab_stops import order_tab_stops
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.session.accepting import Acceptance
    from desktop.ui.panels.annotation_card import AnnotationCard
    from desktop.ui.panels.claim_facts import ClaimFacts
    from desktop.ui.panels.place_editors import TextSlice
    from desktop.ui.panels.relation_rows import RelationRow
    from desktop.ui.panels.suggestion_card import SuggestionCard

_MARGIN = 16
_AHEAD_MS = 250


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
        self._schema = schema
        self._theme = theme
        self._language = language
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
        self._card: AnnotationCard | None = None
        self._annotators: Mapping[str, str] = {}
        self._suggestion: SuggestionCard | None = None
        self._on_suggestion = False
        self._bindings = DEFAULT_BINDINGS
        self._document_page = _scrolled(self._document)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self._document_page)
        theme.changed.connect(self.update)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._shown_card)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page of annotations is made ahead, but not before the first picture."""
        super().paintEvent(event)
        if self._card is None and not self._ahead.isActive():
            self._ahead.start()

    def _shown_card(self) -> AnnotationCard:
        """The page of annotations: made for the first one, or before while nothing happens."""
        if self._card is None:
            from desktop.ui.panels.annotation_card import AnnotationCard

            self._card = card = AnnotationCard(self._schema, self._theme, self._language)
            card.set_annotators(self._annotators)
            card.feature_changed.connect(self.feature_changed)
            card.label_requested.connect(self.label_requested)
            card.delete_requested.connect(self.delete_requested)
            card.relation_delete_requested.connect(self.relation_delete_requested)
            card.annotation_requested.connect(self.annotation_requested)
            card.link_requested.connect(self.link_requested)
            card.speaker_requested.connect(self.speaker_requested)
            card.entity_create_requested.connect(self.entity_create_requested)
            card.part_from_selection_requested.connect(self.part_from_selection_requested)
            self._card_page = _scrolled(card)
            self._pages.addWidget(self._card_page)
            order_tab_stops(self)
        return self._card

    def _shown_suggestion_card(self) -> SuggestionCard:
        """Likewise the page of suggestions, made for the first one."""
        if self._suggestion is None:
            from desktop.ui.panels.suggestion_card import SuggestionCard

            self._suggestion = SuggestionCard(self._schema, self._theme, self._language)
            self._suggestion.set_bindings(self._bindings)
            self._suggestion.action_requested.connect(self.suggestion_action_requested)
            self._suggestion_page = _scrolled(self._suggestion)
            self._pages.addWidget(self._suggestion_page)
            order_tab_stops(self)
        return self._suggestion

    def set_annotators(self, annotators: Iterable[Annotator]) -> None:
        """Who may stand on an annotation, for the line that says who made it."""
        self._annotators = {annotator.id: annotator.name for annotator in annotators}
        if self._card is not None:
            self._card.set_annotators(self._annotators)

    def set_bindings(self, bindings: Bindings) -> None:
        """Show these keys on the suggestion's card."""
        self._bindings = bindings
        if self._suggestion is not None:
            self._suggestion.set_bindings(bindings)

    def show_nothing(self) -> None:
        """No article is on the page."""
        self._show(self._nothing)

    def show_document(self, document: Document) -> None:
        """No annotation is selected: show the article, unless a suggestion is in focus."""
        if self._on_suggestion:
            return
        self._show(self._document_page)
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
        self._shown_card().show_annotation(annotation, relations, registry, text_slice)
        self._show(self._card_page)

    def show_claim(self, facts: ClaimFacts | None) -> None:
        """Show what the claim that is shown comes to; None for what is no claim."""
        self._shown_card().claim.show_facts(facts)

    def show_suggestion(
        self, suggestion: Suggestion, text: str, alone: Acceptance, whole: Acceptance
    ) -> None:
        """A suggestion is in focus: show it; see :meth:`SuggestionCard.show_suggestion`."""
        self._shown_suggestion_card().show_suggestion(suggestion, text, alone, whole)
        self._on_suggestion = True
        self._show(self._suggestion_page)

    def leave_suggestion(self) -> None:
        """No suggestion is in focus any more; what is to be shown follows."""
        self._on_suggestion = False

    def flush(self) -> None:
        """Send what was typed and not sent yet, before saving, exporting, undoing or closing."""
        if self._card is not None:
            self._card.flush()
        self._document.flush()

    def _show(self, page: QWidget) -> None:
        if self._card is not None and page is not self._card_page:
            self._card.leave()
        if page is not self._document_page:
            self._document.flush()
        self._pages.setCurrentWidget(page)


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
