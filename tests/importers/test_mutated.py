"""Damaged files of every kind: read or refused in words, never a bug, and never slow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.exporters import Choice, TextOptions, export_file
from desktop.importers import read_file
from desktop.session.bounded_process import BoundedProcess
from desktop.session.import_reading import read_files_bounded
from desktop.session.session import Session, default_schema
from tests.exporters.making import native_file, project
from tests.importers.damaged import BOUNDS, SAMPLES, Trial
from tests.importers.mutation import survive

SCHEMA = default_schema()


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    made: dict[str, Path] = {}
    folder = tmp_path_factory.mktemp("mutated")

    def of(name: str) -> Path:
        if name not in made:
            made[name] = folder / name
            with project(folder, native_file(), f"{name}.mitjul") as session:
                source, options = session.export_source(), TextOptions()
                export_file(source, made[name], name, options, choice=Choice(zones=None))
        return made[name]

    return of


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("brat", "d1.ann"),
        ("labelstudio", "tasks.json"),
        ("doccano", "articles.jsonl"),
        ("conllu", "articles.conllup"),
        ("uima", "d1.xmi"),
        ("webannotation", "d1.jsonld"),
        ("prodigy", "articles.jsonl"),
        ("chat", "chat.jsonl"),
    ],
)
def test_mutated_annotations(datasets: Callable[[str], Path], name: str, file: str) -> None:
    path = datasets(name) / file
    original = path.read_bytes()

    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_file(path, SCHEMA)

    survive(original, read, seed=len(name))
    path.write_bytes(original)
    assert read_file(path, SCHEMA).documents


@pytest.mark.parametrize("kind", ["txt", "native jsonl"])
def test_mutated_texts_and_lines(tmp_path: Path, kind: str) -> None:
    path = SAMPLES[kind](tmp_path)

    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_file(path, SCHEMA)

    survive(path.read_bytes(), read, seed=3)


@pytest.fixture(scope="module")
def process() -> Iterator[BoundedProcess]:
    with BoundedProcess(BOUNDS) as process:
        yield process


@pytest.mark.parametrize("kind", SAMPLES)
def test_damaged_files_are_read_elsewhere_and_refused_in_words(
    kind: str, process: BoundedProcess, tmp_path: Path
) -> None:
    project_path = tmp_path / "damaged.mitjul"
    Session.create(project_path, annotator="김하나").close()
    before = project_path.read_bytes()
    with (
        Session.open(project_path, "김하나") as session,
        Session.create(tmp_path / "taken.mitjul", annotator="김하나") as other,
    ):
        trial = Trial(session, other, SAMPLES[kind](tmp_path), seed=5)
        assert read_files_bounded(process, trial.request).documents
        trial.run(process, 20)
    assert trial.outcome.faults == []
    assert trial.outcome.read + trial.outcome.refused == 20
    assert project_path.read_bytes() == before


def test_mutated_dataset(datasets: Callable[[str], Path], tmp_path: Path) -> None:
    with project(tmp_path) as session:
        path = tmp_path / "out.zip"
        export_file(session.export_source(), path, "brat", TextOptions())

    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_file(path, SCHEMA)

    survive(path.read_bytes(), read, seed=9)
