"""ClaimView: a claim with what belongs to it, for the cards beside the page and the inspector."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.model.project import Annotation, Relation
from desktop.model.roles import Roles, roles_of
from desktop.model.span import Span
from desktop.review.figure_checks import implied_rate
from desktop.session.planning import Lookup
from desktop.session.utterance import joined_to


@dataclass(frozen=True, slots=True)
class ClaimView:
    """An utterance: one claim, or several that are joined, in reading order.

    ``speaker`` is the mention and ``entity_id`` the registry entry that it was said by; one of them
    alone is possible. ``figures`` lie in it, the innermost claim counting, or are related to it.
    """

    parts: tuple[Annotation, ...]
    speaker: Annotation | None = None
    entity_id: str | None = None
    cues: tuple[Annotation, ...] = ()
    figures: tuple[Annotation, ...] = ()

    @property
    def id(self) -> str:
        """The first part's id."""
        return self.parts[0].id

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place that the claim speaks of."""
        around = [*self.cues, *([self.speaker] if self.speaker is not None else [])]
        return tuple(a.span for a in (*self.parts, *around))

    def concerns(self, annotation_id: str) -> bool:
        """True when the annotation is a part of it or belongs to it."""
        own = (*self.parts, *self.cues, *self.figures)
        return any(a.id == annotation_id for a in own) or (
            self.speaker is not None and self.speaker.id == annotation_id
        )


def claim_views(project: Lookup, near: Sequence[Annotation]) -> list[ClaimView]:
    """The utterances of the claims among ``near``, in reading order.

    ``near`` are all annotations of a stretch of text; what lies beyond it is read. The cost is that
    of the claims, not of the article.
    """
    roles = roles_of(project.schema)
    claims = [a for a in near if a.label == roles.claim]
    if not claims:
        return []
    groups, relations = joined_to(project, claims, roles.continues)
    known = _known(project, near, groups, relations)
    from_: dict[str, list[Relation]] = {}
    to: dict[str, list[Relation]] = {}
    for relation in relations:
        from_.setdefault(relation.source_id, []).append(relation)
        to.setdefault(relation.target_id, []).append(relation)
    inside = _figures_inside(known.values(), roles)
    views: dict[str, ClaimView] = {}
    for claim in claims:
        parts = tuple(groups[claim.id])
        if parts[0].id not in views:
            views[parts[0].id] = _view(project, roles, parts, from_, to, known, inside)
    return sorted(views.values(), key=lambda view: (view.parts[0].start, -view.parts[0].end))


def conversions(
    project: Lookup, figures: Sequence[Annotation]
) -> dict[str, tuple[Annotation, Decimal]]:
    """For figures that were converted: from which one, and what one unit of it comes to.

    The keys are the ids of the figures that came out of it; a rate is won for a dollar, not dollars
    for a won.
    """
    roles = roles_of(project.schema)
    found: dict[str, tuple[Annotation, Decimal]] = {}
    if len(figures) < 2 or roles.converted_to is None:
        return found
    named = {figure.id: figure for figure in figures}
    for relation in project.relations_of(list(named)):
        source, target = named.get(relation.source_id), named.get(relation.target_id)
        if relation.type != roles.converted_to or source is None or target is None:
            continue
        rate = implied_rate(source, target)
        if rate is not None:
            found[target.id] = (source, rate[1])
    return found


def _known(
    project: Lookup,
    near: Sequence[Annotation],
    groups: Mapping[str, list[Annotation]],
    relations: Iterable[Relation],
) -> dict[str, Annotation]:
    """What is near, what the relations lead to, and what lies in parts that reach further."""
    known = {a.id: a for a in near}
    parts = {part.id: part for group in groups.values() for part in group}
    first = min(a.start for a in near)
    last = max(a.end for a in near)
    for part in parts.values():
        known[part.id] = part
        if part.start <= first or part.end >= last:
            known |= {a.id: a for a in project.annotations(part.document_id, part.span)}
    ends = {end for r in relations for end in (r.source_id, r.target_annotation_id) if end}
    missing = sorted(ends - known.keys())
    if missing:
        known |= {a.id: a for a in project.annotations_by_id(missing)}
    return known


def _figures_inside(known: Iterable[Annotation], roles: Roles) -> dict[str, list[Annotation]]:
    """The figures that lie in each claim and in no smaller one, in reading order."""
    claims: list[Annotation] = []
    figures: list[Annotation] = []
    for annotation in known:
        if annotation.label == roles.claim:
            claims.append(annotation)
        elif annotation.label == roles.figure:
            figures.append(annotation)
    claims.sort(key=lambda claim: (claim.end - claim.start, -claim.start, claim.id))
    inside: dict[str, list[Annotation]] = {}
    for figure in sorted(figures, key=lambda figure: (figure.start, figure.end, figure.id)):
        start, end = figure.start, figure.end
        holder = next(
            (claim for claim in claims if claim.start <= start and end <= claim.end), None
        )
        if holder is not None:
            inside.setdefault(holder.id, []).append(figure)
    return inside


def _view(
    project: Lookup,
    roles: Roles,
    parts: tuple[Annotation, ...],
    from_: Mapping[str, list[Relation]],
    to: Mapping[str, list[Relation]],
    known: Mapping[str, Annotation],
    inside: Mapping[str, list[Annotation]],
) -> ClaimView:
    outgoing = [r for part in parts for r in from_.get(part.id, ())]
    said_by = next((r for r in outgoing if r.type == roles.said_by), None)
    speaker = known.get(said_by.target_annotation_id or "") if said_by is not None else None
    entity_id = said_by.target_entity_id if said_by is not None else None
    if speaker is not None:
        names = project.schema.entity_features.get(speaker.label, ())
        named = (speaker.features.get(name) for name in names)
        entity_id = next((value for value in named if isinstance(value, str)), None)
    cues = {r.target_id: known.get(r.target_id) for r in outgoing if r.type == roles.cued_by}
    figures = {f.id: f for part in parts for f in inside.get(part.id, ())}
    for part in parts:
        for relation in to.get(part.id, ()):
            source = known.get(relation.source_id)
            if source is not None and source.label == roles.figure:
                figures[source.id] = source
    return ClaimView(
        parts,
        speaker,
        entity_id,
        tuple(cue for cue in cues.values() if cue is not None),
        tuple(figures.values()),
    )
