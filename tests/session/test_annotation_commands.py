"""Commands on annotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import JsonValue

from desktop.errors import RuleBroken
from desktop.model.span import Span
from desktop.model.values import Features
from desktop.session.commands import (
    AddAnnotation,
    AddRelation,
    DeleteAnnotations,
    SetFeature,
    SetFeatures,
    SetLabel,
    SetSpan,
)
from desktop.session.session import Session
from tests.session.making import TEXT, add, rows


def relate(session: Session, kind: str, source: str, target: str, name: str = "r") -> None:
    session.do(AddRelation(relation_id=name, type=kind, source_id=source, target_id=target))


def test_an_annotation_is_stored_with_its_quote_person_and_time(
    session: Session, document: str, path: Path
) -> None:
    session.do(
        AddAnnotation(
            annotation_id="a1",
            document_id=document,
            label="FIGURE",
            span=Span(20, 25),
            features={"value": "12.5", "unit": "%"},
        )
    )
    (stored,) = session.annotations(document)
    assert (stored.quote, stored.origin) == (TEXT[20:25], "human")
    assert session.annotator is not None
    assert stored.annotator_id == session.annotator.id
    assert stored.created_at.endswith("Z")
    session.close()
    assert rows(path, 'SELECT id, label, start, "end", quote, features FROM annotation') == [
        ("a1", "FIGURE", 20, 25, TEXT[20:25], '{"value":"12.5","unit":"%"}')
    ]


def test_the_first_annotation_takes_a_document_up_in_the_same_step(
    session: Session, document: str
) -> None:
    add(session, document, 0, 4)
    assert session.documents()[0].state == "in_progress"
    session.undo()
    assert session.documents()[0].state == "new"
    assert session.annotations(document) == []


def test_offsets_count_code_points(session: Session, document: str) -> None:
    at = TEXT.index("\U0001f600")
    found = session.annotations_by_id([add(session, document, at, at + 1)])
    assert found[0].quote == "\U0001f600"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"label": "NOTHING"}, "no label NOTHING"),
        ({"span": Span(0, len(TEXT) + 1)}, "not inside the text"),
        ({"span": Span(4, 4)}, "not inside the text"),
        ({"span": Span(-1, 4)}, "not inside the text"),
        ({"document_id": "unknown"}, "no longer in the project"),
        ({"features": {"speed": "1"}}, "no feature speed"),
        ({"features": {"quote_type": "shouted"}}, "quote_type is not one of"),
        ({"features": {"note": "half \ud800"}}, "half a character"),
        ({"label": "SPEAKER", "features": {"entity": "unknown"}}, "speaker registry"),
    ],
)
def test_what_the_schema_does_not_allow_is_refused_and_nothing_happens(
    session: Session, document: str, change: dict[str, JsonValue], words: str
) -> None:
    values = {"annotation_id": "a1", "document_id": document, "label": "CLAIM", "span": Span(0, 4)}
    with pytest.raises(RuleBroken, match=words):
        session.do(AddAnnotation.model_validate(values | change))
    assert session.annotations(document) == []
    assert session.undo_kind == "import_documents"


def test_a_command_sent_again_after_a_failed_save_doubles_nothing(
    session: Session, document: str
) -> None:
    command = AddAnnotation(
        annotation_id="a1", document_id=document, label="CLAIM", span=Span(0, 4)
    )
    session.do(command)
    session.do(command)
    assert [a.id for a in session.annotations(document)] == ["a1"]
    assert session.history(1)[0].state == "marker"
    with pytest.raises(RuleBroken, match="a1 is in use"):
        session.do(command.model_copy(update={"span": Span(0, 5)}))


def test_deleting_takes_relations_along_and_undo_brings_all_back(
    session: Session, document: str
) -> None:
    claim = add(session, document, 0, 30)
    speaker = add(session, document, 5, 8, "SPEAKER")
    other = add(session, document, 20, 25, "FIGURE")
    relate(session, "attributed_to", claim, speaker)
    session.do(DeleteAnnotations(annotation_ids=(speaker, other, speaker)))
    assert [a.id for a in session.annotations(document)] == [claim]
    assert session.relations(document) == []
    session.undo()
    assert {a.id for a in session.annotations(document)} == {claim, speaker, other}
    assert [r.id for r in session.relations(document)] == ["r"]


def test_deleting_what_is_gone_is_refused_whole(session: Session, document: str) -> None:
    kept = add(session, document, 0, 4)
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(DeleteAnnotations(annotation_ids=(kept, "unknown")))
    assert [a.id for a in session.annotations(document)] == [kept]


def test_a_new_label_drops_what_it_lacks(session: Session, document: str) -> None:
    figure = add(session, document, 20, 25, "FIGURE")
    other = add(session, document, 0, 3, "FIGURE")
    for name, value in (("mod", "APPROX"), ("value", "12.5"), ("note", "메모")):
        session.do(SetFeature(annotation_id=figure, name=name, value=value))
    relate(session, "converted_to", figure, other)
    session.do(SetLabel(annotation_id=figure, label="TIME"))
    after = session.annotations_by_id([figure])[0]
    allowed = session.schema.label_named["TIME"].feature_named["mod"].fault("APPROX", 10) is None
    assert after.features == ({"mod": "APPROX"} if allowed else {}) | {"note": "메모"}
    assert session.relations(document) == []
    session.undo()
    restored = session.annotations_by_id([figure])[0]
    assert restored.features == {"mod": "APPROX", "value": "12.5", "note": "메모"}
    assert len(session.relations(document)) == 1


def test_a_new_label_keeps_the_relations_it_allows(session: Session, document: str) -> None:
    """A claim that becomes a cue loses its own relations; others' relations to it may stay."""
    claim = add(session, document, 0, 30)
    speaker = add(session, document, 5, 8, "SPEAKER")
    relate(session, "attributed_to", claim, speaker, "r1")
    relate(session, "attributed_to", add(session, document, 31, 35), speaker, "r2")
    session.do(SetLabel(annotation_id=claim, label="CUE"))
    assert [r.id for r in session.relations(document)] == ["r2"]


def test_setting_what_is_so_already_is_no_step(session: Session, document: str) -> None:
    told: list[object] = []
    claim = add(session, document, 0, 4)
    session.subscribe(told.append)
    for command in (
        SetLabel(annotation_id=claim, label="CLAIM"),
        SetSpan(annotation_id=claim, span=Span(0, 4)),
        SetFeature(annotation_id=claim, name="note", value=None),
    ):
        assert session.do(command).sequence == 0
    assert told == []
    assert session.undo_kind == "add_annotation"


def test_a_feature_is_set_changed_and_taken_away(session: Session, document: str) -> None:
    claim = add(session, document, 0, 4)
    for value in ("direct", "indirect", None):
        session.do(SetFeature(annotation_id=claim, name="quote_type", value=value))
        expected = {"quote_type": value} if value else {}
        assert session.annotations_by_id([claim])[0].features == expected
    for _ in range(2):
        session.undo()
    assert session.annotations_by_id([claim])[0].features == {"quote_type": "direct"}


@pytest.mark.parametrize(
    ("name", "value"), [("speed", "1"), ("quote_type", "shouted"), ("note", 3)]
)
def test_a_feature_that_the_schema_does_not_allow_is_refused(
    session: Session, document: str, name: str, value: JsonValue
) -> None:
    claim = add(session, document, 0, 4)
    with pytest.raises(RuleBroken, match=name):
        session.do(SetFeature(annotation_id=claim, name=name, value=value))
    assert session.annotations_by_id([claim])[0].features == {}


def test_moving_the_borders_changes_the_quote_and_nothing_else(
    session: Session, document: str
) -> None:
    claim = add(session, document, 0, 4)
    session.do(SetFeature(annotation_id=claim, name="note", value="메모"))
    before = session.annotations_by_id([claim])[0]
    session.do(SetSpan(annotation_id=claim, span=Span(5, 15)))
    after = session.annotations_by_id([claim])[0]
    assert after.quote == TEXT[5:15]
    place = {"start": 5, "end": 15, "quote": TEXT[5:15]}
    assert after == before.model_copy(update=place)
    with pytest.raises(RuleBroken, match="not inside"):
        session.do(SetSpan(annotation_id=claim, span=Span(5, len(TEXT) + 1)))


def test_parts_are_cut_with_the_annotation_in_one_step(session: Session, document: str) -> None:
    parts = {"affiliation": [0, 4], "name": [[6, 9]], "title": [10, 15]}
    session.do(
        AddAnnotation(
            annotation_id="s",
            document_id=document,
            label="SPEAKER",
            span=Span(0, 15),
            features={"mention_form": "named", "parts": parts},
        )
    )
    before = session.annotations_by_id(["s"])[0]
    session.do(SetSpan(annotation_id="s", span=Span(6, 13)))
    after = session.annotations_by_id(["s"])[0]
    assert after.features == {
        "mention_form": "named",
        "parts": {"name": [[6, 9]], "title": [10, 13]},
    }
    session.do(SetSpan(annotation_id="s", span=Span(9, 10)))
    cut = session.annotations_by_id(["s"])[0]
    # The title was cut to the new end before, and what is left of it goes now.
    assert cut.features == {"mention_form": "named"}
    session.undo()
    session.undo()
    assert session.annotations_by_id(["s"])[0] == before


def test_a_place_outside_the_annotation_does_not_move_with_it(
    session: Session, document: str
) -> None:
    session.do(
        AddAnnotation(
            annotation_id="f",
            document_id=document,
            label="FIGURE",
            span=Span(20, 25),
            features={"approximator_span": [18, 19]},
        )
    )
    session.do(SetSpan(annotation_id="f", span=Span(21, 25)))
    assert session.annotations_by_id(["f"])[0].features == {"approximator_span": [18, 19]}


def test_parts_lie_inside_their_annotation(session: Session, document: str) -> None:
    command = AddAnnotation(
        annotation_id="s", document_id=document, label="SPEAKER", span=Span(10, 20)
    )
    session.do(command)
    inside: Features = {"name": [10, 13], "member_names": [[14, 16], [18, 20]]}
    session.do(SetFeature(annotation_id="s", name="parts", value=inside))
    for outside in ({"name": [9, 12]}, {"title": [18, 21]}, {"member_names": [[10, 12], [0, 4]]}):
        for change in (
            SetFeature.model_validate(
                {"annotation_id": "s", "name": "parts", "value": inside | outside}
            ),
            SetFeatures.model_validate(
                {"annotation_ids": ("s",), "name": "parts", "value": inside | outside}
            ),
        ):
            with pytest.raises(RuleBroken, match="a part outside"):
                session.do(change)
        with pytest.raises(RuleBroken, match="a part outside"):
            session.do(
                AddAnnotation(
                    annotation_id="t", document_id=document, label="SPEAKER", span=Span(10, 20),
                    features={"parts": inside | outside},
                )
            )  # fmt: skip
    assert session.annotations_by_id(["s"])[0].features == {"parts": inside}


def test_commands_are_plain_data(document: str) -> None:
    command = AddAnnotation(
        annotation_id="a1", document_id=document, label="CLAIM", span=Span(0, 4)
    )
    again = AddAnnotation.model_validate_json(command.model_dump_json())
    assert again == command
    assert again.span.end == 4
    assert len(DeleteAnnotations(annotation_ids=("a" * 30,) * 10_000).payload()) < 21_000
