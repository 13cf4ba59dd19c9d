"""What is checked of each imported document before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput, RuleBroken
from desktop.model.answer import Answer
from desktop.model.batch import ImportedDocument
from desktop.model.canonical import is_canonical, text_hash
from desktop.model.project import Annotation, Document, Relation
from desktop.model.schema import FeatureDef
from desktop.model.suggestion import Quoting, Suggestion
from desktop.model.values import Features
from desktop.session.document_commands import check_places
from desktop.session.planning import Reader
from desktop.session.rules import allowed, no_entry, storable

_OTHER_HASH = QT_TRANSLATE_NOOP("errors", "The text is not the one its hash was made of.")
_OUTSIDE = QT_TRANSLATE_NOOP("errors", "A zone or the rights notice lies outside the text.")
_UNSTORABLE = QT_TRANSLATE_NOOP("errors", "A value holds half a character or an endless number.")
_SAME_ANNOTATION = QT_TRANSLATE_NOOP("errors", "Two annotations have the same id.")
_SAME_RELATION = QT_TRANSLATE_NOOP("errors", "Two relations have the same id.")
_NO_LABEL = QT_TRANSLATE_NOOP("errors", "The project's schema has no label {label}.")
_SPAN_OUTSIDE = QT_TRANSLATE_NOOP("errors", "Its span lies outside the text.")
_OTHER_TEXT = QT_TRANSLATE_NOOP("errors", "The text at {start}–{end} is not the annotation's text.")
_NO_TYPE = QT_TRANSLATE_NOOP("errors", "The project's schema has no relation type {type}.")
_NO_END = QT_TRANSLATE_NOOP("errors", "An end of the relation does not exist.")
_NOT_THERE = QT_TRANSLATE_NOOP("errors", "A relation {type} may not lead there.")
_VALUE = QT_TRANSLATE_NOOP("errors", "The value of {name} {fault}.")
_NOT_INSIDE = QT_TRANSLATE_NOOP(
    "errors", "Relations {type} whose source does not lie inside the target: {count}"
)
_LACKING = QT_TRANSLATE_NOOP("errors", "Features that the schema lacks: {count}")
_TOO_MANY = QT_TRANSLATE_NOOP("errors", "Annotations with more than {limit} {type}: {count}")


class DocumentCheck:
    """Checks documents one by one; refuses what is wrong and counts what is only unusual."""

    def __init__(self, source: str, project: Reader, new_entities: frozenset[str]) -> None:
        self._source = source
        self._project = project
        self._entities = new_entities | {entity.id for entity in project.entities()}
        self._unusual: Counter[tuple[str, tuple[tuple[str, object], ...]]] = Counter()

    def warnings(self) -> list[Message]:
        """What was taken although the schema does not foresee it, with counts."""
        return [
            Message(template, {**dict(params), "count": count})
            for (template, params), count in self._unusual.items()
        ]

    def refused(
        self, document_id: str, reason: str, record_id: str = "", **params: object
    ) -> RefusedInput:
        """The error that names the place; ``reason`` is the template of a sentence."""
        return RefusedInput(
            QT_TRANSLATE_NOOP("errors", "{source}, {place}: {reason}"),
            QT_TRANSLATE_NOOP("errors", "Nothing was imported; the project is as it was."),
            source=self._source,
            place=f"{document_id} {record_id}".strip(),
            reason=Message(reason, params),
        )

    def document(self, imported: ImportedDocument) -> None:
        """Check a document with all its annotations and relations."""
        document = imported.document
        if document.length != len(imported.text) or not is_canonical(imported.text):
            raise ValueError(f"the importer of {self._source} gave a text that is not canonical")
        texts = (*imported.earlier_texts, imported.text)
        told = (*(earlier.text_sha256 for earlier in document.earlier_texts), document.text_sha256)
        if told != tuple(map(text_hash, texts)):
            raise self.refused(document.id, _OTHER_HASH)
        try:
            check_places(document)
        except RuleBroken:
            raise self.refused(document.id, _OUTSIDE) from None
        if not storable(document):
            raise self.refused(document.id, _UNSTORABLE)
        annotations = {annotation.id: annotation for annotation in imported.annotations}
        if len(annotations) != len(imported.annotations):
            raise self.refused(document.id, _SAME_ANNOTATION)
        if len({relation.id for relation in imported.relations}) != len(imported.relations):
            raise self.refused(document.id, _SAME_RELATION)
        for annotation in imported.annotations:
            self._annotation(imported, annotation)
        for relation in imported.relations:
            self._relation(document, relation, annotations)
        self._desk(imported)
        self._count_relations(imported.relations)

    def _annotation(self, imported: ImportedDocument, annotation: Annotation) -> None:
        document = imported.document
        definition = self._project.schema.label_named.get(annotation.label)
        if definition is None:
            raise self.refused(document.id, _NO_LABEL, annotation.id, label=annotation.label)
        if annotation.document_id != document.id or not annotation.span.fits(document.length):
            raise self.refused(document.id, _SPAN_OUTSIDE, annotation.id)
        if annotation.span.slice(imported.text) != annotation.quote:
            raise self.refused(
                document.id,
                _OTHER_TEXT,
                annotation.id,
                start=annotation.start,
                end=annotation.end,
            )
        self._features(document, annotation, definition.feature_named)

    def _desk(self, imported: ImportedDocument) -> None:
        document = imported.document
        quotings: tuple[Quoting, ...] = (*imported.suggestions, *imported.decisions)
        for quoting in quotings:
            if quoting.document_id != document.id or not quoting.span.fits(document.length):
                raise self.refused(document.id, _SPAN_OUTSIDE, quoting.id)
            if quoting.span.slice(imported.text) != quoting.quote:
                place = {"start": quoting.start, "end": quoting.end}
                raise self.refused(document.id, _OTHER_TEXT, quoting.id, **place)
        for suggestion in imported.suggestions:
            definition = self._project.schema.label_named.get(suggestion.label)
            if definition is None:
                raise self.refused(document.id, _NO_LABEL, suggestion.id, label=suggestion.label)
            self._features(document, suggestion, definition.feature_named)
        records: tuple[Answer | Quoting, ...] = (*imported.answers, *quotings)
        for record in records:
            if not storable(record):
                raise self.refused(document.id, _UNSTORABLE, record.id)

    def _relation(
        self, document: Document, relation: Relation, annotations: Mapping[str, Annotation]
    ) -> None:
        definition = self._project.schema.relation_named.get(relation.type)
        if definition is None:
            raise self.refused(document.id, _NO_TYPE, relation.id, type=relation.type)
        source = annotations.get(relation.source_id)
        target = annotations.get(relation.target_annotation_id or "")
        known_target = target is not None or relation.target_entity_id in self._entities
        if relation.document_id != document.id or source is None or not known_target:
            raise self.refused(document.id, _NO_END, relation.id)
        if source is target or not allowed(definition, source, target):
            raise self.refused(document.id, _NOT_THERE, relation.id, type=relation.type)
        if definition.contained and target is not None and not target.span.contains(source.span):
            self._unusual[_NOT_INSIDE, (("type", relation.type),)] += 1
        self._features(document, relation, definition.feature_named)

    def _features(
        self,
        document: Document,
        record: Annotation | Relation | Suggestion,
        defined: Mapping[str, FeatureDef],
    ) -> None:
        features: Features = record.features
        whole = None if isinstance(record, Relation) else record.span
        for name, value in features.items():
            definition = defined.get(name)
            if definition is None:
                self._unusual[_LACKING, ()] += 1
                continue
            fault = definition.fault(value, document.length, whole)
            if fault is None and definition.type == "entity" and value not in self._entities:
                fault = no_entry()
            if fault is not None:
                raise self.refused(document.id, _VALUE, record.id, name=name, fault=fault)
        if features and not storable(record):
            raise self.refused(document.id, _UNSTORABLE, record.id)

    def _count_relations(self, relations: Iterable[Relation]) -> None:
        leaving = Counter((relation.type, relation.source_id) for relation in relations)
        for (name, _source), count in leaving.items():
            limit = self._project.schema.relation_named[name].max
            if limit is not None and count > limit:
                self._unusual[_TOO_MANY, (("limit", limit), ("type", name))] += 1


def same_content(
    project: Reader, imported: ImportedDocument, present: Document, annotator_ids: dict[str, str]
) -> bool:
    """True when text, annotations and relations are equal but for ids and times.

    Ids are left aside because an earlier import may have had to give fresh ones, times because a
    file may omit them.
    """
    if imported.document.text_sha256 != present.text_sha256:
        return False
    there = _content(project.annotations(present.id), project.relations(present.id), {})
    return there == _content(imported.annotations, imported.relations, annotator_ids)


def _content(
    annotations: Iterable[Annotation],
    relations: Iterable[Relation],
    annotator_ids: Mapping[str, str],
) -> Counter[str]:
    """How often each annotation and relation occurs, without ids and times."""
    names: dict[str, str] = {}
    for annotation in annotations:
        who = annotator_ids.get(annotation.annotator_id, annotation.annotator_id)
        plain = annotation.model_copy(update={"features": _ordered(annotation.features)})
        left = plain.model_dump_json(exclude={"id", "document_id", "annotator_id", "created_at"})
        names[annotation.id] = f"{who} {left}"
    content = Counter(names.values())
    for relation in relations:
        who = annotator_ids.get(relation.annotator_id, relation.annotator_id)
        target = names.get(relation.target_annotation_id or "", relation.target_entity_id or "")
        kept = relation.model_copy(update={"features": _ordered(relation.features)})
        left = kept.model_dump_json(include={"type", "features", "origin"})
        content[f"{who} {left} {names.get(relation.source_id, '')} {target}"] += 1
    return content


def _ordered(features: Features) -> Features:
    return dict(sorted(features.items()))
