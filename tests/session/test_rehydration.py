"""Text put back into stand-off exports by whoever holds it: all of it, or told what is missing."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import KnownError, RefusedInput
from desktop.exporters import TextOptions, export_file
from desktop.model.batch import Progress
from desktop.session.bounded_child import BoundedJob
from desktop.session.bounded_process import BoundedProcess, Bounds
from desktop.session.rehydration import BASIS, rehydrate
from desktop.session.standoff_reading import read_standoff
from tests.exporters.making import native_file, project, restricted

STANDOFF = TextOptions(policy="standoff")
WHOLE = TextOptions(policy="include", basis=BASIS)


@pytest.fixture(scope="module")
def process() -> Iterator[BoundedProcess]:
    """It stays able to read whatever it refused."""
    with BoundedProcess() as process:
        yield process


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "texts"
    folder.mkdir()
    found = []
    for number, made in enumerate([*native_file()["documents"], restricted()]):
        path = folder / f"{number}.txt"
        path.write_bytes(made["text"].replace("\n", "\r\n").encode("utf-8-sig"))
        found.append(path)
    return found


def everything() -> dict[str, Any]:
    made = native_file()
    made["documents"].append(restricted())
    return made


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A stand-off dataset as a folder."""
    with project(tmp_path, everything()) as session:
        export_file(session.export_source(), tmp_path / "dataset", "claims", STANDOFF)
    return tmp_path / "dataset"


def refused(process: BoundedProcess, tmp_path: Path, export: Path, texts: list[Path]) -> None:
    with pytest.raises(RefusedInput, match="not a stand-off export"):
        rehydrate(process, export, texts, tmp_path / "back")
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("name", ["claims", "huggingface", "brat", "chat", "conllu"])
def test_a_dataset_is_what_it_would_have_been(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], name: str
) -> None:
    with project(tmp_path, everything()) as session:
        source = session.export_source()
        export_file(source, tmp_path / "out.zip", name, STANDOFF)
        export_file(source, tmp_path / "whole", name, WHOLE)
    assert rehydrate(process, tmp_path / "out.zip", texts, tmp_path / "back") == []
    for path in (tmp_path / "whole").rglob("*"):
        if path.is_file() and path.name not in ("manifest.json", "documents.jsonl"):
            assert (tmp_path / "back" / path.relative_to(tmp_path / "whole")).read_bytes() == (
                path.read_bytes()
            )


@pytest.mark.parametrize("suffix", [".json", ".JSON", ".jsonl"])
def test_a_native_file_has_its_texts_and_quotes_again(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], suffix: str
) -> None:
    with project(tmp_path, everything()) as session:
        export_file(
            session.export_source(), tmp_path / f"out{suffix}", suffix[1:].lower(), STANDOFF
        )
    rehydrate(process, tmp_path / f"out{suffix}", texts, tmp_path / f"back{suffix}")
    words = (tmp_path / f"back{suffix}").read_text("utf-8")
    back = (
        json.loads(words)["documents"]
        if suffix != ".jsonl"
        else [json.loads(line)["document"] for line in words.splitlines()]
    )
    for made, found in zip(everything()["documents"], back, strict=True):
        assert found["text"] == made["text"]
        assert found["annotations"] == made["annotations"]
        assert {r["id"]: r for r in found["relations"]} == {r["id"]: r for r in made["relations"]}


def test_an_article_whose_text_is_not_there_is_named(
    process: BoundedProcess, tmp_path: Path, texts: list[Path]
) -> None:
    with project(tmp_path, everything()) as session:
        export_file(session.export_source(), tmp_path / "out", "claims", STANDOFF)
    assert rehydrate(process, tmp_path / "out", texts[1:], tmp_path / "back") == ["d0"]


def test_another_text_is_not_put_in(
    process: BoundedProcess, tmp_path: Path, texts: list[Path]
) -> None:
    with project(tmp_path, everything()) as session:
        export_file(session.export_source(), tmp_path / "out", "claims", STANDOFF)
    for path in texts:
        path.write_text(path.read_text("utf-8-sig") + " 한 글자 더", "utf-8")
    with pytest.raises(RefusedInput, match="None of these files"):
        rehydrate(process, tmp_path / "out", texts, tmp_path / "back")
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"[" * 100_000, b'{"format":"mitjul/2","document":{}}', b"PK\x03\x04"],
)
def test_what_is_no_export_is_refused(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], content: bytes
) -> None:
    for name in ("x.json", "x.jsonl", "x.zip"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(KnownError):
            rehydrate(process, tmp_path / name, texts, tmp_path / "back")


@pytest.mark.parametrize(
    "manifest",
    [
        b"[]",
        b"[" * 100_000,
        b'{"format":["claims"]}',
        b'{"format":"../claims"}',
        b'{"format":"claims","choice":"all"}',
        b'{"format":"claims","choice":{"states":5}}',
    ],
)
def test_a_manifest_that_says_anything_else_is_refused(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], dataset: Path, manifest: bytes
) -> None:
    (dataset / "manifest.json").write_bytes(manifest)
    refused(process, tmp_path, dataset, texts)


@pytest.mark.parametrize("member", ["label", "end"])
@pytest.mark.parametrize("name", ["brat", "chat", "conllu", "labelstudio"])
def test_what_fits_neither_text_nor_schema_is_refused(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], name: str, member: str
) -> None:
    with project(tmp_path, everything()) as session:
        export_file(session.export_source(), tmp_path / "out", name, STANDOFF)
    lines = tmp_path / "out" / "documents.jsonl"
    rows = [json.loads(row) for row in lines.read_bytes().splitlines()]
    for row in rows:
        for annotation in row["document"]["annotations"]:
            annotation[member] = {"label": "<img src=x>", "end": 10**9}[member]
    lines.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    refused(process, tmp_path, tmp_path / "out", texts)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are pipes")
def test_devices_and_pipes_are_not_waited_for(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], dataset: Path
) -> None:
    (tmp_path / "x.jsonl").symlink_to("/dev/zero")
    refused(process, tmp_path, tmp_path / "x.jsonl", texts)
    for make in (lambda at: at.symlink_to("/dev/zero"), os.mkfifo, lambda at: at.symlink_to(at)):
        (dataset / "documents.jsonl").unlink()
        make(dataset / "documents.jsonl")
        refused(process, tmp_path, dataset, texts)


def test_an_archive_that_swells_is_not_unpacked(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], dataset: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(dataset / "manifest.json", "manifest.json")
        archive.writestr("documents.jsonl", b"\n" * 3_000_000)
    refused(process, tmp_path, tmp_path / "x.zip", texts)


def test_blank_lines_cost_next_to_nothing(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], dataset: Path
) -> None:
    lines = dataset / "documents.jsonl"
    lines.write_bytes(b"\n \r\n" * 1_000_000 + lines.read_bytes() + b"\n" * 1_000_000)
    assert rehydrate(process, dataset, texts, tmp_path / "back") == []


@pytest.mark.parametrize(("at", "value"), [(8, 1), (10, 77)], ids=["password", "method"])
def test_an_archive_that_cannot_be_unpacked_is_refused(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], dataset: Path, at: int, value: int
) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for path in dataset.iterdir():
            archive.write(path, path.name)
    words = bytearray((tmp_path / "x.zip").read_bytes())
    entry = words.find(b"PK\x01\x02")
    while entry >= 0:
        words[entry + at] = value
        entry = words.find(b"PK\x01\x02", entry + 4)
    (tmp_path / "x.zip").write_bytes(words)
    refused(process, tmp_path, tmp_path / "x.zip", texts)


HOSTILE = {
    "nested": b'{"format":"mitjul/1","documents":[' + b"[" * 2_000_000,
    "nested in a value": b'{"format":"mitjul/1","export":' + b'{"a":' * 500_000 + b"1" + b"}" * 9,
    "a huge number": b'{"format":"mitjul/1","offset":' + b"9" * 3_000_000 + b',"documents":[]}',
    "an endless number": b'{"format":"mitjul/1","settings":{"a":1e999},"documents":[{}]}',
    "one endless line": b'{"format":"mitjul/1","documents":[{"title":"' + b"a" * 60_000_000,
    "half a character": b'{"format":"mitjul/1","settings":{"a":"\\ud800"},"documents":[{}]}',
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_hostile_exports_and_texts_are_refused_in_words(
    process: BoundedProcess, tmp_path: Path, texts: list[Path], suffix: str, content: bytes
) -> None:
    hostile = tmp_path / f"x{suffix}"
    hostile.write_bytes(content)
    refused(process, tmp_path, hostile, texts)
    with project(tmp_path, everything()) as session:
        export_file(session.export_source(), tmp_path / "out", "claims", STANDOFF)
    with pytest.raises(RefusedInput, match=f"x{suffix}") as error:
        rehydrate(process, tmp_path / "out", [hostile], tmp_path / "back")
    assert error.value.advice == "Nothing was written."
    assert not (tmp_path / "back").exists()
    assert process.alive


def test_an_export_that_takes_too_much_ends_its_process_only(
    tmp_path: Path, texts: list[Path]
) -> None:
    large = tmp_path / "x.json"
    large.write_bytes(b'{"format":"mitjul/1","documents":[' + b'{"a":[]},' * 2_000_000 + b"{}]}")
    with BoundedProcess(Bounds(memory=250_000_000)) as process:
        with pytest.raises(RefusedInput, match=r"x\.json.*250 MB") as error:
            rehydrate(process, large, texts, tmp_path / "back")
        assert error.value.advice == "Nothing was written."
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_reading_says_that_it_goes_on(tmp_path: Path, name: str) -> None:
    """Silence ends a bounded process, and an export may be read for longer than it may be still."""
    export = tmp_path / f"out.{name}"
    with project(tmp_path, everything()) as session:
        export_file(session.export_source(), export, name, STANDOFF)
    told: list[str] = []

    class Here:
        def pieces(
            self, job: BoundedJob, *arguments: object, progress: Progress | None = None
        ) -> Iterator[bytes]:
            del progress
            return job(*arguments, lambda _done, _total, place: told.append(place))

    count = len(read_standoff(Here(), export).documents)
    assert count == len(everything()["documents"])
    assert len(told) > count
    assert set(told) == {export.name}


def test_everything_is_read_beside(tmp_path: Path, texts: list[Path], dataset: Path) -> None:
    """No reader of files runs in the process that would write."""

    class Nothing:
        def pieces(self, *_: object, progress: Progress | None = None) -> Iterator[bytes]:
            asked.append(1)
            return iter(())

    asked: list[int] = []
    with pytest.raises(RefusedInput):
        rehydrate(Nothing(), dataset, texts, tmp_path / "back")
    assert asked == [1]
