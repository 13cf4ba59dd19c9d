"""The command that corrects an article's text."""

from __future__ import annotations

from itertools import chain
from typing import Annotated, Literal

from pydantic import Field

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.batch import ImportedDocument
from desktop.model.canonical import canonicalise
from desktop.model.changes import Edit
from desktop.model.difference import Replacement
from desktop.model.project import EarlierText
from desktop.model.values import Id
from desktop.session.command import CommandValue
from desktop.session.planning import Context, Plan, Reader, gone


class ReviseText(CommandValue):
    """Give an article a corrected text; everything that lies on it follows, or goes where it must.

    ``text`` is made canonical. ``before`` is the hash of the text that was corrected, so that
    nobody corrects a text that is another one meanwhile. ``replaced`` is the difference of the two,
    where the caller has worked it out already.
    """

    kind: Literal["revise_text"] = "revise_text"
    document_id: Id
    before: str
    text: Annotated[str, Field(exclude=True, repr=False)]
    replaced: Annotated[tuple[Replacement, ...] | None, Field(exclude=True)] = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`.

        Raises:
            RefusedInput: there is no text in it, or half a character.
            Cancelled: whoever is told of the progress wants no more.
        """
        # no start waits for what a correction needs
        from desktop.model.anchoring import Anchoring
        from desktop.session.revision import Revision

        document = project.document(self.document_id)
        if document is None:
            raise gone()
        canonical = canonicalise(self.text)
        if canonical.sha256 == document.text_sha256:
            return Plan(())
        if self.before != document.text_sha256:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "The article's text was changed meanwhile."),
                QT_TRANSLATE_NOOP("errors", "Open it again to correct it. Nothing was changed."),
            )
        anchoring = Anchoring(project.text(document.id), canonical.text, self.replaced)
        earlier = EarlierText(
            text_sha256=document.text_sha256,
            annotator_id=context.annotator.id,
            replaced_at=context.at,
        )
        known = {
            "text_sha256": canonical.sha256,
            "length": len(canonical.text),
            "earlier_texts": (*document.earlier_texts, earlier),
        }
        revision = Revision(project, document, anchoring, context.progress)
        after = revision.document(document.model_copy(update=known))
        body = ImportedDocument(after, canonical.text, normalisation=canonical.log)
        edits, count = revision.edits()
        return Plan(chain((Edit(document, after),), edits), bodies=(body,), total=1 + count)
