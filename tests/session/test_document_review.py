"""A document's problems, place by place: the same as of the whole, and kept up with changes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import RuleBroken
from desktop.model.project import Zone
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.review.article import Article
from desktop.review.checks import find_problems
from desktop.session.commands import (
    AddAnnotation,
    AddRelation,
    AnswerProblem,
    Command,
    DeleteAnnotations,
    DeleteRelations,
    SetDocument,
    SetFeature,
    SetLabel,
    SetSpan,
    WithdrawAnswers,
)
from desktop.session.document_review import DocumentReview
from desktop.session.reviewing import review_document
from desktop.session.session import Session
from tests.session.making import add, batch, imported

LINE = (
    '누리경제의 이도담 애널리스트는 "가격이 더 오른다"며 "살 때가 아니다"고 했다. '
    "비용은 2억달러(약 2900억원)에서 20억 달러(약 3조2000억원)로 늘었다.\n"
)
TEXT = '"가격이 더 오른다" "팔 때다"\n' + LINE * 40
ZONES = (
    Zone(kind="title", start=0, end=19),
    Zone(kind="body", start=20, end=2_500),
    Zone(kind="caption", start=2_500, end=2_700),
    Zone(kind="body", start=2_800, end=len(TEXT) - 1),
)
LABELS = ("CLAIM", "CLAIM", "FIGURE", "FIGURE", "SPEAKER", "CUE")
TYPES = ("attributed_to", "continues", "continues", "cued_by", "converted_to", "nested_in")
NUMBER = st.integers(0, 10_000)
GESTURE = st.tuples(st.integers(0, 11), NUMBER, NUMBER, NUMBER)


def command(session: Session, document_id: str, gesture: tuple[int, int, int, int]) -> Command:
    """What a gesture of random numbers comes to; it may be against the rules."""
    kind, a, b, c = gesture
    marks = session.annotations(document_id)
    start = b % (len(TEXT) - 60)
    span = Span(start, start + 2 + c % (1_500 if c % 7 == 0 else 30))
    relations = session.relations(document_id)
    if kind < 2 or not marks:
        label = LABELS[a % len(LABELS)]
        return AddAnnotation(
            annotation_id=new_id(), document_id=document_id, label=label, span=span
        )
    mark = marks[a % len(marks)].id
    if kind < 6:
        return AddRelation(
            relation_id=new_id(), type=TYPES[c % len(TYPES)], source_id=mark,
            target_id=marks[b % len(marks)].id,
        )  # fmt: skip
    if kind == 6:
        return DeleteAnnotations(annotation_ids=(mark,))
    if kind == 7 and relations:
        return DeleteRelations(relation_ids=(relations[a % len(relations)].id,))
    if kind == 8:
        return SetSpan(annotation_id=mark, span=span)
    if kind == 9:
        return SetLabel(annotation_id=mark, label=LABELS[b % len(LABELS)])
    if kind == 10:
        unit = {0: ("unit", "USD"), 1: ("unit", "KRW"), 2: ("quote_type", "none")}
        name, value = unit.get(b % 4, ("value", str(c)))
        return SetFeature(annotation_id=mark, name=name, value=value)
    found = review_document(session, document_id)
    if found is not None and found.open and a % 3:
        kind_, ids, key = found.open[b % len(found.open)].identity
        return AnswerProblem(
            answer_id=new_id(), document_id=document_id, problem=kind_, annotation_ids=ids,
            key=key, reason="기사가 그렇다",
        )  # fmt: skip
    answers = session.answers(document_id)
    if answers:
        return WithdrawAnswers(answer_ids=(answers[a % len(answers)].id,))
    return SetDocument(document_id=document_id, state=("done", "skipped", "in_progress")[a % 3])


@settings(max_examples=40, deadline=None)
@given(st.lists(GESTURE, max_size=30), st.integers(1, 5))
def test_what_is_kept_up_is_what_is_found_anew(
    gestures: list[tuple[int, int, int, int]], looked_every: int
) -> None:
    with (
        TemporaryDirectory() as folder,
        Session.create(Path(folder) / "기사.mitjul", annotator="김하나") as session,
    ):
        (document,) = session.import_batch(batch(imported(TEXT, zones=ZONES))).documents
        for start in (21, 200, 1_030, 3_000):
            add(session, document, start, start + 9)
        kept = DocumentReview(session, document)
        session.subscribe(kept.follow)
        for number, gesture in enumerate(gestures):
            try:
                session.do(command(session, document, gesture))
            except RuleBroken:
                continue
            if gesture[1] % 5 == 0:
                session.undo()
            if number % looked_every == 0:
                kept.finish()
        kept.finish()
        assert kept.review == review_document(session, document)
        if kept.review is not None:
            problems = [*kept.review.open, *(each.problem for each in kept.review.answered)]
            whole = Article(
                TEXT, ZONES, session.schema, session.annotations(document),
                session.relations(document),
            )  # fmt: skip
            assert sorted(problems, key=lambda p: p.order) == find_problems(whole)


def test_a_change_is_looked_at_around_it_alone(session: Session) -> None:
    text = LINE * 400
    (document,) = session.import_batch(batch(imported(text))).documents
    first = add(session, document, 0, 9)
    kept = DocumentReview(session, document)
    session.subscribe(kept.follow)
    whole = sum(1 for _ in kept.look())
    assert whole > 30
    add(session, document, len(text) // 2, len(text) // 2 + 9)
    assert sum(1 for _ in kept.look()) <= 3
    session.do(DeleteAnnotations(annotation_ids=(first,)))
    assert sum(1 for _ in kept.look()) <= 3
    assert kept.review == review_document(session, document)


def test_a_change_elsewhere_is_nothing_to_look_at(session: Session, document: str) -> None:
    (other,) = session.import_batch(batch(imported("다른 기사다."))).documents
    add(session, document, 0, 4)
    kept = DocumentReview(session, document)
    kept.finish()
    heard: list[bool] = []
    session.subscribe(lambda changes: heard.append(kept.follow(changes)))
    add(session, other, 0, 2)
    add(session, document, 5, 8)
    assert heard == [False, True]


def test_what_changes_between_two_steps_is_looked_at_too(session: Session) -> None:
    (document,) = session.import_batch(batch(imported(LINE * 100))).documents
    add(session, document, 0, 9)
    kept = DocumentReview(session, document)
    session.subscribe(kept.follow)
    for number, _ in enumerate(kept.look()):
        if number == 3:
            session.do(
                SetDocument(document_id=document, zones=(Zone(kind="body", start=0, end=99),))
            )
        if number == 5:
            add(session, document, 5, 14)
    assert kept.complete
    assert kept.review == review_document(session, document)
