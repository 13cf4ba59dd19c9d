"""What we write is read with equal spans by programs that this project did not write."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.interop.conftest import Exported, Layered, Span

LABELS = ("CLAIM", "FIGURE", "SPEAKER", "CUE", "TIME")


def bio_spans(tags: list[str], ends: list[tuple[int, int]]) -> set[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for tag, (start, end) in zip(tags, ends, strict=True):
        if tag.startswith("B-"):
            found.append((tag[2:], start, end))
        elif tag.startswith("I-"):
            label, first, _ = found.pop()
            found.append((label, first, end))
    return set(found)


def test_hugging_face_datasets(
    exported: Exported, texts: dict[str, str], outer: Layered, tmp_path: Path
) -> None:
    import datasets

    rows = datasets.load_dataset(str(exported["huggingface"]), cache_dir=str(tmp_path))["train"]
    for label in LABELS:
        names = rows.features[f"tags_{label.lower()}"].feature.names
        found: set[Span] = set()
        for row in rows:
            assert "".join(row["tokens"]) == texts[row["document_id"]]
            tags = [names[tag] for tag in row[f"tags_{label.lower()}"]]
            places = [(at, at + 1) for at in range(row["start"], row["start"] + len(tags))]
            for name, start, end in bio_spans(tags, places):
                words = texts[row["document_id"]][start:end]
                found.add((row["document_id"], name, start, end, words))
        assert found == outer(label)


def test_spacy(exported: Exported, spans: set[Span]) -> None:
    import spacy
    from spacy.tokens import DocBin

    script = exported["spacy"] / "to_spacy.py"
    subprocess.run([sys.executable, script], check=True, capture_output=True)
    nlp = spacy.blank("xx")
    found: set[Span] = set()
    made = DocBin(store_user_data=True).from_disk(exported["spacy"] / "train.spacy")
    for doc in made.get_docs(nlp.vocab):
        for span in doc.spans["sc"]:
            words = "".join(token.text for token in span)
            found.add((doc.user_data["document_id"], span.label_, span.start, span.end, words))
    assert found == spans


def test_dkpro_cassis(
    exported: Exported, spans: set[Span], relations: set[tuple[str, str, str]]
) -> None:
    import cassis

    with (exported["uima"] / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    found: set[Span] = set()
    related = 0
    for path in exported["uima"].glob("*.xmi"):
        with path.open("rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=types)
        for label in LABELS:
            for a in cas.select(f"webanno.custom.{label.capitalize()}"):
                found.add((path.stem, label, a.begin, a.end, a.get_covered_text()))
        for relation in cas.select("webanno.custom.Relation"):
            related += 1
            assert relation.Dependent.get_covered_text()
            assert relation.Governor.get_covered_text()
    assert found == spans
    assert related == len(relations)


def test_pybrat(exported: Exported, spans: set[Span], relations: set[tuple[str, str, str]]) -> None:
    from pybrat.parser import BratParser

    found: set[Span] = set()
    related = 0
    for example in BratParser(error="raise").parse(exported["brat"]):
        for entity in example.entities:
            for place in entity.spans:
                words = example.text[place.start : place.end]
                found.add((example.id, entity.type, place.start, place.end, words))
                assert entity.mention == words
        related += len(example.relations)
    assert found == spans
    assert related == len(relations)


def test_conllu(exported: Exported, texts: dict[str, str], outer: Layered) -> None:
    import conllu

    words = (exported["conllu"] / "articles.conllup").read_text(encoding="utf-8")
    sentences = conllu.parse(words)
    for label in LABELS:
        found: set[Span] = set()
        for sentence in sentences:
            document = sentence.metadata["sent_id"].rpartition(":")[0]
            text = texts[document]
            assert sentence.metadata["text"] == text
            places = [(int(t["misc"]["Start"]), int(t["misc"]["End"])) for t in sentence]
            assert [text[start:end] for start, end in places] == [t["form"] for t in sentence]
            tags = [token[f"ne:{label.lower()}"] for token in sentence]
            for name, start, end in bio_spans(tags, places):
                found.add((document, name, start, end, text[start:end]))
        assert found == outer(label)


def test_label_studio(exported: Exported, spans: set[Span], tmp_path: Path) -> None:
    from label_studio_sdk.converter import Converter

    config = (exported["labelstudio"] / "labelling_config.xml").read_text(encoding="utf-8")
    out = tmp_path / "read"
    # the ids that Label Studio gives to tasks at import
    tasks = json.loads((exported["labelstudio"] / "tasks.json").read_text(encoding="utf-8"))
    numbered = tmp_path / "tasks.json"
    numbered.write_text(json.dumps([t | {"id": n} for n, t in enumerate(tasks)]), "utf-8")
    converter = Converter(config, str(exported["labelstudio"]), download_resources=False)
    converter.convert_to_json_min(str(numbered), str(out), is_dir=False)
    rows = json.loads((out / "result.json").read_text(encoding="utf-8"))
    found = {
        (row["document_id"], label, value["start"], value["end"], value["text"])
        for row in rows
        for value in row["label"]
        for label in value["labels"]
    }
    assert found == spans


def test_rdflib(exported: Exported, spans: set[Span], relations: set[tuple[str, str, str]]) -> None:
    import rdflib

    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    value = rdflib.RDF.value
    found: set[Span] = set()
    related: set[tuple[str, str, str]] = set()
    for path in exported["webannotation"].glob("*.jsonld"):
        graph = rdflib.Graph().parse(path, format="json-ld")
        for selector in graph.subjects(rdflib.RDF.type, oa.TextPositionSelector):
            target = graph.value(predicate=oa.hasSelector, object=selector)
            note = graph.value(predicate=oa.hasTarget, object=target)
            label = graph.value(graph.value(note, oa.hasBody), value)
            quote = next(
                exact
                for other in graph.objects(target, oa.hasSelector)
                if (exact := graph.value(other, oa.exact)) is not None
            )
            start, end = (int(graph.value(selector, name)) for name in (oa.start, oa.end))
            found.add((path.stem, str(label), start, end, str(quote)))
        for note in graph.subjects(oa.motivatedBy, oa.linking):
            kind = str(graph.value(graph.value(note, oa.hasBody), value))
            ends = list(graph.items(graph.value(note, oa.hasTarget)))
            related.add((kind, *(str(end).removeprefix("urn:mitjul:") for end in ends)))
    assert found == spans
    assert relations <= related


@pytest.mark.parametrize("name", ["csv", "csv-safe"])
def test_pandas_and_calamine_read_the_same_tables(
    exported: Exported, spans: set[Span], name: str
) -> None:
    import pandas

    table = pandas.read_csv(exported[name] / "annotations.csv", keep_default_na=False)
    assert {
        (row.document, row.label, row.start, row.end, row.text) for row in table.itertuples()
    } == spans
    book = CalamineWorkbook.from_path(str(exported["xlsx"]))
    _, fields, *rows = book.get_sheet_by_name("annotations").to_python()
    place = {str(field): at for at, field in enumerate(fields)}
    columns = ("document", "label", "start", "end", "text")
    assert {tuple(row[place[c]] for c in columns) for row in rows} == spans


def test_doccano_counts_in_utf16(exported: Exported, spans: set[Span]) -> None:
    found: set[Span] = set()
    for line in (exported["doccano"] / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        units = row["text"].encode("utf-16-le")
        for entity in row["entities"]:
            start, end = entity["start_offset"], entity["end_offset"]
            words = units[2 * start : 2 * end].decode("utf-16-le")
            before = len(units[: 2 * start].decode("utf-16-le"))
            found.add((row["document_id"], entity["label"], before, before + len(words), words))
    assert found == spans


def test_csv_is_read_by_python(exported: Exported, spans: set[Span]) -> None:
    with (exported["csv"] / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    claims = {(s[0], int(s[2]), int(s[3]), s[4]) for s in spans if s[1] == "CLAIM"}
    assert {(r["document"], int(r["start"]), int(r["end"]), r["text"]) for r in rows} == claims
