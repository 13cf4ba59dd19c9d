"""Moving an edge of the selected annotation or selection: by key, in a mode, or by its handle."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt

from desktop.korean.units import edge_candidates, stop_beside, with_more, word_unit
from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.ui.actions.handlers import Handler
from desktop.ui.article.handles import Side
from desktop.ui.desk import Desk
from desktop.ui.keys import Stroke

_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ARROWS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


class Edges(QObject):
    """A mode: one edge of the selected annotation follows the keys.

    Each key press is one command and one undo step, on disk before the next. The annotation is
    never deleted and made again.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._bridge = desk.bridge
        self._view = desk.view
        self._side: Side = "right"
        self._before: Annotation | None = None
        self._candidates: tuple[int, ...] = ()
        self._view.edge_dragged.connect(self._dragged)
        desk.annotation_shown.connect(self._annotation_shown)

    def handlers(self) -> dict[str, Handler]:
        """Into the mode, and single moves without it."""
        return {
            "pick_left_edge": partial(self.pick, "left"),
            "pick_right_edge": partial(self.pick, "right"),
            "left_edge_out": partial(self._step, "left", False),
            "left_edge_in": partial(self._step, "left", True),
            "right_edge_in": partial(self._step, "right", False),
            "right_edge_out": partial(self._step, "right", True),
            "restore_tail": self.restore_tail,
        }

    # The mode

    def pick(self, side: Side) -> None:
        """Take an edge into the hand; the one that is there already goes to its next candidate."""
        selected = self._desk.selected
        if selected is None:
            self._desk.hint_changed.emit(self.tr("Select an annotation first, then press [ or ]."))
        elif self._desk.modes.active is not self:
            self._desk.modes.enter(self)
            self._before = selected
            self._take(side, selected.span)
        elif side != self._side:
            self._take(side, selected.span)
        else:
            self._to_next_candidate(selected.span)

    def take_key(self, stroke: Stroke) -> bool:
        """Arrows move the edge, Enter leaves it there, Escape takes it back."""
        selected = self._desk.selected
        if selected is None:
            return False
        if stroke.key in _ARROWS and stroke.modifiers in (_NONE, _CTRL):
            forward, by_word = _ARROWS[stroke.key], stroke.modifiers == _CTRL
            self._move(selected.span, self._side, self._beside(selected.span, forward, by_word))
            self._candidates = self._candidates_of(self._moved_span(selected))
            return True
        if stroke.is_key(Qt.Key.Key_Return):
            self._desk.modes.end(self)
            return True
        if stroke.is_key(Qt.Key.Key_Escape):
            before = self._before
            self._desk.modes.end(self)
            if before is not None and before.id == selected.id:
                self._set(selected, before.span)
            return True
        return False

    def take_click(self, annotation_id: str) -> bool:
        """A click elsewhere leaves the edge where it is."""
        del annotation_id
        self._desk.modes.end(self)
        return False

    def end(self) -> None:
        """Put the edge down where it is; it is on disk."""
        self._before = None
        self._candidates = ()
        self._view.set_edge(None)
        self._desk.hint_changed.emit("")

    def _take(self, side: Side, span: Span) -> None:
        self._side = side
        self._candidates = self._candidates_of(span)
        self._view.set_edge(side)
        name = self.tr("Left edge") if side == "left" else self.tr("Right edge")
        self._desk.hint_changed.emit(
            self.tr(
                "{edge}: ← → by a character, Ctrl by a word, {key} again: next place. "
                "Enter keeps, Esc takes back."
            ).format(edge=name, key="[" if side == "left" else "]")
        )

    def _candidates_of(self, span: Span) -> tuple[int, ...]:
        return edge_candidates(self._desk.text, span, left=self._side == "left")

    def _to_next_candidate(self, span: Span) -> None:
        """The next wider place; after the widest, the narrowest again."""
        if not self._candidates:
            return
        at = span.start if self._side == "left" else span.end
        wider = [c for c in self._candidates if (c < at if self._side == "left" else c > at)]
        self._move(span, self._side, (wider or self._candidates)[0])

    def _beside(self, span: Span, forward: bool, by_word: bool) -> int:
        at = span.start if self._side == "left" else span.end
        return self._word_stop(at, self._side, forward) if by_word else self._character(at, forward)

    # Single moves

    def _step(self, side: Side, forward: bool) -> None:
        """Move an edge to the next border of a word, of the selection or else the annotation."""
        selection, selected = self._view.selection, self._desk.selected
        span = selection or (selected.span if selected is not None else None)
        if span is None:
            self._desk.hint_changed.emit(self.tr("Select text or an annotation first."))
            return
        at = span.start if side == "left" else span.end
        self._move(span, side, self._word_stop(at, side, forward))

    def restore_tail(self) -> None:
        """Bring back the trimmed tail, piece by piece; after the last, trim again.

        Without a selection, the word at the caret is selected first.
        """
        text, selection, selected = self._desk.text, self._view.selection, self._desk.selected
        if selection is None and selected is None:
            word = word_unit(text, self._view.caret_offset) if text else None
            if word is not None:
                self._view.take_span(word.bare)
            return
        span = selection or (selected.span if selected is not None else None)
        more = with_more(text, span) if span is not None else None
        if more is None:
            self._desk.hint_changed.emit(self.tr("Nothing was left out at this end."))
        elif selection is not None:
            self._view.take_span(more)
        elif selected is not None:
            self._set(selected, more)

    # What is written

    def _dragged(self, side: str, offset: int) -> None:
        selected = self._desk.selected
        if selected is not None:
            self._move(selected.span, "left" if side == "left" else "right", offset)

    def _move(self, span: Span, side: Side, at: int) -> None:
        """Put an edge of the selection, or else of the selected annotation, at an offset."""
        moved = Span(at, span.end) if side == "left" else Span(span.start, at)
        if not moved.fits(len(self._desk.text)) or moved == span:
            return
        selected = self._desk.selected
        if self._view.selection is not None:
            self._view.take_span(moved)
        elif selected is not None:
            self._set(selected, moved)

    def _set(self, annotation: Annotation, span: Span) -> None:
        from desktop.session.commands import SetSpan

        if span != annotation.span:
            self._bridge.do(SetSpan(annotation_id=annotation.id, span=span))
            self._view.ensure_visible(span)

    def _moved_span(self, annotation: Annotation) -> Span:
        selected = self._desk.selected
        return (selected or annotation).span

    def _word_stop(self, at: int, side: Side, forward: bool) -> int:
        stop = stop_beside(self._desk.text, at, forward=forward, at_ends=side == "right")
        return self._character(at, forward) if stop is None else stop

    def _character(self, at: int, forward: bool) -> int:
        return self._view.beside(at, forward=forward)

    def _annotation_shown(self, annotation: Annotation | None) -> None:
        """Another annotation is selected, or none: the mode has nothing to move."""
        if self._before is not None and (annotation is None or annotation.id != self._before.id):
            self._desk.modes.end(self)
