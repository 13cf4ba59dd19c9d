"""Documents of other tools' files → an ImportBatch; what is not taken over is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import UNHARMED, ReadContext, located
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan
from desktop.importers.foreign_labels import LabelMap
from desktop.importers.foreign_text import ForeignText
from desktop.importers.offsets import CODE_POINT
from desktop.importers.plain_text import article
from desktop.importers.registry import Registry
from desktop.model.batch import ImportBatch, ImportedDocument
from desktop.model.project import Annotation, Metadata, Relation
from desktop.model.schema import ENTITY_END, FeatureDef
from desktop.model.values import Features, new_id, now

MOST_LISTED = 1_000
"""Most spans that are listed one by one; further ones are counted."""

MOST_DOCUMENTS = 200_000
MOST_SPANS = 2_000_000

CONTINUES = "continues"

_UNPLACED = QT_TRANSLATE_NOOP(
    "errors", "{place}: left out {label} at {start}–{end}: those words do not stand there."
)
_UNPLACED_MORE = QT_TRANSLATE_NOOP("errors", "Further annotations that have no place: {count}")
_UNIT = QT_TRANSLATE_NOOP("errors", "{place}: offsets are counted in {unit}.")
_RELATION = QT_TRANSLATE_NOOP(
    "errors", "Relations {type} left out, as the schema has none between such ends: {count}"
)
_ENDLESS = QT_TRANSLATE_NOOP(
    "errors", "Relations {type} left out, as an end was not taken over: {count}"
)
_FEATURE = QT_TRANSLATE_NOOP(
    "errors", "Values of the feature {name} left out, as the schema has none such: {count}"
)
_APART = QT_TRANSLATE_NOOP(
    "errors",
    "Annotations {label} in parts that stand alone, as the schema cannot join them: {count}",
)


class ForeignBatch:
    """Takes the documents of one file; ``format`` names where the annotations came from."""

    def __init__(self, context: ReadContext, format_name: str) -> None:
        self._schema = context.schema
        self._tell = context.tell
        self._at = now()
        self._origin = f"imported:{format_name}"
        self._registry = Registry(context, self._at)
        self._labels = LabelMap(context.schema, context.label_map)
        self._documents: list[ImportedDocument] = []
        self._told: list[Message] = []
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._unread: Counter[str] = Counter()
        self._unplaced = 0
        self._spans = 0

    def batch(self, source: str, documents: Iterable[ForeignDocument]) -> ImportBatch:
        """All documents of a file.

        Raises:
            RefusedInput: there is none, there are too many, or one has no text.
        """
        for document in documents:
            self._spans += len(document.spans) + len(document.relations)
            if len(self._documents) == MOST_DOCUMENTS or self._spans > MOST_SPANS:
                raise RefusedInput(
                    QT_TRANSLATE_NOOP("errors", "It holds too many documents or annotations."),
                    QT_TRANSLATE_NOOP("errors", "Divide it into several files and import those."),
                )
            try:
                self._documents.append(self._taken(document, source))
            except RefusedInput as error:
                raise located(document.place, error) from None
            self._tell(len(self._documents), 0)
        if not self._documents:
            raise RefusedInput(QT_TRANSLATE_NOOP("errors", "There is no article in it."), UNHARMED)
        return ImportBatch(
            source,
            annotators=self._registry.annotators,
            documents=tuple(self._documents),
            warnings=tuple(self._warnings()),
            unknown_labels=self._labels.unknown,
        )

    def _taken(self, document: ForeignDocument, source: str) -> ImportedDocument:
        text = ForeignText(document)
        known = {"source_id": document.id} if document.id else {}
        metadata = Metadata.model_validate({"source_file": source} | known)
        made = article(text.canonical, metadata, document.title)
        if text.unit != CODE_POINT and document.units[0] != text.unit:
            self._told.append(Message(_UNIT, {"place": document.place, "unit": text.unit}))
        self._unread.update(document.unread)
        taker = _Annotations(made, text)
        for span in document.spans:
            self._take_span(span, document, taker)
        for relation in document.relations:
            self._take_relation(relation, taker)
        begun = made.document.model_copy(update={"state": "in_progress"})
        return replace(
            made,
            document=begun if taker.annotations else made.document,
            annotations=tuple(taker.annotations.values()),
            relations=tuple(taker.relations),
        )

    def _take_span(self, span: ForeignSpan, document: ForeignDocument, taker: _Annotations) -> None:
        label = self._labels.of(span.label)
        if label is None:
            return
        places = taker.text.places(span)
        if places is None:
            self._list_unplaced(span, document)
            return
        features = self._features(span.features, self._schema.label_named[label].feature_named)
        parts: list[Annotation] = []
        for place in places:
            annotation = Annotation(
                id=new_id(),
                document_id=taker.document_id,
                label=label,
                start=place.start,
                end=place.end,
                quote=place.slice(taker.text.canonical.text),
                features=features,
                annotator_id=self._registry.annotator_id(span.annotator),
                origin=self._origin,
                created_at=self._at,
            )
            parts.append(annotation)
        joins = self._schema.relation_named.get(CONTINUES)
        joined = joins is not None and joins.allows(label, label)
        if len(parts) > 1 and not joined:
            self._counts[_APART, "label", label] += 1
        taker.add(span.key, parts)
        for before, part in pairwise(parts) if joined else ():
            taker.relations.append(self._relation(CONTINUES, part, before.id, taker))

    def _take_relation(self, relation: ForeignRelation, taker: _Annotations) -> None:
        source, target = taker.first(relation.source), taker.first(relation.target)
        to_entity = target is None and self._registry.has_entity(relation.target)
        if source is None or (target is None and not to_entity):
            self._counts[_ENDLESS, "type", relation.type[:40]] += 1
            return
        name = self._labels.relation(relation.type)
        definition = self._schema.relation_named.get(name)
        end = ENTITY_END if target is None else target.label
        if definition is None or source is target or not definition.allows(source.label, end):
            self._counts[_RELATION, "type", relation.type[:40]] += 1
            return
        if name == CONTINUES and target is not None:
            target = taker.last(relation.target) or target
        features = self._features(relation.features, definition.feature_named)
        target_id = relation.target if target is None else target.id
        made = self._relation(name, source, target_id, taker, features, to_entity=to_entity)
        taker.relations.append(made)

    def _relation(
        self,
        name: str,
        source: Annotation,
        target_id: str,
        taker: _Annotations,
        features: Features | None = None,
        *,
        to_entity: bool = False,
    ) -> Relation:
        return Relation(
            id=new_id(),
            document_id=taker.document_id,
            type=name,
            source_id=source.id,
            target_annotation_id=None if to_entity else target_id,
            target_entity_id=target_id if to_entity else None,
            features=features or {},
            annotator_id=source.annotator_id,
            origin=self._origin,
            created_at=self._at,
        )

    def _features(self, given: Features, defined: dict[str, FeatureDef]) -> Features:
        """The features that the schema has and that fit; places in the text and entries do not."""
        kept: Features = {}
        for name, value in given.items():
            definition = defined.get(name)
            fits = (
                definition is not None
                and definition.type not in ("parts", "span")
                and definition.fault(value, 0) is None
                and (definition.type != "entity" or self._registry.has_entity(value))
            )
            if fits:
                kept[name] = value
            elif value is not None:
                self._counts[_FEATURE, "name", name[:40]] += 1
        return kept

    def _list_unplaced(self, span: ForeignSpan, document: ForeignDocument) -> None:
        self._unplaced += 1
        if self._unplaced > MOST_LISTED:
            return
        start, end = min(span.pieces)[0], max(span.pieces)[1]
        place = {"place": document.place, "label": span.label[:40], "start": start, "end": end}
        self._told.append(Message(_UNPLACED, place))

    def _warnings(self) -> Iterable[Message]:
        yield from self._labels.warnings()
        for (template, name, value), count in self._counts.items():
            yield Message(template, {name: value, "count": count})
        for what, count in self._unread.items():
            yield Message(what, {"count": count})
        yield from self._told
        if self._unplaced > MOST_LISTED:
            yield Message(_UNPLACED_MORE, {"count": self._unplaced - MOST_LISTED})


class _Annotations:
    """What was made of one document's spans and relations so far."""

    def __init__(self, made: ImportedDocument, text: ForeignText) -> None:
        self.document_id = made.document.id
        self.text = text
        self.annotations: dict[str, Annotation] = {}
        self.relations: list[Relation] = []
        self._by_key: dict[str, list[Annotation]] = {}

    def add(self, key: str, parts: list[Annotation]) -> None:
        self._by_key.setdefault(key, parts)
        self.annotations |= {part.id: part for part in parts}

    def first(self, key: str) -> Annotation | None:
        parts = self._by_key.get(key)
        return parts[0] if parts else None

    def last(self, key: str) -> Annotation | None:
        parts = self._by_key.get(key)
        return parts[-1] if parts else None
