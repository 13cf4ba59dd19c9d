"""Corrections: what was changed in an exported workbook, before the project takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from desktop.errors import Message
from desktop.model.answer import Answer, ProblemKind
from desktop.model.project import Annotation, Document, Entity, Record, Relation
from desktop.model.schema import FeatureDef, Names, Schema
from desktop.model.values import Id, OneLine, Value

CorrectedKind = Literal["annotation", "relation", "entity", "answer", "document", "problem"]

CORRECTED: Mapping[CorrectedKind, type[Record]] = {
    "annotation": Annotation,
    "relation": Relation,
    "entity": Entity,
    "answer": Answer,
    "document": Document,
}
"""What has fields that a workbook can correct; a ``problem`` is no record, and gets an answer."""

_KINDS: Mapping[type[Record], CorrectedKind] = {made: kind for kind, made in CORRECTED.items()}

Conflict = Literal["", "changed", "copies", "shared", "unknown"]
"""``changed``: in the project too, since the export; ``copies``: rows of one id differ; ``shared``:
claims of one speaker name it differently; ``unknown``: the project does not know what it was like
at the export."""


class OpenProblem(Value):
    """The problem that a correction answers; ``answer_id`` is that of the new answer."""

    answer_id: Id
    document_id: Id
    kind: ProblemKind
    annotation_ids: tuple[Id, ...] = ()
    key: OneLine = ""


class Correct(Value):
    """One field of a record from ``before`` to ``value``; None is no value.

    ``record_id`` of a problem is what :func:`desktop.model.answer.problem_id` makes.
    """

    record: CorrectedKind
    record_id: Annotated[str, Field(max_length=120)]
    field: str
    before: JsonValue = None
    value: JsonValue = None
    problem: OpenProblem | None = None

    @property
    def key(self) -> tuple[CorrectedKind, str, str]:
        """What is corrected. Of several corrections of one key only one can be taken."""
        return self.record, self.record_id, self.field


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row of a workbook as its program counts it."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A change found in a workbook, ready to be taken.

    ``exported`` is the value at the export, where that is known. ``changed_by`` is who gave the
    project another one since, ``changed_at`` when. ``subject`` are words that a person knows the
    record by, ``article`` the title of its document, ``type`` its label, relation type or kind of
    problem.
    """

    correct: Correct
    place: RowPlace
    exported: JsonValue = None
    conflict: Conflict = ""
    changed_by: str = ""
    changed_at: str = ""
    subject: str = ""
    article: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a workbook that cannot be taken; ``value`` is what the cell holds."""

    place: RowPlace
    record: CorrectedKind
    record_id: str
    field: str
    reason: Message
    value: str = ""
    subject: str = ""
    article: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionReview:
    """What a workbook would bring. ``rows`` counts the rows that were read and compared."""

    workbook: str
    rows: int = 0
    corrections: tuple[Correction, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    warnings: tuple[Message, ...] = ()

    @property
    def plain(self) -> tuple[Correction, ...]:
        """Those that contradict nothing."""
        return tuple(found for found in self.corrections if not found.conflict)

    @property
    def conflicts(self) -> tuple[Correction, ...]:
        """Those of which the user decides."""
        return tuple(found for found in self.corrections if found.conflict)


def _text(name: str, en: str, ko: str) -> FeatureDef:
    return FeatureDef(name=name, names=Names(en=en, ko=ko), type="text")


_FIELDS: Mapping[str, tuple[FeatureDef, ...]] = {
    "entity": (
        _text("canonical_name", "Name", "이름"),
        _text("aliases", "Other names", "다른 이름"),
        _text("name_en", "Name in English", "영문 이름"),
        _text("default_affiliation", "Affiliation", "소속"),
        _text("default_title", "Title", "직함"),
        _text("note", "Note", "메모"),
    ),
    "answer": (_text("reason", "Answer", "답"),),
    "problem": (_text("answer", "Answer", "답"),),
    "document": (_text("note", "Note", "메모"),),
}


def corrected_fields(
    schema: Schema, kind: CorrectedKind, name: str = ""
) -> Mapping[str, FeatureDef]:
    """The fields of a record that can be corrected, as features.

    ``name`` is the label of an annotation, or the type of a relation.
    """
    if kind == "annotation":
        label = schema.label_named.get(name)
        return label.feature_named if label is not None else {}
    if kind == "relation":
        relation = schema.relation_named.get(name)
        return relation.feature_named if relation is not None else {}
    fields = {field.name: field for field in _FIELDS[kind]}
    if kind == "entity":
        names = Names(en="Kind", ko="종류")
        fields["type"] = FeatureDef(
            name="type", names=names, type="enum", values=schema.entity_types
        )
    return fields


def kind_of(record: Record) -> CorrectedKind:
    """Which kind of record it is."""
    return _KINDS[type(record)]


def type_of(record: Record) -> str:
    """The label of an annotation, type of a relation or answered problem; else empty."""
    if isinstance(record, Annotation):
        return record.label
    if isinstance(record, Answer):
        return record.problem
    return record.type if isinstance(record, Relation) else ""


def values_of(record: Record) -> Mapping[str, JsonValue]:
    """The values of a record's fields; those without one are absent."""
    if isinstance(record, Annotation | Relation):
        return record.features
    values: dict[str, JsonValue] = record.model_dump(mode="json")
    return {name: value for name, value in values.items() if value not in (None, "", [])}
