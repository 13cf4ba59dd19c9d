"""Menu entries that concern the project on the page; without one they do nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import commit_focused


class PageActions(QObject):
    """Hands each entry on to the page that is shown."""

    page: ProjectPage | None = None

    def undo(self) -> None:
        """Take back the last operation; what is being typed is kept first."""
        if self.page:
            commit_focused()
            self.page.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.page:
            commit_focused()
            self.page.redo()

    def relate(self) -> None:
        """Number what the selected annotation may be related to."""
        if self.page:
            self.page.article.setFocus()
            self.page.desk.relate()

    def delete(self) -> None:
        """Delete the selected annotation."""
        if self.page:
            self.page.desk.delete_selected()

    def next_document(self) -> None:
        """Show the next article."""
        if self.page:
            self.page.step_document(forward=True)

    def previous_document(self) -> None:
        """Show the article before."""
        if self.page:
            self.page.step_document(forward=False)

    def toggle_done(self) -> None:
        """Say that the article is done, or take that back."""
        if self.page:
            self.page.toggle_done()

    def focus_article(self) -> None:
        """Put the keyboard on the article."""
        if self.page:
            self.page.article.setFocus()

    def filter(self) -> None:
        """Put the keyboard on the filter of the article list."""
        if self.page:
            self.page.documents.focus_filter()
