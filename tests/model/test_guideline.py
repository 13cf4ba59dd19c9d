"""Guidance as it is written in two fields and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.guideline import Example, Guidance


def test_examples_are_lines_with_a_bar_before_the_reason() -> None:
    made = Guidance.of_text(" 규칙\n둘째 줄 ", '"⟦하나⟧"다. | 까닭 | 더\n\n ⟦둘⟧ \n| 문장 없음')
    assert made.rule == "규칙\n둘째 줄"
    assert made.examples == (
        Example(text='"⟦하나⟧"다.', note="까닭 | 더"),
        Example(text="⟦둘⟧"),
    )
    assert Guidance.of_text(made.rule, made.as_text) == made


@pytest.mark.parametrize("rule", ["", "가" * 20_000])
def test_what_is_too_long_is_cut(rule: str) -> None:
    made = Guidance.of_text(rule, "\n".join(["나" * 2_000] * 30))
    assert len(made.examples) == 20
    assert len(made.rule) == min(len(rule), 10_000)


@given(st.text(max_size=60), st.text(alphabet="가나 |⟦⟧\n", max_size=60))
def test_what_was_kept_can_be_edited_without_change(rule: str, lines: str) -> None:
    made = Guidance.of_text(rule, lines)
    assert Guidance.of_text(made.rule, made.as_text) == made
