"""Walking the suggestions: focus one, accept, edit or reject it, and go on to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.korean.units import edge_candidates
from desktop.model.batch import Progress
from desktop.model.changes import Changes
from desktop.model.span import Span
from desktop.model.suggestion import Decision
from desktop.suggestions.suggestion import Suggestion, suggestion_id
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.keys import Stroke
from desktop.ui.marking import trimmed
from desktop.ui.suggesting.feed import SuggestionFeed

if TYPE_CHECKING:
    from desktop.session.accepting import Acceptance
    from desktop.session.together import Together

_BRACKETS = {Qt.Key.Key_BracketLeft: True, Qt.Key.Key_BracketRight: False}
"""Key → whether it moves the left edge."""


class SuggestionWalk(QObject):
    """A mode while a suggestion is in focus; what is decided goes on to the next one by itself."""

    focus_changed = Signal(object)
    """The :class:`Suggestion` in focus, or None."""
    hidden_changed = Signal(bool)

    def __init__(self, desk: Desk, feed: SuggestionFeed) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = desk.view
        self._session = desk.bridge.session
        self._feed = feed
        self._focused: Suggestion | None = None
        self._editing = False
        self._deciding = False
        self._hidden = False
        feed.opened.connect(self._opened)
        feed.changed.connect(self._spans_changed)
        desk.bridge.changed.connect(self._changed)
        desk.view.suggestion_clicked.connect(self._clicked)
        desk.view.annotation_clicked.connect(self._clicked_elsewhere)
        desk.view.selection_changed.connect(self._selection_changed)

    @property
    def focused(self) -> Suggestion | None:
        """The suggestion in focus."""
        return self._focused

    @property
    def hidden(self) -> bool:
        """True while suggestions are not shown."""
        return self._hidden

    def handlers(self) -> dict[str, Handler]:
        """What the keys and the menu do with suggestions."""
        return {
            "next_suggestion": self.next,
            "previous_suggestion": self.previous,
            "accept_suggestion": self.accept,
            "accept_attribution": self.accept_group,
            "reject_suggestion": self.reject,
            "edit_suggestion": self.edit,
            "hide_suggestions": self.toggle_hidden,
        }

    # The mode

    def take_key(self, stroke: Stroke) -> bool:
        """Backspace and Delete reject; while editing, brackets send an edge to its next place.

        Every other key keeps its meaning in the article.
        """
        if self._editing:
            if stroke.key not in _BRACKETS:
                return False
            self._move_edge(left=_BRACKETS[stroke.key])
            return True
        if stroke.is_key(Qt.Key.Key_Backspace) or stroke.is_key(Qt.Key.Key_Delete):
            self.reject()
            return True
        return False

    def take_click(self, annotation_id: str) -> bool:
        """A click on an annotation leaves the suggestion."""
        del annotation_id
        self._desk.modes.end(self)
        return False

    def end(self) -> None:
        """Nothing is in focus any more."""
        self._stop_editing()
        self._focused = None
        self._view.focus_suggestion(None)
        self.focus_changed.emit(None)

    # Walking

    def next(self) -> None:
        """The next suggestion, and after the last the first; without any, the next annotation."""
        self._step(forward=True)

    def previous(self) -> None:
        """The suggestion before; without any, the annotation before."""
        self._step(forward=False)

    def focus(self, suggestion: Suggestion) -> None:
        """Put a suggestion into focus."""
        self._desk.modes.enter(self)
        self._stop_editing()
        self._focused = suggestion
        if self._view.selected_id is not None:
            self._desk.select(None)
        self._view.focus_suggestion(suggestion, self._feed.board.group_of(suggestion))
        self.focus_changed.emit(suggestion)

    def _step(self, *, forward: bool) -> None:
        if self._hidden or not self._feed.board.open_count:
            (self._desk.next_annotation if forward else self._desk.previous_annotation)()
            return
        selected = self._desk.selected
        place = self._focused or (selected.start if selected else self._view.caret_offset)
        self._go(place, forward=forward)

    def _go(self, place: Suggestion | int, *, forward: bool = True) -> None:
        """Focus the next open suggestion from a place on, past the end from the start."""
        board = self._feed.board
        found = board.neighbour(place, forward=forward)
        if found is None:
            edge = -1 if forward else len(self._desk.text) + 1
            found = board.neighbour(edge, forward=forward)
        if found is not None:
            self.focus(found)
        else:
            self._desk.modes.end(self)

    # Deciding

    def accept(self) -> None:
        """Make the suggestion in focus an annotation, where it was edited with its new borders."""
        if self._focused is None:
            return
        edited: dict[str, Span] = {}
        if self._editing and self._view.selection is not None:
            span = trimmed(self._desk.text, self._view.selection)
            if span is not None and span != self._focused.span:
                edited[self._focused.id] = span
        self._accept([self._focused], edited)

    def accept_group(self) -> None:
        """Accept the whole attribution: claims, cues and speakers with their relations."""
        if self._focused is not None:
            self._accept(self._feed.board.group_of(self._focused))

    def reject(self) -> None:
        """Say that the suggestion in focus is wrong; it does not come back."""
        from desktop.session.accepting import rejecting

        if self._focused is None or self._desk.document is None:
            return
        self._decide(rejecting(self._desk.document.id, [self._focused]))

    def edit(self) -> None:
        """Select the suggestion's text, so that its borders can be moved before it is accepted."""
        if self._focused is not None:
            self._editing = True
            self._view.select_span(self._focused.span)
            self._desk.hint_changed.emit(
                self.tr("[ ] move the edges, and so do Shift and arrows; Enter accepts.")
            )

    def _stop_editing(self) -> None:
        if self._editing:
            self._editing = False
            self._desk.hint_changed.emit("")

    def _move_edge(self, *, left: bool) -> None:
        """Send an edge to the next wider place, from the widest to the narrowest."""
        span = self._view.selection
        if span is None:
            return
        at = span.start if left else span.end
        candidates = edge_candidates(self._desk.text, span, left=left)
        wider = [c for c in candidates if (c < at if left else c > at)]
        if candidates:
            edge = (wider or candidates)[0]
            self._view.take_span(Span(edge, span.end) if left else Span(span.start, edge))

    def would_make(self, chosen: Sequence[Suggestion]) -> Acceptance:
        """What accepting these suggestions would make."""
        return self._acceptance(chosen, {})

    def accept_all(self, chosen: Sequence[Suggestion]) -> bool:
        """Accept several in one step; False when that failed."""
        command = self._acceptance(chosen, {}).command()
        with shown_progress(self.tr("Accepting…"), self._view.window()) as progress:
            return self._decide(command, progress)

    def _accept(
        self, chosen: Sequence[Suggestion], edited: Mapping[str, Span] | None = None
    ) -> None:
        if not chosen:
            return
        self._decide(self._acceptance(chosen, edited or {}).command())

    def _decide(self, command: Together, progress: Progress | None = None) -> bool:
        """Do it and go on to the next suggestion, if the one in focus is decided by that."""
        self._deciding = True
        done = self._desk.bridge.do(command, progress) is not None
        self._deciding = False
        place = self._focused
        if done and place is not None and not self._feed.board.is_open(place.id):
            self._view.clear_selection()
            self._go(place)
        return done

    def _acceptance(self, chosen: Sequence[Suggestion], edited: Mapping[str, Span]) -> Acceptance:
        from desktop.session.accepting import accepting

        assert self._desk.document is not None
        return accepting(
            self._session,
            self._desk.document.id,
            self._feed.board,
            self._feed.naming,
            chosen,
            edited,
        )

    # Showing

    def toggle_hidden(self) -> None:
        """Hide all suggestions, or show them again."""
        self._hidden = not self._hidden
        self._desk.modes.end(self)
        self._show()
        self.hidden_changed.emit(self._hidden)

    def _show(self) -> None:
        read = None if self._hidden else self._feed.board.touching
        self._view.show_suggestions(self._session.schema, read)

    def _opened(self) -> None:
        self._desk.modes.end(self)
        self._show()

    def _spans_changed(self, spans: Sequence[Span]) -> None:
        self._view.suggestions_changed(spans)
        focused = self._focused
        if focused is not None and not self._deciding and not self._feed.board.is_open(focused.id):
            self._desk.modes.end(self)

    def _clicked(self, clicked_id: str) -> None:
        suggestion = self._feed.board.get(clicked_id)
        if suggestion is not None:
            self.focus(suggestion)

    def _clicked_elsewhere(self, annotation_id: str | None) -> None:
        if annotation_id is None:
            self._desk.modes.end(self)

    def _selection_changed(self, selection: Span | None) -> None:
        """Whoever selects text does something of their own."""
        if selection is not None and not self._editing:
            self._desk.modes.end(self)

    def _changed(self, changes: Changes) -> None:
        """After undo of a decision, the suggestion it was about is in focus again."""
        from desktop.session.accepting import ACCEPT, REJECT

        if changes.cause != "undo" or changes.kind not in (ACCEPT, REJECT):
            return
        for before, _ in changes.of(Decision):
            if before is None:
                continue
            again = suggestion_id(before.label, before.span)
            suggestion = self._feed.board.get(again)
            if suggestion is not None and self._feed.board.is_open(again):
                self.focus(suggestion)
                return
