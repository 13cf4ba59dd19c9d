"""Annotations made elsewhere: units, labels, parts, and everything that cannot be taken over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.errors import RefusedInput
from desktop.importers import read_file, read_files
from desktop.model.batch import ImportBatch
from desktop.session.session import default_schema

SCHEMA = default_schema()
TEXT = '😀 김가온 연구원은 "수출이 늘었다"고 말했다.\n이도담 대표는 웃었다.'


def write(folder: Path, name: str, content: str | object) -> Path:
    path = folder / name
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_bytes(words.encode())
    return path


def brat(folder: Path, annotations: str, text: str = TEXT) -> Path:
    write(folder, "x.txt", text)
    return write(folder, "x.ann", annotations)


def words(batch: ImportBatch) -> list[str]:
    return [str(warning) for warning in batch.warnings]


def quotes(batch: ImportBatch) -> list[tuple[str, str]]:
    return [(a.label, a.quote) for made in batch.documents for a in made.annotations]


def offset(unit: str, at: int, text: str = TEXT) -> int:
    before = text[:at]
    if unit == "utf-16":
        return len(before.encode("utf-16-le")) // 2
    if unit == "utf-8":
        return len(before.encode())
    return len(before) + (before.count("\n") if unit == "crlf" else 0)


@pytest.mark.parametrize("unit", ["code", "utf-16", "utf-8", "crlf"])
def test_unit_is_told_by_the_words(tmp_path: Path, unit: str) -> None:
    lines = ""
    for number, quote in enumerate(["김가온 연구원", "이도담 대표"], start=1):
        start = TEXT.index(quote)
        place = f"{offset(unit, start)} {offset(unit, start + len(quote))}"
        lines += f"T{number}\tSPEAKER {place}\t{quote}\n"
    batch = read_file(brat(tmp_path, lines), SCHEMA)
    assert quotes(batch) == [("SPEAKER", "김가온 연구원"), ("SPEAKER", "이도담 대표")]
    assert any("offsets are counted" in told for told in words(batch)) == (unit != "code")


def test_line_ends_that_the_tool_did_not_count(tmp_path: Path) -> None:
    start = TEXT.index("이도담")
    path = brat(tmp_path, f"T1\tSPEAKER {start} {start + 3}\t이도담\n", TEXT.replace("\n", "\r\n"))
    batch = read_file(path, SCHEMA)
    assert quotes(batch) == [("SPEAKER", "이도담")]
    assert batch.documents[0].text == TEXT


def test_what_has_no_place_is_listed(tmp_path: Path) -> None:
    path = brat(
        tmp_path, "T1\tSPEAKER 2 5\t김가온\nT2\tSPEAKER 3 6\t이도담\nT3\tCUE 900 903\t말했다\n"
    )
    batch = read_file(path, SCHEMA)
    assert quotes(batch) == [("SPEAKER", "김가온")]
    assert words(batch) == [
        "x.txt: left out SPEAKER at 3–6: those words do not stand there.",
        "x.txt: left out CUE at 900–903: those words do not stand there.",
    ]


def test_parts_are_joined(tmp_path: Path) -> None:
    first, second = TEXT.index("수출이"), TEXT.index("웃었다")
    lines = f"T1\tCLAIM {first} {first + 3};{second} {second + 3}\t수출이 웃었다\n"
    (made,) = read_file(brat(tmp_path, lines), SCHEMA).documents
    assert [a.quote for a in made.annotations] == ["수출이", "웃었다"]
    (joined,) = made.relations
    before, after = made.annotations
    assert (joined.type, joined.source_id) == ("continues", after.id)
    assert joined.target_annotation_id == before.id


def test_parts_that_the_schema_cannot_join(tmp_path: Path) -> None:
    batch = read_file(brat(tmp_path, "T1\tSPEAKER 2 5;6 9\t김가온 연구원\n"), SCHEMA)
    assert quotes(batch) == [("SPEAKER", "김가온"), ("SPEAKER", "연구원")]
    assert words(batch) == [
        "Annotations SPEAKER in parts that stand alone, as the schema cannot join them: 1"
    ]


def test_pieces_that_a_line_end_parts_are_one(tmp_path: Path) -> None:
    end = TEXT.index("\n")
    lines = f"T1\tCLAIM {end - 4} {end};{end + 1} {end + 4}\t했다.. 이도담\n".replace(
        "했다..", TEXT[end - 4 : end]
    )
    batch = read_file(brat(tmp_path, lines), SCHEMA)
    assert quotes(batch) == [("CLAIM", TEXT[end - 4 : end + 4])]


def test_unknown_labels_are_told_or_mapped(tmp_path: Path) -> None:
    path = brat(
        tmp_path,
        "T1\tPERSON 2 5\t김가온\nT2\tperson 6 9\t연구원\nT3\tClaim 13 16\t출이 \nR1\tsays Arg1:T3 Arg2:T1\n",
        TEXT,
    )
    batch = read_file(path, SCHEMA)
    assert batch.unknown_labels == ("PERSON", "person")
    assert quotes(batch) == [("CLAIM", "출이 ")]
    assert words(batch) == [
        "Annotations PERSON left out, as the project's schema has no such label: 1",
        "Annotations person left out, as the project's schema has no such label: 1",
        "Relations says left out, as an end was not taken over: 1",
    ]
    chosen = {"PERSON": "SPEAKER", "person": "", "says": "attributed_to"}
    (batch,) = read_files([path], SCHEMA, label_map=chosen)
    assert batch.unknown_labels == ()
    assert quotes(batch) == [("SPEAKER", "김가온"), ("CLAIM", "출이 ")]
    assert [r.type for r in batch.documents[0].relations] == ["attributed_to"]
    assert words(batch) == [
        "Annotations PERSON taken as SPEAKER: 1",
        "Annotations person left out, as was asked: 1",
    ]
    with pytest.raises(RefusedInput, match="'PERSON' cannot become 'VOICE'"):
        list(read_files([path], SCHEMA, label_map={"PERSON": "VOICE"}))


def test_relations_and_values_that_the_schema_lacks(tmp_path: Path) -> None:
    path = brat(
        tmp_path,
        'T1\tSPEAKER 2 5\t김가온\nT2\tCUE 6 9\t연구원\nA1\tform T2 gesture\nA2\tgoodness T2\n#1\tAnnotatorNotes T1\t{"mention_form": "named", "parts": {"name": [2, 5]}}\n'
        "#2\tAnnotatorNotes T2\t보라색\nR1\tcued_by Arg1:T1 Arg2:T2\nE1\tCUE:T2\n",
    )
    batch = read_file(path, SCHEMA)
    (made,) = batch.documents
    assert [a.features for a in made.annotations] == [{"mention_form": "named"}, {"note": "보라색"}]
    assert made.relations == ()
    assert words(batch) == [
        "Values of the feature parts left out, as the schema has none such: 1",
        "Values of the feature form left out, as the schema has none such: 1",
        "Values of the feature goodness left out, as the schema has none such: 1",
        "Relations cued_by left out, as the schema has none between such ends: 1",
        "Events, equivalences and normalisations left out: 1",
    ]


def test_several_annotators_of_label_studio(tmp_path: Path) -> None:
    def done(who: object, start: int, **more: object) -> dict[str, object]:
        value = {"start": start, "end": start + 3, "text": TEXT[start : start + 3]}
        region = {"id": "a", "type": "labels", "value": value | {"labels": ["SPEAKER"]}}
        return {"completed_by": who, "result": [region], **more}

    task = {
        "data": {"article": TEXT, "kind": "x", "title": "제목"},
        "annotations": [done({"email": "kim@example.org"}, 2), done(7, 6), done(8, 2, was_cancelled=True)],
        "predictions": [{"result": []}],
    }  # fmt: skip
    batch = read_file(write(tmp_path, "x.json", [task]), SCHEMA)
    assert [who.name for who in batch.annotators] == ["kim@example.org", "Label Studio 7"]
    assert batch.documents[0].document.title == "제목"
    assert len({a.annotator_id for a in batch.documents[0].annotations}) == 2
    assert words(batch) == [
        "Predictions of machines left out: 1",
        "Annotations left out that were cancelled there: 1",
    ]


def test_doccano_of_old(tmp_path: Path) -> None:
    row = {"id": 3, "text": "김가온은 웃었다.", "label": [[0, 3, "SPEAKER"], [5, 8, "CUE"]]}
    batch = read_file(write(tmp_path, "x.jsonl", row), SCHEMA)
    assert quotes(batch) == [("SPEAKER", "김가온"), ("CUE", "웃었다")]


def test_doccano_in_code_points(tmp_path: Path) -> None:
    row = {
        "text": TEXT,
        "entities": [{"id": 1, "label": "SPEAKER", "start_offset": 2, "end_offset": 9}],
    }
    batch = read_file(write(tmp_path, "x.jsonl", row), SCHEMA)
    assert quotes(batch) == [("SPEAKER", "김가온 연구원")]


def test_named_entities_of_inception(tmp_path: Path) -> None:
    xmi = (
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
        ' xmlns:t="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmi:version="2.0">'
        '<t:NamedEntity xmi:id="5" sofa="1" begin="0" end="3" value="PER"/>'
        '<t:NamedEntity xmi:id="6" sofa="1" begin="x" end="3" value="PER"/>'
        '<cas:Sofa xmi:id="1" sofaString="김가온은 웃었다."/></xmi:XMI>'
    )
    (batch,) = read_files([write(tmp_path, "x.xmi", xmi)], SCHEMA, label_map={"PER": "SPEAKER"})
    assert quotes(batch) == [("SPEAKER", "김가온")]
    assert "Annotations left out that have no whole offsets: 1" in words(batch)


def test_web_annotations_by_quote(tmp_path: Path) -> None:
    def tag(**selector: object) -> dict[str, object]:
        target = {"source": "https://example.org/1", "selector": {"type": "x", **selector}}
        return {"type": "Annotation", "body": {"value": "SPEAKER"}, "target": target}

    write(tmp_path, "x.txt", TEXT + " 김가온")
    items = [tag(exact="김가온", suffix=" 연구원"), tag(exact="김가온"), tag()]
    path = write(
        tmp_path, "x.jsonld", {"@context": "http://www.w3.org/ns/anno.jsonld", "items": items}
    )
    batch = read_file(path, SCHEMA)
    assert quotes(batch) == [("SPEAKER", "김가온")]
    assert batch.documents[0].annotations[0].start == 2
    assert words(batch) == [
        "Annotations left out whose quote does not occur exactly once: 1",
        "Annotations left out that have no position or quote in the text: 1",
    ]


def test_words_in_sentences(tmp_path: Path) -> None:
    rows = "# global.columns = ID FORM NER\n1\t김가온\tB-PER\n2\t연구원\tI-PER\n3\t왔다\tO\n\n1\t그리고\tO\n\n"
    (batch,) = read_files(
        [write(tmp_path, "x.conllup", rows)], SCHEMA, label_map={"PER": "SPEAKER"}
    )
    assert batch.documents[0].text == "김가온 연구원 왔다\n그리고"
    assert quotes(batch) == [("SPEAKER", "김가온 연구원")]


def test_words_that_end_in_spaces(tmp_path: Path) -> None:
    rows = (
        "# global.columns = FORM NER\n 김가온 \tB-SPEAKER\n# global.columns = FORM\n왔다 \tO\n\n"
        "# global.columns = FORM\n갔다\n\n"
    )
    batch = read_file(write(tmp_path, "x.conllup", rows), SCHEMA)
    assert batch.documents[0].text == " 김가온  왔다 \n갔다"
    assert quotes(batch) == [("SPEAKER", " 김가온 ")]


def test_rejected_texts_of_prodigy(tmp_path: Path) -> None:
    row = {
        "text": "김가온",
        "spans": [{"start": 0, "end": 3, "label": "SPEAKER"}],
        "answer": "reject",
    }
    batch = read_file(write(tmp_path, "x.jsonl", row), SCHEMA)
    assert quotes(batch) == []
    assert "rejected or ignored" in words(batch)[0]


DTD = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
LIST = [{"data": {"text": "가"}, "annotations": [{"result": {}}]}]
CHAT = {"messages": [{"role": "user", "content": "가"}, {"role": "assistant", "content": "{]"}]}
REFUSED = [
    ("x.ann", "T1\tSPEAKER zero three\t김가온\n", "x.ann: line 1: It is no line of brat's"),
    ("x.ann", "T1\tCUE 0 1\t\nT1\tCUE 0 1\t\n", "line 2: The id T1 occurs twice"),
    ("y.ann", "", "y.ann: Its text y.txt is not beside it"),
    ("x.xmi", DTD, "x.xmi: It declares a document type"),
    ("x.xmi", "<a><b></a>", "Broken XML in line 1"),
    ("x.xmi", "<a>" * 300 + "</a>" * 300, "It is nested too deep"),
    ("x.xmi", "<a/>", "It is no CAS with a text"),
    ("x.xmi", '<?xml version="1.0" encoding="latin-99"?><a/>', "unknown encoding|cannot be read|Broken"),
    ("x.json", LIST, r"x.json: \[0\]: annotations\[0\].result: It is not a list"),
    ("x.json", [{"data": {"n": 3}}], r"\[0\]: It is no record of Label Studio"),
    ("x.json", [], "There is no article in it"),
    ("x.jsonl", {"text": "가", "entities": [{"label": "CUE"}]}, "line 1: entities.0..start_offset: It is missing"),
    ("x.jsonl", {"text": " ", "spans": []}, "line 1: There is no text in it"),
    ("x.jsonl", CHAT, "line 1: Broken JSON"),
    ("x.jsonl", {"messages": [{"role": "user", "content": "가"}]}, "line 1: It is no record of chat"),
    ("y.jsonld", {"@context": {}, "items": [{"target": "u"}]}, "The article's text is not in it"),
    ("x.jsonld", {"@context": {}}, "It is no record of Web Annotation"),
    ("x.conllup", "# global.columns = ID FORM\n1\t가\tB\n", "line 2: It has 3 columns; 2 were named"),
    ("x.conllup", "# global.columns = FORM MISC\n가\tStart=5\n\n나\tStart=1\n\n", "line 4: Its offset 1"),
    ("x.zip", "PK no", "x.zip: The ZIP file is damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED)
def test_refused(tmp_path: Path, name: str, content: object, reason: str) -> None:
    write(tmp_path, "x.txt", TEXT)
    with pytest.raises(RefusedInput, match=reason):
        read_file(write(tmp_path, name, content), SCHEMA)


def test_folders_are_read_with_what_is_in_them(tmp_path: Path) -> None:
    inner = tmp_path / "2026" / "a"
    inner.mkdir(parents=True)
    brat(inner, "T1\tSPEAKER 2 5\t김가온\n")
    write(tmp_path, "a.txt", "첫 기사")
    write(tmp_path, "image.png", "no")
    write(tmp_path, ".hidden.txt", "no")
    found = [batch.source for batch in read_files([tmp_path], SCHEMA)]
    assert found == ["a.txt", "x.ann"]
    empty = tmp_path / "none"
    empty.mkdir()
    with pytest.raises(RefusedInput, match="none: The folder holds no file"):
        list(read_files([empty], SCHEMA))
