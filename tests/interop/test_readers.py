"""What we write is read with equal spans by programs that this project did not write."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.interop.conftest import Exported
from tests.interop.equality import Equality, Relation, Span

LABELS = ("CLAIM", "FIGURE", "SPEAKER", "CUE", "TIME")


def bio_spans(tags: list[str], ends: list[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """The spans of a layer: tokens of ``I-`` belong to the last ``B-``."""
    found: list[tuple[str, int, int]] = []
    for tag, (start, end) in zip(tags, ends, strict=True):
        if tag.startswith("B-"):
            found.append((tag[2:], start, end))
        elif tag.startswith("I-"):
            label, first, _ = found.pop()
            found.append((label, first, end))
    yield from found


def told_as_lost(dataset: Path) -> int:
    """How many annotations the manifest says that the format does not carry."""
    lost = json.loads((dataset / "manifest.json").read_text("utf-8"))["not_carried"]
    return sum(count for what, count in lost.items() if "annotations" in what)


def loaded(tmp_path: Path, *files: Path) -> list[dict[str, Any]]:
    """The rows of JSON files as `datasets` has them."""
    import datasets

    names = [str(file) for file in files]
    return list(datasets.load_dataset("json", data_files=names, cache_dir=str(tmp_path))["train"])


def test_hugging_face_datasets(exported: Exported, equality: Equality, tmp_path: Path) -> None:
    import datasets

    rows = datasets.load_dataset(str(exported["huggingface"]), cache_dir=str(tmp_path))["train"]
    found: list[Span] = []
    for row in rows:
        text = equality.texts[row["document_id"]]
        assert "".join(row["tokens"]) == text[row["start"] : row["start"] + len(row["tokens"])]
        places = [(row["start"] + at, row["start"] + at + 1) for at in range(len(row["tokens"]))]
        for label in LABELS:
            names = rows.features[f"tags_{label.lower()}"].feature.names
            tags = [names[tag] for tag in row[f"tags_{label.lower()}"]]
            found += [equality.span(row["document_id"], *s) for s in bio_spans(tags, places)]
    equality.take("huggingface", "datasets", found, wanted=equality.outer())
    assert told_as_lost(exported["huggingface"]) == len(equality.spans - equality.outer())


def test_claims_by_datasets(exported: Exported, equality: Equality, tmp_path: Path) -> None:
    claims: list[Span] = []
    figures: set[Span] = set()
    for row in loaded(tmp_path, exported["claims"] / "claims.jsonl"):
        parts = [equality.span(row["document_id"], "CLAIM", *part) for part in row["fragments"]]
        assert row["claim"] == " … ".join(part[4] for part in parts)
        claims += parts
        figures |= {
            equality.span(row["document_id"], "FIGURE", figure["start"], figure["end"])
            for figure in row["figures"]
        }
    assert figures < equality.spans
    wanted = {s for s in equality.spans if s[1] == "CLAIM"} | figures
    equality.take("claims", "datasets", [*claims, *figures], wanted=wanted)
    assert told_as_lost(exported["claims"]) == len(equality.spans - wanted)


def test_native_by_datasets(exported: Exported, equality: Equality, tmp_path: Path) -> None:
    import pandas

    rows = [json.loads(line) for line in exported["jsonl"].read_text("utf-8").splitlines()]
    whole = pandas.read_json(exported["json"].read_bytes().decode(), typ="series")
    by_line = [row["document"] for row in loaded(tmp_path, exported["jsonl"])]
    for name, documents in (("jsonl", by_line), ("json", whole["documents"])):
        assert len(documents) == len(rows)
        spans: list[Span] = []
        relations: list[Relation] = []
        for document in documents:
            ids = {}
            for a in document["annotations"]:
                ids[a["id"]] = (a["start"], a["end"])
                words = document["text"][a["start"] : a["end"]]
                assert words == a["text"]
                spans.append((document["id"], a["label"], a["start"], a["end"], words))
            relations += [
                (document["id"], r["type"], ids[r["source"]], ids[r["target"]])
                for r in document["relations"]
                if r["target"] in ids
            ]
        equality.take(name, "datasets" if name == "jsonl" else "pandas", spans, relations)


def test_spacy(exported: Exported, equality: Equality) -> None:
    import spacy
    from spacy.tokens import DocBin

    script = exported["spacy"] / "to_spacy.py"
    subprocess.run([sys.executable, script], check=True, capture_output=True)
    nlp = spacy.blank("xx")
    spans: list[Span] = []
    relations: list[Relation] = []
    made = DocBin(store_user_data=True).from_disk(exported["spacy"] / "train.spacy")
    for doc in made.get_docs(nlp.vocab):
        name = doc.user_data["document_id"]
        places = {}
        for span in doc.spans["sc"]:
            places[span.id_] = (span.start, span.end)
            words = "".join(token.text for token in span)
            spans.append((name, span.label_, span.start, span.end, words))
        relations += [
            (name, r["type"], places[r["source"]], places[r["target"]])
            for r in doc.user_data["relations"]
            if r["target"] in places
        ]
    equality.take("spacy", "spaCy", spans, relations)


def test_prodigy_by_spacy(exported: Exported, equality: Equality) -> None:
    import spacy
    import srsly

    nlp = spacy.blank("xx")
    spans: list[Span] = []
    relations: list[Relation] = []
    for row in srsly.read_jsonl(exported["prodigy"] / "articles.jsonl"):
        words = [token["text"] for token in row["tokens"]]
        doc = spacy.tokens.Doc(nlp.vocab, words, [token["ws"] for token in row["tokens"]])
        name = row["meta"]["document_id"]
        for made in row["spans"]:
            # by characters of the text, and by its tokens, as Prodigy's recipes do
            text = row["text"][made["start"] : made["end"]]
            span = doc[made["token_start"] : made["token_end"] + 1]
            assert span.text.split() == text.split()
            spans.append((name, made["label"], made["start"], made["end"], text))
        for relation in row["relations"]:
            ends = [(relation[e]["start"], relation[e]["end"]) for e in ("head_span", "child_span")]
            relations.append((name, relation["label"], ends[0], ends[1]))
    equality.take("prodigy", "srsly, spaCy", spans, relations)


def test_dkpro_cassis(exported: Exported, equality: Equality) -> None:
    import cassis

    with (exported["uima"] / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    spans: list[Span] = []
    relations: list[Relation] = []
    for path in exported["uima"].glob("*.xmi"):
        with path.open("rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=types)
        for label in LABELS:
            spans += [
                (path.stem, label, a.begin, a.end, a.get_covered_text())
                for a in cas.select(f"webanno.custom.{label.capitalize()}")
            ]
        for relation in cas.select("webanno.custom.Relation"):
            source, target = relation.Dependent, relation.Governor
            places = (source.begin, source.end), (target.begin, target.end)
            relations.append((path.stem, relation.relation, *places))
    equality.take("uima", "dkpro-cassis", spans, relations)


def test_pybrat(exported: Exported, equality: Equality) -> None:
    from pybrat.parser import BratParser, Entity

    spans: list[Span] = []
    relations: list[Relation] = []

    def place(entity: Entity) -> tuple[int, int]:
        # a span over several lines stands in pieces
        return entity.spans[0].start, entity.spans[-1].end

    for example in BratParser(error="raise").parse(exported["brat"]):
        for entity in example.entities:
            start, end = place(entity)
            words = example.text[start:end]
            assert entity.mention == " ".join(words.split("\n"))
            spans.append((example.id, entity.type, start, end, words))
        relations += [(example.id, r.type, place(r.arg1), place(r.arg2)) for r in example.relations]
    equality.take("brat", "pybrat", spans, relations)


def test_conllu(exported: Exported, equality: Equality) -> None:
    import conllu

    found: list[Span] = []
    words = (exported["conllu"] / "articles.conllup").read_text(encoding="utf-8")
    for sentence in conllu.parse(words):
        document = sentence.metadata["sent_id"].rpartition(":")[0]
        text = equality.texts[document]
        assert sentence.metadata["text"] in text
        places = [(int(t["misc"]["Start"]), int(t["misc"]["End"])) for t in sentence]
        assert [text[start:end] for start, end in places] == [t["form"] for t in sentence]
        for label in LABELS:
            tags = [token[f"ne:{label.lower()}"] for token in sentence]
            found += [equality.span(document, *span) for span in bio_spans(tags, places)]
    equality.take("conllu", "conllu", found, wanted=equality.outer())
    assert told_as_lost(exported["conllu"]) == len(equality.spans - equality.outer())


def test_label_studio(exported: Exported, equality: Equality, tmp_path: Path) -> None:
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface

    config = (exported["labelstudio"] / "labelling_config.xml").read_text(encoding="utf-8")
    tasks = json.loads((exported["labelstudio"] / "tasks.json").read_text(encoding="utf-8"))
    interface = LabelInterface(config)
    assert all(interface.validate_task({"data": task["data"]}) for task in tasks)
    assert all(interface.validate_annotation(a) for task in tasks for a in task["annotations"])
    # the ids that Label Studio gives to tasks at import
    numbered = tmp_path / "tasks.json"
    numbered.write_text(json.dumps([t | {"id": n} for n, t in enumerate(tasks)]), "utf-8")
    converter = Converter(config, str(exported["labelstudio"]), download_resources=False)
    converter.convert_to_json_min(str(numbered), str(tmp_path / "min"), is_dir=False)
    converter.convert_to_json(str(numbered), str(tmp_path / "all"), is_dir=False)
    spans = [
        (row["document_id"], label, value["start"], value["end"], value["text"])
        for row in json.loads((tmp_path / "min" / "result.json").read_text(encoding="utf-8"))
        for value in row["label"]
        for label in value["labels"]
    ]
    relations: list[Relation] = []
    for task in json.loads((tmp_path / "all" / "result.json").read_text(encoding="utf-8")):
        (made,) = task["annotations"]
        places = {
            r["id"]: (r["value"]["start"], r["value"]["end"])
            for r in made["result"]
            if r["type"] == "labels"
        }
        relations += [
            (task["data"]["document_id"], r["labels"][0], places[r["from_id"]], places[r["to_id"]])
            for r in made["result"]
            if r["type"] == "relation"
        ]
    equality.take("labelstudio", "label-studio-sdk", spans, relations)


def test_rdflib(exported: Exported, equality: Equality) -> None:
    import rdflib

    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    value = rdflib.RDF.value
    spans: list[Span] = []
    relations: list[Relation] = []
    for path in exported["webannotation"].glob("*.jsonld"):
        graph = rdflib.Graph().parse(path, format="json-ld")
        places: dict[str, tuple[int, int]] = {}
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
            places[str(note)] = (start, end)
            spans.append((path.stem, str(label), start, end, str(quote)))
        for note in graph.subjects(oa.motivatedBy, oa.linking):
            kind = str(graph.value(graph.value(note, oa.hasBody), value))
            source, target = map(str, graph.items(graph.value(note, oa.hasTarget)))
            if target in places:
                relations.append((path.stem, kind, places[source], places[target]))
    equality.take("webannotation", "rdflib", spans, relations)


def test_doccano_counts_in_utf16(exported: Exported, equality: Equality, tmp_path: Path) -> None:
    spans: list[Span] = []
    relations: list[Relation] = []
    for row in loaded(tmp_path, exported["doccano"] / "articles.jsonl"):
        units = row["text"].encode("utf-16-le")
        places: dict[int, tuple[int, int]] = {}
        for entity in row["entities"]:
            start, end = entity["start_offset"], entity["end_offset"]
            words = units[2 * start : 2 * end].decode("utf-16-le")
            before = len(units[: 2 * start].decode("utf-16-le"))
            places[entity["id"]] = (before, before + len(words))
            spans.append((row["document_id"], entity["label"], *places[entity["id"]], words))
        relations += [
            (row["document_id"], r["type"], places[r["from_id"]], places[r["to_id"]])
            for r in row["relations"]
        ]
    equality.take("doccano", "datasets, decoded as UTF-16", spans, relations)


def nth(text: str, words: str, number: int) -> int:
    """Where ``words`` stand for the ``number``-th time."""
    place = -1
    for _ in range(number):
        place = text.index(words, place + 1)
    return place


def test_chat_by_datasets(exported: Exported, equality: Equality, tmp_path: Path) -> None:
    spans: list[Span] = []
    lines = 0
    for row in loaded(tmp_path, exported["chat"] / "chat.jsonl"):
        _, user, assistant = (message["content"] for message in row["messages"])
        document = row["metadata"]["document_id"]
        begins = equality.texts[document].index(user)
        for label, entries in json.loads(assistant).items():
            for entry in entries:
                start = begins + nth(user, entry["text"], entry["occurrence"])
                spans.append(equality.span(document, label, start, start + len(entry["text"])))
                assert spans[-1][4] == entry["text"]
        lines += 1
    assert lines > len(equality.texts), "an article of several paragraphs is several questions"
    equality.take("chat", "datasets, found by words", spans)


def test_finnum_by_pandas(exported: Exported, equality: Equality) -> None:
    import pandas

    spans: list[Span] = []
    documents = {text: name for name, text in equality.texts.items()}
    for row in pandas.read_json(exported["finnum"] / "finnum.jsonl", lines=True).itertuples():
        assert row.text[row.offset : row.offset + len(row.numeral)] == row.numeral
        (text,) = [text for text in documents if row.text in text]
        start = text.index(row.text) + row.offset
        spans.append(equality.span(documents[text], "FIGURE", start, start + len(row.numeral)))
    figures = {span for span in equality.spans if span[1] == "FIGURE"}
    equality.take("finnum", "pandas", spans, wanted=figures)
    assert told_as_lost(exported["finnum"]) == len(equality.spans - figures)


def test_checkthat_by_pandas(exported: Exported, equality: Equality) -> None:
    import pandas

    table = pandas.read_csv(exported["checkthat"] / "checkthat.tsv", sep="\t", quoting=3)
    assert list(table.columns) == ["sentence_id", "text", "class_label"]
    worthy = table[table.class_label == "Yes"]
    assert list(worthy.sentence_id) == ["d110:0"]
    for row in table.itertuples():
        document, _, start = row.sentence_id.rpartition(":")
        rest = " ".join(equality.texts[document][int(start) :].split())
        assert rest.startswith(row.text)
    equality.take("checkthat", "pandas, a sentence a row", [], wanted=set())


def test_tables(exported: Exported, equality: Equality) -> None:
    import pandas
    from python_calamine import CalamineWorkbook

    def by_pandas(name: str, table: str) -> list[dict[str, Any]]:
        made = pandas.read_csv(exported[name] / f"{table}.csv", keep_default_na=False)
        return [{str(key): value for key, value in row.items()} for row in made.to_dict("records")]

    def by_csv(name: str, table: str) -> list[dict[str, Any]]:
        path = exported[name] / f"{table}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    book = CalamineWorkbook.from_path(str(exported["xlsx"]))

    def by_calamine(_name: str, table: str) -> list[dict[str, Any]]:
        _, fields, *rows = book.get_sheet_by_name(table).to_python()
        return [dict(zip(map(str, fields), row, strict=True)) for row in rows]

    for name, reader, read in (
        ("csv", "pandas", by_pandas),
        ("csv", "Python's csv", by_csv),
        ("csv-safe", "pandas", by_pandas),
        ("xlsx", "calamine", by_calamine),
    ):
        equality.take_tables(name, reader, read(name, "annotations"), read(name, "relations"))
