"""The cue of a claim marked by hand, and what a claim and a speaker marked by hand begin with."""

from __future__ import annotations

import pytest

from desktop.korean.claim_context import attribution_of
from desktop.korean.filling import filled_features
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.paths import resource

SCHEMA = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
TEXT = '앞 문단이다.\n한빛은행의 김가온 연구원은 "수출이 늘었다"고 말했다. 새 공장이 선 것으로 알려졌다.\n뒤 문단이다.'


def marked(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("claim", "cue"),
    [("수출이 늘었다", "말했다"), ("새 공장이 선", "알려졌다"), ("수출이 늘", "말했다")],
)
def test_the_cue_of_a_claim(claim: str, cue: str) -> None:
    found = attribution_of(TEXT, marked(claim))
    assert found is not None
    assert found.cues[0].span.slice(TEXT) == cue


def test_no_cue_where_nothing_is_reported() -> None:
    assert attribution_of(TEXT, marked("앞 문단이다.")) is None
    assert attribution_of(TEXT, Span(0, len(TEXT))) is None


def test_a_claim_begins_with_what_its_cue_says() -> None:
    claim = SCHEMA.label_named["CLAIM"]
    direct = filled_features(claim, TEXT, marked("수출이 늘었다"))
    assert direct["quote_type"] == "direct"
    assert direct["source_type"] == "other"
    hearsay = filled_features(claim, TEXT, marked("새 공장이 선"))
    assert hearsay["quote_type"] == "indirect"
    assert hearsay["source_type"] == "arbitrary"
    assert hearsay["quotative"] == "것으로"


def test_a_cue_and_a_speaker_begin_with_their_features() -> None:
    cue = filled_features(SCHEMA.label_named["CUE"], TEXT, marked("말했다"))
    assert cue == {"form": "verb", "lemma": "말하다", "sense": "neutral"}
    speaker = filled_features(
        SCHEMA.label_named["SPEAKER"], TEXT, marked("한빛은행의 김가온 연구원")
    )
    assert speaker["mention_form"] == "named"
    words = {"affiliation": "한빛은행", "name": "김가온", "title": "연구원"}
    assert speaker["parts"] == {part: list(marked(word)) for part, word in words.items()}


def test_a_very_long_line_is_not_read_through() -> None:
    text = '가온은 "간다"고 했다. ' * 80_000
    claim = text.index("간다", 700_000)
    found = attribution_of(text, Span(claim, claim + 2))
    assert found is not None
    assert found.cues[0].span.slice(text) == "했다"
    assert attribution_of(text, Span(0, len(text))) is None
