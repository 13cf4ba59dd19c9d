"""Who said what is reported: the noun phrase that is the source, and where a claim may begin."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from desktop.korean.cues import Cue
from desktop.korean.masking import QUOTED, Eojeol
from desktop.korean.noun_phrases import (
    PLACES,
    Phrase,
    is_elsewhere,
    phrase_ending,
    phrases,
    role_of,
)
from desktop.korean.particles import ends
from desktop.korean.reports import Report, Sentence
from desktop.korean.speaker_words import Life, life_of
from desktop.korean.verb_endings import is_connective
from desktop.model.span import Span

_GATHERED = re.compile(r"(?:에서는|에서도|에선|사이에서|에서)$")
"""Before words of somebody who is named elsewhere, a comma tells them apart."""
_CLAUSE_ENDS = re.compile(r"[했었았였됐렸졌냈](?:으며|고|지만|으나|는데)$|\s반면$")
_TOPIC_REACH = 14
_DOUBLE = frozenset('"”“„')
_FAR = 24
_NEAR = 16
_NAME_REACH = 60
_NAME_WORDS = 5
_TELLS_APART = re.compile(r"[한힌던린온]$|하는$")
_AT_ONCE = 12
_COMMA_REACH = 4
_BULLETS = frozenset("-–—·•▲△◆■○●※>")


class Origin(NamedTuple):
    """The source of a report: its place if it has one, and where the claim may begin at earliest.

    ``shared`` means the source of the report before.
    """

    span: Span | None
    begin: int
    shared: bool = False


def origin_of(
    sentence: Sentence, report: Report, begin: int, names: Collection[str], *, follows: bool
) -> Origin:
    """The source of ``report``, whose own words start no earlier than ``begin``.

    One that ``follows`` another in its sentence has the same source unless it names a new one.
    """
    behind = _behind(sentence, report, names)
    if behind is not None:
        return Origin(behind, begin)
    words = sentence.words(begin, report.turn)
    found = _free(report, phrases(sentence.lexicon, sentence.masked, words, names))
    if report.impersonal:
        gathered = _gathered(sentence, begin, report.turn, names)
        if gathered:
            return Origin(*gathered)
        around = _first(sentence, found, begin) if is_within(report) else None
        strong = around is not None and around.life is Life.SPEAKER and around.role != "subject"
        return Origin(None, around.after if around and strong else begin)
    if follows:
        chosen = _new(sentence, found, begin)
    elif report.kind == "direct":
        chosen = _last(report, found)
    else:
        chosen = _first(sentence, found, begin)
    if chosen is not None and not _is_aside(report, chosen):
        return Origin(chosen.span, chosen.after)
    if sentence.headline and report.kind == "indirect" and not follows:
        headed = _before_comma(sentence, begin, report.turn)
        if headed is not None:
            return Origin(*headed)
    if report.kind == "direct":
        beside = _beside(sentence, report, begin, names)
        if beside is None and sentence.headline and not follows:
            headed = _before_comma(sentence, begin, report.turn)
            beside = headed[0] if headed else None
        if beside is not None:
            return Origin(beside, begin)
    return Origin(None, begin, shared=True)


def _free(report: Report, found: Sequence[Phrase]) -> Sequence[Phrase]:
    """The phrases that belong to the sentence itself; when none does, all, or who surely speaks."""
    free = [phrase for phrase in found if not phrase.embedded]
    if free or report.kind == "indirect":
        return free or found
    return [phrase for phrase in found if phrase.life is Life.SPEAKER]


def _is_aside(report: Report, chosen: Phrase) -> bool:
    """Whether a topic is what is spoken of: a mere 했다 goes on with the speaker before."""
    if report.kind == "direct" or report.cue is None or report.cue.lemma != "하다":
        return False
    return chosen.life is not Life.SPEAKER


def _before_comma(sentence: Sentence, begin: int, turn: int) -> tuple[Span, int] | None:
    """The source of a headline: ``나루시, 새 다리 놓겠다고 밝혀``."""
    words = [w for w in sentence.words(begin, turn)[:_COMMA_REACH] if w.words not in _BULLETS]
    for index, word in enumerate(words):
        if word.words.endswith(",") and len(word.words) > 1 and word.words[-2] != ",":
            return Span(words[0].start, word.end - 1), word.end
        if index and word.words[-1] in "을를에은는":
            break
    return None


def is_within(report: Report) -> bool:
    """Whether a claim is only the content of a noun in the next one (…다는 의혹에 대한)."""
    cue = report.cue
    if cue is None or cue.form != "noun" or report.kind == "direct":
        return False
    return cue.describes or cue.span.end - cue.span.start == len(cue.lemma)


def _topics(found: Sequence[Phrase], least: Life) -> list[Phrase]:
    return [phrase for phrase in found if phrase.life >= least and phrase.role != "subject"]


def _new(sentence: Sentence, found: Sequence[Phrase], begin: int) -> Phrase | None:
    """A new source within a sentence: a topic where the next clause begins."""
    for phrase in _topics(found, Life.NAME):
        before = sentence.masked[max(begin, phrase.span.start - _NEAR) : phrase.span.start]
        at_once = phrase.span.start - begin < _NEAR and not before.strip(" ,")
        if at_once or _CLAUSE_ENDS.search(before.rstrip(" ,")):
            return phrase
    return None


def _last(report: Report, found: Sequence[Phrase]) -> Phrase | None:
    """The source of a quotation: the last topic who speaks, else the first subject who does.

    A subject right before the quotation counts instead of a topic far away.
    """
    topics = _topics(found, Life.SPEAKER) or _topics(found, Life.NAME)
    strong = [phrase for phrase in found if phrase.life >= Life.NAME]
    if topics:
        last = found[-1]
        near = report.turn - last.after <= 2 and last.role == "subject"
        far = last.span.start - topics[-1].after > _FAR
        return last if near and far and last.life >= Life.NAME else topics[-1]
    if strong:
        return strong[0]
    weak = [phrase for phrase in found if phrase.life is Life.UNKNOWN]
    topics = _topics(weak, Life.UNKNOWN)
    if topics:
        return topics[0]
    at_once = bool(weak) and (report.turn - weak[-1].after <= _AT_ONCE or weak[0] is found[0])
    return weak[0] if at_once and report.quotative is not None else None


def _first(sentence: Sentence, found: Sequence[Phrase], begin: int) -> Phrase | None:
    """The source of an indirect claim: the first topic who speaks, else the first subject.

    A later topic counts instead where a clause of its own begins: ``A는 …했으며, B는 …라고``.
    """
    topics = _topics(found, Life.NAME)
    if topics and not (found[0].role == "topic" and found[0].life is Life.THING):
        chosen = topics[0]
        for later in topics[1:]:
            near = max(chosen.after, later.span.start - _NEAR)
            between = sentence.masked[near : later.span.start].rstrip(" ,")
            if later.life is Life.SPEAKER and _CLAUSE_ENDS.search(between):
                chosen = later
        return chosen
    if topics and _after_comma(sentence, begin, topics[0]):
        return topics[0] if topics[0].life is Life.SPEAKER else None
    weak = _topics(found, Life.UNKNOWN)
    if weak:
        return weak[0] if found[0].life is not Life.THING or found[0].role == "subject" else None
    strong = [phrase for phrase in found if phrase.life >= Life.NAME]
    if strong:
        return strong[0]
    at_once = bool(found) and found[0].span.start - begin <= _AT_ONCE
    return found[0] if at_once and found[0].life is Life.UNKNOWN else None


def _after_comma(sentence: Sentence, begin: int, phrase: Phrase) -> bool:
    near = max(begin, phrase.span.start - _NEAR)
    return sentence.masked[near : phrase.span.start].rstrip().endswith(",")


def topic_of(sentence: Sentence, names: Collection[str]) -> Span | None:
    """The first topic of a sentence who may speak in the next one."""
    words = sentence.words(*sentence.span)[:_TOPIC_REACH]
    found = phrases(sentence.lexicon, sentence.masked, words, names)
    able = _topics(found, Life.SPEAKER) or [p for p in found if p.life is Life.SPEAKER]
    return able[0].span if able else None


def _behind(sentence: Sentence, report: Report, names: Collection[str]) -> Span | None:
    """A source between the quotative and its cue: ``"…"고 박새론 장관은 말했다``."""
    cue = report.cue
    if cue is None:
        return None
    if described := _described(sentence, report, cue, names):
        return described
    if cue.span.start <= report.after:
        return None
    words = sentence.words(report.after, cue.span.start)
    if not words:
        return None
    found = phrases(sentence.lexicon, sentence.masked, words, names)
    able = [phrase for phrase in found if phrase.life is not Life.THING]
    if able and cue.voice != "passive":
        return able[-1].span if cue.form == "verb" else None
    if cue.form != "noun":
        return None
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        end = word.end - 1 if word.words.endswith("의") else word.end
        phrase = phrase_ending(sentence.lexicon, words, index, end)
        if life_of(sentence.lexicon, sentence.masked[phrase.start : end], names) is Life.SPEAKER:
            return phrase
    return None


def _described(sentence: Sentence, report: Report, cue: Cue, names: Collection[str]) -> Span | None:
    """The source that the cue describes: ``"…"고 밝힌 이도담 장관은``.

    A subject right before the quotation says it itself: ``이도담 장관이 "…"라고 비판한 새론당``.
    """
    if report.kind == "indirect" or cue.form != "verb" or cue.span.start - report.after > _AT_ONCE:
        return None
    if not _TELLS_APART.search(sentence.masked, *cue.span):
        return None
    before = sentence.words(max(sentence.span.start, report.turn - _NEAR), report.turn)
    if before and role_of(before[-1].words)[0] == "subject":
        return None
    at = cue.span.end
    words = sentence.words(at, min(sentence.span.end, at + _NAME_REACH))
    source: Span | None = None
    for index, word in enumerate(words[:_NAME_WORDS]):
        bare = word.words.rstrip(",")
        end = word.start + (ends(bare)[0] if bare else 0)
        found = phrase_ending(sentence.lexicon, words, index, end)
        if found.start > words[0].start:
            break
        if life_of(sentence.lexicon, found.slice(sentence.masked), names) is Life.SPEAKER:
            source = found
        if end < word.end:
            break
    return source


def _beside(sentence: Sentence, report: Report, begin: int, names: Collection[str]) -> Span | None:
    """A source right before the quotation without particle, or with 의: ``中 "…" 반발``."""
    words = sentence.words(begin, report.turn)
    if not words:
        return None
    last = words[-1]
    bare = last.words.rstrip(",·:")
    if not bare or bare[-1] == QUOTED:
        return None
    end = last.start + len(bare)
    if bare.endswith("의") and len(bare) > 1:
        end -= 1
    elif role_of(bare)[0] is not None or _ends_no_name(bare) or last.words[-1] in "….":
        return None
    if sentence.headline:
        # Another quotation before it is somebody else's: 與 "…" 野 "…"
        words = words[_behind_quotation(sentence, words) :]
    phrase = phrase_ending(sentence.lexicon, words, len(words) - 1, end)
    life = life_of(sentence.lexicon, sentence.masked[phrase.start : end], names)
    if (
        sentence.headline
        and life is not Life.THING
        and (phrase.start == begin or life >= Life.NAME)
    ):
        return phrase
    return phrase if life is Life.SPEAKER else None


def _ends_no_name(word: str) -> bool:
    return is_elsewhere(word) or is_connective(word) or word.endswith(("기도", "하고", "해", "돼"))


def _behind_quotation(sentence: Sentence, words: Sequence[Eojeol]) -> int:
    quoted = [
        index
        for index, word in enumerate(words)
        if word.words[-1] == QUOTED and sentence.text[word.end - 1] in _DOUBLE
    ]
    return quoted[-1] + 1 if quoted else 0


def _gathered(
    sentence: Sentence, begin: int, turn: int, names: Collection[str]
) -> tuple[Span, int] | None:
    """People among whom something is said: ``일각에서는``, ``전문가들 사이에서``."""
    for index, word in enumerate(words := sentence.words(begin, turn)):
        where = _GATHERED.search(word.words.rstrip(","))
        if where is None:
            continue
        end = word.start + where.start()
        last = index
        if word.words.startswith("사이") and index:
            last, end = index - 1, words[index - 1].end
        if end <= words[last].start:
            continue
        phrase = phrase_ending(sentence.lexicon, words, last, end)
        head = sentence.masked[words[last].start : end]
        if where.group() == "에서" and last == index and head not in sentence.lexicon.anonymous:
            continue
        words_of = sentence.masked[phrase.start : end]
        if words_of in PLACES or life_of(sentence.lexicon, words_of, names) is Life.SPEAKER:
            return phrase, word.end
        return None
    return None
