"""Cells hold exactly what was put into them, for a reader by Excel's rules."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exporters.cells import (
    TEXT_LIMIT,
    Rich,
    column_letters,
    escaped,
    escaped_runs,
    pieces,
)
from desktop.exporters.row_stream import CellStyle, RowStream

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def shown(text: str) -> str:
    """What a reader shows for escaped text: XML first, then Excel's own escapes."""
    element = ET.fromstring(f'<t xml:space="preserve">{escaped(text)}</t>')
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), element.text or "")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+82", "-5", "@x", "#N/A", "'text", "_x0041_", "_x0041_x0042_", "__x005F__x000D_",
     "_x005F_x0041_", "&amp;<b>", "  두 칸  ", "한\n줄", "\t", "_xZZZZ_", "_X0041_", "TRUE", "1-2"],
)  # fmt: skip
def test_text_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text


XML_TEXT = st.text(
    st.one_of(st.sampled_from("_x0041F&<>'\"=\n가"), st.characters(exclude_categories=["Cs", "Cc"]))
)


@given(XML_TEXT.filter(lambda text: "\ufffe" not in text and "\uffff" not in text))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text


@given(st.text())
def test_what_xml_cannot_hold_is_visible(text: str) -> None:
    found = shown(text)
    assert len(found) == len(text.replace("\r\n", "\n"))
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]", found)


@given(st.text(st.sampled_from("가a😀𠮷\n"), min_size=1, max_size=30), st.integers(1, 4_000))
def test_pieces_join_to_the_text_and_fit(text: str, times: int) -> None:
    whole = text * times
    found = pieces(whole)
    assert "".join(found) == whole
    assert all(len(piece.encode("utf-16-le")) <= 2 * TEXT_LIMIT for piece in found)
    assert len(found) <= len(whole.encode("utf-16-le")) // (2 * TEXT_LIMIT - 2) + 1


def test_a_pair_is_not_parted() -> None:
    assert [len(piece) for piece in pieces("a" + "😀" * 20_000)] == [16_384, 3_617]


def test_columns_are_named_as_in_excel() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 52, 702, 703)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "ZZ",
        "AAA",
    ]


def style(number: int, *, kept: bool = False, wrapped: float = 0) -> CellStyle:
    return CellStyle(number, number + 10, number + 20, kept, wrapped)


def test_rows() -> None:
    out = io.BytesIO()
    rows = RowStream(out, [style(1), style(2), style(3)], first=3)
    rows.write(["=가", 5, None], linked={0})
    rows.write(["", 1.5, "x"])
    assert rows.next == 5
    assert out.getvalue().decode() == (
        '<row r="3"><c r="A3" s="11" t="inlineStr"><is><t xml:space="preserve">=가</t></is></c>'
        '<c r="B3" s="2"><v>5</v></c></row>'
        '<row r="4"><c r="B4" s="22"><v>1.5</v></c>'
        '<c r="C4" s="3" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row>'
    )


def test_cells_to_be_filled_in_are_there_when_empty() -> None:
    out = io.BytesIO()
    RowStream(out, [style(1, kept=True), style(2)], first=1).write([None, None])
    assert out.getvalue() == b'<row r="1"><c r="A1" s="1"/></row>'


@pytest.mark.parametrize(
    ("words", "height"),
    [("가" * 10, ""), ("가" * 12, ' ht="30.0"'), ("a" * 19, ""), ("가\n나\n다", ' ht="44.5"'),
     ("가" * 9_000, ' ht="409.0"')],
)  # fmt: skip
def test_rows_are_as_high_as_their_text(words: str, height: str) -> None:
    out = io.BytesIO()
    rows = RowStream(out, [style(1, wrapped=20)], first=1)
    rows.write([words])
    rows.write([Rich(((words, ""),))])
    assert out.getvalue().decode().count(f"{height}><c ") == 2


def test_runs_of_rich_text() -> None:
    out = io.BytesIO()
    rows = RowStream(out, [style(1)], 1, {"CLAIM": "<rPr><b/></rPr>"})
    rows.write([Rich((("앞 ", ""), ("<주장>", "CLAIM")))])
    assert out.getvalue().decode() == (
        '<row r="1"><c r="A1" s="1" t="inlineStr"><is>'
        '<r><t xml:space="preserve">앞 </t></r>'
        '<r><rPr><b/></rPr><t xml:space="preserve">&lt;주장&gt;</t></r></is></c></row>'
    )


RUNS = st.lists(st.tuples(XML_TEXT, st.sampled_from(["", "a"])), min_size=1, max_size=5)


@given(RUNS)
def test_runs_are_escaped_as_their_whole_text(runs: list[tuple[str, str]]) -> None:
    rich = Rich(tuple(runs))
    assert "".join(words for words, _ in escaped_runs(rich)) == escaped(str(rich))
