"""Plain text files as articles."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from desktop.errors import RefusedInput
from desktop.importers import merged, plain_text, read_file, read_files
from desktop.importers.clipped_page import read as read_clipping
from desktop.model.canonical import NormalisationStep
from desktop.model.clipping import Clipping
from desktop.session.session import default_schema

SCHEMA = default_schema()
ARTICLE = (
    "하늘전자, 새 공장에 3조 원 투자\n\n"
    '하늘전자가 새 공장을 짓는다고 3일 밝혔다. 김가온 대표는 "시장이 살아난다"고 말했다.\n\n'
    "오로라 기자\n<저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>\n"
)


def write(folder: Path, data: bytes, name: str = "기사.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_article(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode()
    batch = read_file(write(tmp_path, data), SCHEMA)
    (imported,) = batch.documents
    document = imported.document
    assert imported.text == ARTICLE
    assert imported.original == data
    assert imported.original_encoding == document.metadata.source_encoding == "utf-8"
    assert document.metadata.source_file == batch.source == "기사.txt"
    assert document.title == "하늘전자, 새 공장에 3조 원 투자"
    assert [zone.kind for zone in document.zones] == ["title", "body", "byline", "rights"]
    assert document.rights.restricted
    assert document.rights.holder == "가람일보"
    assert (document.length, document.state) == (len(ARTICLE), "new")
    assert set(imported.normalisation) == {
        NormalisationStep(step="bom_removed", count=1),
        NormalisationStep(step="newline_to_lf", count=6),
    }


def test_decomposed_text_becomes_composed(tmp_path: Path) -> None:
    data = unicodedata.normalize("NFD", ARTICLE).encode()
    (imported,) = read_file(write(tmp_path, data), SCHEMA).documents
    assert imported.text == ARTICLE
    assert imported.original == data


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "첫 문장이 여기 있다고 밝혔다.\n둘째 문장이 이어진다고 말했다.",
            "첫 문장이 여기 있다고 밝혔다.",
        ),
        ("\n\n 둘째 줄의\t제목 \n\n본문이 여기 있다고 밝혔다.", "둘째 줄의 제목"),
        ("가" * 300, "가" * 119 + "…"),
        ("가나다라 " * 60, "가나다라 " * 23 + "가나다라…"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert read_clipping(Clipping(text=text), "clipboard").documents[0].document.title == title


def test_pasted_text_has_no_bytes() -> None:
    (imported,) = read_clipping(Clipping(text=ARTICLE), "clipboard").documents
    assert imported.original is None
    assert imported.document.metadata.source_file is None


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_no_text(text: str) -> None:
    with pytest.raises(RefusedInput, match="no text"):
        read_clipping(Clipping(text=text), "clipboard")


def test_refusals_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match=r"^기사\.txt: There is no text in it"):
        read_file(write(tmp_path, b""), SCHEMA)
    with pytest.raises(RefusedInput, match=r"^없다\.txt: It could not be read"):
        read_file(tmp_path / "없다.txt", SCHEMA)
    with pytest.raises(RefusedInput, match="not an ordinary file"):
        read_file(tmp_path, SCHEMA)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_devices_and_pipes_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(RefusedInput, match="not an ordinary file"):
            read_file(path, SCHEMA)


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "LIMIT", 1_000_000)
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1_000_001)
    with pytest.raises(RefusedInput, match="larger than 1 MB"):
        read_file(path, SCHEMA)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xe2\xbb\xe7.txt"))
    path.write_bytes(ARTICLE.encode())
    assert read_file(path, SCHEMA).source == "\ufffd\ufffd\ufffd.txt"


def test_several_files_as_one_batch(tmp_path: Path) -> None:
    paths = [write(tmp_path, ARTICLE.encode(), name) for name in ("하나.txt", "둘.txt")]
    batch = merged(read_files(paths, SCHEMA))
    assert batch.source == "하나.txt, 둘.txt"
    names = [imported.document.metadata.source_file for imported in batch.documents]
    assert names == ["하나.txt", "둘.txt"]
