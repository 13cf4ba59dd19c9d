"""claims.jsonl: one utterance a line, with who said it, the cue and the figures in it."""

from __future__ import annotations

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.rows import CLAIM, AnnotationRow, claim_rows, entity_of
from desktop.exporters.training import Article
from desktop.model.interchange import FileAnnotation

_FIGURE_FEATURES = ("category", "value", "range", "unit", "mod", "direction")


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article's claims; the parts of one utterance are one line."""
    for row in claim_rows(article.view, article.lookup):
        parts = row.utterances.get(row.id, (row.annotation,))
        if parts[0] is row.annotation:
            dataset.write_line(article.file("claims", ".jsonl"), _claim(article, row, parts))
    others = sum(annotation.label != CLAIM for annotation in article.annotations)
    inside = sum(len(row.inner.get(row.id, ())) for row in claim_rows(article.view, article.lookup))
    dataset.lost["annotations outside claims"] += max(others - inside, 0)


def _claim(
    article: Article, row: AnnotationRow, parts: tuple[FileAnnotation, ...]
) -> dict[str, JsonValue]:
    view, features = article.view, row.annotation.features
    paragraph = view.paragraph_at(row.annotation.start)
    rows = [
        AnnotationRow(view, part, article.lookup, inner=row.inner, utterances=row.utterances)
        for part in parts
    ]
    speakers = [_speaker(article, target) for target in _targets(rows, "attributed_to")]
    figures: list[JsonValue] = [
        {
            "text": view.quote(figure),
            "start": figure.start,
            "end": figure.end,
            **{name: figure.features.get(name) for name in _FIGURE_FEATURES},
        }
        for part in rows
        for figure in part.inner.get(part.id, ())
    ]
    return {
        "document_id": article.id,
        "claim_id": row.id,
        "claim": " … ".join(map(view.quote, parts)),
        "fragments": [[part.start, part.end] for part in parts],
        "quote_type": features.get("quote_type"),
        "claim_type": features.get("claim_type"),
        "checkworthiness": features.get("checkworthiness"),
        "speaker": speakers[0] if speakers else None,
        "relayed_by": [_speaker(article, t) for t in _targets(rows, "relayed_by")],
        "cues": [_words(article, target) for target in _targets(rows, "cued_by")],
        "figures": figures,
        "context": view.words(paragraph.start, paragraph.end) if paragraph else "",
    }


def _targets(rows: list[AnnotationRow], relation: str) -> list[str]:
    found = [target for row in rows for target in row.view.targets(relation, row.annotation)]
    return list(dict.fromkeys(found))


def _words(article: Article, target: str) -> str:
    annotation = article.view.annotation_by_id.get(target)
    return article.view.quote(annotation) if annotation is not None else ""


def _speaker(article: Article, target: str) -> dict[str, JsonValue]:
    """A speaker as mentioned and as the registry knows them."""
    mention = article.view.annotation_by_id.get(target)
    named = target if mention is None else entity_of(mention, article.lookup.schema)
    entity = article.lookup.entity(named)
    return {
        "mention": article.view.quote(mention) if mention is not None else None,
        "name": entity.canonical_name if entity is not None else None,
        "type": entity.type if entity is not None else None,
        "id": entity.id if entity is not None else None,
    }
