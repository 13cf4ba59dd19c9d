"""TakeCorrections: corrections made in a workbook, taken over in one step."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Annotated, Literal

from pydantic import Field, JsonValue, ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.correction import Correct, CorrectedKind, values_of
from desktop.model.project import Annotation, Document, Entity, Record, Relation
from desktop.model.schema import FeatureDef
from desktop.model.values import Features, Id, OneLine
from desktop.session.annotation_commands import changed_features
from desktop.session.answer_commands import AnswerProblem
from desktop.session.command import CommandValue
from desktop.session.entity_commands import check_entity, own_entity
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import (
    check_features,
    check_own,
    check_storable,
    label_def,
    relation_def,
)

_AT_ONCE = 500
_UNFIT = QT_TRANSLATE_NOOP("errors", "The value of {name} is empty, too long or of a wrong kind.")
_MEANWHILE = QT_TRANSLATE_NOOP("errors", "What was corrected has been changed in the project.")
_LOOK_AGAIN = QT_TRANSLATE_NOOP("errors", "Nothing was changed. Look at the workbook once more.")


class TakeCorrections(CommandValue):
    """Give fields of records the values that a workbook has for them.

    Each must still have the value ``before``, so that nothing is overwritten unseen. With ``own``
    (an annotator's id) what other people annotated is not changed. ``corrections`` stand together
    by record.
    """

    kind: Literal["take_corrections"] = "take_corrections"
    workbook: OneLine
    corrections: Annotated[tuple[Correct, ...], Field(min_length=1)]
    own: Id | None = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        groups = [(*key, list(some)) for key, some in groupby(self.corrections, _record)]
        return Plan(self._edits(groups, project, context), total=len(groups))

    def payload(self) -> str:
        """The workbook's name and how much was corrected; what, the edits say."""
        made = {"workbook": self.workbook, "corrections": len(self.corrections)}
        return json.dumps(made, ensure_ascii=False)

    def _edits(
        self,
        groups: list[tuple[CorrectedKind, str, list[Correct]]],
        project: Reader,
        context: Context,
    ) -> Iterator[Edit]:
        """The edits, made while they are applied: a workbook may correct everything."""
        for kind, same_kind in groupby(groups, itemgetter(0)):
            waiting = list(same_kind)
            if kind == "problem":
                for _, _, (correct, *_) in waiting:
                    yield from _answered(correct, project, context)
                continue
            for at in range(0, len(waiting), _AT_ONCE):
                some = waiting[at : at + _AT_ONCE]
                records = read_records(project, kind, [record_id for _, record_id, _ in some])
                for _, record_id, corrections in some:
                    before = records.get(record_id)
                    if before is None:
                        raise gone()
                    after = _corrected(before, corrections, project)
                    edit = Edit(before, None if _withdrawn(after) else after)
                    if self.own is not None:
                        check_own((edit,), (Annotation, Relation), project, self.own)
                    yield edit


def answering(correct: Correct) -> AnswerProblem:
    """The command that answers a problem as a workbook does.

    Raises:
        RuleBroken: nobody can answer so.
    """
    problem = correct.problem
    assert problem is not None
    try:
        return AnswerProblem(
            answer_id=problem.answer_id,
            document_id=problem.document_id,
            problem=problem.kind,
            annotation_ids=problem.annotation_ids,
            key=problem.key,
            reason=str(correct.value or ""),
        )
    except ValidationError:
        raise RuleBroken(_UNFIT, name=correct.field) from None


def read_records(project: Reader, kind: CorrectedKind, ids: Sequence[str]) -> dict[str, Record]:
    """Those of the records that exist, by id."""
    found: Sequence[Record | None]
    if kind == "annotation":
        found = project.annotations_by_id(ids)
    elif kind == "relation":
        found = project.relations_by_id(ids)
    elif kind == "answer":
        found = project.answers_by_id(ids)
    elif kind == "entity":
        found = [project.entity(record_id) for record_id in ids]
    else:
        found = project.documents_by_id(ids)
    return {record.id: record for record in found if record is not None}


def with_values(record: Record, values: Mapping[str, JsonValue], project: Reader) -> Record:
    """``record`` with other values of some fields; None takes a value away.

    An answer without a reason is one that is to be withdrawn.

    Raises:
        RuleBroken: the schema does not allow them, or the entry is built in.
    """
    if isinstance(record, Annotation):
        document = project.document(record.document_id)
        if document is None:
            raise gone()
        defined = label_def(project.schema, record.label).feature_named
        return _with_features(record, values, defined, document.length, project)
    if isinstance(record, Relation):
        defined = relation_def(project.schema, record.type).feature_named
        return _with_features(record, values, defined, 0, project)
    if isinstance(record, Answer) and values == {"reason": None}:
        return record.model_copy(update={"reason": ""})
    after = _with_fields(record, values)
    if isinstance(after, Entity):
        own_entity(project, after.id)
        check_entity(project, after)
    check_storable(after)
    return after


def _answered(correct: Correct, project: Reader, context: Context) -> Iterator[Edit]:
    edits = list(answering(correct).plan(project, context).edits)
    earlier = (edit.before.reason for edit in edits if isinstance(edit.before, Answer))
    if edits and next(earlier, None) != correct.before:
        raise RuleBroken(_MEANWHILE, _LOOK_AGAIN)
    yield from edits


def _withdrawn(record: Record) -> bool:
    return isinstance(record, Answer) and not record.reason


def _record(correct: Correct) -> tuple[CorrectedKind, str]:
    return correct.record, correct.record_id


def _corrected(before: Record, corrections: Sequence[Correct], project: Reader) -> Record:
    present = values_of(before)
    if any(present.get(correct.field) != correct.before for correct in corrections):
        raise RuleBroken(_MEANWHILE, _LOOK_AGAIN)
    values = {correct.field: correct.value for correct in corrections}
    return with_values(before, values, project)


def _with_features(
    record: Annotation | Relation,
    values: Mapping[str, JsonValue],
    defined: Mapping[str, FeatureDef],
    length: int,
    project: Reader,
) -> Record:
    features = record.features
    for name, value in values.items():
        features = changed_features(features, name, value)
    given: Features = {name: value for name, value in values.items() if value is not None}
    whole = record.span if isinstance(record, Annotation) else None
    check_features(defined, given, length, project, whole)
    after = record.model_copy(update={"features": features})
    check_storable(after)
    return after


def _with_fields(record: Record, values: Mapping[str, JsonValue]) -> Record:
    """A record with other fields, checked as when it is read from a file."""
    assert isinstance(record, Entity | Answer | Document)
    made: dict[str, JsonValue] = record.model_dump(mode="json")
    for name, value in values.items():
        made[name] = value if value is not None else _nothing(record, name)
    try:
        return type(record).model_validate_json(json.dumps(made))
    except (ValidationError, ValueError):
        raise RuleBroken(_UNFIT, name=", ".join(values)) from None


def _nothing(record: Record, name: str) -> JsonValue:
    """What a field holds when it has no value."""
    if name == "aliases":
        return []
    return "" if isinstance(record, Document) or name in ("canonical_name", "reason") else None
