"""Workbooks by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop.__main__ import main
from tests.exporters.making import project


@pytest.mark.parametrize(("language", "header"), [("ko", "문장"), ("en", "Sentence")])
def test_the_language_of_a_workbooks_headers(tmp_path: Path, language: str, header: str) -> None:
    with project(tmp_path):
        pass
    target = tmp_path / "out.xlsx"
    arguments = ["export", str(tmp_path / "프로젝트.mitjul"), str(target), "--format", "xlsx"]
    assert main([*arguments, "--language", language]) == 0
    book = CalamineWorkbook.from_path(str(target))
    assert book.get_sheet_by_name("claims").to_python()[0][0] == header
