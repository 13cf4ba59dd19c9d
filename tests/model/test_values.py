"""Small values: what a typed or marked text is as one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.project import Entity
from desktop.model.values import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("이도담", "이도담"),
        (" 이\x0b도담\n애널리스트\t ", "이 도담 애널리스트"),
        ("\x7f\x00 \r\n", ""),
        ("가" * 2_001, "가" * 2_000),
    ],
)
def test_a_text_as_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text(max_size=40))
def test_any_text_can_be_a_name(text: str) -> None:
    name = one_line(text)
    assert not name or Entity(id="e1", canonical_name=name).canonical_name == name
    assert one_line(name) == name
