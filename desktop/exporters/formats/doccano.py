"""doccano's JSONL for sequence labelling with relations.

Its usual deployment counts offsets in UTF-16 units.
"""

from __future__ import annotations

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article; doccano knows ids as whole numbers."""
    place = article.utf16 if article.utf16_units else int
    numbers = {a.id: n for n, a in enumerate(article.annotations, start=1)}
    relations: list[JsonValue] = []
    for relation in article.view.document.relations:
        if relation.target not in numbers:
            dataset.lost["relations to the registry"] += 1
            continue
        relations.append(
            {
                "id": len(relations) + 1,
                "from_id": numbers[relation.source],
                "to_id": numbers[relation.target],
                "type": relation.type,
            }
        )
    entities: list[JsonValue] = [
        {
            "id": numbers[a.id],
            "label": a.label,
            "start_offset": place(a.start),
            "end_offset": place(a.end),
        }
        for a in article.annotations
    ]
    dataset.lost["features"] += sum(len(a.features) for a in article.annotations)
    row: JsonValue = {
        "text": article.text,
        "document_id": article.id,
        "entities": entities,
        "relations": relations,
        "Comments": [],
    }
    dataset.write_line(article.file("articles", ".jsonl"), row)
