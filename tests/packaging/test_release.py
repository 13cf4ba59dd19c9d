"""The release: its notes, and that the workflows pin what they use and may do little."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import release_notes

ROOT = Path(__file__).resolve().parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHANGELOG = """# Changes

## [Unreleased]

- later

## [0.2.0] - 2026-12-01

### Added

- something

## [0.1.0] - 2026-11-01

- the first
"""


def test_the_notes_are_the_section_of_the_version() -> None:
    assert release_notes.section(CHANGELOG, "0.2.0") == "### Added\n\n- something\n"
    assert release_notes.section(CHANGELOG, "0.1.0") == "- the first\n"
    assert release_notes.section(CHANGELOG, "0.1") is None


def test_a_version_that_is_not_the_applications_has_no_release(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert release_notes.main(["99.0.0"]) == 1
    assert "version is not 99.0.0" in capsys.readouterr().err


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_and_nothing_is_permitted_at_the_top(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []
    assert "\npermissions: {}\n" in text
