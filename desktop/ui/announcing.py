"""What is selected in words, for those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.model.values import Features
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.desk import Desk
from desktop.ui.language import localised
from desktop.ui.panels.feature_text import feature_texts

_LONGEST = 500


class Announcing(QObject):
    """Has a newly selected annotation, or selected text, said by a screen reader, if there is one.

    What was said last is the description of the article.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._schema = desk.bridge.session.schema
        self._said = ""
        desk.annotation_shown.connect(self._shown)
        desk.view.selection_changed.connect(self._selected)

    def words(self, annotation: Annotation) -> str:
        """Label, text and features."""
        return self._words(annotation.label, annotation.quote, annotation.features)

    def suggestion_focused(self, suggestion: Suggestion | None) -> None:
        """Have the suggestion that came into focus said."""
        if QAccessible.isActive() and suggestion is not None:
            quote = suggestion.span.slice(self._desk.text)
            said = self.tr("Suggestion. {words}")
            words = self._words(suggestion.label, quote, suggestion.features)
            self._say(said.format(words=words))

    def _words(self, label_name: str, quote: str, features: Features) -> str:
        label = self._schema.label_named.get(label_name)
        name = localised(label.names, self._desk.language) if label else label_name
        said = f"{name}: {quote[:_LONGEST]}"
        if label is None:
            return said
        values = feature_texts(label, features, self._desk.text, self._desk.language)
        return ". ".join([said, *(f"{feature} {words}" for feature, words in values)])

    def _shown(self, annotation: Annotation | None) -> None:
        if QAccessible.isActive() and self._desk.view.selection is None:
            self._say(self.words(annotation) if annotation is not None else "")

    def _selected(self, span: Span | None) -> None:
        if QAccessible.isActive() and span is not None:
            said = self.tr("Selected: {text}")
            self._say(said.format(text=span.slice(self._desk.text)[:_LONGEST]))

    def _say(self, words: str) -> None:
        if words == self._said:
            return
        self._said = words
        self._desk.view.setAccessibleDescription(words)
        if words:
            event = QAccessibleAnnouncementEvent(self._desk.view, words)
            QAccessible.updateAccessibility(event)
