"""Precision, recall and F1 as docs/scoring.md defines them, and as a published scorer has them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator
from pydantic import JsonValue

from desktop.model.span import Span
from desktop.model.values import Features
from desktop.review.scoring import Link, Mark, Score, Side, Tally, same_value, score

LABELS = ("CLAIM", "FIGURE", "TIME")


def side(*marks: tuple[str, int, int], links: tuple[Link, ...] = ()) -> Side:
    return Side(tuple(Mark(label, Span(a, b), {}) for label, a, b in marks), links)


def one(features: Features) -> Side:
    return Side((Mark("FIGURE", Span(0, 3), features),))


def test_exact_and_overlap() -> None:
    gold = side(("FIGURE", 0, 5), ("FIGURE", 8, 10), ("TIME", 12, 15))
    predicted = side(("FIGURE", 0, 5), ("FIGURE", 7, 10), ("FIGURE", 12, 15), ("TIME", 20, 22))
    made = score(gold, predicted)
    assert made.labels == {"FIGURE": Tally(2, 3, 1, 2), "TIME": Tally(1, 1, 0, 0)}
    report: Any = made.report()
    total = report["labels"]["*"]
    assert total["exact"] == {"matched": 1, "precision": 1 / 4, "recall": 1 / 3, "f1": 2 / 7}
    assert total["overlap"] == {"matched": 2, "precision": 2 / 4, "recall": 2 / 3, "f1": 4 / 7}


def test_one_span_is_matched_once() -> None:
    assert score(side(("TIME", 0, 9)), side(("TIME", 0, 4), ("TIME", 5, 9))).labels == {
        "TIME": Tally(1, 2, 0, 1)
    }
    assert score(side(("TIME", 0, 4), ("TIME", 5, 9)), side(("TIME", 0, 9))).labels == {
        "TIME": Tally(2, 1, 0, 1)
    }


def test_nested_spans_of_one_label_are_told_apart() -> None:
    gold = side(("CLAIM", 0, 20), ("CLAIM", 5, 10))
    assert score(gold, gold).labels == {"CLAIM": Tally(2, 2, 2, 2)}


def test_an_exact_pair_is_not_given_away_to_an_overlap() -> None:
    gold = side(("CLAIM", 0, 10), ("CLAIM", 2, 12))
    predicted = side(("CLAIM", 1, 9), ("CLAIM", 0, 10))
    assert score(gold, predicted).labels == {"CLAIM": Tally(2, 2, 1, 2)}


def test_nothing_to_divide_by() -> None:
    report = score(side(), side()).report()
    assert report["labels"] == {"*": Tally().report()}
    assert Tally().report()["exact"] == {
        "matched": 0,
        "precision": None,
        "recall": None,
        "f1": None,
    }
    assert Tally(gold=2).report()["exact"] == {
        "matched": 0,
        "precision": None,
        "recall": 0.0,
        "f1": 0.0,
    }


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ("5.80", "5.8", True),
        ("5.8", "5.81", False),
        ("USD", "USD", True),
        ("USD", "KRW", False),
        ("nan", "NaN", False),
        (True, True, True),
        ([1, 2], [1, 2], True),
        ({"low": "2", "high": None}, {"low": "2.0", "high": None}, True),
        ({"low": "2", "high": None}, {"low": "2", "high": "3"}, False),
        ({"low": "2"}, {"low": "2", "high": None}, False),
    ],
)
def test_values(gold: JsonValue, predicted: JsonValue, right: bool) -> None:
    assert same_value(gold, predicted) is right
    made = score(one({"value": gold}), one({"value": predicted, "unit": "%"}))
    assert (made.features["FIGURE"]["value"].counted, made.features["FIGURE"]["value"].right) == (
        1,
        right,
    )
    assert "unit" not in made.features["FIGURE"]


def test_a_feature_that_is_not_predicted_is_wrong() -> None:
    assert score(one({"value": "1"}), one({})).features["FIGURE"]["value"].right == 0


def test_relations_need_both_ends() -> None:
    gold = side(
        ("CLAIM", 0, 5),
        ("SPEAKER", 6, 9),
        ("CLAIM", 10, 15),
        links=(
            Link("attributed_to", 0, 1),
            Link("attributed_to", 2, "서술자"),
            Link("continues", 2, 0),
        ),
    )
    predicted = side(
        ("CLAIM", 10, 15),
        ("CLAIM", 0, 5),
        ("SPEAKER", 7, 9),
        links=(
            Link("attributed_to", 1, 2),
            Link("attributed_to", 0, "서술자"),
            Link("continues", 1, 0),
        ),
    )
    relations = score(gold, predicted).relations
    assert relations == {"attributed_to": Tally(2, 2, 1, 2), "continues": Tally(1, 1, 0, 0)}


def test_documents_add_up() -> None:
    total = Score()
    for predicted in (side(("TIME", 0, 3)), side(("TIME", 1, 3)), side()):
        total.add(score(side(("TIME", 0, 3)), predicted))
    assert total.labels == {"TIME": Tally(3, 2, 1, 2)}


Spans = list[tuple[str, int, int]]


@st.composite
def two_sides(draw: st.DrawFn) -> tuple[Spans, Spans]:
    """Gold spans apart from each other, and predictions that each touch at most one of them."""
    gold: Spans = []
    predicted: Spans = []
    for place in range(draw(st.integers(0, 8))):
        start = 10 * place
        label = draw(st.sampled_from(LABELS))
        if draw(st.booleans()):
            gold.append((label, start + 2, start + 6))
        if draw(st.booleans()):
            begin = start + draw(st.integers(0, 5))
            end = draw(st.integers(begin + 1, start + 9))
            same = draw(st.booleans())
            predicted.append((label if same else draw(st.sampled_from(LABELS)), begin, end))
    return gold, predicted


@given(two_sides())
def test_a_published_scorer_counts_the_same(sides: tuple[Spans, Spans]) -> None:
    gold, predicted = sides
    made = score(side(*gold), side(*predicted))
    for label in LABELS:
        # label by label: theirs lets a span of another label use up the one that it covers
        ours = made.labels.get(label, Tally())
        theirs = _published(gold, predicted, label)
        assert (ours.exact, ours.overlap, ours.predicted, ours.gold) == theirs


def _published(gold: Spans, predicted: Spans, label: str) -> tuple[int, int, int, int]:
    entities = [
        [{"label": name, "start": a, "end": b - 1} for name, a, b in spans if name == label]
        for spans in (gold, predicted)
    ]
    if not any(entities):
        return 0, 0, 0, 0
    results = Evaluator([entities[0]], [entities[1]], tags=[label], loader="dict").evaluate()[
        "overall"
    ]
    strict, by_type = results["strict"], results["ent_type"]
    return strict.correct, by_type.correct, strict.actual, strict.possible
