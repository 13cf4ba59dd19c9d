"""How a batch comes into a project: what is matched, skipped, renamed, or refused.

Everything is checked before the first edit; a refusal names the document and the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.model.batch import CURRENT_ANNOTATOR, ImportBatch, ImportedDocument, ImportResult
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Document, Entity, Relation
from desktop.model.values import new_id
from desktop.session.entity_commands import BUILT_IN_IDS
from desktop.session.import_checks import DocumentCheck, same_content
from desktop.session.planning import Context, Plan, Reader
from desktop.session.rules import storable

_UNHARMED = QT_TRANSLATE_NOOP("errors", "Nothing was imported; the project is as it was.")
_SAME_DOCUMENT = QT_TRANSLATE_NOOP("errors", "The file holds two documents of this id.")
_OTHER_CONTENT = QT_TRANSLATE_NOOP(
    "errors", "The project has a document of this id with other content."
)
_LEFT = QT_TRANSLATE_NOOP(
    "errors",
    "{id}: already there; its title, state, zones, metadata and rights were left as the project"
    " has them.",
)
_OTHER_TYPES = QT_TRANSLATE_NOOP(
    "errors", "Registry entries with a type that the schema lacks: {count}"
)


def plan_import(
    batch: ImportBatch, project: Reader, context: Context, skip_duplicates: bool
) -> tuple[Plan, ImportResult]:
    """The edits that take ``batch`` over, and what will have been done when they are committed.

    Raises:
        RefusedInput: the batch contradicts itself, the schema or the project.
    """
    entities = _new_entities(batch, project)
    annotators, annotator_ids = _matched_annotators(batch, project, context)
    planner = _Planner(project, annotator_ids, skip_duplicates)
    planner.check = DocumentCheck(
        batch.source, project, frozenset(entity.id for entity in entities)
    )
    for document in batch.documents:
        planner.take(document)
    plan = Plan(
        planner.edits(entities),
        [taken.imported for taken in planner.taken],
        annotators,
        len(entities) + sum(taken.size for taken in planner.taken),
    )
    return plan, planner.result(batch, entities)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A document to be added, and the fresh ids of records whose own id is in use."""

    imported: ImportedDocument
    position: int
    renamed: dict[str, str]

    @property
    def size(self) -> int:
        return 1 + len(self.imported.annotations) + len(self.imported.relations)


@dataclass(slots=True)
class _Planner:
    project: Reader
    annotator_ids: dict[str, str]
    skip_duplicates: bool
    check: DocumentCheck = field(init=False)
    taken: list[_Taken] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    hashes: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    position: int = 0

    def take(self, imported: ImportedDocument) -> None:
        """Check one document and decide what becomes of it."""
        document = imported.document
        self.check.document(imported)
        if document.id in self.documents:
            raise self.check.refused(document.id, _SAME_DOCUMENT)
        self.documents.add(document.id)
        present = self.project.document(document.id)
        if present is not None:
            self._leave(imported, present)
            return
        twin = document.text_sha256 in self.hashes or bool(
            self.project.document_ids_with_text(document.text_sha256)
        )
        if twin and self.skip_duplicates:
            self.skipped.append(document.id)
            return
        if twin:
            self.duplicates.append(document.id)
        self.hashes.add(document.text_sha256)
        position = self.taken[-1].position + 1 if self.taken else self.project.next_position()
        self.taken.append(_Taken(imported, position, self._renamed(imported)))

    def _leave(self, imported: ImportedDocument, present: Document) -> None:
        if not same_content(self.project, imported, present, self.annotator_ids):
            raise self.check.refused(present.id, _OTHER_CONTENT)
        ignored = {"position", "created_at"}
        if imported.document.model_dump(exclude=ignored) != present.model_dump(exclude=ignored):
            self.warnings.append(Message(_LEFT, {"id": present.id}))
        self.skipped.append(present.id)

    def _renamed(self, imported: ImportedDocument) -> dict[str, str]:
        """Fresh ids for what the project or an earlier document of the batch has in use."""
        annotations = [a.id for a in imported.annotations]
        relations = [r.id for r in imported.relations]
        in_project = {a.id for a in self.project.annotations_by_id(annotations)}
        in_project |= {r.id for r in self.project.relations_by_id(relations)}
        renamed = {
            record_id: new_id()
            for record_id in (*annotations, *relations)
            if record_id in in_project or record_id in self.used
        }
        self.used.update(annotations, relations)
        return renamed

    def edits(self, entities: list[Entity]) -> Iterator[Edit]:
        """All edits, made one at a time."""
        for entity in entities:
            yield Edit(None, entity)
        for taken in self.taken:
            document = taken.imported.document
            yield Edit(None, document.model_copy(update={"position": taken.position}))
            for annotation in taken.imported.annotations:
                yield Edit(None, self._own(annotation, taken.renamed))
            for relation in taken.imported.relations:
                yield Edit(None, self._own(relation, taken.renamed))

    def _own(self, record: Annotation | Relation, renamed: dict[str, str]) -> Annotation | Relation:
        """The record with the project's ids in the place of the file's."""
        update = {"annotator_id": self.annotator_ids[record.annotator_id]}
        if renamed:
            names = ("id", "source_id", "target_annotation_id")
            ids = {name: getattr(record, name, None) for name in names}
            update |= {name: renamed[old] for name, old in ids.items() if old in renamed}
        if all(getattr(record, name) == value for name, value in update.items()):
            return record
        return record.model_copy(update=update)

    def result(self, batch: ImportBatch, entities: list[Entity]) -> ImportResult:
        """What will have been done."""
        return ImportResult(
            documents=tuple(taken.imported.document.id for taken in self.taken),
            skipped=tuple(self.skipped),
            duplicates=tuple(self.duplicates),
            annotations=sum(len(taken.imported.annotations) for taken in self.taken),
            relations=sum(len(taken.imported.relations) for taken in self.taken),
            renamed=sum(len(taken.renamed) for taken in self.taken),
            warnings=(
                *batch.warnings,
                *self.warnings,
                *self.check.warnings(),
                *_type_warnings(self.project, entities),
            ),
        )


def _matched_annotators(
    batch: ImportBatch, project: Reader, context: Context
) -> tuple[list[Annotator], dict[str, str]]:
    """The annotators to add, and for each id of the batch the project's id.

    The id decides where the name agrees, else the name; nobody's work goes to another person.
    """
    known = {annotator.id: annotator for annotator in (*project.annotators(), context.annotator)}
    by_name = {annotator.name: annotator.id for annotator in known.values()}
    added: list[Annotator] = []
    ids = {CURRENT_ANNOTATOR: context.annotator.id}
    for annotator in batch.annotators:
        if annotator.name not in by_name:
            taken = annotator.id in known
            own = annotator.model_copy(update={"id": new_id()}) if taken else annotator
            known[own.id] = own
            by_name[own.name] = own.id
            added.append(own)
    for annotator in batch.annotators:
        ids[annotator.id] = by_name[annotator.name]
    return added, ids


def _new_entities(batch: ImportBatch, project: Reader) -> list[Entity]:
    """The entities to add; those the project has must be equal."""
    added: dict[str, Entity] = {}
    for entity in batch.entities:
        if entity.id in BUILT_IN_IDS:
            continue
        present = added.get(entity.id) or project.entity(entity.id)
        if present is not None and present != entity:
            raise RefusedInput(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{source}: the registry entry {id} ({name}) differs from the project's"
                    " entry of this id.",
                ),
                _UNHARMED,
                source=batch.source,
                id=entity.id,
                name=present.canonical_name,
            )
        if not storable(entity):
            raise RefusedInput(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{source}: the registry entry {id} holds half a character or an endless"
                    " number.",
                ),
                _UNHARMED,
                source=batch.source,
                id=entity.id,
            )
        if present is None:
            added[entity.id] = entity
    return list(added.values())


def _type_warnings(project: Reader, entities: list[Entity]) -> list[Message]:
    types = {choice.name for choice in project.schema.entity_types}
    count = sum(entity.type not in types for entity in entities)
    return [Message(_OTHER_TYPES, {"count": count})] if count else []
