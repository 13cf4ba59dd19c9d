"""What the dialogs' tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.settings import SettingsStore


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    """Settings in a file of their own."""
    store = SettingsStore(tmp_path / "settings.json")
    store.update(annotator_name="이수민")
    return store
