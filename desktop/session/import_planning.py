"""How a batch comes into a project: what is matched, skipped, renamed, or refused.

Everything is checked before the first edit; a refusal names the document and the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.model.answer import Answer
from desktop.model.batch import CURRENT_ANNOTATOR, ImportBatch, ImportedDocument, ImportResult
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Document, Entity, Relation
from desktop.model.suggestion import Decision, Suggestion
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
    "{id}: already there; its title, state, note, zones, metadata and rights were left as the"
    " project has them.",
)
_KEPT = QT_TRANSLATE_NOOP("errors", "The project's setting {key} was left as it is.")
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
    settings = planner.settings(batch)
    added = [Edit(None, entity) for entity in entities]
    # Without an article a decision on how to read changes nothing: it is no step of its own.
    first = [*added, *settings] if added or planner.size or batch.settings else []
    plan = Plan(
        planner.edits(first),
        [taken.imported for taken in planner.taken],
        annotators,
        len(first) + planner.size,
    )
    return plan, planner.result(batch, entities)


Own = Annotation | Relation | Answer | Suggestion | Decision
"""A record that belongs to a document."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A document to be added, and the fresh ids of records whose own id is in use."""

    imported: ImportedDocument
    position: int
    renamed: dict[str, str]

    @property
    def size(self) -> int:
        return 1 + sum(map(len, self.records))

    @property
    def records(self) -> tuple[tuple[Own, ...], ...]:
        """What comes with the document, in the order in which to add it."""
        imported = self.imported
        return (
            imported.annotations,
            imported.relations,
            imported.answers,
            imported.suggestions,
            imported.decisions,
        )


@dataclass(slots=True)
class _Planner:
    project: Reader
    annotator_ids: dict[str, str]
    skip_duplicates: bool
    check: DocumentCheck = field(init=False)
    taken: list[_Taken] = field(default_factory=list)
    proposed: list[Own] = field(default_factory=list)
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
        taken = _Taken(imported, position, {})
        renamed = self._fresh_ids([record for records in taken.records for record in records])
        self.taken.append(replace(taken, renamed=renamed))

    @property
    def size(self) -> int:
        """How many records are added, without entries and settings."""
        return sum(taken.size for taken in self.taken) + len(self.proposed)

    def _leave(self, imported: ImportedDocument, present: Document) -> None:
        only_proposed = imported.suggestions and not imported.annotations
        if only_proposed and imported.document.text_sha256 == present.text_sha256:
            self._propose(imported)
            return
        if not same_content(self.project, imported, present, self.annotator_ids):
            raise self.check.refused(present.id, _OTHER_CONTENT)
        ignored = {"position", "created_at"}
        if imported.document.model_dump(exclude=ignored) != present.model_dump(exclude=ignored):
            self.warnings.append(Message(_LEFT, {"id": present.id}))
        self._propose(imported)

    def _propose(self, imported: ImportedDocument) -> None:
        """Add what a file suggests for a document that is there; what is known is not repeated."""
        document_id = imported.document.id
        known = {_place(s) for s in self.project.suggestions(document_id)}
        known |= {_place(d) for d in self.project.decisions(document_id)}
        known |= {_place(a) for a in self.project.annotations(document_id)}
        fresh = [s for s in imported.suggestions if _place(s) not in known]
        renamed = self._fresh_ids(fresh)
        self.proposed += [_renamed(suggestion, renamed) for suggestion in fresh]
        self.skipped.append(document_id)

    def _fresh_ids(self, records: Iterable[Own]) -> dict[str, str]:
        """Fresh ids for what the project or an earlier document of the batch has in use."""
        ids = [record.id for record in records]
        project = self.project
        in_use = {
            record.id
            for find in (
                project.annotations_by_id,
                project.relations_by_id,
                project.answers_by_id,
                project.suggestions_by_id,
                project.decisions_by_id,
            )
            for record in find(ids)
        }
        renamed = {
            record_id: new_id()
            for record_id in ids
            if record_id in in_use or record_id in self.used
        }
        self.used.update(ids)
        return renamed

    def settings(self, batch: ImportBatch) -> list[Edit]:
        """The settings to add, where the project has made none, and those that were decided."""
        present = {setting.id: setting for setting in self.project.settings()}
        decided = {setting.id: setting for setting in batch.chosen}
        for setting in batch.settings:
            if present.get(setting.id, setting) != setting:
                self.warnings.append(Message(_KEPT, {"key": setting.id}))
        added = [s for s in batch.settings if s.id not in present and s.id not in decided]
        return [
            Edit(present.get(setting.id), setting)
            for setting in (*added, *decided.values())
            if present.get(setting.id) != setting
        ]

    def edits(self, first: Iterable[Edit]) -> Iterator[Edit]:
        """All edits, made one at a time."""
        yield from first
        for taken in self.taken:
            yield Edit(None, self._placed(taken.imported.document, taken.position))
            for records in taken.records:
                for own in records:
                    yield Edit(None, self._own(own, taken.renamed))
        for suggestion in self.proposed:
            yield Edit(None, suggestion)

    def _placed(self, document: Document, position: int) -> Document:
        """The document at its place, with the project's ids of those who corrected it."""
        earlier = tuple(
            one.model_copy(update={"annotator_id": self.annotator_ids[one.annotator_id]})
            for one in document.earlier_texts
        )
        return document.model_copy(update={"position": position, "earlier_texts": earlier})

    def _own(self, record: Own, renamed: Mapping[str, str]) -> Own:
        """The record with the project's ids in the place of the file's."""
        made = _renamed(record, renamed) if renamed else record
        if isinstance(made, Suggestion):
            return made
        annotator_id = self.annotator_ids[made.annotator_id]
        if annotator_id == made.annotator_id:
            return made
        return made.model_copy(update={"annotator_id": annotator_id})

    def result(self, batch: ImportBatch, entities: list[Entity]) -> ImportResult:
        """What will have been done."""
        return ImportResult(
            documents=tuple(taken.imported.document.id for taken in self.taken),
            skipped=tuple(self.skipped),
            duplicates=tuple(self.duplicates),
            annotations=sum(len(taken.imported.annotations) for taken in self.taken),
            relations=sum(len(taken.imported.relations) for taken in self.taken),
            renamed=sum(len(taken.renamed) for taken in self.taken),
            suggestions=len(self.proposed)
            + sum(len(taken.imported.suggestions) for taken in self.taken),
            warnings=(
                *batch.warnings,
                *self.warnings,
                *self.check.warnings(),
                *_type_warnings(self.project, entities),
            ),
        )


def _place(record: Annotation | Suggestion | Decision) -> tuple[str, int, int]:
    return record.label, record.start, record.end


def _renamed(record: Own, renamed: Mapping[str, str]) -> Own:
    """The record under its fresh id, and naming others by theirs."""
    update: dict[str, object] = {
        name: renamed[old]
        for name in ("id", "source_id", "target_annotation_id")
        if (old := getattr(record, name, "")) in renamed
    }
    if isinstance(record, Answer):
        update["annotation_ids"] = tuple(renamed.get(i, i) for i in record.annotation_ids)
    elif isinstance(record, Suggestion):
        update["relations"] = tuple(
            relation.model_copy(update={"target": renamed.get(relation.target, relation.target)})
            for relation in record.relations
        )
    return record.model_copy(update=update)


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
