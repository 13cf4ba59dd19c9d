"""docs/keys.md says what the table says."""

from __future__ import annotations

import keys_page

from desktop.ui.actions.table import ACTIONS


def test_the_page_of_keys_is_current() -> None:
    assert keys_page.main(["check"]) == 0


def test_every_action_has_a_line_in_both_languages() -> None:
    page = keys_page.page()
    assert page.count("\n| ") - page.count("| 기능 |") == len(ACTIONS)
    assert "| 실행 취소 | Undo | `Ctrl+Z` |" in page
    assert "| 레이블 3 표시 | Mark as label 3 | `3` |" in page
