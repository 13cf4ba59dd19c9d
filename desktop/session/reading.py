"""Reading: what an open project can be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import JsonValue

from desktop.model.answer import Answer
from desktop.model.batch import Progress
from desktop.model.overview import (
    DecisionCount,
    DocumentSummary,
    EntityUse,
    Finding,
    HistoryEntry,
)
from desktop.model.project import Annotation, Annotator, Document, DocumentState, Entity, Relation
from desktop.model.schema import Schema
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import Action, Decision, Suggestion
from desktop.review.checks import VERSION as CHECKS_VERSION
from desktop.store.project_file import ProjectFile, ReadOnlyReason

if TYPE_CHECKING:
    from desktop.model.correction import CorrectionReview
    from desktop.model.place import DocumentKeys, ScannedDocuments
    from desktop.model.search import AnnotationFilter, NotedDocuments, ScannedAnnotations
    from desktop.session.bounded_process import PieceSource

_PAGE = 250


class Reading:
    """The half of a session that changes nothing."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._reads = file.reads

    @property
    def path(self) -> Path:
        """The project file."""
        return self._file.path

    @property
    def name(self) -> str:
        """The file's name without folder and ending."""
        return self.path.stem

    @property
    def project_id(self) -> str:
        """The random id given to the project when it was made."""
        return self._file.project_id

    @property
    def created_at(self) -> str:
        """When the project was made."""
        return self._file.created_at

    @property
    def schema(self) -> Schema:
        """The project's own schema."""
        return self._reads.schema

    @property
    def read_only(self) -> bool:
        """True when every change is refused."""
        return self._file.read_only_reason is not None

    @property
    def read_only_reason(self) -> ReadOnlyReason | None:
        """Why changes are refused: asked for, no permission to write, or :attr:`findings`."""
        return self._file.read_only_reason

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Damage found when the project was opened; at most 100 are kept."""
        return self._file.findings

    @property
    def undo_kind(self) -> str | None:
        """The ``kind`` of the command that :meth:`undo` would take back."""
        return self._file.history.kind_to_undo()

    @property
    def redo_kind(self) -> str | None:
        """The ``kind`` of the command that :meth:`redo` would do again."""
        return self._file.history.kind_to_redo()

    def documents(
        self, after: DocumentSummary | None = None, limit: int = 200
    ) -> list[DocumentSummary]:
        """A page of the article list: the rows that follow ``after``."""
        return self._reads.summaries(after, limit)

    def document_count(self) -> int:
        """The number of articles."""
        return self._reads.document_count()

    def state_counts(self) -> dict[DocumentState, int]:
        """The number of articles in each state; states that none is in are absent."""
        return self._reads.state_counts()

    def documents_of(self, publisher: str) -> list[str]:
        """The ids of a publisher's articles, in order."""
        return self._reads.documents_of(publisher)

    def document(self, document_id: str) -> Document | None:
        """A document without its text; None when it is not (or no longer) there."""
        return self._reads.document(document_id)

    def text(self, document_id: str) -> str:
        """The document's text. KeyError when it is not there."""
        return self._reads.text(document_id)

    def earlier_text(self, document_id: str, text_sha256: str) -> str:
        """One of a document's :attr:`Document.earlier_texts`. KeyError when it is not there."""
        return self._reads.earlier_text(document_id, text_sha256)

    def documents_holding(
        self,
        probes: Sequence[str],
        after: tuple[int, str] | None = None,
        limit: int = 64,
        state: DocumentState | None = None,
    ) -> ScannedDocuments:
        """Which of the ``limit`` documents that follow ``after`` hold one of ``probes``.

        Capitals of A to Z count as small letters, which ``probes`` are to be in.
        """
        return self._reads.documents_holding(probes, after, limit, state)

    def document_keys(self, after: tuple[int, str] | None, limit: int) -> DocumentKeys:
        """Ids and texts' hashes of the ``limit`` documents that follow ``after``."""
        return self._reads.document_keys(after, limit)

    def documents_noted(
        self,
        words: str,
        after: tuple[int, str] | None = None,
        limit: int = 1_000,
        state: DocumentState | None = None,
    ) -> NotedDocuments:
        """Those of the ``limit`` articles that follow ``after`` whose note holds folded words."""
        return self._reads.documents_noted(words, after, limit, state)

    def scan_annotations(
        self, wanted: AnnotationFilter, after: int = 0, window: int = 1_000
    ) -> ScannedAnnotations:
        """The wanted annotations among the next ``window``, in the order they were made."""
        return self._reads.scan_annotations(wanted, after, window)

    def annotations(self, document_id: str, span: Span | None = None) -> list[Annotation]:
        """A document's annotations (those that overlap ``span``) by (start, -end, id)."""
        return self._reads.annotations(document_id, span)

    def annotation_pages(self, document_id: str) -> Iterator[list[Annotation]]:
        """All of :meth:`annotations`, some hundred at a time; nothing may be changed meanwhile."""
        ids = self._reads.ids_on(Annotation, document_id)
        while some := list(islice(ids, _PAGE)):
            yield self._reads.annotations_by_id(some)

    def annotations_starting(self, document_id: str, span: Span) -> list[Annotation]:
        """A document's annotations that start inside ``span``, by (start, -end, id)."""
        return self._reads.annotations_starting(document_id, span)

    def annotations_by_id(self, annotation_ids: Sequence[str]) -> list[Annotation]:
        """Those that exist, in the order asked for."""
        return self._reads.annotations_by_id(annotation_ids)

    def neighbour(
        self,
        document_id: str,
        place: Annotation | int,
        *,
        forward: bool = True,
        label: str | None = None,
        annotators: Collection[str] | None = None,
    ) -> Annotation | None:
        """The annotation next to another, or to an offset, in the order (start, -end, id).

        With ``label`` the next of that label, with ``annotators`` (ids) the next of theirs.
        """
        return self._reads.neighbour(
            document_id, place, forward=forward, label=label, annotators=annotators
        )

    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]:
        """The relations that have one of these annotations at either end."""
        return self._reads.relations_of(annotation_ids)

    def relations(self, document_id: str) -> list[Relation]:
        """All relations of a document."""
        return self._reads.relations(document_id)

    def relations_by_id(self, relation_ids: Sequence[str]) -> list[Relation]:
        """Those that exist, in the order asked for."""
        return self._reads.relations_by_id(relation_ids)

    def entities(self) -> list[Entity]:
        """The speaker registry: built-in entries first, then by name."""
        return self._reads.entities()

    def entity(self, entity_id: str) -> Entity | None:
        """One entry of the registry."""
        return self._reads.entity(entity_id)

    def mentions(self, entity_id: str, limit: int = -1) -> list[Annotation]:
        """The annotations that name an entry of the registry; at most ``limit``."""
        return self._reads.mentions(entity_id, limit)

    def mention_count(self, entity_id: str, most: int) -> int:
        """How many annotations name an entry; counts no further than ``most``."""
        return self._reads.mention_count(entity_id, most)

    def relations_to_entity(self, entity_id: str, limit: int = -1) -> list[Relation]:
        """The relations that lead to an entry of the registry; at most ``limit``."""
        return self._reads.relations_to_entity(entity_id, limit)

    def entity_uses(self) -> dict[str, EntityUse]:
        """How often each entry of the registry is used; unused ones are absent."""
        return self._reads.entity_uses()

    def annotators(self) -> list[Annotator]:
        """Everyone who annotated here, by name."""
        return self._reads.annotators()

    def counts(self, document_id: str | None = None) -> dict[str, int]:
        """Annotations per label, and relations under :data:`RELATION_COUNT`, of one or all."""
        return self._reads.counts(document_id)

    def answers(self, document_id: str) -> list[Answer]:
        """A document's answered problems, oldest first."""
        return self._reads.answers(document_id)

    def suggestions(self, document_id: str) -> list[Suggestion]:
        """What came from outside for a document and waits for a decision, by place."""
        return self._reads.suggestions(document_id)

    def suggestions_starting(self, document_id: str, span: Span) -> list[Suggestion]:
        """Those of :meth:`suggestions` that start inside ``span``."""
        return self._reads.suggestions_starting(document_id, span)

    def suggestions_by_id(self, suggestion_ids: Sequence[str]) -> list[Suggestion]:
        """Those that exist, in the order asked for."""
        return self._reads.suggestions_by_id(suggestion_ids)

    def decisions(self, document_id: str) -> list[Decision]:
        """What was decided on suggestions in a document, by place."""
        return self._reads.decisions(document_id)

    def verdicts(self, strings: Sequence[tuple[str, str]]) -> list[tuple[str, str, int, int]]:
        """Label, text, times accepted and times rejected, of those of (label, text) decided on."""
        return self._reads.verdicts(strings)

    def rejected(self, document_id: str, span: Span) -> set[tuple[str, int, int]]:
        """Label, start and end of what was rejected in a document, as far as it starts there."""
        return self._reads.rejected(document_id, span)

    def decided(self, action: Action) -> set[tuple[str, str]]:
        """The (label, text) pairs that were decided so anywhere in the project."""
        return self._reads.decided(action)

    def decision_counts(self) -> list[DecisionCount]:
        """How often each rule, in each version, was accepted, edited and rejected."""
        return self._reads.decision_counts()

    def setting(self, key: str) -> JsonValue:
        """What the project has set under a key; None for nothing."""
        return self._reads.setting(key)

    def settings(self) -> list[Setting]:
        """All that the project has set, by key."""
        return self._reads.settings()

    def problem_counts(self) -> dict[str, int]:
        """Document → open problems, of those counted since something of them changed."""
        return self._file.problem_counts.counts(CHECKS_VERSION)

    def begun_documents(self) -> list[str]:
        """The articles in which problems are looked for, in order."""
        return self._reads.begun_documents()

    def uncounted_documents(self) -> list[str]:
        """The begun documents that :meth:`problem_counts` does not know, in order."""
        return self._file.problem_counts.uncounted(CHECKS_VERSION)

    def problem_moment(self) -> int:
        """The moment from which counts are made, for :meth:`keep_problem_counts`."""
        return self._file.problem_counts.moment()

    def keep_problem_counts(self, counts: Mapping[str, int], moment: int) -> bool:
        """Keep counts of problems that still hold; False when they were not kept.

        They are worked out from the project and no part of it: nobody is told and nothing is noted
        in the history.
        """
        if self.read_only or not counts:
            return False
        return self._file.problem_counts.keep(CHECKS_VERSION, counts, moment)

    def history(self, limit: int = 100) -> list[HistoryEntry]:
        """The newest operations, newest first."""
        return self._file.history.entries(limit)

    def review_corrections(
        self,
        process: PieceSource,
        workbook: Path,
        own: str | None = None,
        progress: Progress | None = None,
    ) -> CorrectionReview:
        """What a workbook that was exported from here would change; see the function."""
        from desktop.session.correction_review import review_corrections

        return review_corrections(process, workbook, self._file, own, progress)

    def check(self, progress: Progress | None = None) -> list[Finding]:
        """Check the whole file, texts, quotes and spans; the list is empty when all is well."""
        return self._file.check(progress)
