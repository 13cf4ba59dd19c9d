"""The score of one native file against another: documents in pairs, and what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from desktop.model.interchange import DocumentLine, FileDocument
from desktop.model.span import Span
from desktop.model.values import Features
from desktop.review.scoring import Link, Mark, Score, Side, score


def score_files(
    gold: Iterable[DocumentLine], predicted: Iterable[DocumentLine]
) -> dict[str, JsonValue]:
    """The report of docs/scoring.md: by document and in all.

    A gold document that was not predicted counts as one without annotations; a predicted one that
    gold does not have is named and not counted.
    """
    sides: dict[str, Side] = {}
    by_text: dict[str, str] = {}
    for line in predicted:
        key = _key(line.document, len(sides))
        sides[key] = side_of(line, suggested=True)
        if line.document.text_sha256:
            by_text[line.document.text_sha256] = key
    total = Score()
    documents: list[JsonValue] = []
    missing: list[JsonValue] = []
    for number, line in enumerate(gold):
        key = _key(line.document, number)
        found = key if key in sides else by_text.get(line.document.text_sha256 or "")
        side = Side() if found is None else sides.pop(found)
        if found is None:
            missing.append(key)
        made = score(side_of(line, suggested=False), side)
        total.add(made)
        documents.append({"id": key, **made.report()})
    others: list[JsonValue] = [*sides]
    return {
        "all": total.report(),
        "documents": documents,
        "not_predicted": missing,
        "not_in_gold": others,
    }


def _key(document: FileDocument, number: int) -> str:
    return document.id or document.text_sha256 or f"line {number + 1}"


def side_of(line: DocumentLine, *, suggested: bool) -> Side:
    """The annotations and relations of a document; with its suggestions, if they are asked for.

    Of several annotations with one label and span (of several annotators) the first counts.
    """
    names = {entry.id: entry.canonical_name for entry in line.entities if entry.id is not None}
    document = line.document
    marks: list[Mark] = []
    places: dict[tuple[str, Span], int] = {}
    ids: dict[str, int] = {}

    def take(mark_id: str | None, label: str, span: Span, features: Features) -> None:
        at = places.setdefault((label, span), len(marks))
        if at == len(marks):
            marks.append(Mark(label, span, _named(features, names)))
        if mark_id is not None:
            ids[mark_id] = at

    for annotation in document.annotations:
        if suggested or annotation.status != "suggested":
            place = Span(annotation.start, annotation.end)
            take(annotation.id, annotation.label, place, annotation.features)
    for suggestion in document.suggestions if suggested else ():
        place = Span(suggestion.start, suggestion.end)
        take(suggestion.id, suggestion.label, place, suggestion.features)
    ends = [(r.type, r.source, r.target) for r in document.relations]
    if suggested:
        ends += [
            (relation.type, suggestion.id, relation.target)
            for suggestion in document.suggestions
            if suggestion.id is not None
            for relation in suggestion.relations
        ]
    links = {
        Link(kind, ids[source], ids[target] if target in ids else names.get(target, target))
        for kind, source, target in ends
        if source in ids
    }
    return Side(tuple(marks), tuple(links))


def _named(features: Features, names: Mapping[str, str]) -> Features:
    """Entries of the registry by name: two files need not have the same ids."""
    entity = features.get("entity")
    if isinstance(entity, str) and entity in names:
        return features | {"entity": names[entity]}
    return features
