"""Finishing an article whose gold annotation is known, counting gestures: with and without help.

A gesture is one key press, click or drag. By hand, an annotation takes two (select, label key), a
claim's speaker with its cue two (S, number), any other relation three (click, R, number). That is
the least the window needs; new registry entries and features are not counted, which is in favour of
the work by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop.model.interchange import FileDocument
from desktop.model.span import Span
from desktop.suggestions.suggestion import Suggestion
from desktop.ui.hands import press
from desktop.ui.project_page import ProjectPage

Mark = tuple[str, int, int]
Link = tuple[str, Mark, Mark | str]

_SAID = ("attributed_to", "cued_by")

SHIFT = Qt.KeyboardModifier.ShiftModifier
BULK = ("accept_figures", "accept_times", "accept_quotes")


@dataclass
class Gold:
    """What the article is to have in the end: annotations and relations by label and place."""

    marks: set[Mark]
    links: set[Link]

    @classmethod
    def of(cls, document: FileDocument, zones: Iterable[Span]) -> Gold:
        """The gold of a native document, within ``zones``."""
        inside = list(zones)
        marks = {
            a.id: (a.label, a.start, a.end)
            for a in document.annotations
            if a.id is not None and any(z.start <= a.start < z.end for z in inside)
        }
        links: set[Link] = {
            (r.type, marks[r.source], marks.get(r.target, r.target))
            for r in document.relations
            if r.source in marks
        }
        return cls(set(marks.values()), links)

    def by_hand(self, marks: Iterable[Mark] = (), links: Iterable[Link] = ()) -> int:
        """The gestures for what is not there yet, when ``marks`` and ``links`` are."""
        present = set(marks)
        missing = self.links.difference(links)
        said = {source for kind, source, _ in missing if kind in _SAID}
        others = [link for link in missing if link[0] not in _SAID]
        annotations = 2 * len(self.marks - present) + 2 * len(present - self.marks)
        return annotations + 2 * len(said) + 3 * len(others)


@dataclass(frozen=True)
class Count:
    """Gestures by what they were for."""

    bulk: int
    walked: int
    by_hand: int

    @property
    def total(self) -> int:
        return self.bulk + self.walked + self.by_hand


def finish(page: ProjectPage, gold: Gold) -> Count:
    """Accept what is right, reject what is not, and count what is left to do by hand."""
    for action in BULK:
        page.run_action(action)
    board, walk = page.suggesting.feed.board, page.suggesting.walk
    walked = 1
    press(page.article, Qt.Key.Key_Tab)
    while (suggestion := walk.focused) is not None:
        group = board.group_of(suggestion)
        if len(group) > 1 and all(_mark(member) in gold.marks for member in group):
            press(page.article, Qt.Key.Key_Return, modifiers=SHIFT)
        elif _mark(suggestion) in gold.marks:
            press(page.article, Qt.Key.Key_Return)
        else:
            press(page.article, Qt.Key.Key_X, "x")
        walked += 1
    return Count(len(BULK), walked, gold.by_hand(*_done(page)))


def _mark(suggestion: Suggestion) -> Mark:
    return (suggestion.label, *suggestion.span)


def _done(page: ProjectPage) -> tuple[set[Mark], set[Link]]:
    session, document = page.bridge.session, page.desk.document
    assert document is not None
    marks = {a.id: (a.label, a.start, a.end) for a in session.annotations(document.id)}
    links: set[Link] = {
        (r.type, marks[r.source_id], marks.get(r.target_id, r.target_id))
        for r in session.relations(document.id)
    }
    return set(marks.values()), links
