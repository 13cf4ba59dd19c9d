"""The checks: what of an article is still to be looked at.

All are pure functions over one article, or one place of it, in time that grows with its length.
What concerns the article as a whole is put together from its places (:func:`rates_apart`). A
suggestion that nobody looked at is no problem.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from desktop.model.answer import Answer
from desktop.review import claim_checks, figure_checks, mark_checks
from desktop.review.article import Article
from desktop.review.figure_checks import Rates, rates_apart, rates_in
from desktop.review.problem import Identity, Problem

CHECKS: tuple[Callable[[Article], Iterator[Problem]], ...] = (
    claim_checks.claims_without_speaker,
    claim_checks.quotes_without_claim,
    claim_checks.cues_unlinked,
    claim_checks.headlines_not_in_body,
    figure_checks.figures_without_value,
    figure_checks.figures_without_unit,
    mark_checks.without_entity,
    mark_checks.identical_doubles,
    mark_checks.relations_astray,
    mark_checks.too_many_relations,
)

VERSION = "2"
"""Changes whenever a check would find something else; counts made by another one do not count."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at one place: problems in reading order, and rates to compare with others'."""

    problems: tuple[Problem, ...] = ()
    rates: Rates = field(default_factory=dict)


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


def look(article: Article) -> Found:
    """What the checks find in an article or in one place of it."""
    problems = [problem for check in CHECKS for problem in check(article)]
    return Found(_ordered(problems), rates_in(article))


def find_problems(article: Article) -> list[Problem]:
    """Everything that the checks find in a whole article, in reading order."""
    found = look(article)
    return list(_ordered([*found.problems, *rates_apart([found.rates])]))


def review(problems: Iterable[Problem], answers: Mapping[Identity, Answer]) -> Review:
    """Problems, apart from those that were answered."""
    still: list[Problem] = []
    answered: list[Answered] = []
    for problem in problems:
        answer = answers.get(problem.identity) if answers else None
        if answer is None:
            still.append(problem)
        else:
            answered.append(Answered(problem, answer))
    return Review(tuple(still), tuple(answered))


def joined(reviews: Iterable[Review], everywhere: Review) -> Review:
    """The reviews of an article's places in order, and of what concerns all of them, as one."""
    reviews = list(reviews)
    still = [problem for review in reviews for problem in review.open]
    answered = [each for review in reviews for each in review.answered]
    for problem in everywhere.open:
        insort(still, problem, key=attrgetter("order"))
    for each in everywhere.answered:
        insort(answered, each, key=attrgetter("problem.order"))
    return Review(tuple(still), tuple(answered))


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=attrgetter("order")))
