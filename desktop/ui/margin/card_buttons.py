"""The cards for the keyboard and for assistive technology: a button without looks over each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.margin.card import Card
from desktop.ui.tab_stops import tab_stops


class CardButton(QAbstractButton):
    """Stands where a card is drawn. The mouse passes through it."""

    focus_changed = Signal()
    left = Signal()
    """Escape: the keyboard goes back to the article."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card: Card | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def stand_for(self, card: Card, rect: QRectF) -> None:
        """Stand for a card that is drawn there."""
        if card != self.card:
            self.card = card
            self.setAccessibleName(", ".join(card.words))
        self.setGeometry(rect.toAlignedRect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the column draws the card."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar open the card; other keys must not reach the article."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Tab goes on from here; the article, in which the column stands, keeps Tab to itself."""
        for stop in tab_stops(self, forward=next):
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusOutEvent(event)
        self.focus_changed.emit()


class CardButtons:
    """As many buttons as cards were ever drawn at once, in the order of the text."""

    def __init__(self, column: QWidget, view: QWidget) -> None:
        """``view`` is the article, which they follow in the order of Tab."""
        self._column = column
        self._view = view
        self._buttons: list[CardButton] = []

    def place(self, places: Sequence[tuple[Card, QRectF]]) -> list[CardButton]:
        """Put a button over each card; those that are new."""
        made = [CardButton(self._column) for _ in places[len(self._buttons) :]]
        for button in made:
            QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._view, button)
            self._buttons.append(button)
        for button, (card, rect) in zip(self._buttons, places, strict=False):
            button.stand_for(card, rect)
        for button in self._buttons[len(places) :]:
            if button.hasFocus():
                button.left.emit()
            button.hide()
        return made

    def focus(self, card_id: str | None) -> bool:
        """Give the keyboard to a card or, when it is not there, to the first; False without any."""
        shown = [b for b in self._buttons if b.isVisible() and b.card is not None]
        wanted = [b for b in shown if b.card is not None and b.card.id == card_id]
        for button in wanted or shown[:1]:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(shown)

    @property
    def focused(self) -> Card | None:
        """The card that has the keyboard."""
        return next((button.card for button in self._buttons if button.hasFocus()), None)
