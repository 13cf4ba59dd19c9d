"""Searching piece by piece finds what reading everything finds."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.korean.folding import folded, needle, probes
from desktop.model.search import AnnotationFilter, AnnotationRow
from desktop.session.commands import SetDocument, SetFeature
from desktop.session.session import Session
from tests.session.making import TEXT, add, batch, imported


def all_rows(
    session: Session, wanted: AnnotationFilter, window: int = 1_000
) -> list[AnnotationRow]:
    rows: list[AnnotationRow] = []
    after: int | None = 0
    while after is not None:
        scanned = session.scan_annotations(wanted, after, window)
        rows += scanned.rows
        after = scanned.reached
    return rows


def test_documents_are_looked_through_in_stretches(session: Session) -> None:
    texts = ["금리가 올랐다", "ＡＩ 반도체", "Ai 칩", "아무것도 아니다", "한빛\u00a0은행"]
    ids = [session.import_batch(batch(imported(text=text))).documents[0] for text in texts]
    for typed, wanted in (("금리", [0]), ("AI", [1, 2]), ("한빛 은행", [4]), ("없다", [])):
        found: list[str] = []
        after: tuple[int, str] | None = None
        seen = 0
        while True:
            scanned = session.documents_holding(probes(needle(typed)), after, 2)
            found += scanned.ids
            seen += scanned.count
            after = scanned.reached
            if after is None:
                break
        assert seen == len(texts)
        held = [i for i in found if needle(typed) in folded(session.text(i))]
        assert held == [ids[number] for number in wanted]


def test_only_articles_of_a_state(session: Session, document: str) -> None:
    session.do(SetDocument(document_id=document, state="done"))
    word = (TEXT[:1].lower(),)
    assert session.documents_holding(word, state="done").ids == (document,)
    assert session.documents_holding(word, state="new").ids == ()


def test_notes_of_articles_are_found(session: Session, document: str) -> None:
    session.do(SetDocument(document_id=document, note="나중에 다시 볼 것"))
    noted = session.documents_noted(needle("다시")).found
    assert [(row.document_id, row.note) for row in noted] == [(document, "나중에 다시 볼 것")]
    assert session.documents_noted(needle("없다")).found == ()
    assert session.documents_noted(needle("다시"), state="skipped").found == ()
    first = session.documents_noted(needle("다시"), limit=1)
    assert first.reached == (0, document)
    assert session.documents_noted(needle("다시"), first.reached).found == ()


def test_annotations_are_narrowed(session: Session, document: str) -> None:
    first = add(session, document, 0, 3, "CLAIM")
    second = add(session, document, 2, 5, "FIGURE")
    third = add(session, document, 4, 7, "FIGURE")
    session.do(SetFeature(annotation_id=second, name="category", value="percentage"))
    session.do(SetFeature(annotation_id=third, name="note", value="다시 볼 것"))
    annotator = session.annotator
    assert annotator is not None
    for wanted, ids in (
        (AnnotationFilter(), [first, second, third]),
        (AnnotationFilter(label="FIGURE"), [second, third]),
        (AnnotationFilter(label="FIGURE", feature="category"), [second]),
        (AnnotationFilter(feature="category", value="percentage"), [second]),
        (AnnotationFilter(feature="category", value="monetary"), []),
        (AnnotationFilter(words=needle("다시")), [third]),
        (AnnotationFilter(words=folded(TEXT[:3])), [first]),
        (AnnotationFilter(annotator_id=annotator.id), [first, second, third]),
        (AnnotationFilter(annotator_id="nobody"), []),
        (AnnotationFilter(state="in_progress"), [first, second, third]),
        (AnnotationFilter(state="done"), []),
    ):
        assert [row.annotation_id for row in all_rows(session, wanted)] == ids
    row = all_rows(session, AnnotationFilter(feature="category", value="percentage"))[0]
    assert (row.value, row.label, row.document_id, row.start) == (
        "percentage",
        "FIGURE",
        document,
        2,
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(window=st.integers(1, 9))
def test_every_window_finds_all(session: Session, document: str, window: int) -> None:
    made = add(session, document, 0, 2, "CLAIM")
    rows = all_rows(session, AnnotationFilter(), window)
    assert len(rows) == len(session.annotations(document))
    assert made in [row.annotation_id for row in rows]
