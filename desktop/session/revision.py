"""What becomes of an article when its text is corrected: everything that lies on the old text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from pydantic import JsonValue

from desktop.korean.dates import document_day
from desktop.korean.filling import filled_features
from desktop.korean.titles import title_of
from desktop.model.anchoring import Anchoring
from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Document, Relation, Rights
from desktop.model.schema import FeatureDef
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion
from desktop.model.values import Features
from desktop.review.problem import key_of, place_in
from desktop.session.planning import Reader

Outcome = Literal["changed", "lost", "moved", "kept"]
Q = TypeVar("Q", Annotation, Suggestion, Decision)


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
    """Makes the edits of a correction. Everybody's work follows the text, whoever corrects it."""

    def __init__(self, project: Reader, document: Document, anchoring: Anchoring) -> None:
        self._project = project
        self._document = document
        self._anchoring = anchoring
        self._day = document_day(document.metadata.date_published)

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

    def edits(self) -> Iterator[Edit]:
        """The edits of all that lies on the text, what goes first."""
        found = anchored(self._project.annotations(self._document.id), self._anchoring)
        lost = {one.annotation.id for one in found if one.span is None}
        other = {one.annotation.id for one in found if one.outcome in ("lost", "changed")}
        yield from self._relations(lost)
        yield from self._answers(other)
        for one in found:
            after = self._annotation(one)
            if after != one.annotation:
                yield Edit(one.annotation, after)
        yield from self._suggestions()
        yield from self._decisions()

    def _annotation(self, one: Anchored) -> Annotation | None:
        before = one.annotation
        after = self._moved(before, one.span)
        label = self._project.schema.label_named.get(before.label)
        if after is None or label is None:
            return after
        features = self._features(before.features, label.feature_named, before.span, after.span)
        if one.outcome == "changed":
            # What was only read off the words is read off them again.
            old, new = self._anchoring.old, self._anchoring.new
            was = filled_features(label, old, before.span, self._day)
            now = filled_features(label, new, after.span, self._day)
            for name in was.keys() | now.keys():
                if before.features.get(name) == was.get(name):
                    features.pop(name, None)
                    features |= {name: now[name]} if name in now else {}
        return after.model_copy(update={"features": features})

    def _relations(self, lost: set[str]) -> Iterator[Edit]:
        for relation in self._project.relations(self._document.id):
            if relation.source_id in lost or relation.target_annotation_id in lost:
                yield Edit(relation, None)
                continue
            after = self._relation(relation)
            if after != relation:
                yield Edit(relation, after)

    def _relation(self, relation: Relation) -> Relation:
        definition = self._project.schema.relation_named.get(relation.type)
        if definition is None:
            return relation
        features = self._features(relation.features, definition.feature_named)
        return relation.model_copy(update={"features": features})

    def _answers(self, other: set[str]) -> Iterator[Edit]:
        """An answer holds for the words that it was given about."""
        for answer in self._project.answers(self._document.id):
            after = self._answer(answer) if other.isdisjoint(answer.annotation_ids) else None
            if after != answer:
                yield Edit(answer, after)

    def _answer(self, answer: Answer) -> Answer | None:
        place = place_in(answer.problem, answer.key)
        if place is None:
            return answer
        span = self._anchoring.span(place)
        if span is None or not self._same_words(place, span):
            return None
        return answer.model_copy(update={"key": key_of(span)})

    def _suggestions(self) -> Iterator[Edit]:
        for before in self._project.suggestions(self._document.id):
            after = self._moved(before, self._anchoring.span(before.span))
            label = self._project.schema.label_named.get(before.label)
            if after is not None and label is not None:
                defined = label.feature_named
                features = self._features(before.features, defined, before.span, after.span)
                after = after.model_copy(update={"features": features})
            if after != before:
                yield Edit(before, after)

    def _decisions(self) -> Iterator[Edit]:
        """A decision was about these words: with others it says nothing."""
        for before in self._project.decisions(self._document.id):
            span = self._anchoring.span(before.span)
            same = span is not None and self._same_words(before.span, span)
            after = self._moved(before, span if same else None)
            if after != before:
                yield Edit(before, after)

    def _moved(self, record: Q, span: Span | None) -> Q | None:
        if span is None:
            return None
        quote = span.slice(self._anchoring.new)
        return record.model_copy(update={"start": span.start, "end": span.end, "quote": quote})

    def _same_words(self, before: Span, after: Span) -> bool:
        return before.slice(self._anchoring.old) == after.slice(self._anchoring.new)

    # Places among features

    def _features(
        self,
        features: Features,
        defined: Mapping[str, FeatureDef],
        before: Span | None = None,
        after: Span | None = None,
    ) -> Features:
        """Features with the places in them moved; those inside the record's span stay inside."""
        moved: Features = {}
        for name, value in features.items():
            kind = defined[name].type if name in defined else None
            if kind == "span":
                moved[name] = self._place(value, before, after)
            elif kind == "parts" and isinstance(value, dict):
                places = {part: self._places(v, before, after) for part, v in value.items()}
                left: dict[str, JsonValue] = {p: v for p, v in places.items() if v is not None}
                moved[name] = left or None
            else:
                moved[name] = value
        return {name: value for name, value in moved.items() if value is not None}

    def _places(self, value: JsonValue, before: Span | None, after: Span | None) -> JsonValue:
        if isinstance(value, list) and value and isinstance(value[0], list):
            places = [self._place(place, before, after) for place in value]
            return [place for place in places if place is not None] or None
        return self._place(value, before, after)

    def _place(self, value: JsonValue, before: Span | None, after: Span | None) -> JsonValue:
        match value:
            case [int(start), int(end)]:
                place = Span(start, end)
                span = self._anchoring.span(place)
                if span and before and after and before.contains(place):
                    span = Span(max(span.start, after.start), min(span.end, after.end))
                return list(span) if span and span.start < span.end else None
        return value
