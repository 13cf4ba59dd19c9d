"""The command that notes what was done with a suggestion."""

from __future__ import annotations

from typing import Literal

from desktop.model.changes import Edit
from desktop.model.span import Span
from desktop.model.suggestion import Action, Decision
from desktop.model.values import Id, OneLine
from desktop.session.command import CommandValue, Key
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import check_span


class Decide(CommandValue):
    """Note a decision on a suggestion; one that a file brought (``stored_id``) goes in that step.

    Label and span are those proposed. ``decision_id`` is made by the caller.
    """

    kind: Literal["decide"] = "decide"
    decision_id: Id
    document_id: Id
    action: Action
    rule: OneLine
    version: OneLine
    label: str
    span: Span
    stored_id: Id | None = None

    @property
    def makes(self) -> Key:
        """See :attr:`CommandValue.makes`."""
        return Decision, self.decision_id

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        document = project.document(self.document_id)
        if document is None:
            raise gone()
        check_span(self.span, document.length)
        edits = [Edit(stored, None) for stored in project.suggestions_by_id(self._stored())]
        decision = Decision(
            id=self.decision_id,
            document_id=self.document_id,
            action=self.action,
            rule=self.rule,
            version=self.version,
            label=self.label,
            start=self.span.start,
            end=self.span.end,
            quote=self.span.slice(project.text(self.document_id)),
            annotator_id=context.annotator.id,
            created_at=context.at,
        )
        return Plan([*edits, Edit(None, self._saved_before(project) or decision)])

    def _stored(self) -> list[str]:
        return [self.stored_id] if self.stored_id is not None else []

    def _saved_before(self, project: Reader) -> Decision | None:
        """What a save that was reported as failed had kept."""
        return next(iter(project.decisions_by_id([self.decision_id])), None)
