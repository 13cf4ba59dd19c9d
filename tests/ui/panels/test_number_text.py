"""Numbers as they are typed and as they read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.schema import FeatureDef, Names
from desktop.ui.panels.number_text import grouped, korean, parsed, reading

DECIMAL = FeatureDef(name="value", names=Names(en="v", ko="값"), type="decimal")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1234", "1234"),
        ("1,234.50", "1234.50"),
        ("007", "7"),
        ("-12.5", "-12.5"),
        ("−3", "-3"),
        ("+3", "3"),
        ("１２", "12"),
        ("2억", "200000000"),
        ("2.5억", "250000000"),
        ("4천746억", "474600000000"),
        ("2조 9000억", "2900000000000"),
        ("1억 2,000만", "120000000"),
        ("3만2천", "32000"),
        ("만", "10000"),
        ("천백", "1100"),
        ("-1만", "-10000"),
    ],
)
def test_what_people_type(typed: str, value: str) -> None:
    assert parsed(typed) == value
    assert DECIMAL.fault(value, 1) is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        ".5",
        "1.2.3",
        "1,23",
        "가",
        "5명",
        "억5조",
        "만만",
        "백천",
        "300억~450억",
        "1e5",
        "9" * 61,
        "1" * 100_000,
        "만" * 100_000,
    ],
)
def test_what_is_no_number(typed: str) -> None:
    assert parsed(typed) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3).map(lambda d: format(d, "f")))
def test_grouping_and_myriads_are_read_back_to_the_same_number(value: str) -> None:
    if parsed(value) is None:
        return
    for shown in (grouped(value), korean(value)):
        again = parsed(shown)
        assert again is not None
        assert Decimal(again) == Decimal(value)


def test_readings() -> None:
    assert reading("200000000", "ko") == "2억 = 200,000,000"
    assert reading("200000000", "en") == "200,000,000"
    assert reading("290000000000", "ko") == "2,900억 = 290,000,000,000"
    assert reading("12.5", "ko") == ""
    assert korean("-184000.5") == "-18만 4,000.5"
