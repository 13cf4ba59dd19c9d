"""Accepting and rejecting suggestions: what is made, in one step, and what is remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.model.batch import ImportedDocument
from desktop.model.project import Annotation, Entity
from desktop.model.span import Span
from desktop.model.suggestion import Suggestion as Stored
from desktop.session.accepting import accepting, rejecting
from desktop.session.commands import AddEntity, AddRelation
from desktop.session.session import Session
from desktop.suggestions.board import Board
from desktop.suggestions.naming import Naming
from desktop.suggestions.stored import stored_suggestions
from desktop.suggestions.suggestion import Group, Suggestion, Suggestions, Tie, Who
from tests.session.making import AT, add, batch, imported
from tests.suggestions.making import place

TEXT = '누리경제의 이도담 애널리스트는 "가격은 12.5% 더 오를 것"이라고 전망했다.\n그는 웃었다.\n'
WHOLE = Span(0, len(TEXT))
ORIGIN = "rule:claim.direct@1"


def proposed(words: str, label: str, rule: str, **fields: object) -> Suggestion:
    return Suggestion(label, place(TEXT, words), rule, "1", **fields)


CLAIM = proposed("가격은 12.5% 더 오를 것", "CLAIM", "claim.direct")
CUE = proposed("전망했다", "CUE", "cue.verb", features={"sense": "predict"})
SPEAKER = proposed(
    "누리경제의 이도담 애널리스트",
    "SPEAKER",
    "speaker.named",
    features={"mention_form": "named"},
    who=Who("이도담", affiliation="누리경제", title="애널리스트"),
)
FOUND = Suggestions(
    (SPEAKER, CLAIM, CUE),
    (
        Tie("attributed_to", CLAIM.id, SPEAKER.id, ORIGIN),
        Tie("cued_by", CLAIM.id, CUE.id, ORIGIN, features={"role": "main"}),
    ),
    (Group((SPEAKER.id, CLAIM.id, CUE.id)),),
)


class Desk:
    """A project with one article, and the board of its suggestions."""

    def __init__(self, session: Session, found: Suggestions = FOUND) -> None:
        self.session = session
        self.document = session.import_batch(batch(imported(TEXT))).documents[0]
        self.board = Board(session.schema, TEXT, self._read, lambda _: False)
        self.board.take(WHOLE, found)

    def _read(self, span: Span) -> list[Annotation]:
        return self.session.annotations(self.document, span)

    def accept(self, *chosen: Suggestion, edited: dict[str, Span] | None = None) -> None:
        naming = Naming(self.session.entities())
        made = accepting(self.session, self.document, self.board, naming, chosen, edited)
        self.session.do(made.command())
        self.board.refresh(WHOLE)

    def marked(self) -> dict[str, Annotation]:
        return {a.label: a for a in self.session.annotations(self.document)}

    def relations(self) -> set[tuple[str, str, str]]:
        labels = {a.id: a.label for a in self.session.annotations(self.document)}
        return {
            (r.type, labels[r.source_id], labels.get(r.target_id, r.target_id))
            for r in self.session.relations(self.document)
        }


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session)


def test_a_whole_attribution_is_one_step(desk: Desk) -> None:
    desk.accept(*desk.board.group_of(CLAIM))
    marked = desk.marked()
    assert {label: a.quote for label, a in marked.items()} == {
        s.label: s.span.slice(TEXT) for s in FOUND.suggestions
    }
    assert marked["CUE"].origin == "rule:cue.verb@1"
    assert desk.relations() == {("attributed_to", "CLAIM", "SPEAKER"), ("cued_by", "CLAIM", "CUE")}
    entity = desk.session.entity(str(marked["SPEAKER"].features["entity"]))
    assert entity is not None
    assert (entity.canonical_name, entity.default_affiliation) == ("이도담", "누리경제")
    assert {d.action for d in desk.session.decisions(desk.document)} == {"accepted"}
    desk.session.undo()
    assert desk.marked() == {}
    assert desk.session.decisions(desk.document) == []
    assert desk.session.entity(entity.id) is None


def test_parts_are_related_when_the_last_of_them_comes(desk: Desk) -> None:
    desk.accept(SPEAKER)
    assert desk.relations() == set()
    desk.accept(CLAIM)
    assert desk.relations() == {("attributed_to", "CLAIM", "SPEAKER")}
    desk.accept(CUE)
    assert ("cued_by", "CLAIM", "CUE") in desk.relations()
    (cued,) = [r for r in desk.session.relations(desk.document) if r.type == "cued_by"]
    assert (cued.origin, cued.features) == (ORIGIN, {"role": "main"})


def test_relations_lead_to_what_was_marked_by_hand(desk: Desk) -> None:
    by_hand = add(desk.session, desk.document, *place(TEXT, "이도담 애널리스트"), "SPEAKER")
    desk.board.refresh(WHOLE)
    desk.accept(*desk.board.group_of(CLAIM))
    (said,) = [r for r in desk.session.relations(desk.document) if r.type == "attributed_to"]
    assert said.target_id == by_hand


def test_a_relation_that_is_there_is_not_made_again(desk: Desk) -> None:
    claim = add(desk.session, desk.document, *CLAIM.span)
    desk.session.do(
        AddRelation(relation_id="r", type="attributed_to", source_id=claim, target_id="implicit")
    )
    desk.board.refresh(WHOLE)
    desk.accept(SPEAKER, CUE)
    assert desk.relations() == {("attributed_to", "CLAIM", "implicit"), ("cued_by", "CLAIM", "CUE")}


def test_an_edited_suggestion_is_remembered_as_it_was_proposed(desk: Desk) -> None:
    narrower = place(TEXT, "이도담 애널리스트")
    desk.accept(SPEAKER, edited={SPEAKER.id: narrower})
    assert desk.marked()["SPEAKER"].span == narrower
    (decision,) = desk.session.decisions(desk.document)
    assert (decision.action, decision.span) == ("edited", SPEAKER.span)
    assert not desk.board.is_open(SPEAKER.id)


def test_parts_are_cut_to_the_span_that_a_suggestion_is_given(session: Session) -> None:
    parts = {"name": list(place(TEXT, "이도담")), "affiliation": list(place(TEXT, "누리경제"))}
    speaker = replace(SPEAKER, features={"parts": parts})
    desk = Desk(session, Suggestions((speaker,)))
    desk.accept(speaker, edited={speaker.id: place(TEXT, "이도담 애널리스트")})
    assert desk.marked()["SPEAKER"].features["parts"] == {"name": parts["name"]}


def test_a_name_of_the_registry_is_linked(desk: Desk) -> None:
    desk.session.do(AddEntity(entity=Entity(id="e1", canonical_name="이도담")))
    desk.accept(SPEAKER)
    assert desk.marked()["SPEAKER"].features["entity"] == "e1"


def test_two_people_of_one_name_are_left_to_the_annotator(desk: Desk) -> None:
    for entity_id in ("e1", "e2"):
        desk.session.do(AddEntity(entity=Entity(id=entity_id, canonical_name="이도담")))
    desk.accept(SPEAKER)
    assert "entity" not in desk.marked()["SPEAKER"].features
    near = Entity(id="e3", canonical_name="이도담", default_affiliation="누리경제")
    desk.session.undo()
    desk.session.do(AddEntity(entity=near))
    desk.accept(SPEAKER)
    assert desk.marked()["SPEAKER"].features["entity"] == "e3"


def test_several_mentions_of_a_new_name_make_one_entry(session: Session) -> None:
    again = proposed("그", "SPEAKER", "speaker.pronoun", who=Who("이도담"))
    desk = Desk(session, Suggestions((SPEAKER, again)))
    before = len(session.entities())
    desk.accept(SPEAKER, again)
    assert len(session.entities()) == before + 1
    named = {a.features["entity"] for a in session.annotations(desk.document)}
    assert len(named) == 1


def test_rejecting_marks_nothing_and_is_undone(desk: Desk) -> None:
    desk.session.do(rejecting(desk.document, [CUE]))
    assert desk.marked() == {}
    assert desk.session.rejected(desk.document, WHOLE) == {("CUE", *CUE.span)}
    assert desk.session.verdicts([("CUE", "전망했다"), ("CUE", "말했다")]) == [
        ("CUE", "전망했다", 0, 1)
    ]
    desk.session.undo()
    assert desk.session.rejected(desk.document, WHOLE) == set()


def test_a_file_s_suggestions_keep_their_relations_whatever_comes_first(session: Session) -> None:
    records = [
        _stored("k1", CLAIM, relations=[{"type": "attributed_to", "target": "k2"}]),
        _stored("k2", SPEAKER),
    ]
    article = imported(TEXT, document_id="d1")
    records = [record.model_copy(update={"document_id": "d1"}) for record in records]
    session.import_batch(batch(_with(article, records)))
    read = session.suggestions_starting("d1", WHOLE)
    desk = Desk.__new__(Desk)
    desk.session, desk.document = session, "d1"
    for wanted in ("SPEAKER", "CLAIM"):
        desk.board = Board(session.schema, TEXT, desk._read, lambda _: False)
        desk.board.take(WHOLE, stored_suggestions(session.suggestions("d1")))
        (chosen,) = [s for s in desk.board.all_open() if s.label == wanted]
        desk.accept(chosen)
    assert len(read) == 2
    assert session.suggestions("d1") == []
    assert desk.relations() == {("attributed_to", "CLAIM", "SPEAKER")}
    assert desk.marked()["CLAIM"].origin == "imported:other"
    session.undo()
    session.undo()
    assert session.suggestions("d1") == read


def _stored(
    record_id: str, like: Suggestion, relations: list[dict[str, str]] | None = None
) -> Stored:
    return Stored.model_validate(
        {
            "id": record_id,
            "document_id": "d1",
            "label": like.label,
            "start": like.span.start,
            "end": like.span.end,
            "quote": like.span.slice(TEXT),
            "relations": relations or [],
            "origin": "imported:other",
            "created_at": AT,
        }
    )


def _with(article: ImportedDocument, records: list[Stored]) -> ImportedDocument:
    return replace(article, suggestions=tuple(records))
