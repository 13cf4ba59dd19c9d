"""The checks: what of an article is still to be looked at.

All are pure functions over one article in time that grows with its length. A suggestion that nobody
looked at is no problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop.model.answer import Answer
from desktop.review import claim_checks, figure_checks, mark_checks
from desktop.review.article import Article
from desktop.review.problem import Problem

CHECKS: tuple[Callable[[Article], Iterator[Problem]], ...] = (
    claim_checks.claims_without_speaker,
    claim_checks.quotes_without_claim,
    claim_checks.cues_unlinked,
    claim_checks.headlines_not_in_body,
    figure_checks.figures_without_value,
    figure_checks.figures_without_unit,
    figure_checks.rates_apart,
    mark_checks.without_entity,
    mark_checks.identical_doubles,
    mark_checks.relations_astray,
    mark_checks.too_many_relations,
)

VERSION = "1"
"""Changes whenever a check would find something else; counts made by another one do not count."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A problem that is none, and the answer that says why."""

    problem: Problem
    answer: Answer


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in an article, each list in reading order."""

    open: tuple[Problem, ...] = ()
    answered: tuple[Answered, ...] = ()


def find_problems(article: Article) -> list[Problem]:
    """Everything that the checks find, in reading order."""
    found = [problem for check in CHECKS for problem in check(article)]
    return sorted(found, key=lambda p: (p.span.start, p.span.end, p.kind, p.annotation_ids, p.key))


def review(article: Article, answers: Iterable[Answer]) -> Review:
    """What the checks find, apart from what was answered."""
    known = {(a.problem, a.annotation_ids, a.key): a for a in answers}
    still: list[Problem] = []
    answered: list[Answered] = []
    for problem in find_problems(article):
        answer = known.get(problem.identity)
        if answer is None:
            still.append(problem)
        else:
            answered.append(Answered(problem, answer))
    return Review(tuple(still), tuple(answered))
