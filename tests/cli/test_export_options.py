"""What the command ``export`` takes of a project, and what it refuses to leave out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.exporters.making import native_file, written

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "기사 모음.mitjul"
    assert main(["new", str(path)]) == 0
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def refused(capsys: Capture, *arguments: object) -> str:
    capsys.readouterr()
    assert run(*arguments) == 1
    return capsys.readouterr().err


def test_export_of_one_annotator(project: Path, tmp_path: Path, capsys: Capture) -> None:
    run("import", project, written(tmp_path, native_file()))
    target = tmp_path / "a.json"
    options = ("--format", "json", "--annotator")
    assert run("export", project, target, *options, "김하나") == 0
    assert "Nobody named 없는 이" in refused(capsys, "export", project, target, *options, "없는 이")


def test_export_of_some_annotators(project: Path, tmp_path: Path, capsys: Capture) -> None:
    made = native_file()
    made["annotators"] = [{"id": f"a{n}", "name": name} for n, name in enumerate("가나다")]
    for article in made["documents"]:
        for number, annotation in enumerate(article["annotations"]):
            annotation["annotator"] = f"a{number % 3}"
    run("import", project, written(tmp_path, made))
    target = tmp_path / "out"
    some = ("--annotator", "다", "--annotator", "가", "--annotator", "다")
    assert run("export", project, target, "--format", "claims", *some) == 0
    assert json.loads((target / "manifest.json").read_text("utf-8"))["annotators"] == ["가", "다"]
    assert run("export", project, tmp_path / "some.json", "--format", "json", *some) == 0
    file = json.loads((tmp_path / "some.json").read_text("utf-8"))
    assert [annotator["name"] for annotator in file["annotators"]] == ["가", "다"]
    assert file["export"]["annotators"] == ["가", "다"]
    ids = {a["annotator"] for article in file["documents"] for a in article["annotations"]}
    assert ids == {"a0", "a2"}
    assert len(made["documents"]) == len(file["documents"])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "claims", "--labels", "CLAIM,CLAIMS"), "no label CLAIMS. It has CLAIM, "),
        (("--format", "xlsx", "--states", "done"), "--states is not for xlsx"),
        (("--format", "json", "--quote-marks"), "--quote-marks is not for json"),
        (("--format", "jsonl", "--zones", "all"), "--zones is not for jsonl"),
    ],
)
def test_export_leaves_out_nothing_unasked(
    project: Path, tmp_path: Path, options: tuple[str, ...], told: str, capsys: Capture
) -> None:
    run("import", project, written(tmp_path, native_file()))
    target = tmp_path / "out"
    assert told in refused(capsys, "export", project, target, *options)
    assert not target.exists()
