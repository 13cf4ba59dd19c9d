"""Correcting what is known of the article on the page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.session.commands import Command, SetDocument, SetRights, Together
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.facts_dialog import FactsDialog


class ArticleFacts(QObject):
    """Asks for title, metadata and rights, and turns the answer into one change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def handlers(self) -> dict[str, Handler]:
        """One action opens the dialog."""
        return {"article_facts": self.ask}

    def ask(self) -> None:
        """Show the facts to be corrected; Enter keeps them."""
        document = self._desk.document
        if document is None:
            return
        dialog = FactsDialog(document, self._desk.view.window())
        if dialog.exec():
            facts = SetDocument(
                document_id=document.id, title=dialog.title, metadata=dialog.metadata
            )
            command: Command = facts
            if (rights := dialog.rights) is not None:
                recorded = SetRights(document_ids=(document.id,), values=rights)
                command = Together(kind="set_document", parts=(facts, recorded))
            self._desk.bridge.do(command)
        dialog.deleteLater()
