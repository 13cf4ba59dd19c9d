"""The command suggest: what the rules find in a file or a project, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.model.project import Entity
from desktop.paths import resource
from desktop.session.commands import AddEntity
from desktop.session.session import Session
from tests.cli.commands import Capture, article, reported, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "기사 모음.mitjul"
    assert run("new", path) == 0
    return path


def test_suggest_prints_what_can_be_imported_as_suggestions(
    tmp_path: Path, project: Path, capsys: Capture
) -> None:
    source = article(tmp_path)
    report = reported(capsys, "suggest", source, "--json")
    document = report["document"]
    assert [zone["kind"] for zone in document["zones"]] == ["title", "body"]
    found = {a["text"]: a for a in document["annotations"]}
    assert found["3일"]["origin"] == "rule:time.DATE@1"
    assert found["하늘전자"]["features"]["mention_form"] == "organization"
    assert {a["status"] for a in document["annotations"]} == {"suggested"}
    said = next(r for r in document["relations"] if r["type"] == "attributed_to")
    assert said["target"] == found["하늘전자"]["id"]
    assert found["하늘전자"]["group"] == found["밝혔다"]["group"]

    predicted = tmp_path / "제안.jsonl"
    predicted.write_text(json.dumps(report), encoding="utf-8")
    assert run("import", project, predicted) == 0
    with Session.open(project, read_only=True) as session:
        (summary,) = session.documents()
        stored = session.suggestions(summary.document_id)
        assert session.annotations(summary.document_id) == []
    assert [s.quote for s in stored] == [a["text"] for a in document["annotations"]]
    assert sum(len(s.relations) for s in stored) == len(document["relations"])


def test_suggest_reads_a_project_with_its_registry(
    tmp_path: Path, project: Path, capsys: Capture
) -> None:
    assert run("import", project, article(tmp_path)) == 0
    with Session.open(project, "이수민") as session:
        entity = Entity(id="e1", canonical_name="하늘전자", type="organization")
        session.do(AddEntity(entity=entity))
    before = project.read_bytes()
    report = reported(capsys, "suggest", project, "--json")
    document = report["document"]
    named = [a for a in document["annotations"] if a["label"] == "SPEAKER"]
    assert [a["features"]["entity"] for a in named] == ["e1"]
    assert project.read_bytes() == before
    assert run("suggest", project) == 0
    assert "SPEAKER 1" in capsys.readouterr().out


def test_suggest_speaks_of_no_import(tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "기사.txt"
    broken.write_bytes(b"\xff\xfa\x81" * 40)
    assert run("suggest", broken) == 1
    words = capsys.readouterr().err
    assert "기사.txt" in words
    assert "Nothing was suggested" in words
    assert "imported" not in words
    assert "import that file" not in words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'{"format":"mitjul/1","documents":' + b"[" * 2_000_000),
        ("a.jsonl", b'{"format":"mitjul/1","document":{"title":' + b"9" * 3_000_000 + b"}}"),
        ("a.csv", b'title,text\n"' + b"a" * 70_000_000),
    ],
    ids=["nested", "huge number", "endless line"],
)
def test_suggest_refuses_hostile_files_in_words(
    tmp_path: Path, capsys: Capture, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run("suggest", tmp_path / name) == 1
    written = capsys.readouterr()
    assert written.out == ""
    assert name in written.err
    assert "Nothing was suggested" in written.err
    assert "Traceback" not in written.err


def test_suggest_reads_files_beside(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads files in this process is not what reads them."""
    monkeypatch.setattr("desktop.session.import_reading.read_within", None)
    assert run("suggest", article(tmp_path)) == 0
    assert "SPEAKER 1" in capsys.readouterr().out


def test_suggest_prints_a_line_an_article_to_be_scored(tmp_path: Path, capsys: Capture) -> None:
    tutorial = resource("tutorial", "tutorial.json")
    capsys.readouterr()
    assert run("suggest", tutorial, "--json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    predicted, gold = tmp_path / "predicted.jsonl", tmp_path / "gold.jsonl"
    predicted.write_text("\n".join(lines), encoding="utf-8")
    first = json.loads(tutorial.read_text(encoding="utf-8"))
    line = {"format": first["format"], "entities": first["entities"]}
    line |= {"annotators": first["annotators"], "document": first["documents"][0]}
    gold.write_text(json.dumps(line), encoding="utf-8")
    scored = reported(capsys, "score", gold, predicted, "--json")
    assert scored["all"]["labels"]["FIGURE"]["exact"]["f1"] > 0.95
