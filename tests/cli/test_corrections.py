"""The command ``corrections``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main
from desktop.session.commands import SetFeature
from desktop.session.session import Session
from tests.exporters.making import project
from tests.session.corrections.workbooks import correct, exported, opened

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A project and its workbook: two corrections, one conflict, one that cannot be."""
    workbook = tmp_path / "고침.xlsx"
    with project(tmp_path) as session:
        book = opened(exported(session, workbook))
        correct(book, "claims", "c1-0", quote_type="indirect", note="메모")
        correct(book, "answers", "w1-1", reason="다시 봄")
        correct(book, "figures", "f1-1", value="많다")
        book.save(workbook)
        session.do(SetFeature(annotation_id="c1-0", name="quote_type", value="mixed"))
        return session.path, workbook


def report(capsys: Capture, *arguments: object) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["corrections", *map(str, arguments), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return dict(json.loads(out))


def features(path: Path) -> dict[str, Any]:
    with Session.open(path, read_only=True) as session:
        return dict(session.annotations_by_id(["c1-0"])[0].features)


def test_a_dry_run_changes_nothing(files: tuple[Path, Path], capsys: Capture) -> None:
    path, workbook = files
    before = path.read_bytes()
    told = report(capsys, path, workbook, "--dry-run")
    assert path.read_bytes() == before
    assert (told["workbook"], told["taken"]) == ("고침.xlsx", 2)
    found = {made["field"]: made for made in told["corrections"]}
    quote = found["quote_type"]
    assert (quote["exported"], quote["before"], quote["value"]) == ("direct", "mixed", "indirect")
    assert (quote["conflict"], quote["changed_by"], quote["taken"]) == ("changed", "김하나", False)
    assert found["note"].items() >= {"sheet": "claims", "row": 3, "taken": True}.items()
    (refused,) = told["refused"]
    assert refused.items() >= {"sheet": "figures", "id": "f1-1", "value": "많다"}.items()


def test_conflicts_stay_unless_asked_for(files: tuple[Path, Path], capsys: Capture) -> None:
    path, workbook = files
    assert report(capsys, path, workbook)["taken"] == 2
    kept = features(path)
    assert (kept["quote_type"], kept["note"]) == ("mixed", "메모")
    told = report(capsys, path, workbook, "--conflicts", "take")
    assert [made["taken"] for made in told["corrections"]] == [True]
    assert features(path)["quote_type"] == "indirect"
    assert report(capsys, path, workbook)["corrections"] == []


def test_in_words(files: tuple[Path, Path], capsys: Capture) -> None:
    path, workbook = files
    capsys.readouterr()
    assert main(["corrections", str(path), str(workbook)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith('claims 3: c1-0 quote_type: "mixed" -> "indirect" (kept: changed by 김하나')
        for line in lines
    )
    assert "figures 3: f1-1 value: refused: The cell holds no number." in lines
    assert lines[-1].startswith("2 corrections, 1 conflict left as in the project, 1 refused;")


def test_what_is_no_such_workbook_is_refused(files: tuple[Path, Path], capsys: Capture) -> None:
    path, workbook = files
    workbook.write_bytes(b"PK")
    capsys.readouterr()
    assert main(["corrections", str(path), str(workbook)]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "고침.xlsx: " in err
