"""What stands around a marked claim decides how it is quoted (fixtures of our own)."""

from __future__ import annotations

import pytest

from desktop.korean.filling import filled_features
from desktop.korean.quotation import quotation
from desktop.model.schema import LabelDef, Schema
from desktop.model.span import Span
from desktop.paths import resource

CASES = [
    ('한빛은행은 "|수출이 늘고 있다|"고 말했다.', "direct", "고"),
    ("그는 “|가격이 ‘두 배’가 됐다|”라고 밝혔다.", "direct", "라고"),
    ("교육청은 “|사실이 아니다|“며 해명했다.", "direct", "며"),
    ('"|이번 분기가 고비다.|" 정하람 대표의 말이다.', "direct", None),
    ("재무부는 |적자가 4천746억원으로 줄었다|고 밝혔다.", "indirect", "고"),
    ("일각에서는 |규제가 오히려 시장을 키웠다|는 분석도 나온다.", "indirect", "는"),
    ("|비용은 2억달러로 늘었다|.", "none", None),
    ("|비용은 2억달러로 늘었다|", "none", None),
]


@pytest.mark.parametrize(("marked", "quote_type", "quotative"), CASES)
def test_quotation(marked: str, quote_type: str, quotative: str | None) -> None:
    before, claim, after = marked.split("|")
    found = quotation(before + claim + after, Span(len(before), len(before) + len(claim)))
    assert found["quote_type"] == quote_type
    assert found.get("quotative") == quotative


def test_filling_starts_from_the_schema_and_knows_only_what_it_defines() -> None:
    schema = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
    claim, figure = schema.label_named["CLAIM"], schema.label_named["FIGURE"]
    text = "비용은 늘었다."
    assert filled_features(claim, text, Span(0, 7))["source_type"] == "writer"
    assert filled_features(figure, text, Span(0, 3)) == {}
    bare = LabelDef.model_validate(claim.model_dump() | {"features": ()})
    assert filled_features(bare, text, Span(0, 7)) == {}
