"""Conversions with their rate, courses from one figure to another, restated values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.korean.figures import find_figures

Expected = list[tuple[str, str, str, str | None]]

CASES: list[tuple[str, Expected]] = [
    ("비용은 2억달러(약 2900억원)다.", [("converted_to", "2억달러", "2900억원", "1450.00")]),
    ("비용은 2억달러(한화 약 2900억 원)다.", [("converted_to", "2억달러", "2900억 원", "1450.00")]),
    (
        "비용은 50억 위안(우리 돈 9500억 원)이다.",
        [("converted_to", "50억 위안", "9500억 원", "190.00")],
    ),
    (
        "비용은 100만유로, 우리 돈 약 15억원이다.",
        [("converted_to", "100만유로", "15억원", "1500.00")],
    ),
    ("비용은 1조 엔 (9조5000억원)이다.", [("converted_to", "1조 엔", "9조5000억원", "9.50")]),
    ("넓이는 100평(330㎡)이다.", [("converted_to", "100평", "330㎡", "3.30")]),
    ("길이는 10마일(약 16㎞)이다.", [("converted_to", "10마일", "16㎞", "1.60")]),
    ("비용은 300억~450억달러(약 40조원)다.", [("converted_to", "300억~450억달러", "40조원", None)]),
    ("비용은 0달러(약 0원)다.", [("converted_to", "0달러", "0원", None)]),
    (
        "비용은 2억달러(약 2900억원)에서 20억 달러(약 2조9000억원)로 늘었다.",
        [
            ("converted_to", "2억달러", "2900억원", "1450.00"),
            ("converted_to", "20억 달러", "2조9000억원", "1450.00"),
            ("range_to", "2억달러", "20억 달러", None),
        ],
    ),
    ("요금이 1250원에서 1400원으로 올랐다.", [("range_to", "1250원", "1400원", None)]),
    ("지지율은 30%에서 이달 45%로 올랐다.", [("range_to", "30%", "45%", None)]),
    ("회원은 10명부터 최대 50명까지다.", [("range_to", "10명", "50명", None)]),
    ("요금이 1250원에서 3명으로 줄었다.", []),
    ("요금이 1250원이고 세금은 1400원이다.", []),
    ("직원 3명(여성 2명)이 있다.", []),
    ("예산 100억원(국비 50억원)이다.", []),
    ("시총 860조 증발\n시총이 860조원 줄었다.", [("same_value", "860조", "860조원", None)]),
    (
        "물가 3.2% 올라\n물가가 3.2% 올랐다.\n물가는 3.2％ 오른다.",
        [("same_value", "3.2%", "3.2%", None), ("same_value", "3.2%", "3.2％", None)],
    ),
    ("1명이 죽었다.\n1명이 다쳤다.", []),
    ("물가가 3.2% 올랐고 임금도 3.2% 올랐다.", []),
    ("세계 12위다.\n국내 12위다.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_links(text: str, expected: Expected) -> None:
    reading = find_figures(text)
    found = [
        (
            link.type,
            reading.figures[link.source].span.slice(text),
            reading.figures[link.target].span.slice(text),
            None if link.rate is None else str(link.rate),
        )
        for link in reading.links
    ]
    assert found == expected


def test_three_rates_of_one_article_are_told_apart() -> None:
    text = "기금은 2억달러(약 2860억원), 예산은 20억 달러(약 2조8000억원), 빚은 700억달러(약 105조원)다."
    rates = [link.rate for link in find_figures(text).links if link.type == "converted_to"]
    assert rates == [Decimal("1430.00"), Decimal("1400.00"), Decimal("1500.00")]
