"""The suggestion in focus: its text, what is proposed of it, which rule says so, what it makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.schema import Schema
from desktop.suggestions.rules import RULES
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.bindings import Bindings
from desktop.ui.language import localised
from desktop.ui.panels.feature_text import feature_texts
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.flow_layout import FlowLayout
from desktop.ui.panels.quote_view import QuoteView
from desktop.ui.panels.roles import CAPTION_WIDTH, set_role
from desktop.ui.panels.suggestion_keys import on_cap
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.session.accepting import Acceptance


class SuggestionCard(QWidget):
    """Shows one suggestion; its buttons ask for actions of the table."""

    action_requested = Signal(str)
    """The name of an action of the table."""

    def __init__(
        self, schema: Schema, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._schema = schema
        self._language = language
        self._heading = _label("caption", self)
        self._quote = QuoteView(theme, self)
        self._features = QFormLayout()
        self._features.setContentsMargins(0, 0, 0, 0)
        self._features.setHorizontalSpacing(7)
        self._features.setVerticalSpacing(5)
        self._features.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._makes = _label("quiet_box", self)
        self._rule = _label("caption", self)
        self._buttons: dict[str, FlatButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._quote)
        column.addLayout(self._features)
        column.addWidget(self._makes)
        column.addWidget(self._make_buttons(theme))
        column.addWidget(self._rule)
        column.addStretch(1)

    def show_suggestion(
        self, suggestion: Suggestion, text: str, alone: Acceptance, whole: Acceptance
    ) -> None:
        """Show a suggestion of the article ``text``.

        ``alone`` and ``whole`` are what accepting it, and the attribution it is in, would make.
        """
        label = self._schema.label_named[suggestion.label]
        name = localised(label.names, self._language)
        self._heading.setText(self.tr("Suggested {label}").format(label=name))
        self._quote.show_quote(suggestion.span.slice(text), label.style.hue)
        self._show_features(list(feature_texts(label, suggestion.features, text, self._language)))
        lines = [self.tr("Makes: {what}").format(what=self._in_words(alone))]
        grouped = len(whole.made) > 1
        if grouped:
            said = self.tr("Whole attribution: {what}")
            lines.append(said.format(what=self._in_words(whole)))
        self._makes.setText("\n".join(lines))
        self._buttons["accept_attribution"].setVisible(grouped)
        self._rule.setText(self._rule_text(suggestion))

    def _show_features(self, shown: Sequence[tuple[str, str]]) -> None:
        while len(self._rows) < len(shown):
            name, value = _label("secondary", self), _label("fact", self)
            name.setFixedWidth(CAPTION_WIDTH)
            self._features.addRow(name, value)
            self._rows.append((name, value))
        for index, (name, value) in enumerate(self._rows):
            used = index < len(shown)
            if used:
                name.setText(shown[index][0])
                value.setText(shown[index][1])
            self._features.setRowVisible(index, used)

    def _in_words(self, acceptance: Acceptance) -> str:
        counts: dict[str, int] = {}
        for made in acceptance.made:
            counts[made.suggestion.label] = counts.get(made.suggestion.label, 0) + 1
        parts = [
            f"{localised(label.names, self._language)} {counts[label.name]}"
            for label in self._schema.labels
            if label.name in counts
        ]
        if acceptance.relations:
            parts.append(self.tr("relations {count}").format(count=len(acceptance.relations)))
        entry = self.tr("registry entry {name}")
        parts += [entry.format(name=entity.canonical_name) for entity in acceptance.entities]
        return ", ".join(parts)

    def _rule_text(self, suggestion: Suggestion) -> str:
        rule = RULES.get(suggestion.rule)
        if rule is None:
            return self.tr("Suggested by a file: {name}").format(name=suggestion.version)
        said = self.tr("Rule: {name} ({id}, version {version})")
        return said.format(
            name=localised(rule.names, self._language), id=rule.id, version=suggestion.version
        )

    def set_bindings(self, bindings: Bindings) -> None:
        """Show these keys on the buttons."""
        for name, button in self._buttons.items():
            button.set_key(on_cap(bindings.shown(name)))

    def _make_buttons(self, theme: Theme) -> QWidget:
        texts = {
            "accept_suggestion": self.tr("Accept"),
            "accept_attribution": self.tr("Whole attribution"),
            "edit_suggestion": self.tr("Edit"),
            "reject_suggestion": self.tr("Reject"),
        }
        holder = QWidget(self)
        row = FlowLayout(holder)
        for name, text in texts.items():
            button = FlatButton(text, theme, holder, framed=True)
            button.setObjectName(name)
            button.clicked.connect(self._clicked)
            row.addWidget(button)
            self._buttons[name] = button
        return holder

    def _clicked(self) -> None:
        self.action_requested.emit(self.sender().objectName())


def _label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role)
    return label
