"""Comparing what several annotators made of one article: what they agree on, where they differ.

The curated layer is the work of :data:`CURATED`, who is nobody: whoever settles a difference copies
annotations into it, and the annotators' own stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from desktop.model.answer import Answer
from desktop.model.project import Annotation, Annotator, Relation
from desktop.model.span import Span
from desktop.model.values import Features

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
    who marked nothing there.
    """

    label: str
    span: Span
    versions: tuple[tuple[Annotation, ...], ...]

    @property
    def annotation_ids(self) -> tuple[str, ...]:
        """All annotations that it is about."""
        return tuple(sorted(a.id for version in self.versions for a in version))

    @property
    def key(self) -> str:
        """What makes it this difference, beside the annotations: what they say."""
        said = sorted(
            f"{a.id} {a.label} {a.start} {a.end} {sorted(_compared(a).items(), key=str)}"
            for version in self.versions
            for a in version
        )
        return sha256("\n".join(said).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``voices`` are the ids of who annotated the article; ``agreed`` has one tuple a place.

    Each tuple holds everybody's annotation of the place, in the order of the voices.
    """

    voices: tuple[str, ...]
    agreed: tuple[tuple[Annotation, ...], ...]
    differences: tuple[Difference, ...]


def compare(annotations: Sequence[Annotation]) -> Comparison:
    """Compare everybody's annotations of one article, given by place."""
    own = [annotation for annotation in annotations if annotation.annotator_id != CURATED.id]
    voices = tuple(sorted({annotation.annotator_id for annotation in own}))
    if len(voices) < _FEWEST:
        return Comparison(voices, (), ())
    by_place: defaultdict[Place, dict[str, list[Annotation]]] = defaultdict(dict)
    for annotation in own:
        of_voice = by_place[place_of(annotation)]
        of_voice.setdefault(annotation.annotator_id, []).append(annotation)
    agreed: list[tuple[Annotation, ...]] = []
    left: defaultdict[str, list[Annotation]] = defaultdict(list)
    for (label, _, _), of_voice in by_place.items():
        found = [of_voice.get(voice, []) for voice in voices]
        if all(len(marks) == 1 for marks in found) and _same_features([m[0] for m in found]):
            agreed.append(tuple(marks[0] for marks in found))
        else:
            left[label] += [annotation for marks in found for annotation in marks]
    differences = [
        _difference(label, group, voices)
        for label, marks in left.items()
        for group in _overlapping(marks)
    ]
    differences.sort(key=lambda one: (one.span, one.label))
    return Comparison(voices, tuple(agreed), tuple(differences))


def open_differences(comparison: Comparison, answers: Sequence[Answer]) -> list[Difference]:
    """Those that nobody settled."""
    settled = {(a.annotation_ids, a.key) for a in answers if a.problem == SETTLED}
    return [one for one in comparison.differences if (one.annotation_ids, one.key) not in settled]


def place_of(annotation: Annotation) -> Place:
    """See :data:`Place`."""
    return annotation.label, annotation.start, annotation.end


def agreed_relations(
    relations: Sequence[Relation], places: dict[str, Place], voices: int
) -> list[Relation]:
    """One of each relation that all voices have between the same places."""
    found: defaultdict[tuple[object, ...], dict[str, Relation]] = defaultdict(dict)
    for relation in relations:
        source, target = places.get(relation.source_id), relation.target_entity_id
        end = places.get(relation.target_annotation_id or "") or target
        if source is not None and end is not None and relation.annotator_id != CURATED.id:
            said = str(sorted(relation.features.items(), key=str))
            found[relation.type, source, end, said].setdefault(relation.annotator_id, relation)
    return [next(iter(same.values())) for same in found.values() if len(same) == voices]


def _compared(annotation: Annotation) -> Features:
    return {name: value for name, value in annotation.features.items() if name not in _OWN}


def _same_features(annotations: Sequence[Annotation]) -> bool:
    first = _compared(annotations[0])
    return all(_compared(annotation) == first for annotation in annotations[1:])


def _overlapping(marks: list[Annotation]) -> list[list[Annotation]]:
    groups: list[list[Annotation]] = []
    end = -1
    for mark in sorted(marks, key=lambda a: (a.start, -a.end, a.id)):
        if mark.start < end:
            groups[-1].append(mark)
        else:
            groups.append([mark])
        end = max(end, mark.end)
    return groups


def _difference(label: str, group: list[Annotation], voices: tuple[str, ...]) -> Difference:
    span = Span(min(a.start for a in group), max(a.end for a in group))
    versions = tuple(tuple(a for a in group if a.annotator_id == voice) for voice in voices)
    return Difference(label, span, versions)
