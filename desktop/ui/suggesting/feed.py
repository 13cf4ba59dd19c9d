"""The feed: suggestions for the article on the page, worked out beside the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.model.changes import Changes
from desktop.model.project import Annotation, Document, Entity
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import Decision
from desktop.model.suggestion import Suggestion as Stored
from desktop.suggestions.board import Board
from desktop.suggestions.fitting import fitted
from desktop.suggestions.naming import Naming
from desktop.suggestions.passages import Known, nearest_first, passage_of, spans_of
from desktop.suggestions.propose import propose
from desktop.suggestions.rules import WORDS_SETTING
from desktop.suggestions.stored import stored_suggestions
from desktop.suggestions.suggestion import Suggestion, Suggestions, united
from desktop.ui.desk import Desk
from desktop.ui.suggesting.past import Past
from desktop.ui.warm_process import WarmProcess

_AFTER_PAINT_MS = 100
_AFTER_NAMES_MS = 400
_SINGLY = 200
"""So many changed places are looked at at once; more, and the article is gone through."""


class SuggestionFeed(QObject):
    """Keeps the board of the article that is open.

    An article is looked at passage by passage, what is on the screen first; answers that come after
    another article was opened are dropped. Without a process nothing is looked for.
    """

    changed = Signal(object)
    """The spans whose suggestions may have changed."""
    opened = Signal()
    """An article, or none, was put on the page; :attr:`board` is a new one if it is another."""

    def __init__(self, desk: Desk, process: WarmProcess | None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self._process = process
        self._document: Document | None = None
        self._text = ""
        self.naming = Naming(self._session.entities())
        self._past = Past(self._session)
        self.board = self._new_board()
        self._pending: list[Span] = []
        self._asked: tuple[int, Span] | None = None
        self._stale: deque[Span] = deque()
        self._start = self._timer(_AFTER_PAINT_MS, self._ask)
        self._again = self._timer(_AFTER_NAMES_MS, self._ask)
        self._refresh = self._timer(0, self._refresh_next)
        desk.document_shown.connect(self._shown)
        desk.bridge.changed.connect(self._changed)
        desk.bridge.closing.connect(self.stop)
        if process is not None:
            process.answered.connect(self._answered)
            process.failed.connect(self._failed)

    @property
    def complete(self) -> bool:
        """True when the whole article was looked at."""
        return not self._pending and self._asked is None

    @property
    def waits(self) -> bool:
        """True while nothing of the article is being looked at yet."""
        return self._start.isActive()

    @property
    def refreshing(self) -> bool:
        """True while passages are gone through again after a change that concerns all of them."""
        return self._refresh.isActive()

    def is_sure(self, suggestion: Suggestion) -> bool:
        """True when the suggestion may be accepted without being looked at."""
        return self._past.is_sure(suggestion, self._text)

    def touching(self, span: Span) -> list[Suggestion]:
        """The open suggestions of the article that touch a span."""
        return self.board.touching(span)

    def stop(self) -> None:
        """Look at nothing any more: the project is about to be closed."""
        self._forget()
        self._document = None

    # The article

    def _shown(self, document: Document | None) -> None:
        before, self._document = self._document, document
        if _same(before, document):
            if not self._desk.view.shows_suggestions:
                self.opened.emit()
            return
        self._text = self._desk.text
        self._forget()
        self._past.open(document.id if document else None)
        self.board = self._new_board()
        if document is not None:
            self._pending = list(spans_of(self._text))
            self._start.start()
        self.opened.emit()

    def _forget(self) -> None:
        self._pending = []
        self._asked = None
        self._stale.clear()
        for timer in (self._start, self._again, self._refresh):
            timer.stop()

    def _new_board(self) -> Board:
        return Board(self._session.schema, self._text, self._read, self._is_silent)

    def _is_silent(self, suggestion: Suggestion) -> bool:
        return self._past.is_silent(suggestion, self._text)

    def _read(self, span: Span) -> list[Annotation]:
        assert self._document is not None
        return self._session.annotations(self._document.id, span)

    # Passages

    def _ask(self) -> None:
        """Have the pending passage that is nearest to the screen looked at."""
        if self._document is None or not self._pending or self._asked or self._session.closed:
            return
        visible = self._desk.view.visible_span()
        span = nearest_first(self._pending, visible.start if visible else 0)[0]
        self._pending.remove(span)
        if self._process is None:
            self._take(span, Suggestions())
            self._start.start()
            return
        from desktop.suggestions.words import word_lines

        known = Known(
            self._document.metadata.date_published,
            self.naming.names,
            word_lines(self._session.setting(WORDS_SETTING)),
        )
        passage = passage_of(self._text, self._document.zones, span, known)
        self._asked = (self._process.ask(propose, passage), span)

    def _answered(self, ticket: int, found: Suggestions) -> None:
        if self._asked is None or self._asked[0] != ticket:
            return
        span = self._asked[1]
        self._asked = None
        self._take(span, found)
        self._ask()

    def _take(self, span: Span, found: Suggestions) -> None:
        """Put a passage's suggestions on the board, with those that files brought for it."""
        assert self._document is not None
        records = self._session.suggestions_starting(self._document.id, span)
        both = united((stored_suggestions(records), found))
        fitting = fitted(both, self._session.schema, len(self._text))
        self._past.learn(span, fitting, self._text)
        self.board.take(span, fitting)
        self.changed.emit([span])

    def _failed(self, ticket: int) -> None:
        if self._asked is not None and self._asked[0] == ticket:
            self._asked = None
            self._ask()

    # What comes back

    def _changed(self, changes: Changes) -> None:
        if changes.bulk:
            self.naming = Naming(self._session.entities())
            self._refresh_all()
            return
        for before, after in changes.of(Entity):
            self.naming.changed(before, after)
            self._look_again_for(after)
        if self._document is None:
            return
        turned = self._past.follow(changes)
        if turned is None:
            self._refresh_all()
        alike = [s.span for label, quote in turned or () for s in self.board.alike(label, quote)]
        spans = list(dict.fromkeys([*alike, *_touched(changes, self._document.id)]))
        if len(spans) > _SINGLY:
            self._refresh_all()
            spans = []
        for span in spans:
            self.board.refresh(span)
        if spans:
            self.changed.emit(spans)
        if any(
            s.id == WORDS_SETTING for pair in changes.of(Setting) for s in pair if s is not None
        ):
            for span in spans_of(self._text):
                self._look_again_at(span)
        for removed, added in changes.of(Stored):
            if removed is None and added is not None and added.document_id == self._document.id:
                self._look_again_at(added.span)

    def _look_again_at(self, place: Span) -> None:
        for span in spans_of(self._text):
            if span.start <= place.start < span.end and span not in self._pending:
                self._pending.append(span)
                self._again.start()

    def _look_again_for(self, entity: Entity | None) -> None:
        """A name is new or changed: look again at the passages in which it stands."""
        if entity is None or self._document is None:
            return
        for span in spans_of(self._text):
            named = any(
                self._text.find(name, span.start, span.end) >= 0
                for name in (entity.canonical_name, *entity.aliases)
            )
            if named:
                self._look_again_at(span)

    def _refresh_all(self) -> None:
        """Look at all annotations and decisions again, a passage at a time."""
        self._stale = deque(spans_of(self._text))
        self._refresh.start()

    def _refresh_next(self) -> None:
        if self._stale and self._document is not None:
            span = self._stale.popleft()
            self.board.refresh(span)
            self.changed.emit([span])
            self._refresh.start()

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer


def _same(before: Document | None, after: Document | None) -> bool:
    """True when what is suggested for both is the same."""
    if before is None or after is None:
        return False
    return _looked_at(before) == _looked_at(after)


def _looked_at(document: Document) -> tuple[object, ...]:
    """What of an article its suggestions depend on."""
    published = document.metadata.date_published
    return document.id, document.text_sha256, document.zones, published


def _touched(changes: Changes, document_id: str) -> Iterator[Span]:
    """Where annotations and decisions of an article changed."""
    annotations = [record for pair in changes.of(Annotation) for record in pair]
    decisions = [record for pair in changes.of(Decision) for record in pair]
    for record in (*annotations, *decisions):
        if record is not None and record.document_id == document_id:
            yield record.span
