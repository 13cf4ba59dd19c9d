"""Correcting the text of the article on the page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop.model.overview import RELATION_COUNT
from desktop.model.project import Annotation, Document
from desktop.session.commands import ReviseText
from desktop.session.comparison import Comparison, compare
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.dialogs.text_dialog import TextDialog
from desktop.ui.theme import Theme
from desktop.ui.warm_process import WarmProcess

LONGEST = 400_000
"""Code points up to which a text field stays swift."""
_MOST_EARLIER = 10


class Correcting(QObject):
    """Asks for the correction, has it compared beside the window, and makes it one change."""

    def __init__(self, desk: Desk, theme: Theme, process: WarmProcess | None) -> None:
        """Without a process texts are compared here."""
        super().__init__(desk)
        self._desk = desk
        self._theme = theme
        self._process = process
        self._dialog: TextDialog | None = None
        self._asked: dict[int, str] = {}
        if process is not None:
            process.answered.connect(self._answered)
            process.failed.connect(self._failed)

    def handlers(self) -> dict[str, Handler]:
        """One action opens the dialog."""
        return {"edit_text": self.ask}

    def ask(self) -> None:
        """Show the text to be corrected."""
        document, session = self._desk.document, self._desk.bridge.session
        if document is None:
            return
        if session.read_only:
            self._desk.hint_changed.emit(self.tr("This project can only be read."))
            return
        if document.length > LONGEST:
            words = self.tr("The article is too long to be corrected here: {n} characters.")
            self._desk.hint_changed.emit(words.format(n=f"{document.length:,}"))
            return
        annotations = self._read(document)
        if annotations is None:
            return
        dialog = TextDialog(
            self._desk.text,
            annotations,
            {annotator.id: annotator.name for annotator in session.annotators()},
            session.schema,
            self._theme,
            self._desk.language,
            self._desk.view.window(),
        )
        dialog.offer_earlier(self._earlier(document))
        dialog.comparison_wanted.connect(self._compare)
        self._dialog = dialog
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.comparison is not None:
            command = ReviseText(
                document_id=document.id,
                before=document.text_sha256,
                text=dialog.comparison.text,
                replaced=dialog.comparison.replaced,
            )
            window = self._desk.view.window()
            with shown_progress(self.tr("Keeping the correction…"), window) as progress:
                self._desk.bridge.do(command, progress)
        self._dialog = None
        self._asked.clear()
        dialog.deleteLater()

    def _read(self, document: Document) -> list[Annotation] | None:
        """All annotations of the article; None when the user does not wait for them."""
        session, found = self._desk.bridge.session, list[Annotation]()
        total = sum(
            n for label, n in session.counts(document.id).items() if label != RELATION_COUNT
        )
        with shown_progress(self.tr("Reading…"), self._desk.view.window()) as progress:
            for page in session.annotation_pages(document.id):
                found += page
                if not progress(len(found), total) or session.closed:
                    return None
        return found

    def _earlier(self, document: Document) -> list[tuple[str, str]]:
        """The texts before the last corrections, the newest first."""
        session = self._desk.bridge.session
        names = {annotator.id: annotator.name for annotator in session.annotators()}
        words = self.tr("Before {name} corrected it, {at}")
        return [
            (
                words.format(
                    name=names.get(one.annotator_id, "?"),
                    at=f"{datetime.fromisoformat(one.replaced_at).astimezone():%Y-%m-%d %H:%M}",
                ),
                session.earlier_text(document.id, one.text_sha256),
            )
            for one in document.earlier_texts[: -_MOST_EARLIER - 1 : -1]
        ]

    def _compare(self, corrected: str) -> None:
        if self._process is None:
            self._show(corrected, compare(self._desk.text, corrected))
        else:
            ticket = self._process.ask(compare, self._desk.text, corrected)
            self._asked = {ticket: corrected}

    def _answered(self, ticket: int, comparison: object) -> None:
        if ticket in self._asked:
            made = comparison if isinstance(comparison, Comparison) else None
            self._show(self._asked.pop(ticket), made)

    def _failed(self, ticket: int) -> None:
        if ticket in self._asked:
            self._show(self._asked.pop(ticket), None)

    def _show(self, corrected: str, comparison: Comparison | None) -> None:
        if self._dialog is not None:
            self._dialog.show_comparison(corrected, comparison)
