"""One document of a native file → a document of the project, checked against the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import located, within
from desktop.importers.json_values import checked_time
from desktop.importers.native_desk import DeskReader, suggested_in
from desktop.importers.native_records import (
    IMPORTED,
    FeatureReader,
    known_label,
    missing_target,
    named,
    twice,
)
from desktop.importers.native_text import OTHER_TEXT, FileText, refused
from desktop.importers.registry import Registry
from desktop.korean.rights import recognise_rights
from desktop.korean.titles import title_of
from desktop.korean.zones import find_zones
from desktop.model.batch import ImportedDocument
from desktop.model.canonical import canonicalise, text_hash
from desktop.model.interchange import FileAnnotation, FileDocument, FileRelation
from desktop.model.project import Annotation, Document, EarlierText, Relation
from desktop.model.schema import ENTITY_END, RelationDef, Schema
from desktop.model.values import new_id

_WITHOUT_TEXT = QT_TRANSLATE_NOOP(
    "errors", "Texts before a correction that the file does not hold: {count}"
)


class DocumentReader:
    """Reads the documents of one file; ``at`` dates what has no time."""

    def __init__(self, schema: Schema, registry: Registry, at: str) -> None:
        self._schema = schema
        self._registry = registry
        self._at = at
        self._features = FeatureReader(registry)
        self._desk = DeskReader(schema, registry, self._features, at)
        self._without_text = 0

    def warnings(self) -> list[Message]:
        """The features that the schema lacks, which are kept, and texts that are not there."""
        found = self._features.warnings()
        if self._without_text:
            found.append(Message(_WITHOUT_TEXT, {"count": self._without_text}))
        return found

    def read(self, file: FileDocument, place: str | Message) -> ImportedDocument:
        """Check a document and everything on it.

        Raises:
            RefusedInput: with the place; a missing text, or anything that contradicts the text or
                the schema.
        """
        try:
            text = FileText.of(file)
            earlier = list(self._earlier(file))
            document = self._document(file, text, tuple(one for one, _ in earlier))
        except RefusedInput as error:
            raise located(place, error) from None
        annotations: dict[str, Annotation] = {}
        suggested = suggested_in(file)
        for number, annotation in enumerate(file.annotations):
            if annotation.status == "suggested":
                continue
            try:
                made = self._annotation(annotation, document.id, text)
                if made.id in annotations:
                    raise twice(made.id)
            except RefusedInput as error:
                at = named(within(place, f"annotations[{number}]"), annotation.id)
                raise located(at, error) from None
            annotations[made.id] = made
        relations: dict[str, Relation] = {}
        for number, relation in enumerate(file.relations):
            if relation.source in suggested:
                continue
            try:
                if relation.target in suggested:
                    raise refused(
                        QT_TRANSLATE_NOOP(
                            "errors", "It leads to a suggestion but does not leave one."
                        )
                    )
                read = self._relation(relation, document.id, annotations, text)
                if read.id in relations:
                    raise twice(read.id)
            except RefusedInput as error:
                at = named(within(place, f"relations[{number}]"), relation.id)
                raise located(at, error) from None
            relations[read.id] = read
        labels = {made.id: made.label for made in annotations.values()}
        desk = self._desk.read(file, document, text, place, labels)
        return ImportedDocument(
            document,
            text.canonical.text,
            normalisation=text.canonical.log,
            annotations=tuple(annotations.values()),
            relations=tuple(relations.values()),
            answers=desk.answers,
            suggestions=desk.suggestions,
            decisions=desk.decisions,
            earlier_texts=tuple(words for _, words in earlier),
        )

    def _earlier(self, file: FileDocument) -> Iterator[tuple[EarlierText, str]]:
        """The texts before corrections, as far as they are there."""
        for earlier in file.earlier_texts:
            if earlier.text is None:
                self._without_text += 1
                continue
            canonical = canonicalise(earlier.text)
            if earlier.text_sha256 not in (canonical.sha256, text_hash(earlier.text)):
                raise refused(OTHER_TEXT)
            made = EarlierText(
                text_sha256=canonical.sha256,
                annotator_id=self._registry.annotator_id(earlier.annotator),
                replaced_at=checked_time(earlier.replaced_at) or self._at,
            )
            yield made, canonical.text

    def _document(
        self, file: FileDocument, text: FileText, earlier: tuple[EarlierText, ...]
    ) -> Document:
        plain = text.canonical.text
        zones = find_zones(plain) if file.zones is None else text.zones(file.zones)
        rights = recognise_rights(plain) if file.rights is None else text.rights(file.rights)
        begun = any(annotation.status != "suggested" for annotation in file.annotations)
        return Document(
            id=file.id or new_id(),
            title=title_of(plain, zones) if file.title is None else file.title,
            text_sha256=text.canonical.sha256,
            length=len(plain),
            metadata=file.metadata,
            rights=rights,
            zones=zones,
            state=file.state or ("in_progress" if begun else "new"),
            note=file.note or "",
            created_at=checked_time(file.created_at) or self._at,
            earlier_texts=earlier,
        )

    def _annotation(self, file: FileAnnotation, document_id: str, text: FileText) -> Annotation:
        definition = known_label(self._schema, file.label)
        span = text.checked_span(file.start, file.end, file.text)
        features = self._features.read(file.features, definition.feature_named, file.label, text)
        return Annotation(
            id=file.id or new_id(),
            document_id=document_id,
            label=file.label,
            start=span.start,
            end=span.end,
            quote=span.slice(text.canonical.text),
            features=features,
            annotator_id=self._registry.annotator_id(file.annotator),
            origin=IMPORTED if file.origin is None else file.origin,
            created_at=checked_time(file.created_at) or self._at,
        )

    def _relation(
        self,
        file: FileRelation,
        document_id: str,
        annotations: Mapping[str, Annotation],
        text: FileText,
    ) -> Relation:
        definition = self._schema.relation_named.get(file.type)
        if definition is None:
            raise refused(
                QT_TRANSLATE_NOOP("errors", "The project's schema has no relation type {type}."),
                type=repr(file.type[:40]),
            )
        source = annotations.get(file.source)
        if source is None:
            raise refused(
                QT_TRANSLATE_NOOP("errors", "Its source {id} is not in the file."), id=file.source
            )
        to_entity = self._leads_to_entity(file, definition, source, annotations)
        return Relation(
            id=file.id or new_id(),
            document_id=document_id,
            type=file.type,
            source_id=source.id,
            target_annotation_id=None if to_entity else file.target,
            target_entity_id=file.target if to_entity else None,
            features=self._features.read(file.features, definition.feature_named, file.type, text),
            annotator_id=self._registry.annotator_id(file.annotator),
            origin=IMPORTED if file.origin is None else file.origin,
            created_at=checked_time(file.created_at) or self._at,
        )

    def _leads_to_entity(
        self,
        file: FileRelation,
        definition: RelationDef,
        source: Annotation,
        annotations: Mapping[str, Annotation],
    ) -> bool:
        """Whether the target is a registry entry; refuses ends that the schema does not allow."""
        target = annotations.get(file.target)
        entity = self._registry.has_entity(file.target)
        if target is None and not entity:
            raise missing_target(file.target)
        to_annotation = target is not None and definition.allows(source.label, target.label)
        to_entity = entity and definition.allows(source.label, ENTITY_END)
        if to_annotation and to_entity:
            raise refused(
                QT_TRANSLATE_NOOP(
                    "errors", "The target {id} is the id of an annotation and of a registry entry."
                ),
                id=file.target,
            )
        if not (to_annotation or to_entity) or target is source:
            raise refused(
                QT_TRANSLATE_NOOP(
                    "errors", "The schema allows no relation {type} from {source} to {target}."
                ),
                type=file.type,
                source=source.label,
                target=target.label if target is not None else ENTITY_END,
            )
        return to_entity
