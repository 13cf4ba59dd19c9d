"""Reporting words of a project."""

from __future__ import annotations

import pytest

from desktop.korean.lexicon import ReportingNoun, ReportingVerb
from desktop.suggestions.passages import Known
from desktop.suggestions.propose import propose_all
from desktop.suggestions.words import MOST, word_lines, word_of

SENTENCE = "가람도의 채보람 대표는 손님이 늘었다고 투덜댔다.\n"


def test_a_word_with_da_is_a_verb_and_its_sense_may_follow() -> None:
    verb, noun = word_of("점치다 predict"), word_of("뒷말")
    assert isinstance(verb, ReportingVerb)
    assert (verb.lemma, verb.sense) == ("점치다", "predict")
    assert isinstance(noun, ReportingNoun)
    assert (noun.lemma, noun.sense) == ("뒷말", "neutral")


@pytest.mark.parametrize("line", ["", " ", "!", "!다", "abc다", "다" * 100, "가" * 50])
def test_what_is_no_word_is_passed_over(line: str) -> None:
    assert word_of(line) is None


def test_a_setting_of_any_shape_is_read() -> None:
    assert word_lines(["투덜대다", 3, None, "!다"]) == ("투덜대다",)
    assert word_lines({"투덜대다": 1}) == ()
    assert len(word_lines(["투덜대다"] * 2 * MOST)) == MOST


def test_a_verb_of_the_project_is_a_cue() -> None:
    def cues(words: tuple[str, ...]) -> list[str]:
        found = propose_all(SENTENCE, (), Known(words=words))
        return [s.span.slice(SENTENCE) for s in found.suggestions if s.label == "CUE"]

    assert "투덜댔다" not in cues(())
    assert "투덜댔다" in cues(("투덜대다 assert",))
