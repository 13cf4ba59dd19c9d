"""ProjectSource: an open project as exporters see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from desktop.model.answer import Answer
from desktop.model.interchange import (
    FileAnnotation,
    FileAnnotator,
    FileAnswer,
    FileDecision,
    FileDocument,
    FileEarlierText,
    FileEntity,
    FileRelation,
    FileSuggestion,
    FoundProblem,
)
from desktop.model.project import Annotation, Annotator, Document, Relation
from desktop.model.schema import Schema
from desktop.model.suggestion import Decision, Suggestion
from desktop.session.exported_problems import problems_of
from desktop.store.project_file import ProjectFile


@dataclass(frozen=True, slots=True)
class ProjectSource:
    """All of a project or, with ``only``, what some annotators made of it.

    Documents, registry entries, settings and open suggestions are all there in both cases;
    relations whose ends are not both theirs are left out. See :class:`ExportSource`.
    """

    file: ProjectFile
    only: tuple[Annotator, ...] = ()

    @property
    def project_id(self) -> str:
        """The id the project was made with."""
        return self.file.project_id

    @property
    def revision(self) -> str:
        """The newest change; see :meth:`History.revision`."""
        return self.file.history.revision()

    @property
    def created_at(self) -> str:
        """When the project was made."""
        return self.file.created_at

    @property
    def schema(self) -> Schema:
        """The project's own schema."""
        return self.file.reads.schema

    @property
    def annotators(self) -> tuple[FileAnnotator, ...]:
        """Whoever the export names."""
        everyone = self.only or self.file.reads.annotators()
        return tuple(FileAnnotator(**annotator.model_dump()) for annotator in everyone)

    @property
    def of(self) -> tuple[str, ...]:
        """The names of those whose work it is; none for everybody's."""
        return tuple(annotator.name for annotator in self.only)

    @property
    def entities(self) -> tuple[FileEntity, ...]:
        """The whole registry."""
        return tuple(FileEntity(**entity.model_dump()) for entity in self.file.reads.entities())

    @property
    def settings(self) -> dict[str, JsonValue]:
        """What the project has set."""
        return {setting.id: setting.value for setting in self.file.reads.settings()}

    @property
    def document_count(self) -> int:
        """The number of documents that :meth:`documents` makes."""
        return self.file.reads.document_count()

    @property
    def annotation_count(self) -> int:
        """The number of annotations in them."""
        reads = self.file.reads
        if self.only:
            return sum(reads.annotation_count_of(annotator.id) for annotator in self.only)
        labels = self.schema.label_named
        return sum(n for label, n in reads.counts().items() if label in labels)

    def documents(self) -> Iterator[FileDocument]:
        """The documents, one in memory at a time."""
        reads = self.file.reads
        for document_id in reads.document_ids():
            document = reads.document(document_id)
            if document is not None:
                yield self._document(document)

    def problems(self, document: FileDocument) -> tuple[FoundProblem, ...]:
        """What the checks find in a document of :meth:`documents`."""
        return problems_of(document, self.schema)

    def _document(self, document: Document) -> FileDocument:
        reads = self.file.reads
        annotations = [a for a in reads.annotations(document.id) if self._included(a)]
        order = {annotation.id: at for at, annotation in enumerate(annotations)}
        relations = [
            relation
            for relation in reads.relations(document.id)
            if self._included(relation)
            and relation.source_id in order
            and (relation.target_entity_id or relation.target_annotation_id in order)
        ]
        return FileDocument(
            id=document.id,
            title=document.title,
            text=reads.text(document.id),
            text_sha256=document.text_sha256,
            state=document.state,
            note=document.note or None,
            created_at=document.created_at,
            metadata=document.metadata,
            rights=document.rights,
            zones=document.zones,
            annotations=tuple(_file_annotation(annotation) for annotation in annotations),
            relations=_file_relations(relations, order),
            answers=tuple(
                _file_answer(answer)
                for answer in reads.answers(document.id)
                if self._included(answer)
            ),
            suggestions=tuple(map(_file_suggestion, reads.suggestions(document.id))),
            decisions=tuple(
                _file_decision(decision)
                for decision in reads.decisions(document.id)
                if self._included(decision)
            ),
            earlier_texts=tuple(
                FileEarlierText(
                    text_sha256=earlier.text_sha256,
                    text=reads.earlier_text(document.id, earlier.text_sha256),
                    annotator=earlier.annotator_id if self._names(earlier.annotator_id) else None,
                    replaced_at=earlier.replaced_at,
                )
                for earlier in document.earlier_texts
            ),
        )

    def _included(self, record: Annotation | Relation | Answer | Decision) -> bool:
        return self._names(record.annotator_id)

    def _names(self, annotator_id: str) -> bool:
        return not self.only or any(annotator_id == annotator.id for annotator in self.only)


def _file_annotation(annotation: Annotation) -> FileAnnotation:
    return FileAnnotation(
        id=annotation.id,
        label=annotation.label,
        start=annotation.start,
        end=annotation.end,
        text=annotation.quote,
        features=annotation.features,
        annotator=annotation.annotator_id,
        origin=annotation.origin,
        created_at=annotation.created_at,
    )


def _file_relations(
    relations: list[Relation], order: Mapping[str, int]
) -> tuple[FileRelation, ...]:
    return tuple(
        FileRelation(
            id=relation.id,
            type=relation.type,
            source=relation.source_id,
            target=relation.target_id,
            features=relation.features,
            annotator=relation.annotator_id,
            origin=relation.origin,
            created_at=relation.created_at,
        )
        for relation in sorted(relations, key=lambda r: (order[r.source_id], r.id))
    )


def _file_answer(answer: Answer) -> FileAnswer:
    return FileAnswer(
        id=answer.id,
        problem=answer.problem,
        annotations=answer.annotation_ids,
        key=answer.key,
        reason=answer.reason,
        annotator=answer.annotator_id,
        created_at=answer.created_at,
    )


def _file_suggestion(suggestion: Suggestion) -> FileSuggestion:
    return FileSuggestion(
        id=suggestion.id,
        label=suggestion.label,
        start=suggestion.start,
        end=suggestion.end,
        text=suggestion.quote,
        features=suggestion.features,
        confidence=suggestion.confidence,
        group=suggestion.group_id,
        role=suggestion.role,
        relations=suggestion.relations,
        origin=suggestion.origin,
        created_at=suggestion.created_at,
    )


def _file_decision(decision: Decision) -> FileDecision:
    return FileDecision(
        id=decision.id,
        action=decision.action,
        rule=decision.rule,
        version=decision.version,
        label=decision.label,
        start=decision.start,
        end=decision.end,
        text=decision.quote,
        annotator=decision.annotator_id,
        created_at=decision.created_at,
    )
