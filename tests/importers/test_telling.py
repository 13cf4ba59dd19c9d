"""Readers of files that may be long say how far they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.importers import read_within
from desktop.importers.context import ReadContext
from desktop.session.session import default_schema
from tests.importers.samples import SAMPLES


@pytest.mark.parametrize("kind", ["csv", "xlsx", "native json", "native jsonl", "doccano", "uima"])
def test_how_far_it_is(kind: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    context = ReadContext(default_schema(), tell=lambda done, total: told.append((done, total)))
    batch = read_within(SAMPLES[kind](tmp_path), context)
    assert told
    assert told == sorted(told)
    assert all(done <= len(batch.documents) for done, _ in told)
