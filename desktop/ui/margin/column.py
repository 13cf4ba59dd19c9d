"""The column of cards at the right of the page, or a slim rail where there is no room for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from desktop.model.schema import Hue
from desktop.ui.margin.card import Card
from desktop.ui.margin.card_buttons import CardButton, CardButtons
from desktop.ui.margin.card_painter import CardPainter
from desktop.ui.margin.placing import kept_around, placed
from desktop.ui.panels.painting import paint_focus
from desktop.ui.theme import Theme

CARD_WIDTH = 176
GAP = 14
"""Between the page and the cards; the connectors run there."""

COLUMN_WIDTH = GAP + CARD_WIDTH + 10
RAIL_WIDTH = 20

_BETWEEN = 8.0
_EDGE = 6.0
_DOT = 8.0

LineOf = Callable[[int], tuple[float, float]]
"""Of the line of text that holds an offset: its top, and where a card is tied to it; in pixels."""


@dataclass(frozen=True, slots=True)
class _Shown:
    card: Card
    rect: QRectF
    line: float
    compact: bool


class MarginColumn(QWidget):
    """Draws the cards of what is visible; emits what is pointed at and clicked."""

    pointed_at = Signal(object)
    """The :class:`Card` under the pointer, or None."""
    clicked = Signal(object)
    """A :class:`Card`."""

    def __init__(
        self, theme: Theme, claim_hue: Hue, line_of: LineOf, view: QAbstractScrollArea
    ) -> None:
        """``view`` is the article, beside which the column stands."""
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._claim_hue: Hue = claim_hue
        self._line_of = line_of
        self._cards: Sequence[Card] = ()
        self._shown: list[_Shown] | None = None
        self._selected: str | None = None
        self._hovered: str | None = None
        self._key = ""
        self._painter: CardPainter | None = None
        self.setObjectName("margin")
        self._buttons = CardButtons(self, view)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Cards of the claims"))
        theme.changed.connect(self._theme_changed)

    @property
    def is_rail(self) -> bool:
        """True where only a mark for each claim has room."""
        return self.width() < COLUMN_WIDTH

    @property
    def cards(self) -> Sequence[Card]:
        """The cards of what is visible."""
        return self._cards

    def show_cards(self, cards: Sequence[Card], selected: str | None, quote_key: str) -> None:
        """Show cards in the order of the text; ``quote_key`` marks the first open quotation."""
        if (cards, selected, quote_key) == (self._cards, self._selected, self._key):
            return
        self._cards, self._selected, self._key = cards, selected, quote_key
        if self._hovered is not None and all(card.id != self._hovered for card in cards):
            self._hover(None)
        self.moved()

    def moved(self) -> None:
        """The text moved under the cards: place them again."""
        self._shown = None
        self.update()

    def place_buttons(self) -> None:
        """Let the keyboard and assistive technology find the cards where they are drawn now."""
        for button in self._buttons.place([(s.card, s.rect) for s in self._places()]):
            button.clicked.connect(self._button_clicked)
            button.focus_changed.connect(self._focus_changed)
            button.left.connect(self._view.setFocus)

    def focus_card(self) -> bool:
        """Give the keyboard to the selected card or the first; False when there is none."""
        return self._buttons.focus(self._selected)

    def rect_of(self, card_id: str) -> QRectF | None:
        """Where a card is drawn; None when it has no room."""
        return next((s.rect for s in self._places() if s.card.id == card_id), None)

    def sizeHint(self) -> QSize:
        """As wide as the cards."""
        return QSize(COLUMN_WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has place."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.palette.window))
        if self.is_rail:
            self._paint_rail(painter)
            return
        cards = self._card_painter()
        first_quote = next((c.id for c in self._cards if c.kind == "quote"), None)
        for shown in self._places():
            lit = shown.card.id in (self._selected, self._hovered)
            if lit:
                self._paint_connector(painter, shown)
            key = self._key if shown.card.id == first_quote else ""
            cards.draw(painter, shown.card, shown.rect, compact=shown.compact, lit=lit, key=key)
            if shown.card == self._buttons.focused:
                paint_focus(painter, shown.rect, 6, self._theme.palette)

    def _paint_connector(self, painter: QPainter, shown: _Shown) -> None:
        """From the end of the line that the article draws to here, to the card."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.accent), 1.0))
        card = QPointF(shown.rect.left(), shown.rect.top() + 14)
        bend = GAP * 0.4
        painter.drawPolyline(
            [
                QPointF(0, shown.line),
                QPointF(bend, shown.line),
                QPointF(shown.rect.left() - 3, card.y()),
                card,
            ]
        )

    def _paint_rail(self, painter: QPainter) -> None:
        """A small mark beside each claim's first line."""
        palette = self._theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for shown in self._places():
            missing = any(chip.missing for chip in shown.card.chips)
            hue = palette.hues["red" if missing else self._claim_hue]
            lit = shown.card.id in (self._selected, self._hovered)
            painter.setBrush(QColor(hue.ink if lit or missing else hue.strong))
            if shown.card.kind == "quote":
                painter.drawRoundedRect(shown.rect, 2, 2)
            else:
                painter.drawEllipse(shown.rect)
            if shown.card == self._buttons.focused:
                paint_focus(painter, shown.rect.adjusted(-4, -4, 4, 4), 8, palette)
                painter.setPen(Qt.PenStyle.NoPen)

    # Places

    def _places(self) -> list[_Shown]:
        if self._shown is None:
            self._shown = self._rail() if self.is_rail else self._column()
        return self._shown

    def _rail(self) -> list[_Shown]:
        lines = [self._line_of(card.offset)[1] for card in self._cards]
        wanted = [(line - _DOT / 2, _DOT) for line in lines]
        tops = placed(wanted, _EDGE, self.height() - _EDGE, 2.0)
        if tops is None:
            tops = [top for top, _ in wanted]
        left = (self.width() - _DOT) / 2
        return [
            _Shown(card, QRectF(left, top, _DOT, _DOT), line, True)
            for card, top, line in zip(self._cards, tops, lines, strict=True)
        ]

    def _column(self) -> list[_Shown]:
        cards = list(self._cards)
        painter = self._card_painter()
        lines = [self._line_of(card.offset) for card in cards]
        for compact in (False, True):
            flags = [compact and card.id != self._selected for card in cards]
            heights = [
                painter.height(card, CARD_WIDTH, compact=flag)
                for card, flag in zip(cards, flags, strict=True)
            ]
            wanted = [(line[0] - 2, height) for line, height in zip(lines, heights, strict=True)]
            tops = placed(wanted, _EDGE, self.height() - _EDGE, _BETWEEN)
            if tops is not None:
                break
        else:
            return self._crowded(cards, lines)
        return [
            _Shown(card, QRectF(GAP, top, CARD_WIDTH, height), line[1], flag)
            for card, top, height, line, flag in zip(
                cards, tops, heights, lines, flags, strict=True
            )
        ]

    def _crowded(self, cards: list[Card], lines: list[tuple[float, float]]) -> list[_Shown]:
        """More claims than one-line cards have room: those around the selected one."""
        height = self._card_painter().height(cards[0], CARD_WIDTH, compact=True)
        room = int((self.height() - 2 * _EDGE) // (height + _BETWEEN))
        ids = [card.id for card in cards]
        middle = ids.index(self._selected) if self._selected in ids else len(cards) // 2
        kept = kept_around(len(cards), room, middle)
        wanted = [(lines[number][0] - 2, height) for number in kept]
        tops = placed(wanted, _EDGE, self.height() - _EDGE, _BETWEEN) or []
        return [
            _Shown(cards[n], QRectF(GAP, top, CARD_WIDTH, height), lines[n][1], True)
            for n, top in zip(kept, tops, strict=False)
        ]

    def _card_painter(self) -> CardPainter:
        if self._painter is None:
            self._painter = CardPainter(self.font(), self._theme.palette, self._claim_hue)
        return self._painter

    def _theme_changed(self) -> None:
        self._painter = None
        self.update()

    # The pointer

    def card_at(self, place: QPointF) -> Card | None:
        """The card under a point."""
        slack = 4.0 if self.is_rail else 0.0
        for shown in self._places():
            if shown.rect.adjusted(-slack, -slack, slack, slack).contains(place):
                return shown.card
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the card."""
        self._hover(self.card_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._hover(None)
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point at the card."""
        self._hover(self.card_at(event.position()))
        super().enterEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the card."""
        card = self.card_at(event.position())
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(card)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the article."""
        QApplication.sendEvent(self._view.viewport(), event)

    def event(self, event: QEvent) -> bool:
        """On the rail the tooltip says what a card would."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            card = self.card_at(QPointF(event.pos()))
            if card is not None and self.is_rail:
                QToolTip.showText(event.globalPos(), _told(card), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _button_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, CardButton)
        self.clicked.emit(button.card)

    def _focus_changed(self) -> None:
        """A card that has the keyboard is pointed at."""
        self._hover(self._buttons.focused)

    def _hover(self, card: Card | None) -> None:
        hovered = card.id if card is not None else None
        if hovered != self._hovered:
            self._hovered = hovered
            clickable = Qt.CursorShape.PointingHandCursor
            self.setCursor(clickable if card is not None else Qt.CursorShape.ArrowCursor)
            self.update()
            self.pointed_at.emit(card)


def _told(card: Card) -> str:
    lines = (card.title, *(chip.text for chip in card.chips))
    return f"<p>{'<br>'.join(map(escape, lines))}</p>"
