"""The article in the hand: caret, selection, mouse and keys, turned into wishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.model.project import Annotation, Zone
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.article_rows import MOVES, move_name
from desktop.ui.actions.bindings import Bindings
from desktop.ui.actions.handlers import Handler
from desktop.ui.article.canvas import ArticleCanvas
from desktop.ui.article.caret import Unit, eojeol_at, paragraph_at
from desktop.ui.article.marks import Read
from desktop.ui.keys import Stroke, stroke_of
from desktop.ui.theme import Palette


class ArticleView(ArticleCanvas):
    """Shows one article and takes the annotator's gestures.

    It writes nothing: what the user wants goes out as a signal, and :meth:`spans_changed` tells it
    what to draw again.
    """

    selection_changed = Signal(object)
    """The selected :class:`Span`, or None."""
    selection_made = Signal(object)
    """A :class:`Span` that was just selected with the mouse (an armed pen marks it)."""
    annotation_clicked = Signal(object)
    """The id of the annotation that is now selected, or None."""
    suggestion_clicked = Signal(str)
    """The id of a suggestion whose outline was clicked."""
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
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._drawn_caret = 0
        self._selected: Annotation | None = None
        self._bindings = Bindings()
        self._taken_before: Callable[[Stroke], bool] | None = None
        self._own = self.handlers()

    def show_article(self, text: str, zones: Sequence[Zone], schema: Schema, read: Read) -> None:
        """Show an article from its first line, with nothing selected."""
        self._selected = None
        self._drawn_caret = 0
        super().show_article(text, zones, schema, read)

    def show_nothing(self) -> None:
        """Show an empty desk."""
        self._selected = None
        super().show_nothing()

    # Selection

    @property
    def selection(self) -> Span | None:
        """The selected text."""
        return self._caret.selection if self._caret else None

    @property
    def selected_id(self) -> str | None:
        """The id of the selected annotation."""
        return self._selected.id if self._selected else None

    @property
    def caret_offset(self) -> int:
        """Where the caret stands."""
        return self._caret.position if self._caret else 0

    def select_span(self, span: Span) -> None:
        """Select text and bring it into view."""
        if self._caret is not None:
            self._caret.select(span)
            self._selection_moved()
            self.ensure_visible(span)

    def select_annotation(self, annotation: Annotation | None, *, reveal: bool = True) -> None:
        """Select an annotation (or none), put the caret at its start and bring it into view."""
        if self._caret is None:
            return
        self._mark_selected(annotation)
        if annotation:
            self._caret.place(annotation.start)
            if reveal:
                self.ensure_visible(annotation.span)
        self._selection_moved()

    def focus_suggestion(self, suggestion: Suggestion | None) -> None:
        """Put a suggestion into focus (or none), the caret at its start, and bring it into view."""
        for span in self._suggestions.focus(suggestion):
            self._update_span(span)
        if suggestion is not None and self._caret is not None:
            self._caret.place(suggestion.span.start)
            self.ensure_visible(suggestion.span)
            self._selection_moved()

    def clear_selection(self) -> None:
        """Drop the text selection; the caret stays."""
        if self._caret is not None:
            self._caret.clear()
            self._selection_moved()

    def _selection_moved(self) -> None:
        if self._page is None or self._caret is None:
            return
        before, after = self._shown.selection, self._caret.selection
        places = [Span(at, at) for at in (self._drawn_caret, self._caret.position)]
        places += [span for span in (before, after) if span is not None]
        for place in places:
            self._update_span(place)
        self._drawn_caret = self._caret.position
        self._shown.selection = after
        if before != after:
            self.selection_changed.emit(after)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret down; Shift stretches the selection."""
        if self._caret is None or event.button() != Qt.MouseButton.LeftButton:
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pressed_at = event.position().toPoint()
        self._dragging = extend
        self._caret.place(self._offset_at(self._pressed_at), extend=extend)
        self._selection_moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the selection while the button is held; scroll at the edges."""
        if self._pressed_at is None or self._caret is None:
            return
        point = event.position().toPoint()
        if not self._dragging:
            distance = QGuiApplication.styleHints().startDragDistance() // 2
            if (point - self._pressed_at).manhattanLength() < distance:
                return
            self._dragging = True
        outside = point.y() - min(max(point.y(), 0), self.viewport().height())
        if outside:
            self._bar.setValue(self._bar.value() + outside)
        self._caret.place(self._offset_at(point), extend=True)
        self._selection_moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag with a selection, or a click with the annotation under it."""
        if self._pressed_at is None or event.button() != Qt.MouseButton.LeftButton:
            return
        dragged, self._dragging = self._dragging, False
        point, self._pressed_at = self._pressed_at, None
        if dragged:
            if self.selection is not None:
                self._deselect_annotation()
                self.selection_made.emit(self.selection)
        else:
            self._click(point, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the eojeol; a third click selects the paragraph."""
        if self._caret is None or self._page is None or event.button() != Qt.MouseButton.LeftButton:
            return
        offset = self._offset_at(event.position().toPoint())
        span = eojeol_at(self._page, offset)
        selection = self.selection
        if selection is not None and span is not None and selection.contains(span):
            span = paragraph_at(self._page, offset)
        if span is None:
            return
        self._deselect_annotation()
        self._caret.select(span)
        self._selection_moved()
        self.selection_made.emit(span)

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

    def _offset_at(self, point: QPoint) -> int:
        assert self._page is not None
        place = point - self._origin()
        return self._page.offset_at(place.x(), place.y())

    def _character_at(self, point: QPoint) -> int | None:
        """The offset of the character under a point; None beside the text."""
        assert self._page is not None
        offset = self._offset_at(point)
        caret = self._page.caret(offset).translated(self._origin())
        if not caret.top() - 6 <= point.y() <= caret.bottom() + 6:
            return None
        return offset - 1 if point.x() < caret.left() and offset else offset

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

    def _choose(self, annotation: Annotation | None) -> None:
        self._mark_selected(annotation)
        self.annotation_clicked.emit(annotation.id if annotation else None)

    def _mark_selected(self, annotation: Annotation | None) -> None:
        assert self._page is not None
        for changed in (self._selected, annotation):
            if changed is not None:
                self._update_span(changed.span)
        self._selected = annotation
        self._shown.selected_id = annotation.id if annotation else None

    def _deselect_annotation(self) -> None:
        if self._selected is not None:
            self._choose(None)

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
        if extend:
            self._deselect_annotation()
        self._selection_moved()
        at = self._caret.position
        self.ensure_visible(Span(at, at))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002
        """Tab walks the annotations here; F6 leaves the article."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.viewport().update()
