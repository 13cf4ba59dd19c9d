"""Answer: why a problem that the checks found is none."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

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
