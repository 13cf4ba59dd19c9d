"""The records of a project: documents, annotators, annotations, relations, entities, and others."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue, model_validator

from desktop.errors import QT_TRANSLATE_NOOP, Message
from desktop.model.answer import Answer
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion
from desktop.model.values import Features, Id, OneLine, Timestamp, Value

ZONE_KINDS = ("title", "deck", "subhead", "body", "caption", "byline", "related", "rights")
"""The zones of a news article; a file may bring others, which are shown like ``related``."""

ANNOTATED_ZONES = frozenset({"title", "deck", "subhead", "body"})
"""Zones whose text is annotated and exported by default (domain conventions, rule 9)."""

DocumentState = Literal["new", "in_progress", "done", "skipped"]
LONGEST_NOTE = 20_000

Note = Annotated[str, Field(max_length=LONGEST_NOTE, pattern=r"^[^\x00]*$")]
"""What someone noted, over as many lines as it takes."""

Permission = Literal["allowed", "prohibited", "reserved", "unknown"]
Basis = Literal["owner", "written_permission", "open_license", "legal_exception", "none"]

NARRATOR_ID = "narrator"
IMPLICIT_ID = "implicit"


class Zone(Value):
    """A run of whole lines of one kind; ``end`` lies before the last line's newline."""

    kind: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @property
    def span(self) -> Span:
        """The zone's place in the text."""
        return Span(self.start, self.end)


class Metadata(Value):
    """What is known of an article, named as in schema.org NewsArticle where a name exists.

    Other keys of imported files are kept as they are.
    """

    model_config = ConfigDict(extra="allow")

    publisher: str | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    date_published: str | None = None
    url: str | None = None
    language: str = "ko"
    source_file: str | None = None
    source_encoding: str | None = None


class Rights(Value):
    """What an article's notice and its user say about reuse. Not legal advice.

    ``notice`` is the span of the notice in the text. ``basis`` is what the user named as the ground
    for including the text in an export. ``confirmed_by`` is the name of who looked at the values,
    or set them, last.
    """

    model_config = ConfigDict(extra="allow")

    holder: str | None = None
    redistribution: Permission = "unknown"
    ai_training: Permission = "unknown"
    license: str | None = None
    notice: Span | None = None
    basis: Basis = "none"
    basis_note: str | None = None
    confirmed_by: OneLine | None = None
    confirmed_at: Timestamp | None = None

    @property
    def forbids(self) -> bool:
        """True when reuse of some kind is forbidden or reserved."""
        return not {"prohibited", "reserved"}.isdisjoint((self.redistribution, self.ai_training))

    @property
    def restricted(self) -> bool:
        """True when reuse is forbidden or reserved and no basis was recorded."""
        return self.basis == "none" and self.forbids


class EarlierText(Value):
    """A text that an article had before it was corrected, and who corrected it when."""

    text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    annotator_id: Id
    replaced_at: Timestamp


class Document(Value):
    """One article without its text, which is stored apart and never changes.

    ``length`` is in code points, ``text_sha256`` is over the UTF-8 of the canonical text, and
    ``position`` orders the project's articles. A correction gives the article another text;
    ``earlier_texts``, the oldest first, are those it had before.
    """

    id: Id
    title: OneLine
    text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    length: Annotated[int, Field(gt=0)]
    metadata: Metadata = Field(default_factory=Metadata)
    rights: Rights = Field(default_factory=Rights)
    zones: tuple[Zone, ...] = ()
    state: DocumentState = "new"
    note: Note = ""
    position: int = 0
    created_at: Timestamp
    earlier_texts: Annotated[tuple[EarlierText, ...], Field(max_length=10_000)] = ()


class Annotator(Value):
    """A person (or a program) whose name stands on annotations."""

    id: Id
    name: Annotated[OneLine, Field(min_length=1, max_length=200)]
    created_at: Timestamp


class Annotation(Value):
    """A span with a label, features, an annotator and an origin.

    ``quote`` equals ``text[start:end]`` of the document; it is kept so that damage is noticed.
    ``origin`` is ``human``, ``rule:<id>@<version>`` or ``imported:<format>``.
    """

    id: Id
    document_id: Id
    label: str
    start: Annotated[int, Field(ge=0)]
    end: int
    quote: str
    features: Features = Field(default_factory=dict)
    annotator_id: Id
    origin: OneLine = "human"
    created_at: Timestamp

    @model_validator(mode="after")
    def _span_holds_quote(self) -> Annotation:
        if self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError(
                Message(QT_TRANSLATE_NOOP("errors", "The quote is not as long as the span."))
            )
        return self

    @property
    def span(self) -> Span:
        """The annotation's place in the text."""
        return Span(self.start, self.end)


class Relation(Value):
    """A typed, directed relation from an annotation to an annotation or to a registry entry.

    Exactly one of ``target_annotation_id`` and ``target_entity_id`` is set.
    """

    id: Id
    document_id: Id
    type: str
    source_id: Id
    target_annotation_id: Id | None = None
    target_entity_id: Id | None = None
    features: Features = Field(default_factory=dict)
    annotator_id: Id
    origin: OneLine = "human"
    created_at: Timestamp

    @model_validator(mode="after")
    def _one_target(self) -> Relation:
        if (self.target_annotation_id is None) == (self.target_entity_id is None):
            raise ValueError(
                Message(QT_TRANSLATE_NOOP("errors", "A relation has exactly one target."))
            )
        return self

    @property
    def target_id(self) -> str:
        """The id of the target, whichever kind it is."""
        return self.target_annotation_id or self.target_entity_id or ""


class Entity(Value):
    """An entry of the speaker registry.

    ``type`` is one of the schema's entity types. The entries ``narrator`` and ``implicit`` are in
    every project under these fixed ids.
    """

    model_config = ConfigDict(extra="allow")

    id: Id
    canonical_name: Annotated[OneLine, Field(min_length=1)]
    type: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")] = "person"
    aliases: tuple[OneLine, ...] = ()
    name_en: str | None = None
    default_affiliation: str | None = None
    default_title: str | None = None
    note: str | None = None

    @property
    def extra(self) -> dict[str, JsonValue]:
        """Keys an imported file brought that the registry has no field for."""
        return dict(self.model_extra or {})


BUILT_IN_ENTITIES = (
    Entity(id=NARRATOR_ID, canonical_name="서술자", type="narrator", name_en="Narrator"),
    Entity(id=IMPLICIT_ID, canonical_name="출처 생략", type="implicit", name_en="Not stated"),
)

Record = (
    Document | Annotator | Annotation | Relation | Entity | Answer | Suggestion | Decision | Setting
)
