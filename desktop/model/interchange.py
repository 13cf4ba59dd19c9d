"""The native format ``mitjul/1``: the models that the exporters write and the importers read.

``docs/mitjul-1.schema.json`` is generated from them. In JSON a project is one object
(:class:`ProjectFile`); in JSONL each line is one document with the annotators and entities it uses
(:class:`DocumentLine`). Offsets are Unicode code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol

from pydantic import ConfigDict, Field, JsonValue

from desktop.model.answer import ProblemKind
from desktop.model.project import DocumentState, Entity, Metadata, Note, Rights, Zone
from desktop.model.schema import Names, Schema
from desktop.model.suggestion import Action, Confidence, Role, SuggestedRelation
from desktop.model.values import Features, Id, OneLine, Timestamp, Value

FORMAT = "mitjul/1"
OFFSET_UNIT: Literal["unicode_code_point"] = "unicode_code_point"

WORKBOOK_PROJECT, WORKBOOK_REVISION, WORKBOOK_SCHEMA = (
    "mitjul.project",
    "mitjul.revision",
    "mitjul.schema",
)
"""Properties of an exported workbook: project, its newest change, and id and version of the schema.

Its first sheet says the same in rows that end in ``(project)``, ``(revision)`` and ``(schema)``.
"""


class FileAnnotator(Value):
    """An annotator as a file names it; without an id the name identifies."""

    id: Id | None = None
    name: Annotated[OneLine, Field(min_length=1, max_length=200)]
    created_at: Timestamp | None = None


class FileEntity(Entity):
    """A registry entry; an omitted id is filled."""

    id: Id | None = None  # type: ignore[assignment]


class FileAnnotation(Value):
    """An annotation. ``text`` is checked against the document and is absent in stand-off files.

    ``annotator`` is an annotator's id, or a name. With ``status`` ``suggested`` it is read as a
    suggestion, like those in :attr:`FileDocument.suggestions`; the members that only suggestions
    have may then stand here too.
    """

    id: Id | None = None
    label: str
    start: Annotated[int, Field(ge=0, strict=True)]
    end: Annotated[int, Field(gt=0, strict=True)]
    text: str | None = None
    features: Features = Field(default_factory=dict)
    annotator: str | None = None
    origin: OneLine | None = None
    created_at: Timestamp | None = None
    status: Literal["accepted", "suggested"] | None = None
    confidence: Confidence | None = None
    group: Id | None = None
    role: Role | None = None


class FileRelation(Value):
    """A relation; ``target`` is the id of an annotation of this document or of an entity.

    A relation that leaves a suggested annotation is suggested with it.
    """

    id: Id | None = None
    type: str
    source: Id
    target: Id
    features: Features = Field(default_factory=dict)
    annotator: str | None = None
    origin: OneLine | None = None
    created_at: Timestamp | None = None


class FileSuggestion(Value):
    """A suggestion that waits for a decision; ``text`` is absent in stand-off files."""

    id: Id | None = None
    label: str
    start: Annotated[int, Field(ge=0, strict=True)]
    end: Annotated[int, Field(gt=0, strict=True)]
    text: str | None = None
    features: Features = Field(default_factory=dict)
    confidence: Confidence | None = None
    group: Id | None = None
    role: Role | None = None
    relations: Annotated[tuple[SuggestedRelation, ...], Field(max_length=1_000)] = ()
    origin: OneLine | None = None
    created_at: Timestamp | None = None


class FileDecision(Value):
    """What was done with a suggestion; ``text`` is absent in stand-off files."""

    id: Id | None = None
    action: Action
    rule: OneLine
    version: OneLine
    label: str
    start: Annotated[int, Field(ge=0, strict=True)]
    end: Annotated[int, Field(gt=0, strict=True)]
    text: str | None = None
    annotator: str | None = None
    created_at: Timestamp | None = None


class FileAnswer(Value):
    """A problem answered with a reason; ``annotations`` are the ids it concerns."""

    id: Id | None = None
    problem: ProblemKind
    annotations: Annotated[tuple[Id, ...], Field(max_length=1_000)] = ()
    key: OneLine = ""
    reason: Annotated[OneLine, Field(min_length=1)]
    annotator: str | None = None
    created_at: Timestamp | None = None


class FileEarlierText(Value):
    """A text that the article had before it was corrected; ``text`` is absent in stand-off files.

    ``annotator`` corrected it at ``replaced_at``.
    """

    text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    text: str | None = None
    annotator: str | None = None
    replaced_at: Timestamp | None = None


class FileDocument(Value):
    """One article with its annotations. ``text`` is None in a stand-off file.

    ``earlier_texts``, the oldest first, are those that the article had before corrections.
    """

    id: Id | None = None
    title: OneLine | None = None
    text: str | None = None
    text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    state: DocumentState | None = None
    note: Note | None = None
    created_at: Timestamp | None = None
    metadata: Metadata = Metadata()
    rights: Rights | None = None
    zones: tuple[Zone, ...] | None = None
    annotations: tuple[FileAnnotation, ...] = ()
    relations: tuple[FileRelation, ...] = ()
    answers: tuple[FileAnswer, ...] = ()
    suggestions: tuple[FileSuggestion, ...] = ()
    decisions: tuple[FileDecision, ...] = ()
    earlier_texts: Annotated[tuple[FileEarlierText, ...], Field(max_length=10_000)] = ()


class Header(Value):
    """What stands before the documents of a file."""

    model_config = ConfigDict(extra="ignore")

    format: Literal["mitjul/1"]
    offset_unit: Literal["unicode_code_point"] = OFFSET_UNIT
    # ``schema`` would hide a method of pydantic's base class.
    project_schema: Annotated[Schema | None, Field(alias="schema")] = None
    annotators: tuple[FileAnnotator, ...] = ()
    entities: tuple[FileEntity, ...] = ()
    settings: dict[Id, JsonValue] = Field(default_factory=dict)


class ProjectFile(Header):
    """A whole project in one JSON object."""

    documents: tuple[FileDocument, ...]


class DocumentLine(Header):
    """One line of a JSONL file: a document with the annotators and entities it names."""

    document: FileDocument


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """A problem that the checks find in a document and nobody has answered.

    ``kind``, ``annotations`` and ``key`` are what an answer holds; ``severity`` is ``wrong``,
    ``missing`` or ``unusual``. It is worked out, and no part of a file.
    """

    kind: str
    names: Names
    severity: str
    start: int
    end: int
    annotations: tuple[str, ...]
    key: str


class ExportSource(Protocol):
    """What an exporter reads from: a project, or one annotator's share of it.

    ``documents`` makes one document at a time, so that memory stays flat, in the project's order,
    with text, state, zones and rights filled, annotations and relations complete and sorted:
    annotations, suggestions and decisions by (start, -end, id), relations by (place of the source,
    id), answers by time. Annotators are named by id. Each call starts anew. ``problems`` are the
    open ones of such a document, in reading order; one that was not begun has none.

    ``revision`` names the newest change of the project in its history. ``of`` are the names of
    those whose work alone it is; none when it is everybody's.
    """

    @property
    def project_id(self) -> str: ...

    @property
    def revision(self) -> str: ...

    @property
    def created_at(self) -> str: ...

    @property
    def schema(self) -> Schema: ...

    @property
    def annotators(self) -> tuple[FileAnnotator, ...]: ...

    @property
    def of(self) -> tuple[str, ...]: ...

    @property
    def entities(self) -> tuple[FileEntity, ...]: ...

    @property
    def settings(self) -> dict[str, JsonValue]: ...

    @property
    def document_count(self) -> int: ...

    @property
    def annotation_count(self) -> int: ...

    def documents(self) -> Iterator[FileDocument]: ...

    def problems(self, document: FileDocument) -> tuple[FoundProblem, ...]: ...
