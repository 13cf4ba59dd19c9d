"""A folder for Hugging Face datasets: a paragraph a line, character BIO as in KLUE.

Characters are the tokens, so that every span is exact, and each label has a layer of its own;
within one layer only the outer of two nested annotations can be kept.
"""

from __future__ import annotations

import json

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article, bio, flat
from desktop.model.schema import Schema

_CARD = """Korean news articles annotated with Mitjul: one paragraph a row, characters as tokens,
one BIO column a label. `start` is the paragraph's offset in its article, in Unicode code points.
`manifest.json` says how it was made and what it does not carry; `documents.jsonl` holds all of it.
"""


def add_article(article: Article, dataset: Dataset) -> None:
    """Append one row a paragraph."""
    labels = [label.name for label in article.lookup.schema.labels]
    for paragraph in article.view.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        tokens = [(at, at + 1) for at in range(paragraph.start, paragraph.end)]
        row: dict[str, JsonValue] = {
            "id": f"{article.id}:{paragraph.number}",
            "document_id": article.id,
            "start": paragraph.start,
            "zone": paragraph.zone,
            "tokens": list(text),
        }
        inside = article.inside(paragraph)
        for label in labels:
            spans, left = flat(a for a in inside if a.label == label)
            dataset.lost["nested annotations of one label"] += left
            names = tag_names(label)
            row[column(label)] = [names.index(tag) for tag in bio(tokens, spans)]
        dataset.write_line(f"data/{article.file('train', '.jsonl')}", row)
    dataset.lost["relations"] += len(article.view.document.relations)
    dataset.lost["features"] += sum(len(a.features) for a in article.annotations)
    whole = sum(len(article.inside(p)) for p in article.view.paragraphs)
    dataset.lost["annotations over several paragraphs"] += len(article.annotations) - whole


def finish(schema: Schema, dataset: Dataset) -> None:
    """Write label names and the dataset card."""
    files = [name for name in dataset.names if name.startswith("data/")]
    parts = [name.removeprefix("data/").removesuffix(".jsonl") for name in files]
    names: dict[str, JsonValue] = {
        column(label.name): list(tag_names(label.name)) for label in schema.labels
    }
    words = json.dumps(names, ensure_ascii=False, indent=1) + "\n"
    dataset.write("label_names.json", words.encode("utf-8"))
    dataset.write("README.md", _card(schema, parts).encode("utf-8"))


def column(label: str) -> str:
    """The column of a label's layer."""
    return f"tags_{label.lower()}"


def tag_names(label: str) -> list[str]:
    """The tags of a layer by number."""
    return ["O", f"B-{label}", f"I-{label}"]


def _card(schema: Schema, parts: list[str]) -> str:
    lines = ["---", "language: [ko]", "task_categories: [token-classification]", "configs:"]
    lines += ["- config_name: default", "  data_files:"]
    for part in parts:
        split = "validation" if part == "dev" else part
        lines += [f"  - split: {split}", f"    path: data/{part}.jsonl"]
    lines += ["dataset_info:", "  features:"]
    for name, kind in (("id", "string"), ("document_id", "string"), ("start", "int64")):
        lines += [f"  - name: {name}", f"    dtype: {kind}"]
    lines += ["  - name: zone", "    dtype: string", "  - name: tokens", "    list: string"]
    for label in schema.labels:
        lines += [f"  - name: {column(label.name)}", "    list:", "      class_label:"]
        lines += ["        names:"]
        lines += [f"          '{n}': {tag}" for n, tag in enumerate(tag_names(label.name))]
    lines += ["---", "", f"# {schema.names.en}", ""]
    lines.append(_CARD)
    return "\n".join(lines) + "\n"
