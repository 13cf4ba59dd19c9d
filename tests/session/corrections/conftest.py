"""A project and its workbook, for the tests of corrections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from desktop.session.session import Session
from tests.exporters.making import project
from tests.session.corrections.workbooks import (
    exported,
    opened,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Path]]:
    """A project that tests leave as it was, and its workbook."""
    folder = tmp_path_factory.mktemp("corrections")
    with project(folder) as opened_project:
        yield opened_project, exported(opened_project, folder / "x.xlsx")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with project(tmp_path) as opened_project:
        yield opened_project


@pytest.fixture
def path(session: Session, tmp_path: Path) -> Path:
    return exported(session, tmp_path / "x.xlsx")


@pytest.fixture
def book(path: Path) -> Workbook:
    return opened(path)
