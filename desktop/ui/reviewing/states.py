"""The states of articles: done and on to the next, skipped, and what done asks for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.model.overview import DocumentSummary
from desktop.model.project import Document
from desktop.session.reviewing import review_document
from desktop.ui.actions.bindings import DEFAULT_BINDINGS, Bindings
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.reviewing.feature import NextArticle
from desktop.ui.reviewing.feed import ProblemFeed

STRICT = "review.done_requires_no_problems"
"""The project's setting: an article with open problems cannot be done."""

_UNFINISHED = ("new", "in_progress")


class ArticleStates(QObject):
    """Changes states; the one that says no, and why, when problems are left."""

    document_requested = Signal(str)
    """An article to go on with."""

    def __init__(self, desk: Desk, feed: ProblemFeed, next_article: NextArticle) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self._feed = feed
        self._next_article = next_article
        self._bindings = DEFAULT_BINDINGS

    def set_bindings(self, bindings: Bindings) -> None:
        """Name these keys from now on."""
        self._bindings = bindings

    def handlers(self) -> dict[str, Handler]:
        """Everything about states."""
        return {
            "toggle_done": self.toggle_done,
            "done_and_next": self.done_and_next,
            "next_unfinished": self.next_unfinished,
            "skip_document": self.skip_document,
            "toggle_strict_done": self.toggle_strict,
        }

    @property
    def strict(self) -> bool:
        """Articles with open problems cannot be done."""
        return self._session.setting(STRICT) is True

    def toggle_done(self) -> None:
        """Say that the article is done, or take that back."""
        document = self._desk.document
        if document is not None:
            self.set_state(document.id, "in_progress" if document.state == "done" else "done")

    def done_and_next(self) -> None:
        """Say that the article is done and open the next one that is not."""
        document = self._desk.document
        if document is None or document.state == "done" or self.set_state(document.id, "done"):
            self.next_unfinished()

    def skip_document(self) -> None:
        """Leave the article aside and open the next one that is to be worked on."""
        document = self._desk.document
        if document is not None and document.state == "skipped":
            self.set_state(document.id, "in_progress" if self._is_marked(document) else "new")
        elif document is not None and self.set_state(document.id, "skipped"):
            self.next_unfinished()

    def next_unfinished(self) -> None:
        """Open the next article that is new or in progress."""
        found = self._next_article(_is_unfinished, True)
        if found is None:
            self._desk.hint_changed.emit(self.tr("No other article is left to do."))
        else:
            self.document_requested.emit(found)

    def toggle_strict(self) -> None:
        """Ask for an empty list of problems before an article is done, or no more."""
        from desktop.session.commands import SetSetting

        strict = not self.strict
        if self._desk.bridge.do(SetSetting(key=STRICT, value=strict or None)) is None:
            return
        self._desk.hint_changed.emit(
            self.tr("An article can now be done only when nothing is left to check.")
            if strict
            else self.tr("An article can now be done although something is left to check.")
        )

    def set_state(self, document_id: str, state: str) -> bool:
        """Give an article a state; False when that was refused, which is told."""
        from desktop.session.commands import SetDocument

        if state == "done" and self.strict and (left := self._problems_left(document_id)):
            words = self.tr("Not done: {count} things are left to check. {key} goes through them.")
            key = self._bindings.shown("next_problem") or self.tr("The list on the right")
            self._desk.hint_changed.emit(words.format(count=f"{left:,}", key=key))
            return False
        command = SetDocument.model_validate({"document_id": document_id, "state": state})
        return self._desk.bridge.do(command) is not None

    def _problems_left(self, document_id: str) -> int:
        """As they are now, also right after a change."""
        if self._feed.document_id == document_id:
            self._feed.finish()
            review = self._feed.review
        else:
            review = review_document(self._session, document_id)
        return len(review.open) if review is not None else 0

    def _is_marked(self, document: Document) -> bool:
        return bool(self._session.counts(document.id))


def _is_unfinished(summary: DocumentSummary) -> bool:
    return summary.state in _UNFINISHED
