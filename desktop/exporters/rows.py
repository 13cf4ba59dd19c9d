"""What the rows of the sheets are made from: records in their document, with names looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import JsonValue

from desktop.exporters.cells import pieces
from desktop.exporters.document_view import DocumentView, Paragraph
from desktop.model.interchange import (
    ExportSource,
    FileAnnotation,
    FileAnswer,
    FileEntity,
    FileRelation,
)
from desktop.model.project import Rights
from desktop.model.schema import Schema

CLAIM, FIGURE, SPEAKER = "CLAIM", "FIGURE", "SPEAKER"


class Lookup:
    """The names behind the ids of a project."""

    def __init__(self, source: ExportSource) -> None:
        self.schema: Schema = source.schema
        self._annotators = {annotator.id: annotator.name for annotator in source.annotators}
        self._entities = {entity.id: entity for entity in source.entities}

    def annotator(self, annotator_id: str | None) -> str:
        """An annotator's name."""
        return self._annotators.get(annotator_id, annotator_id or "")

    def entity(self, entity_id: JsonValue) -> FileEntity | None:
        """A registry entry."""
        return self._entities.get(entity_id) if isinstance(entity_id, str) else None

    def entity_name(self, entity_id: JsonValue) -> str:
        """The name of an entry; empty when there is none."""
        entity = self.entity(entity_id)
        return entity.canonical_name if entity is not None else ""

    def label(self, name: str) -> str:
        """The Korean name of a label."""
        definition = self.schema.label_named.get(name)
        return definition.names.ko if definition is not None else name

    def relation(self, name: str) -> str:
        """The Korean name of a relation type."""
        definition = self.schema.relation_named.get(name)
        return definition.names.ko if definition is not None else name


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
    def rights(self) -> Rights:
        """What the document's notice says."""
        return self.view.document.rights or Rights()


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


def speaker_rows(view: DocumentView, lookup: Lookup) -> Iterator[AnnotationRow]:
    """Speakers with the claims attributed to them."""
    claims: defaultdict[str, list[FileAnnotation]] = defaultdict(list)
    for claim in view.labelled(CLAIM):
        for target in view.targets("attributed_to", claim):
            claims[target].append(claim)
    for speaker in view.labelled(SPEAKER):
        yield AnnotationRow(view, speaker, lookup, inner=claims)


def answer_rows(view: DocumentView, lookup: Lookup) -> Iterator[AnswerRow]:
    """All answered problems."""
    for answer in view.document.answers:
        yield AnswerRow(view, answer, lookup)


def relation_rows(view: DocumentView, lookup: Lookup) -> Iterator[RelationRow]:
    """All relations."""
    for relation in view.document.relations:
        yield RelationRow(view, relation, lookup)
