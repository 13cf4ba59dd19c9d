"""The difference of two texts, and where places are after it."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model import difference
from desktop.model.anchoring import Anchoring
from desktop.model.difference import Replacement, replacements
from desktop.model.project import Zone
from desktop.model.span import Span

ALPHABET = "가나다 .\n\u00a0😀"
TEXTS = st.text(ALPHABET, max_size=40)
EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 6), st.text(ALPHABET, max_size=6)), max_size=5
)


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for at, length, words in edits:
        text = text[:at] + words + text[at + length :]
    return text


def applied(old: str, new: str, found: tuple[Replacement, ...]) -> str:
    made, at = "", 0
    for one in found:
        made += old[at : one.start] + new[one.new_start : one.new_end]
        at = one.end
    return made + old[at:]


@given(TEXTS, EDITS)
def test_what_was_replaced_makes_the_new_text(old: str, edits: list[tuple[int, int, str]]) -> None:
    new = edited(old, edits)
    found = replacements(old, new)
    assert applied(old, new, found) == new
    for one in found:
        assert one.start < one.end or one.new_start < one.new_end
    for one, following in pairwise(found):
        assert one.end < following.start
        assert one.new_end < following.new_start
    assert (found == ()) == (old == new)


@given(TEXTS, TEXTS)
def test_the_difference_turned_round_makes_the_old_text(old: str, new: str) -> None:
    turned = tuple(Replacement(c, d, a, b) for a, b, c, d in replacements(old, new))
    assert applied(new, old, turned) == old


@given(TEXTS, EDITS)
def test_without_any_work_left_it_is_still_a_difference(
    old: str, edits: list[tuple[int, int, str]]
) -> None:
    new = edited(old, edits)
    with patch.object(difference, "_WORK", 0), patch.object(difference, "_DEEPEST", 1):
        assert applied(old, new, replacements(old, new)) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("가나다라 " * 25_000, "나가라다 " * 25_000),
        ("가" * 100_000, "나" + "가" * 50_000 + "나" * 50_000),
        ("가\n" * 50_000, "나\n" + "가\n" * 25_000 + "나\n" * 25_000),
        (" " * 100_000, "가 " * 50_000),
        ("\n" * 100_000, " \n" * 50_000),
    ],
)
def test_the_work_is_bounded(old: str, new: str) -> None:
    work = difference._Difference()
    found = tuple(work.of(old, new))
    assert applied(old, new, found) == new
    # One row of the comparison may run over what is left, no more.
    assert work._left > -difference._WORK
    zones = [Zone(kind="body", start=0, end=len(old))]
    moved = Anchoring(old, new, found).zones(zones)
    assert all(zone.end <= len(new) for zone in moved)


@pytest.mark.parametrize(
    ("old", "new", "quote", "words"),
    [
        ("수출이 3억 원 줄었다.", "수출이 5억 원 줄었다.", "3억 원", "5억 원"),
        ("홍가람 과장은 말했다.", "홍가을 과장은 말했다.", "홍가람 과장", "홍가을 과장"),
        ("홍가람 과장은 말했다.", "새벽전자 홍가람 과장은 말했다.", "홍가람", "홍가람"),
        ("홍가람은 말했다.", "홍가람 과장은 말했다.", "홍가람", "홍가람"),
        (
            "그는 값이 오른다고 했다.",
            "그는 값이 크게 오른다고 했다.",
            "값이 오른다",
            "값이 크게 오른다",
        ),
        ("그는 값이 오른다고 했다.", "그는 했다.", "값이 오른다", ""),
        ("가 나 다", "나 다", "가 나", "나"),
        ("첫 줄\n둘째 줄\n끝\n", "둘째 줄\n끝\n첫 줄\n", "첫 줄", ""),
        (
            "값은 크게 오르고 수출은 조금 줄 듯하다.",
            "내일 비가 내리며 바람도 강하게 불겠다.",
            "수출",
            "",
        ),
    ],
)
def test_what_an_annotation_has_after_a_correction(
    old: str, new: str, quote: str, words: str
) -> None:
    start = old.index(quote)
    span = Anchoring(old, new).span(Span(start, start + len(quote)))
    assert (span.slice(new) if span else "") == words


@given(TEXTS, EDITS, st.integers(0, 40), st.integers(1, 8))
def test_spans_outside_what_was_replaced_keep_their_words(
    old: str, edits: list[tuple[int, int, str]], start: int, length: int
) -> None:
    new = edited(old, edits)
    anchoring = Anchoring(old, new)
    span = Span(start, start + length)
    if not span.fits(len(old)):
        return
    moved = anchoring.span(span)
    assert moved is None or moved.fits(len(new))
    if anchoring.kept(span):
        assert moved is not None
        assert moved.slice(new) == span.slice(old)


@given(st.text("가 \n", max_size=20), st.text("나 \n", max_size=20), st.text("다 ", max_size=8))
def test_a_span_between_two_edits_is_where_its_words_are(before: str, after: str, put: str) -> None:
    old = f"{before}ABC 012{after}"
    new = f"{put}{before}ABC 012{after}{put}"
    span = Anchoring(old, new).span(Span(len(before), len(before) + 7))
    assert span is not None
    assert span.slice(new) == "ABC 012"


ARTICLE = "제목이다\n\n첫 문단이다. 값이 올랐다.\n둘째 문단이다.\n\n김하늘 기자\n무단 전재 금지\n"


def zoned(text: str, kinds: dict[str, str]) -> list[Zone]:
    return [
        Zone(kind=kind, start=text.index(words), end=text.index(words) + len(words))
        for words, kind in kinds.items()
    ]


ZONES = zoned(
    ARTICLE,
    {
        "제목이다": "title",
        "첫 문단이다. 값이 올랐다.\n둘째 문단이다.": "body",
        "김하늘 기자": "byline",
        "무단 전재 금지": "rights",
    },
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "값이 올랐다",
            "값이 12% 올랐다",
            ["제목이다", "첫 문단이다. 값이 12% 올랐다.\n둘째 문단이다."],
        ),
        ("제목이다", "전혀 다른 머리말", ["전혀 다른 머리말"]),
        ("제목이다\n", "", ["첫 문단이다. 값이 올랐다.\n둘째 문단이다."]),
        (
            "둘째 문단이다.\n",
            "둘째 문단이다.\n셋째 문단을 더했다.\n",
            ["제목이다", "첫 문단이다. 값이 올랐다.\n둘째 문단이다.\n셋째 문단을 더했다."],
        ),
        ("제목이다", "앞에 더한 줄\n제목이다", ["앞에 더한 줄\n제목이다"]),
    ],
)
def test_zones_follow_their_lines(old: str, new: str, expected: list[str]) -> None:
    text = ARTICLE.replace(old, new, 1)
    moved = Anchoring(ARTICLE, text).zones(ZONES)
    assert [zone.span.slice(text) for zone in moved][: len(expected)] == expected
    assert [zone.kind for zone in moved][-2:] == ["byline", "rights"]


@given(TEXTS, EDITS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), max_size=4))
def test_zones_stay_in_order_and_inside_the_text(
    old: str, edits: list[tuple[int, int, str]], places: list[tuple[int, int]]
) -> None:
    new = edited(old, edits)
    zones = [
        Zone(kind="body", start=start, end=min(start + length, len(old)))
        for start, length in places
        if start < len(old)
    ]
    for zone in Anchoring(old, new).zones(zones):
        assert 0 <= zone.start < zone.end <= len(new)
    assert Anchoring(old, old).zones(ZONES) == tuple(ZONES)
