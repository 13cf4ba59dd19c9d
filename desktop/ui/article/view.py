"""The article in the hand: keys and the mouse, turned into selections and wishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.model.span import Span
from desktop.ui.actions.article_rows import MOVES, move_name
from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings
from desktop.ui.actions.handlers import Handler
from desktop.ui.article.caret import Unit
from desktop.ui.article.pointer import PointerCanvas
from desktop.ui.keys import Stroke, stroke_of
from desktop.ui.theme import Palette


class ArticleView(PointerCanvas):
    """Shows one article and takes the annotator's gestures.

    It writes nothing: what the user wants goes out as a signal, and :meth:`annotations_changed`
    tells it what to draw again.
    """

    action_requested = Signal(str)
    """The name of an action of the table whose key was pressed and that is not done here."""
    menu_requested = Signal(QPoint)
    """A context menu is wanted at a global position."""
    zoom_stepped = Signal(int)
    """Ctrl and the wheel: +1 or -1."""

    def __init__(
        self, families: Sequence[str], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(families, palette, parent)
        self.setAccessibleName(self.tr("Article"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._bindings = DEFAULT_BINDINGS
        self._taken_before: Callable[[Stroke], bool] | None = None
        self._own = self.handlers()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selection, or of the annotation under the pointer."""
        if self._page is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Mouse and self.selection is None:
            self._click(event.pos(), cycle=False)
        elif event.reason() != QContextMenuEvent.Reason.Mouse:
            place = self.caret_rectangle(self.caret_offset).bottomLeft()
            self.menu_requested.emit(self.viewport().mapToGlobal(place))
            return
        self.menu_requested.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_stepped.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # Keys

    def handlers(self) -> dict[str, Handler]:
        """Moves of the caret and of the page."""
        moves: dict[str, Handler] = {
            move_name(unit, forward, extend): partial(self._move, Unit(unit), forward, extend)
            for unit, forward, _, _ in MOVES
            for extend in (False, True)
        }
        return moves | {"page_down": partial(self._turn, 1), "page_up": partial(self._turn, -1)}

    def set_bindings(self, bindings: Bindings) -> None:
        """Obey these keys from now on."""
        self._bindings = bindings

    def set_first_refusal(self, take: Callable[[Stroke], bool]) -> None:
        """Offer each key press to ``take`` before anything is done with it here."""
        self._taken_before = take

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, or ask for the action on this key."""
        if self._caret is None or self._page is None or not self._page.blocks:
            super().keyPressEvent(event)
            return
        stroke = stroke_of(event)
        if self._taken_before is not None and self._taken_before(stroke):
            return
        name = self._bindings.article_action(stroke)
        if name is None:
            super().keyPressEvent(event)
        elif name in self._own:
            self._own[name]()
        else:
            self.action_requested.emit(name)

    def _turn(self, direction: int) -> None:
        self._bar.setValue(self._bar.value() + direction * round(self._bar.pageStep() * 0.9))

    def _move(self, unit: Unit, forward: bool, extend: bool) -> None:
        if self._caret is None:
            return
        self._caret.move(unit, forward=forward, extend=extend)
        # From here on keys concern the caret or the selection.
        self._deselect_annotation()
        self._selection_moved()
        at = self._caret.position
        self.ensure_visible(Span(at, at))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002
        """Tab walks the suggestions here; keys of the table go to the cards, panels and lists."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.viewport().update()
