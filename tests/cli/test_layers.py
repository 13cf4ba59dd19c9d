"""Exporting the curated layer from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.review.curation import CURATED
from desktop.session.commands import TakeAgreed
from desktop.session.session import Session
from tests.session.making import add, batch, imported


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two annotators who agree on one annotation and not on the other."""
    path = tmp_path / "기사.mitjul"
    with Session.create(path, annotator="김하나") as session:
        document = session.import_batch(batch(imported())).documents[0]
        add(session, document, 0, 4, "SPEAKER")
        session.set_annotator("이두리")
        add(session, document, 0, 4, "SPEAKER")
        add(session, document, 6, 9, "SPEAKER")
        session.do(TakeAgreed(document_id=document))
    return path


def test_the_curated_layer_alone(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    options = ["--format", "json", "--layer", "curated"]
    assert main(["export", str(project), str(target), *options]) == 0
    made = json.loads(target.read_text("utf-8"))
    assert [annotator["id"] for annotator in made["annotators"]] == [CURATED.id]
    [document] = made["documents"]
    assert [(a["start"], a["end"], a["annotator"]) for a in document["annotations"]] == [
        (0, 4, CURATED.id)
    ]


@pytest.mark.parametrize(
    "options", [["--annotator", "김하나"], ["--annotator", "검수본 (curated)"]]
)
def test_it_is_not_one_annotators_work(
    project: Path, tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.json"
    wanted = ["--format", "json", "--layer", "curated", *options]
    assert main(["export", str(project), str(target), *wanted]) == 1
    assert "not one annotator's work" in capsys.readouterr().err
    assert not target.exists()


def test_a_project_without_one_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, target = tmp_path / "b.mitjul", tmp_path / "out.json"
    Session.create(path, annotator="김하나").close()
    options = ["--format", "json", "--layer", "curated"]
    assert main(["export", str(path), str(target), *options]) == 1
    assert CURATED.name in capsys.readouterr().err
    assert not target.exists()
