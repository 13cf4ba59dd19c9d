"""Canonical text against Unicode's own normalisation, and its map from raw offsets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.errors import RefusedInput
from desktop.model.canonical import canonicalise, is_canonical, text_hash
from desktop.model.span import Span

ODD = (
    "\ufeff\r\n\x85\u2028\u2029\x0b\x0c\x00\x1b\ufdd0\uffff"  # what import changes
    "\u1100\u1161\u11a8\uac00\uac01\u3131"  # jamo, syllables, compatibility jamo
    "a\u0041\u030a\u0323\u0315\u0301\u212b\uf961\u0958\u0dd9\u0dcf\u0dca\u302e"  # marks
    "\u00a0\u200b\u338d\ufffd\U0001f600 .가나다"
)
texts = st.text(
    alphabet=st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=40
).filter(lambda text: bool(text.replace("\ufeff", "").strip()))


def expected(raw: str, *, first: bool = True) -> str:
    """The rules of the module's first paragraph, written as plainly as they stand there."""
    text = raw.lstrip("\ufeff") if first else raw
    text = text.replace("\r\n", "\n")
    made = []
    for character in text:
        code = ord(character)
        if character in "\r\x0b\x0c\x85\u2028\u2029":
            made.append("\n")
        elif (
            (unicodedata.category(character) == "Cc" and character not in "\n\t")
            or 0xFDD0 <= code <= 0xFDEF
            or code & 0xFFFE == 0xFFFE
        ):
            made.append("\ufffd")
        else:
            made.append(character)
    return unicodedata.normalize("NFC", "".join(made))


@given(texts)
@example("\ufeff\ufeff가")
@example("x\u0315\u0323y")
@example("\u1100\u1161\u11a8\u11a8")
def test_canonical_text_is_what_the_rules_say(raw: str) -> None:
    made = canonicalise(raw)
    assert made.text == expected(raw)
    assert is_canonical(made.text)
    assert made.sha256 == text_hash(made.text)
    assert bool(made.log) == (made.text != raw)


@given(texts)
def test_a_second_time_changes_nothing(raw: str) -> None:
    once = canonicalise(raw)
    twice = canonicalise(once.text)
    assert twice.text == once.text
    assert not twice.log


@given(texts, st.data())
def test_spans_follow_the_text(raw: str, data: st.DataObject) -> None:
    made = canonicalise(raw)
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    span = made.span(Span(start, end))
    if span is not None:
        assert span.slice(made.text) == expected(raw[start:end], first=start == 0)


@given(texts)
def test_every_line_and_syllable_border_has_a_counterpart(raw: str) -> None:
    """A border between two texts that do not touch each other is found again."""
    text = f"{raw}\n가나다\n"
    at = len(raw) + 1
    span = canonicalise(text).span(Span(at, at + 3))
    assert span is not None
    assert span.slice(canonicalise(text).text) == "가나다"


def test_decomposed_syllables_keep_their_borders() -> None:
    raw = unicodedata.normalize("NFD", "한국은행은 금리를")
    made = canonicalise(raw)
    assert made.text == "한국은행은 금리를"
    assert made.span(Span(0, 3)) == Span(0, 1)
    assert made.span(Span(3, 6)) == Span(1, 2)
    assert made.span(Span(0, 1)) is None
    assert [(step.step, step.count) for step in made.log] == [("nfc", 8)]


def test_reordered_marks_have_no_inner_offsets() -> None:
    """Equally long is not equal: inside a changed piece nothing can be pointed at."""
    made = canonicalise("x\u0315\u0323y")
    assert made.text == "x\u0323\u0315y"
    assert made.span(Span(0, 2)) is None
    assert made.span(Span(0, 3)) == Span(0, 3)


def test_each_step_is_counted() -> None:
    made = canonicalise("\ufeff가\r\n나\r다\x00라\u2028\u1112\u1161\u11ab")
    assert made.text == "가\n나\n다\ufffd라\n한"
    assert {step.step: step.count for step in made.log} == {
        "bom_removed": 1,
        "newline_to_lf": 3,
        "control_replaced": 1,
        "nfc": 1,
    }


def test_what_korean_articles_hold_stays() -> None:
    text = "㎞ 3\u00a0월\u200b “따옴표” 李\U0001f600 …"
    assert canonicalise(text).text == text


@pytest.mark.parametrize("raw", ["", " \n\t", "\ufeff", "\ufeff \r\n", "\x0b\u2028", "\u00a0"])
def test_a_blank_text_is_refused(raw: str) -> None:
    with pytest.raises(RefusedInput, match="no text"):
        canonicalise(raw)


def test_half_a_character_is_refused_with_its_place() -> None:
    with pytest.raises(RefusedInput, match="position 2"):
        canonicalise("가나\ud800다")


@pytest.mark.parametrize("span", [Span(0, 6), Span(-1, 2), Span(3, 3), Span(5, 6)])
@pytest.mark.parametrize("raw", ["가나다라마", "가나\r\n다"])
def test_spans_outside_the_raw_text_have_no_counterpart(raw: str, span: Span) -> None:
    assert canonicalise(raw).span(span) is None
