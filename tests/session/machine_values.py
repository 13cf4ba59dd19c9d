"""What the machine gives its commands: fitting values and others, and articles to work on."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from desktop.model.batch import ImportedDocument
from desktop.model.project import Document
from desktop.model.span import Span
from desktop.session.commands import ReviseText
from desktop.session.session import default_schema
from tests.session.making import annotation, decision, imported, relation, suggestion

SCHEMA = default_schema()
LABELS = st.sampled_from([label.name for label in SCHEMA.labels] + ["NOTHING"])
TYPES = st.sampled_from([kind.name for kind in SCHEMA.relations])
NAMES = st.sampled_from(sorted({f.name for label in SCHEMA.labels for f in label.features}))
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=4),
    st.sampled_from(["direct", "count", "named", "APPROX", "main", "narrator", "e1", "12.5"]),
    st.just([0, 3]),
    st.just({"low": "1", "high": None}),
)
FITTING: dict[str, tuple[Any, ...]] = {
    "text": ("메모", "다른 메모"),
    "decimal": ("12.5", "-3"),
    "boolean": (True, False),
    "range": ({"low": "1", "high": None},),
    "entity": ("narrator", "e1"),
    "parts": ({"name": [5, 8]},),
    "span": ([0, 3],),
}
SPANS = st.tuples(st.integers(0, 70), st.integers(1, 40)).map(lambda p: Span(p[0], p[0] + p[1]))
EDITS = st.tuples(
    st.integers(0, 80), st.integers(0, 30), st.text("가나 \n\u00a0\u1100\r😀%", max_size=8)
)
INDEX = st.integers(0, 1_000)


def revision(document: Document, text: str, edit: tuple[int, int, str]) -> ReviseText:
    """A correction at one place that always leaves a text."""
    at, length, words = edit
    made = f"{text[:at]}{words}{text[at + length :]}끝"
    return ReviseText(document_id=document.id, before=document.text_sha256, text=made)


def marked(document_id: str, spans: list[Span]) -> ImportedDocument:
    """An article with claims on ``spans``, a speaker, a cue, a suggestion and a decision."""
    marks = [annotation(document_id, *span) for span in spans if span.end <= 70]
    speaker = annotation(document_id, 5, 8, label="SPEAKER")
    cue = annotation(document_id, 35, 38, label="CUE")
    relations = [relation(mark, speaker) for mark in marks]
    relations += [relation(mark, cue, type="cued_by") for mark in marks]
    return imported(
        document_id=document_id,
        annotations=[*marks, speaker, cue],
        relations=relations,
        suggestions=[suggestion(document_id, 9, 12)],
        decisions=[decision(document_id, 20, 25)],
    )
