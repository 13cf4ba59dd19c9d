"""Figures and times of random and hostile texts: no crash, no wrong place, no more than linear work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.figures import find_figures, marked_figure
from desktop.korean.glyphs import levelled
from desktop.korean.times import find_times, marked_time
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.paths import resource

TODAY = date(2025, 3, 12)
SCHEMA = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())

PIECES = [
    *"0123456789.,~-:/%()[]$+'’\" \n·…",
    *"만억조경천백십일이삼수몇여한두세열스물하나둘절반첫원달러명개배대위점선도년월일시분초주달해세살",
    *[
        "지난",
        "오는",
        "올",
        "약",
        "이상",
        "분의",
        "포인트",
        "오전",
        "상반기",
        "하루",
        "매년",
        "현재",
        "이날",
    ],
    *[
        "😀",
        "𠮷",
        "１２",
        "％",
        "㎞",
        "\u00a0",
        "\u200b",
        "\u1112\u1161\u11ab",
        "A",
        "km",
        "억 ",
        "만 ",
    ],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS)
def test_places_are_in_order_inside_a_line_and_features_are_valid(text: str) -> None:
    reading = find_figures(text)
    times = find_times(text, TODAY)
    for label, found in (
        ("FIGURE", [(figure.span, figure.features) for figure in reading.figures]),
        ("TIME", [(time.span, time.features) for time in times]),
    ):
        defined = SCHEMA.label_named[label].feature_named
        for span, features in found:
            assert span.fits(len(text))
            assert "\n" not in span.slice(text)
            assert span.slice(text) == span.slice(text).strip()
            for name, value in features.items():
                assert defined[name].fault(value, len(text)) is None
        assert all(a.end <= b.start for (a, _), (b, _) in pairwise(found))
    for link in reading.links:
        assert 0 <= link.source < len(reading.figures)
        assert 0 <= link.target < len(reading.figures)


@given(TEXTS, st.integers(0, 40), st.integers(1, 40))
def test_any_mark_can_be_filled(text: str, start: int, length: int) -> None:
    span = Span(start, min(start + length, len(text)))
    if span.fits(len(text)):
        for found in (marked_figure(text, span), marked_time(text, span, TODAY)):
            assert found is None or found.span.overlaps(span)


@given(st.text(max_size=80))
def test_levelling_keeps_every_place(text: str) -> None:
    assert len(levelled(text)) == len(text)


HOSTILE = {
    "digits": "1",
    "grouped digits": "1,111",
    "grouped and spaced": "111,111 ",
    "sections": "1만 1000",
    "sections that rise": "1억 1000억 ",
    "powers": "천만",
    "ranges": "1~",
    "ranges with units": "1명~",
    "fractions": "1분의 ",
    "ratios": "1대",
    "colons": "1:1:",
    "hyphens": "1-1-",
    "brackets": "(약 1",
    "open brackets": "(",
    "conversions": "1달러(약 1원)",
    "courses": "1원에서 ",
    "dates": "1월 1일 ",
    "years": "2025년~",
    "calendars": "2025.1.1.",
    "clock": "오전 1시 1분 ",
    "durations": "1년 1개월 ",
    "prefixes": "지난 ",
    "words": "하나 ",
    "vague": "수몇",
    "more": "1여",
    "signs": "-+$",
    "spaces": " ",
    "sports": "1-1 ",
    "same values": "12.5% \n",
    "jamo": "\u1112\u1161\u11ab",
    "astral": "😀1명",
}


@pytest.mark.parametrize("name", ["digits", "grouped digits", "open brackets", "spaces", "jamo"])
def test_a_megabyte_in_one_line_is_read(name: str) -> None:
    text = HOSTILE[name] * (1_000_000 // len(HOSTILE[name]))
    assert find_figures(text).figures == ()
    assert find_times(text, TODAY) == ()


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_takes_twice_the_calls(piece: str) -> None:
    text = piece * (2_000 // len(piece))
    for read in (find_figures, lambda text: find_times(text, TODAY)):
        assert calls(read, text * 2) < 2.2 * calls(read, text) + 200


def calls(read: Callable[[str], object], text: str) -> int:
    """How many functions, of Python or C, reading ``text`` calls."""
    counted = 0

    def count(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return counted
