"""Prodigy's JSONL, after its documentation: tokens cut at span borders, spans, relations."""

from __future__ import annotations

from bisect import bisect_left

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article, space_after
from desktop.model.interchange import FileAnnotation


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article; ``token_end`` is the last token's number, as Prodigy has it."""
    tokens = article.tokens(0, len(article.text))
    starts = [start for start, _ in tokens]
    ends = [end for _, end in tokens]

    def numbers(annotation: FileAnnotation) -> tuple[int, int]:
        return bisect_left(starts, annotation.start), bisect_left(ends, annotation.end)

    def span(annotation: FileAnnotation) -> dict[str, JsonValue]:
        first, last = numbers(annotation)
        return {
            "start": annotation.start,
            "end": annotation.end,
            "token_start": first,
            "token_end": last,
            "label": annotation.label,
        }

    relations: list[JsonValue] = []
    known = article.view.annotation_by_id
    for relation in article.view.document.relations:
        if relation.target not in known:
            dataset.lost["relations to the registry"] += 1
            continue
        head, child = span(known[relation.source]), span(known[relation.target])
        relations.append(
            {
                "head": head["token_end"],
                "child": child["token_end"],
                "head_span": head,
                "child_span": child,
                "label": relation.type,
            }
        )
    row: JsonValue = {
        "text": article.text,
        "meta": {"document_id": article.id},
        "tokens": [
            {
                "text": article.text[start:end],
                "start": start,
                "end": end,
                "id": number,
                "ws": space_after(article.text, end),
            }
            for number, (start, end) in enumerate(tokens)
        ],
        "spans": [span(annotation) for annotation in article.annotations],
        "relations": relations,
        "answer": "accept",
    }
    dataset.lost["features"] += sum(len(a.features) for a in article.annotations)
    dataset.write_line(article.file("articles", ".jsonl"), row)
