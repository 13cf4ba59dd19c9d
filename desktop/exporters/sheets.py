"""The sheets of a workbook: which there are, and their cells for one document.

The sheets of claims, figures and speakers follow the default schema (news-csf); a schema without
such a label has no such sheet. Every label is in the sheet of annotations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic

from desktop.exporters import rows
from desktop.exporters.cells import Cell
from desktop.exporters.columns import (
    ANSWERS,
    FEATURES,
    HEAD,
    LABEL,
    OWN,
    PARAGRAPHS,
    RELATIONS,
    SPAN,
    SURROUNDINGS,
    TAIL,
    Column,
    R,
)
from desktop.exporters.document_view import DocumentView
from desktop.exporters.feature_columns import feature_columns
from desktop.exporters.rows import AnnotationRow, AnswerRow, Lookup, ParagraphRow, RelationRow

_LABEL_SHEETS = (
    ("claims", rows.CLAIM, rows.claim_rows),
    ("figures", rows.FIGURE, rows.figure_rows),
    ("speakers", rows.SPEAKER, rows.speaker_rows),
)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """One sheet; ``rows`` makes what the columns take their values from."""

    name: str
    columns: tuple[Column[R], ...]
    rows: Callable[[DocumentView], Iterator[R]]

    def cells(self, view: DocumentView) -> Iterator[list[Cell]]:
        """The rows of one document."""
        values = [column.value for column in self.columns]
        for row in self.rows(view):
            yield [value(row) for value in values]


AnySheet = Sheet[ParagraphRow] | Sheet[AnnotationRow] | Sheet[RelationRow] | Sheet[AnswerRow]


def sheets(lookup: Lookup) -> tuple[AnySheet, ...]:
    """The sheets filled from documents, in the order in which they stand."""
    annotations = (*HEAD, *LABEL, *SPAN, *SURROUNDINGS, *FEATURES, *TAIL)
    return (
        Sheet("documents", PARAGRAPHS, rows.paragraph_rows),
        Sheet("annotations", annotations, partial(rows.annotation_rows, lookup=lookup)),
        *_label_sheets(lookup),
        Sheet("relations", RELATIONS, partial(rows.relation_rows, lookup=lookup)),
        Sheet("answers", ANSWERS, partial(rows.answer_rows, lookup=lookup)),
    )


def _label_sheets(lookup: Lookup) -> Iterator[Sheet[AnnotationRow]]:
    for name, label, label_rows in _LABEL_SHEETS:
        definition = lookup.schema.label_named.get(label)
        if definition is not None:
            before, after = (*HEAD, *SPAN, *OWN[label]), (*SURROUNDINGS, *TAIL)
            taken = {column.name for column in (*before, *after)}
            columns = (*before, *feature_columns(definition, taken), *after)
            yield Sheet(name, columns, partial(label_rows, lookup=lookup))
