"""Looking for problems in an open project: one document, or those that nobody counted yet."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.review.checks import Review
from desktop.session.document_review import DocumentReview
from desktop.session.reading import Reading


def review_document(project: Reading, document_id: str) -> Review | None:
    """What the checks find in a document; None when it was not begun, or is not there."""
    looked = DocumentReview(project, document_id)
    looked.finish()
    return looked.review


def count_problems(project: Reading, document_ids: Iterable[str]) -> dict[str, int]:
    """Document → open problems; the counts are kept in the project if it can be written.

    Documents that were not begun have none.
    """
    moment = project.problem_moment()
    reviews = {document_id: review_document(project, document_id) for document_id in document_ids}
    counts = {each: len(found.open) if found else 0 for each, found in reviews.items()}
    project.keep_problem_counts(counts, moment)
    return counts
