"""Code points and UTF-16 positions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.article.text_map import TextMap

TEXTS = st.text(st.sampled_from("가a 😀𠮷한\u0301"), max_size=40)


@given(TEXTS)
def test_positions_equal_those_of_the_utf16_encoding(text: str) -> None:
    text_map = TextMap(text)
    for position in range(len(text) + 1):
        units = len(text[:position].encode("utf-16-le")) // 2
        assert text_map.to_utf16(position) == units
        assert text_map.from_utf16(units) == position


def test_a_place_inside_a_surrogate_pair_is_the_character_it_belongs_to() -> None:
    assert TextMap("😀가").from_utf16(1) == 0
