"""Keeps the index of a large project's texts up to date while nobody waits for it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.model.changes import Changes
from desktop.model.project import Document
from desktop.session.session import Session
from desktop.session.text_indexing import (
    ProjectIndex,
    add_texts,
    index_key,
    open_index,
    remove,
)
from desktop.ui.bridge import Bridge
from desktop.ui.slices import Slices
from desktop.ui.warm_process import WarmProcess

SMALLEST = 4_000
"""A project with fewer articles is looked through as fast without an index."""

_KEYS_AT_ONCE = 256
_TEXTS_AT_ONCE = 64

_log = logging.getLogger(__name__)


class TextIndexer(QObject):
    """Sends texts that are not indexed to a process of its own, a few at a time."""

    completed = Signal()
    """Every text is in the index."""

    def __init__(self, bridge: Bridge, folder: Path, smallest: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session = bridge.session
        self._folder = folder
        self._smallest = smallest
        self._index: ProjectIndex | None = None
        self._known: set[str] = set()
        self._complete = False
        self._again = False
        self._steps: Iterator[None] = iter(())
        self._slices = Slices(self)
        self._slices.ended.connect(self._ended)
        # The disk does not give the texts: whoever works is told by what they do themselves.
        self._slices.failed.connect(self.stop)
        self._process = WarmProcess(self)
        self._process.answered.connect(self._added)
        self._process.failed.connect(self._give_up)
        bridge.changed.connect(self._changed)

    def start(self) -> None:
        """Begin, if the project is large enough."""
        if self._session.document_count() < self._smallest:
            return
        self._index = open_index(self._folder, self._session.project_id)
        if self._index is None:
            _log.info("texts are not indexed: nothing can be kept in the cache")
            return
        self._steps = self._work(self._index)
        self._slices.start(self._steps)

    def stop(self) -> None:
        """Stop working and let go of the file."""
        self._slices.stop()
        self._process.stop()
        self._complete = False
        if self._index is not None:
            self._index.close()
            self._index = None

    def candidates(self, words: str) -> Iterator[list[str]] | None:
        """Ids of documents that may hold the folded ``words``, some at a time.

        None when the index cannot say; then all texts are to be looked through.
        """
        if self._index is None or not self._complete:
            return None
        found = self._index.candidates(words)
        return self._guarded(self._index, found) if found is not None else None

    def _guarded(self, index: ProjectIndex, found: Iterator[list[str]]) -> Iterator[list[str]]:
        """What the index names; if it proves damaged on the way, all other documents too."""
        named: set[str] = set()
        for ids in found:
            # An article that was corrected is named by each of its texts.
            fresh = [each for each in dict.fromkeys(ids) if each not in named]
            named.update(fresh)
            yield fresh
        if not index.usable:
            self._drop()
            for page in self._pages():
                yield [document_id for document_id, _ in page if document_id not in named]

    def _pages(self) -> Iterator[tuple[tuple[str, str], ...]]:
        after: tuple[int, str] | None = None
        while True:
            page = self._session.document_keys(after, _KEYS_AT_ONCE)
            yield page.keys
            after = page.reached
            if after is None:
                return

    def _work(self, index: ProjectIndex) -> Iterator[None]:
        for keys in index.pages():
            self._known.update(keys)
            yield
        if not index.usable:
            self._drop()
            return
        batch: list[tuple[str, str]] = []
        for page in self._pages():
            for document_id, text_sha256 in page:
                key = index_key(document_id, text_sha256)
                if key not in self._known:
                    batch.append((key, self._session.text(document_id)))
                if len(batch) == _TEXTS_AT_ONCE:
                    yield from self._send(index, batch)
                    batch = []
            yield
        if batch:
            yield from self._send(index, batch)

    def _send(self, index: ProjectIndex, batch: list[tuple[str, str]]) -> Iterator[None]:
        self._slices.stop()
        self._process.ask(add_texts, index.path, batch)
        yield

    def _added(self, ticket: int, keys: object) -> None:
        del ticket
        assert isinstance(keys, list)
        self._known.update(keys)
        if self._index is not None:
            self._slices.start(self._steps)

    def _ended(self) -> None:
        if self._index is None:
            return
        if self._again:
            self._again = False
            self._steps = self._work(self._index)
            self._slices.start(self._steps)
            return
        self._process.stop()
        self._complete = True
        self.completed.emit()

    def _changed(self, changes: Changes) -> None:
        if not changes.bulk and not any(map(_is_new, changes.of(Document))):
            return
        if self._index is None:
            self.start()
        elif self._complete:
            self._complete = False
            self._steps = self._work(self._index)
            self._slices.start(self._steps)
        else:
            self._again = True

    def _give_up(self, ticket: int) -> None:
        del ticket
        self._drop()

    def _drop(self) -> None:
        if self._index is not None:
            _log.warning("the index of texts is unusable and is thrown away")
            path = self._index.path
            self.stop()
            self._known.clear()
            remove(path)


def _is_new(pair: tuple[Document | None, Document | None]) -> bool:
    """True when a text came to the project that may not be indexed."""
    before, after = pair
    return after is not None and (before is None or before.text_sha256 != after.text_sha256)
