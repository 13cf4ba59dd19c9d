"""How the window was left in each project: article, place, columns, size."""

from __future__ import annotations

from desktop.model.project import Document
from desktop.settings import SettingsStore, View
from desktop.ui.project_page import ProjectPage


class ViewMemory:
    """Brings a project back as it was left, and keeps how it is left.

    It is kept at each change of the article too, so that a crash costs the scroll position only.
    """

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings
        self._page: ProjectPage | None = None

    def set_page(self, page: ProjectPage | None) -> None:
        """Restore this page and watch it from now on."""
        if page is not None:
            view = self._settings.settings.views.get(page.bridge.session.project_id)
            if view is not None:
                self._restore(page, view)
            page.desk.document_shown.connect(self._document_shown)
        self._page = page

    def keep(self) -> None:
        """Write down how the page is now."""
        if self._page is not None:
            self._settings.remember_view(
                self._page.bridge.session.project_id, self._view(self._page)
            )

    def _document_shown(self, document: Document | None) -> None:
        page = self._page
        if page is None:
            return
        kept = self._settings.settings.views.get(page.bridge.session.project_id)
        if document is not None and (kept is None or kept.document != document.id):
            self.keep()

    def _view(self, page: ProjectPage) -> View:
        document = page.desk.document
        return View(
            document=document.id if document else None,
            offset=page.article.top_offset,
            columns=page.columns.widths(),
            list_shown=page.columns.left_shown,
            inspector_shown=page.columns.right_shown,
            zoom=self._settings.settings.zoom,
        )

    def _restore(self, page: ProjectPage, view: View) -> None:
        self._settings.update(zoom=view.zoom)
        page.set_zoom(view.zoom)
        page.columns.restore(
            view.columns, left_shown=view.list_shown, right_shown=view.inspector_shown
        )
        if view.document is None or page.bridge.session.document(view.document) is None:
            return
        if page.desk.document is None or page.desk.document.id != view.document:
            page.open_document(view.document)
        page.article.scroll_to(view.offset)
