"""The mouse on the article: clicks counted, dragging by characters or units, dragging a handle."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from desktop.korean.units import quote_at, sentence_unit, word_unit
from desktop.model.span import Span
from desktop.ui.article.caret import paragraph_at
from desktop.ui.article.handles import Side, can_be_taken
from desktop.ui.article.selecting import SelectingCanvas

_NEAR = 6
"""Clicks further apart than this many pixels do not belong together."""


class PointerCanvas(SelectingCanvas):
    """Turns the mouse into selections.

    A click selects the annotation under it, or places the caret; two clicks take the word less its
    particle, three the quotation or else the sentence, four the paragraph. Moving with the button
    held after two or more clicks stretches by these units.
    """

    selection_made = Signal(object, bool)
    """A :class:`Span` that was just selected with the mouse (an armed pen marks it), and whether it
    takes the place of the one selected by the click before (three clicks instead of two)."""
    suggestion_clicked = Signal(str)
    """The id of a suggestion whose outline was clicked."""
    edge_dragged = Signal(str, int)
    """An edge of the selected annotation (``left`` or ``right``) was dragged to an offset."""

    _pressed_at: QPoint | None = None
    _dragging = False
    _clicks = 0
    _last_click = (0, QPoint())
    _taken: Span | None = None
    """What the second or a later click took; a drag stretches it."""
    _handle: Side | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret down; Shift stretches the selection; a third click takes more."""
        if self._caret is None or event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        again = self._clicks >= 2 and self._follows(event)
        self._note_click(event, self._clicks + 1 if again else 1)
        self._pressed_at = point
        self._dragging = extend and not again
        if again:
            self._take(point)
            return
        self._taken = None
        self._handle = None if extend else self._handle_at(point)
        if self._handle is None:
            self._caret.place(self.offset_at(point), extend=extend)
            self._selection_moved()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the word less its particle; Qt also sends this for a fourth click."""
        if self._caret is None or event.button() != Qt.MouseButton.LeftButton:
            return
        again = self._clicks >= 2 and self._follows(event)
        self._note_click(event, self._clicks + 1 if again else 2)
        self._pressed_at = event.position().toPoint()
        self._dragging = False
        self._handle = None
        self._take(self._pressed_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the selection while the button is held; scroll at the edges."""
        point = event.position().toPoint()
        if self._pressed_at is None or self._caret is None:
            self._show_pointer(point)
            return
        if not self._dragging:
            distance = QGuiApplication.styleHints().startDragDistance() // 2
            if (point - self._pressed_at).manhattanLength() < distance:
                return
            self._dragging = True
        outside = point.y() - min(max(point.y(), 0), self.viewport().height())
        if outside:
            self._bar.setValue(self._bar.value() + outside)
        if self._handle is not None:
            self._drag_handle(self._handle, self.offset_at(point))
            return
        if self._taken is not None:
            self._stretch(self._taken, point)
        else:
            self._caret.place(self.offset_at(point), extend=True)
        self._selection_moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag with a selection, or a click with the annotation under it."""
        if self._pressed_at is None or event.button() != Qt.MouseButton.LeftButton:
            return
        dragged, self._dragging = self._dragging, False
        point, self._pressed_at = self._pressed_at, None
        handle, self._handle = self._handle, None
        if handle is not None and not dragged and self._caret is not None:
            self._caret.place(self.offset_at(point))
            self._selection_moved()
        if handle is not None and dragged:
            self._drop_handle(handle)
        elif dragged or self._taken is not None:
            if self.selection is not None:
                self._deselect_annotation()
                self.selection_made.emit(self.selection, self._clicks > 2)
        else:
            self._click(point, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    # Clicks

    def _follows(self, event: QMouseEvent) -> bool:
        """True when a click belongs to the one before."""
        time, place = self._last_click
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        near = (event.position().toPoint() - place).manhattanLength() <= _NEAR
        return near and event.timestamp() - time <= interval

    def _note_click(self, event: QMouseEvent, clicks: int) -> None:
        self._clicks = clicks
        self._last_click = (event.timestamp(), event.position().toPoint())

    def _click(self, point: QPoint, cycle: bool) -> None:
        at = self._character_at(point)
        here = self.annotations_at(at) if at is not None else []
        chosen = here[0] if here else None
        suggestion = self._suggestions.at(at) if at is not None and not cycle else None
        if suggestion is not None and not (chosen and suggestion.span.contains(chosen.span)):
            self.suggestion_clicked.emit(suggestion.id)
            return
        ids = [annotation.id for annotation in here]
        if cycle and self.selected_id in ids:
            chosen = here[(ids.index(self.selected_id) + 1) % len(here)]
        self._choose(chosen)

    def _take(self, point: QPoint) -> None:
        """Select the unit that this number of clicks takes."""
        assert self._caret is not None
        self._taken = self._unit_at(point)
        if self._taken is None:
            return
        self._deselect_annotation()
        self._caret.select(self._taken)
        self._selection_moved()

    def _unit_at(self, point: QPoint) -> Span | None:
        assert self._page is not None
        text, at = self._page.text, self._character_at(point)
        if at is None:
            at = self.offset_at(point)
        if self._clicks == 2:
            word = word_unit(text, at)
            return word.bare if word is not None else None
        if self._clicks == 3:
            quote, sentence = quote_at(text, at), sentence_unit(text, at)
            return quote or (sentence.bare if sentence is not None else None)
        return paragraph_at(self._page, at)

    def _stretch(self, taken: Span, point: QPoint) -> None:
        """Select from what was taken to the unit under the pointer."""
        assert self._caret is not None
        under = self._unit_at(point) or taken
        self._caret.select(Span(min(taken.start, under.start), max(taken.end, under.end)))

    # Handles

    def _handle_at(self, point: QPoint) -> Side | None:
        if self._selected is None:
            return None
        place = point - self._origin()
        scale = self._typography.px(1)
        for side, bar in self._handle_places().items():
            if can_be_taken(bar, side, place.x(), place.y(), scale):
                return side
        return None

    def _show_pointer(self, point: QPoint) -> None:
        shape = Qt.CursorShape.IBeamCursor
        if self._selected is not None and self._handle_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _drag_handle(self, side: Side, offset: int) -> None:
        """Show where the edge would be; nothing is written before the button is let go."""
        if self._selected is None:
            return
        before, span = self._shown.selected_span, self._selected.span
        if side == "left":
            moved = Span(min(offset, self.beside(span.end, forward=False)), span.end)
        else:
            moved = Span(span.start, max(offset, self.beside(span.start, forward=True)))
        self._shown.selected_span = self._shown.preview = moved
        self._shown.edge = side
        self._update_spans(place for place in (before, moved) if place is not None)

    def _drop_handle(self, side: Side) -> None:
        if self._selected is None:
            return
        moved = self._shown.selected_span or self._selected.span
        self._shown.edge = self._shown.preview = None
        self._mark_selected(self._selected)
        self._update_spans((moved,))
        self.edge_dragged.emit(side, moved.start if side == "left" else moved.end)

    # Places

    def _character_at(self, point: QPoint) -> int | None:
        """The offset of the character under a point; None beside the text."""
        assert self._page is not None
        offset = self.offset_at(point)
        caret = self._page.caret(offset).translated(self._origin())
        if not caret.top() - 6 <= point.y() <= caret.bottom() + 6:
            return None
        return offset - 1 if point.x() < caret.left() and offset else offset
