"""Answer: why a problem that the checks found is none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from desktop.model.canonical import text_hash
from desktop.model.values import Id, OneLine, Timestamp, Value

ProblemKind = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
"""What kind of problem it is; the checks know theirs, a file may bring others."""


class Answer(Value):
    """A problem answered with a reason, so that it does not come back.

    The problem is the one of this kind that concerns these annotations (in this order) with this
    ``key``, which says what else makes it this very problem: a place, values. When one of the three
    changes it is another problem, and open.
    """

    id: Id
    document_id: Id
    problem: ProblemKind
    annotation_ids: Annotated[tuple[Id, ...], Field(max_length=1_000)] = ()
    key: OneLine = ""
    reason: Annotated[OneLine, Field(min_length=1)]
    annotator_id: Id
    created_at: Timestamp


_APART, _HASHED = "~", 16


def problem_id(document_id: str, problem: str, annotation_ids: Iterable[str], key: str) -> str:
    """What a problem is known by outside the project; it stays while an answer would hold."""
    parts = (problem, *annotation_ids, key)
    return f"{document_id}{_APART}{text_hash(chr(10).join(parts))[:_HASHED]}"


def document_of(problem: str) -> str:
    """The document that a :func:`problem_id` names; empty when it names none."""
    return problem.rpartition(_APART)[0]
