"""How a text is cut into blocks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.project import Zone
from desktop.ui.article.blocks import PIECE, blocks_of


@given(st.text(st.sampled_from("가나 .\n😀"), max_size=3_000))
def test_blocks_hold_every_character_but_newlines_and_blank_lines(text: str) -> None:
    blocks = blocks_of(text, ())
    shown = "".join(text[block.start : block.end] for block in blocks)
    assert shown == "".join(line for line in text.split("\n") if line.strip())
    assert all(block.end - block.start <= 2 * PIECE for block in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))


def test_zones_give_the_kind_and_only_body_paragraphs_are_numbered() -> None:
    text = "제목\n\n첫 문단.\n둘째 문단.\n무단 전재 금지"
    zones = (Zone(kind="title", start=0, end=2), Zone(kind="rights", start=17, end=25))
    blocks = blocks_of(text, zones)
    assert [(b.kind, b.number) for b in blocks] == [
        ("title", None),
        ("body", 1),
        ("body", 2),
        ("rights", None),
    ]


def test_a_long_paragraph_is_cut_at_sentence_ends_and_numbered_once() -> None:
    text = "한빛은행은 수출이 늘었다고 밝혔다. " * 200
    blocks = blocks_of(text, ())
    assert len(blocks) > 2
    assert [block.number for block in blocks][:2] == [1, None]
    assert all(text[block.end - 2 : block.end] == ". " for block in blocks)


def test_a_cut_without_spaces_never_parts_a_cluster() -> None:
    text = "👩‍👩‍👧" * 100 + "가" * 3_000
    for block in blocks_of(text, ())[1:]:
        assert text[block.start] == "가" or text[block.start - 1] != "\u200d"
