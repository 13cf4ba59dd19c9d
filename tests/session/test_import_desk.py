"""Suggestions, answers, decisions and settings of a batch: matched, renamed, refused."""

from __future__ import annotations

import pytest

from desktop.errors import RefusedInput
from desktop.model.batch import ImportBatch
from desktop.model.setting import Setting
from desktop.model.suggestion import SuggestedRelation
from desktop.session.commands import SetSetting
from desktop.session.session import Session
from tests.session.making import add, annotation, answer, batch, decision, imported, suggestion


def test_suggestions_come_to_an_article_that_is_there(session: Session, document: str) -> None:
    add(session, document, 0, 4, "SPEAKER")
    known = suggestion(document, 0, 4)
    fresh = suggestion(document, 9, 15)
    result = session.import_batch(
        batch(imported(document_id=document, suggestions=[known, fresh], title="다른 제목"))
    )
    assert (result.documents, result.skipped, result.suggestions) == ((), (document,), 1)
    assert session.suggestions(document) == [fresh]
    shown = session.document(document)
    assert shown is not None
    assert shown.title == "가격이 더 오른다"
    again = session.import_batch(batch(imported(document_id=document, suggestions=[fresh])))
    assert again.suggestions == 0
    session.undo()
    assert session.suggestions(document) == []


def test_a_rejected_suggestion_does_not_come_back(session: Session) -> None:
    session.import_batch(batch(imported(document_id="d", decisions=[decision("d", 21, 26)])))
    proposed = [suggestion("d", 21, 26, label="FIGURE"), suggestion("d", 21, 26, label="TIME")]
    result = session.import_batch(batch(imported(document_id="d", suggestions=proposed)))
    assert result.suggestions == 1
    assert [s.label for s in session.suggestions("d")] == ["TIME"]


def test_ids_in_use_are_renamed_everywhere(session: Session) -> None:
    claim = annotation("d1", 0, 4, id="a")
    session.import_batch(batch(imported(document_id="d1", annotations=[claim])))
    other = annotation("d2", 0, 4, id="a")
    proposed = suggestion("d2", 9, 15, id="s", relations=(SuggestedRelation(type="x", target="a"),))
    result = session.import_batch(
        batch(
            imported(
                document_id="d2",
                annotations=[other],
                answers=[answer("d2", "a")],
                suggestions=[proposed],
            )
        )
    )
    (renamed,) = session.annotations("d2")
    assert result.renamed == 1
    assert renamed.id != "a"
    assert session.answers("d2")[0].annotation_ids == (renamed.id,)
    assert session.suggestions("d2")[0].relations[0].target == renamed.id
    assert session.suggestions("d2")[0].id == "s"


def test_settings_of_the_project_come_first(session: Session) -> None:
    session.do(SetSetting(key="a", value=1))
    brought = (Setting(id="a", value=2), Setting(id="b", value=[None]))
    result = session.import_batch(ImportBatch("f.json", documents=(imported(),), settings=brought))
    assert {setting.id: setting.value for setting in session.settings()} == {"a": 1, "b": [None]}
    assert [str(warning) for warning in result.warnings] == [
        "The project's setting a was left as it is."
    ]
    session.undo()
    assert [setting.id for setting in session.settings()] == ["a"]


@pytest.mark.parametrize(
    "fields",
    [
        {"suggestions": [suggestion("d", 0, 4, quote="다른것이")]},
        {"suggestions": [suggestion("d", 0, 4, label="NOTHING")]},
        {"suggestions": [suggestion("d", 0, 4, features={"mention_form": "no"})]},
        {"suggestions": [suggestion("other", 0, 4)]},
        {"decisions": [decision("d", 0, 4, quote="다른것이")]},
        {"suggestions": [suggestion("d", 0, 4, features={"x": "\ud800"})]},
    ],
)
def test_what_contradicts_the_text_or_the_schema_is_refused(
    session: Session, fields: dict[str, object]
) -> None:
    before = session.history(1)
    with pytest.raises(RefusedInput):
        session.import_batch(batch(imported(document_id="d", **fields)))
    assert session.history(1) == before


def test_what_was_decided_for_an_import_replaces_a_setting(session: Session) -> None:
    session.do(SetSetting(key="columns.a", value=1))
    chosen = (Setting(id="columns.a", value=2), Setting(id="columns.b", value=3))
    brought = (Setting(id="columns.b", value=4),)
    made = ImportBatch("f", documents=(imported(),), settings=brought, chosen=chosen)
    session.import_batch(made)
    assert {setting.id: setting.value for setting in session.settings()} == {
        "columns.a": 2, "columns.b": 3,
    }  # fmt: skip
    session.undo()
    assert {setting.id: setting.value for setting in session.settings()} == {"columns.a": 1}
    steps = len(session.history(9))
    session.import_batch(ImportBatch("f", chosen=chosen))  # no article comes: no step
    assert len(session.history(9)) == steps
    assert {setting.id: setting.value for setting in session.settings()} == {"columns.a": 1}
