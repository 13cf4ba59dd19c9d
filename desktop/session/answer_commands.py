"""Commands that answer problems and take answers back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from desktop.model.answer import Answer, ProblemKind
from desktop.model.changes import Edit
from desktop.model.values import Id, OneLine
from desktop.session.command import CommandValue, Ids
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import check_storable


class AnswerProblem(CommandValue):
    """Say why a problem is none (see :class:`Answer`). An earlier answer to it is replaced.

    ``answer_id`` is made by the caller, so that a save that was reported as failed can be repeated.
    """

    kind: Literal["answer_problem"] = "answer_problem"
    answer_id: Id
    document_id: Id
    problem: ProblemKind
    annotation_ids: tuple[Id, ...] = ()
    key: OneLine = ""
    reason: Annotated[OneLine, Field(min_length=1)]

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        found = project.annotations_by_id(self.annotation_ids)
        foreign = any(annotation.document_id != self.document_id for annotation in found)
        if (
            foreign
            or project.document(self.document_id) is None
            or len(found) != len(self.annotation_ids)
        ):
            raise gone()
        answer = Answer(
            id=self.answer_id,
            document_id=self.document_id,
            problem=self.problem,
            annotation_ids=self.annotation_ids,
            key=self.key,
            reason=self.reason,
            annotator_id=context.annotator.id,
            created_at=context.at,
        )
        check_storable(answer)
        earlier = [known for known in project.answers(self.document_id) if self._about(known)]
        if [known.reason for known in earlier] == [self.reason]:
            return Plan(())
        return Plan([Edit(known, None) for known in earlier] + [Edit(None, answer)])

    def _about(self, answer: Answer) -> bool:
        own = (self.problem, self.annotation_ids, self.key)
        return (answer.problem, answer.annotation_ids, answer.key) == own


class WithdrawAnswers(CommandValue):
    """Take answers back: their problems are open again."""

    kind: Literal["withdraw_answers"] = "withdraw_answers"
    answer_ids: Ids

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        ids = list(dict.fromkeys(self.answer_ids))
        answers = project.answers_by_id(ids)
        if len(answers) != len(ids):
            raise gone()
        return Plan([Edit(answer, None) for answer in answers])
