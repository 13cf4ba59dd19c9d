"""The written figures, each in a short invented context: ``cases.txt`` beside this file.

A case is a text with its figures between ``⟦⟧`` and, for each, category, value, unit, then what else
is known: mod and its word, direction, ``inferred``. A range is ``[low,high)`` with the brackets of
its ends. A case without ``⟦⟧`` holds no figure.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from desktop.korean.figures import Figure, find_figures
from desktop.model.schema import Schema
from desktop.paths import resource
from tests.korean.marking import Case, cases

CASES = cases(Path(__file__).with_name("cases.txt"))
SCHEMA = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())


def described(figure: Figure, text: str) -> str:
    return " ".join([figure.category, _value(figure), figure.unit or "-", *_notes(figure, text)])


def _value(figure: Figure) -> str:
    if figure.interval is None:
        return _number(figure.value) or "-"
    left = "[" if figure.interval.low_inclusive else "("
    right = "]" if figure.interval.high_inclusive else ")"
    return f"{left}{_number(figure.interval.low)},{_number(figure.interval.high)}{right}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _notes(figure: Figure, text: str) -> list[str]:
    notes: list[str] = []
    if figure.mod:
        word = figure.approximator_span.slice(text) if figure.approximator_span else ""
        notes.append(f"{figure.mod}:{word}" if word else figure.mod)
    if figure.direction:
        notes.append(figure.direction)
    return notes + ["inferred"] * figure.unit_inferred


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 500
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.text for case in CASES])
def test_case(case: Case) -> None:
    figures = find_figures(case.text).figures
    assert [figure.span for figure in figures] == list(case.spans)
    assert [described(figure, case.text) for figure in figures] == list(case.expected)


def test_features_are_what_the_schema_asks_for() -> None:
    label = SCHEMA.label_named["FIGURE"]
    for case in CASES:
        for figure in find_figures(case.text).figures:
            for name, value in figure.features.items():
                assert label.feature_named[name].fault(value, len(case.text)) is None, case.text


def test_a_case_reads_the_same_inside_a_longer_text() -> None:
    before = "😀 가상의 기사다.\n"
    for case in CASES:
        figures = find_figures(f"{before}{case.text}\n끝이다.").figures
        moved = [figure.span.slice(f"{before}{case.text}") for figure in figures]
        assert moved == [span.slice(case.text) for span in case.spans], case.text
