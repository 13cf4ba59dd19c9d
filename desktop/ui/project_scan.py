"""Looking through the project, texts and annotations, between two events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal

from desktop.errors import KnownError
from desktop.model.place import place_of
from desktop.model.project import DocumentState
from desktop.model.search import AnnotationFilter
from desktop.model.span import Span
from desktop.session.session import Session
from desktop.ui.slices import Slices

_DOCUMENTS_AT_ONCE = 32

Find = Callable[[str], list[Span]]
"""What is looked for in one text."""


class ProjectScan(QObject):
    """Goes through all texts, or all annotations, once, or until it has found enough."""

    found = Signal(object)
    """A list of what was found next: of :class:`Place` in one text, of articles with a
    note, or of annotation rows."""
    ended = Signal(bool)
    """Done; False when there would have been more than enough."""
    failed = Signal(object)
    """The :class:`KnownError` that ended it, after :attr:`ended`."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._complete = True
        self._slices = Slices(self)
        self._slices.ended.connect(self._end)
        self._slices.failed.connect(self._fail)

    @property
    def running(self) -> bool:
        """True until :attr:`ended` or :meth:`stop`."""
        return self._slices.running

    def stop(self) -> None:
        """Look no further."""
        self._slices.stop()

    def look_in_texts(
        self,
        probes: Sequence[str],
        find: Find,
        most: int,
        state: DocumentState | None = None,
        note: str = "",
    ) -> None:
        """Look for up to ``most`` places in texts that hold one of ``probes``.

        First for the folded ``note`` in notes of articles, if it is given. Another search that is
        under way is dropped.
        """
        texts = self._texts(probes, find, most, state)
        self._slices.start(chain(self._notes(note, state), texts))

    def look_in_candidates(
        self,
        candidates: Iterator[list[str]],
        find: Find,
        most: int,
        state: DocumentState | None = None,
        note: str = "",
    ) -> None:
        """As :meth:`look_in_texts`, but only in documents that an index names."""
        texts = self._candidates(candidates, find, most, state)
        self._slices.start(chain(self._notes(note, state), texts))

    def look_in_annotations(self, wanted: AnnotationFilter, most: int) -> None:
        """Look for up to ``most`` annotations; another search is dropped."""
        self._slices.start(self._annotations(wanted, most))

    def _notes(self, words: str, state: DocumentState | None) -> Iterator[None]:
        after: tuple[int, str] | None = None
        while words:
            noted = self._session.documents_noted(words, after, state=state)
            if noted.found:
                self.found.emit(list(noted.found))
            yield
            after = noted.reached
            if after is None:
                return

    def _texts(
        self, probes: Sequence[str], find: Find, most: int, state: DocumentState | None
    ) -> Iterator[None]:
        after: tuple[int, str] | None = None
        while True:
            scanned = self._session.documents_holding(probes, after, _DOCUMENTS_AT_ONCE, state)
            yield
            for document_id in scanned.ids:
                most -= self._look_at(document_id, find, most)
                if most < 0:
                    return
                yield
            after = scanned.reached
            if after is None:
                return

    def _candidates(
        self,
        candidates: Iterator[list[str]],
        find: Find,
        most: int,
        state: DocumentState | None,
    ) -> Iterator[None]:
        for ids in candidates:
            for document_id in ids:
                document = self._session.document(document_id)
                if document is not None and state in (None, document.state):
                    most -= self._look_at(document_id, find, most)
                if most < 0:
                    return
                yield

    def _look_at(self, document_id: str, find: Find, most: int) -> int:
        text = self._session.text(document_id)
        spans = find(text)
        if spans[:most]:
            self.found.emit([place_of(document_id, text, span) for span in spans[:most]])
        self._complete = len(spans) <= most
        return len(spans)

    def _annotations(self, wanted: AnnotationFilter, most: int) -> Iterator[None]:
        after: int | None = 0
        while after is not None:
            scanned = self._session.scan_annotations(wanted, after)
            if scanned.rows:
                self.found.emit(list(scanned.rows[:most]))
            most -= len(scanned.rows)
            self._complete = most >= 0
            if most < 0:
                return
            after = scanned.reached
            yield

    def _end(self) -> None:
        self.ended.emit(self._complete)

    def _fail(self, error: KnownError) -> None:
        self.ended.emit(False)
        self.failed.emit(error)
