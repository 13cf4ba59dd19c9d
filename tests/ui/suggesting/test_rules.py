"""The table of rules: what became of each rule's suggestions, and its switch."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from desktop.model.overview import DecisionCount
from desktop.suggestions.rules import OFF_SETTING, RULES, WORDS_SETTING
from desktop.ui.dialogs.rule_table import RuleTable
from desktop.ui.hands import press
from desktop.ui.item_models.rule_model import RuleModel, rule_rows
from desktop.ui.project_page import ProjectPage
from tests.ui.suggesting.conftest import Opened
from tests.ui.suggesting.test_walk import open_texts, walk_to

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def table(page: ProjectPage) -> RuleTable:
    page.run_action("suggestion_rules")
    (found,) = page.window().findChildren(RuleTable)
    return found


def cells(model: RuleModel, rule: str) -> list[str]:
    return [model.index(row_of(model, rule), column).data() for column in range(6)]


def row_of(model: RuleModel, rule: str) -> int:
    current = f"<p>{rule}@{RULES[rule].version}</p>"
    tip = Qt.ItemDataRole.ToolTipRole
    rows = range(model.rowCount())
    return next(row for row in rows if current in str(model.index(row, 0).data(tip)))


def tick(model: RuleModel, rule: str, state: Qt.CheckState) -> None:
    index = model.index(row_of(model, rule), 0)
    assert model.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)


def test_the_counts_of_a_rule_are_of_the_project(opened: Opened) -> None:
    page = opened("한빛은행은 12.5%, 3%, 4%, 5%를 냈다.")
    for words, key in (("12.5%", Qt.Key.Key_Return), ("3%", Qt.Key.Key_X)):
        walk_to(page, words)
        press(page.article, key)
    walk_to(page, "4%")
    press(page.article, Qt.Key.Key_E, "e")
    press(page.article, Qt.Key.Key_Right, modifiers=Qt.KeyboardModifier.ShiftModifier)
    press(page.article, Qt.Key.Key_Return)
    model = table(page).model
    assert cells(model, "figure.percentage") == ["백분율", "4", "1", "1", "1", "33%"]
    assert cells(model, "claim.indirect")[1:] == ["0", "0", "0", "0", ""]


def test_a_rule_that_is_off_suggests_nothing_until_undo(opened: Opened) -> None:
    page = opened("한빛은행은 12.5%를 3월에 냈다.")
    session = page.bridge.session
    assert open_texts(page) == ["12.5%", "3월"]
    model = table(page).model
    tick(model, "figure.percentage", UNCHECKED)
    assert open_texts_soon(page) == ["3월"]
    index = model.index(row_of(model, "figure.percentage"), 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == UNCHECKED
    assert session.setting(OFF_SETTING) == ["figure.percentage"]
    page.undo()
    assert open_texts_soon(page) == ["12.5%", "3월"]
    tick(model, "figure.percentage", UNCHECKED)
    tick(model, "figure.percentage", CHECKED)
    assert open_texts_soon(page) == ["12.5%", "3월"]
    assert session.setting(OFF_SETTING) is None


def test_a_reporting_word_of_the_project_reports_at_once(opened: Opened, qtbot: QtBot) -> None:
    page = opened("가람도의 채보람 대표는 손님이 늘었다고 투덜댔다.")
    assert "투덜댔다" not in open_texts(page)
    dialog = table(page)
    dialog.words.setPlainText("투덜대다 assert\n\n!")
    stated: list[str] = []
    page.desk.hint_changed.connect(stated.append)
    dialog.accept()
    assert page.bridge.session.setting(WORDS_SETTING) == ["투덜대다 assert"]
    assert "!" in stated[-1]
    qtbot.waitUntil(lambda: "투덜댔다" in open_texts(page), timeout=60_000)
    again = table(page)
    assert again.words.toPlainText() == "투덜대다 assert"
    again.accept()
    page.undo()
    qtbot.waitUntil(lambda: "투덜댔다" not in open_texts(page), timeout=60_000)


def open_texts_soon(page: ProjectPage) -> list[str]:
    """What is open once the article was gone through again."""
    while page.suggesting.feed.refreshing:
        QCoreApplication.processEvents()
    return open_texts(page)


def test_older_versions_and_files_have_rows_of_their_own(qtbot: QtBot) -> None:
    counts = [
        DecisionCount("figure.percentage", "0", "FIGURE", accepted=3),
        DecisionCount("imported", "other", "CLAIM", accepted=1, rejected=1),
        DecisionCount("of_a_plug_in", "7", "CUE", rejected=2),
    ]
    rows = {row.name: row for row in rule_rows(counts, {"figure.percentage": 5}, "ko")}
    assert rows["백분율"].shown == 5
    assert rows["백분율 (version 0)"].accepted == 3
    assert rows["From a file (other)"].precision == 0.5
    assert rows["of_a_plug_in (version 7)"].precision == 0.0
    assert len(rows) == len(RULES) + 3
