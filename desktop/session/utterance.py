"""Utterances: claims that a relation joins, because the reporter's words stand between them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from desktop.model.project import Annotation, Relation
from desktop.session.planning import Lookup

_MOST_STEPS = 50
"""No sentence has more parts; a longer chain is cut."""


def joined_to(
    project: Lookup, annotations: Iterable[Annotation], relation_type: str | None
) -> tuple[dict[str, list[Annotation]], list[Relation]]:
    """For each annotation: all parts of its utterance in reading order, itself among them.

    The second result are the relations of all those parts, of whatever type.
    """
    known = {annotation.id: annotation for annotation in annotations}
    relations: dict[str, Relation] = {}
    asked = list(known)
    for _ in range(_MOST_STEPS):
        found = project.relations_of(asked) if asked else []
        relations |= {relation.id: relation for relation in found}
        asked = [
            end
            for relation in found
            if relation.type == relation_type
            for end in (relation.source_id, relation.target_annotation_id or "")
            if end not in known
        ]
        if not asked:
            break
        known |= {a.id: a for a in project.annotations_by_id(list(dict.fromkeys(asked)))}
    joints = [r for r in relations.values() if r.type == relation_type]
    return _groups(known, joints), list(relations.values())


def _groups(known: dict[str, Annotation], joints: list[Relation]) -> dict[str, list[Annotation]]:
    group: dict[str, list[str]] = {each: [each] for each in known}
    for joint in joints:
        ends = joint.source_id, joint.target_annotation_id or ""
        if all(end in group for end in ends) and group[ends[0]] is not group[ends[1]]:
            united = group[ends[0]] + group[ends[1]]
            group |= dict.fromkeys(united, united)
    return {
        each: sorted((known[part] for part in parts), key=attrgetter("start", "end", "id"))
        for each, parts in group.items()
    }
