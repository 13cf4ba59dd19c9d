"""Damaged files of every kind: read or refused in words, never a bug, and never slow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.session.bounded_process import BoundedProcess
from tests.importers.damaged import BOUNDS, Trial
from tests.importers.mutation import ROUNDS
from tests.importers.samples import SAMPLES


@pytest.fixture(scope="module")
def process() -> Iterator[BoundedProcess]:
    with BoundedProcess(BOUNDS) as process:
        yield process


@pytest.mark.parametrize("kind", SAMPLES)
def test_damaged_files_are_read_elsewhere_and_refused_in_words(
    kind: str, process: BoundedProcess, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, kind, seed=5)
    with trial.opened():
        trial.read_whole(process)
        trial.run(process, ROUNDS)
    made = trial.outcome
    assert made.faults == []
    assert made.tried == ROUNDS
    assert made.read
    assert made.refused
