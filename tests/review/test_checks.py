"""What each check finds and, as much, what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importers import read_file
from desktop.model.answer import Answer
from desktop.model.schema import Schema
from desktop.model.usual_answers import USUAL_ANSWERS
from desktop.review.article import Article
from desktop.review.checks import CHECKS, find_problems, review
from desktop.review.problem import KINDS, Problem
from desktop.session.session import default_schema
from tests.review.making import AT, article

TUTORIAL = Path(__file__).parents[2] / "resources" / "tutorial" / "tutorial.json"


def kinds(found: Article) -> list[str]:
    return [problem.kind for problem in find_problems(found)]


def only(found: Article) -> Problem:
    (problem,) = find_problems(found)
    return problem


SAID = '⟦SPEAKER#s|이도담 연구원⟧은 "⟦CLAIM#c|재고는 바닥났다⟧"고 ⟦CUE#q|말했다⟧.'
ENTITY = {"entity": "e1"}


def test_a_complete_attribution_has_no_problem() -> None:
    assert find_problems(article(SAID, "c attributed_to s", "c cued_by q", s=ENTITY)) == []


def test_a_claim_without_speaker() -> None:
    problem = only(article(SAID, "c cued_by q", s=ENTITY))
    assert (problem.kind, problem.annotation_ids, problem.key) == (
        "claim_without_speaker", ("c",), ""
    )  # fmt: skip
    assert problem.severity == "wrong"


@pytest.mark.parametrize(
    "features", [{"quote_type": "none"}, {"source_type": "writer", "quote_type": "indirect"}]
)
def test_what_the_reporter_says_needs_no_speaker(features: dict[str, Any]) -> None:
    assert find_problems(article("⟦CLAIM#c|수출이 12.5% 늘었다⟧.", c=features)) == []


def test_an_entry_of_the_registry_is_a_speaker_too() -> None:
    assert kinds(article("⟦CLAIM#c|수출이 늘었다⟧고 한다.", "c attributed_to implicit")) == []


def test_a_claim_that_continues_has_the_speaker_of_the_first() -> None:
    parts = '"⟦CLAIM#c1|하나다⟧"며 "⟦CLAIM#c2|둘이다⟧"며 "⟦CLAIM#c3|셋이다⟧"고 했다.'
    chain = ("c2 continues c1", "c3 continues c2")
    assert kinds(article(parts, "c1 attributed_to narrator", *chain)) == []
    assert kinds(article(parts, "c2 attributed_to narrator", *chain)) == ["claim_without_speaker"]
    assert len(find_problems(article(parts, *chain, "c1 continues c3"))) == 3


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('그는 "값이 더 오른다"고 했다.', ["값이 더 오른다"]),
        ("그는 “값이 더 오른다”고 했다.", ["값이 더 오른다"]),
        ('그는 "오른다"고 했다.', ["오른다"]),
        ('"하나 둘"며 "셋 넷"고 했다.', ["하나 둘", "셋 넷"]),
        ('정부는 "장벽" 철폐에 나선다.', []),
        ("정부는 '디지털 장벽 칸막이' 철폐에 나선다.", []),
        ("책 《사라진 겨울 이야기》가 나왔다.", []),
        (
            "그는 \"'빠른 것이 낫다'는 말을 안 믿는다\"고 했다.",
            ["'빠른 것이 낫다'는 말을 안 믿는다"],
        ),
        ('그는 "⟦CLAIM#c|값이 오른다⟧"고 했다.', []),
        ('⟦CLAIM#c|그는 "값이 더 오른다"고 했다⟧.', []),
    ],
)
def test_quotations_that_no_claim_touches(text: str, places: list[str]) -> None:
    found = article(text, "c attributed_to narrator")
    problems = [p for p in find_problems(found) if p.kind == "quote_without_claim"]
    assert [problem.span.slice(found.text) for problem in problems] == places
    assert [problem.key for problem in problems] == [
        f"{problem.span.start}-{problem.span.end}" for problem in problems
    ]


def test_quotations_outside_the_annotated_zones_are_left_alone() -> None:
    text = '그는 "값이 오른다"고 했다.\n"다른 기사의 제목이다"'
    assert kinds(article(text, zones=("body", "related"))) == ["quote_without_claim"]


def test_speakers_without_an_entry() -> None:
    found = article(SAID, "c attributed_to s", "c cued_by q")
    assert [(p.kind, p.annotation_ids) for p in find_problems(found)] == [
        ("speaker_without_entity", ("s",))
    ]


@pytest.mark.parametrize(
    ("features", "found"),
    [
        ({}, ["figure_without_value"]),
        ({"unit": "%"}, ["figure_without_value"]),
        ({"value": "12.5"}, ["figure_without_unit"]),
        ({"range": {"low": "1", "high": None}}, ["figure_without_unit"]),
        ({"value": "12.5", "unit": "%"}, []),
        ({"value": "0.2", "category": "ratio"}, []),
    ],
)
def test_figures(features: dict[str, Any], found: list[str]) -> None:
    assert kinds(article("값은 ⟦FIGURE#f|12.5%⟧ 올랐다.", f=features)) == found


def test_a_cue_that_serves_no_claim() -> None:
    assert kinds(article(SAID, "c attributed_to s", s=ENTITY)) == ["cue_unlinked"]


def test_doubles_are_of_one_annotator() -> None:
    text = "값은 ⟦TIME#t1|⟦TIME#t2|지난 3일⟧⟧ 올랐다."
    problem = only(article(text))
    assert (problem.kind, problem.annotation_ids) == ("identical_double", ("t1", "t2"))
    assert kinds(article(text, t2={"by": "a2"})) == []


def test_relations_that_the_schema_does_not_allow() -> None:
    complete = (SAID, "c attributed_to s", "c cued_by q")
    for wrong in ("s cued_by c", "c unheard_of q", "c continues s"):
        found = find_problems(article(*complete, wrong, s=ENTITY))
        assert [p.kind for p in found] == ["relation_end"], wrong
        assert set(found[0].annotation_ids) <= {"s", "c", "q"}
    twice = find_problems(article(*complete, "c attributed_to narrator", s=ENTITY))
    assert [(p.kind, p.key) for p in twice] == [("too_many_relations", "attributed_to")]


def test_a_nested_claim_that_lies_outside() -> None:
    text = '"⟦CLAIM#c1|하나는 ⟦CLAIM#c2|둘이다⟧⟧"라며 ⟦CLAIM#c3|셋이라⟧고 했다.'
    said = ("c1 attributed_to narrator", "c2 attributed_to narrator", "c3 attributed_to narrator")
    assert kinds(article(text, *said, "c2 nested_in c1")) == []
    assert kinds(article(text, *said, "c3 nested_in c1")) == ["relation_outside"]


HEAD = '대책 실효성 지적…"⟦CLAIM#c1|이미 늦었다⟧"\n장관은 "⟦CLAIM#c2|{said}⟧"고 했다.'
BOTH = ("c1 attributed_to implicit", "c2 attributed_to implicit")


@pytest.mark.parametrize(
    ("said", "found"),
    [("이미  늦었다. 그래도 하자", []), ("늦기는 했다", ["headline_not_in_body"])],
)
def test_headlines_that_quote_what_nobody_says(said: str, found: list[str]) -> None:
    made = article(HEAD.format(said=said), *BOTH, zones=("title", "body"))
    assert kinds(made) == found
    if found:
        assert only(made).annotation_ids == ("c1",)


def money(value: str, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit}


def converted(*pairs: tuple[str, str]) -> Article:
    text = ""
    relations: list[str] = []
    features: dict[str, dict[str, Any]] = {}
    for number, (dollars, won) in enumerate(pairs):
        text += f"⟦FIGURE#u{number}|돈⟧과 ⟦FIGURE#w{number}|돈⟧ 그리고 "
        relations.append(f"u{number} converted_to w{number}")
        features |= {f"u{number}": money(dollars, "USD"), f"w{number}": money(won, "KRW")}
    return article(text, *relations, **features)


def test_conversions_that_do_not_agree() -> None:
    assert kinds(converted(("100", "145000"), ("3", "4500"))) == []
    problem = only(converted(("100", "140000"), ("1", "1430"), ("2", "2950.5")))
    assert problem.kind == "rates_apart"
    assert problem.key == "USD/KRW 1400-1475"
    assert problem.annotation_ids == ("u0", "u2", "w0", "w2")
    assert str(problem.message) == "Conversions USD/KRW differ by 5 %: 1400 to 1475."


def test_conversions_in_brackets_and_the_other_way_round() -> None:
    text = (
        "비용은 ⟦FIGURE#f1|2억달러⟧(약 ⟦FIGURE#f2|2900억원⟧)에서"
        " ⟦FIGURE#f3|3조원⟧（⟦FIGURE#f4|20억 달러⟧)로 늘었다."
    )
    values = {
        "f1": money("200000000", "USD"), "f2": money("290000000000", "KRW"),
        "f3": money("3200000000000", "KRW"), "f4": money("2000000000", "USD"),
    }  # fmt: skip
    assert only(article(text, **values)).key == "USD/KRW 1450-1600"
    assert kinds(article(text, **(values | {"f3": money("3", "KRW") | {"value": "0"}}))) == []
    assert kinds(article(text, **(values | {"f3": money("3", "{piece}")}))) == []


def test_answers_stay_while_the_thing_stays_the_same() -> None:
    made = converted(("100", "140000"), ("1", "1600"))
    problem = only(made)
    kind, ids, key = problem.identity
    answer = Answer(
        id="w", document_id="d", problem=kind, annotation_ids=ids, key=key, reason="기사가 그렇다",
        annotator_id="a1", created_at=AT,
    )  # fmt: skip
    answered = review([problem], {problem.identity: answer})
    assert answered.open == ()
    assert [(a.problem, a.answer) for a in answered.answered] == [(problem, answer)]
    moved = review(
        find_problems(converted(("100", "140000"), ("1", "1700"))), {problem.identity: answer}
    )
    assert [p.kind for p in moved.open] == ["rates_apart"]
    assert moved.answered == ()


def test_a_schema_of_other_labels_has_only_the_checks_that_fit_it() -> None:
    schema = Schema.model_validate(
        {
            "schema_id": "other",
            "schema_version": "1.0.0",
            "names": {"en": "x", "ko": "x"},
            "labels": [
                {
                    "name": "PLACE",
                    "names": {"en": "Place", "ko": "곳"},
                    "key": "1",
                    "style": {"mark": "box", "hue": "red"},
                    "features": [
                        {"name": "who", "names": {"en": "x", "ko": "x"}, "type": "entity"}
                    ],
                }
            ],
        }
    )
    found = article('"그는 ⟦PLACE#p|가람도⟧에 산다"고 했다.', schema=schema)
    assert kinds(found) == ["speaker_without_entity"]


def test_the_finished_tutorial_article_has_only_the_headline_left() -> None:
    schema = default_schema()
    first = read_file(TUTORIAL, schema).documents[0]
    found = Article(first.text, first.document.zones, schema, first.annotations, first.relations)
    assert kinds(found) == ["headline_not_in_body"]


def test_every_kind_says_something_and_has_usual_answers() -> None:
    assert KINDS.keys() == USUAL_ANSWERS.keys()
    assert all(kind.words for kind in KINDS.values())
    for answers in USUAL_ANSWERS.values():
        assert answers
        assert all(answer.en and answer.ko for answer in answers)


@given(st.text(alphabet="\"'“”‘’「」 가나다고라며.()\n12", max_size=80))
def test_any_text_is_checked(text: str) -> None:
    made = Article(text, (), default_schema(), (), ())
    for problem in find_problems(made):
        assert problem.span.fits(len(text))


@pytest.mark.parametrize("piece", ['"', '"가 나"', "“가 나", "「가 나」고 "])
def test_a_hostile_article_is_checked_in_linear_time(piece: str) -> None:
    """A square of this length would take longer than a test may."""
    text = piece * (200_000 // len(piece))
    made = article(text, zones=("title",))
    assert len(CHECKS) == 10
    find_problems(made)
