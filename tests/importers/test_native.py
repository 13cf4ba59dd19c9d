"""The native format: what is filled, what is mapped, what is kept."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import RefusedInput
from desktop.importers import read_file, read_schema
from desktop.model.batch import CURRENT_ANNOTATOR, ImportBatch, ImportedDocument
from desktop.model.canonical import text_hash
from desktop.model.span import Span
from desktop.session.session import default_schema
from tests.exporters.making import native_file, written

SCHEMA = default_schema()


def read(folder: Path, value: object, **options: Any) -> ImportBatch:
    return read_file(written(folder, value), SCHEMA, **options)


def only(batch: ImportBatch) -> ImportedDocument:
    (document,) = batch.documents
    return document


def small(**document: Any) -> dict[str, Any]:
    """A file with as little in it as may be."""
    return {"format": "mitjul/1", "documents": [{"text": "가격은 12.5% 올랐다."} | document]}


def test_everything_is_taken_over(tmp_path: Path) -> None:
    file = native_file()
    batch = read(tmp_path, file)
    assert batch.warnings == ()
    assert [a.name for a in batch.annotators] == ["김하나", "아무것도 안 한 이"]
    assert [e.id for e in batch.entities] == ["e1", "e2"]
    assert batch.entities[0].extra == {"wikidata_qid": "Q0"}
    for imported, wanted in zip(batch.documents, file["documents"], strict=True):
        document = imported.document
        assert imported.text == wanted["text"]
        assert imported.original is None
        assert (document.id, document.title) == (wanted["id"], wanted["title"])
        assert document.metadata.model_dump()["dct"] == "x"
        assert [(z.kind, z.start, z.end) for z in document.zones] == [
            ("body", 0, len(imported.text))
        ]
        found = [
            (a.id, a.label, a.start, a.end, a.quote, a.features, a.annotator_id)
            for a in imported.annotations
        ]
        names = ("id", "label", "start", "end", "text", "features", "annotator")
        assert found == [tuple(a[name] for name in names) for a in wanted["annotations"]]
        ends = [(r.id, r.type, r.source_id, r.target_id, r.features) for r in imported.relations]
        keys = ("id", "type", "source", "target", "features")
        assert ends == [tuple(r[key] for key in keys) for r in wanted["relations"]]


def test_what_is_missing_is_filled(tmp_path: Path) -> None:
    text = "하늘전자, 새 공장에 투자\n\n가격은 12.5% 올랐다.\n\n무단전재 및 재배포 금지"
    annotation = {"label": "FIGURE", "start": 20, "end": 25}
    imported = only(read(tmp_path, small(text=text, annotations=[annotation])))
    document, (found,) = imported.document, imported.annotations
    assert document.title == "하늘전자, 새 공장에 투자"
    assert [zone.kind for zone in document.zones] == ["title", "body", "rights"]
    assert document.rights.restricted
    assert document.state == "in_progress"
    assert document.created_at == found.created_at
    assert len({document.id, found.id}) == 2
    assert found.quote == "12.5%"
    assert (found.annotator_id, found.origin) == (CURRENT_ANNOTATOR, "imported:mitjul/1")
    assert only(read(tmp_path, small())).document.state == "new"


def test_given_values_are_not_filled(tmp_path: Path) -> None:
    given_ = small(title="", zones=[], rights={"holder": "가람일보"}, state="done")
    document = only(read(tmp_path, given_)).document
    assert (document.title, document.zones, document.state) == ("", (), "done")
    assert document.rights.holder == "가람일보"


@pytest.mark.parametrize(
    ("annotators", "named", "importer", "wanted"),
    [
        ([], None, None, None),
        ([{"name": "김하나"}, {"name": "이둘"}], None, None, "김하나"),
        ([{"name": "김하나"}], None, "박셋", "박셋"),
        ([{"id": "a1", "name": "김하나"}], "a1", "박셋", "김하나"),
        ([{"id": "a1", "name": "김하나"}], "김하나", None, "김하나"),
        ([], "이둘", None, "이둘"),
    ],
)
def test_annotators(
    tmp_path: Path,
    annotators: list[Any],
    named: str | None,
    importer: str | None,
    wanted: str | None,
) -> None:
    annotation = {"label": "FIGURE", "start": 4, "end": 9, "annotator": named}
    file = small(annotations=[annotation]) | {"annotators": annotators}
    batch = read(tmp_path, file, annotator=importer)
    names = {a.id: a.name for a in batch.annotators} | {CURRENT_ANNOTATOR: None}
    assert names[only(batch).annotations[0].annotator_id] == wanted


def test_unknown_features_are_kept_with_one_warning_each_name(tmp_path: Path) -> None:
    annotations = [
        {"label": "FIGURE", "start": 4, "end": 9, "features": {"numeral": n, "value": None}}
        for n in ("12.5", [1, {"a": None}])
    ]
    batch = read(tmp_path, small(annotations=annotations))
    assert [a.features for a in only(batch).annotations] == [
        {"numeral": "12.5"},
        {"numeral": [1, {"a": None}]},
    ]
    assert [str(warning) for warning in batch.warnings] == [
        "The schema has no feature FIGURE.numeral; annotations and relations that keep it: 2"
    ]


def test_zone_aliases_and_order(tmp_path: Path) -> None:
    text = "가격은 올랐다고 밝혔다.\n관련기사\n- 항목"
    zones = [("related_links", 14, 23), ("body", 0, 13)]
    made = small(text=text, zones=[{"kind": k, "start": s, "end": e} for k, s, e in zones])
    found = only(read(tmp_path, made)).document.zones
    assert [zone.kind for zone in found] == ["body", "related"]


def test_entities_of_the_project_may_be_named(tmp_path: Path) -> None:
    made = small(
        annotations=[{"id": "c", "label": "CLAIM", "start": 0, "end": 9}],
        relations=[{"type": "attributed_to", "source": "c", "target": "e77"}],
    )
    with pytest.raises(RefusedInput, match="target e77 is not in the file"):
        read(tmp_path, made)
    (relation,) = only(read(tmp_path, made, entity_ids=["e77"])).relations
    assert (relation.target_entity_id, relation.target_annotation_id) == ("e77", None)


def test_same_words_in_jsonl(tmp_path: Path) -> None:
    file = native_file()
    head = {name: file[name] for name in ("format", "annotators", "entities")}
    lines = [head | {"document": document} for document in file["documents"]]
    path = written(tmp_path, lines, "기사.jsonl")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n\r\n"))
    batch, whole = read_file(path, SCHEMA), read(tmp_path, file)
    assert batch.documents == whole.documents
    assert batch.entities == whole.entities
    assert batch.annotators == whole.annotators


def test_documents_may_stand_before_the_registry(tmp_path: Path) -> None:
    file = native_file()
    turned = dict(reversed(list(file.items())))
    assert read(tmp_path, turned).documents == read(tmp_path, file).documents


def test_schema_of_the_file(tmp_path: Path) -> None:
    schema = SCHEMA.model_dump(mode="json")
    assert read(tmp_path, small() | {"schema": schema}).warnings == ()
    newer = read(tmp_path, small() | {"schema": schema | {"schema_version": "1.9.0"}})
    assert [str(warning) for warning in newer.warnings] == [
        "The file's schema is of version 1.9.0; the project has 1.0.0."
    ]
    with pytest.raises(RefusedInput, match="Its schema is other; the project's schema is news-csf"):
        read(tmp_path, small() | {"schema": schema | {"schema_id": "other"}})


def test_read_schema(tmp_path: Path) -> None:
    schema = SCHEMA.model_dump(mode="json")
    assert read_schema(written(tmp_path, schema)) == SCHEMA
    assert read_schema(written(tmp_path, small() | {"schema": schema})) == SCHEMA
    with pytest.raises(RefusedInput, match=r"^기사\.json: labels"):
        read_schema(written(tmp_path, schema | {"labels": []}))
    with pytest.raises(RefusedInput, match=r"^기사\.json: "):
        read_schema(written(tmp_path, small()))


def test_text_that_is_not_canonical_takes_its_offsets_along(tmp_path: Path) -> None:
    lines = ["\ufeff첫 줄은 짧다.", unicodedata.normalize("NFD", "가격은"), "12.5% 올랐다."]
    raw = "\r\n".join(lines)
    figure = raw.index("12.5%")
    price = raw.index(lines[1])
    made = small(
        text=raw,
        text_sha256=text_hash(raw),
        zones=[{"kind": "body", "start": 1, "end": len(raw)}],
        rights={"notice": [figure, figure + 5]},
        annotations=[
            {"label": "FIGURE", "start": figure, "end": figure + 5, "text": "12.5%"},
            {
                "label": "SPEAKER",
                "start": price,
                "end": price + len(lines[1]),
                "features": {"parts": {"name": [price, price + 2], "title": [[price, price + 5]]}},
            },
        ],
    )
    imported = only(read(tmp_path, made))
    assert imported.text == "첫 줄은 짧다.\n가격은\n12.5% 올랐다."
    assert [a.quote for a in imported.annotations] == ["12.5%", "가격은"]
    assert imported.annotations[1].features == {"parts": {"name": [9, 10], "title": [[9, 11]]}}
    assert imported.document.zones[0].span == Span(0, 23)
    notice = imported.document.rights.notice
    assert notice is not None
    assert notice.slice(imported.text) == "12.5%"
    assert {step.step for step in imported.normalisation} == {"bom_removed", "newline_to_lf", "nfc"}


PIECES = st.lists(
    st.sampled_from(
        ["가", "ᄀ", "ᅡ", "ᆨ", "\r\n", "\r", "\n", "e\u0301", "😀", "가", " ", "\u2028", "x"]
    ),
    min_size=1,
    max_size=12,
)


@given(PIECES, st.data())
def test_mapped_spans_hold_the_same_words(pieces: list[str], data: st.DataObject) -> None:
    raw = "x" + "".join(pieces)
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    made = small(text=raw, annotations=[{"label": "CUE", "start": start, "end": end}])
    try:
        imported = _read_value(made)
    except RefusedInput as error:
        reason = str(error)
    else:
        reason = ""
    if reason:
        assert "A border of the span" in reason
        return
    (annotation,) = imported.annotations
    assert annotation.span.slice(imported.text) == annotation.quote
    whole = _read_value(small(text=raw)).text
    assert whole[: annotation.start] == _canonical(raw[:start])
    assert annotation.quote == _canonical(raw[start:end])


def _canonical(raw: str) -> str:
    newlines = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return unicodedata.normalize("NFC", newlines)


def _read_value(value: object) -> ImportedDocument:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return only(read(Path(folder), value))


def test_duplicate_keys_are_harmless(tmp_path: Path) -> None:
    words = json.dumps(small(), ensure_ascii=False)
    path = tmp_path / "x.json"
    path.write_text(words.replace('"text":', '"text": 3, "text":'), "utf-8")
    assert only(read_file(path, SCHEMA)).text == "가격은 12.5% 올랐다."
