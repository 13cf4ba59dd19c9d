"""Marking by hand: the features of whatever lies inside the mark."""

from __future__ import annotations

import pytest

from desktop.korean.figures import find_figures, marked_figure
from desktop.korean.filling import filled_features
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.model.values import Features
from desktop.paths import resource
from tests.korean.marking import unmarked

CASES: list[tuple[str, Features]] = [
    ("시총 ⟦5890억달러⟧ 증발", {"value": "589000000000", "unit": "USD", "direction": "decrease"}),
    ("시총 ⟦5890억⟧달러 증발", {"value": "589000000000", "unit": "USD"}),
    ("시총 ⟦약 860조원이⟧ 증발", {"value": "860000000000000", "unit": "KRW", "mod": "APPROX"}),
    ("지지율 ⟦30%⟧대다.", {"range": {"low": "30", "high": "40", "low_inclusive": True, "high_inclusive": False}}),
    ("기온이 -⟦3.2도⟧다.", {"value": "-3.2", "unit": "Cel"}),
    ("무궁화 ⟦6호⟧를 쐈다.", {"value": "6", "unit_text": "호", "category": "other"}),
    ("칩은 H⟦800⟧이다.", {"value": "800", "category": "other"}),
    ("시총 58⟦90억달러⟧ 증발", {"value": "9000000000", "category": "other"}),
    ("투자는 ⟦600억~650억달러⟧다.", {"unit": "USD"}),
    ("시민 ⟦두 명과 개 세 마리⟧가 왔다.", {"value": "3", "unit": "{animal}"}),
    ("⟦몇⟧ 번 말했다.", {"category": "other", "numeral_form": "sino_korean"}),
]  # fmt: skip
NOTHING = ["⟦아무 말⟧이나 했다.", "끝⟦.⟧", "⟦9999999999999999999⟧", "⟦ ⟧"]
SCHEMA = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())


@pytest.mark.parametrize(("marked", "features"), CASES, ids=[marked for marked, _ in CASES])
def test_marked(marked: str, features: Features) -> None:
    text, (span,) = unmarked(f"가상의 기사 12명\n{marked}\n끝 34%")
    found = filled_features(SCHEMA.label_named["FIGURE"], text, span)
    assert found | features == found


@pytest.mark.parametrize("marked", NOTHING)
def test_nothing_to_fill(marked: str) -> None:
    text, (span,) = unmarked(marked)
    assert marked_figure(text, span) is None
    assert filled_features(SCHEMA.label_named["FIGURE"], text, span) == {}


def test_a_marked_figure_is_what_reading_the_whole_text_finds() -> None:
    text = "첫 줄은 3만5000여명이다.\n비용은 2억달러(약 2900억원) 이상이 든다. 물가는 3.2% 올랐다."
    for figure in find_figures(text).figures:
        assert marked_figure(text, figure.span) == figure


def test_only_the_line_of_the_mark_is_read() -> None:
    line = "가나다라 " * 200_000
    text = f"{line}시총 860조원 증발 {line}"
    start = text.index("860조원")
    found = marked_figure(text, Span(start, start + 5))
    assert found is not None
    assert found.span == Span(start, start + 5)
