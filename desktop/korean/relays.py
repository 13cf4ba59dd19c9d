"""Who passes on what somebody else said: ``…고 말했다고 새벽통신이 전했다``."""

from __future__ import annotations

import re
from collections.abc import Collection

from desktop.korean.attribution import Attribution
from desktop.korean.cues import Cue, verb_at
from desktop.korean.noun_phrases import phrases
from desktop.korean.reports import Report, Sentence
from desktop.korean.sources import Origin
from desktop.korean.speaker_words import Life, is_medium
from desktop.model.span import Span

_PASSED_ON = re.compile(r"고 ")
_REACH = 9


def relay_behind(
    sentence: Sentence, report: Report, names: Collection[str]
) -> tuple[Span | None, Cue] | None:
    """Who passed it on behind the cue, if named, and the cue that says so."""
    if report.cue is None:
        return None
    passed = _PASSED_ON.match(sentence.masked, report.cue.span.end, sentence.span.end)
    if passed is None:
        return None
    words = sentence.words(passed.end(), min(sentence.span.end, passed.end() + 80))
    for index, word in enumerate(words[:_REACH]):
        cue = verb_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        if cue is None or cue.voice == "passive":
            continue
        found = phrases(sentence.lexicon, sentence.masked, words[:index], names)
        able = [phrase for phrase in found if phrase.life is not Life.THING]
        return able[-1].span if able else None, cue._replace(sense="relay")
    return None


def two_tellers(
    sentence: Sentence, report: Report, begin: int, origin: Origin, names: Collection[str]
) -> tuple[Origin, Span] | None:
    """Two subjects and two verbs: the first one passes on what the second one said."""
    words = sentence.words(begin, report.turn)
    able = [
        phrase
        for phrase in phrases(sentence.lexicon, sentence.masked, words, names)
        if phrase.life is not Life.THING
    ]
    if len(able) < 2 or origin.span != able[0].span:
        return None
    head = able[0].span.slice(sentence.masked).rsplit(" ", 1)[-1]
    if able[1].span.start - able[0].after > 1 and not is_medium(sentence.lexicon, head):
        return None
    return Origin(able[1].span, able[1].after), able[0].span


def is_relay(report: Report, before: Attribution | None) -> bool:
    """Whether a clause is the report before with its verb: 말했다|고 새벽통신이 전했다."""
    if report.kind == "direct" or before is None:
        return False
    return any(
        cue.span.overlaps(Span(report.claim.end - 1, report.claim.end))
        for cue in (*before.cues, *before.relay_cues)
    )
