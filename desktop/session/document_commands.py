"""Commands that change and delete documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.project import (
    Basis,
    Document,
    DocumentState,
    Metadata,
    Note,
    Permission,
    Rights,
    Zone,
)
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion
from desktop.model.values import Id, OneLine, Value
from desktop.session.command import CommandValue, Ids
from desktop.session.planning import Context, Plan, Reader, gone
from desktop.session.rules import NOTHING_CHANGED, check_span, check_storable


class SetDocument(CommandValue):
    """Change what is known of a document; what is None stays. Its text never changes."""

    kind: Literal["set_document"] = "set_document"
    document_id: Id
    title: OneLine | None = None
    state: DocumentState | None = None
    note: Note | None = None
    metadata: Metadata | None = None
    rights: Rights | None = None
    zones: tuple[Zone, ...] | None = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = project.document(self.document_id)
        if before is None:
            raise gone()
        given = ("title", "state", "note", "metadata", "rights", "zones")
        update = {name: getattr(self, name) for name in given if getattr(self, name) is not None}
        after = before.model_copy(update=update)
        check_places(after)
        check_storable(after)
        return Plan((Edit(before, after),) if after != before else ())


class RightsValues(Value):
    """What somebody says of the rights in articles; what is not given stays, None takes it away."""

    holder: OneLine | None = None
    license: OneLine | None = None
    redistribution: Permission = "unknown"
    ai_training: Permission = "unknown"
    basis: Basis = "none"
    basis_note: OneLine | None = None


class SetRights(CommandValue):
    """Record what is known of the rights in articles, and who said so when.

    Without any value the rights are confirmed as they are.
    """

    kind: Literal["set_rights"] = "set_rights"
    document_ids: Ids
    values: RightsValues

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        given = self.values.model_dump(exclude_unset=True)
        who = context.annotator.name
        edits: list[Edit] = []
        for document_id in dict.fromkeys(self.document_ids):
            before = project.document(document_id)
            if before is None:
                raise gone()
            rights = before.rights.model_copy(update=given)
            if rights == before.rights and rights.confirmed_by == who:
                continue
            confirmed = {"confirmed_by": who, "confirmed_at": context.at}
            after = before.model_copy(update={"rights": rights.model_copy(update=confirmed)})
            check_storable(after)
            edits.append(Edit(before, after))
        return Plan(edits)


class DeleteDocuments(CommandValue):
    """Delete documents with their annotations and relations, answers and suggestions."""

    kind: Literal["delete_documents"] = "delete_documents"
    document_ids: Ids

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        documents: list[Document] = []
        for document_id in dict.fromkeys(self.document_ids):
            document = project.document(document_id)
            if document is None:
                raise gone()
            documents.append(document)
        total = sum(
            1 + sum(project.counts(d.id).values()) + len(_desk_records(project, d.id))
            for d in documents
        )
        return Plan(_deletions(project, documents), total=total)


def check_places(document: Document) -> None:
    """Refuse zones and a rights notice that do not lie inside the document's text."""
    for zone in document.zones:
        if not 0 <= zone.start <= zone.end <= document.length:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "The zone {start}–{end} is not inside the text."),
                NOTHING_CHANGED,
                start=zone.start,
                end=zone.end,
            )
    if document.rights.notice is not None:
        check_span(Span(*document.rights.notice), document.length)


def _deletions(project: Reader, documents: list[Document]) -> Iterator[Edit]:
    for document in documents:
        for relation in project.relations(document.id):
            yield Edit(relation, None)
        for annotation in project.annotations(document.id):
            yield Edit(annotation, None)
        for record in _desk_records(project, document.id):
            yield Edit(record, None)
        yield Edit(document, None)


def _desk_records(project: Reader, document_id: str) -> list[Answer | Suggestion | Decision]:
    return [
        *project.answers(document_id),
        *project.suggestions(document_id),
        *project.decisions(document_id),
    ]
