"""Looking for problems in an open project: one document, or those that nobody counted yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from desktop.model.project import Annotation, DocumentState
from desktop.model.span import Span
from desktop.review.article import Article
from desktop.review.checks import Review, review
from desktop.session.reading import Reading

_SLICE = 10_000
"""Code points of which the annotations are read at once."""

BEGUN: frozenset[DocumentState] = frozenset({"in_progress", "done"})
"""States in which problems are looked for: before anything is marked, everything is missing."""


def review_document(project: Reading, document_id: str) -> Review | None:
    """What the checks find in a document; None when it was not begun, or is not there.

    It reads the whole document, and may run beside the thread that changes it: then what it finds
    may be out of date, and the change was announced meanwhile.
    """
    document = project.document(document_id)
    if document is None or document.state not in BEGUN:
        return None
    try:
        text = project.text(document_id)
    except KeyError:  # deleted between the two reads
        return None
    article = Article(
        text,
        document.zones,
        project.schema,
        list(_annotations(project, document_id, len(text))),
        project.relations(document_id),
    )
    return review(article, project.answers(document_id))


def _annotations(project: Reading, document_id: str, length: int) -> Iterator[Annotation]:
    """All of a document, in slices: no gesture waits longer than for one of them."""
    for start in range(0, length, _SLICE):
        yield from project.annotations_starting(document_id, Span(start, start + _SLICE))


def count_problems(
    project: Reading, document_ids: Iterable[str], go_on: Callable[[], bool] = lambda: True
) -> dict[str, int]:
    """Document → open problems, of documents one after the other while ``go_on()``.

    The counts are kept in the project unless it cannot be written or something changed meanwhile.
    Documents that were not begun have none.
    """
    moment = project.problem_moment()
    counts: dict[str, int] = {}
    for document_id in document_ids:
        if not go_on():
            break
        found = review_document(project, document_id)
        counts[document_id] = len(found.open) if found is not None else 0
    project.keep_problem_counts(counts, moment)
    return counts
