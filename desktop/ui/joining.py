"""Joining the parts of an utterance that the reporter's words part: ``"A"라며 "B"고``."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.model.roles import roles_of
from desktop.model.span import Span
from desktop.session.attribution import claim_before, join
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.marking import Marking

_REACH = 1_200


class Joining(QObject):
    """One key joins the selected claim to the claim before it on its line, or parts the two."""

    def __init__(self, desk: Desk, marking: Marking) -> None:
        super().__init__(desk)
        self._desk = desk
        self._marking = marking
        self._session = desk.bridge.session
        self._roles = roles_of(self._session.schema)

    def handlers(self) -> dict[str, Handler]:
        """The one way in."""
        return {"join": self.join}

    def join(self) -> None:
        """Join the selected claim to the one before; selected text is marked as a claim first."""
        if self._desk.view.selection is not None and self._roles.claim is not None:
            self._marking.mark_selection(self._roles.claim)
        claim = self._desk.selected
        if claim is None or claim.label != self._roles.claim or self._roles.continues is None:
            self._desk.hint_changed.emit(self.tr("Select the second part of the words first."))
            return
        line = self._desk.text.rfind("\n", 0, claim.start) + 1
        low = max(line, claim.start - _REACH)
        if low == claim.start:
            near = []
        else:
            near = self._session.annotations(claim.document_id, Span(low, claim.start))
        before = claim_before(claim, near)
        if before is None:
            self._desk.hint_changed.emit(self.tr("There is no claim before it in the paragraph."))
            return
        command = join(self._session, claim, before)
        if command is not None and self._desk.bridge.do(command) is not None:
            self._desk.hint_changed.emit(self._told(command.kind))

    def _told(self, kind: str) -> str:
        if kind == "part":
            return self.tr("The two are claims of their own again.")
        return self.tr("Joined to the claim before. J parts them again.")
