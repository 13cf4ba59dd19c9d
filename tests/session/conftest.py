"""A project with one article, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.session.session import Session
from tests.session.making import batch, imported


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "기사 모음.mitjul"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with Session.create(path, annotator="김하나") as opened:
        yield opened


@pytest.fixture
def document(session: Session) -> str:
    return session.import_batch(batch(imported())).documents[0]
