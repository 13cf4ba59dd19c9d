"""Checks of any schema's marks and relations: registry entries, doubles, ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from desktop.model.project import Relation
from desktop.model.schema import ENTITY_END
from desktop.review.article import Article
from desktop.review.problem import Problem, problem


def without_entity(article: Article) -> Iterator[Problem]:
    """Annotations whose label has a feature for a registry entry that they leave empty."""
    for label in article.schema.labels:
        names = [f.name for f in label.features if f.type == "entity" and f.shown]
        if not names:
            continue
        for annotation in article.labelled(label.name):
            if annotation.features.keys().isdisjoint(names):
                yield problem("speaker_without_entity", annotation.span, (annotation.id,))


def identical_doubles(article: Article) -> Iterator[Problem]:
    """The same label on the same span more than once by one annotator."""
    found: defaultdict[tuple[str, int, int, str], list[str]] = defaultdict(list)
    for mark in article.here:
        found[mark.label, mark.start, mark.end, mark.annotator_id].append(mark.id)
    for ids in found.values():
        if len(ids) > 1:
            span = article.annotation_named[ids[0]].span
            yield problem("identical_double", span, tuple(sorted(ids)), count=len(ids))


def relations_astray(article: Article) -> Iterator[Problem]:
    """Relations whose ends the schema does not allow, or that are deleted."""
    named = article.annotation_named
    for relation in article.relations:
        source = named.get(relation.source_id)
        target = named.get(relation.target_annotation_id or "")
        present = [end for end in (source, target) if end is not None]
        if not present or not article.is_here(present[0]):
            continue
        span, ids = present[0].span, tuple(end.id for end in present)
        if not _allowed(article, relation):
            yield problem("relation_end", span, ids, relation.type, type=relation.type)
            continue
        definition = article.schema.relation_named[relation.type]
        if source is None or target is None or not definition.contained:
            continue
        if not target.span.contains(source.span):
            yield problem("relation_outside", span, ids, relation.type, type=relation.type)


def _allowed(article: Article, relation: Relation) -> bool:
    definition = article.schema.relation_named.get(relation.type)
    source = article.annotation_named.get(relation.source_id)
    target = article.annotation_named.get(relation.target_annotation_id or "")
    if definition is None or source is None or source is target:
        return False
    if relation.target_annotation_id is not None and target is None:
        return False
    return definition.allows(source.label, target.label if target is not None else ENTITY_END)


def too_many_relations(article: Article) -> Iterator[Problem]:
    """More relations of a type from one annotation than the schema allows."""
    leaving = Counter((r.type, r.source_id) for r in article.relations)
    for (name, source_id), count in leaving.items():
        definition = article.schema.relation_named.get(name)
        source = article.annotation_named.get(source_id)
        limit = definition.max if definition is not None else None
        excess = limit is not None and count > limit
        if excess and source is not None and article.is_here(source):
            yield problem(
                "too_many_relations",
                source.span,
                (source.id,),
                name,
                type=name,
                count=count,
                limit=limit,
            )
