"""Saying who said a claim: the speakers near it are numbered, one key links one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt

from desktop.korean.filling import filled_features
from desktop.model.changes import Changes
from desktop.model.project import IMPLICIT_ID, NARRATOR_ID, Annotation, Entity
from desktop.model.roles import roles_of
from desktop.model.span import Span
from desktop.model.values import new_id, one_line
from desktop.session.attribution import Place, Speaker, attribute
from desktop.session.speaker_candidates import (
    Candidate,
    cue_near,
    place_as_speaker,
    reach_of,
    speakers_near,
)
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.actions.handlers import Handler
from desktop.ui.article.overlay import Overlay
from desktop.ui.desk import Desk
from desktop.ui.item_models.entity_model import described
from desktop.ui.keys import Stroke
from desktop.ui.marking import Marking, trimmed
from desktop.ui.panels.choice_rows import ChoiceRow
from desktop.ui.panels.speaker_finder import SpeakerFinder
from desktop.ui.registry import Registry

Suggested = Callable[[Span], Sequence[Suggestion]]
"""Gives the open suggestions that touch a span."""

_NUMBERED = 9
_FOUND = 7
_BADGE = 10
"""How far a number stands out above its line, in pixels."""
_OVERLAY = "attributing"


@dataclass(frozen=True, slots=True)
class _Choice:
    """A row of the panel with what it stands for."""

    row: ChoiceRow
    speaker: Speaker


class Attributing(QObject):
    """A mode: a claim whose speaker is being chosen, with the cue that goes along."""

    def __init__(
        self, desk: Desk, marking: Marking, registry: Registry, finder: SpeakerFinder
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = desk.view
        self._session = desk.bridge.session
        self._marking = marking
        self._registry = registry
        self._finder = finder
        self._roles = roles_of(self._session.schema)
        self._suggested: Suggested = _nothing_suggested
        self._claim: Annotation | None = None
        self._cue: Place | None = None
        self._near: list[Candidate] = []
        self._choices: list[_Choice] = []
        finder.query_changed.connect(self._search)
        finder.row_chosen.connect(self._choose)
        finder.not_stated.connect(self._not_stated)
        finder.narrator.connect(self._narrator)
        finder.cue_left_out.connect(self._leave_cue_out)
        finder.cancelled.connect(self._cancel)
        desk.bridge.changed.connect(self._changed)

    def handlers(self) -> dict[str, Handler]:
        """The one way in."""
        return {"attribute": self.attribute}

    def set_suggested(self, suggested: Suggested) -> None:
        """Offer what is suggested near a claim, too."""
        self._suggested = suggested

    def attribute(self) -> None:
        """Number the speakers near the selected claim; selected text is marked as one first."""
        if self._claim is not None:
            self._take_selection()
            return
        if self._view.selection is not None and self._roles.claim is not None:
            self._marking.mark_selection(self._roles.claim)
        claim = self._claim_in_hand()
        if claim is None or self._roles.said_by is None:
            self._desk.hint_changed.emit(self.tr("Select a claim first, then press S."))
        else:
            self._start(claim)

    # The mode

    def take_key(self, stroke: Stroke) -> bool:
        """Keys of the article mean the same as in the panel; letters go on there."""
        if stroke.is_key(Qt.Key.Key_Return) or stroke.is_key(Qt.Key.Key_S):
            self._take_selection()
        elif stroke.digit is not None:
            if stroke.digit == 0:
                self._not_stated()
            else:
                self._choose(stroke.digit - 1)
        elif stroke.is_key(Qt.Key.Key_N):
            self._narrator()
        elif stroke.key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._leave_cue_out()
        elif stroke.text.isprintable() and stroke.text.strip() and not _commands(stroke):
            self._finder.type_text(stroke.text)
        else:
            return False
        return True

    def take_click(self, annotation_id: str) -> bool:
        """A speaker that is clicked is chosen; a cue goes along instead of the one offered."""
        found = self._session.annotations_by_id([annotation_id])
        if found and found[0].label == self._roles.speaker:
            self._accept(self._speaker_at(Place.of(found[0])))
        elif found and found[0].label == self._roles.cue:
            self._cue = Place.of(found[0])
            self._show_places()
        else:
            self._desk.hint_changed.emit(self.tr("Choose a speaker or a cue; Esc gives up."))
        return True

    def end(self) -> None:
        """Give up; nothing was written."""
        claim, self._claim = self._claim, None
        self._near, self._choices, self._cue = [], [], None
        self._finder.close_panel()
        self._view.set_overlay(_OVERLAY, None)
        self._view.setFocus()
        if claim is not None and self._session.annotations_by_id([claim.id]):
            self._view.select_annotation(claim, reveal=False)
        self._desk.hint_changed.emit("")
        self._desk.show_selected()

    def _start(self, claim: Annotation) -> None:
        text = self._desk.text
        suggested = self._suggested(reach_of(claim.span, len(text)))
        self._desk.modes.enter(self)
        self._claim = claim
        index = self._registry.index
        self._near = speakers_near(self._desk.shown_records, index, claim, text, suggested)
        self._cue = cue_near(self._desk.shown_records, claim, text, suggested)
        self._view.ensure_visible(claim.span)
        self._show_places()
        cue = self._cue.span.slice(text) if self._cue is not None else ""
        self._finder.open_at(self._lines_of(claim.span), cue)
        self._search("")
        self._make_room(claim.span)
        self._desk.hint_changed.emit(
            self.tr("Who said it: press a number, type a name, or select it in the text and Enter.")
        )

    # What can be chosen

    def _search(self, query: str) -> None:
        if query:
            self._choices = self._found(query)
        else:
            self._choices = [
                _Choice(self._row(candidate, number), candidate.speaker)
                for number, candidate in enumerate(self._near[:_NUMBERED], start=1)
            ]
        self._finder.show_rows([choice.row for choice in self._choices])

    def _found(self, query: str) -> list[_Choice]:
        """The entries that what is typed may mean, and a new one of that name."""
        index = self._registry.index
        found = [
            _Choice(ChoiceRow(described(entity)), Speaker(self._place_of(entity), entity))
            for entity in index.search(query, _FOUND)
        ]
        if one_line(query) and not index.named(query):
            row = ChoiceRow(self.tr("New: {name}").format(name=query))
            found.append(_Choice(row, self._new_speaker(query)))
        return found

    def _new_speaker(self, name: str) -> Speaker:
        place = self._place_named(name)
        if place is None:
            return Speaker(None, Entity(id=new_id(), canonical_name=one_line(name)))
        records, index = self._desk.shown_records, self._registry.index
        return place_as_speaker(records, index, place, self._desk.text, name)

    def _row(self, candidate: Candidate, number: int) -> ChoiceRow:
        place, entity = candidate.speaker.place, candidate.speaker.entity
        words = place.span.slice(self._desk.text) if place is not None else ""
        detail = described(entity) if entity is not None else ""
        if candidate.is_new:
            detail = self.tr("new in the registry")
        return ChoiceRow(words, detail if detail != words else "", str(number))

    def _place_of(self, entity: Entity) -> Place | None:
        """The selected text, or else the nearest mention of an entry."""
        if (selected := self._selected_place()) is not None:
            return selected
        speakers = [c.speaker for c in self._near if c.speaker.entity is not None]
        found = (s.place for s in speakers if s.entity is not None and s.entity.id == entity.id)
        return next(found, None)

    def _place_named(self, name: str) -> Place | None:
        """The selected text, or else the nearest mention that holds a name and nobody else's."""
        if (selected := self._selected_place()) is not None:
            return selected
        new = (c.speaker.place for c in self._near if c.is_new and c.speaker.place is not None)
        return next((p for p in new if name in p.span.slice(self._desk.text)), None)

    def _selected_place(self) -> Place | None:
        selection = self._view.selection
        span = trimmed(self._desk.text, selection) if selection is not None else None
        if span is None or self._roles.speaker is None or self._desk.document is None:
            return None
        for present in self._session.annotations(self._desk.document.id, span):
            if present.span == span and present.label == self._roles.speaker:
                return Place.of(present)
        label = self._session.schema.label_named[self._roles.speaker]
        return Place(span, None, filled_features(label, self._desk.text, span))

    def _speaker_at(self, place: Place) -> Speaker:
        for candidate in self._near:
            if candidate.speaker.place is not None and candidate.speaker.place.span == place.span:
                return candidate.speaker
        return place_as_speaker(self._session, self._registry.index, place, self._desk.text)

    # Choosing

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._choices):
            self._accept(self._choices[number].speaker)

    def _take_selection(self) -> None:
        """Enter in the article: the selected text is the speaker, or else the current row is."""
        place = self._selected_place()
        if place is not None:
            self._accept(self._speaker_at(place))
        else:
            self._choose(max(self._finder.current, 0))

    def _not_stated(self) -> None:
        self._accept(Speaker(entity=self._registry.index.get(IMPLICIT_ID)))

    def _leave_cue_out(self) -> None:
        """The cue that was offered is none of this claim's."""
        self._cue = None
        self._finder.show_cue("")
        self._show_places()

    def _narrator(self) -> None:
        self._cue = None  # the reporter's own words have none
        self._accept(Speaker(entity=self._registry.index.get(NARRATOR_ID)))

    def _cancel(self) -> None:
        self._desk.modes.end(self)

    def _accept(self, speaker: Speaker) -> None:
        claim, cue = self._claim, self._cue
        if claim is None:
            return
        self._desk.modes.end(self)
        command = attribute(self._session, claim, speaker, cue, self._desk.text)
        if command is not None:
            self._desk.bridge.do(command)

    # The page

    def _show_places(self) -> None:
        places = [c.speaker.place for c in self._near[:_NUMBERED]]
        numbered = tuple(
            (place.span, number)
            for number, place in enumerate(places, start=1)
            if place is not None
        )
        offered = [p.span for p in places if p is not None and p.annotation is None]
        if self._cue is not None:
            offered.append(self._cue.span)
        self._view.set_overlay(_OVERLAY, Overlay(numbered, tuple(offered)))

    def _make_room(self, claim: Span) -> None:
        """In a low window the claim goes to the top, with the nearest speaker before it."""
        nearest = self._near[0].speaker.place if self._near else None
        tops = [claim.start]
        if nearest is not None and nearest.span.start < claim.start:
            tops.insert(0, nearest.span.start)
        for top in tops:
            if self._finder.hides_lines:
                self._view.scroll_to(top, above=_BADGE)
                self._finder.move_to(self._lines_of(claim))

    def _lines_of(self, claim: Span) -> QRect:
        """From the claim's first line to the last one that the choice concerns."""
        end = max(claim.end, self._cue.span.end if self._cue is not None else 0)
        last = self._view.caret_rectangle(end)
        return self._view.caret_rectangle(claim.start).united(last)

    def _claim_in_hand(self) -> Annotation | None:
        """The selected claim, or the innermost claim around what is selected."""
        selected = self._desk.selected
        if selected is None or selected.label == self._roles.claim:
            return selected
        around = self._session.annotations(selected.document_id, selected.span)
        claims = [
            a for a in around if a.label == self._roles.claim and a.span.contains(selected.span)
        ]
        return min(claims, key=lambda a: a.end - a.start, default=None)

    def _changed(self, changes: Changes) -> None:
        """An undo may take the claim away, or what was offered: begin again, or give up."""
        if self._claim is None:
            return
        found = self._session.annotations_by_id([self._claim.id])
        if not found or changes.bulk:
            self._cancel()
        elif any(True for _ in changes.of(Annotation)):
            self._start(found[0])


def _commands(stroke: Stroke) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(stroke.modifiers & (held | Qt.KeyboardModifier.MetaModifier))


def _nothing_suggested(_: Span) -> Sequence[Suggestion]:
    return ()
