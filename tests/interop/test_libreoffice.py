"""LibreOffice opens the workbook and sees in every cell what was written."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from desktop.exporters import TextOptions, export_file
from desktop.exporters.xlsx import table_sheets
from tests.exporters.making import document, native_file, project
from tests.exporters.test_xlsx import NASTY, TABLES
from tests.interop.conftest import Exported
from tests.interop.equality import Equality

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
_COMMAS = "--infilter=CSV:44,34,76,1," + "/".join(f"{column}/2" for column in range(1, 21))
"""Commas, quotation marks, UTF-8, from the first line on, and every column is text: else it makes
a number of 12.5%."""
MOST_REPEATED = 2_000
"""What is repeated more often is the emptiness around the cells."""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def opened(workbook: Path, profile: Path, *options: str) -> ET.Element:
    """The workbook as LibreOffice writes it down again, as flat XML."""
    assert SOFFICE is not None
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += [*options, "--convert-to", "fods", "--outdir", str(workbook.parent), str(workbook)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return ET.parse(workbook.with_suffix(".fods")).getroot()


def words(element: ET.Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if inner.tag == f"{TEXT}s":
            yield " " * int(inner.get(f"{TEXT}c", "1"))
        elif inner.tag == f"{TEXT}tab":
            yield "\t"
        elif inner.tag == f"{TEXT}line-break":
            yield "\n"
        else:
            yield from words(inner)
        yield inner.tail or ""


def value(cell: ET.Element) -> Any:
    if cell.get(f"{OFFICE}value-type") in ("float", "percentage"):
        return float(cell.get(f"{OFFICE}value", "nan"))
    return "\n".join("".join(words(line)) for line in cell.findall(f"{TEXT}p"))


def row_elements(table: ET.Element) -> Iterator[ET.Element]:
    """The rows, those that are printed on each page too, but not those inside of charts."""
    for inner in table:
        if inner.tag == f"{TABLE}table-row":
            yield inner
        elif inner.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows"):
            yield from row_elements(inner)


def rows(table: ET.Element) -> list[list[Any]]:
    """The cells of a sheet without the empty ones at the ends."""
    found: list[list[Any]] = []
    for row in row_elements(table):
        cells: list[Any] = []
        for cell in row:
            times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            cells += [value(cell)] * min(times, MOST_REPEATED)
        times = int(row.get(f"{TABLE}number-rows-repeated", "1"))
        found += [trimmed(cells)] * (times if times < MOST_REPEATED else 1)
    return trimmed(found)


def trimmed(cells: list[Any]) -> list[Any]:
    last = len(cells)
    while last and cells[last - 1] in ("", []):
        last -= 1
    return cells[:last]


def records(table: ET.Element, headers: int = 2) -> list[dict[str, Any]]:
    """The rows below the headers, the last of which has the field names."""
    fields, *found = rows(table)[headers - 1 :]
    return [dict(itertools.zip_longest(fields, row, fillvalue="")) for row in found]


def sheets(root: ET.Element) -> dict[str, ET.Element]:
    return {table.get(f"{TABLE}name", ""): table for table in root.iter(f"{TABLE}table")
            if table.find(f"{TABLE}table-column") is not None}  # fmt: skip


def same_as_calamine(workbook: Path, root: ET.Element) -> None:
    book = CalamineWorkbook.from_path(str(workbook))
    seen = sheets(root)
    for name in book.sheet_names:
        wanted = [
            trimmed(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        ]
        assert rows(seen[name]) == trimmed(wanted), name
    assert not [cell for cell in root.iter() if cell.get(f"{TABLE}formula")]


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of the hard cases."""
    folder = tmp_path_factory.mktemp("책")
    made = native_file()
    for number, odd in enumerate(NASTY):
        article = document("⟦CLAIM#c|글⟧이다. ⟦FIGURE#f|5⟧", 200 + number)
        article["annotations"][0]["features"] = {"note": odd, "quotative": f"{odd}{odd}"}
        article["metadata"]["publisher"] = odd
        made["documents"].append(article)
    made["documents"].append(document(f"앞⟦CLAIM#c|{'😀가' * 25_000}⟧뒤", 300))
    # lines that a spreadsheet would take for something else
    odd_lines = "\n".join(
        odd for odd in NASTY if odd.strip() and "\n" not in odd and "\t" not in odd
    )
    made["documents"].append(document(odd_lines, 301))
    with project(folder, made) as session:
        target = folder / "책.xlsx"
        export_file(session.export_source(), target, "xlsx", TextOptions())
    return target


def test_every_cell_of_every_sheet(hard: Path, profile: Path) -> None:
    root = opened(hard, profile)
    assert set(sheets(root)) == {"summary", *TABLES, "lists"}
    same_as_calamine(hard, root)


@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_spans_and_relations(
    exported: Exported, equality: Equality, profile: Path, tmp_path: Path, name: str
) -> None:
    if name == "xlsx":
        seen = sheets(opened(Path(shutil.copy(exported[name], tmp_path)), profile))
    else:
        copies = [
            Path(shutil.copy(exported[name] / f"{table}.csv", tmp_path))
            for table in ("annotations", "relations")
        ]
        seen = {copy.stem: table for copy in copies
                for table in sheets(opened(copy, profile, _COMMAS)).values()}  # fmt: skip
    headers = 2 if name == "xlsx" else 1
    found = [records(seen[table], headers) for table in ("annotations", "relations")]
    equality.take_tables(name, "LibreOffice", *found)


def test_links_lead_to_the_rows_they_name_also_in_further_sheets(
    tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_sheets, "ROW_LIMIT", 5)
    with project(tmp_path) as session:
        export_file(session.export_source(), tmp_path / "x.xlsx", "xlsx", TextOptions())
    root = opened(tmp_path / "x.xlsx", profile)
    same_as_calamine(tmp_path / "x.xlsx", root)
    seen = {name: records(table) for name, table in sheets(root).items() if name != "summary"}
    related = {(row["source"], row["target"]) for name, found in seen.items()
               if name.startswith("relations") for row in found}  # fmt: skip
    led: set[str] = set()
    for name in ("claims", "claims 2"):
        elements = list(row_elements(sheets(root)[name]))[2:]
        for element, claim in zip(elements, seen[name], strict=False):
            for link in element.iter(f"{TEXT}a"):
                found = re.fullmatch(r"#'?([a-z]+)( \d+)?'?\.A(\d+)", link.get(LINK, ""))
                assert found is not None
                target = seen[f"{found[1]}{found[2] or ''}"][int(found[3]) - 3]
                led.add(f"{found[1]}{found[2] or ''}")
                if found[1] == "articles":
                    assert target["id"] == claim["document"]
                elif found[1] in ("speakers", "cues"):
                    assert (claim["id"], target["id"]) in related
                elif found[1] == "figures":
                    assert target["claim"] == claim["id"]
    assert {"articles", "articles 2", "speakers", "speakers 2", "figures", "entities"} <= led
