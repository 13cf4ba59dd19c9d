"""Syllables taken apart, put together, and on their way on a two-set keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.hangul import begins, final_number, initial, joined, letters, parts


@pytest.mark.parametrize(
    ("character", "consonant"),
    [("가", "ㄱ"), ("힣", "ㅎ"), ("쌍", "ㅆ"), ("ㄱ", "ㄱ"), ("A", "a")],
)
def test_initials(character: str, consonant: str) -> None:
    assert initial(character) == consonant


@pytest.mark.parametrize(
    ("typed", "character", "fits"),
    [
        ("ㄱ", "강", True),
        ("가", "강", True),
        ("강", "강", True),
        ("각", "강", False),
        ("거", "강", False),
        ("ㄴ", "강", False),
        ("a", "a", True),
        ("a", "강", False),
        ("가", "a", False),
    ],
)
def test_what_is_typed_on_the_way_fits(typed: str, character: str, fits: bool) -> None:
    assert begins(typed, character) is fits


@given(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")))
def test_a_syllable_is_its_parts(syllable: str) -> None:
    first, vowel, final = parts(syllable)
    assert joined(first, vowel, final) == syllable
    assert first == initial(syllable)
    assert (final == "") == (final_number(syllable) == 0)
    assert letters(syllable).startswith(first)


@pytest.mark.parametrize("character", ["ㄱ", "a", "+", "一"])
def test_what_is_no_syllable_has_no_parts(character: str) -> None:
    assert final_number(character) is None
    with pytest.raises(ValueError, match="syllable"):
        parts(character)
