"""What was exported to other tools' formats comes back with equal spans and relations."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from desktop.exporters import Choice, TextOptions, export_file
from desktop.importers import merged, read_files
from desktop.model.batch import ImportBatch
from desktop.model.interchange import FileDocument
from desktop.session.session import Session, default_schema
from tests.exporters.making import document, native_file, project

SCHEMA = default_schema()
# The second half of an utterance, a nested claim and what is far outside the BMP.
ASTRAL = document(
    "😀😀 옛말 ᄒᆞ𠮷 ⟦SPEAKER#s1|𠮷한빛 대변인😀⟧은 \"⟦CLAIM#c1|비😀 온다⟧\"며 \"⟦CLAIM#c2|눈𠮷도 ⟦FIGURE#f1|3㎝⟧"
    " 온다⟧\"고 ⟦CUE#q1|말했다⟧ 😀\tc1 attributed_to s1, c2 continues c1, c1 cued_by q1, f1 figure_in c2",
    60,
)  # fmt: skip
FILE = native_file()
FILE["documents"].append(ASTRAL)
Spans = Counter[tuple[str, int, int]]
Relations = Counter[tuple[str, tuple[int, int], object]]


def exported(folder: Path, name: str, **chosen: object) -> tuple[list[FileDocument], Path]:
    """The documents of the project, and the dataset made of them."""
    target = folder / "out"
    with project(folder, FILE) as session:
        choice = Choice(zones=None, **chosen)
        export_file(session.export_source(), target, name, TextOptions(), choice=choice)
        return list(session.export_source().documents()), target


def imported(folder: Path, *paths: Path) -> tuple[list[FileDocument], ImportBatch]:
    """What a new project holds after reading ``paths``."""
    with Session.create(folder / "new.mitjul", annotator="이둘") as session:
        batch = merged(read_files(paths, session.schema, "이둘"))
        session.import_batch(batch)
        return list(session.export_source().documents()), batch


def spans(made: FileDocument) -> Spans:
    return Counter((a.label, a.start, a.end) for a in made.annotations)


def relations(made: FileDocument, *, registry: bool = False) -> Relations:
    """Relations by the places of their ends; those to the registry when asked."""
    places = {a.id: (a.start, a.end) for a in made.annotations}
    return Counter(
        (r.type, places[r.source], places.get(r.target, r.target))
        for r in made.relations
        if registry or r.target in places
    )


@pytest.mark.parametrize(
    ("name", "pattern", "options"),
    [
        ("brat", "*.ann", {}),
        ("labelstudio", "*.json", {}),
        ("labelstudio", "*.json", {"utf16": True}),
        ("doccano", "*.jsonl", {}),
        ("doccano", "*.jsonl", {"utf16": False}),
        ("uima", "*.xmi", {}),
        ("webannotation", "*.jsonld", {}),
        ("prodigy", "*.jsonl", {}),
        ("chat", "*.jsonl", {}),
    ],
)
def test_same_spans_and_relations(
    tmp_path: Path, name: str, pattern: str, options: dict[str, object]
) -> None:
    before, folder = exported(tmp_path, name, **options)
    paths = sorted(
        path
        for path in folder.glob(pattern)
        if path.name not in ("manifest.json", "documents.jsonl")
    )
    after, batch = imported(tmp_path, *paths)
    by_text = {made.text: made for made in after}
    assert set(by_text) == {made.text for made in before}
    for made in before:
        again = by_text[made.text]
        assert spans(again) == spans(made)
        assert relations(again) == relations(made)
        assert {a.origin for a in again.annotations} <= {f"imported:{ORIGINS[name]}"}
    assert not [str(w) for w in batch.warnings if "those words" in str(w)]


ORIGINS = {
    "brat": "brat",
    "labelstudio": "label-studio",
    "doccano": "doccano",
    "uima": "uima",
    "webannotation": "web-annotation",
    "prodigy": "prodigy",
    "chat": "chat",
}


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("brat", "*.ann"),
        ("labelstudio", "tasks.json"),
        ("doccano", "articles.jsonl"),
        ("conllu", "*.conllup"),
        ("uima", "*.xmi"),
        ("webannotation", "*.jsonld"),
        ("prodigy", "articles.jsonl"),
        ("chat", "chat.jsonl"),
    ],
)
def test_what_does_not_come_back_was_told(tmp_path: Path, name: str, pattern: str) -> None:
    """Every possible span of a text with spaces and line breaks at all places."""
    made = document("가 \n😀\u00a0나\n\u3000ᄒᆞ", 70)
    (like,) = document("⟦CUE#q|가⟧", 71)["annotations"]
    labels = ("CLAIM", "FIGURE", "SPEAKER", "CUE", "TIME")
    size = len(made["text"])
    made["annotations"] = [
        like | {"id": f"a{s}-{e}", "label": labels[(s + 2 * e) % 5], "features": {}}
        | {"start": s, "end": e, "text": made["text"][s:e]}
        for s in range(size) for e in range(size, s, -1)
    ]  # fmt: skip
    with project(tmp_path, native_file([made])) as session:
        source, target = session.export_source(), tmp_path / "out"
        export_file(source, target, name, TextOptions(), choice=Choice(zones=None))
        (before,) = source.documents()
    (after,), _ = imported(tmp_path, *target.glob(pattern))
    assert after.text == before.text
    lost = json.loads((target / "manifest.json").read_text("utf-8"))["not_carried"]
    told = sum(count for what, count in lost.items() if "annotations" in what)
    assert (spans(before) - spans(after)).total() == told
    assert (told > 0) == (name in ("brat", "conllu", "chat"))


def test_conllu_brings_all_outer_spans(tmp_path: Path) -> None:
    before, folder = exported(tmp_path, "conllu")
    after, _ = imported(tmp_path, *folder.glob("*.conllup"))
    by_text = {made.text: made for made in after}
    assert set(by_text) == {made.text for made in before}
    for made in before:
        outer: Spans = Counter()
        for a in made.annotations:
            over = [b for b in made.annotations if b.label == a.label and b is not a]
            if not any(b.start <= a.start and a.end <= b.end for b in over):
                outer[a.label, a.start, a.end] += 1
        assert spans(by_text[made.text]) == outer


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_own_dataset_comes_back_whole(tmp_path: Path, target: str) -> None:
    with project(tmp_path, FILE) as session:
        source = session.export_source()
        export_file(source, tmp_path / target, "brat", TextOptions(), choice=Choice(zones=None))
        before = list(source.documents())
    after, _ = imported(tmp_path, tmp_path / target)
    assert [made.id for made in after] == [made.id for made in before]
    for made, again in zip(before, after, strict=True):
        assert spans(again) == spans(made)
        assert relations(again, registry=True) == relations(made, registry=True)


def test_features_that_the_format_carries(tmp_path: Path) -> None:
    for name, pattern in (("brat", "d0.ann"), ("uima", "d0.xmi"), ("webannotation", "d0.jsonld")):
        folder = tmp_path / name
        folder.mkdir()
        _, dataset = exported(folder, name)
        (made,), _ = imported(folder, *dataset.glob(pattern))
        (claim,) = (a for a in made.annotations if a.label == "CLAIM")
        assert claim.features == {"quote_type": "direct", "source_type": "other"}
