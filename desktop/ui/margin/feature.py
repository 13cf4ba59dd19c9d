"""The margin as a feature of the project's page: which cards there are, and what they lead to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QTimer

from desktop.korean.filling import filled_features
from desktop.korean.quotes import find_quotes
from desktop.model.project import ANNOTATED_ZONES, Annotation
from desktop.model.roles import roles_of
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.review.claim_checks import is_speech
from desktop.session.claim_view import ClaimView, claim_views
from desktop.ui.actions.bindings import Bindings
from desktop.ui.actions.handlers import Handler
from desktop.ui.article.overlay import Overlay, tie_y
from desktop.ui.desk import Desk
from desktop.ui.margin.card import Card, claim_card, quote_card
from desktop.ui.margin.column import COLUMN_WIDTH, RAIL_WIDTH, MarginColumn
from desktop.ui.panels.suggestion_keys import on_cap
from desktop.ui.registry import Registry
from desktop.ui.theme import Theme

_SOON = 24
"""Milliseconds after which cards follow a change: the page is painted by then."""

_NARROWEST = 0.8
"""A page may be this part of its usual width before the cards give way."""

_OVERLAY = "margin"


class Margin(QObject):
    """Keeps the column beside the page; what it costs depends on what is visible."""

    def __init__(self, desk: Desk, registry: Registry, theme: Theme) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = desk.view
        self._session = desk.bridge.session
        self._registry = registry
        self._schema = self._session.schema
        self._roles = roles_of(self._schema)
        self._key = ""
        self._quotes: dict[Span, list[Span]] = {}
        label = self._schema.label_named.get(self._roles.claim or "")
        hue = label.style.hue if label is not None else "blue"
        self.column = MarginColumn(theme, hue, self._line_of, self._view)
        self.column.pointed_at.connect(self._point)
        self.column.clicked.connect(self._open)
        self._pointed: Card | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)
        self._view.geometry_changed.connect(self._arrange)
        self._view.verticalScrollBar().valueChanged.connect(self._scrolled)
        desk.document_shown.connect(self._document_shown)
        desk.annotation_shown.connect(self._changed)
        desk.bridge.changed.connect(self._changed)
        registry.changed.connect(self._changed)

    def handlers(self) -> dict[str, Handler]:
        """One key marks the quotation that has no claim yet, another goes to the cards."""
        return {"mark_quote": self.mark_quote, "focus_cards": self.focus_cards}

    def set_bindings(self, bindings: Bindings) -> None:
        """Show these keys from now on."""
        self._key = on_cap(bindings.shown("mark_quote"))
        self._changed()

    def mark_quote(self) -> None:
        """Mark the first quotation on the screen in which no claim is marked."""
        quote = next(iter(self._open_quotes(self._view.visible_annotations())), None)
        if quote is None:
            self._desk.hint_changed.emit(self.tr("Every quotation on the screen is a claim."))
        else:
            self._mark(quote)

    def focus_cards(self) -> None:
        """Go to the card of the claim that is selected, or to the first; Escape leads back."""
        self.refresh()
        if not self.column.focus_card():
            self._desk.hint_changed.emit(self.tr("No claim on the screen has a card."))

    def refresh(self) -> None:
        """Bring the cards up to what is visible now."""
        self._soon.stop()
        if self._session.closed:
            return
        near = self._view.visible_annotations()
        span = self._view.visible_span()
        cards: list[Card] = []
        if span is not None:
            views = claim_views(self._desk.shown_records, near)
            find = self._registry.index.get
            cards = [
                _from(claim_card(view, self._schema, find, self._desk.language), view, span)
                for view in views
            ]
            cards += [quote_card(quote) for quote in self._open_quotes(near)]
            cards.sort(key=lambda card: card.offset)
        selected = self._selected_card(cards)
        self.column.show_cards(cards, selected.id if selected is not None else None, self._key)
        self.column.place_buttons()
        if self._pointed is not None:
            pointed = self._pointed.id
            self._pointed = next((card for card in cards if card.id == pointed), None)
        self._show_overlay(self._pointed or selected)

    # What is visible

    def _open_quotes(self, near: list[Annotation]) -> list[Span]:
        """The visible quotations of speech that no claim touches."""
        if self._roles.claim is None:
            return []
        claims = [a.span for a in near if a.label == self._roles.claim]
        quotes = (
            quote
            for block, kind in self._view.visible_block_spans()
            if kind in ANNOTATED_ZONES
            for quote in self._quotes_of(block)
        )
        return [q for q in quotes if not any(claim.overlaps(q) for claim in claims)]

    def _quotes_of(self, block: Span) -> list[Span]:
        if block not in self._quotes:
            text = self._desk.text
            self._quotes[block] = [
                quote.inner for quote in find_quotes(text, *block) if is_speech(text, quote)
            ]
        return self._quotes[block]

    def _selected_card(self, cards: list[Card]) -> Card | None:
        selected = self._view.selected_id
        if selected is None:
            return None
        return next((c for c in cards if c.claim is not None and c.claim.concerns(selected)), None)

    # What moves

    def _document_shown(self) -> None:
        self._quotes.clear()
        self._changed()

    def _changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _scrolled(self) -> None:
        self.column.moved()
        self._changed()

    def _arrange(self) -> None:
        """Page and column side by side in the middle, or a rail where there is no room."""
        margins = self._view.viewportMargins()
        total = self._view.viewport().width() + margins.left() + margins.right()
        usual, wanted, margin = self._view.page_measure()
        has_room = total - COLUMN_WIDTH >= min(usual, wanted) * _NARROWEST + 2 * margin
        width = COLUMN_WIDTH if has_room else RAIL_WIDTH
        slack = max(total - width - wanted - 2 * margin, 0.0)
        left = int(slack / 2)
        right = width + int(slack) - left
        self._view.set_margins(left, right)
        port = self._view.viewport().geometry()
        self.column.setGeometry(QRect(port.right() + 1, port.top(), width, port.height()))
        self.column.moved()
        self._changed()

    def _line_of(self, offset: int) -> tuple[float, float]:
        top, bottom = self._view.line_extent(offset)
        return top, tie_y(top, bottom)

    # What is pointed at and clicked

    def _point(self, card: Card | None) -> None:
        self._pointed = card
        self._show_overlay(card or self._selected_card(list(self.column.cards)))

    def _show_overlay(self, card: Card | None) -> None:
        overlay = None
        if card is not None:
            tied = None if self.column.is_rail else card.offset
            overlay = Overlay(pointed_at=card.spans, tied=tied)
        self._view.set_overlay(_OVERLAY, overlay)

    def _open(self, card: Card) -> None:
        self._view.setFocus()
        if card.claim is not None:
            self._desk.show_annotation(card.claim.id)
        elif card.quote is not None:
            self._mark(card.quote)

    def _mark(self, quote: Span) -> None:
        from desktop.session.commands import AddAnnotation

        document = self._desk.document
        if document is None or self._roles.claim is None:
            return
        label = self._schema.label_named[self._roles.claim]
        command = AddAnnotation(
            annotation_id=new_id(),
            document_id=document.id,
            label=label.name,
            span=quote,
            features=filled_features(label, self._desk.text, quote),
        )
        self._desk.bridge.do(command)


def _from(card: Card, view: ClaimView, visible: Span) -> Card:
    """The card beside the first part of its claim that is visible."""
    part = next((p for p in view.parts if p.end > visible.start), view.parts[0])
    return replace(card, offset=max(part.start, visible.start))
