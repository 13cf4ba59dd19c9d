"""Marks that are kept up to date are those that reading everything anew would give."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desktop.model.project import Annotation
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.paths import resource
from desktop.ui.article.marks import Mark, Marks, Pair
from desktop.ui.article.page import Page
from desktop.ui.article.typography import Setting, Typography
from desktop.ui.fonts import article_families

TEXT = "\n".join(f"{n}번째 문단에서 재무부는 적자가 줄었다고 밝혔다. " * 3 for n in range(3))
SCHEMA = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
LABELS = [label.name for label in SCHEMA.labels]

Change = tuple[int, int, int, str, str]
"""Which annotation, where it starts, its length (0: it goes), its label and its annotator."""

changes = st.tuples(
    st.integers(0, 5),
    st.integers(0, len(TEXT) - 40),
    st.integers(0, 40),
    st.sampled_from(LABELS),
    st.sampled_from(["own", "other"]),
)


class Project:
    """Annotations as they are now."""

    def __init__(self) -> None:
        self.annotations: dict[str, Annotation] = {}

    def change(self, change: Change) -> Pair:
        number, start, length, label, annotator = change
        before = self.annotations.pop(str(number), None)
        if length == 0:
            return before, None
        after = Annotation(
            id=str(number),
            document_id="d",
            label=label,
            start=start,
            end=start + length,
            quote=TEXT[start : start + length],
            annotator_id=annotator,
            created_at="2026-11-18T09:00:00Z",
        )
        self.annotations[after.id] = after
        return before, after

    def read(self, span: Span) -> list[Annotation]:
        return [a for a in self.annotations.values() if a.span.overlaps(span)]


def lines_of_one_only(one: list[Mark], other: list[Mark]) -> set[int]:
    """The lines of marks that look so in one list only."""
    differing = {*looks(one)} ^ {*looks(other)}
    return {
        line for mark in (*one, *other) if mark.looks in differing for line, _, _ in mark.segments
    }


def looks(marks: list[Mark]) -> list[tuple[object, ...]]:
    return [mark.looks for mark in marks]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    first=st.lists(changes, max_size=8), batches=st.lists(st.lists(changes, max_size=3), max_size=6)
)
def test_changed_marks_are_as_if_read_anew(
    qapp: QApplication, first: list[Change], batches: list[list[Change]]
) -> None:
    del qapp
    page = Page(TEXT, (), Typography(Setting(tuple(article_families()))), 640.0)
    project = Project()
    for change in first:
        project.change(change)
    kept = Marks(page, SCHEMA, project.read, "own")
    blocks = range(len(page.blocks))
    for index in blocks:
        kept.of_block(index)
    for batch in batches:
        before = [kept.of_block(index) for index in blocks]
        pairs = [project.change(change) for change in batch]
        lines = [kept.change(index, pairs) for index in blocks]
        anew = Marks(page, SCHEMA, project.read, "own")
        for index in blocks:
            assert looks(kept.of_block(index)) == looks(anew.of_block(index))
            assert lines[index] == lines_of_one_only(before[index], anew.of_block(index))
