"""The lexicon of reporting: its file, its forms, and a project's own words."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from desktop.korean.attributions import attributions
from desktop.korean.conjugation import forms
from desktop.korean.cues import cue_features, noun_at, verb_at
from desktop.korean.lexicon import ReportingNoun, ReportingVerb, standard_lexicon
from desktop.model.span import Span

LEXICON = standard_lexicon()

# What a verb is found in, and its lemma and sense. ``|`` ends the cue.
VERBS = [
    ("말했다|고", "말하다", "neutral"),
    ("말하며", "말하다", "neutral"),
    ("말한", "말하다", "neutral"),
    ("말하였다", "말하다", "neutral"),
    ("말했습니다", "말하다", "neutral"),
    ("말하기도 했다", "말하다", "neutral"),
    ("밝힌 바 있다", "밝히다", "neutral"),
    ("밝혔지만", "밝히다", "neutral"),
    ("밝혀 왔다", "밝히다", "neutral"),
    ("주장하고 있다", "주장하다", "assert"),
    ("지적하자", "지적하다", "assert"),
    ("내다봤다", "내다보다", "predict"),
    ("전망된다", "전망되다", "predict"),
    ("전해졌다", "전해지다", "hearsay"),
    ("알려졌다", "알려지다", "hearsay"),
    ("전했다", "전하다", "relay"),
    ("되물었다", "되묻다", "neutral"),
    ("믿는데", "믿다", "belief"),
    ("착각하는", "착각하다", "belief"),
    ("평가했다", "평가하다", "evaluate"),
    ("우려했다", "우려하다", "worry"),
    ("반발했다", "반발하다", "react"),
    ("덧붙였다", "덧붙이다", "neutral"),
    ("쏘아붙였다", "쏘아붙이다", "assert"),
    ("꼬집었다", "꼬집다", "assert"),
]

NOUNS = [
    ("분석도 나온다", "분석", "analysis"),
    ("평가까지 나온다", "평가", "evaluate"),
    ("우려가 확산하는 분위기다", "우려", "worry"),
    ("반응을 보였다|고", "반응", "react"),
    ("말이다", "말", "neutral"),
    ("입장이다", "입장", "neutral"),
    ("지적이 제기되고 있다", "지적", "assert"),
    ("의견이 지배적이다", "의견", "neutral"),
    ("목소리가 높아지고 있다", "목소리", "assert"),
    ("수상소감을 남겼다", "소감", "neutral"),
    ("의혹|에 대한", "의혹", "assert"),
]


@pytest.mark.parametrize(("marked", "lemma", "sense"), VERBS)
def test_verbs_in_their_forms(marked: str, lemma: str, sense: str) -> None:
    cue, _, behind = marked.partition("|")
    found = verb_at(LEXICON, cue + behind + " 그리고", 0, len(cue + behind) + 4)
    assert found is not None
    assert (found.span, found.lemma, found.sense) == (Span(0, len(cue)), lemma, sense)


@pytest.mark.parametrize(("marked", "lemma", "sense"), NOUNS)
def test_nouns_with_their_verbs(marked: str, lemma: str, sense: str) -> None:
    cue, _, behind = marked.partition("|")
    text = f"{cue}{behind}."
    found = noun_at(LEXICON, text, 0, len(text), bare=True)
    assert found is not None
    assert (found.span, found.lemma, found.sense) == (Span(0, len(cue)), lemma, sense)


@pytest.mark.parametrize(
    "text", ["말투가", "밝기를", "전봇대", "주장이 다른 선수", "말미에", "분석가"]
)
def test_words_that_only_begin_alike(text: str) -> None:
    assert verb_at(LEXICON, text, 0, len(text)) is None
    assert noun_at(LEXICON, text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("cue", "form", "lemma"),
    [
        ("말했다", "verb", "말하다"),
        ("거듭 밝혔다", "verb", "밝히다"),
        ("분석도 나온다", "noun", "분석"),
        ("라며", "ending", "라며"),
        ("며", "ending", "며"),
        ("에 따르면", "postposition", "따르다"),
        ("반발", "noun", "반발"),
        ("것이다", "ending", "것이다"),
        ("얘기다", "noun", "얘기"),
    ],
)
def test_features_of_a_cue_marked_by_hand(cue: str, form: str, lemma: str) -> None:
    features = cue_features(LEXICON, f"그는 {cue}.", Span(3, 3 + len(cue)))
    assert (features["form"], features["lemma"]) == (form, lemma)


def test_unknown_words_have_no_features() -> None:
    assert cue_features(LEXICON, "그는 걸었다.", Span(3, 6)) == {}


def test_every_lemma_has_forms() -> None:
    for verb in LEXICON.speech.verbs:
        assert len(list(forms(verb.lemma))) > 4


def test_a_project_adds_and_replaces_words() -> None:
    text = '김가온 대표는 "늘고 있다"고 노래했다. 시장이 준다는 넋두리도 나온다.'
    added = LEXICON.extended(
        [
            ReportingVerb(lemma="노래하다", sense="react"),
            ReportingNoun(lemma="넋두리", sense="worry"),
            ReportingVerb(lemma="말하다", sense="assert"),
        ]
    )
    senses = [a.cues[0].sense for a in attributions(text, added)]
    assert senses == ["react", "worry"]
    assert [a.cues[0].sense for a in attributions('그는 "간다"고 말했다.', added)] == ["assert"]
    assert len(attributions(text)) == 1


@pytest.mark.parametrize("lemma", ["", "말", "say", "말하다 ", "말" * 30 + "다"])
def test_a_word_that_cannot_be_is_refused(lemma: str) -> None:
    with pytest.raises(ValidationError):
        ReportingVerb(lemma=lemma, sense="neutral")
