"""The sheets of a workbook: which there are, and their cells for one document.

Every label has a sheet of its own besides the sheet of annotations; those of claims, figures and
speakers follow the default schema (news-csf) and say more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Generic, NamedTuple

from desktop.exporters import annotation_columns as of_annotations
from desktop.exporters import record_columns as of_records
from desktop.exporters import rows
from desktop.exporters.cells import Cell
from desktop.exporters.columns import Column, R, Target, in_print_order
from desktop.exporters.document_view import DocumentView
from desktop.exporters.feature_columns import feature_columns
from desktop.exporters.lookup import Lookup
from desktop.exporters.rows import AnnotationRow
from desktop.model.interchange import FileEntity
from desktop.model.schema import LabelDef, Names

PART = "part"
"""The column that numbers the rows of a record that takes several."""

ENTITIES = "entities"
"""The sheet of the speaker registry, whose first column is the name."""

_LABEL_ROWS = {
    rows.CLAIM: rows.claim_rows,
    rows.FIGURE: rows.figure_rows,
    rows.SPEAKER: rows.speaker_rows,
}


class Row(NamedTuple):
    """A row: under which key others link to it, its cells, and where they lead (by place)."""

    key: str | None
    cells: list[Cell]
    links: list[tuple[int, Target]]


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """What a sheet is called, in columns, and how a record of it is known to links."""

    name: str
    names: Names
    columns: tuple[Column[R], ...]
    key: Callable[[R], str | None] | None = None

    def row(self, record: R) -> Row:
        """The row of a record."""
        return Row(
            self.key(record) if self.key is not None else None,
            [column.value(record) for column in self.columns],
            [
                (place, target)
                for place, column in enumerate(self.columns)
                if column.links is not None and (target := column.links(record)) is not None
            ],
        )


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """A table filled from documents; ``records`` makes what the columns take their values from."""

    table: Table[R]
    records: Callable[[DocumentView], Iterator[R]]

    @property
    def name(self) -> str:
        """The name of the sheet."""
        return self.table.name

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """Its columns."""
        return self.table.columns

    def rows(self, view: DocumentView) -> Iterator[Row]:
        """The rows of one document."""
        return map(self.table.row, self.records(view))

    def cells(self, view: DocumentView) -> Iterator[list[Cell]]:
        """The cells of one document."""
        values = [column.value for column in self.table.columns]
        for record in self.records(view):
            yield [value(record) for value in values]


AnySheet = (
    Sheet[rows.ArticleRow]
    | Sheet[rows.ParagraphRow]
    | Sheet[AnnotationRow]
    | Sheet[rows.FeatureRow]
    | Sheet[rows.ProblemRow]
    | Sheet[rows.RelationRow]
    | Sheet[rows.AnswerRow]
)


def sheets(lookup: Lookup) -> tuple[AnySheet, ...]:
    """The sheets filled from documents, in the order in which they stand."""
    columns = of_annotations
    annotations = in_print_order(
        (*columns.LABEL, columns.WORDS, columns.FEATURES, *columns.PLACE, *columns.DETAILS)
    )
    return (
        *map(partial(_label_sheet, lookup), lookup.schema.labels),
        Sheet(
            Table(
                "articles",
                Names(en="Articles", ko="기사"),
                of_records.article_columns(lookup.schema.labels),
                lambda r: r.view.document.id,
            ),
            partial(rows.article_rows, lookup=lookup),
        ),
        Sheet(
            Table(
                "problems",
                Names(en="Open problems", ko="확인할 것"),
                of_records.PROBLEMS,
                lambda r: r.id,
            ),
            partial(rows.problem_rows, lookup=lookup),
        ),
        Sheet(
            Table("answers", Names(en="Answered problems", ko="답한 것"), of_records.ANSWERS),
            partial(rows.answer_rows, lookup=lookup),
        ),
        Sheet(
            Table("relations", Names(en="Relations", ko="관계"), of_records.RELATIONS),
            partial(rows.relation_rows, lookup=lookup),
        ),
        Sheet(
            Table("annotations", Names(en="All annotations", ko="모든 주석"), annotations),
            partial(rows.annotation_rows, lookup=lookup),
        ),
        Sheet(
            Table(
                "documents",
                Names(en="Text, a paragraph a row", ko="본문(문단마다 한 행)"),
                of_records.PARAGRAPHS,
                lambda r: r.key,
            ),
            rows.paragraph_rows,
        ),
        Sheet(
            Table(
                "long",
                Names(en="Features, one a row (for pivot tables)", ko="속성(피벗 테이블용)"),
                of_annotations.FEATURE_ROWS,
            ),
            partial(rows.feature_rows, lookup=lookup),
        ),
    )


def entities_table(lookup: Lookup, claims: Mapping[str, int]) -> Table[FileEntity]:
    """The table of the speaker registry, which is filled from the project."""
    columns = of_records.entity_columns(lookup.schema, claims)
    return Table(ENTITIES, Names(en="Speaker registry", ko="화자 명부"), columns, lambda e: e.id)


def _label_sheet(lookup: Lookup, label: LabelDef) -> Sheet[AnnotationRow]:
    columns = of_annotations
    before, details = columns.OWN.get(label.name, ((), ()))
    sentence = columns.CLAIM_SENTENCE if label.name == rows.CLAIM else columns.SENTENCE
    fixed = (sentence, *before, *columns.PLACE, columns.WORDS_DETAIL, *details, *columns.DETAILS)
    taken = {PART, *(column.name for column in fixed)}
    made = (
        sentence,
        *before,
        *feature_columns(label, taken),
        *columns.PLACE,
        columns.WORDS_DETAIL,
        *details,
        *columns.DETAILS,
    )
    found = _LABEL_ROWS.get(label.name, partial(rows.labelled_rows, label=label.name))
    return Sheet(
        Table(lookup.sheet_of[label.name], label.names, in_print_order(made), lambda r: r.id),
        partial(found, lookup=lookup),
    )
