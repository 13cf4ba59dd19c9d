"""The table of actions: complete, without conflicts, and done by somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings import SettingsStore
from desktop.ui.actions.bindings import combination
from desktop.ui.actions.definition import ActionDef, Scope
from desktop.ui.actions.handlers import Handler, collect
from desktop.ui.actions.table import ACTIONS
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(window)
    assert window.create_path(tmp_path / "기사.mitjul", "이수민")
    yield window
    window.close()


def test_every_row_has_one_handler_and_every_handler_a_row(window: MainWindow) -> None:
    assert window.page is not None
    done = [*window.own_handlers, *window.page.all_handlers]
    assert sorted(done) == sorted(row.name for row in ACTIONS)


def test_what_works_without_a_project_is_done_by_the_window(window: MainWindow) -> None:
    everywhere = {row.name for row in ACTIONS if row.scope is Scope.WINDOW}
    assert everywhere <= window.own_handlers.keys()


def test_no_key_does_two_things() -> None:
    keys = Counter(combination(key) for row in ACTIONS for key in row.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_single_keys_act_in_the_article_only() -> None:
    for row in ACTIONS:
        for key in row.keys:
            if len(key) == 1 and key != "?":
                assert row.scope is Scope.ARTICLE, row.name


def test_texts_are_read_without_mnemonics() -> None:
    assert ActionDef("x", "&Export…").title == "Export"
    assert ActionDef("x", "내보내기(&E)…").title == "내보내기"
    mark = ActionDef("x", "&Mark: {label}", digit="3")
    assert (mark.english, mark.title_for("주장")) == ("Mark: label 3", "Mark: 주장")


def test_two_features_that_do_the_same_are_a_bug() -> None:
    class Feature:
        def handlers(self) -> dict[str, Handler]:
            return {"undo": int}

    with pytest.raises(ValueError, match="undo"):
        collect(Feature(), Feature())


def test_menus_hold_their_rows_and_project_rows_wait_for_a_project(window: MainWindow) -> None:
    rows = [row for row in ACTIONS if row.menu is not None]
    for row in rows:
        assert window.menu_action(row.name).isEnabled() or row.name in ("undo", "redo")
    window.close_project()
    for row in rows:
        assert window.menu_action(row.name).isEnabled() == (row.scope is Scope.WINDOW)
    window.retranslate("en")
    assert window.menu_action("relate").text().endswith("\tR")
    assert window.menu_action("relate").shortcuts() == []
