"""Attributions of an article: claims with their cues, their speakers and what joins them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from desktop.korean.according import according_to
from desktop.korean.around import bracketed_source, closing_words, headline_source
from desktop.korean.attribution import Attribution, Speaker
from desktop.korean.claim_starts import claim_start
from desktop.korean.cues import Cue, bare_noun_at
from desktop.korean.direct_speech import direct_reports
from desktop.korean.embedded import Course, is_of_noun, is_within, joined
from desktop.korean.indirect_speech import indirect_reports
from desktop.korean.inner_speech import inner_attributions
from desktop.korean.lexicon import Lexicon, standard_lexicon
from desktop.korean.masking import masked
from desktop.korean.openings import opening_end
from desktop.korean.quotes import Quote, find_quotes
from desktop.korean.relays import is_relay, relay_behind, two_tellers
from desktop.korean.reports import Report, Sentence, closes, is_headline
from desktop.korean.sentences import find_sentences
from desktop.korean.sources import (
    Origin,
    origin_of,
    topic_of,
)
from desktop.korean.speaker_parts import speaker_features
from desktop.korean.speaker_words import is_medium
from desktop.korean.titled_names import titled_names
from desktop.model.span import Span
from desktop.model.values import Features

_REFERENCES = re.compile(
    r"(?<=\S) ?(?:\[\d{1,3}\]|\((?:사진|(?:왼|오른)쪽|가운데|위|아래)[^()]{0,12}\))+$"
)
"""What an editor put behind a name: a number of a note, the place in a picture."""
_UP_TO_CLAIM = re.compile(r"(?:[, ]|\[\d{1,3}\])*")
_STANDS = re.compile(r"[\s…,.]")
"""What follows a noun that reports in a headline; 소식에 does not."""
_WORD_REST = re.compile(r"[^\s.\ue000]{0,4}")
_WHO_DOES = re.compile(r"[은는이가도]|께서")
_CUE_REACH = 20
_HEARSAY = "소식통"
_POINTING = ("이", "그", "이것")


def attributions(
    text: str, lexicon: Lexicon | None = None, names: Collection[str] = ()
) -> tuple[Attribution, ...]:
    """The attributions of a text, in order of their claims; ``names`` are known speakers."""
    known = lexicon or standard_lexicon()
    found = _Article(text, known, names).attributions()
    inner = [
        nested
        for attribution in found
        if attribution.features.get("quote_type") == "direct"
        for nested in inner_attributions(
            text, attribution, lambda words: _Article(words, known, names).attributions()
        )
    ]
    return tuple(sorted((*found, *inner), key=lambda a: (a.claim.start, -a.claim.end)))


class _Article:
    """Goes through a text line by line and remembers who spoke last."""

    def __init__(self, text: str, lexicon: Lexicon, names: Collection[str]) -> None:
        self._text = text
        self._lexicon = lexicon
        self._quotes = find_quotes(text)
        self._masked = masked(text, self._quotes)
        self._names = {name for name in names if name} | titled_names(lexicon, self._masked)
        self._speakers: dict[Span, Speaker] = {}
        self._last: Speaker | None = None
        self._topic: Span | None = None
        self._found: list[Attribution] = []

    def attributions(self) -> tuple[Attribution, ...]:
        at = 0
        quotes = [quote for quote in self._quotes if not quote.depth]
        number = 0
        while at < len(self._text):
            newline = self._text.find("\n", at)
            end = len(self._text) if newline < 0 else newline
            inside: list[Quote] = []
            while number < len(quotes) and quotes[number].outer.start < end:
                inside.append(quotes[number])
                number += 1
            self._line(Span(at, end), inside)
            at = end + 1
        return tuple(sorted(self._found, key=lambda a: (a.claim.start, -a.claim.end)))

    def _line(self, line: Span, quotes: Sequence[Quote]) -> None:
        opening = opening_end(self._lexicon, self._text, line)
        sentences = find_sentences(self._text, opening, line.end)
        quotes = [quote for quote in quotes if quote.outer.start >= opening]
        headline = is_headline(self._text, line)
        number = 0
        for index, span in enumerate(sentences):
            inside: list[Quote] = []
            while number < len(quotes) and quotes[number].outer.start < span.end:
                inside.append(quotes[number])
                number += 1
            sentence = Sentence(self._lexicon, self._text, self._masked, span, headline)
            following = sentences[index + 1] if index + 1 < len(sentences) else None
            self._sentence(sentence, inside, following)
            self._topic = topic_of(sentence, self._names) or self._topic

    def _sentence(
        self, sentence: Sentence, quotes: Sequence[Quote], following: Span | None
    ) -> None:
        direct = direct_reports(sentence, quotes)
        indirect = indirect_reports(sentence, direct)
        reports = sorted([*direct, *indirect], key=lambda report: report.after)
        found: list[Attribution] = []
        begin = sentence.span.start
        named = according_to(sentence, self._names)
        if named is not None:
            begin = self._according(sentence, named, reports, found)
        latest = found[-1] if found else None
        course, told = Course(begin, begin, latest), begin
        for report in reports:
            # A cue behind the next report is shared with it, and no border.
            if course.begin < told <= report.turn:
                course = course._replace(begin=told, floor=told)
            if is_relay(report, latest) or report.after < course.begin:
                continue
            kept = self._last
            attribution = self._attribution(sentence, report, course, named)
            if attribution is None:
                continue
            if report.kind == "direct" and not attribution.cues:
                attribution = self._from_around(sentence, report, attribution, following)
            found.append(attribution)
            latest = attribution
            source = attribution.speaker.span if attribution.speaker else None
            aside = joined(sentence, course.aside, attribution)
            if is_within(sentence, report) or _is_described(report, source):
                course, self._last = course._replace(aside=aside), kept
                continue
            ends = [self._word_end(cue.span.end) for cue in _cues(attribution)]
            if source is None and report.impersonal:
                floor = max([report.after, *ends])
                course = course._replace(floor=floor, aside=aside)
                continue
            course = Course(report.after, report.after, attribution)
            told = max([report.after, *ends])
        self._found.extend(_nested(found))

    def _word_end(self, at: int) -> int:
        found = _WORD_REST.match(self._masked, at)
        return found.end() if found else at

    def _according(
        self,
        sentence: Sentence,
        named: tuple[Span, Span],
        reports: Sequence[Report],
        found: list[Attribution],
    ) -> int:
        """The claim of ``에 따르면``, unless a verb at the sentence's end reports it as well."""
        source, place = named
        begin = place.end
        if skipped := _UP_TO_CLAIM.match(self._text, begin, sentence.span.end):
            begin = skipped.end()
        end = sentence.span.start + len(sentence.span.slice(self._text).rstrip(" .…"))
        cue = Cue(place, "postposition", "따르다", "neutral")
        last = [
            r
            for r in reports
            if r.cue and r.cue.span.end >= end - 1 and r.turn >= begin and not _is_event(r)
        ]
        if not last and begin < end:
            features: Features = {
                "quote_type": "indirect",
                "source_type": "other",
                "attribution_type": "communication",
            }
            claim = Span(begin, end)
            pointing = source.slice(self._text) in _POINTING
            speaker = self._recent() if pointing else self._mention(source)
            found.append(
                Attribution(
                    claim,
                    features,
                    (cue,),
                    speaker,
                    "speaker" if speaker else "implicit",
                    rule="claim.indirect",
                )
            )
        return begin

    def _attribution(
        self,
        sentence: Sentence,
        report: Report,
        course: Course,
        named: tuple[Span, Span] | None,
    ) -> Attribution | None:
        before = course.before
        origin = origin_of(sentence, report, course, self._names)
        if is_of_noun(sentence, report) and not _is_described(report, origin.span):
            return None
        relays: tuple[Speaker, ...] = ()
        relay_cues: tuple[Cue, ...] = ()
        cues = () if report.cue is None else (report.cue,)
        if passed_on := relay_behind(sentence, report, self._names):
            teller, relay_cue = passed_on
            relay_cues = (relay_cue,)
            two = (
                None if teller else two_tellers(sentence, report, course.begin, origin, self._names)
            )
            if two is not None:
                origin, teller = two
            relays = (self._in_passing(teller),) if teller else ()
        said = Span(report.claim.end - 1, report.claim.end)
        if named is not None and not (before and before.claim.contains(said)):
            origin, relays = self._by_source(sentence, report, named, origin, relays)
            if origin.span == named[0]:
                cues = (Cue(named[1], "postposition", "따르다", "neutral"), *cues)
        claim = report.claim
        if report.kind == "indirect":
            claim = Span(claim_start(sentence, report, origin, course), claim.end)
            if claim.start >= claim.end:
                return None
        speaker = self._speaker(sentence, origin, before)
        if speaker is None and closes(sentence, report) and self._is_in_line(sentence):
            speaker = self._recent()
        return Attribution(
            claim,
            _claim_features(sentence, report, claim, speaker is not None),
            cues,
            speaker,
            "speaker" if speaker else "implicit",
            relays,
            relay_cues,
            continues=_continued(report, before, speaker),
            rule=f"claim.{report.kind}",
            certain=report.certain,
        )

    def _by_source(
        self,
        sentence: Sentence,
        report: Report,
        named: tuple[Span, Span],
        origin: Origin,
        relays: tuple[Speaker, ...],
    ) -> tuple[Origin, tuple[Speaker, ...]]:
        """What ``에 따르면`` says of a report behind it: its source, or who passes it on."""
        source, place = named
        if report.turn < place.end:
            return origin, relays
        head = source.slice(sentence.text).removesuffix("등").rstrip().rsplit(" ", 1)[-1]
        own = origin.span is not None
        passes_on = is_medium(self._lexicon, head) or head.endswith(_HEARSAY)
        if own and (report.kind == "direct" or passes_on):
            return origin, (*relays, self._mention(source))
        return Origin(source, max(place.end, sentence.span.start)), relays

    def _from_around(
        self, sentence: Sentence, report: Report, found: Attribution, following: Span | None
    ) -> Attribution:
        """A quotation without cue: a bracket, the next sentence or a headline's rest may tell."""
        source = bracketed_source(self._lexicon, self._text, report.after, self._names)
        if source is not None:
            return self._said_by(found, source)
        first = sentence.span.start
        words = sentence.words(max(first, report.turn - _CUE_REACH), report.turn)
        if sentence.headline and words:
            last = words[-1]
            noun = bare_noun_at(self._lexicon, self._masked, last.start, last.end)
            if noun is None or not _STANDS.match(self._masked, noun.span.end):
                return found
            return replace(found, cues=(noun,))
        if sentence.headline and report.turn == first:
            source = headline_source(sentence, report.after, self._names)
            return self._said_by(found, source) if source else found
        if following is None or report.turn > first:
            return found
        after = Sentence(self._lexicon, self._text, self._masked, following, headline=False)
        closing = closing_words(after, self._names)
        if closing is None:
            return found
        source, cue = closing
        return replace(self._said_by(found, source), cues=(cue,))

    def _said_by(self, found: Attribution, source: Span) -> Attribution:
        features = found.features | {"source_type": "other"}
        return replace(found, speaker=self._mention(source), source="speaker", features=features)

    def _speaker(
        self, sentence: Sentence, origin: Origin, before: Attribution | None
    ) -> Speaker | None:
        if origin.span is not None:
            return self._mention(origin.span)
        if origin.shared:
            if before is not None and (before.speaker or sentence.headline):
                return before.speaker
            return None if sentence.headline else self._recent()
        return None

    def _is_in_line(self, sentence: Sentence) -> bool:
        """Whether somebody spoke or was spoken of before in the sentence's paragraph."""
        line = self._text.rfind("\n", 0, sentence.span.start) + 1
        spoken_of = (self._topic, self._last.span if self._last else None)
        return any(span is not None and span.start >= line for span in spoken_of)

    def _recent(self) -> Speaker | None:
        """Who spoke last, or the topic of an earlier sentence if that is nearer."""
        last = self._last
        if self._topic is not None and (last is None or last.span.start < self._topic.start):
            return self._mention(self._topic)
        return last

    def _in_passing(self, span: Span) -> Speaker:
        """A mention of who is not the next sentence's source."""
        kept, mention = self._last, self._mention(span)
        self._last = kept
        return mention

    def _mention(self, span: Span) -> Speaker:
        if reference := _REFERENCES.search(self._text, *span):
            span = Span(span.start, reference.start())
        span = Span(span.start, span.start + len(span.slice(self._text).rstrip()))
        known = self._speakers.get(span)
        if known is None:
            features = speaker_features(self._lexicon, self._text, span)
            antecedent = None
            if features.get("mention_form") == "pronoun" and self._last is not None:
                antecedent = self._last.antecedent or self._last.span
            known = Speaker(span, features, antecedent)
            self._speakers[span] = known
        self._last = known
        return known


def _cues(attribution: Attribution) -> tuple[Cue, ...]:
    return (*attribution.cues, *attribution.relay_cues)


def _is_event(report: Report) -> bool:
    """Whether a sentence tells that something was heard: "…"는 신고가 접수됐다."""
    heard = report.cue is not None and report.cue.lemma in ("신고", "제보")
    return report.impersonal and (report.kind == "direct" or heard)


def _is_described(report: Report, source: Span | None) -> bool:
    """Whether a verb describes its source, who may go on to say more: 숨겼다고 주장한 A씨가."""
    return source is not None and report.cue is not None and source.start > report.cue.span.start


def _continued(report: Report, before: Attribution | None, speaker: Speaker | None) -> Span | None:
    """The claim that this one goes on with: "A"라며 "B"라고."""
    if before is None or speaker is None or before.speaker is not speaker:
        return None
    if not before.cues or before.cues[0].form != "ending" or report.quote is None:
        return None
    return before.claim


def _nested(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of a sentence in order, each with the innermost claim around it."""
    around: list[Span] = []
    for attribution in sorted(found, key=lambda a: (a.claim.start, -a.claim.end)):
        claim = attribution.claim
        while around and around[-1].end < claim.end:
            around.pop()
        inside = around and around[-1] != claim
        yield replace(attribution, nested_in=around[-1]) if inside else attribution
        around.append(claim)


def _claim_features(sentence: Sentence, report: Report, claim: Span, has_speaker: bool) -> Features:
    features: Features = {"quote_type": report.kind}
    if report.kind == "indirect" and '"' in claim.slice(sentence.text):
        features["quote_type"] = "mixed"
    features["source_type"] = "other" if has_speaker else "arbitrary"
    features["attribution_type"] = report.cue.attitude if report.cue else "communication"
    if report.quotative:
        features["quotative"] = report.quotative
    return features
