"""A corrected workbook that LibreOffice saved anew, straight and by way of its own format."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.exporters.making import project
from tests.interop.test_libreoffice import SOFFICE
from tests.session.corrections.workbooks import HERE, correct, exported, found, opened

pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.timeout(600),
]

CORRECTED = {
    ("c1-0", "quote_type"): "indirect",
    ("f1-1", "value"): "13.25",
    ("f1-1", "unit_inferred"): True,
    ("f1-3", "range"): {"low": "3", "high": None},
    ("s1-0", "entity"): "e2",
    ("s1-2", "entity"): "e2",
    ("e1", "aliases"): ["김 위원", "가온"],
    ("w1-1", "reason"): "다시 봄",
    ("d1", "note"): "첫 줄\n셋째 줄",
    ("q1-0", "lemma"): "밝히다",
    ("d5~bb71a43ca44daaea", "answer"): "이 표지의 주장은 표시 대상이 아님",
}


def saved_anew(path: Path, profile: Path, *kinds: str) -> Path:
    """The workbook after LibreOffice wrote it in each of these kinds."""
    for number, kind in enumerate(kinds):
        folder = path.parent / f"{number}"
        command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        path = folder / f"{path.stem}.{kind}"
    return path


@pytest.mark.parametrize("kinds", [("xlsx",), ("ods", "xlsx")])
def test_corrections_survive_libreoffice(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    with project(tmp_path) as session:
        path = exported(session, tmp_path / "x.xlsx")
        review = session.review_corrections(HERE, saved_anew(path, tmp_path / "profile", *kinds))
        assert (review.corrections, review.refusals, review.warnings) == ((), (), ())
        book = opened(path)
        correct(book, "claims", "c1-0", quote_type="간접")
        correct(book, "figures", "f1-1", value_number=13.25, unit_inferred=True)
        correct(book, "figures", "f1-3", range_low=3)
        correct(book, "speakers", "s1-0", entity_name="아무도 부르지 않은 이")
        correct(book, "claims", "c1-2", speaker_entity="아무도 부르지 않은 이")
        correct(book, "entities", "e1", aliases="김 위원; 가온")
        correct(book, "answers", "w1-1", reason="다시 봄")
        correct(book, "articles", "d1", note="첫 줄\n셋째 줄")
        correct(book, "cues", "q1-0", lemma="밝히다")
        correct(book, "problems", "d5~bb71a43ca44daaea", answer="이 표지의 주장은 표시 대상이 아님")
        book.save(path)
        review = session.review_corrections(HERE, saved_anew(path, tmp_path / "profile", *kinds))
        assert (found(review), review.refusals, review.warnings) == (CORRECTED, (), ())
