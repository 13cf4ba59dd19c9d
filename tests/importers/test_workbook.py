"""Workbooks: what cells hold, row by row, and what is refused."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Made

from desktop.errors import Message, RefusedInput
from desktop.importers.exported_workbook import table
from desktop.importers.workbook import opened_workbook
from desktop.importers.xml_stream import elements

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(path: Path, *rows: list[Any]) -> Path:
    made = Made()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def read(path: Path) -> list[tuple[int, dict[int, object]]]:
    with opened_workbook(path) as book, closing(book.numbered_rows(book.sheets[0])) as rows:
        return [(number, dict(cells)) for number, cells in rows]


def test_what_cells_hold(tmp_path: Path) -> None:
    path = written(
        tmp_path / "x.xlsx",
        [
            "글",
            12.5,
            True,
            None,
            date(2026, 2, 28),
            datetime.fromisoformat("2026-02-28T13:45:07"),
            time(9, 30),
        ],
        [],
        [None, "_x000D_", "#N/A", "=1+1", 1e20],
    )
    first, *_, last = read(path)
    assert first == (
        1,
        {0: "글", 1: 12.5, 2: True, 4: "2026-02-28", 5: "2026-02-28T13:45:07", 6: "09:30:00"},
    )
    number, cells = last
    assert number == 3
    assert (cells[1], cells[4]) == ("\r", 1e20)
    assert isinstance(cells[2], Message)
    assert isinstance(cells[3], Message)


def chunks(words: str, size: int = 7) -> list[bytes]:
    data = words.encode()
    return [data[at : at + size] for at in range(0, len(data), size)]


def test_elements_one_after_the_other() -> None:
    found = [
        e.get("n") for e in elements(chunks('<a><r n="1"/><b><r n="2"/></b><r n="3"/></a>'), "r")
    ]
    assert found == ["1", "2", "3"]
    found = [
        e.get("n") for e in elements(chunks('<a><b><r n="1"/></b><r n="2"/> no XML'), "r", "b")
    ]
    assert found == ["1"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("<a><r/>", "Broken XML"),
        ("<a><r/></b>", "Broken XML"),
        ("", "Broken XML"),
        ("<a/>more", "Broken XML"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type"),
        ("<!-- long --><!DOCTYPE a><a/>", "document type"),
        ('<?xml version="1.0" encoding="none"?><a/>', "encoding"),
        ("<a>" * 2_100_000, "too many values"),
        ("<a>" + "<b/>" * 700_000, "too many values"),
    ],
)
def test_what_is_no_xml_or_too_much(words: str, reason: str) -> None:
    with pytest.raises(RefusedInput, match=reason):
        list(elements(chunks(words, 1 << 20 if len(words) > 1_000 else 5), "r"))


def test_a_long_comment_hides_no_document_type() -> None:
    pieces = [b"<!--" + b"x" * 60_000, b"--><!DOCTYPE a [<!ENTITY e 'boo'>]><a><r>&e;</r></a>"]
    with pytest.raises(RefusedInput, match="document type"):
        list(elements(pieces, "r"))


def test_utf_16_hides_no_document_type() -> None:
    data = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")
    with pytest.raises(RefusedInput, match="document type"):
        list(elements([data[at : at + 3] for at in range(0, len(data), 3)], "r"))


def test_the_table_is_where_its_field_names_are(tmp_path: Path) -> None:
    path = written(
        tmp_path / "x.xlsx",
        ["어떤 제목"],
        ["메모", "주석", "그 밖", "메모"],
        [" note", "id", "other", "kind"],
        ["가", "a1", "나", "다"],
    )
    with opened_workbook(path) as book:
        found = table(book, "Sheet", "id", {"note", "kind", "missing"})
        assert found is not None
        assert (found.header, found.columns) == (3, {"note": 0, "id": 1, "kind": 3})
        assert list(found.rows(found.columns)) == [(4, {"note": "가", "id": "a1", "kind": "다"})]
        assert table(book, "Sheet", "id", {"missing"}) is None
