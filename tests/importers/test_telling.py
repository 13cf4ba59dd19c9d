"""Readers of files that may be long say how far they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.importers import read_within
from desktop.importers.context import ReadContext, shown_name
from desktop.session.session import default_schema
from tests.importers.samples import SAMPLES


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("기사 👩‍👧 1.txt", "기사 👩‍👧 1.txt"),
        ("가\n나.txt", "가\ufffd나.txt"),
        ("\x1b[31m.txt", "\ufffd[31m.txt"),
        ("\u202efdp.txt", "\ufffdfdp.txt"),
        ("\udcff.txt", "\ufffd.txt"),
        ("\u2028\x85.txt", "\ufffd\ufffd.txt"),
    ],
)
def test_names_of_files_command_nothing(name: str, shown: str) -> None:
    assert shown_name(Path("폴더") / name) == shown


@pytest.mark.parametrize("kind", ["csv", "xlsx", "native json", "native jsonl", "doccano", "uima"])
def test_how_far_it_is(kind: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    context = ReadContext(default_schema(), tell=lambda done, total: told.append((done, total)))
    batch = read_within(SAMPLES[kind](tmp_path), context)
    assert told
    assert told == sorted(told)
    assert all(done <= len(batch.documents) for done, _ in told)
