"""Reports that are only part of another one: ``…고 통보한 것과 관련, …``, ``…는 지적에 대해 …``.

What such a report takes up, its source included, says nothing of who reports the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from desktop.korean.attribution import Attribution
from desktop.korean.cues import Cue
from desktop.korean.noun_phrases import Phrase, phrases
from desktop.korean.reports import Report, Sentence, is_inside
from desktop.korean.speaker_words import Life
from desktop.model.span import Span

_OF_THAT = r"(?:과|와|에|을|를)? ?(?:대해서?|관련(?:해서?|하여)?|두고|놓고|이어)(?:는|도|선)?,? "
_DESCRIBES = re.compile(r"[한힌친든린킨진쓴인은던는]$")
_OUTER = re.compile(
    rf" (?:것|데|점|사실){_OF_THAT}| (?:것|데)(?:이|에|은|을)| (?:가운데|와중에|상황에서)"
)
"""What shows that a verb describes only what the sentence goes on to speak of."""
_BEHIND = re.compile(
    rf"(?:들?의 [가-힣]{{1,4}})?(?: (?:것|데|점|사실))?{_OF_THAT}"
    r"|에(?:는|도)?,? (?!대한|관한|따른|의한|맞)"
)
_LINKING = ("라는", "이라는", "는", "다는", "자는", "냐는", "란", "이란")


class Course(NamedTuple):
    """How far the reports of a sentence have been read."""

    begin: int
    """Where the next report's source may be named at earliest."""
    floor: int
    """Where its claim may begin at earliest."""
    before: Attribution | None = None
    """The report before, unless that is only part of another."""
    aside: Span | None = None
    """What reports take up that are only part of another, or that nobody in particular made."""

    @property
    def follows(self) -> bool:
        """Whether somebody has spoken in the sentence, who may go on."""
        before = self.before
        if before is None or before.speaker is None:
            return False
        return not before.cues or before.cues[0].form != "postposition"


def is_within(sentence: Sentence, report: Report) -> bool:
    """Whether a report only tells what the sentence's own report is about."""
    cue = report.cue
    if cue is None:
        return False
    if cue.form == "noun":
        bare = cue.span.end - cue.span.start == len(cue.lemma)
        if report.kind == "direct":
            return bare and report.quotative in _LINKING
        if cue.describes or bare:
            return True
    return is_of_that(sentence, cue)


def is_of_that(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb describes what is spoken of: 통보한 것과 관련, 밝힌 것이라고."""
    if cue.form not in ("verb", "noun") or not _DESCRIBES.search(sentence.masked, *cue.span):
        return False
    return _OUTER.match(sentence.masked, cue.span.end, sentence.span.end) is not None


def is_of_noun(sentence: Sentence, report: Report) -> bool:
    """Whether a verb describes a noun that need not have said it: 위험하다고 답한 비율."""
    return report.kind == "indirect" and report.cue is not None and is_inside(sentence, report.cue)


def joined(sentence: Sentence, aside: Span | None, found: Attribution) -> Span:
    """What embedded reports take up so far, with one more: from its subject to its cue."""
    start = found.claim.start if aside is None else min(aside.start, found.claim.start)
    source = found.speaker.span if found.speaker else None
    if source and source.end < start and sentence.masked[source.end] in "이가":
        start = source.start
    return Span(start, max([found.claim.end, *(cue.span.end for cue in found.cues)]))


def phrases_around(
    sentence: Sentence, course: Course, end: int, names: Collection[str]
) -> list[Phrase]:
    """The phrases between two places, without those of embedded reports.

    Who is named behind them goes before who is named in front of them.
    """
    begin, aside = course.begin, course.aside
    if aside is None or not begin <= aside.end <= end:
        return phrases(sentence.lexicon, sentence.masked, sentence.words(begin, end), names)
    behind = phrases(sentence.lexicon, sentence.masked, sentence.words(aside.end, end), names)
    if any(one.life >= Life.NAME and not one.embedded for one in behind):
        return behind
    words = sentence.words(begin, max(begin, aside.start))
    return [*phrases(sentence.lexicon, sentence.masked, words, names), *behind]


def behind_aside(sentence: Sentence, aside: Span | None, at: int, end: int) -> int:
    """Behind embedded reports that the saying is about, else ``at``."""
    if aside is None or not at <= aside.end < end:
        return at
    found = _BEHIND.match(sentence.masked, aside.end, end)
    return found.end() if found else at
