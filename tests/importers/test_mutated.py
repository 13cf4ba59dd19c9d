"""Damaged files of every kind: read or refused in words, never a bug, and never slow."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import RefusedInput
from desktop.exporters import Choice, TextOptions, export_file
from desktop.importers import read_file
from desktop.session.session import default_schema
from tests.exporters.making import native_file, project

SCHEMA = default_schema()
ROUNDS = 300
PIECES = [
    b"", b"\x00", b"\xff", b'"', b"{", b"}", b"[", b"]", b"<", b">", b"&#0;", b"-1", b"1e999",
    b"99999999999999999999", b"null", b"true", b"\\ud800", b"\t", b"\n", b"\r", b"=", b";", b"|",
    b"NaN", b"\xed\xa0\x80", "𠮷".encode(), b'"text":', b"B-", b"Start=", b"<!DOCTYPE a>",
]  # fmt: skip


def mutated(data: bytes, rng: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = rng.randrange(len(made) + 1)
        act = rng.randrange(5)
        if act == 0:
            made[at:at] = rng.choice(PIECES)
        elif act == 1:
            made[at : at + rng.choice((1, 1, 4, 40))] = rng.choice(PIECES)
        elif act == 2 and at < len(made):
            made[at] ^= 1 << rng.randrange(8)
        elif act == 3:
            other = rng.randrange(len(made) + 1)
            made[at:at] = made[other : other + rng.choice((1, 10, 200))]
        else:
            del made[at : at + rng.choice((1, 3, 30, 3_000))]
    return bytes(made)


def survive(data: bytes, read: Callable[[bytes], object], seed: int, rounds: int = ROUNDS) -> None:
    """``read`` takes or refuses every mutation of ``data``; some are taken, some refused."""
    rng = random.Random(seed)
    refused = 0
    for _ in range(rounds):
        try:
            read(mutated(data, rng))
        except RefusedInput:
            refused += 1
    assert 0 < refused < rounds


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


def test_mutated_dataset(datasets: Callable[[str], Path], tmp_path: Path) -> None:
    with project(tmp_path) as session:
        path = tmp_path / "out.zip"
        export_file(session.export_source(), path, "brat", TextOptions())

    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_file(path, SCHEMA)

    survive(path.read_bytes(), read, seed=9)
