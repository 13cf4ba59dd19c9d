"""Attribution: the commands that say who said a claim, in words of what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.korean.likely_entries import learnable
from desktop.korean.name_index import names_of
from desktop.model.project import IMPLICIT_ID, NARRATOR_ID, Annotation, Entity
from desktop.model.roles import Roles, roles_of
from desktop.model.span import Span
from desktop.model.values import Features, new_id
from desktop.session.annotation_commands import AddAnnotation, SetFeature
from desktop.session.command import CommandValue
from desktop.session.entity_commands import AddEntity
from desktop.session.planning import Lookup
from desktop.session.registry_commands import LinkMention
from desktop.session.relation_commands import AddRelation, DeleteRelations
from desktop.session.together import Together
from desktop.session.utterance import joined_to


@dataclass(frozen=True, slots=True)
class Place:
    """A speaker or a cue: one that is marked, or words that are to be marked as one."""

    span: Span
    annotation: Annotation | None = None
    features: Features = field(default_factory=dict)
    origin: str = "human"

    @classmethod
    def of(cls, annotation: Annotation) -> Place:
        """An annotation's place."""
        return cls(annotation.span, annotation, annotation.features)

    def part(self, name: str, text: str) -> str | None:
        """The words of one of a mention's parts: its name, affiliation or title."""
        parts = self.features.get("parts")
        place = parts.get(name) if isinstance(parts, dict) else None
        match place:
            case [int(start), int(end)]:
                return text[start:end]
        return None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who it was: a place in the text, an entry of the registry, or both.

    ``entity`` may be one that is not in the registry yet.
    """

    place: Place | None = None
    entity: Entity | None = None

    @property
    def entity_id(self) -> str | None:
        """The entry's id."""
        return self.entity.id if self.entity is not None else None


def attribute(
    project: Lookup, claim: Annotation, speaker: Speaker, cue: Place | None, text: str
) -> Together | None:
    """Say who said ``claim``, and with which cue; None when all of it was said before.

    All parts of the claim's utterance get the same speaker; the cue is this part's. What another
    annotator marked is related to, and stays as it is.
    """
    roles = roles_of(project.schema)
    groups, relations = joined_to(project, [claim], roles.continues)
    there = {(r.type, r.source_id, r.target_id) for r in relations}
    parts: list[CommandValue] = []
    target = _speaker_parts(project, roles, claim, speaker, text, parts)
    if target is not None and roles.said_by is not None:
        for part in groups[claim.id]:
            if part.annotator_id != claim.annotator_id:
                continue
            if (roles.said_by, part.id, target) not in there:
                parts.append(_relation(roles.said_by, part.id, target))
            parts += _source_type(project, part, target)
    if cue is not None and roles.cued_by is not None and roles.cue is not None:
        cue_id = _marked(cue, claim.document_id, roles.cue, parts)
        if (roles.cued_by, claim.id, cue_id) not in there:
            parts.append(_relation(roles.cued_by, claim.id, cue_id))
    return Together(kind="attribute", parts=tuple(parts)) if parts else None


def link(project: Lookup, mention: Annotation, entity: Entity, text: str) -> Together:
    """Say whom a mention means; an entry that is new is made, one that is known learns the name."""
    parts: list[CommandValue] = []
    if project.entity(entity.id) is None:
        parts.append(AddEntity(entity=entity))
    alias = _alias(Place.of(mention), text, entity)
    parts.append(LinkMention(annotation_id=mention.id, entity_id=entity.id, alias=alias))
    return Together(kind="link_mention", parts=tuple(parts))


def join(project: Lookup, part: Annotation, before: Annotation) -> Together | None:
    """Say that ``part`` goes on with what ``before`` says: it gets the same speaker.

    Where they are joined already, they are parted again.
    """
    roles = roles_of(project.schema)
    if roles.continues is None:
        return None
    relations = project.relations_of([part.id, before.id])
    joints = [r.id for r in relations if (r.type, r.source_id) == (roles.continues, part.id)]
    if joints:
        return Together(kind="part", parts=(DeleteRelations(relation_ids=tuple(joints)),))
    parts: list[CommandValue] = [_relation(roles.continues, part.id, before.id)]
    said_by = [r for r in relations if r.type == roles.said_by]
    own = {r.target_id for r in said_by if r.source_id == part.id}
    theirs = [r.target_id for r in said_by if r.source_id == before.id]
    if theirs and not own:
        parts += [_relation(str(roles.said_by), part.id, target) for target in theirs[:1]]
        parts += _source_type(project, part, theirs[0])
    elif own and not theirs:
        parts.append(_relation(str(roles.said_by), before.id, min(own)))
        parts += _source_type(project, before, min(own))
    return Together(kind="join", parts=tuple(parts))


def claim_before(claim: Annotation, near: Sequence[Annotation]) -> Annotation | None:
    """The claim that ends nearest before ``claim``, in its paragraph's annotations ``near``."""
    earlier = [a for a in near if a.label == claim.label and a.end <= claim.start]
    return max(earlier, key=lambda a: (a.end, a.start, a.id), default=None)


def _speaker_parts(
    project: Lookup,
    roles: Roles,
    claim: Annotation,
    speaker: Speaker,
    text: str,
    parts: list[CommandValue],
) -> str | None:
    """Mark and link the speaker; the id that the relation is to lead to."""
    entity, place = speaker.entity, speaker.place
    marked = place.annotation if place is not None else None
    if marked is not None and marked.annotator_id != claim.annotator_id:
        return marked.id
    if entity is not None and project.entity(entity.id) is None:
        parts.append(AddEntity(entity=entity))
    if place is None or roles.speaker is None:
        return entity.id if entity is not None else None
    mention_id = _marked(place, claim.document_id, roles.speaker, parts)
    named = next(iter(project.schema.entity_features.get(roles.speaker, ())), None)
    known = marked is not None and named and marked.features.get(named) == speaker.entity_id
    if entity is not None and named and not known:
        alias = _alias(place, text, entity)
        parts.append(LinkMention(annotation_id=mention_id, entity_id=entity.id, alias=alias))
    return mention_id


def _alias(place: Place, text: str, entity: Entity) -> str | None:
    """What the entry learns: the name within the mention when it is known, else all of it.

    A mention that holds a name of the entry teaches nothing new.
    """
    if (name := place.part("name", text)) is not None:
        return learnable(name)
    words = place.span.slice(text)
    if any(name in words for name in names_of(entity)):
        return None
    return learnable(words, place.features.get("mention_form"))


def _marked(place: Place, document_id: str, label: str, parts: list[CommandValue]) -> str:
    if place.annotation is not None:
        return place.annotation.id
    annotation_id = new_id()
    parts.append(
        AddAnnotation(
            annotation_id=annotation_id,
            document_id=document_id,
            label=label,
            span=place.span,
            features=place.features,
            origin=place.origin,
        )
    )
    return annotation_id


def _relation(kind: str, source_id: str, target_id: str) -> AddRelation:
    return AddRelation(relation_id=new_id(), type=kind, source_id=source_id, target_id=target_id)


def _source_type(project: Lookup, claim: Annotation, target: str) -> list[CommandValue]:
    """A claim that somebody made is not the writer's, and one of the narrator's is.

    One whose source is not stated is arbitrary, but an arbitrary one may have a source (일각).
    """
    feature = project.schema.label_named[claim.label].feature_named.get("source_type")
    wanted = {NARRATOR_ID: "writer", IMPLICIT_ID: "arbitrary"}.get(target, "other")
    present = claim.features.get("source_type")
    decided = present not in (None, "writer") and target not in (NARRATOR_ID, IMPLICIT_ID)
    if feature is None or decided or present == wanted or feature.fault(wanted, 0) is not None:
        return []
    return [SetFeature(annotation_id=claim.id, name="source_type", value=wanted)]
