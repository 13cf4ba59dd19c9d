"""Reviewing as one feature of the project's page: feed, counts, list, walking and answering."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from desktop.model.answer import Answer
from desktop.model.overview import DocumentSummary
from desktop.model.usual_answers import USUAL_ANSWERS
from desktop.model.values import new_id
from desktop.review.problem import Problem
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.messages import in_words
from desktop.ui.item_models.problem_model import ProblemRow
from desktop.ui.language import localised
from desktop.ui.panels.problem_panel import ProblemPanel
from desktop.ui.reviewing.counts import ProblemCounts
from desktop.ui.reviewing.feed import ProblemFeed

_QUOTE = 80
_LISTED = 500
"""Problems shown in the list; the keys walk all of them."""


NextArticle = Callable[[Callable[[DocumentSummary], bool], bool], str | None]
"""Finds the next wanted article of the list, or the one before."""


class Reviewing(QObject):
    """Wires the parts."""

    document_requested = Signal(str)
    """An article with problems to go on with."""
    side_wanted = Signal()
    """A field of the panel is about to have the focus; its side of the window may be away."""

    def __init__(self, desk: Desk, panel: ProblemPanel, next_article: NextArticle) -> None:
        super().__init__(desk)
        self._desk = desk
        self._panel = panel
        self._next_article = next_article
        self.feed = ProblemFeed(desk)
        self.counts = ProblemCounts(desk.bridge, self.feed, self)
        self._current: Problem | None = None
        self._enter: bool | None = None
        """Once the article is reviewed: go to its first problem (True) or its last (False)."""
        self.feed.changed.connect(self._show)
        self.feed.opened.connect(self._article_opened)
        panel.problem_requested.connect(self.go_to)
        panel.answer_requested.connect(self._answer)
        panel.withdraw_requested.connect(self._withdraw)
        panel.next_requested.connect(self.next_problem)
        panel.left.connect(desk.view.setFocus)

    def handlers(self) -> dict[str, Handler]:
        """Walking the problems, and answering."""
        return {
            "next_problem": self.next_problem,
            "previous_problem": self.previous_problem,
            "answer_problem": self.answer_problem,
        }

    def stop(self) -> None:
        """Look at nothing any more; the project is about to be closed."""
        self.feed.stop()
        self.counts.stop()

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """Those of the article on the page, in reading order."""
        return self.feed.review.open if self.feed.review is not None else ()

    # Walking

    def next_problem(self) -> None:
        """Go to the next problem of the article, else to the next article that has any."""
        self._step(forward=True)

    def previous_problem(self) -> None:
        """Go to the problem before, else to the article before."""
        self._step(forward=False)

    def go_to(self, problem: Problem) -> None:
        """Show where a problem is: its annotation selected, or its text."""
        self._current = problem
        self._panel.choose(problem)
        found = self._desk.bridge.session.annotations_by_id(problem.annotation_ids)
        if found:
            self._desk.show_annotation(found[0].id)
        else:
            self._desk.select(None)
            self._desk.view.select_span(problem.span)
        self._desk.view.setFocus()

    def answer_problem(self) -> None:
        """Say why the current problem, or the first, is none."""
        if not self.open_problems:
            self._desk.hint_changed.emit(self.tr("Nothing is left to check."))
            return
        self.side_wanted.emit()
        self._panel.answer_current()

    def _step(self, *, forward: bool) -> None:
        found = self._beside_current(forward=forward)
        if found is not None:
            self.go_to(found)
            return
        document_id = self._next_article(self._has_problems, forward)
        if document_id is None:
            left = bool(self.open_problems)
            self._desk.hint_changed.emit(
                self.tr("There is no further problem in this direction.")
                if left
                else self.tr("Nothing is left to check.")
            )
            return
        self._enter = forward
        self.document_requested.emit(document_id)

    def _beside_current(self, *, forward: bool) -> Problem | None:
        """The problem after (or before) the current one or, without one, the caret."""
        problems, current = self.open_problems, self._current
        if current is not None:
            at = bisect_left(problems, current.order, key=attrgetter("order"))
            if at < len(problems) and problems[at].identity == current.identity:
                at += 1 if forward else -1
                return problems[at] if 0 <= at < len(problems) else None
        place = current.span.start if current else self._desk.view.caret_offset
        at = bisect_left(problems, place, key=attrgetter("start"))
        if not forward:
            return problems[at - 1] if at else None
        return problems[at] if at < len(problems) else None

    def _has_problems(self, summary: DocumentSummary) -> bool:
        return bool(self.counts.of(summary.document_id))

    # Answering

    def _answer(self, problem: Problem, reason: str) -> None:
        from desktop.session.commands import AnswerProblem

        if self.feed.document_id is None:
            return
        command = AnswerProblem(
            answer_id=new_id(),
            document_id=self.feed.document_id,
            problem=problem.kind,
            annotation_ids=problem.annotation_ids,
            key=problem.key,
            reason=reason,
        )
        self._desk.bridge.do(command)

    def _withdraw(self, answer_id: str) -> None:
        from desktop.session.commands import WithdrawAnswers

        self._desk.bridge.do(WithdrawAnswers(answer_ids=(answer_id,)))

    # Showing

    def _article_opened(self) -> None:
        self._current = None
        self._panel.show_nothing("")

    def _show(self) -> None:
        review = self.feed.review
        if self.feed.document_id is None:
            self._panel.show_nothing("")
        elif review is None:
            self._panel.show_nothing(self.tr("Shown once the article is begun."))
        else:
            self._panel.show_problems(
                self._rows((problem, None) for problem in review.open[:_LISTED]),
                self._rows((a.problem, a.answer) for a in review.answered[:_LISTED]),
                self._reasons(review.open[:_LISTED]),
                len(review.open),
            )
            self.counts.tell(self.feed.document_id, len(review.open))
            self._panel.choose(self._current)
        if self._enter is not None:
            enter, self._enter = self._enter, None
            if self.open_problems:
                self.go_to(self.open_problems[0 if enter else -1])

    def _rows(self, problems: Iterable[tuple[Problem, Answer | None]]) -> list[ProblemRow]:
        return [
            ProblemRow(
                problem,
                self._desk.view.place_name(problem.span.start),
                in_words(problem.message),
                problem.span.slice(self._desk.text)[:_QUOTE],
                answer,
            )
            for problem, answer in problems
        ]

    def _reasons(self, problems: Iterable[Problem]) -> dict[str, list[str]]:
        language = self._desk.language
        return {
            kind: [localised(answer, language) for answer in USUAL_ANSWERS[kind]]
            for kind in {problem.kind for problem in problems}
        }
