"""Open problems that are answered in a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from desktop.errors import Cancelled, RuleBroken
from desktop.exporters import TextOptions, export_file
from desktop.model.answer import Answer
from desktop.model.span import Span
from desktop.model.usual_answers import USUAL_ANSWERS
from desktop.model.values import new_id
from desktop.session.answer_commands import AnswerProblem
from desktop.session.commands import (
    AddAnnotation,
    DeleteAnnotations,
    SetDocument,
    SetFeature,
    TakeCorrections,
)
from desktop.session.reviewing import review_document
from desktop.session.session import Session
from tests.exporters.making import native_file, project
from tests.session.corrections.workbooks import (
    HEADERS,
    HERE,
    columns,
    correct,
    exported,
    found,
    opened,
    reviewed,
    sheet,
    take,
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    file = native_file()
    for document in file["documents"]:
        document["state"] = "done"
        document["relations"] = []
    with project(tmp_path, file) as opened_project:
        yield opened_project


def rows(book: Workbook) -> list[dict[str, str]]:
    """The problems of a workbook."""
    of = sheet(book, "problems")
    at = columns(of)
    return [
        {name: str(of.cell(row, column).value or "") for name, column in at.items()}
        for row in range(HEADERS + 1, of.max_row + 1)
    ]


def of_kind(book: Workbook, kind: str) -> list[dict[str, str]]:
    found = [row for row in rows(book) if row["problem"] == kind]
    assert found
    return found


def answers(session: Session) -> dict[tuple[str, tuple[str, ...], str], Answer]:
    return {
        (a.problem, a.annotation_ids, a.key): a
        for document in session.documents()
        for a in session.answers(document.document_id)
    }


def problems_left(session: Session) -> int:
    reviews = (review_document(session, document.document_id) for document in session.documents())
    return sum(len(review.open) for review in reviews if review is not None)


def test_an_answer_comes_back(session: Session, book: Workbook, path: Path) -> None:
    every = rows(book)
    assert len(every) == problems_left(session) > 3
    first, second = every[0], every[-1]
    correct(book, "problems", first["id"], answer="출처가 기사에 없음")
    correct(book, "problems", second["id"], answer=" 3문단을 볼 것\n다시 ")
    review = reviewed(session, book, path)
    assert review.refusals == review.conflicts == ()
    assert found(review) == {
        (first["id"], "answer"): "출처가 기사에 없음",
        (second["id"], "answer"): "3문단을 볼 것 다시",
    }
    told = review.corrections[0]
    assert (told.type, told.article, told.subject) == (
        first["problem"], first["document_title"], first["text"],
    )  # fmt: skip
    session.set_annotator("박검수")
    known = answers(session)
    take(session, *review.corrections)
    made = {key: a for key, a in answers(session).items() if key not in known}
    assert [(a.problem, a.reason) for a in made.values()] == [
        (first["problem"], "출처가 기사에 없음"),
        (second["problem"], "3문단을 볼 것 다시"),
    ]
    names = {annotator.id: annotator.name for annotator in session.annotators()}
    assert {names[a.annotator_id] for a in made.values()} == {"박검수"}
    assert problems_left(session) == len(every) - 2
    again = session.review_corrections(HERE, path)
    assert (again.corrections, again.refusals) == ((), ())
    session.undo()
    assert (answers(session), problems_left(session)) == (known, len(every))


def test_the_cell_offers_what_is_usual_for_its_problem(book: Workbook) -> None:
    of = sheet(book, "problems")
    at = columns(of)
    letters = {name: of.cell(1, column).column_letter for name, column in at.items()}
    (rule,) = of.data_validations.dataValidation
    assert str(rule.sqref) == f"{letters['answer']}{HEADERS + 1}:{letters['answer']}{of.max_row}"
    assert f"MATCH(${letters['problem']}{HEADERS + 1}," in str(rule.formula1)
    assert not rule.showErrorMessage  # own words are as good
    lists = sheet(book, "lists")
    names = [str(name) for name in next(lists.iter_rows(max_row=1, values_only=True))]
    first = names.index(next(iter(USUAL_ANSWERS))) + 1
    offered: dict[str, list[str]] = {}
    for kind, words, *_ in lists.iter_rows(min_col=first, max_col=first + 1, values_only=True):
        if kind is not None:
            offered.setdefault(str(kind), []).append(str(words))
    assert offered == {kind: [names.ko for names in usual] for kind, usual in USUAL_ANSWERS.items()}


def test_what_was_answered_meanwhile_is_a_conflict(
    session: Session, book: Workbook, path: Path
) -> None:
    one, other, *_ = rows(book)
    for row in (one, other):
        correct(book, "problems", row["id"], answer="표에서")
    session.set_annotator("이두리")
    for row, reason in ((one, "창에서"), (other, "표에서")):
        session.do(
            AnswerProblem(
                answer_id=new_id(),
                document_id=row["document"],
                problem=row["problem"],
                annotation_ids=tuple(row["annotations"].split("; ")) if row["annotations"] else (),
                key=row["key"],
                reason=reason,
            )
        )
    at = session.history(2)[1].at
    session.set_annotator("김하나")
    review = reviewed(session, book, path)
    assert (review.plain, review.refusals) == ((), ())
    (conflict,) = review.conflicts
    made = conflict.correct
    assert (made.record_id, made.before, made.value) == (one["id"], "창에서", "표에서")
    assert (conflict.exported, conflict.changed_by, conflict.changed_at) == (None, "이두리", at)
    count = len(answers(session))
    take(session, conflict)
    assert len(answers(session)) == count
    assert [a.reason for a in answers(session).values()].count("표에서") == 2
    session.undo()
    assert reviewed(session, book, path).conflicts != ()


def test_what_is_open_no_more_is_told(session: Session, book: Workbook, path: Path) -> None:
    unlinked = next(row for row in rows(book) if row["annotations"])
    for row in rows(book):
        correct(book, "problems", row["id"], answer="답")
    session.do(DeleteAnnotations(annotation_ids=(unlinked["annotations"].split("; ")[0],)))
    other = next(row for row in rows(book) if row["document"] != unlinked["document"])
    session.do(SetDocument(document_id=other["document"], state="new"))
    review = reviewed(session, book, path)
    told = {refusal.record_id: refusal for refusal in review.refusals}
    assert unlinked["id"] in told
    assert {row["id"] for row in rows(book) if row["document"] == other["document"]} <= told.keys()
    assert {str(refusal.reason) for refusal in told.values()} == {
        "It is no problem of the project: it was solved since the export, or by work that the"
        " export left out."
    }
    assert told[unlinked["id"]].article == unlinked["document_title"]
    assert len(review.corrections) + len(told) == len(rows(book))


@pytest.mark.parametrize(
    ("wrong", "answer", "reason"),
    [
        ("d9~0123456789abcdef", "답", "no article with this problem"),
        ("", "#REF!", "holds an error"),
        ("", "가" * 2_001, "too long"),
        ("", "쪽\x01", "too long or of a wrong kind"),
    ],
)
def test_what_is_no_answer_is_refused(
    session: Session, book: Workbook, path: Path, wrong: str, answer: str, reason: str
) -> None:
    of = sheet(book, "problems")
    at = columns(of)
    of.cell(HEADERS + 1, at["answer"]).value = answer.replace("\x01", "_x0001_")
    if wrong:
        of.cell(HEADERS + 1, at["id"]).value = wrong
    review = reviewed(session, book, path)
    assert review.corrections == ()
    (refusal,) = review.refusals
    assert reason in str(refusal.reason)


def test_what_others_solved_is_no_problem(session: Session, path: Path) -> None:
    """The export of one annotator finds quotations without a claim that others marked."""
    whole = {row["id"] for row in rows(opened(exported(session, path)))}
    session.set_annotator("이두리")
    session.do(AddAnnotation(annotation_id="own", document_id="d0", label="TIME", span=Span(0, 1)))
    options = TextOptions(policy="include", basis="글")
    export_file(session.export_source("이두리"), path, "xlsx", options)
    book = opened(path)
    for row in rows(book):
        correct(book, "problems", row["id"], answer="답")
    review = reviewed(session, book, path)
    taken = {c.correct.record_id for c in review.corrections}
    told = {refusal.record_id for refusal in review.refusals}
    assert taken <= whole
    assert told
    assert not told & whole


def test_two_rows_of_one_problem(session: Session, book: Workbook, path: Path) -> None:
    of = sheet(book, "problems")
    at = columns(of)["answer"]
    of.cell(HEADERS + 1, at).value = "하나"
    of.append([cell.value for cell in of[HEADERS + 1]])
    assert [c.conflict for c in reviewed(session, book, path).corrections] == [""]
    of.cell(of.max_row, at).value = "둘"
    review = reviewed(session, book, path)
    assert {(c.correct.value, c.conflict) for c in review.corrections} == {
        ("하나", "copies"), ("둘", "copies"),
    }  # fmt: skip


def test_answers_that_nobody_asked_for_can_be_stopped(
    session: Session, book: Workbook, path: Path
) -> None:
    """A hostile workbook holds very many; each alone costs little, and looks through no article."""
    of = sheet(book, "problems")
    at = columns(of)
    for number in range(20):
        made_up = [cell.value for cell in of[HEADERS + 1]]
        made_up[at["id"] - 1] = f"x{number}~0123456789abcdef"
        made_up[at["answer"] - 1] = "답"
        of.append(made_up)
    told: list[int] = []

    def progress(done: int, total: int) -> bool:
        told.extend([done] if total == 20 else [])
        return len(told) < 11

    book.save(path)
    with pytest.raises(Cancelled):
        session.review_corrections(HERE, path, progress=progress)
    assert told == list(range(11))


def test_nothing_is_answered_unseen(session: Session, book: Workbook, path: Path) -> None:
    row = rows(book)[0]
    correct(book, "problems", row["id"], answer="표에서")
    review = reviewed(session, book, path)
    problem = review.corrections[0].correct.problem
    answer = AnswerProblem(
        answer_id=new_id(),
        document_id=problem.document_id,
        problem=problem.kind,
        annotation_ids=problem.annotation_ids,
        key=problem.key,
        reason="그 사이",
    )
    session.do(answer)
    with pytest.raises(RuleBroken, match="has been changed in the project"):
        take(session, *review.corrections)


def test_with_features_in_one_step(session: Session, book: Workbook, path: Path) -> None:
    row = rows(book)[0]
    correct(book, "problems", row["id"], answer="표에서")
    correct(book, "claims", "c1-0", note="메모")
    review = reviewed(session, book, path)
    before = len(session.history())
    session.do(
        TakeCorrections(workbook="x", corrections=tuple(c.correct for c in review.corrections))
    )
    assert len(session.history()) == before + 1
    session.undo()
    assert len(reviewed(session, book, path).corrections) == 2


def test_a_problem_that_a_correction_solves_keeps_its_answer(
    session: Session, book: Workbook, path: Path
) -> None:
    """Both are what the lead said; an answer to what is no problem shows nowhere."""
    session.do(SetFeature(annotation_id="f1-1", name="unit", value=None))
    path = exported(session, path)
    book = opened(path)
    row = of_kind(book, "figure_without_unit")[0]
    correct(book, "problems", row["id"], answer="단위가 없는 수치임")
    correct(book, "figures", row["annotations"], unit="개")
    review = reviewed(session, book, path)
    take(session, *review.corrections)
    assert problems_left(session) == len(rows(book)) - 1
