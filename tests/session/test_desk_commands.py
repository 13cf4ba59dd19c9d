"""Answers to problems, settings of the project, notes: checked, kept, taken back."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import JsonValue

from desktop.errors import RuleBroken
from desktop.model.overview import DecisionCount
from desktop.model.values import new_id
from desktop.session.commands import (
    AnswerProblem,
    DeleteAnnotations,
    DeleteDocuments,
    SetDocument,
    SetSetting,
    WithdrawAnswers,
)
from desktop.session.session import Session
from desktop.session.setting_commands import LONGEST
from tests.session.making import add, batch, decision, imported, suggestion


def answered(document_id: str, *annotation_ids: str, **fields: Any) -> AnswerProblem:
    values = {"problem": "no_speaker", "reason": "출처가 기사에 없음", "answer_id": new_id()}
    return AnswerProblem.model_validate(
        values | {"document_id": document_id, "annotation_ids": annotation_ids} | fields
    )


def test_an_answer_says_who_when_and_about_what(session: Session, document: str) -> None:
    claim = add(session, document, 0, 4)
    command = answered(document, claim, key="12-30")
    session.do(command)
    (kept,) = session.answers(document)
    assert (kept.id, kept.problem, kept.annotation_ids, kept.key, kept.reason) == (
        command.answer_id, "no_speaker", (claim,), "12-30", "출처가 기사에 없음"
    )  # fmt: skip
    assert session.annotator is not None
    assert kept.annotator_id == session.annotator.id
    assert session.history(1)[0].kind == "answer_problem"
    session.undo()
    assert session.answers(document) == []


def test_a_second_answer_to_a_problem_replaces_the_first(session: Session, document: str) -> None:
    claim = add(session, document, 0, 4)
    session.do(answered(document, claim))
    session.do(answered(document, claim, key="elsewhere"))
    session.do(answered(document, claim, reason="서술자의 말"))
    assert {(a.key, a.reason) for a in session.answers(document)} == {
        ("elsewhere", "출처가 기사에 없음"),
        ("", "서술자의 말"),
    }
    assert session.do(answered(document, claim, reason="서술자의 말")).sequence == 0


def test_withdrawn_answers_are_gone_until_undone(session: Session, document: str) -> None:
    claim = add(session, document, 0, 4)
    session.do(answered(document, claim))
    (kept,) = session.answers(document)
    session.do(WithdrawAnswers(answer_ids=(kept.id,)))
    assert session.answers(document) == []
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(WithdrawAnswers(answer_ids=(kept.id,)))
    session.undo()
    assert session.answers(document) == [kept]


def test_answers_go_with_what_they_are_about(session: Session, document: str) -> None:
    first, second = add(session, document, 0, 4), add(session, document, 5, 8)
    session.do(answered(document, first))
    session.do(answered(document, second, first))
    session.do(answered(document, second))
    session.do(answered(document, key="3-9"))
    session.do(DeleteAnnotations(annotation_ids=(first,)))
    assert {(a.annotation_ids, a.key) for a in session.answers(document)} == {
        ((second,), ""),
        ((), "3-9"),
    }
    session.undo()
    assert len(session.answers(document)) == 4


@pytest.mark.parametrize(
    "command",
    [
        lambda document: answered("missing"),
        lambda document: answered(document, "missing"),
        lambda document: SetSetting(key="a", value="\ud800"),
        lambda document: SetSetting(key="a", value=float("inf")),
        lambda document: SetSetting(key="a", value="가" * LONGEST),
    ],
)
def test_what_cannot_be_kept_is_refused(session: Session, document: str, command: Any) -> None:
    before = session.history(1)
    with pytest.raises(RuleBroken):
        session.do(command(document))
    assert session.history(1) == before


def test_an_answer_about_an_annotation_of_another_article_is_refused(session: Session) -> None:
    result = session.import_batch(batch(imported(), imported("다른 기사다.")))
    claim = add(session, result.documents[0], 0, 4)
    with pytest.raises(RuleBroken):
        session.do(answered(result.documents[1], claim))


@pytest.mark.parametrize("value", [True, 0, "글", ["a", None], {"a": {"b": None}, "c": 1.5}])
def test_a_setting_is_kept_as_it_is(session: Session, value: JsonValue) -> None:
    assert session.setting("guideline.CLAIM") is None
    session.do(SetSetting(key="guideline.CLAIM", value=value))
    assert session.setting("guideline.CLAIM") == value
    assert session.do(SetSetting(key="guideline.CLAIM", value=value)).sequence == 0
    session.do(SetSetting(key="guideline.CLAIM"))
    assert session.settings() == []
    session.undo()
    assert [setting.value for setting in session.settings()] == [value]


def test_an_article_can_be_skipped_and_noted(session: Session, document: str) -> None:
    session.do(SetDocument(document_id=document, state="skipped", note="다음 주에\n다시"))
    shown = session.document(document)
    assert shown is not None
    assert (shown.state, shown.note) == ("skipped", "다음 주에\n다시")
    session.do(SetDocument(document_id=document, note=""))
    shown = session.document(document)
    assert shown is not None
    assert (shown.state, shown.note) == ("skipped", "")


def test_deleting_an_article_takes_all_that_was_its_own(session: Session) -> None:
    made = imported(
        document_id="d",
        suggestions=[suggestion("d", 0, 4)],
        decisions=[decision("d", 21, 26), decision("d", 5, 8, action="accepted")],
    )
    session.import_batch(batch(made))
    session.do(answered("d", add(session, "d", 0, 4)))
    session.do(DeleteDocuments(document_ids=("d",)))
    assert (session.suggestions("d"), session.decisions("d"), session.answers("d")) == ([], [], [])
    assert session.check() == []
    session.undo()
    assert session.suggestions("d") == list(made.suggestions)
    assert len(session.decisions("d")) == 2
    assert session.decided("rejected") == {("FIGURE", "12.5%")}
    assert session.decision_counts() == [DecisionCount("figures", "1", "FIGURE", 1, 0, 1)]
    assert session.check() == []
