"""What becomes of an article when its text is corrected: everything that lies on the old text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeVar

from desktop.errors import Cancelled
from desktop.korean.dates import document_day
from desktop.korean.filling import filled_features
from desktop.korean.titles import title_of
from desktop.model.anchoring import Anchoring
from desktop.model.answer import Answer
from desktop.model.batch import Progress
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Document, Record, Relation, Rights
from desktop.model.schema import LabelDef
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion
from desktop.model.values import Features
from desktop.review.problem import key_of, place_in
from desktop.session.feature_places import FeaturePlaces
from desktop.session.planning import Reader

Outcome = Literal["changed", "lost", "moved", "kept"]
Q = TypeVar("Q", Annotation, Suggestion, Decision)
Read = Callable[[Sequence[str]], Sequence[Record]]

_AT_ONCE = 250
"""Records read at once, so that progress is told every few milliseconds."""
_IDS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Anchored:
    """An annotation, and the span of the new text that it lies on; None when it is lost."""

    annotation: Annotation
    span: Span | None
    words: str

    @property
    def outcome(self) -> Outcome:
        """``changed`` has other words than before, ``moved`` the same ones elsewhere."""
        if self.span is None:
            return "lost"
        if self.words != self.annotation.quote:
            return "changed"
        return "kept" if self.span == self.annotation.span else "moved"


def anchored(annotations: Iterable[Annotation], anchoring: Anchoring) -> list[Anchored]:
    """Where annotations lie after the correction, in their order."""
    spans = ((annotation, anchoring.span(annotation.span)) for annotation in annotations)
    return [Anchored(a, span, span.slice(anchoring.new) if span else "") for a, span in spans]


class Revision:
    """Makes the edits of a correction. Everybody's work follows the text, whoever corrects it.

    An article may hold very much: everything is looked at once, and what changes is read again
    when its turn comes to be written.
    """

    def __init__(
        self,
        project: Reader,
        document: Document,
        anchoring: Anchoring,
        progress: Progress | None = None,
    ) -> None:
        self._project = project
        self._document = document
        self._anchoring = anchoring
        self._progress = progress
        self._places = FeaturePlaces(anchoring)
        self._day = document_day(document.metadata.date_published)
        self._lost: set[str] = set()
        self._other: set[str] = set()
        """Annotations that are lost or have other words."""

    def document(self, after: Document) -> Document:
        """``after`` with zones, notice and title as the new text has them."""
        anchoring, before = self._anchoring, self._document
        zones = anchoring.zones(before.zones)
        title = before.title
        if title == title_of(anchoring.old, before.zones):
            title = title_of(anchoring.new, zones)
        rights = before.rights
        if rights.notice is not None:
            notice = anchoring.span(rights.notice)
            rights = rights.model_copy(update={"notice": notice})
        elif rights == Rights():
            from desktop.korean.rights import recognise_rights  # no start waits for it

            rights = recognise_rights(anchoring.new)
        return after.model_copy(update={"zones": zones, "title": title, "rights": rights})

    def edits(self) -> tuple[Iterator[Edit], int]:
        """The edits of all that lies on the text, to be made as they are applied; and how many.

        What goes comes first: relations and answers before the annotations that they name.

        Raises:
            Cancelled: ``progress`` returned False.
        """
        project = self._project
        reads: tuple[tuple[type[Record], Read], ...] = (
            (Annotation, project.annotations_by_id),
            (Relation, project.relations_by_id),
            (Answer, project.answers_by_id),
            (Suggestion, project.suggestions_by_id),
            (Decision, project.decisions_by_id),
        )
        ids = [self._ids_on(kind) for kind, _ in reads]
        done, total = 0, sum(map(len, ids))
        changing: list[tuple[Read, list[str]]] = []
        for (_, read), there in zip(reads, ids, strict=True):
            found: list[str] = []
            for records in _some(read, there):
                found += [record.id for record in records if self._changes(record)]
                done += len(records)
                self._tell(done, total)
            changing.append((read, found))
        annotations, relations, answers, *others = changing
        ordered = (relations, answers, annotations, *others)
        return self._made(ordered), sum(len(ids) for _, ids in ordered)

    def _ids_on(self, kind: type[Record]) -> list[str]:
        found: list[str] = []
        for record_id in self._project.ids_on(kind, self._document.id):
            if len(found) % _IDS_AT_ONCE == 0:
                self._tell(0, 0)
            found.append(record_id)
        return found

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None and not self._progress(done, total):
            raise Cancelled

    def _made(self, changing: Iterable[tuple[Read, list[str]]]) -> Iterator[Edit]:
        for read, ids in changing:
            for records in _some(read, ids):
                for record in records:
                    yield Edit(record, self._after(record))

    def _changes(self, record: Record) -> bool:
        if isinstance(record, Annotation):
            [one] = anchored((record,), self._anchoring)
            if one.span is None:
                self._lost.add(record.id)
            if one.outcome in ("lost", "changed"):
                self._other.add(record.id)
            if one.outcome != "kept":
                return True
        return self._after(record) != record

    def _after(self, record: Record) -> Record | None:
        if isinstance(record, Annotation):
            return self._annotation(record)
        if isinstance(record, Relation):
            return self._relation(record)
        if isinstance(record, Answer):
            return self._answer(record)
        if isinstance(record, Suggestion):
            return self._suggestion(record)
        assert isinstance(record, Decision)
        return self._decision(record)

    def _annotation(self, before: Annotation) -> Annotation | None:
        after = self._moved(before, self._anchoring.span(before.span))
        label = self._project.schema.label_named.get(before.label)
        if after is None or label is None:
            return after
        features = self._places.moved(before.features, label.feature_named, before.span, after.span)
        if before.id in self._other:
            features = self._read_anew(before, after, label, features)
        if features is before.features:
            return after
        return after.model_copy(update={"features": features})

    def _read_anew(
        self, before: Annotation, after: Annotation, label: LabelDef, features: Features
    ) -> Features:
        """What was only read off the words is read off them again."""
        was = filled_features(label, self._anchoring.old, before.span, self._day)
        now = filled_features(label, self._anchoring.new, after.span, self._day)
        read = {n for n in was.keys() | now.keys() if before.features.get(n) == was.get(n)}
        kept = {name: value for name, value in features.items() if name not in read}
        return kept | {name: value for name, value in now.items() if name in read}

    def _relation(self, before: Relation) -> Relation | None:
        if before.source_id in self._lost or before.target_annotation_id in self._lost:
            return None
        definition = self._project.schema.relation_named.get(before.type)
        if definition is None:
            return before
        features = self._places.moved(before.features, definition.feature_named)
        return before.model_copy(update={"features": features})

    def _answer(self, before: Answer) -> Answer | None:
        """An answer holds for the words that it was given about."""
        if not self._other.isdisjoint(before.annotation_ids):
            return None
        place = place_in(before.problem, before.key)
        if place is None:
            return before
        span = self._anchoring.span(place)
        if span is None or not self._same_words(place, span):
            return None
        return before.model_copy(update={"key": key_of(span)})

    def _suggestion(self, before: Suggestion) -> Suggestion | None:
        after = self._moved(before, self._anchoring.span(before.span))
        label = self._project.schema.label_named.get(before.label)
        if after is None or label is None:
            return after
        features = self._places.moved(before.features, label.feature_named, before.span, after.span)
        return after.model_copy(update={"features": features})

    def _decision(self, before: Decision) -> Decision | None:
        """A decision was about these words: with others it says nothing."""
        span = self._anchoring.span(before.span)
        same = span is not None and self._same_words(before.span, span)
        return self._moved(before, span if same else None)

    def _moved(self, record: Q, span: Span | None) -> Q | None:
        if span is None:
            return None
        quote = span.slice(self._anchoring.new)
        return record.model_copy(update={"start": span.start, "end": span.end, "quote": quote})

    def _same_words(self, before: Span, after: Span) -> bool:
        return before.slice(self._anchoring.old) == after.slice(self._anchoring.new)


def _some(read: Read, ids: Iterable[str]) -> Iterator[Sequence[Record]]:
    """The records of these ids, some at once."""
    left = iter(ids)
    while some := list(islice(left, _AT_ONCE)):
        yield read(some)
