"""Instruction data: a paragraph as the question, its annotations as the answer in JSON.

The answer names spans by their words and by which occurrence they are (from 1), never by offsets,
which language models cannot count; every string is verified to occur.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.document_view import Paragraph
from desktop.exporters.training import Article
from desktop.model.interchange import FileAnnotation
from desktop.model.schema import Schema


def add_article(article: Article, dataset: Dataset) -> None:
    """Append one conversation a paragraph; one without annotations has an empty answer."""
    instruction = system_text(article.lookup.schema)
    taken = 0
    for paragraph in article.view.paragraphs:
        answer = _answer(article, paragraph)
        taken += sum(map(len, answer.values()))
        words = article.text[paragraph.start : paragraph.end]
        row: JsonValue = {
            "messages": [
                {"role": "system", "content": instruction},
                {"role": "user", "content": words},
                {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)},
            ],
            "metadata": {"document_id": article.id, "paragraph": paragraph.number},
        }
        dataset.write_line(article.file("chat", ".jsonl"), row)
    dataset.lost["annotations over several paragraphs"] += len(article.annotations) - taken


def system_text(schema: Schema) -> str:
    """What the model is asked to do: labels and features by name."""
    lines = ["뉴스 문단에서 아래 구간을 찾아 JSON으로 답하십시오."]
    lines += ['각 구간은 {"text": 본문 그대로, "occurrence": 같은 글자의 몇 번째인지} 로 적습니다.']
    for label in schema.labels:
        features = ", ".join(f.name for f in label.features if f.shown and f.type == "enum")
        lines.append(f"- {label.name}: {label.names.ko}" + (f" ({features})" if features else ""))
    return "\n".join(lines)


def occurrence(words: str, text: str, at: int) -> int:
    """Which occurrence of ``words`` (overlapping ones count) in ``text`` begins at ``at``, from 1.

    Raises:
        ValueError: none does.
    """
    number, place = 0, -1
    while (place := text.find(words, place + 1)) >= 0:
        number += 1
        if place == at:
            return number
    raise ValueError("the words do not occur there")


def _answer(article: Article, paragraph: Paragraph) -> dict[str, list[JsonValue]]:
    words = article.text[paragraph.start : paragraph.end]
    inside = article.inside(paragraph)
    here = {a.id for a in inside}
    answer: dict[str, list[JsonValue]] = {}
    for annotation in inside:
        quote = article.view.quote(annotation)
        entry: dict[str, JsonValue] = {
            "text": quote,
            "occurrence": occurrence(quote, words, annotation.start - paragraph.start),
        }
        entry |= dict(_enums(article, annotation))
        entry |= _targets(article, annotation, here)
        answer.setdefault(annotation.label, []).append(entry)
    return answer


def _targets(
    article: Article, annotation: FileAnnotation, here: set[str | None]
) -> dict[str, JsonValue]:
    """What relations lead to, by words or ``@`` and an entry's name; a list where several do."""
    found: dict[str, list[JsonValue]] = {}
    for relation in article.view.document.relations:
        if relation.source != annotation.id:
            continue
        if relation.target in here:
            words = article.view.quote(article.view.annotation_by_id[relation.target])
            found.setdefault(relation.type, []).append(words)
        elif entity := article.lookup.entity(relation.target):
            found.setdefault(relation.type, []).append(f"@{entity.canonical_name}")
    return {name: words[0] if len(words) == 1 else words for name, words in found.items()}


def _enums(article: Article, annotation: FileAnnotation) -> Iterator[tuple[str, JsonValue]]:
    features = article.lookup.schema.label_named[annotation.label].feature_named
    for name, value in annotation.features.items():
        if features[name].shown and features[name].type == "enum":
            yield name, value
