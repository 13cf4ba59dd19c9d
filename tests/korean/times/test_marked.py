"""Marking by hand: the features of the time inside the mark, told from the document's date."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.korean.dates import document_day
from desktop.korean.filling import filled_features
from desktop.korean.times import marked_time
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.model.values import Features
from desktop.paths import resource
from tests.korean.marking import unmarked

SCHEMA = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
TODAY = date(2025, 3, 12)
CASES: list[tuple[str, Features]] = [
    ("⟦지난 3일⟧ 열렸다.", {"timex_type": "DATE", "timex_value": "2025-03-03", "anchor": "DCT"}),
    ("지난 ⟦3일⟧ 열렸다.", {"timex_type": "DATE", "timex_value": "2025-03-03"}),
    ("⟦지난 3일에⟧ 열렸다.", {"timex_type": "DATE", "timex_value": "2025-03-03"}),
    ("⟦3일⟧(현지시간) 열렸다.", {"timex_value": "2025-03-03", "qualifier_span": [11, 17]}),
    ("⟦약 3년⟧ 걸렸다.", {"timex_type": "DURATION", "timex_value": "P3Y", "mod": "APPROX"}),
    ("⟦매주 월요일⟧ 열린다.", {"timex_type": "SET", "timex_value": "XXXX-WXX-1"}),
    ("11일 열려 ⟦이날⟧ 끝났다.", {"timex_value": "2025-03-11"}),
]


@pytest.mark.parametrize(("marked", "features"), CASES, ids=[marked for marked, _ in CASES])
def test_marked(marked: str, features: Features) -> None:
    text, (span,) = unmarked(f"가상의 기사다.\n{marked}\n끝 34일")
    found = filled_features(SCHEMA.label_named["TIME"], text, span, TODAY)
    assert found | features == found


@pytest.mark.parametrize("marked", ["⟦아무 말⟧", "⟦12명⟧", "3일 ⟦열렸다⟧"])
def test_nothing_to_fill(marked: str) -> None:
    text, (span,) = unmarked(marked)
    assert marked_time(text, span, TODAY) is None
    assert filled_features(SCHEMA.label_named["TIME"], text, span, TODAY) == {}


def test_without_a_date_the_part_that_needs_it_is_left_out() -> None:
    found = filled_features(SCHEMA.label_named["TIME"], "27일 열렸다.", Span(0, 3))
    assert found == {"timex_type": "DATE", "timex_value": "XXXX-XX-27"}


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-03-12", TODAY),
        ("2025-03-12T08:30:00+09:00", TODAY),
        ("2025-13-12", None),
        ("지난주", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_a_document(published: str | None, day: date | None) -> None:
    assert document_day(published) == day
