"""The texts that an article had before it was corrected, as a native file has them."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import Message, RefusedInput
from desktop.importers import read_file
from desktop.model.batch import CURRENT_ANNOTATOR, ImportBatch
from desktop.model.canonical import text_hash
from desktop.session.session import Session, default_schema
from tests.exporters.making import written

BEFORE = "가격이 12% 오를 것이라고 했다."


def read(folder: Path, *earlier: dict[str, Any]) -> ImportBatch:
    document = {"id": "d", "text": "가격이 12.5% 오를 것이라고 했다.", "earlier_texts": earlier}
    file = {"format": "mitjul/1", "documents": [document]}
    return read_file(written(folder, file), default_schema())


def test_a_text_is_kept_with_who_replaced_it_when(tmp_path: Path) -> None:
    told = {"annotator": "이두리", "replaced_at": "2026-01-02T03:04:05Z"}
    batch = read(tmp_path, {"text_sha256": text_hash(BEFORE), "text": BEFORE} | told)
    [made] = batch.documents
    [earlier] = made.document.earlier_texts
    assert made.earlier_texts == (BEFORE,)
    assert earlier.replaced_at == "2026-01-02T03:04:05Z"
    assert [(a.id, a.name) for a in batch.annotators] == [(earlier.annotator_id, "이두리")]
    with Session.create(tmp_path / "a.mitjul", annotator="이두리") as session:
        session.import_batch(batch)
        assert session.earlier_text("d", text_hash(BEFORE)) == BEFORE
        assert session.annotator is not None
        document = session.document("d")
        assert document is not None
        assert document.earlier_texts[0].annotator_id == session.annotator.id


def test_a_text_that_is_not_canonical_is_made_so(tmp_path: Path) -> None:
    raw = unicodedata.normalize("NFD", BEFORE) + "\r\n"
    [made] = read(tmp_path, {"text_sha256": text_hash(raw), "text": raw}).documents
    assert made.earlier_texts == (BEFORE + "\n",)
    assert made.document.earlier_texts[0].text_sha256 == text_hash(BEFORE + "\n")
    assert made.document.earlier_texts[0].annotator_id == CURRENT_ANNOTATOR


def test_a_text_that_is_not_there_is_told(tmp_path: Path) -> None:
    batch = read(tmp_path, {"text_sha256": text_hash(BEFORE)}, {"text_sha256": "0" * 64})
    assert batch.documents[0].document.earlier_texts == ()
    words = "Texts before a correction that the file does not hold: {count}"
    assert batch.warnings == (Message(words, {"count": 2}),)


@pytest.mark.parametrize("text", [BEFORE + "끝", "", " "])
def test_another_text_than_the_hash_says_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RefusedInput):
        read(tmp_path, {"text_sha256": text_hash(BEFORE), "text": text})
