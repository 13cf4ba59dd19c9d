"""``mitjul score``: two files of lines in the native format, measured against each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main

Capture = pytest.CaptureFixture[str]
TEXT = "시총 75조 증발, 27일"


def written(path: Path, *annotations: dict[str, Any]) -> Path:
    document = {"id": "d1", "text": TEXT, "annotations": list(annotations)}
    line = {"format": "mitjul/1", "document": document}
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def figure(start: int, end: int, value: str) -> dict[str, Any]:
    return {"label": "FIGURE", "start": start, "end": end, "features": {"value": value}}


def test_score_as_json(tmp_path: Path, capsys: Capture) -> None:
    gold = written(tmp_path / "gold.jsonl", figure(3, 6, "75000000000000"))
    predicted = written(
        tmp_path / "predicted.jsonl", figure(3, 6, "75"), {"label": "TIME", "start": 11, "end": 14}
    )
    assert main(["score", str(gold), str(predicted), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["all"]["labels"]["FIGURE"]["exact"]["f1"] == 1.0
    assert report["all"]["labels"]["*"]["exact"]["precision"] == 0.5
    assert report["all"]["features"]["FIGURE"]["value"] == {"counted": 1, "right": 0, "share": 0.0}
    assert [document["id"] for document in report["documents"]] == ["d1"]


def test_a_file_that_is_not_there_is_refused_in_its_own_words(
    tmp_path: Path, capsys: Capture
) -> None:
    gold = written(tmp_path / "gold.jsonl", figure(3, 6, "75000000000000"))
    assert main(["score", str(gold), str(tmp_path / "other.jsonl")]) == 1
    words = capsys.readouterr().err
    assert words.startswith(
        "mitjul: other.jsonl: It could not be read: it is not there. Nothing was"
    )
    assert words.count("Nothing was") == 1
    assert "measured" in words


def test_score_as_a_table(tmp_path: Path, capsys: Capture) -> None:
    gold = written(tmp_path / "gold.jsonl", figure(3, 6, "75000000000000"))
    assert main(["score", str(gold), str(gold)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].split() == ["gold", "pred.", "P", "R", "F1", "P~", "R~", "F1~"]
    assert rows[1].split() == [
        "label",
        "FIGURE",
        "1",
        "1",
        "1.000",
        "1.000",
        "1.000",
        "1.000",
        "1.000",
        "1.000",
    ]


@pytest.mark.parametrize("content", ["{", "[]", '{"format": "mitjul/1"}', '{"format": "other"}'])
def test_broken_files_are_named_with_the_line(
    content: str, tmp_path: Path, capsys: Capture
) -> None:
    gold = written(tmp_path / "gold.jsonl", figure(3, 6, "75"))
    broken = tmp_path / "깨진 파일.jsonl"
    broken.write_text(f"\n{content}\n", encoding="utf-8")
    assert main(["score", str(gold), str(broken), "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "깨진 파일.jsonl" in err
    assert "2" in err


def test_a_missing_file_is_said(tmp_path: Path, capsys: Capture) -> None:
    assert main(["score", str(tmp_path / "gold.jsonl"), str(tmp_path / "p.jsonl")]) == 1
    assert capsys.readouterr().err.startswith("mitjul: ")
