"""What saying who said a claim writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from desktop.korean.name_index import NameIndex
from desktop.model.project import IMPLICIT_ID, NARRATOR_ID, Annotation, Entity
from desktop.model.roles import roles_of
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.session.attribution import Place, Speaker, attribute, claim_before, join
from desktop.session.commands import AddEntity, AddRelation, SetFeature
from desktop.session.session import Session, default_schema
from desktop.session.speaker_candidates import cue_near, place_as_speaker, speakers_near
from desktop.suggestions.suggestion import Suggestion, Who
from tests.session.making import add, batch, imported

TEXT = (
    '한빛은행의 김가온 연구원은 "재고는 바닥났다"며 "가격은 더 오를 것"이라고 전망했다.\n'
    "이도담 대표는 공장을 닫겠다고 밝혔다. 그는 시장이 조급하다고 짚었다."
)
KIM = Entity(id="kim", canonical_name="김가온")


@pytest.fixture
def document(session: Session) -> str:
    return session.import_batch(batch(imported(TEXT))).documents[0]


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mark(session: Session, document: str, words: str, label: str) -> Annotation:
    annotation_id = add(session, document, *place(words), label)
    return session.annotations_by_id([annotation_id])[0]


def ends(session: Session, claim: Annotation) -> set[tuple[str, str]]:
    return {
        (r.type, r.target_id) for r in session.relations_of([claim.id]) if r.source_id == claim.id
    }


def now(session: Session, annotation: Annotation) -> Annotation:
    return session.annotations_by_id([annotation.id])[0]


def test_speaker_entry_cue_and_relations_are_one_step(session: Session, document: str) -> None:
    claim = mark(session, document, "재고는 바닥났다", "CLAIM")
    before = session.annotations(document), session.entities(), session.relations(document)
    speaker = Speaker(Place(place("한빛은행의 김가온 연구원")), KIM)
    command = attribute(session, claim, speaker, Place(place("며")), TEXT)
    session.do(command)
    marked = {a.label: a for a in session.annotations(document)}
    assert marked["SPEAKER"].features == {"entity": "kim"}
    assert ends(session, claim) == {
        ("attributed_to", marked["SPEAKER"].id),
        ("cued_by", marked["CUE"].id),
    }
    assert session.entity("kim") == KIM  # the mention holds the name: nothing to learn
    again = Speaker(Place.of(marked["SPEAKER"]), KIM)
    cue = Place.of(marked["CUE"])
    assert attribute(session, now(session, claim), again, cue, TEXT) is None
    session.undo()
    assert before == (
        session.annotations(document),
        session.entities(),
        session.relations(document),
    )


def test_another_name_of_a_known_entry_is_learnt(session: Session, document: str) -> None:
    session.do(AddEntity(entity=KIM))
    claim = mark(session, document, "공장을 닫겠다", "CLAIM")
    session.do(attribute(session, claim, Speaker(Place(place("이도담 대표")), KIM), None, TEXT))
    assert session.entity("kim").aliases == ("이도담 대표",)
    other = mark(session, document, "시장이 조급하다", "CLAIM")
    session.do(attribute(session, other, Speaker(Place(place("그는"[:1])), KIM), None, TEXT))
    assert session.entity("kim").aliases == ("이도담 대표",)


def test_the_name_within_a_mention_is_what_is_learnt(session: Session, document: str) -> None:
    session.do(AddEntity(entity=KIM))
    claim = mark(session, document, "공장을 닫겠다", "CLAIM")
    mention = place("이도담 대표")
    features = {"parts": {"name": [mention.start, mention.start + 3]}}
    session.do(attribute(session, claim, Speaker(Place(mention, None, features), KIM), None, TEXT))
    assert session.entity("kim").aliases == ("이도담",)


@pytest.mark.parametrize(
    ("entity_id", "before", "after"),
    [
        (NARRATOR_ID, "other", "writer"),
        (IMPLICIT_ID, "writer", "arbitrary"),
        (IMPLICIT_ID, "other", "arbitrary"),
        ("kim", "writer", "other"),
        ("kim", "arbitrary", "arbitrary"),
    ],
)
def test_the_kind_of_source_follows(
    session: Session, document: str, entity_id: str, before: str, after: str
) -> None:
    session.do(AddEntity(entity=KIM))
    claim = mark(session, document, "공장을 닫겠다", "CLAIM")
    session.do(SetFeature(annotation_id=claim.id, name="source_type", value=before))
    said = Speaker(entity=session.entity(entity_id))
    session.do(attribute(session, now(session, claim), said, None, TEXT))
    assert ends(session, claim) == {("attributed_to", entity_id)}
    assert now(session, claim).features["source_type"] == after


def test_a_joined_part_gets_the_speaker_and_later_ones_go_to_both(
    session: Session, document: str
) -> None:
    first = mark(session, document, "재고는 바닥났다", "CLAIM")
    second = mark(session, document, "가격은 더 오를 것", "CLAIM")
    session.do(AddEntity(entity=KIM))
    session.do(attribute(session, first, Speaker(entity=KIM), None, TEXT))
    session.do(join(session, second, first))
    assert ends(session, second) == {("continues", first.id), ("attributed_to", "kim")}
    session.do(attribute(session, second, Speaker(entity=session.entity(NARRATOR_ID)), None, TEXT))
    assert ("attributed_to", NARRATOR_ID) in ends(session, first)
    assert ("attributed_to", NARRATOR_ID) in ends(session, second)
    session.do(join(session, second, first))
    assert ("continues", first.id) not in ends(session, second)
    assert session.undo_kind == "part"


def test_the_first_part_gets_the_speaker_of_the_second(session: Session, document: str) -> None:
    first = mark(session, document, "재고는 바닥났다", "CLAIM")
    second = mark(session, document, "가격은 더 오를 것", "CLAIM")
    session.do(AddEntity(entity=KIM))
    session.do(attribute(session, second, Speaker(entity=KIM), None, TEXT))
    session.do(join(session, second, first))
    assert ends(session, first) == {("attributed_to", "kim")}


def test_the_claim_before_is_the_nearest_that_has_ended(session: Session, document: str) -> None:
    outer = mark(session, document, "재고는 바닥났다", "CLAIM")
    mark(session, document, "재고는", "CLAIM")
    second = mark(session, document, "가격은 더 오를 것", "CLAIM")
    near = session.annotations(document)
    assert claim_before(second, near) == outer
    assert claim_before(outer, near) is None


def test_candidates_are_marked_speakers_and_suggested_ones(session: Session, document: str) -> None:
    session.do(AddEntity(entity=KIM))
    claim = mark(session, document, "공장을 닫겠다", "CLAIM")
    marked = mark(session, document, "한빛은행의 김가온 연구원", "SPEAKER")
    suggested = Suggestion(
        "SPEAKER",
        place("이도담 대표"),
        "speaker.title",
        "1",
        {"mention_form": "named"},
        who=Who("이도담", title="대표"),
    )
    doubled = Suggestion("SPEAKER", marked.span, "speaker.title", "1")
    found = speakers_near(session, NameIndex(session.entities()), claim, TEXT, [suggested, doubled])
    first, second = found
    assert first.is_new
    assert first.speaker.place.origin == "rule:speaker.title@1"
    assert first.speaker.entity.canonical_name == "이도담"
    assert first.speaker.entity.default_title == "대표"
    assert (second.speaker.place.annotation, second.speaker.entity) == (marked, KIM)
    assert not second.is_new


@pytest.mark.parametrize(
    ("form", "words", "kind"),
    [
        ("anonymous", "그", "anonymous"),
        ("group", "이도담 대표", "group"),
        ("organization", "한빛은행", "organization"),
        ("named", "한빛은행", "person"),
        ("pronoun", "그", None),
        ("title_only", "이도담 대표", None),
    ],
)
def test_a_new_entry_is_of_the_kind_of_its_mention(
    session: Session, form: str, words: str, kind: str | None
) -> None:
    mention = Place(place(words), None, {"mention_form": form})
    entity = place_as_speaker(session, NameIndex(), mention, TEXT).entity
    assert (entity.type if entity else None) == kind


def test_a_new_entry_takes_name_title_and_affiliation_from_the_mention(session: Session) -> None:
    span = place("한빛은행의 김가온 연구원")
    parts = {
        "affiliation": [span.start, span.start + 4],
        "name": [span.start + 6, span.start + 9],
        "title": [span.start + 10, span.end],
    }
    mention = Place(span, None, {"mention_form": "named", "parts": parts})
    entity = place_as_speaker(session, NameIndex(), mention, TEXT).entity
    assert (entity.canonical_name, entity.default_title, entity.default_affiliation) == (
        "김가온",
        "연구원",
        "한빛은행",
    )


def test_an_organisation_within_a_mention_is_not_taken_for_the_person(
    session: Session, document: str
) -> None:
    bank = Entity(id="bank", canonical_name="한빛은행", type="organization")
    words = Place(place("한빛은행의 김가온 연구원"))
    said = place_as_speaker(session, NameIndex([bank]), words, TEXT)
    assert said.entity.canonical_name == "한빛은행의 김가온 연구원"
    assert place_as_speaker(session, NameIndex([bank]), words, TEXT, "한빛은행").entity == bank
    assert place_as_speaker(session, NameIndex([bank, KIM]), words, TEXT).entity == KIM
    assert place_as_speaker(session, NameIndex(), Place(place("그")), TEXT).entity is None


def test_the_cue_is_the_first_behind_on_the_line_else_the_last_before(
    session: Session, document: str
) -> None:
    claim = mark(session, document, "재고는 바닥났다", "CLAIM")
    assert cue_near(session, claim, TEXT) is None
    suggested = Suggestion("CUE", place("며"), "cue.ending", "1")
    later = mark(session, document, "전망했다", "CUE")
    mark(session, document, "밝혔다", "CUE")
    assert cue_near(session, claim, TEXT).annotation == later
    assert cue_near(session, claim, TEXT, [suggested]).span == place("며")
    last = mark(session, document, "시장이 조급하다고 짚었다", "CLAIM")
    assert cue_near(session, last, TEXT).span == place("밝혔다")


def test_a_cue_of_the_same_sentence_comes_before_one_behind_in_the_next(session: Session) -> None:
    text = "이도담 대표에 따르면 공장은 닫는다. 그는 시장이 조급하다고 짚었다."
    document = session.import_batch(batch(imported(text))).documents[0]

    def there(words: str, label: str) -> Annotation:
        start = text.index(words)
        annotation_id = add(session, document, start, start + len(words), label)
        return session.annotations_by_id([annotation_id])[0]

    claim = there("공장은 닫는다", "CLAIM")
    later = there("짚었다", "CUE")
    assert cue_near(session, claim, text).annotation == later
    nearer = there("에 따르면", "CUE")
    assert cue_near(session, claim, text).annotation == nearer


def test_a_claim_with_a_cue_keeps_it(session: Session, document: str) -> None:
    claim = mark(session, document, "재고는 바닥났다", "CLAIM")
    its_own = mark(session, document, "전망했다", "CUE")
    mark(session, document, "며", "CUE")
    session.do(
        AddRelation(relation_id="r", type="cued_by", source_id=claim.id, target_id=its_own.id)
    )
    assert cue_near(session, claim, TEXT).annotation == its_own


def test_what_another_annotator_marked_is_related_to_and_stays(
    session: Session, document: str
) -> None:
    theirs = mark(session, document, "한빛은행의 김가온 연구원", "SPEAKER")
    first = mark(session, document, "재고는 바닥났다", "CLAIM")
    session.set_annotator("이두리")
    session.keeps_to_own = True
    mine = mark(session, document, "가격은 더 오를 것", "CLAIM")
    session.do(join(session, mine, first))
    entries = session.entities()
    session.do(attribute(session, mine, Speaker(Place.of(theirs), KIM), None, TEXT))
    assert ("attributed_to", theirs.id) in ends(session, mine)
    assert now(session, theirs) == theirs
    assert ends(session, first) == set()
    assert session.entities() == entries


def test_a_schema_without_the_parts_has_no_roles() -> None:
    text = default_schema().model_dump_json().replace("attributed_to", "von")
    roles = roles_of(Schema.model_validate_json(text.replace('"CUE"', '"ZEICHEN"')))
    assert (roles.said_by, roles.cue, roles.cued_by) == (None, None, None)
    assert (roles.claim, roles.continues) == ("CLAIM", "continues")
