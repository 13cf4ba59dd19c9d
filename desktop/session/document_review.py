"""DocumentReview: the problems of one document, found place by place and kept up with changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from desktop.model.answer import Answer
from desktop.model.changes import Changes
from desktop.model.project import Annotation, Document, DocumentState, Relation, Zone
from desktop.model.span import Span
from desktop.review.article import HEADLINE, Article, BodyWords
from desktop.review.checks import Found, Review, joined, look, review
from desktop.review.claim_checks import CONTINUES
from desktop.review.figure_checks import rates_apart
from desktop.review.problem import Identity
from desktop.session.reading import Reading
from desktop.session.utterance import joined_to

BEGUN: frozenset[DocumentState] = frozenset({"in_progress", "done"})
"""States in which problems are looked for: before anything is marked, everything is missing."""

_PLACE = 1_000
"""Code points of whole lines that are looked at in one step, at least."""
_LONGEST = 20_000
"""A longer line is cut."""
_AROUND = 100
"""How far a change is felt before the text it concerns, and what stands behind a place is read."""
_AT_ONCE = 200
"""Changed annotations whose neighbours are looked up in one step."""

_Marked = TypeVar("_Marked", Annotation, Relation)


@dataclass(slots=True)
class _Place:
    """A stretch of the text, its zones, and what was found there."""

    span: Span
    zones: list[Zone] = field(default_factory=list)
    found: Found = field(default_factory=Found)
    review: Review = field(default_factory=Review)

    def holds(self, kind: str, annotation_ids: tuple[str, ...], key: str) -> bool:
        """True when a problem so identified was found here."""
        return any(
            p.kind == kind and p.key == key and p.annotation_ids == annotation_ids
            for p in self.found.problems
        )

    @property
    def has_headline(self) -> bool:
        """True when what is said here is looked for in the body."""
        return any(zone.kind in HEADLINE for zone in self.zones)


class DocumentReview:
    """Looks at a document step by step, and again at the places that a change concerns.

    A change costs what lies around it, however long the document is. It reads the project; who
    owns it tells it of every change in :meth:`follow`.
    """

    def __init__(self, project: Reading, document_id: str) -> None:
        self._project = project
        self._document_id = document_id
        self._review: Review | None = None
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._opened = False
        self._document: Document | None = None
        self._text = ""
        self._words = BodyWords("", ())
        self._places: list[_Place] = []
        self._starts: list[int] = []
        self._stale: set[int] = set()
        self._changed_ids: set[str] = set()
        self._answers: dict[Identity, Answer] = {}

    @property
    def complete(self) -> bool:
        """True when nothing is left to be looked at."""
        return self._opened and not self._stale and not self._changed_ids

    @property
    def review(self) -> Review | None:
        """What was found when it was last complete; None when the document was not begun."""
        return self._review

    def finish(self) -> None:
        """Look at everything that is left now."""
        for _ in self.look():
            pass

    def look(self) -> Iterator[None]:
        """Look at everything that is left, step by step; the review is there with the last one.

        Changes between two steps are to be told before the next.
        """
        while not self.complete:
            self._step()
            yield
        self._review = self._joined() if self._begun else None

    def _step(self) -> None:
        if not self._opened:
            self._open()
        elif self._changed_ids:
            self._look_around(self._some_changed())
        else:
            at = min(self._stale)
            place = self._places[at]
            if place.has_headline and not self._words.ready:
                self._words.prepare_some()
            else:
                self._look_at(place)
                self._stale.discard(at)

    def _joined(self) -> Review:
        everywhere = rates_apart([place.found.rates for place in self._places])
        reviews = (place.review for place in self._places)
        return joined(reviews, review(everywhere, self._answers))

    @property
    def _begun(self) -> bool:
        return self._document is not None and self._document.state in BEGUN

    def _open(self) -> None:
        project = self._project
        self._opened = True
        self._document = document = project.document(self._document_id)
        if document is None or not self._begun:
            return
        self._text = text = project.text(document.id)
        zones = document.zones or (Zone(kind="body", start=0, end=len(text)),)
        self._words = BodyWords(text, zones)
        self._places = [_Place(span) for span in _spans(text)]
        self._starts = [place.span.start for place in self._places]
        for zone in zones:
            for number in self._touched_by(zone.span):
                self._places[number].zones.append(_cut(zone, self._places[number].span))
        self._answers = {_identity(answer): answer for answer in project.answers(document.id)}
        self._stale = set(range(len(self._places)))

    # Changes

    def follow(self, changes: Changes) -> bool:
        """Note what a change concerns; True when something is to be looked at because of it."""
        if changes.bulk:
            self._begin_anew()
            return True
        if self._document_id not in changes.document_ids:
            return False
        if self._opened:
            for _, document in changes.of(Document):
                self._follow_document(document)
            self._follow_marks(changes)
        return not self.complete

    def _follow_document(self, document: Document | None) -> None:
        if document is not None and document.id != self._document_id:
            return
        before = self._document
        if document is None or before is None or _other(document, before):
            self._begin_anew()
        elif (document.state in BEGUN) is self._begun:
            self._document = document
        else:
            self._begin_anew()

    def _follow_marks(self, changes: Changes) -> None:
        if not self._begun:
            return
        for annotation in _own(changes.of(Annotation), self._document_id):
            self._stale |= self._touched_by(annotation.span)
            self._changed_ids.add(annotation.id)
        for relation in _own(changes.of(Relation), self._document_id):
            self._changed_ids.add(relation.source_id)
            if relation.target_annotation_id is not None:
                self._changed_ids.add(relation.target_annotation_id)
        for before, after in changes.of(Answer):
            for answer in (before, after):
                if answer is not None and answer.document_id == self._document_id:
                    self._answers.pop(_identity(answer), None)
                    self._stale |= self._holders(_identity(answer))
            if after is not None and after.document_id == self._document_id:
                self._answers[_identity(after)] = after

    def _holders(self, identity: Identity) -> set[int]:
        return {n for n, place in enumerate(self._places) if place.holds(*identity)}

    def _touched_by(self, span: Span) -> set[int]:
        """The places that a span touches or follows closely."""
        first = bisect_right(self._starts, max(span.start - _AROUND, 0)) - 1
        last = bisect_right(self._starts, max(span.end - 1, span.start)) - 1
        return set(range(max(first, 0), last + 1))

    def _some_changed(self) -> list[str]:
        some = list(islice(self._changed_ids, _AT_ONCE))
        self._changed_ids.difference_update(some)
        return some

    def _look_around(self, annotation_ids: list[str]) -> None:
        """What is related to a changed annotation, and what continues it, is to be looked at."""
        relations = self._project.relations_of(annotation_ids)
        ends = {*annotation_ids, *_ends(relations)}
        known = self._project.annotations_by_id(sorted(ends))
        groups, _ = joined_to(self._project, known, CONTINUES)
        for group in groups.values():
            for annotation in group:
                self._stale |= self._touched_by(annotation.span)

    # Looking

    def _look_at(self, place: _Place) -> None:
        start, end = place.span
        reach = Span(start, min(end + _AROUND, len(self._text)))
        near = self._project.annotations(self._document_id, reach)
        here = [annotation for annotation in near if start <= annotation.start < end]
        _, relations = joined_to(self._project, here, CONTINUES)
        missing = _ends(relations) - {annotation.id for annotation in near}
        article = Article(
            self._text,
            place.zones,
            self._project.schema,
            near,
            relations,
            place.span,
            self._project.annotations_by_id(sorted(missing)) if missing else (),
            self._words,
        )
        place.found = found = look(article)
        place.review = review(found.problems, self._answers)


def _other(document: Document, before: Document) -> bool:
    """True when the places of a document are other ones."""
    return (document.text_sha256, document.zones) != (before.text_sha256, before.zones)


def _spans(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        longest = min(start + _LONGEST, len(text))
        line = text.find("\n", start + _PLACE, longest)
        end = line + 1 if line >= 0 else longest
        yield Span(start, end)
        start = end


def _cut(zone: Zone, place: Span) -> Zone:
    start, end = max(zone.start, place.start), min(zone.end, place.end)
    return Zone(kind=zone.kind, start=start, end=max(start, end))


def _ends(relations: Iterable[Relation]) -> set[str]:
    return {end for r in relations for end in (r.source_id, r.target_annotation_id) if end}


def _identity(answer: Answer) -> Identity:
    return answer.problem, answer.annotation_ids, answer.key


def _own(
    pairs: Iterable[tuple[_Marked | None, _Marked | None]], document_id: str
) -> Iterator[_Marked]:
    for pair in pairs:
        for record in pair:
            if record is not None and record.document_id == document_id:
                yield record
