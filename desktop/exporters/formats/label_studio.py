"""Label Studio: tasks with annotations as JSON, and the labelling configuration."""

from __future__ import annotations

import json
from xml.sax.saxutils import quoteattr

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article
from desktop.model.interchange import FileAnnotation
from desktop.model.schema import Schema


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article as one task, one a line: `finish` makes the array."""
    place = article.utf16 if article.utf16_units else int
    result: list[JsonValue] = []
    for annotation in article.annotations:
        value: dict[str, JsonValue] = {
            "start": place(annotation.start),
            "end": place(annotation.end),
            "text": article.view.quote(annotation),
        }
        base: dict[str, JsonValue] = {"id": annotation.id, "to_name": "text"}
        labels: JsonValue = [annotation.label]
        result.append(
            base | {"from_name": "label", "type": "labels", "value": value | {"labels": labels}}
        )
        choices = _choices(article, annotation, base, value)
        dataset.lost["features without a list of values"] += len(annotation.features) - len(choices)
        result += choices
    known = article.view.annotation_by_id
    for relation in article.view.document.relations:
        if relation.target not in known:
            dataset.lost["relations to the registry"] += 1
            continue
        result.append(
            {
                "type": "relation",
                "from_id": relation.source,
                "to_id": relation.target,
                "direction": "right",
                "labels": [relation.type],
            }
        )
    task: JsonValue = {
        "data": {"text": article.text, "document_id": article.id},
        "annotations": [{"result": result}],
    }
    name = article.file("tasks", ".json")
    opening = b"[\n" if name not in dataset else b",\n"
    dataset.write(name, opening + json.dumps(task, ensure_ascii=False).encode("utf-8"))


def finish(schema: Schema, dataset: Dataset) -> None:
    """Close the arrays and write labelling_config.xml."""
    for name in dataset.names:
        if name.endswith(".json"):
            dataset.write(name, b"\n]\n")
    lines = ["<View>", '  <Labels name="label" toName="text">']
    lines += [
        f"    <Label value={quoteattr(label.name)} alias={quoteattr(label.name)}"
        f" hotkey={quoteattr(label.key)}/>"
        for label in schema.labels
    ]
    lines += ["  </Labels>", "  <Relations>"]
    lines += [f"    <Relation value={quoteattr(r.name)}/>" for r in schema.relations]
    lines += ["  </Relations>", '  <Text name="text" value="$text" granularity="symbol"/>']
    for label in schema.labels:
        for feature in label.features:
            if feature.type != "enum" or not feature.shown:
                continue
            name = quoteattr(f"{label.name}_{feature.name}")
            lines.append(
                f'  <Choices name={name} toName="text" perRegion="true" whenTagName="label"'
                f" whenLabelValue={quoteattr(label.name)}>"
            )
            lines += [f"    <Choice value={quoteattr(c.name)}/>" for c in feature.values]
            lines.append("  </Choices>")
    dataset.write("labelling_config.xml", ("\n".join([*lines, "</View>"]) + "\n").encode("utf-8"))


def _choices(
    article: Article,
    annotation: FileAnnotation,
    base: dict[str, JsonValue],
    value: dict[str, JsonValue],
) -> list[JsonValue]:
    features = article.lookup.schema.label_named[annotation.label].feature_named
    return [
        base
        | {
            "from_name": f"{annotation.label}_{name}",
            "type": "choices",
            "value": value | {"choices": [chosen]},
        }
        for name, chosen in annotation.features.items()
        if features[name].type == "enum" and features[name].shown
    ]
