"""What makes the workbook good to work with: charts, links, highlights, choices, print."""

from __future__ import annotations

import re
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.errors import Cancelled
from desktop.exporters import Language, TextOptions, export_file
from desktop.exporters.xlsx import book as xlsx_book
from desktop.exporters.xlsx import links, table_sheets
from desktop.importers import read_file
from desktop.model.interchange import FileDocument
from desktop.model.schema import Schema
from desktop.session.session import Session, default_schema
from tests.exporters.making import document, native_file, project, restricted, written

AUTO = TextOptions()


def book(folder: Path, file: dict[str, Any] | None = None, language: Language = "ko") -> Workbook:
    with project(folder, file) as session:
        export_file(session.export_source(), folder / "x.xlsx", "xlsx", AUTO, language=language)
    return openpyxl.load_workbook(folder / "x.xlsx", rich_text=True)


def column(sheet: Worksheet, field: str) -> int:
    return next(cell.column for cell in sheet[2] if cell.value == field)


def cells(sheet: Worksheet, field: str) -> list[Any]:
    return [sheet.cell(row, column(sheet, field)) for row in range(3, sheet.max_row + 1)]


def by_id(sheet: Worksheet, field: str) -> dict[str, Any]:
    ids = [cell.value for cell in cells(sheet, "id")]
    return dict(zip(ids, cells(sheet, field), strict=True))


def led_to(made: Workbook, cell: Any) -> dict[str, Any]:
    """The row that a cell leads to, by field name."""
    found = re.fullmatch(r"'([^']+)'!A(\d+)", cell.hyperlink.location)
    assert found is not None
    sheet = made[found[1]]
    names = [str(head.value) for head in sheet[2]]
    return dict(zip(names, (c.value for c in sheet[int(found[2])]), strict=True))


def test_the_summary_counts_what_is_there(tmp_path: Path) -> None:
    file = native_file()
    file["documents"][0]["state"] = "done"
    sheet = book(tmp_path, file)["summary"]
    facts = {
        str(sheet.cell(row, at).value): sheet.cell(row, at + 1).value
        for row in range(9, sheet.max_row + 1)
        for at in (2, 11)
    }
    labels = Counter(a["label"] for d in file["documents"] for a in d["annotations"])
    assert [facts[name] for name in ("수치", "화자", "인용 표지")] == [
        labels["FIGURE"],
        labels["SPEAKER"],
        labels["CUE"],
    ]
    assert (facts["완료"], facts["진행"], facts["대기"], facts["건너뜀"]) == (1, 5, 0, 1)
    # a claim in two parts is one; one has no speaker, one has the narrator's place
    assert (facts["김가온"], facts["출처 생략"]) == (5, 1)
    assert facts["정하지 않음"] == labels["CLAIM"] - 1


def test_charts_show_the_numbers_beside_them(tmp_path: Path) -> None:
    sheet: Any = book(tmp_path)["summary"]
    assert len(sheet._charts) == 5
    for chart in sheet._charts:
        (series,) = chart.series
        names, values = series.cat.strRef.f, series.val.numRef.f
        first = re.fullmatch(r"'summary'!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?", names)
        assert first is not None
        rows = range(int(first[2]), int(first[3] or first[2]) + 1)
        assert values == names.replace(f"${first[1]}$", f"${chr(ord(first[1]) + 1)}$")
        place = ord(first[1]) - 64
        assert all(isinstance(sheet.cell(row, place).value, str) for row in rows)
        assert all(isinstance(sheet.cell(row, place + 1).value, int) for row in rows)
        shares = [sheet.cell(row, place + 2).value for row in rows]
        assert sum(shares) == pytest.approx(1, abs=1e-4)
        # charts do not lie on tables
        assert chart.anchor._from.col >= place + 2


def test_the_summary_leads_to_every_sheet(tmp_path: Path) -> None:
    made = book(tmp_path)
    found = [cell.hyperlink.location for row in made["summary"] for cell in row if cell.hyperlink]
    shown = [sheet.title for sheet in made if sheet.sheet_state == "visible"]
    assert found == [f"'{name}'!A1" for name in shown if name != "summary"]


def test_a_claim_stands_out_in_its_sentence(tmp_path: Path) -> None:
    sentence = by_id(book(tmp_path)["claims"], "sentence")["c2-1"].value
    assert isinstance(sentence, CellRichText)
    assert str(sentence) == (
        '누리경제의 이도담 애널리스트는 "재고는 바닥났다"며 "가격은 12.5% 더 오를 것"이라고 전망했다.'
    )
    blocks = [block for block in sentence if isinstance(block, TextBlock)]
    assert "".join(block.text for block in blocks if block.font.b) == "가격은 12.5% 더 오를 것"
    assert [block.text for block in blocks if block.font.u] == ["12.5%"]
    assert [block.text for block in blocks if block.font.i] == ["전망했다"]
    colours = {block.text: block.font.color.rgb for block in blocks}
    assert colours["누리경제의 이도담 애널리스트"] not in (colours["12.5%"], colours["전망했다"])


def test_a_sentence_of_any_length_costs_little(tmp_path: Path) -> None:
    words = "가나다 " * 2_000
    file = native_file([document(f"{words}⟦CLAIM#c|주장⟧{words}", 1)])
    (cell,) = cells(book(tmp_path, file)["claims"], "sentence")
    text = str(cell.value)
    assert len(text) == 2 * 300 + 2 + 2
    assert (text[0], text[-1]) == ("…", "…")
    assert "주장" in text


def test_a_claim_with_very_many_figures_is_still_shown(tmp_path: Path) -> None:
    figures = " ".join(f"⟦FIGURE#f{n}|{n}개⟧" for n in range(400))
    made = book(tmp_path, native_file([document(f"⟦CLAIM#c|{figures}⟧", 1)]))
    (cell,) = cells(made["claims"], "sentence")
    assert str(cell.value) == " ".join(f"{n}개" for n in range(400))
    assert 90 < sum(isinstance(b, TextBlock) and b.font.u is not None for b in cell.value) < 100


def test_cells_lead_to_the_rows_they_speak_of(tmp_path: Path) -> None:
    made = book(tmp_path)
    claims = {name: by_id(made["claims"], name)["c2-1"]
              for name in ("speaker", "speaker_entity", "figures", "cue", "document_title",
                           "paragraph")}  # fmt: skip
    assert led_to(made, claims["speaker"])["id"] == "s1-1"
    assert led_to(made, claims["speaker_entity"])["id"] == "e1"
    assert led_to(made, claims["figures"])["id"] == "f1-1"
    assert led_to(made, claims["cue"])["id"] == "q2-1"
    assert led_to(made, claims["document_title"])["id"] == "d1"
    paragraph = led_to(made, claims["paragraph"])
    assert (paragraph["document"], paragraph["paragraph"]) == ("d1", 1)
    assert led_to(made, by_id(made["figures"], "claim_text")["f1-1"])["id"] == "c2-1"
    assert led_to(made, by_id(made["speakers"], "claims")["s1-1"])["id"] == "c1-1"
    assert led_to(made, by_id(made["articles"], "title")["d1"])["document"] == "d1"
    counts = by_id(made["articles"], "problems")
    checked = {i: led_to(made, cell)["document"] for i, cell in counts.items() if cell.value}
    assert checked == {i: i for i in checked} != {}
    for cell in cells(made["relations"], "target_text"):
        target = cells(made["relations"], "target")[cell.row - 3].value
        assert led_to(made, cell)["id"] == target


def test_a_withheld_text_is_in_no_sentence_and_no_link(tmp_path: Path) -> None:
    made = book(tmp_path, native_file([restricted()]))
    assert {cell.value for cell in cells(made["claims"], "sentence")} == {None}
    assert {cell.hyperlink for cell in cells(made["claims"], "document_title")} == {None}


def test_links_hold_in_further_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_sheets, "ROW_LIMIT", 4)
    made = book(tmp_path)
    sources = [sheet for sheet in made if re.match(r"claims|figures", sheet.title)]
    assert len(sources) > 4
    sheets: set[str] = set()
    for sheet in sources:
        own = "document_title"
        for cell, document_id in zip(cells(sheet, own), cells(sheet, "document"), strict=True):
            assert led_to(made, cell)["id"] == document_id.value
            sheets.add(cell.hyperlink.location)
    assert len({location.split("!")[0] for location in sheets}) > 1


def test_cells_of_one_link_below_each_other_count_once(tmp_path: Path) -> None:
    made = book(tmp_path)
    linked = [cell.hyperlink is not None for cell in cells(made["claims"], "document_title")]
    with zipfile.ZipFile(tmp_path / "x.xlsx") as parts:
        refs = re.findall(r'<hyperlink ref="([A-Z0-9:]+)" location="\'articles',
                          parts.read("xl/worksheets/sheet2.xml").decode())  # fmt: skip
    assert all(linked)
    assert len(refs) < len(linked)
    assert any(":" in ref for ref in refs)


def test_no_sheet_has_more_links_than_excel_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "LINK_LIMIT", 3)
    made = book(tmp_path)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as parts:
        for name in parts.namelist():
            assert parts.read(name).count(b"<hyperlink ") <= 3
    said = {row[0].value: row[2].value for row in made["README"].iter_rows(min_row=3)}
    assert int(str(said["연결 없는 셀 (cells without link)"])) > 10
    link_colour = cells(made["claims"], "speaker")[0].font.color.rgb
    last = cells(made["claims"], "speaker")[-1]
    assert last.hyperlink is None
    assert last.font.color.rgb != link_colour


def test_cells_to_correct_offer_what_the_schema_allows(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert made["lists"].sheet_state == "hidden"
    rules = {}
    entries = made["entities"].max_row
    for rule in made["claims"].data_validations.dataValidation:
        if rule.formula1 == f"entities!$A$3:$A${entries}":
            assert made["claims"][f"{str(rule.sqref)[0]}2"].value == "speaker_entity"
            assert not rule.showErrorMessage
            continue
        first = re.fullmatch(r"lists!\$([A-Z]+)\$1:\$\1\$(\d+)", rule.formula1)
        assert first is not None
        offered = [made["lists"][f"{first[1]}{row}"].value for row in range(1, int(first[2]) + 1)]
        letters = str(rule.sqref).split(":")[0].rstrip("0123456789")
        rules[made["claims"][f"{letters}2"].value] = (offered, rule.prompt)
        assert str(rule.sqref) == f"{letters}3:{letters}{made['claims'].max_row}"
    schema = default_schema().label_named["CLAIM"]
    wanted = {f.name: [c.name for c in f.values] for f in schema.features if f.type == "enum"}
    assert {name: offered for name, (offered, _) in rules.items()} == wanted
    assert "direct = 직접" in rules["quote_type"][1]
    assert len(made["entities"].data_validations.dataValidation) == 1
    (names,) = (rule for rule in made["speakers"].data_validations.dataValidation
                if rule.formula1 == f"entities!$A$3:$A${entries}")  # fmt: skip
    assert made["speakers"][f"{str(names.sqref)[0]}2"].value == "entity_name"


def test_a_list_of_any_length_is_offered(tmp_path: Path) -> None:
    values = [{"name": f"value_{n}", "names": {"en": "x" * 40, "ko": "값" * 40}}
              for n in range(400)]  # fmt: skip
    schema = Schema.model_validate(
        {
            "schema_id": "own",
            "schema_version": "1.0.0",
            "names": {"en": "Own", "ko": "나의 것"},
            "labels": [{"name": "README", "names": {"en": "=1", "ko": "=2"}, "key": "1",
                        "style": {"mark": "tint", "hue": "blue"},
                        "features": [{"name": "part", "names": {"en": "p", "ko": "ㅍ"},
                                      "type": "enum", "values": values}]}],
        }
    )  # fmt: skip
    note = {"label": "README", "start": 0, "end": 1, "features": {"part": "value_399"}}
    file = written(tmp_path, {"format": "mitjul/1",
                              "documents": [{"text": "글.", "annotations": [note]}]})  # fmt: skip
    with Session.create(tmp_path / "p.mitjul", schema, annotator="김하나") as session:
        session.import_batch(read_file(file, schema))
        export_file(session.export_source(), tmp_path / "x.xlsx", "xlsx", AUTO, language="en")
    made = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert len({name.lower() for name in made.sheetnames}) == len(made.sheetnames)
    sheet = made["readme_2"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == "lists!$A$1:$A$400"
    assert len(rule.prompt) <= 255
    names = [cell.value for cell in sheet[2]]
    assert len(set(names)) == len(names)
    assert [cell.value for cell in cells(sheet, "feature_part")] == ["value_399"]
    shown = {cell.value: cell.data_type for cell in made["legend"]["A"]}
    assert shown["=1"] != "f"


@pytest.mark.parametrize(
    ("language", "header", "state", "title"),
    [("ko", "문장", "진행", "요약"), ("en", "Sentence", "in progress", "Summary")],
)
def test_headers_and_names_in_both_languages(
    tmp_path: Path, language: Language, header: str, state: str, title: str
) -> None:
    made = book(tmp_path, language=language)
    assert (made["claims"]["A1"].value, made["claims"]["A2"].value) == (header, "sentence")
    assert cells(made["articles"], "state_name")[0].value == state
    assert made["summary"]["B1"].value == title
    heads = [str(cell.value) for sheet in made if sheet.title not in ("summary", "lists")
             for cell in sheet[1]]  # fmt: skip
    hangul = [head for head in heads if re.search("[가-힣]", head)]
    assert bool(hangul) == (language == "ko")
    assert len(hangul) in (0, len(heads))


def test_every_sheet_is_ready_to_be_printed(tmp_path: Path) -> None:
    made = book(tmp_path)
    for sheet in made:
        if sheet.title == "lists":
            continue
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in str(sheet.oddFooter.center.text)
        if sheet.title != "summary":
            assert sheet.print_title_rows == "$1:$1"
            assert sheet.freeze_panes == "A3"
    area = made["claims"].print_area
    last = made["claims"][area.split("!")[-1].replace("$", "")][1][-1]
    assert last.value == "zone"


def test_open_problems_have_a_sheet(tmp_path: Path) -> None:
    file = native_file()
    made = book(tmp_path, file)
    found = {(c.value, d.value) for c, d in zip(cells(made["problems"], "problem"),
             cells(made["problems"], "document"), strict=True)}  # fmt: skip
    assert ("figure_without_unit", "d3") not in found
    assert ("claim_without_speaker", "d5") not in found
    counted = {i: cell.value for i, cell in by_id(made["articles"], "problems").items()}
    per = Counter(document_id for _, document_id in
                  ((c.row, c.value) for c in cells(made["problems"], "document")))  # fmt: skip
    assert {i: n for i, n in counted.items() if n} == dict(per)
    ids = [cell.value for cell in cells(made["problems"], "id")]
    assert len(set(ids)) == len(ids)


def test_features_one_a_row(tmp_path: Path) -> None:
    article = document("투자액은 ⟦FIGURE#f|300억~450억달러⟧다.", 1)
    article["annotations"][0]["features"] = {
        "range": {"low": "30000000000", "high": "45000000000"}, "unit": "USD", "mod": "APPROX"
    }  # fmt: skip
    sheet = book(tmp_path, native_file([article]))["long"]
    names = ("id", "label", "feature", "feature_name", "value", "value_name", "value_number")
    rows = list(zip(*([cell.value for cell in cells(sheet, name)] for name in names), strict=True))
    assert rows == [
        ("f-1", "FIGURE", "range_low", "범위", "30000000000", None, 3e10),
        ("f-1", "FIGURE", "range_high", "범위", "45000000000", None, 4.5e10),
        ("f-1", "FIGURE", "unit", "단위", "USD", None, None),
        ("f-1", "FIGURE", "mod", "한정", "APPROX", "약", None),
    ]


def test_an_export_can_be_cancelled_at_every_step(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    target.write_bytes(b"old")
    with project(tmp_path) as session:
        steps: list[int] = []

        def counting(done: int, total: int) -> bool:
            steps.append(done)
            return True

        export_file(session.export_source(), tmp_path / "y.xlsx", "xlsx", AUTO, counting)
        assert steps == sorted(steps)
        for last in range(0, len(steps), max(len(steps) // 12, 1)):
            left = iter(range(last))

            def ending(done: int, total: int, left: Iterator[int] = left) -> bool:
                return next(left, None) is not None

            with pytest.raises(Cancelled):
                export_file(session.export_source(), target, "xlsx", AUTO, ending)
    assert target.read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {
        "x.xlsx", "y.xlsx", "기사.json", "프로젝트.mitjul"
    }  # fmt: skip


def test_the_same_project_and_language_give_the_same_bytes(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        for name, language in (("a", "ko"), ("b", "ko"), ("c", "en")):
            export_file(session.export_source(), tmp_path / name, "xlsx", AUTO, language=language)
    a, b, c = ((tmp_path / name).read_bytes() for name in "abc")
    assert a == b
    assert a != c


def test_memory_does_not_grow_with_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times the articles take less than a tenth more at the peak."""
    monkeypatch.setattr(xlsx_book, "_CHUNK", 1 << 12)
    peaks = []
    with project(tmp_path, native_file()) as session:
        source = session.export_source()
        documents = list(source.documents())
        for times in (2, 20):
            grown = _Repeated(source, documents, times)
            tracemalloc.start()
            export_file(grown, tmp_path / "x.xlsx", "xlsx", AUTO)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < 1.1 * peaks[0]


class _Repeated:
    """A project whose articles come again and again."""

    def __init__(self, source: Any, documents: list[FileDocument], times: int) -> None:
        self._source = source
        self._documents = documents
        self._times = times

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)

    def documents(self) -> Iterator[FileDocument]:
        for _ in range(self._times):
            yield from self._documents
