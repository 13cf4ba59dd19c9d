"""The canvas with something in the hand: the caret, selected text, the selected annotation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Signal

from desktop.korean.units import tail_of
from desktop.model.project import Annotation, Zone
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.article.canvas import ArticleCanvas
from desktop.ui.article.handles import Side, handle_at_end, knob
from desktop.ui.article.marks import Read


class SelectingCanvas(ArticleCanvas):
    """Holds what is selected and draws it; nothing here knows keys or the mouse."""

    selection_changed = Signal(object)
    """The selected :class:`Span`, or None."""
    caret_moved = Signal()
    """The caret or the selection is elsewhere."""
    annotation_clicked = Signal(object)
    """The id of the annotation that is now selected, or None."""

    _selected: Annotation | None = None
    _drawn_caret = 0

    def show_article(self, text: str, zones: Sequence[Zone], schema: Schema, read: Read) -> None:
        """Show an article from its first line, with nothing selected."""
        self._selected = None
        self._drawn_caret = 0
        super().show_article(text, zones, schema, read)

    def show_nothing(self) -> None:
        """Show an empty desk."""
        self._selected = None
        super().show_nothing()

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

    def place_name(self, offset: int) -> str:
        """Where an offset is, in short: the number of its paragraph, or nothing."""
        number = self._page.number_of(offset) if self._page is not None else None
        return f"¶{number}" if number is not None else ""

    def select_span(self, span: Span) -> None:
        """Select text and bring it into view."""
        if self._caret is not None:
            self._caret.select(span)
            self._selection_moved()
            self.ensure_visible(span)

    def take_span(self, span: Span) -> None:
        """Select text in place of the selected annotation."""
        self._deselect_annotation()
        self.select_span(span)

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

    def focus_suggestion(
        self, suggestion: Suggestion | None, group: Sequence[Suggestion] = ()
    ) -> None:
        """Put a suggestion into focus (or none), the caret at its start, and bring it into view.

        ``group`` is tinted with it.
        """
        self._update_spans(self._suggestions.focus(suggestion, group))
        if suggestion is not None and self._caret is not None:
            self._caret.place(suggestion.span.start)
            self.ensure_visible(suggestion.span)
            self._selection_moved()

    def selected_changed(self, annotation: Annotation) -> None:
        """The selected annotation is now this; caret and scrolling stay."""
        if self._page is not None:
            self._mark_selected(annotation)

    def clear_selection(self) -> None:
        """Drop the text selection; the caret stays."""
        if self._caret is not None:
            self._caret.clear()
            self._selection_moved()

    # Edges of the selected annotation

    def beside(self, offset: int, *, forward: bool) -> int:
        """The next place between two characters, on the other side of a line break if one is there.

        ``offset`` itself at the ends of the article.
        """
        return self._caret.beside(offset, forward=forward) if self._caret else offset

    def set_edge(self, side: Side | None) -> None:
        """Show which edge of the selected annotation the keys move; None for neither."""
        self._shown.edge = side
        if self._selected is not None and self._page is not None:
            self._update_spans((self._selected.span,))

    def handle_position(self, side: Side) -> QPoint:
        """Where in the viewport a handle of the selected annotation can be taken.

        KeyError when it is not on the screen.
        """
        place = knob(self._handle_places()[side], side, self._typography.px(1))
        return place.toPoint() + self._origin()

    def _handle_places(self) -> dict[Side, QRectF]:
        """Where the selected annotation's handles are on the page, those on screen only."""
        page = self._page
        if page is None or self._selected is None:
            return {}
        places: dict[Side, QRectF] = {}
        span, visible = self._selected.span, self._visible_blocks()
        ends: tuple[tuple[Side, int], ...] = (("left", span.start), ("right", span.end - 1))
        for side, at in ends:
            if (index := page.block_of(at)) in visible:
                place = handle_at_end(page, index, span, side)
                if place is not None:
                    places[side] = place.translated(page.left, page.top(index))
        return places

    # What is drawn

    def _selection_moved(self) -> None:
        if self._page is None or self._caret is None:
            return
        before, after = self._shown.selection, self._caret.selection
        places = [Span(at, at) for at in (self._drawn_caret, self._caret.position)]
        places += [span for span in (before, after, self._shown.ghost) if span is not None]
        self._shown.ghost = tail_of(self._page.text, after) if after else None
        if self._shown.ghost is not None:
            places.append(self._shown.ghost)
        self._update_spans(places)
        self._drawn_caret = self._caret.position
        self._shown.selection = after
        if before != after:
            self.selection_changed.emit(after)
        self.caret_moved.emit()

    def _choose(self, annotation: Annotation | None) -> None:
        self._mark_selected(annotation)
        self.annotation_clicked.emit(annotation.id if annotation else None)

    def _mark_selected(self, annotation: Annotation | None) -> None:
        self._update_spans(a.span for a in (self._selected, annotation) if a is not None)
        self._selected = annotation
        self._shown.selected_id = annotation.id if annotation else None
        self._shown.selected_span = annotation.span if annotation else None

    def _deselect_annotation(self) -> None:
        if self._selected is not None:
            self._choose(None)
