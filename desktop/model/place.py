"""A place in a text, with the words around it, as lists of places show it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.model.span import Span

_AROUND = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document; ``before`` and ``after`` are of the same line and at most 40 long."""

    document_id: str
    span: Span
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class ScannedDocuments:
    """A stretch of the project's documents: ``ids`` are those that may hold what is looked for.

    ``reached`` is the key of the last document looked at, None at the project's end; ``count`` is
    how many were looked at.
    """

    ids: tuple[str, ...]
    reached: tuple[int, str] | None
    count: int


@dataclass(frozen=True, slots=True)
class DocumentKeys:
    """A stretch of the project's documents: id and SHA-256 of the text of each.

    ``reached`` as for :class:`ScannedDocuments`.
    """

    keys: tuple[tuple[str, str], ...]
    reached: tuple[int, str] | None


def place_of(document_id: str, text: str, span: Span) -> Place:
    """The place of ``span`` in the text of a document."""
    start = max(span.start - _AROUND, text.rfind("\n", 0, span.start) + 1)
    line_end = text.find("\n", span.end)
    end = min(span.end + _AROUND, line_end if line_end >= 0 else len(text))
    return Place(
        document_id, span, text[start : span.start], span.slice(text), text[span.end : end]
    )
