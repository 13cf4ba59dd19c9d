"""The written times, each in a short invented context: ``cases.txt`` beside this file.

A case is a text with its times between ``⟦⟧`` and, for each, type, TIMEX3 value, then what else is
known: mod, ``told`` when the value comes from the document's date (Wednesday, 12 March 2025), the
qualifier. A case without ``⟦⟧`` holds no time.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.korean.figures import find_figures
from desktop.korean.times import Time, find_times
from desktop.model.schema import Schema
from desktop.paths import resource
from tests.korean.marking import Case, cases

CASES = cases(Path(__file__).with_name("cases.txt"))
TODAY = date(2025, 3, 12)
SCHEMA = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())


def described(time: Time, text: str) -> str:
    notes = [time.mod or "", "told" * time.told_from_date]
    notes.append(time.qualifier_span.slice(text) if time.qualifier_span else "")
    return " ".join([time.timex_type, time.value or "-", *(note for note in notes if note)])


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 300
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.text for case in CASES])
def test_case(case: Case) -> None:
    times = find_times(case.text, TODAY)
    assert [time.span for time in times] == list(case.spans)
    assert [described(time, case.text) for time in times] == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=[case.text for case in CASES])
def test_without_a_date_the_same_is_found_and_nothing_is_told(case: Case) -> None:
    times = find_times(case.text, None)
    assert [time.span for time in times] == list(case.spans)
    assert not any(time.told_from_date for time in times)
    assert "2025" not in " ".join(time.value or "" for time in times) or "2025" in case.text


def test_features_are_what_the_schema_asks_for() -> None:
    label = SCHEMA.label_named["TIME"]
    for case in CASES:
        for time in find_times(case.text, TODAY):
            for name, value in time.features.items():
                assert label.feature_named[name].fault(value, len(case.text)) is None, case.text


def test_no_place_is_a_figure_and_a_time() -> None:
    figure_cases = cases(Path(__file__).parents[1] / "figures" / "cases.txt")
    for case in [*CASES, *figure_cases]:
        figures = find_figures(case.text).figures
        for time in find_times(case.text, TODAY):
            overlapping = [f for f in figures if f.span.overlaps(time.span)]
            assert overlapping == [], case.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("27일", "XXXX-XX-27"),
        ("12월 3일", "XXXX-12-03"),
        ("지난해 12월", "XXXX-12"),
        ("다음 달 3일", "XXXX-XX-03"),
        ("3분기", "XXXX-Q3"),
        ("월요일", "XXXX-WXX-1"),
        ("오전 10시", "T10:00"),
        ("3일 오전 10시", "XXXX-XX-03T10:00"),
        ("올해", None),
        ("이날", None),
        ("3년 전", None),
        ("3년", "P3Y"),
    ],
)
def test_what_a_text_without_a_date_still_says(text: str, value: str | None) -> None:
    assert [time.value for time in find_times(text, None)] == [value]


@pytest.mark.parametrize(
    ("today", "text", "value"),
    [
        (date(2025, 1, 28), "27일", "2025-01-27"),
        (date(2025, 1, 2), "30일", "2024-12-30"),
        (date(2025, 1, 2), "지난 30일", "2024-12-30"),
        (date(2025, 12, 30), "오는 3일", "2026-01-03"),
        (date(2025, 1, 2), "12월", "2024-12"),
        (date(2025, 12, 2), "1월", "2026-01"),
        (date(2025, 1, 2), "지난달", "2024-12"),
        (date(2025, 12, 2), "내달 5일", "2026-01-05"),
        (date(2025, 1, 2), "전 분기", "2024-Q4"),
        (date(2025, 1, 2), "지난주", "2024-W52"),
        (date(2024, 3, 1), "전날", "2024-02-29"),
        (date(2025, 1, 27), "전거래일", "2025-01-24"),
        (date(2025, 1, 26), "전거래일", "2025-01-24"),
        (date(2025, 2, 3), "석 달 전", "2024-11"),
        (date(1, 1, 1), "3년 전", None),
        (date(1, 1, 1), "지난주", None),
        (date(9999, 12, 31), "내일", None),
    ],
)
def test_at_the_edges_of_months_and_years(today: date, text: str, value: str | None) -> None:
    assert [time.value for time in find_times(text, today)] == [value]
