"""Comparing what several annotators made of one article: what they agree on, where they differ.

The curated layer is the work of :data:`CURATED`, who is nobody: whoever settles a difference copies
annotations into it, and the annotators' own stay as they are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from pydantic import JsonValue

from desktop.model.answer import Answer
from desktop.model.project import Annotation, Annotator, Relation
from desktop.model.span import Span

CURATED = Annotator(id="curated", name="검수본 (curated)", created_at="2026-01-01T00:00:00.000Z")
"""In whose name the curated layer stands."""

SETTLED = "curation_difference"
"""The kind under which a settled difference is kept, as an answer."""

_FEWEST = 2
_OWN = frozenset({"note"})
"""Features that are the annotator's alone and make no difference."""

Place = tuple[str, int, int]
"""Label, start and end: how annotations of different people are the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Annotations of one label that overlap and that not everybody has in the same way.

    ``versions`` are those of each annotator, in the order of :attr:`Comparison.voices`; empty for
    who marked nothing there. ``key`` changes with what the annotations say.
    """

    label: str
    span: Span
    versions: tuple[tuple[Annotation, ...], ...]
    key: str

    @property
    def annotation_ids(self) -> tuple[str, ...]:
        """All annotations that it is about."""
        return tuple(sorted(a.id for version in self.versions for a in version))


@dataclass(frozen=True, slots=True)
class Comparison:
    """``voices`` are the ids of who annotated the article; ``agreed`` has one annotation a place.

    ``relations`` are those that leave the agreed annotations.
    """

    voices: tuple[str, ...]
    agreed: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def possible(self) -> bool:
        """False when only one annotator's work is there."""
        return len(self.voices) >= _FEWEST


def compare(annotations: Sequence[Annotation], relations: Sequence[Relation]) -> Comparison:
    """Compare everybody's annotations of one article, given by place, with their relations.

    Annotations are the same when label, place, features (but for notes) and the relations that
    leave them are. Relations are the same when they lead to the same entry, or to annotations of
    one label that overlap: where exactly those lie is a difference of its own.
    """
    own = [annotation for annotation in annotations if annotation.annotator_id != CURATED.id]
    voices = tuple(sorted({annotation.annotator_id for annotation in own}))
    if len(voices) < _FEWEST:
        return Comparison(voices)
    leaving: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        leaving[relation.source_id].append(relation)
    groups = _overlapping(own)
    group_of = {mark.id: number for number, group in enumerate(groups) for mark in group}
    agreed: list[Annotation] = []
    differences: list[Difference] = []
    for group in groups:
        left: list[Annotation] = []
        for marks in _by_place(group):
            said = [_said(mark, leaving[mark.id], group_of) for mark in marks]
            if tuple(mark.annotator_id for mark in marks) == voices and _all_same(said):
                agreed.append(marks[0])
            else:
                left += marks
        differences += [_difference(part, voices, leaving) for part in _overlapping(left)]
    differences.sort(key=lambda one: (one.span, one.label))
    shared = [relation for mark in agreed for relation in leaving[mark.id]]
    return Comparison(voices, tuple(agreed), tuple(shared), tuple(differences))


def open_differences(comparison: Comparison, answers: Sequence[Answer]) -> list[Difference]:
    """Those that nobody settled."""
    settled = {(a.annotation_ids, a.key) for a in answers if a.problem == SETTLED}
    return [one for one in comparison.differences if (one.annotation_ids, one.key) not in settled]


def place_of(annotation: Annotation) -> Place:
    """See :data:`Place`."""
    return annotation.label, annotation.start, annotation.end


def _overlapping(marks: Sequence[Annotation]) -> list[list[Annotation]]:
    """Groups of one label that overlap."""
    groups: list[list[Annotation]] = []
    label, end = "", -1
    for mark in sorted(marks, key=lambda a: (a.label, a.start, -a.end, a.id)):
        if mark.label == label and mark.start < end:
            groups[-1].append(mark)
            end = max(end, mark.end)
        else:
            groups.append([mark])
            label, end = mark.label, mark.end
    return groups


def _by_place(group: Sequence[Annotation]) -> list[list[Annotation]]:
    """Annotations of a group by their place, in the order of the annotators."""
    found: defaultdict[Place, list[Annotation]] = defaultdict(list)
    for mark in sorted(group, key=lambda a: (a.annotator_id, a.id)):
        found[place_of(mark)].append(mark)
    return list(found.values())


def _said(mark: Annotation, leaving: Sequence[Relation], group_of: dict[str, int]) -> object:
    """What an annotation says, to be compared with others of its place."""
    ends = sorted(
        (r.type, str(group_of.get(r.target_id, r.target_id)), _written(r.features)) for r in leaving
    )
    return _written(mark.features), ends


def _written(features: dict[str, JsonValue]) -> str:
    compared = {name: value for name, value in features.items() if name not in _OWN}
    return json.dumps(compared, ensure_ascii=False, sort_keys=True)


def _all_same(said: Sequence[object]) -> bool:
    return all(one == said[0] for one in said)


def _difference(
    group: list[Annotation], voices: tuple[str, ...], leaving: dict[str, list[Relation]]
) -> Difference:
    span = Span(min(a.start for a in group), max(a.end for a in group))
    versions = tuple(tuple(a for a in group if a.annotator_id == voice) for voice in voices)
    lines = sorted(
        f"{mark.id} {place_of(mark)} {_written(mark.features)} "
        + " ".join(sorted(f"{r.type} {r.target_id}" for r in leaving.get(mark.id, ())))
        for mark in group
    )
    key = sha256("\n".join(lines).encode("utf-8")).hexdigest()[:16]
    return Difference(group[0].label, span, versions, key)
