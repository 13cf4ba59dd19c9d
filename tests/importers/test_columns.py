"""Lists of articles of which was said what their columns hold, or of which one has to."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop.errors import RefusedInput
from desktop.importers import read_within
from desktop.importers.columns import roles_of
from desktop.importers.context import ReadContext
from desktop.model.batch import ImportBatch
from desktop.model.table import TableChoice, as_setting, column_names, remembered
from desktop.session.session import default_schema

SCHEMA = default_schema()
TOLD = TableChoice(roles={"글": "text", "이름": "title", "비고": "leave"})


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def read(path: Path, told: TableChoice | None = None, *, key: str = "") -> ImportBatch:
    tables = {key: told} if told else {}
    return read_within(path, ReadContext(SCHEMA, tables=tables, ask_columns=True))


def titles(batch: ImportBatch) -> list[str]:
    return [made.document.title for made in batch.documents]


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_unknown_columns_are_shown_instead_of_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "이름;글\n첫째;똠방각하 글\n둘째;가나다\n", "cp949")
    batch = read(path)
    assert batch.documents == ()
    (look,) = batch.tables
    assert (look.source, look.encoding, look.settled) == ("x.csv", "cp949", False)
    assert look.sheets[0].rows == (("이름", "글"), ("첫째", "똠방각하 글"), ("둘째", "가나다"))
    assert look.choice.header
    assert dict(look.choice.roles) == {"이름": "keep", "글": "keep"}
    with pytest.raises(RefusedInput, match=r"^x.csv: No column holds articles.*--column text=NAME"):
        read_within(path, ReadContext(SCHEMA))
    batch = read(path, TableChoice(roles={"글": "text", "이름": "title"}), key=look.key)
    assert titles(batch) == ["첫째", "둘째"]
    assert batch.documents[0].document.metadata.source_encoding == "cp949"


@pytest.mark.parametrize("name", ["x.csv", "x.tsv", "x.xlsx", "x.jsonl", "x.json"])
def test_columns_are_what_was_said(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rows: list[list[object]] = [
        ["이름", "글", "비고", "쪽 수"], ["첫째", "가나다", "x", "7"], ["둘째", "라마", "y", "8"]
    ]  # fmt: skip
    objects = [
        "{" + ", ".join(f'"{n}": "{v}"' for n, v in zip(rows[0], row, strict=True)) + "}"
        for row in rows[1:]
    ]
    lines = {"x.csv": ",", "x.tsv": "\t"}
    if name in lines:
        written(path, "\n".join(lines[name].join(map(str, row)) for row in rows))
    elif name == "x.xlsx":
        workbook(path, 기사=rows)
    else:
        written(path, "\n".join(objects) if name == "x.jsonl" else f"[{','.join(objects)}]")
    batch = read(path, TOLD)
    assert titles(batch) == ["첫째", "둘째"]
    assert batch.documents[0].text == "첫째\n\n가나다"
    assert batch.documents[0].document.metadata.model_extra == {"쪽_수": "7"}
    assert batch.tables[0].settled
    told = TableChoice(roles={"제목": "text"})
    with pytest.raises(RefusedInput, match=r"It has no column '제목'; its columns are 이름, 글"):
        read(path, told)


def test_two_columns_for_one_field_are_asked_about(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "본문,내용\n가나다,라마바\n")
    (look,) = read(path).tables
    assert not look.settled
    assert dict(look.choice.roles) == {"본문": "text", "내용": "keep"}
    assert titles(read(path, look.choice, key=look.key)) == ["가나다"]
    assert titles(read_within(path, ReadContext(SCHEMA))) == ["가나다"]


def test_lists_without_a_header(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "1,가나다,2026-01-02\n2,라마바,2026-01-03,더\n")
    (look,) = read(path).tables
    assert not look.choice.header
    assert list(look.choice.roles) == ["column_1", "column_2", "column_3", "column_4"]
    told = TableChoice(header=False, roles={"column_2": "text", "column_3": "date"})
    batch = read(path, told, key=look.key)
    assert titles(batch) == ["가나다", "라마바"]
    assert batch.documents[1].document.metadata.date_published == "2026-01-03"
    assert not batch.documents[1].document.metadata.model_extra
    other = written(tmp_path / "y.csv", "3,마바사,2026-02-02,\n")
    assert titles(read(other, told, key=look.key)) == ["마바사"]
    with pytest.raises(RefusedInput, match="It has no column '마바사'; its columns are column_1"):
        read(other, TableChoice(roles={"마바사": "text"}, header=False))


def test_sheets_are_chosen(tmp_path: Path) -> None:
    rows: list[list[object]] = [["본문"], ["가나다"]]
    path = workbook(tmp_path / "x.xlsx", 설명=[["모음이다"]], 둘째=[["글"], ["라마바"]], 기사=rows)
    batch = read(path)
    (look,) = batch.tables
    assert (look.choice.sheet, look.settled) == ("기사", True)
    assert [sheet.name for sheet in look.sheets] == ["설명", "둘째", "기사"]
    assert titles(batch) == ["가나다"]
    told = TableChoice(sheet="둘째", roles={"글": "text"})
    assert titles(read(path, told)) == ["라마바"]
    assert titles(read(path, told.model_copy(update={"sheet": "2"}))) == ["라마바"]
    with pytest.raises(RefusedInput, match="It has no sheet 넷째; its sheets are 설명, 둘째, 기사"):
        read(path, TableChoice(sheet="넷째"))
    # a list of the same columns, whose sheet is called otherwise
    other = workbook(tmp_path / "y.xlsx", 다른=rows)
    assert titles(read(other, look.choice, key=look.key)) == ["가나다"]


def test_the_first_rows_of_a_large_sheet_are_looked_at(tmp_path: Path) -> None:
    many: list[list[object]] = [["글"]]
    many += [[f"{n}째 글 " + "가나다" * 40] for n in range(9_000)]
    path = workbook(tmp_path / "x.xlsx", 기사=many)
    (look,) = read(path).tables
    assert [row[0][:4] for row in look.sheets[0].rows][:3] == ["글", "0째 글", "1째 글"]
    assert len(read(path, TableChoice(roles={"글": "text"})).documents) == 9_000


def test_names_are_told_apart() -> None:
    rows = [["글", " 글 ", "", "x" * 500], ["가"] * 5]
    assert column_names(rows, header=True) == (
        "글", "글 (2)", "column_3", "x" * 120, "column_5",
    )  # fmt: skip
    assert column_names([["가", "가 (3)", "가", "글"]], header=True) == (
        "가", "가 (3)", "가 (3) (3)", "글",
    )  # fmt: skip
    assert column_names(rows, header=False)[0] == "column_1"
    assert column_names([], header=True) == ()


def test_what_was_said_stands_before_names() -> None:
    roles = roles_of(["본문", "제목", "내용", "language", "column_5"], {"내용": "text"})
    assert roles == {
        "본문": "keep", "제목": "title", "내용": "text", "language": "keep", "column_5": "leave",
    }  # fmt: skip


def test_kept_columns_never_take_a_name_that_has_a_meaning(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "본문,language,source_file,분류/하위,!\n가,en,x,경제,z\n")
    metadata = read(path).documents[0].document.metadata
    assert (metadata.language, metadata.source_file) == ("ko", "x.csv")
    assert metadata.model_extra == {
        "column_language": "en", "column_source_file": "x", "분류_하위": "경제",
    }  # fmt: skip


def test_choices_are_kept_as_settings() -> None:
    setting = as_setting("0123", TOLD)
    broken = setting.model_copy(update={"id": "columns.9", "value": {"sheet": 3}})
    assert remembered([setting, broken]) == {"0123": TOLD}


@pytest.mark.parametrize("roles", [{"가": "title", "나": "title"}, {"가": "text", "나": "code"}])
def test_a_choice_that_contradicts_itself_is_asked_anew(roles: dict[str, str]) -> None:
    """A project from elsewhere may hold what the window never wrote."""
    setting = as_setting("0123", TOLD)
    value = {"sheet": "", "header": True, "roles": roles}
    assert remembered([setting.model_copy(update={"value": value})]) == {}
