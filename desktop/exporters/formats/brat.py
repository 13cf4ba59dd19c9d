"""brat stand-off: a .txt and an .ann file an article, and annotation.conf."""

from __future__ import annotations

import json

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article
from desktop.model.interchange import FileAnnotation
from desktop.model.schema import ENTITY_END, Schema

_SIMPLE = ("enum", "text", "decimal", "boolean")


def add_article(article: Article, dataset: Dataset) -> None:
    """Write the article's two files; a span over several lines is written in pieces."""
    folder = f"{article.part}/" if article.part else ""
    stem = folder + dataset.stem(article.id)
    dataset.write(f"{stem}.txt", article.text.encode("utf-8"))
    # a line break may stand in no place
    quotes = {a.id: article.view.quote(a) for a in article.annotations}
    taken = [a for a in article.annotations if quotes[a.id].strip("\n")]
    dataset.lost["annotations whose line breaks at the ends were cut"] += sum(
        quote != quote.strip("\n") for quote in quotes.values()
    )
    numbers = {a.id: f"T{n}" for n, a in enumerate(taken, start=1)}
    lines: list[str] = []
    attributes = 0
    for number, annotation in enumerate(taken, start=1):
        lines.append(f"T{number}\t{annotation.label} {_places(article.text, annotation)}")
        features = article.lookup.schema.label_named[annotation.label].feature_named
        for name, value in annotation.features.items():
            if features[name].type == "enum":
                attributes += 1
                lines.append(f"A{attributes}\t{name} T{number} {value}")
        if annotation.features:
            rest = json.dumps(annotation.features, ensure_ascii=False)
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{rest}")
    count = 0
    for relation in article.view.document.relations:
        if relation.source not in numbers or relation.target not in numbers:
            known = relation.target in article.view.annotation_by_id
            dataset.lost["relations" if known else "relations to the registry"] += 1
            continue
        count += 1
        ends = f"Arg1:{numbers[relation.source]} Arg2:{numbers[relation.target]}"
        lines.append(f"R{count}\t{relation.type} {ends}")
    words = "".join(line + "\n" for line in lines)
    dataset.write(f"{stem}.ann", words.encode("utf-8"))


def finish(schema: Schema, dataset: Dataset) -> None:
    """Write annotation.conf: labels, relation types and the features that have a list of values."""
    lines = ["[entities]", *(label.name for label in schema.labels), "", "[relations]"]
    for relation in schema.relations:
        targets = [target for target in relation.target if target != ENTITY_END]
        if targets:
            ends = f"Arg1:{'|'.join(relation.source)}, Arg2:{'|'.join(targets)}"
            lines.append(f"{relation.name}\t{ends}")
    lines += ["", "[events]", "", "[attributes]"]
    for label in schema.labels:
        for feature in label.features:
            if feature.type == "enum":
                values = "|".join(choice.name for choice in feature.values)
                lines.append(f"{feature.name}\tArg:{label.name}, Value:{values}")
    dataset.write("annotation.conf", ("\n".join(lines) + "\n").encode("utf-8"))


def _places(text: str, annotation: FileAnnotation) -> str:
    """Offsets and words; a line break may stand in neither."""
    pieces = []
    at = annotation.start
    for line in text[annotation.start : annotation.end].split("\n"):
        if line:
            pieces.append((at, at + len(line), line))
        at += len(line) + 1
    offsets = ";".join(f"{start} {end}" for start, end, _ in pieces)
    return f"{offsets}\t{' '.join(words for _, _, words in pieces)}"
