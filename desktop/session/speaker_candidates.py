"""Who may have said a claim, and with which cue: what is near it, the most likely first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.korean.likely_entries import learnable, likely_entries
from desktop.korean.name_index import NameIndex
from desktop.korean.sentences import find_sentences
from desktop.korean.speaker_ranking import likely_speakers
from desktop.model.project import Annotation, Entity
from desktop.model.roles import roles_of
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.attribution import Place, Speaker
from desktop.session.planning import Lookup
from desktop.suggestions.naming import ENTITY_TYPES, new_entity
from desktop.suggestions.suggestion import Suggestion, Who

REACH = 1_500
"""How far from the claim a speaker is looked for, in code points."""

_CUE_REACH = 60
_MOST = 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker that can be chosen: a place in the text, and whom it means.

    ``speaker.entity`` is None where that is not clear; with ``is_new`` it is not in the registry.
    """

    speaker: Speaker
    is_new: bool = False


def reach_of(claim: Span, length: int) -> Span:
    """The text around a claim in which its speaker is looked for."""
    return Span(max(claim.start - REACH, 0), min(claim.end + REACH, length))


def speakers_near(
    project: Lookup,
    registry: NameIndex,
    claim: Annotation,
    text: str,
    suggested: Sequence[Suggestion] = (),
) -> list[Candidate]:
    """The speakers near a claim, marked or suggested, the most likely first; at most 24."""
    roles = roles_of(project.schema)
    near = project.annotations(claim.document_id, reach_of(claim.span, len(text)))
    places = [Place.of(a) for a in near if a.label == roles.speaker]
    taken = [place.span for place in places]
    proposed: dict[Span, Suggestion] = {
        s.span: s
        for s in suggested
        if s.label == roles.speaker and not any(s.span.overlaps(span) for span in taken)
    }
    places += [Place(s.span, None, s.features, s.origin) for s in proposed.values()]
    order = likely_speakers(text, claim.span, [place.span for place in places])[:_MOST]
    present = {e for a in near for e in _entities_of(project, a)}
    return [
        _candidate(project, registry, places[index], text, proposed, present) for index in order
    ]


def place_as_speaker(
    project: Lookup, registry: NameIndex, place: Place, text: str, name: str = ""
) -> Speaker:
    """Words chosen as a speaker: whom the registry knows them for, or a new entry.

    ``name`` is what the entry is to be called, if it was typed.
    """
    if name:
        known = registry.named(name)
        affiliation, title = place.part("affiliation", text), place.part("title", text)
        new = Who(name, "person", None, affiliation, title)
        return Speaker(place, known[0] if known else new_entity(new_id(), new))
    found = _candidate(project, registry, place, text, {}, frozenset())
    return found.speaker


def cue_near(
    project: Lookup, claim: Annotation, text: str, suggested: Sequence[Suggestion] = ()
) -> Place | None:
    """The cue that a claim has, else the one on its line that most likely belongs to it.

    That is the first behind it within its sentence, else the last before it there; then in the
    same way, what is in other sentences.
    """
    roles = roles_of(project.schema)
    if roles.cue is None or roles.cued_by is None:
        return None
    own = [
        r.target_id
        for r in project.relations_of([claim.id])
        if (r.type, r.source_id) == (roles.cued_by, claim.id)
    ]
    if own:
        return Place.of(project.annotations_by_id(own)[0])
    low = max(text.rfind("\n", 0, claim.start) + 1, claim.start - _CUE_REACH)
    line_end = text.find("\n", claim.end, claim.end + _CUE_REACH)
    around = Span(low, min(len(text), claim.end + _CUE_REACH) if line_end < 0 else line_end)
    places = [
        Place.of(a) for a in project.annotations(claim.document_id, around) if a.label == roles.cue
    ]
    places += [
        Place(s.span, None, s.features, s.origin)
        for s in suggested
        if s.label == roles.cue and not any(s.span.overlaps(place.span) for place in places)
    ]
    sentence = _sentences_over(claim.span, text, around)

    def unlikely(place: Place) -> tuple[bool, bool, int]:
        behind = place.span.start >= claim.end
        distance = place.span.start - claim.end if behind else claim.start - place.span.start
        return not sentence.contains(place.span), not behind, distance

    beside = [
        place
        for place in places
        if around.start <= place.span.start < claim.start
        or claim.end <= place.span.start < around.end
    ]
    return min(beside, key=unlikely, default=None)


def _sentences_over(span: Span, text: str, around: Span) -> Span:
    over = [s for s in find_sentences(text, around.start, around.end) if s.overlaps(span)]
    return Span(over[0].start, over[-1].end) if over else span


def _candidate(
    project: Lookup,
    registry: NameIndex,
    place: Place,
    text: str,
    proposed: dict[Span, Suggestion],
    present: set[str] | frozenset[str],
) -> Candidate:
    linked = _entities_of(project, place.annotation) if place.annotation else []
    if linked:
        return Candidate(Speaker(place, registry.get(linked[0])))
    suggestion = proposed.get(place.span)
    who = suggestion.who if suggestion is not None else None
    entity = _known(who, registry) if who is not None else None
    words = place.span.slice(text)
    if entity is None:
        for match in likely_entries(words, registry, present):
            if match.reason != "part" and (match.reason == "name" or match.entity.type == "person"):
                entity = match.entity
                break
    if entity is not None:
        return Candidate(Speaker(place, entity))
    new = new_entity(new_id(), who) if who is not None else _new_entry(project, place, text)
    return Candidate(Speaker(place, new), is_new=new is not None)


def _known(who: Who, registry: NameIndex) -> Entity | None:
    if who.entity_id is not None:
        return registry.get(who.entity_id)
    return next(iter(registry.named(who.name)), None)


def _new_entry(project: Lookup, place: Place, text: str) -> Entity | None:
    """An entry for somebody whom the registry does not know, with what the mention says of them.

    None for a pronoun, a title alone, and other words that could mean anybody.
    """
    form = place.features.get("mention_form")
    words = " ".join(place.span.slice(text).split())
    name = place.part("name", text) or learnable(words, form)
    kind = ENTITY_TYPES.get(form, "person")
    if form in ("anonymous", "group", "compound"):
        name = words
    if not name or form in ("pronoun", "title_only"):
        return None
    kinds = [choice.name for choice in project.schema.entity_types]
    if kind not in kinds:
        return None
    affiliation, title = place.part("affiliation", text), place.part("title", text)
    return new_entity(new_id(), Who(name, kind, None, affiliation, title))


def _entities_of(project: Lookup, annotation: Annotation) -> list[str]:
    names = project.schema.entity_features.get(annotation.label, ())
    return [str(annotation.features[name]) for name in names if name in annotation.features]
