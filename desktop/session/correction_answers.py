"""Answers that a workbook gives to open problems: which of them the project can take.

A problem is worked out, not stored. Its article is looked through anew, so that what was solved or
answered since the export is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby

from desktop.errors import QT_TRANSLATE_NOOP, Message, RuleBroken
from desktop.model.answer import Answer, document_of, problem_id
from desktop.model.changes import Touch
from desktop.model.correction import Correct, Correction, OpenProblem, Refusal
from desktop.model.project import Document
from desktop.model.values import new_id
from desktop.review.checks import Review
from desktop.review.problem import Problem
from desktop.session.correction_cells import Found
from desktop.session.correction_commands import answering
from desktop.session.correction_rows import Candidate
from desktop.session.document_review import DocumentReview
from desktop.session.reading import Reading
from desktop.store.project_file import ProjectFile
from desktop.store.record_history import touches

_LONGEST = 400
_NO_ARTICLE = QT_TRANSLATE_NOOP("errors", "The project has no article with this problem.")
_NOT_OPEN = QT_TRANSLATE_NOOP(
    "errors",
    "It is no problem of the project: it was solved since the export, or by work that the export"
    " left out.",
)


def answers_found(
    given: Sequence[tuple[Candidate, Found]],
    file: ProjectFile,
    revision: str,
    tell: Callable[[], None],
) -> Iterator[tuple[Candidate, Correction | Refusal | None]]:
    """What comes of each answer; None when the project has the same.

    ``revision`` names the newest change before the export. Each article is looked through once, in
    steps of some milliseconds. Before each step and each answer ``tell`` is called; it may raise.
    """

    def article(each: tuple[Candidate, Found]) -> str:
        return document_of(each[0].record_id)

    @cache
    def told() -> dict[str, list[Touch]]:
        return touches(file.connection, revision, Answer, None) or {}

    for document_id, some in groupby(sorted(given, key=article), article):
        looked = _Article(file, document_id, told, tell)
        for candidate, found in some:
            tell()
            yield candidate, looked.outcome(candidate, found)


@dataclass(frozen=True, slots=True)
class _Open:
    """A problem of the project, and the answer that it has by now."""

    problem: Problem
    answer: Answer | None = None


class _Article:
    """An article as it is now."""

    def __init__(
        self,
        file: ProjectFile,
        document_id: str,
        told: Callable[[], Mapping[str, Sequence[Touch]]],
        tell: Callable[[], None],
    ) -> None:
        """``told`` is asked for what became of answers since the export."""
        self._project = Reading(file)
        self._id = document_id
        self._told = told
        self._tell = tell

    def outcome(self, candidate: Candidate, found: Found) -> Correction | Refusal | None:
        """What comes of one answer."""
        known = self._problems.get(candidate.record_id)
        if known is None:
            fault = _NO_ARTICLE if self._document is None else _NOT_OPEN
            return self._refusal(candidate, found, Message(fault))
        if found.fault is not None:
            return self._refusal(candidate, found, found.fault, known.problem)
        reason = " ".join(str(found.value).split())
        earlier = known.answer
        if earlier is not None and earlier.reason == reason:
            return None
        correct = Correct(
            record="problem",
            record_id=candidate.record_id,
            field=found.field,
            before=earlier.reason if earlier is not None else None,
            value=reason,
            problem=self._open_problem(known.problem),
        )
        try:
            answering(correct)
        except RuleBroken as error:
            return self._refusal(candidate, found, error.message, known.problem)
        last = self._last_touch(earlier)
        return Correction(
            correct,
            candidate.place,
            conflict="changed" if earlier is not None else "",
            changed_by=last.annotator if last is not None else "",
            changed_at=last.at if last is not None else "",
            subject=self._words(known.problem),
            article=self._title,
            type=known.problem.kind,
        )

    @cached_property
    def _document(self) -> Document | None:
        return self._project.document(self._id) if self._id else None

    @cached_property
    def _problems(self) -> dict[str, _Open]:
        if self._document is None:
            return {}
        looked = DocumentReview(self._project, self._id)
        for _ in looked.look():
            self._tell()
        found = looked.review or Review()
        both = [_Open(problem) for problem in found.open]
        both += [_Open(each.problem, each.answer) for each in found.answered]
        return {problem_id(self._id, *each.problem.identity): each for each in both}

    @property
    def _title(self) -> str:
        return self._document.title if self._document is not None else ""

    @cached_property
    def _text(self) -> str:
        return self._project.text(self._id)

    def _words(self, problem: Problem) -> str:
        return problem.span.slice(self._text)[:_LONGEST]

    def _open_problem(self, problem: Problem) -> OpenProblem:
        return OpenProblem(
            answer_id=new_id(),
            document_id=self._id,
            kind=problem.kind,
            annotation_ids=problem.annotation_ids,
            key=problem.key,
        )

    def _last_touch(self, answer: Answer | None) -> Touch | None:
        if answer is None:
            return None
        return next(reversed(self._told().get(answer.id, [])), None)

    def _refusal(
        self, candidate: Candidate, found: Found, fault: Message, problem: Problem | None = None
    ) -> Refusal:
        return Refusal(
            candidate.place,
            candidate.kind,
            candidate.record_id,
            found.field,
            fault,
            (found.words or str(found.value or ""))[:_LONGEST],
            self._words(problem) if problem is not None else "",
            self._title,
            problem.kind if problem is not None else "",
        )
