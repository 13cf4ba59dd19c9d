"""Attributions as suggestions: claims, cues and speakers, tied together and grouped."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from desktop.korean.attribution import Attribution, Speaker
from desktop.korean.attributions import attributions
from desktop.korean.cues import Cue
from desktop.korean.versions import SPEECH
from desktop.model.project import IMPLICIT_ID, NARRATOR_ID
from desktop.model.span import Span
from desktop.suggestions.naming import ENTITY_TYPES
from desktop.suggestions.passages import Passage
from desktop.suggestions.rules import RULES
from desktop.suggestions.suggestion import Group, Suggestion, Suggestions, Tie, Who, suggestion_id
from desktop.suggestions.words import lexicon_with

CLAIM, CUE, SPEAKER = "CLAIM", "CUE", "SPEAKER"

_SOURCES = {"implicit": IMPLICIT_ID, "narrator": NARRATOR_ID}


def attributed(passage: Passage) -> Suggestions:
    """The claims of a passage with what reports them and who said them."""
    known = passage.known
    found = attributions(passage.text, lexicon_with(known.words), known.names)
    naming = _Naming(passage, found)
    suggestions: dict[str, Suggestion] = {}
    for attribution in found:
        for suggestion in _parts(attribution, naming):
            suggestions.setdefault(suggestion.id, suggestion)
    return Suggestions(
        tuple(suggestions.values()),
        tuple(tie for attribution in found for tie in _ties(attribution)),
        tuple(_groups(found)),
    )


class _Naming:
    """Says which entry of the registry a mention speaks of."""

    def __init__(self, passage: Passage, found: tuple[Attribution, ...]) -> None:
        self._text = passage.text
        self._names = passage.known.names
        self._mentions = {speaker.span: speaker for a in found for speaker in _speakers(a)}

    def who(self, speaker: Speaker) -> Who | None:
        """The entry; that of the antecedent for a pronoun, None for who has no name here."""
        form = speaker.features.get("mention_form")
        if speaker.antecedent is not None:
            before = self._mentions.get(speaker.antecedent)
            if before is not None and before.antecedent is None:
                return self.who(before)
            return Who(speaker.antecedent.slice(self._text))
        quote = speaker.span.slice(self._text)
        name = self._part(speaker, "name")
        known = self._names.get(quote) or self._names.get(name or "")
        if known is None and form == "named" and name is not None and len(name) == 1:
            return self._of_surname(name, speaker)
        if form == "pronoun" or (form == "title_only" and known is None):
            return None
        return Who(
            name or quote,
            ENTITY_TYPES.get(form, "person"),
            known,
            self._part(speaker, "affiliation"),
            self._part(speaker, "title"),
        )

    def _of_surname(self, surname: str, speaker: Speaker) -> Who | None:
        """Who is called by surname and title, as in 윤 대표: the one named in full just before."""
        title = self._part(speaker, "title")
        for before in self._named_before(speaker):
            name = self._part(before, "name") or ""
            alike = title is None or (self._part(before, "title") or title).startswith(title)
            if len(name) > 1 and name.startswith(surname) and alike:
                return self.who(before)
        return None

    def _named_before(self, speaker: Speaker) -> list[Speaker]:
        """The mentions before this one, the last of them first."""
        before = [span for span in self._mentions if span < speaker.span]
        return [self._mentions[span] for span in sorted(before, reverse=True)]

    def _part(self, speaker: Speaker, part: str) -> str | None:
        parts = speaker.features.get("parts")
        place = parts.get(part) if isinstance(parts, dict) else None
        if isinstance(place, list) and len(place) == 2:
            start, end = place
            if isinstance(start, int) and isinstance(end, int):
                return self._text[start:end]
        return None

    def features(self, speaker: Speaker) -> dict[str, JsonValue]:
        """The mention's features, affiliation and title in words beside their places."""
        worded = {name: self._part(speaker, name) for name in ("affiliation", "title")}
        return {name: text for name, text in worded.items() if text} | dict(speaker.features)


def _parts(attribution: Attribution, naming: _Naming) -> Iterator[Suggestion]:
    rule = RULES[attribution.rule]
    sure = rule.sure and attribution.certain
    yield Suggestion(CLAIM, attribution.claim, rule.id, SPEECH, attribution.features, sure)
    for cue in (*attribution.cues, *attribution.relay_cues):
        yield Suggestion(CUE, cue.span, f"cue.{cue.form}", SPEECH, cue.features)
    for speaker in _speakers(attribution):
        form = speaker.features.get("mention_form")
        yield Suggestion(
            SPEAKER,
            speaker.span,
            f"speaker.{form}",
            SPEECH,
            naming.features(speaker),
            who=naming.who(speaker),
        )


def _speakers(attribution: Attribution) -> Iterator[Speaker]:
    if attribution.speaker is not None:
        yield attribution.speaker
    yield from attribution.relays


def _ties(attribution: Attribution) -> Iterator[Tie]:
    claim = suggestion_id(CLAIM, attribution.claim)
    origin = f"rule:{attribution.rule}@{SPEECH}"
    if attribution.speaker is not None:
        speaker = suggestion_id(SPEAKER, attribution.speaker.span)
        yield Tie("attributed_to", claim, speaker, origin)
    else:
        yield Tie("attributed_to", claim, _SOURCES[attribution.source], origin, "record")
    for relay in attribution.relays:
        yield Tie("relayed_by", claim, suggestion_id(SPEAKER, relay.span), origin)
    for role, cues in (("main", attribution.cues), ("relay", attribution.relay_cues)):
        for cue in cues:
            cue_id = suggestion_id(CUE, cue.span)
            yield Tie("cued_by", claim, cue_id, origin, features={"role": role})
    for relation, other in (
        ("continues", attribution.continues),
        ("nested_in", attribution.nested_in),
    ):
        if other is not None:
            yield Tie(relation, claim, suggestion_id(CLAIM, other), origin)


def _groups(found: tuple[Attribution, ...]) -> Iterator[Group]:
    """One group an utterance: claims that continue each other or share a cue.

    A speaker named for several utterances belongs to the first of them.
    """
    utterances: list[dict[str, None]] = []
    of: dict[str, dict[str, None]] = {}
    for attribution in found:
        claim = suggestion_id(CLAIM, attribution.claim)
        cues = [suggestion_id(CUE, cue.span) for cue in _cues(attribution)]
        joined = cues + _ids(CLAIM, attribution.continues)
        group = next((of[each] for each in joined if each in of), None)
        if group is None:
            group = {}
            utterances.append(group)
        people = [suggestion_id(SPEAKER, speaker.span) for speaker in _speakers(attribution)]
        for member in (claim, *cues, *people):
            if of.setdefault(member, group) is group:
                group[member] = None
    return (Group(tuple(group)) for group in utterances if len(group) > 1)


def _cues(attribution: Attribution) -> tuple[Cue, ...]:
    return (*attribution.cues, *attribution.relay_cues)


def _ids(label: str, span: Span | None) -> list[str]:
    return [suggestion_id(label, span)] if span is not None else []
