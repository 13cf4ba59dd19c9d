"""spaCy: JSONL with span groups, and a script that makes a .spacy file of it.

One token a character, since most Korean spans end inside a word; `doc.spans` since they overlap.
"""

from __future__ import annotations

from pydantic import JsonValue

from desktop.exporters.dataset import Dataset
from desktop.exporters.training import Article
from desktop.model.schema import Schema

SCRIPT = '''"""Make .spacy files of the .jsonl files beside this script: python to_spacy.py"""

import json
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

nlp = spacy.blank("xx")
for source in sorted(Path(__file__).parent.glob("*.jsonl")):
    if source.name == "documents.jsonl":
        continue
    made = DocBin(store_user_data=True)
    for line in source.read_text(encoding="utf-8").split("\\n")[:-1]:
        row = json.loads(line)
        doc = Doc(nlp.vocab, words=list(row["text"]), spaces=[False] * len(row["text"]))
        doc.spans["sc"] = [
            Span(doc, span["start"], span["end"], span["label"], span_id=span["id"])
            for span in row["spans"]["sc"]
        ]
        doc.user_data["relations"] = row["relations"]
        doc.user_data["document_id"] = row["document_id"]
        made.add(doc)
    made.to_disk(source.with_suffix(".spacy"))
    print(source.with_suffix(".spacy"))
'''


def add_article(article: Article, dataset: Dataset) -> None:
    """Append the article."""
    spans: list[JsonValue] = [
        {"start": a.start, "end": a.end, "label": a.label, "id": a.id, "features": a.features}
        for a in article.annotations
    ]
    relations: list[JsonValue] = [
        {"type": r.type, "source": r.source, "target": r.target}
        for r in article.view.document.relations
    ]
    row: JsonValue = {
        "document_id": article.id,
        "text": article.text,
        "tokens": "char",
        "spans": {"sc": spans},
        "relations": relations,
    }
    dataset.write_line(article.file("train", ".jsonl"), row)


def finish(schema: Schema, dataset: Dataset) -> None:
    """Add the script."""
    del schema
    dataset.write("to_spacy.py", SCRIPT.encode("utf-8"))
