"""The project's articles as a Qt list: read in pages while nobody waits, filtered in memory."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.model.changes import Changes
from desktop.model.overview import RELATION_COUNT, DocumentSummary
from desktop.model.project import Annotation, Document, DocumentState, Relation
from desktop.session.session import Session

PAGE = 200
"""Articles read at a time: the first page at once, the others between two events."""

_MORE = 1_000
"""Rows that scrolling to the end brings. A list view asks about every row it was told of whenever
it lays itself out, so it is told of no more than somebody scrolled to."""

SummaryRole = Qt.ItemDataRole.UserRole
"""The :class:`DocumentSummary` of a row."""

ProblemsRole = Qt.ItemDataRole.UserRole + 1
"""How many problems the article of a row has open; 0 also while that is not known."""

Filter = DocumentState | Literal["problems"] | None
"""Which articles pass: those in a state, those with open problems, or all."""

_Index = QModelIndex | QPersistentModelIndex
_Key = tuple[int, str]


class DocumentModel(QAbstractListModel):
    """Articles in project order, those that pass the filter.

    A project of 100,000 articles is shown at once and read to its end in the background; until then
    :attr:`complete` is false, and filters cover what was read.
    """

    counted = Signal()
    """The numbers of :meth:`count` may have changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[str, DocumentSummary] = {}
        self._passing: list[DocumentSummary] = []
        self._told = 0
        self._total = 0
        self._states: Counter[DocumentState] = Counter()
        self._last: DocumentSummary | None = None
        self._needle = ""
        self._state: Filter = None
        self._problems: dict[str, int] = {}
        self.complete = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_on)
        self.read_anew()

    # Qt's side

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many of the passing articles the view was told of."""
        return 0 if parent.isValid() else self._told

    def canFetchMore(self, parent: _Index) -> bool:
        """True when more articles pass than the view was told of."""
        return not parent.isValid() and self._told < len(self._passing)

    def fetchMore(self, parent: _Index) -> None:
        """Tell the view of more rows."""
        if not parent.isValid():
            self._tell(self._told + _MORE)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, or the whole summary."""
        if not index.isValid() or index.row() >= self._told:
            return None
        summary = self._passing[index.row()]
        if role == SummaryRole:
            return summary
        if role == ProblemsRole:
            return self._problems.get(summary.document_id, 0)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return summary.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(summary.title)}</p>"
        return None

    # What is asked of it

    def count(self, state: DocumentState | None = None) -> int | None:
        """The articles of the project (in this state), whatever the filter.

        None while that is not known yet.
        """
        if state is None:
            return self._total
        return self._states[state] if self.complete else None

    def set_filter(self, text: str, state: Filter) -> None:
        """Show only articles whose title or publisher holds ``text``, ignoring case."""
        needle = text.strip().casefold()
        if (needle, state) == (self._needle, self._state):
            return
        narrower = self._needle in needle and self._state in (None, state)
        self._needle, self._state = needle, state
        self.beginResetModel()
        if narrower:
            self._passing = list(filter(self._passes, self._passing))
        else:
            self._passing = sorted(filter(self._passes, self._known.values()), key=_key)
        self._told = min(PAGE, len(self._passing))
        self.endResetModel()

    def set_problems(self, counts: Mapping[str, int | None]) -> None:
        """How many problems articles have open; None for what is not known."""
        for document_id, n in counts.items():
            if n:
                self._problems[document_id] = n
            else:
                self._problems.pop(document_id, None)
        if len(counts) > PAGE and self._state != "problems":
            self.dataChanged.emit(self.index(0), self.index(max(self._told - 1, 0)))
            return
        for document_id in counts:
            if (summary := self._known.get(document_id)) is not None:
                self._show(summary)

    def next_wanted(
        self, document_id: str | None, wanted: Callable[[DocumentSummary], bool], *, forward: bool
    ) -> str | None:
        """The next article among the passing ones that is wanted; after the last the first."""
        passing, number = self._passing, len(self._passing)
        here = self._known.get(document_id or "")
        place = self._place(here) if here is not None else 0
        after = place + (here is not None and self._row(here) is not None)
        for step in range(number):
            row = (after + step if forward else place - 1 - step) % number
            if passing[row].document_id != document_id and wanted(passing[row]):
                return passing[row].document_id
        return None

    @property
    def filtered(self) -> bool:
        """True when a filter may hide articles."""
        return bool(self._needle) or self._state is not None

    def row_of(self, document_id: str) -> int | None:
        """The row of an article, of which the view is told if need be; None when it is hidden."""
        summary = self._known.get(document_id)
        row = self._row(summary) if summary else None
        if row is not None and row >= self._told:
            self._tell(row + 1)
        return row

    def read_anew(self) -> None:
        """Forget everything and start with the first page."""
        self.beginResetModel()
        self._known.clear()
        self._states.clear()
        self._last = None
        self._total = self._session.document_count()
        self._passing = self._take()
        self._told = len(self._passing)
        self.endResetModel()
        self.counted.emit()

    def stop(self) -> None:
        """Read no further, because the project is about to be closed."""
        self._timer.stop()

    def apply(self, changes: Changes) -> None:
        """Bring the rows up to date that a committed change touched."""
        if changes.bulk:
            self.read_anew()
            return
        documents = list(changes.of(Document))
        for before, after in documents:
            self._total += (after is not None) - (before is not None)
            if after is None:
                assert before is not None
                self._remove(before.id)
            else:
                self._put(after)
        touched = Counter[tuple[str, str]]()
        for annotation_before, annotation_after in changes.of(Annotation):
            _count(touched, annotation_before, annotation_after)
        for relation_before, relation_after in changes.of(Relation):
            _count(touched, relation_before, relation_after)
        made = {after.id for before, after in documents if before is None and after is not None}
        self._recount({d: n for d, n in touched.items() if d[0] not in made})
        if documents:
            self.counted.emit()

    # Reading

    def _take(self) -> list[DocumentSummary]:
        """Read the next page and return what of it passes the filter."""
        self._timer.stop()
        page = self._session.documents(self._last, PAGE)
        self.complete = len(page) < PAGE
        if page:
            self._last = page[-1]
        fresh = [summary for summary in page if summary.document_id not in self._known]
        for summary in fresh:
            self._known[summary.document_id] = summary
            self._states[summary.state] += 1
        if not self.complete:
            self._timer.start()
        return list(filter(self._passes, fresh))

    def _read_on(self) -> None:
        self._passing += self._take()
        if self._told < PAGE:
            self._tell(PAGE)
        if self.complete:
            self.counted.emit()

    def _tell(self, most: int) -> None:
        """Tell the view of rows up to ``most``."""
        most = min(most, len(self._passing))
        if most > self._told:
            self.beginInsertRows(QModelIndex(), self._told, most - 1)
            self._told = most
            self.endInsertRows()

    # One row

    def _put(self, document: Document) -> None:
        present = self._known.get(document.id)
        counts = present.counts if present else self._session.counts(document.id)
        summary = _summary(document, counts)
        if present is not None:
            self._states[present.state] -= 1
        elif not self.complete and self._last is not None and _key(summary) > _key(self._last):
            return  # Its page will bring it.
        self._states[summary.state] += 1
        if present is not None and _key(present) != _key(summary):
            self._hide(present)
        self._known[document.id] = summary
        self._show(summary)

    def _show(self, summary: DocumentSummary) -> None:
        """Insert, update or take out a row according to the filter."""
        row = self._row(summary)
        if not self._passes(summary):
            self._hide(summary)
        elif row is not None:
            self._passing[row] = summary
            if row < self._told:
                self.dataChanged.emit(self.index(row), self.index(row))
        else:
            row = self._place(summary)
            told = row < self._told or self._told == len(self._passing)
            if told:
                self.beginInsertRows(QModelIndex(), row, row)
            self._passing.insert(row, summary)
            self._told += told
            if told:
                self.endInsertRows()

    def _hide(self, summary: DocumentSummary) -> None:
        row = self._row(summary)
        if row is None:
            return
        told = row < self._told
        if told:
            self.beginRemoveRows(QModelIndex(), row, row)
        del self._passing[row]
        self._told -= told
        if told:
            self.endRemoveRows()

    def _row(self, summary: DocumentSummary) -> int | None:
        """Where the article stands among the passing ones."""
        place = self._place(summary)
        there = place < len(self._passing)
        return place if there and _key(self._passing[place]) == _key(summary) else None

    def _remove(self, document_id: str) -> None:
        summary = self._known.get(document_id)
        if summary is not None:
            self._hide(summary)
            self._states[summary.state] -= 1
            del self._known[document_id]

    def _recount(self, touched: dict[tuple[str, str], int]) -> None:
        for document_id in {document_id for document_id, _ in touched}:
            summary = self._known.get(document_id)
            if summary is None:
                continue
            counts = dict(summary.counts)
            for (of, label), difference in touched.items():
                if of == document_id:
                    counts[label] = counts.get(label, 0) + difference
            summary = replace(summary, counts={label: n for label, n in counts.items() if n})
            self._known[document_id] = summary
            self._show(summary)

    def _place(self, summary: DocumentSummary) -> int:
        return bisect_left(self._passing, _key(summary), key=_key)

    def _passes(self, summary: DocumentSummary) -> bool:
        if self._state == "problems":
            if not self._problems.get(summary.document_id):
                return False
        elif self._state is not None and summary.state != self._state:
            return False
        needle = self._needle
        return (
            not needle
            or needle in summary.title.casefold()
            or (summary.publisher is not None and needle in summary.publisher.casefold())
        )


def _key(summary: DocumentSummary) -> _Key:
    return (summary.position, summary.document_id)


def _summary(document: Document, counts: dict[str, int]) -> DocumentSummary:
    return DocumentSummary(
        document_id=document.id,
        title=document.title,
        publisher=document.metadata.publisher,
        date=document.metadata.date_published,
        state=document.state,
        length=document.length,
        restricted=document.rights.restricted,
        position=document.position,
        counts=counts,
    )


def _count(
    touched: Counter[tuple[str, str]],
    before: Annotation | Relation | None,
    after: Annotation | Relation | None,
) -> None:
    for record, step in ((before, -1), (after, 1)):
        if record is not None:
            label = record.label if isinstance(record, Annotation) else RELATION_COUNT
            touched[record.document_id, label] += step
