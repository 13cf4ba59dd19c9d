"""Everything that finds: in the article, in the project, the same strings; and their index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.paths import cache_folder
from desktop.ui.actions.handlers import Handler, collect
from desktop.ui.desk import Desk
from desktop.ui.late import Late
from desktop.ui.text_indexer import SMALLEST, TextIndexer
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.ui.find import Find
    from desktop.ui.same_strings import SameStrings
    from desktop.ui.search import Search


class Finding(QObject):
    """One feature of the project's page, made of four."""

    def __init__(self, desk: Desk, theme: Theme, host: QWidget, *, indexed: bool) -> None:
        """``host`` is what lists float over; ``indexed`` when large projects have an index."""
        super().__init__(desk)
        self._desk = desk
        self._theme = theme
        self._host = host
        self._indexer: TextIndexer | None = None
        if indexed:
            self._indexer = TextIndexer(desk.bridge, cache_folder() / "index", SMALLEST, self)
            self._indexer.start()
        self._find = Late(("find", "find_next", "find_previous"), self._make_find)
        self._same_strings = Late(("mark_same",), self._make_same_strings)
        self._search = Late(("search_project", "annotation_table"), self._make_search)

    @property
    def same_strings(self) -> SameStrings:
        """What marks all places of a string."""
        return self._same_strings.feature()

    @property
    def search(self) -> Search:
        """What searches the project."""
        return self._search.feature()

    def handlers(self) -> dict[str, Handler]:
        """All ways to find."""
        return collect(self._find, self._same_strings, self._search)

    def stop(self) -> None:
        """Look no further; to be called before the project is closed."""
        for searching in (self._same_strings.made, self._search.made):
            if searching is not None:
                searching.stop()
        if self._indexer is not None:
            self._indexer.stop()

    def _make_find(self) -> Find:
        from desktop.ui.find import Find

        return Find(self._desk, self._theme)

    def _make_same_strings(self) -> SameStrings:
        from desktop.ui.same_strings import SameStrings

        return SameStrings(self._desk, self._theme, self._host, self._indexer)

    def _make_search(self) -> Search:
        from desktop.ui.search import Search

        return Search(self._desk, self._theme, self._host, self._indexer)
