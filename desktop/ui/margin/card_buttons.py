"""The cards for the keyboard and for assistive technology: a button without looks over each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.margin.card import Card


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
        widget = self._beside(self, next)
        while widget is not None and widget is not self:
            policy = widget.focusPolicy()
            if widget.isVisible() and widget.isEnabled() and policy & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            widget = self._beside(widget, next)
        return False

    @staticmethod
    def _beside(widget: QWidget, forward: bool) -> QWidget | None:
        return widget.nextInFocusChain() if forward else widget.previousInFocusChain()

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

    @property
    def focused(self) -> Card | None:
        """The card that has the keyboard."""
        return next((button.card for button in self._buttons if button.hasFocus()), None)
