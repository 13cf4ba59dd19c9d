"""Whatever is accepted, rejected, undone and done again: what is open is what a fresh look finds."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.model.changes import Changes
from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.model.suggestion import Decision
from desktop.session.accepting import accepting, rejecting
from desktop.session.session import Session
from desktop.suggestions.board import Board
from desktop.suggestions.fitting import fitted
from desktop.suggestions.naming import Naming
from desktop.suggestions.propose import propose_all
from desktop.suggestions.suggestion import Suggestion, Suggestions
from desktop.ui.suggesting.past import Past
from tests.session.making import batch, imported

TEXT = (
    '누리경제의 이도담 애널리스트는 "재고는 바닥났다"며 "가격은 12.5% 더 오를 것"이라고 전망했다.\n'
    "한빛은행은 지난달 28일 2억달러(약 2900억원)를 빌렸고, 두리은행은 12.5%를 냈다고 밝혔다.\n"
    "일각에서는 12.5%가 지나치다는 분석도 나온다.\n"
)
WHOLE = Span(0, len(TEXT))
ACTS = ("accept", "accept", "group", "reject", "reject", "undo", "redo", "all")


class Desk:
    """A board that follows the changes of a project, as the window's feed does."""

    def __init__(self, session: Session, document: str, found: Suggestions) -> None:
        self._session = session
        self._document = document
        self._past = Past(session)
        self._past.open(document)
        self._past.learn(WHOLE, found, TEXT)
        self.board = Board(session.schema, TEXT, self._read, self._is_silent)
        self.board.take(WHOLE, found)

    def follow(self, changes: Changes) -> None:
        turned = self._past.follow(changes)
        assert turned is not None
        spans = [s.span for string in turned for s in self.board.alike(*string)]
        for kind in (Annotation, Decision):
            spans += [r.span for pair in changes.of(kind) for r in pair if r is not None]
        for span in spans:
            self.board.refresh(span)

    def state(self) -> list[tuple[str, bool]]:
        return [(s.id, self._past.is_sure(s, TEXT)) for s in self.board.all_open()]

    def _read(self, span: Span) -> list[Annotation]:
        return self._session.annotations(self._document, span)

    def _is_silent(self, suggestion: Suggestion) -> bool:
        return self._past.is_silent(suggestion, TEXT)


def act(session: Session, document: str, desk: Desk, name: str, number: int) -> None:
    waiting = list(desk.board.all_open())
    if name == "undo":
        if session.undo_kind != "import_documents":
            session.undo()
    elif name == "redo":
        session.redo()
    elif waiting:
        one = waiting[number % len(waiting)]
        chosen = {"group": desk.board.group_of(one), "all": waiting}.get(name, [one])
        if name == "reject":
            session.do(rejecting(document, chosen))
        else:
            naming = Naming(session.entities())
            session.do(accepting(session, document, desk.board, naming, chosen).command())


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 30)), max_size=14))
def test_following_equals_looking_anew(acts: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "기사.mitjul"
        with Session.create(path, annotator="이수민") as session:
            document = session.import_batch(batch(imported(TEXT))).documents[0]
            found = fitted(propose_all(TEXT, ()), session.schema, len(TEXT))
            live = Desk(session, document, found)
            before = live.state()
            session.subscribe(live.follow)
            for name, number in acts:
                act(session, document, live, name, number)
                assert live.state() == Desk(session, document, found).state(), name
            while session.undo_kind not in (None, "import_documents"):
                session.undo()
            assert live.state() == before
            assert session.decisions(document) == []
            assert session.relations(document) == []
