"""Everything that finds: in the article, in the project, the same strings; and their index."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.paths import cache_folder
from desktop.ui.actions.handlers import Handler, collect
from desktop.ui.desk import Desk
from desktop.ui.find import Find
from desktop.ui.same_strings import SameStrings
from desktop.ui.search import Search
from desktop.ui.text_indexer import SMALLEST, TextIndexer
from desktop.ui.theme import Theme


class Finding(QObject):
    """One feature of the project's page, made of four."""

    def __init__(self, desk: Desk, theme: Theme, host: QWidget, *, indexed: bool) -> None:
        """``host`` is what lists float over; ``indexed`` when large projects have an index."""
        super().__init__(desk)
        self._indexer: TextIndexer | None = None
        if indexed:
            self._indexer = TextIndexer(desk.bridge, cache_folder() / "index", SMALLEST, self)
            self._indexer.start()
        self._find = Find(desk, theme)
        self.same_strings = SameStrings(desk, theme, host, self._indexer)
        self.search = Search(desk, theme, host, self._indexer)

    def handlers(self) -> dict[str, Handler]:
        """All ways to find."""
        return collect(self._find, self.same_strings, self.search)

    def stop(self) -> None:
        """Look no further; to be called before the project is closed."""
        self.same_strings.stop()
        self.search.stop()
        if self._indexer is not None:
            self._indexer.stop()
