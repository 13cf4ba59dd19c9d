"""Who said what is reported: the noun phrase that is the source, and where a claim may begin."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from desktop.korean.embedded import Course, is_of_that, is_within, phrases_around
from desktop.korean.masking import QUOTED
from desktop.korean.noun_phrases import (
    PLACES,
    Phrase,
    phrase_ending,
    phrases,
)
from desktop.korean.reports import Report, Sentence, closes
from desktop.korean.source_places import source_before_comma, source_behind, source_beside
from desktop.korean.speaker_words import Life, life_of
from desktop.korean.verb_endings import ends_clause, is_connective
from desktop.model.span import Span

_GATHERED = re.compile(r"(?:에서는|에서도|에선|사이에서|에서)$")
"""Before words of somebody who is named elsewhere, a comma tells them apart."""
_TOPIC_REACH = 14
_FAR = 24
_NEAR = 16
_AT_ONCE = 12
_HEARS = re.compile(r" (?:전달|통보)?(?:받|듣|들[었은]|확보|입수|청취|접하|접[했한])")
_NEXT_WORD = 4
_STILL = re.compile(r"[있겠](?:지만|으나|으며|고|는데)$")
"""What ends a clause that need not be the reporter's: 늘고 있지만 회사는 …."""
_GOING_ON = frozenset(("이어", "그러면서", "나아가", "아울러", "또", "다만"))
_MUST_REACH = 8
_FROM_WHOM = re.compile(r"(?:으?로부터|에게서|한테서)$")
_ABOUT_DEED = re.compile(r" (?:데 ?대(?:해|하여)|것(?:에 대해|과 관련))")
_MEANWHILE = ("가운데", "와중에", "상황에서", "반면")


class Origin(NamedTuple):
    """The source of a report: its place if it has one, and where the claim may begin at earliest.

    ``shared`` means the source of the report before.
    """

    span: Span | None
    begin: int
    shared: bool = False


def origin_of(
    sentence: Sentence,
    report: Report,
    course: Course,
    names: Collection[str],
) -> Origin:
    """The source of ``report``, and where its words may begin.

    One that follows another in its sentence has the same source unless it names a new one.
    Nobody whom embedded reports name is the source.
    """
    begin, follows = course.begin, course.follows
    behind = source_behind(sentence, report, names)
    around = phrases_around(sentence, course, report.turn, names)
    if behind is not None:
        topic = _topic_about(sentence, report, _free(report, around), begin)
        return Origin(behind, topic.after if topic else begin)
    chosen = _own_subject(sentence, report, around)
    if chosen is None:
        found = _free(report, around)
        if report.impersonal:
            return _impersonal_origin(sentence, report, found, begin, names)
        found = found if follows else _behind_meanwhile(sentence, found)
        if follows:
            chosen = _new(sentence, found, begin)
        elif report.kind == "direct":
            chosen = _last(sentence, report, found)
        else:
            chosen = _first(sentence, report, found, begin)
            if chosen is not None and _is_doer(sentence, report, chosen):
                chosen = None
    if chosen is not None and not _is_aside(report, chosen):
        return Origin(chosen.span, chosen.after)
    return _bare_origin(sentence, report, begin, names, follows=follows)


def _behind_meanwhile(sentence: Sentence, found: Sequence[Phrase]) -> Sequence[Phrase]:
    """The phrases of the reporter's own clause: 법원이 기각한 가운데 새론당이 …라고 했다."""
    for index in range(len(found) - 1, 0, -1):
        phrase = found[index]
        near = max(found[index - 1].after, phrase.span.start - _NEAR)
        between = sentence.masked[near : phrase.span.start].rstrip(" ,")
        if phrase.life >= Life.NAME and between.endswith(_MEANWHILE):
            return found[index:]
    return found


def _is_doer(sentence: Sentence, report: Report, chosen: Phrase) -> bool:
    """Whether a subject does what is said: 이어 나루국이 물러나야 한다고 요청했다."""
    first = sentence.words(sentence.span.start, min(sentence.span.end, chosen.span.start + 1))[:1]
    if chosen.role != "subject" or not first or first[0].words.rstrip(",") not in _GOING_ON:
        return False
    claim_end = sentence.masked[: report.claim.end][-_MUST_REACH:]
    return chosen.life is not Life.SPEAKER or claim_end.replace(" ", "").endswith("야한다")


def _own_subject(sentence: Sentence, report: Report, around: Sequence[Phrase]) -> Phrase | None:
    """The subject of a verb that only describes: 나루시가 다리를 놓겠다고 밝힌 것과 관련해."""
    if report.cue is None or not is_of_that(sentence, report.cue):
        return None
    if report.kind == "direct":
        last = around[-1] if around else None
        beside = last and last.role == "subject" and report.turn - last.after <= 1
        return last if beside and last and last.life >= Life.NAME else None
    subjects = [phrase for phrase in around if phrase.role == "subject"]
    able = [phrase for phrase in subjects if phrase.life >= Life.NAME]
    if not able and len(subjects) == len(around):
        able = [phrase for phrase in subjects if phrase.life is Life.UNKNOWN]
    return able[0] if able else None


def _impersonal_origin(
    sentence: Sentence,
    report: Report,
    found: Sequence[Phrase],
    begin: int,
    names: Collection[str],
) -> Origin:
    """The people among whom an impersonal report is heard, else where it may begin."""
    told_by = _told_by(sentence, report, begin, names)
    gathered = told_by or _gathered(sentence, report, begin, names)
    if gathered:
        return Origin(*gathered)
    topic = _topic_about(sentence, report, found, begin)
    return Origin(None, topic.after if topic else begin)


def _topic_about(
    sentence: Sentence, report: Report, found: Sequence[Phrase], begin: int
) -> Phrase | None:
    """The topic of a sentence that only speaks of the report: 노조는 …다는 주장을 반박했다."""
    received = _receives(sentence, report) or _goes_on(sentence, report)
    if report.kind == "direct" or not (received or is_within(sentence, report)):
        return None
    topic = _first(sentence, report, found, begin)
    if topic is None or topic.role == "subject":
        return None
    leads = _receives(sentence, report) and _is_first(sentence, topic, begin)
    return topic if leads or topic.life is Life.SPEAKER else None


def _is_first(sentence: Sentence, phrase: Phrase, begin: int) -> bool:
    """Whether nothing but connectives stands before a phrase."""
    before = sentence.words(begin, phrase.span.start)
    return all(word.words.rstrip(",") in sentence.lexicon.openers for word in before)


def _goes_on(sentence: Sentence, report: Report) -> bool:
    """Whether the sentence goes on to what its topic did: 의혹이 불거지자 조사를 벌였다."""
    cue = report.cue
    return cue is not None and cue.form == "noun" and is_connective(cue.span.slice(sentence.text))


def _told_by(
    sentence: Sentence, report: Report, begin: int, names: Collection[str]
) -> tuple[Span, int] | None:
    """From whom something is heard: 두 사람으로부터 "…"는 진술을 확보했다."""
    words = sentence.words(begin, report.turn) if _receives(sentence, report) else []
    for index, word in enumerate(words):
        found = _FROM_WHOM.search(word.words)
        if found is None or not found.start():
            continue
        phrase = phrase_ending(sentence.lexicon, words, index, word.start + found.start())
        if life_of(sentence.lexicon, phrase.slice(sentence.masked), names) is Life.SPEAKER:
            return phrase, word.end
    return None


def _receives(sentence: Sentence, report: Report) -> bool:
    """Whether the sentence's topic only hears of it: 의혹을 받는다, 진술을 확보했다."""
    cue = report.cue
    if cue is None or cue.form != "noun":
        return False
    return _HEARS.search(sentence.text, cue.span.start, cue.span.end + _NEXT_WORD) is not None


def _bare_origin(
    sentence: Sentence, report: Report, begin: int, names: Collection[str], *, follows: bool
) -> Origin:
    """A source without particle, as headlines have it, else the one of the report before."""
    headed = None
    if sentence.headline and not follows:
        headed = source_before_comma(sentence, begin, report.turn)
    if report.kind == "indirect":
        return Origin(*headed) if headed else Origin(None, begin, shared=True)
    beside = source_beside(sentence, report, begin, names) or (headed and headed[0])
    return Origin(beside, begin) if beside else Origin(None, begin, shared=True)


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


def _topics(found: Sequence[Phrase], least: Life) -> list[Phrase]:
    return [phrase for phrase in found if phrase.life >= least and phrase.role != "subject"]


def _new(sentence: Sentence, found: Sequence[Phrase], begin: int) -> Phrase | None:
    """A new source within a sentence: a topic where the next clause begins."""
    for phrase in _topics(found, Life.NAME):
        before = sentence.masked[max(begin, phrase.span.start - _NEAR) : phrase.span.start]
        at_once = phrase.span.start - begin < _NEAR and not before.strip(" ,")
        if at_once or ends_clause(before.rstrip(" ,")):
            return phrase
    return None


def _is_quoted(sentence: Sentence, span: Span) -> bool:
    """Whether words are nothing but a quotation, which names what is spoken of."""
    return not sentence.masked[span.start : span.end].strip(QUOTED)


def _last(sentence: Sentence, report: Report, found: Sequence[Phrase]) -> Phrase | None:
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
        if _is_about_deed(sentence, report, found, strong):
            return found[0]
        return strong[-1] if report.turn - strong[-1].after <= 1 else strong[0]
    weak = [p for p in found if p.life is Life.UNKNOWN and not _is_quoted(sentence, p.span)]
    topics = _topics(weak, Life.UNKNOWN)
    if topics:
        return topics[0]
    at_once = bool(weak) and (report.turn - weak[-1].after <= _AT_ONCE or weak[0] is found[0])
    return weak[0] if at_once and report.quotative is not None else None


def _is_about_deed(
    sentence: Sentence, report: Report, found: Sequence[Phrase], strong: Sequence[Phrase]
) -> bool:
    """Whether a topic speaks of what the able subjects did: 하늘사는 검찰이 … 낸 데 대해 "…"."""
    first = found[0]
    if first.role != "topic" or first.life is not Life.UNKNOWN or _is_quoted(sentence, first.span):
        return False
    about = _ABOUT_DEED.search(sentence.masked, strong[-1].after, report.turn)
    return about is not None and all(phrase.role == "subject" for phrase in strong)


def _first(
    sentence: Sentence, report: Report, found: Sequence[Phrase], begin: int
) -> Phrase | None:
    """The source of an indirect claim: the first topic who speaks, else the first subject.

    A later topic counts instead where a clause of its own begins: ``A는 …했으며, B는 …라고``.
    """
    topics = _topics(found, Life.NAME)
    if topics and not (found[0].role == "topic" and found[0].life is Life.THING):
        chosen = topics[0]
        for later in topics[1:]:
            near = max(chosen.after, later.span.start - _NEAR)
            between = sentence.masked[near : later.span.start].rstrip(" ,")
            if later.life is Life.SPEAKER and ends_clause(between) and not _STILL.search(between):
                chosen = later
        return chosen
    if topics and _after_comma(sentence, begin, topics[0]):
        return topics[0] if topics[0].life is Life.SPEAKER else None
    found = [phrase for phrase in found if not _is_quoted(sentence, phrase.span)]
    weak = _topics(found, Life.UNKNOWN)
    strong = [phrase for phrase in found if phrase.life >= Life.NAME]
    early = [p for p in strong if p.life is Life.SPEAKER and weak and p.after < weak[0].after]
    if early and not _after_comma(sentence, begin, weak[0]):
        return early[0]
    if weak:
        return weak[0] if found[0].life is not Life.THING or found[0].role == "subject" else None
    if strong:
        return strong[0]
    at_once = bool(found) and found[0].span.start - begin <= _AT_ONCE
    if closes(sentence, report):
        return None
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


def _gathered(
    sentence: Sentence, report: Report, begin: int, names: Collection[str]
) -> tuple[Span, int] | None:
    """People among whom something is said: ``일각에서는``, ``전문가들 사이에서``."""
    for index, word in enumerate(words := sentence.words(begin, report.turn)):
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
        if (
            where.group() == "에서"
            and last == index
            and (head not in sentence.lexicon.anonymous or report.quotative == "것으로")
        ):
            continue
        words_of = sentence.masked[phrase.start : end]
        if words_of in PLACES or life_of(sentence.lexicon, words_of, names) is Life.SPEAKER:
            return phrase, word.end
        return None
    return None
