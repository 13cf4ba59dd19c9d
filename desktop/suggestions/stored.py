"""Suggestions that a file brought, as those of our own rules are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from desktop.model.suggestion import Suggestion as Stored
from desktop.suggestions.suggestion import IMPORTED, Group, Suggestion, Suggestions, Tie


def stored_suggestions(records: Sequence[Stored]) -> Suggestions:
    """The records as suggestions to be confirmed, with their relations and groups."""
    made = {record.id: _suggestion(record) for record in records}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.group_id is not None:
            groups[record.group_id].append(made[record.id].id)
    return Suggestions(
        tuple(made.values()),
        tuple(tie for record in records for tie in _ties(record, made)),
        tuple(Group(tuple(members)) for members in groups.values()),
    )


def rule_of(origin: str) -> tuple[str, str]:
    """Rule and version of an origin; what no rule made has :data:`IMPORTED` and the format."""
    kind, _, detail = origin.partition(":")
    rule, at, version = detail.partition("@")
    return (rule, version) if kind == "rule" and at else (IMPORTED, detail or kind)


def _suggestion(record: Stored) -> Suggestion:
    rule, version = rule_of(record.origin)
    return Suggestion(
        record.label, record.span, rule, version, record.features, stored_id=record.id
    )


def _ties(record: Stored, made: Mapping[str, Suggestion]) -> Iterator[Tie]:
    own = made[record.id]
    for relation in record.relations:
        target = made.get(relation.target)
        if target is None:
            yield Tie(
                relation.type, own.id, relation.target, own.origin, "record", relation.features
            )
        else:
            yield Tie(relation.type, own.id, target.id, own.origin, features=relation.features)
