"""Who said a quotation that stands alone: named in brackets behind it, or in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from desktop.korean.cues import Cue, noun_at, verb_at
from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import Eojeol, eojeols
from desktop.korean.noun_phrases import phrase_ending, phrases
from desktop.korean.reports import Sentence
from desktop.korean.sources import topic_of
from desktop.korean.speaker_words import Life, life_of
from desktop.model.span import Span

_BRACKETED = re.compile(r" ?\((?P<source>[^()\n]{2,40})\)")
_SO = re.compile(r"(?<!\S)(?:이같이|이처럼|이렇게|이와 같이|이 같이) ")
_SAID = frozenset(("한", "남긴", "던진"))
"""Before what closes a quotation: 최여름 대표가 한 말이다."""
_DASHES = re.compile(r"[ \-–—/]*")
_LONGEST = 8
_CLOSING = 12
_FEW = 5


def bracketed_source(lexicon: Lexicon, text: str, at: int, names: Collection[str]) -> Span | None:
    """The source in the bracket at ``at``: ``"…" (나루시 주민 최여름 씨)``."""
    found = _BRACKETED.match(text, at)
    if found is None or life_of(lexicon, found["source"], names) is not Life.SPEAKER:
        return None
    return Span(*found.span("source"))


def headline_source(sentence: Sentence, at: int, names: Collection[str]) -> Span | None:
    """The source that is all a headline has behind the quotation: ``"…" 나루은행 총재``."""
    dashes = _DASHES.match(sentence.masked, at, sentence.span.end)
    at = dashes.end() if dashes else at
    words = list(eojeols(sentence.masked, Span(at, sentence.span.end)))
    if not 0 < len(words) <= _FEW or words[-1].words[-1] in "….?!":
        return None
    phrase = phrase_ending(sentence.lexicon, words, len(words) - 1, words[-1].end)
    whole = phrase.start == words[0].start
    life = life_of(sentence.lexicon, words[-1].words, names)
    return phrase if whole and life is Life.SPEAKER else None


def closing_words(sentence: Sentence, names: Collection[str]) -> tuple[Span, Cue] | None:
    """The source and cue of a sentence that says who said what stands before it.

    ``정하람 대표의 말이다``, ``정하람 대표는 … 이같이 말했다``.
    """
    words = sentence.words(*sentence.span)
    for index, word in enumerate(words[:_CLOSING]):
        cue = noun_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        if cue is None or not index:
            continue
        before = words[index - 1]
        if cue.span.end < sentence.span.end - 1:
            continue
        if before.words in _SAID:
            return _only_speaker(sentence, words, cue, names)
        if not before.words.endswith("의"):
            continue
        phrase = phrase_ending(sentence.lexicon, words, index - 1, before.end - 1)
        return phrase, cue
    last = words[-1] if words else None
    cue = (
        verb_at(sentence.lexicon, sentence.masked, last.start, sentence.span.end) if last else None
    )
    if cue is None or last is None:
        return None
    if _SO.search(sentence.masked, max(last.start - _LONGEST, sentence.span.start), last.start):
        topic = topic_of(sentence, names)
        return (topic, cue) if topic else None
    if cue.weak or len(words) > _LONGEST:
        return None
    return _only_speaker(sentence, words, cue, names)


def _only_speaker(
    sentence: Sentence, words: Sequence[Eojeol], cue: Cue, names: Collection[str]
) -> tuple[Span, Cue] | None:
    found = phrases(sentence.lexicon, sentence.masked, words, names)
    able = [phrase for phrase in found if phrase.life >= Life.NAME]
    return (able[0].span, cue) if len(able) == 1 else None
