"""What the rows of the sheets are made from: records in their document, with names looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import JsonValue

from desktop.exporters.cells import pieces
from desktop.exporters.columns import ATTRIBUTED_TO
from desktop.exporters.document_view import DocumentView, Paragraph
from desktop.exporters.feature_values import as_text, choices_of
from desktop.exporters.lookup import Lookup
from desktop.model.answer import problem_id
from desktop.model.interchange import (
    FileAnnotation,
    FileAnswer,
    FileEntity,
    FileRelation,
    FoundProblem,
)
from desktop.model.project import Rights
from desktop.model.schema import FeatureDef, Names, Schema

CLAIM, FIGURE, SPEAKER = "CLAIM", "FIGURE", "SPEAKER"

STATES = {
    "new": Names(en="new", ko="대기"),
    "in_progress": Names(en="in progress", ko="진행"),
    "done": Names(en="done", ko="완료"),
    "skipped": Names(en="skipped", ko="건너뜀"),
}
SEVERITIES = {
    "wrong": Names(en="wrong", ko="잘못"),
    "missing": Names(en="missing", ko="빠짐"),
    "unusual": Names(en="unusual", ko="드묾"),
}


@dataclass(frozen=True)
class AnnotationRow:
    """An annotation in its document.

    ``outer`` maps an id to the one it lies in, ``inner`` to what belongs to it, ``utterances`` to
    all parts of one utterance; each only where the sheet needs it.
    """

    view: DocumentView
    annotation: FileAnnotation
    lookup: Lookup
    outer: Mapping[str, str] = field(default_factory=dict)
    inner: Mapping[str, list[FileAnnotation]] = field(default_factory=dict)
    utterances: Mapping[str, tuple[FileAnnotation, ...]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The annotation's id."""
        return self.annotation.id or ""

    @property
    def figures(self) -> list[FileAnnotation]:
        """The figures in a claim."""
        return self.inner.get(self.id, [])

    @cached_property
    def place(self) -> tuple[int | None, str]:
        """Number and zone of the paragraph in which the annotation begins."""
        paragraph = self.view.paragraph_at(self.annotation.start)
        return (paragraph.number, paragraph.zone) if paragraph is not None else (None, "")

    def feature(self, name: str) -> JsonValue:
        """The value of a feature; None when there is none."""
        return self.annotation.features.get(name)

    def ends(self, relation_type: str) -> str:
        """The ids that relations of a type lead to."""
        return "; ".join(self.view.targets(relation_type, self.annotation))

    def first_end(self, relation_type: str) -> str | None:
        """The first id that relations of a type lead to."""
        return next(iter(self.view.targets(relation_type, self.annotation)), None)

    def end_words(self, relation_type: str) -> str:
        """What relations of a type lead to: the annotation's words or the entry's name."""
        return joined(
            self._target_words(i) for i in self.view.targets(relation_type, self.annotation)
        )

    def _target_words(self, target_id: str) -> str:
        target = self.view.annotation_by_id.get(target_id)
        return self.view.quote(target) if target is not None else self.lookup.entity_name(target_id)

    def end_entities(self, relation_type: str) -> Iterator[FileEntity]:
        """The registry entries at the ends, also those that an annotation there names."""
        for target_id in self.view.targets(relation_type, self.annotation):
            target = self.view.annotation_by_id.get(target_id)
            named = target_id if target is None else entity_of(target, self.lookup.schema)
            if (entity := self.lookup.entity(named)) is not None:
                yield entity


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph, or a piece of one that no cell could hold."""

    view: DocumentView
    paragraph: Paragraph
    start: int
    end: int

    @property
    def key(self) -> str | None:
        """How links know it; only the first piece."""
        whole = self.start == self.paragraph.start
        return f"{self.view.document.id} {self.paragraph.number}" if whole else None

    @property
    def rights(self) -> Rights:
        """What the document's notice says."""
        return self.view.document.rights or Rights()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A document as one row."""

    view: DocumentView
    lookup: Lookup

    @property
    def rights(self) -> Rights:
        """What the document's notice says."""
        return self.view.document.rights or Rights()

    @property
    def state_name(self) -> str:
        """The document's state for people."""
        names = STATES.get(self.view.document.state or "")
        return self.lookup.said(names) if names is not None else ""


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """One feature of an annotation; a range is two, named for its ends."""

    of: AnnotationRow
    name: str
    value: JsonValue
    definition: FeatureDef | None

    @property
    def value_name(self) -> str:
        """The value for people, where it is one of several or names an entry."""
        lookup = self.of.lookup
        if self.definition is None or not isinstance(self.value, str | bool):
            return ""
        if self.definition.type == "entity":
            return lookup.entity_name(self.value)
        named = {choice.name: choice.names for choice in choices_of(self.definition)}
        names = named.get(str(as_text(self.value)))
        return lookup.said(names) if names is not None else ""


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """An open problem in its document."""

    view: DocumentView
    problem: FoundProblem
    lookup: Lookup

    @property
    def id(self) -> str:
        """The same as long as it is the same problem of the same document."""
        found = self.problem
        return problem_id(self.view.document.id or "", found.kind, found.annotations, found.key)

    @property
    def severity_name(self) -> str:
        """How grave it is, for people."""
        return self.lookup.said(SEVERITIES[self.problem.severity])

    @property
    def words(self) -> str:
        """The text that it is about."""
        return self.view.words(self.problem.start, self.problem.end)

    @property
    def annotation(self) -> FileAnnotation | None:
        """The first annotation that it concerns."""
        known = map(self.view.annotation_by_id.get, self.problem.annotations)
        return next(filter(None, known), None)


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation in its document."""

    view: DocumentView
    relation: FileRelation
    lookup: Lookup

    @property
    def source(self) -> FileAnnotation | None:
        """The annotation that the relation leaves."""
        return self.view.annotation_by_id.get(self.relation.source)

    @property
    def target(self) -> FileAnnotation | None:
        """The annotation that it leads to; None for a registry entry."""
        return self.view.annotation_by_id.get(self.relation.target)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answered problem in its document."""

    view: DocumentView
    answer: FileAnswer
    lookup: Lookup

    @property
    def words(self) -> str:
        """The text of the annotations that the problem concerns."""
        known = map(self.view.annotation_by_id.get, self.answer.annotations)
        return joined(self.view.quote(annotation) for annotation in known if annotation is not None)


def joined(words: Iterable[str]) -> str:
    """Words with a semicolon between, without empty ones."""
    return "; ".join(word for word in words if word)


def entity_of(annotation: FileAnnotation, schema: Schema) -> JsonValue:
    """The registry entry that an annotation names in the first feature of that type."""
    definition = schema.label_named.get(annotation.label)
    for feature in definition.features if definition is not None else ():
        if feature.type == "entity" and feature.name in annotation.features:
            return annotation.features[feature.name]
    return None


def paragraph_rows(view: DocumentView) -> Iterator[ParagraphRow]:
    """Paragraphs, cut where no cell could hold them."""
    for paragraph in view.paragraphs:
        start = paragraph.start
        for piece in pieces(view.words(paragraph.start, paragraph.end)) if view.with_text else [""]:
            end = start + len(piece) if view.with_text else paragraph.end
            yield ParagraphRow(view, paragraph, start, end)
            start = end


def annotation_rows(view: DocumentView, lookup: Lookup) -> Iterator[AnnotationRow]:
    """All annotations."""
    for annotation in view.document.annotations:
        yield AnnotationRow(view, annotation, lookup)


def claim_rows(view: DocumentView, lookup: Lookup) -> Iterator[AnnotationRow]:
    """Claims with the figures in them and the parts of their utterances."""
    claim_of = view.innermost(FIGURE, CLAIM)
    figures: defaultdict[str, list[FileAnnotation]] = defaultdict(list)
    for figure in view.labelled(FIGURE):
        explicit = view.targets("figure_in", figure)
        for claim_id in explicit or [claim_of.get(figure.id or "", "")]:
            figures[claim_id].append(figure)
    utterances = view.utterances("continues")
    for claim in view.labelled(CLAIM):
        yield AnnotationRow(view, claim, lookup, inner=figures, utterances=utterances)


def figure_rows(view: DocumentView, lookup: Lookup) -> Iterator[AnnotationRow]:
    """Figures with the claims that they lie in."""
    claim_of = view.innermost(FIGURE, CLAIM)
    for figure in view.labelled(FIGURE):
        yield AnnotationRow(view, figure, lookup, outer=claim_of)


def labelled_rows(view: DocumentView, lookup: Lookup, label: str) -> Iterator[AnnotationRow]:
    """The annotations of a label."""
    for annotation in view.labelled(label):
        yield AnnotationRow(view, annotation, lookup)


def speaker_rows(view: DocumentView, lookup: Lookup) -> Iterator[AnnotationRow]:
    """Speakers with the claims attributed to them."""
    claims: defaultdict[str, list[FileAnnotation]] = defaultdict(list)
    for claim in view.labelled(CLAIM):
        for target in view.targets(ATTRIBUTED_TO, claim):
            claims[target].append(claim)
    for speaker in view.labelled(SPEAKER):
        yield AnnotationRow(view, speaker, lookup, inner=claims)


def article_rows(view: DocumentView, lookup: Lookup) -> Iterator[ArticleRow]:
    """The document itself."""
    yield ArticleRow(view, lookup)


def feature_rows(view: DocumentView, lookup: Lookup) -> Iterator[FeatureRow]:
    """All features of all annotations."""
    for row in annotation_rows(view, lookup):
        label = lookup.schema.label_named.get(row.annotation.label)
        known = label.feature_named if label is not None else {}
        for name, value in row.annotation.features.items():
            definition = known.get(name)
            if definition is not None and definition.type == "range" and isinstance(value, dict):
                for end in ("low", "high"):
                    if value.get(end) is not None:
                        yield FeatureRow(row, f"{name}_{end}", value[end], definition)
            else:
                yield FeatureRow(row, name, value, definition)


def problem_rows(view: DocumentView, lookup: Lookup) -> Iterator[ProblemRow]:
    """All open problems."""
    for problem in view.problems:
        yield ProblemRow(view, problem, lookup)


def answer_rows(view: DocumentView, lookup: Lookup) -> Iterator[AnswerRow]:
    """All answered problems."""
    for answer in view.document.answers:
        yield AnswerRow(view, answer, lookup)


def relation_rows(view: DocumentView, lookup: Lookup) -> Iterator[RelationRow]:
    """All relations."""
    for relation in view.document.relations:
        yield RelationRow(view, relation, lookup)
