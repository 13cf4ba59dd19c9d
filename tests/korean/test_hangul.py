"""Syllables on their way: what a two-set keyboard shows before a syllable is whole."""

from __future__ import annotations

import pytest

from desktop.korean.hangul import begins, initial


@pytest.mark.parametrize(
    ("character", "consonant"),
    [("가", "ㄱ"), ("힣", "ㅎ"), ("쌍", "ㅆ"), ("ㄱ", ""), ("a", ""), ("", "")],
)
def test_initials(character: str, consonant: str) -> None:
    assert (initial(character) if character else "") == consonant


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
    ],
)
def test_what_is_typed_on_the_way_fits(typed: str, character: str, fits: bool) -> None:
    assert begins(typed, character) is fits
