"""Recording the rights of the articles that are selected in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop.model.project import Rights
from desktop.session.commands import SetRights
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.rights_dialog import RightsDialog


class RightsKeeping(QObject):
    """Asks for the record and turns the answer into one change, however many articles it is."""

    def __init__(self, desk: Desk, selected: Callable[[], Sequence[str]]) -> None:
        """``selected`` gives the ids of the articles that are meant."""
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self._selected = selected

    def handlers(self) -> dict[str, Handler]:
        """One action opens the dialog."""
        return {"article_rights": self.ask}

    def ask(self) -> None:
        """Show the record of the selected articles."""
        ids = self._selected()
        if not ids:
            return
        publisher = self._publisher(ids)
        of_publisher = self._session.documents_of(publisher) if publisher else []
        window = self._desk.view.window()
        dialog = RightsDialog(ids, publisher, of_publisher, self._rights_of, window)
        if dialog.exec():
            command = SetRights(document_ids=dialog.document_ids, values=dialog.values)
            if self._desk.bridge.do(command) is not None:
                words = self.tr("Recorded with {n} articles. One undo takes it back.")
                self._desk.hint_changed.emit(words.format(n=f"{len(dialog.document_ids):,}"))
        dialog.deleteLater()

    def _publisher(self, ids: Sequence[str]) -> str:
        """The publisher of all of them; empty when there is not one."""
        found: set[str] = set()
        for document_id in ids:
            document = self._session.document(document_id)
            found.add((document.metadata.publisher if document else None) or "")
            if len(found) > 1:
                return ""
        return found.pop()

    def _rights_of(self, document_id: str) -> Rights:
        document = self._session.document(document_id)
        return document.rights if document is not None else Rights()
