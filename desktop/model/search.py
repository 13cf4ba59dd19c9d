"""What is searched for in a project, and light rows of what was found."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.model.project import DocumentState


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations are wanted; None and "" do not narrow.

    ``words`` are folded (:mod:`desktop.korean.folding`) and are to be in the quote or the note.
    ``value`` is the feature's value as text; without it any value will do.
    """

    words: str = ""
    label: str | None = None
    feature: str | None = None
    value: str | None = None
    annotator_id: str | None = None
    state: DocumentState | None = None


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One annotation as a table shows it; ``quote`` and ``note`` are cut, ``value`` is text."""

    annotation_id: str
    document_id: str
    position: int
    start: int
    label: str
    quote: str
    note: str
    value: str
    annotator_id: str
    created_at: str


@dataclass(frozen=True, slots=True)
class ScannedAnnotations:
    """A stretch of all annotations: those that fit. ``reached`` is None at the end."""

    rows: tuple[AnnotationRow, ...]
    reached: int | None


@dataclass(frozen=True, slots=True)
class NotedDocument:
    """An article whose note holds what is searched for."""

    document_id: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class NotedDocuments:
    """A stretch of the project's documents: those whose note fits.

    ``reached`` is the key of the last document looked at, None at the project's end.
    """

    found: tuple[NotedDocument, ...]
    reached: tuple[int, str] | None
