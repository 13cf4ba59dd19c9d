"""Workbooks, read by python-calamine and by the XML itself."""

from __future__ import annotations

import itertools
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from desktop.exporters import TextOptions, export_file
from desktop.exporters.cells import TEXT_LIMIT
from desktop.exporters.xlsx import read_rows, table_sheets
from desktop.importers import read_file
from desktop.model.schema import Schema
from desktop.session.session import Session
from tests.exporters.making import NOTICE, document, native_file, project, restricted, written

AUTO = TextOptions()
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABLES = [
    "claims",
    "figures",
    "speakers",
    "cues",
    "times",
    "articles",
    "problems",
    "answers",
    "relations",
    "annotations",
    "documents",
    "long",
    "entities",
    "legend",
    "README",
]
SHEETS = ["summary", *TABLES, "lists"]
NASTY = ["=1+1", "+1", "-1", "@SUM(A1)", "#N/A", "'text", "_x0041_", "_x005F_", "TRUE", "1-2", "00012",
         " 앞뒤 ", "<b>&amp;", "한\n줄", "\t", "😀𠮷"]  # fmt: skip


def made(folder: Path, file: dict[str, Any] | None = None, text: TextOptions = AUTO) -> Path:
    with project(folder, file) as session:
        export_file(session.export_source(), folder / "x.xlsx", "xlsx", text)
    return folder / "x.xlsx"


def sheet_rows(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows below the headers by field name, as calamine reads them."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()
    return [dict(zip(rows[1], row, strict=True)) for row in rows[2:]]


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        return {name: book.read(name) for name in book.namelist()}


def test_sheets_and_headers(tmp_path: Path) -> None:
    path = made(tmp_path)
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == SHEETS
    for name in TABLES:
        korean, fields = book.get_sheet_by_name(name).to_python()[:2]
        assert len(set(fields)) == len(fields)
        assert all(re.fullmatch("[a-z_]+", field) for field in fields)
        assert all(re.search("[가-힣]", header) for header in korean)
        assert name in ("documents", "long", "legend", "README") or "id" in fields
        xml = parts(path)[f"xl/worksheets/sheet{SHEETS.index(name) + 1}.xml"].decode()
        count = len(sheet_rows(path, name)) + 2
        last = re.search(rf'<dimension ref="A1:([A-Z]+{count})"', xml)
        assert last is not None
        assert f'<autoFilter ref="A2:{last.group(1)}"' in xml
        assert 'ySplit="2"' in xml
        assert 'state="frozen"' in xml


def test_the_workbook_says_what_it_was_made_from(tmp_path: Path) -> None:
    path = made(tmp_path)
    xml = parts(path)["docProps/custom.xml"].decode()
    known_by = dict(re.findall(r'name="([^"]+)".*?<vt:lpwstr>([^<]*)<', xml))
    with Session.open(tmp_path / "프로젝트.mitjul", read_only=True) as session:
        source = session.export_source()
        wanted = {
            "mitjul.project": source.project_id,
            "mitjul.revision": source.revision,
            "mitjul.schema": "news-csf 1.0.0",
        }
    assert known_by == wanted
    facts = {row["item"]: row["value"] for row in sheet_rows(path, "README")}
    assert facts["프로젝트 (project)"] == wanted["mitjul.project"]
    assert facts["판 (revision)"] == wanted["mitjul.revision"]


def test_annotations_as_they_are(tmp_path: Path) -> None:
    rows = sheet_rows(made(tmp_path), "annotations")
    wanted = [
        (d["id"], a["id"], a["label"], a["start"], a["end"], a["text"], "김하나")
        for d in native_file()["documents"]
        for a in d["annotations"]
    ]
    names = ("document", "id", "label", "start", "end", "text", "annotator")
    assert [tuple(row[name] for name in names) for row in rows] == wanted
    assert {type(row["start"]) for row in rows} == {float}
    (figure,) = (row for row in rows if row["id"] == "f1-6")
    assert (figure["before"], figure["after"]) == (
        "😀𠮷 한빛은행은 ",
        "를 지난달 28일(현지시간) 달렸다.",
    )
    assert (figure["label_name"], figure["paragraph"], figure["zone"]) == ("수치", 1, "body")


def test_claims(tmp_path: Path) -> None:
    claims = {row["id"]: row for row in sheet_rows(made(tmp_path), "claims")}
    first, second = claims["c1-1"], claims["c2-1"]
    assert first["utterance"] == "재고는 바닥났다 … 가격은 12.5% 더 오를 것"
    assert second["utterance"] == ""
    assert first["utterance_id"] == second["utterance_id"] == "c1-1"
    assert second["continues"] == "c1-1"
    assert (second["figures"], second["figure_values"]) == ("12.5%", "12.5 %")
    assert (first["speaker"], first["speaker_entity"]) == ("누리경제의 이도담 애널리스트", "김가온")
    assert (first["cue"], second["cue"]) == ("며", "전망했다")
    assert (claims["c1-2"]["relayed_by"], claims["c1-2"]["cue"]) == ("새벽통신", "말했다; 전했다")
    assert (claims["c1-3"]["speaker"], claims["c1-3"]["speaker_type"]) == ("출처 생략", "implicit")
    assert claims["c2-5"]["nested_in"] == "c1-5"
    assert claims["c1-0"]["quote_type"] == "direct"


def test_figures_and_speakers(tmp_path: Path) -> None:
    path = made(tmp_path)
    figures = {row["id"]: row for row in sheet_rows(path, "figures")}
    assert figures["f1-1"]["claim"] == "c2-1"
    assert (figures["f1-4"]["converted_to"], figures["f1-4"]["range_to"]) == ("f2-4", "f3-4")
    assert (figures["f1-1"]["value"], figures["f1-1"]["value_number"]) == ("12.5", 12.5)
    assert figures["f1-1"]["unit_inferred"] == "false"
    speakers = {row["id"]: row for row in sheet_rows(path, "speakers")}
    assert (speakers["s1-1"]["claims"], speakers["s2-2"]["claims"]) == (2, 0)
    assert (speakers["s1-1"]["entity"], speakers["s1-1"]["entity_name"]) == ("e1", "김가온")


def test_ranges_and_exact_numbers(tmp_path: Path) -> None:
    article = document("투자액은 ⟦FIGURE#f|300억~450억달러⟧다. ⟦FIGURE#g|0.1⟧", 1)
    article["annotations"][0]["features"] = {
        "range": {"low": "30000000000", "high": "123456789012345678901", "low_inclusive": True}
    }
    article["annotations"][1]["features"] = {"value": "0.10000000000000000001"}
    ranged, exact = sheet_rows(made(tmp_path, native_file([article])), "figures")
    assert (ranged["range_low"], ranged["range_low_number"]) == ("30000000000", 3e10)
    assert ranged["range_high"] == "123456789012345678901"
    assert ranged["value"] == ranged["value_number"] == ""
    assert (exact["value"], exact["value_number"]) == ("0.10000000000000000001", 0.1)


def test_relations_and_entities(tmp_path: Path) -> None:
    path = made(tmp_path)
    relations = {row["id"]: row for row in sheet_rows(path, "relations")}
    implicit = relations["r0-3"]
    names = ("type", "source", "target", "target_label", "target_text")
    assert [implicit[n] for n in names] == [
        "attributed_to",
        "c1-3",
        "implicit",
        "@entity",
        "출처 생략",
    ]
    assert relations["r1-0"]["features"] == '{"role": "main"}'
    entities = {row["id"]: row for row in sheet_rows(path, "entities")}
    assert (entities["e1"]["aliases"], entities["e1"]["extra"]) == (
        "김 연구원",
        '{"wikidata_qid": "Q0"}',
    )


def test_readme_says_what_and_when(tmp_path: Path) -> None:
    file = native_file([document("글이다.", 1), restricted()])
    rows = sheet_rows(
        made(tmp_path, file, TextOptions(policy="include", basis="=서면 허락")), "README"
    )
    facts = {(row["item"], row["name"]): row["value"] for row in rows}
    assert facts["스키마 (schema)", "한국어 기사: 주장·수치·화자"] == "news-csf 1.0.0"
    assert facts["기사 (documents)", ""] == 2
    assert facts["주석 CLAIM", "주장"] == 2
    assert facts["권리 (rights) ai_training", "prohibited"] == 1
    assert facts["근거 (basis)", ""] == "=서면 허락"
    assert facts["마지막 기록 (newest record)", ""] == "2026-01-02T03:04:05.678Z"


@pytest.mark.parametrize("words", NASTY)
def test_text_is_always_text(tmp_path: Path, words: str) -> None:
    article = document("⟦CLAIM#c|글⟧이다.", 1)
    article["annotations"][0]["features"] = {"note": words}
    article["metadata"]["publisher"] = words
    path = made(tmp_path, native_file([article]))
    assert sheet_rows(path, "claims")[0]["note"] == words
    assert sheet_rows(path, "documents")[0]["publisher"] == words
    assert read_rows(path, "claims")[0]["note"] == words


def test_article_text_of_every_kind(tmp_path: Path) -> None:
    lines = [line for line in NASTY if line.strip() and "\n" not in line]
    text = "\n".join(lines)
    article = document("x", 1) | {"text": text, "zones": [], "annotations": []}
    del article["text_sha256"]
    path = made(tmp_path, native_file([article]))
    assert [row["text"] for row in sheet_rows(path, "documents")] == lines
    annotated = [(row["start"], row["end"]) for row in sheet_rows(path, "documents")]
    assert [text[int(start) : int(end)] for start, end in annotated] == lines


def test_no_formulas_and_sound_xml(tmp_path: Path) -> None:
    article = document("⟦CLAIM#c|=1+1⟧이다.", 1)
    found = parts(made(tmp_path, native_file([article])))
    styles = ET.fromstring(found["xl/styles.xml"]).findall(f"{MAIN}cellXfs/{MAIN}xf")
    texts = 0
    for name, content in found.items():
        root = ET.fromstring(content)
        assert not list(root.iter(f"{MAIN}f")), name
        for cell in root.iter(f"{MAIN}c"):
            if cell.get("t") == "inlineStr":
                texts += 1
                assert styles[int(cell.get("s"))].get("quotePrefix") == "1"
    assert texts > 100


def test_control_characters_are_visible(tmp_path: Path) -> None:
    article = document("⟦CLAIM#c|글⟧이다.", 1)
    article["annotations"][0]["features"] = {"quotative": "가\x07나\r\n다\x1f"}
    path = made(tmp_path, native_file([article]))
    assert sheet_rows(path, "claims")[0]["quotative"] == "가\ufffd나\n다\ufffd"


def test_long_texts_go_on_in_further_rows(tmp_path: Path) -> None:
    long = "😀가" * 25_000
    article = document(f"앞⟦CLAIM#c|{long}⟧뒤", 1)
    path = made(tmp_path, native_file([article, document("⟦CLAIM#c|글⟧이다.", 2)]))
    rows = sheet_rows(path, "claims")
    assert [(row["id"], row["part"]) for row in rows] == [
        ("c-1", 1), ("c-1", 2), ("c-1", 3), ("c-2", "")
    ]  # fmt: skip
    assert "".join(row["text"] for row in rows[:3]) == long
    assert [row["start"] for row in rows[:3]] == [1, "", ""]
    paragraphs = [row for row in sheet_rows(path, "documents") if row["document"] == "d1"]
    assert "".join(row["text"] for row in paragraphs) == f"앞{long}뒤"
    ends = [(row["start"], row["end"]) for row in paragraphs]
    assert ends[0][0] == 0
    assert all(before[1] == after[0] for before, after in itertools.pairwise(ends))
    for row in rows:
        assert all(
            len(v.encode("utf-16-le")) <= 2 * TEXT_LIMIT for v in row.values() if isinstance(v, str)
        )


def test_more_rows_than_a_sheet_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sheet_rows(made(tmp_path), "annotations")
    (tmp_path / "프로젝트.mitjul").unlink()
    monkeypatch.setattr(table_sheets, "ROW_LIMIT", 12)
    path = made(tmp_path)
    names = CalamineWorkbook.from_path(str(path)).sheet_names
    count = -(-len(whole) // 10)
    sheets = ["annotations", *(f"annotations {number}" for number in range(2, count + 1))]
    assert [name for name in names if name.startswith("annotations")] == sheets
    found = [row for name in sheets for row in sheet_rows(path, name)]
    assert found == whole
    assert [row["id"] for row in read_rows(path, "annotations")] == [row["id"] for row in whole]


def test_restricted_text_is_withheld(tmp_path: Path) -> None:
    path = made(tmp_path, native_file([document("⟦CLAIM#c|열린 글⟧이다.", 1), restricted()]))
    words = b"".join(parts(path).values()).decode()
    assert "바닥났다" not in words
    assert NOTICE[1:10] not in words
    open_, *closed = sheet_rows(path, "claims")
    assert (open_["text"], open_["text_note"]) == ("열린 글", "")
    for row in closed:
        empty = (
            "text",
            "before",
            "after",
            "utterance",
            "document_title",
            "figures",
            "cue",
            "speaker",
        )
        assert [row[name] for name in empty] == [""] * len(empty)
        assert "text withheld" in row["text_note"]
        assert row["speaker_entity"] == "김가온"
    assert [row["text"] for row in sheet_rows(path, "documents")][1:] == ["", ""]


def test_answers_and_notes_have_their_place(tmp_path: Path) -> None:
    path = made(tmp_path, native_file())
    first, second = sheet_rows(path, "answers")
    assert (first["problem"], first["reason"], first["annotations"], first["text"]) == (
        "no_speaker", "출처가 기사에 없음", "c1-1; c2-1", "재고는 바닥났다; 가격은 12.5% 더 오를 것"
    )  # fmt: skip
    assert (second["annotator"], second["text"]) == ("김하나", "")
    notes = {row["document"]: row["note"] for row in sheet_rows(path, "documents")}
    assert {document for document, note in notes.items() if note} == {"d1"}
    assert notes["d1"] == "첫 줄\n둘째 줄"


def test_schema_without_these_labels(tmp_path: Path) -> None:
    schema = Schema.model_validate(
        {
            "schema_id": "own",
            "schema_version": "1.0.0",
            "names": {"en": "Own", "ko": "나의 것"},
            "labels": [
                {
                    "name": "WORD",
                    "names": {"en": "word", "ko": "낱말"},
                    "key": "1",
                    "style": {"mark": "tint", "hue": "blue"},
                }
            ],
        }
    )
    file = {
        "format": "mitjul/1",
        "documents": [
            {"text": "글이다.", "annotations": [{"label": "WORD", "start": 0, "end": 1}]}
        ],
    }
    with Session.create(tmp_path / "p.mitjul", schema, annotator="김하나") as session:
        session.import_batch(read_file(written(tmp_path, file), schema))
        export_file(session.export_source(), tmp_path / "x.xlsx", "xlsx", AUTO)
    book = CalamineWorkbook.from_path(str(tmp_path / "x.xlsx"))
    assert book.sheet_names == ["summary", "word", *TABLES[5:]]
    assert sheet_rows(tmp_path / "x.xlsx", "word")[0]["sentence"] == "글이다."
    assert sheet_rows(tmp_path / "x.xlsx", "annotations")[0]["label_name"] == "낱말"


def test_empty_project(tmp_path: Path) -> None:
    path = made(tmp_path, native_file([]))
    assert sheet_rows(path, "claims") == []
    assert len(sheet_rows(path, "entities")) == 4
