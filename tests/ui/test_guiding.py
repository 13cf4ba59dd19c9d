"""F1 shows the rule and examples beside the work; a project writes its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.model.schema import Schema
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.panels.feature_editors import FeatureEditor
from desktop.ui.panels.guideline_panel import GuidelinePanel
from desktop.ui.panels.relation_rows import RelationLine
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, type_text


@pytest.fixture
def page(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[ProjectPage]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    page.activateWindow()
    page.article.setFocus()
    yield page
    page.finish()


def button(panel: GuidelinePanel, words: str) -> QAbstractButton:
    buttons = panel.findChildren(QAbstractButton)
    return next(b for b in buttons if b.isVisible() and words in b.text())


def fields(panel: GuidelinePanel) -> list[QPlainTextEdit]:
    return [field for field in panel.findChildren(QPlainTextEdit) if field.isVisible()]


def test_one_key_shows_the_selected_label_and_puts_it_away(
    page: ProjectPage, article: Article
) -> None:
    panel = page.late.guiding.panel
    page.desk.show_annotation(article.ids["f1"])
    page.run_action("show_guideline")
    assert panel.topic == "label.FIGURE"
    assert "범위는 하나" in panel.rule_text
    assert [view.text for view in panel.examples] == [
        "비용은 2억달러(약 2900억원)로 늘었다.",
        "투자액은 300억~450억달러로 추정된다.",
    ]
    page.desk.show_annotation(article.ids["s1"])
    page.run_action("show_guideline")
    assert panel.topic == "label.SPEAKER"
    page.run_action("show_guideline")
    assert not panel.isVisible()
    assert page.article.hasFocus()


def test_with_a_feature_in_focus_the_feature_is_shown(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    page.desk.show_annotation(article.ids["f1"])
    editors = page.inspector.findChildren(FeatureEditor)
    unit = next(e for e in editors if e.feature.name == "unit" and e.isVisible())
    unit.setFocus()
    page.run_action("show_guideline")
    assert page.late.guiding.panel.topic == "feature.FIGURE.unit"


def test_with_a_relation_in_focus_the_relation_is_shown(
    page: ProjectPage, article: Article
) -> None:
    page.desk.show_annotation(article.ids["c2"])
    shown = []
    for line in page.inspector.findChildren(RelationLine):
        for control in line.findChildren(QAbstractButton):
            if control.isVisible():
                control.setFocus()
                page.run_action("show_guideline")
                shown.append(page.late.guiding.panel.topic)
    assert shown == [
        f"relation.{name}" for name in ("attributed_to", "continues", "cued_by") for _ in range(2)
    ]


def test_every_topic_can_be_chosen(page: ProjectPage) -> None:
    page.run_action("show_guideline")
    choice = page.late.guiding.panel._choice
    for index in range(choice.count()):
        choice.setCurrentIndex(index)
        choice.activated.emit(index)
        assert page.late.guiding.panel.topic == choice.itemData(index)
        assert len(page.late.guiding.panel.examples) == 2
    assert "주장 · 인용" in [choice.itemText(index) for index in range(choice.count())]


def test_a_project_writes_its_own_and_can_go_back(
    page: ProjectPage, session: Session, article: Article
) -> None:
    panel = page.late.guiding.panel
    page.desk.show_annotation(article.ids["c1"])
    page.run_action("show_guideline")
    shipped = panel.rule_text
    QTest.mouseClick(button(panel, "Change for this project"), Qt.MouseButton.LeftButton)
    rule, examples = fields(panel)
    assert rule.toPlainText() == shipped
    rule.clear()
    type_text(rule, "따옴표 안만 표시한다.")
    examples.clear()
    type_text(examples, '그는 "⟦좋다⟧"고 했다. | 짧아도 주장')
    QTest.keyClick(examples, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.rule_text == "따옴표 안만 표시한다."
    assert [view.text for view in panel.examples] == ['그는 "좋다"고 했다.']
    assert [setting.id for setting in session.settings()] == ["guideline.label.CLAIM"]
    page.undo()
    assert panel.rule_text == shipped
    page.redo()
    QTest.mouseClick(button(panel, "shipped"), Qt.MouseButton.LeftButton)
    assert panel.rule_text == shipped
    assert session.settings() == []


def test_escape_gives_the_writing_up(page: ProjectPage, session: Session) -> None:
    page.run_action("show_guideline")
    QTest.mouseClick(button(page.late.guiding.panel, "Change"), Qt.MouseButton.LeftButton)
    type_text(fields(page.late.guiding.panel)[0], "없던 일")
    QTest.keyClick(fields(page.late.guiding.panel)[0], Qt.Key.Key_Escape)
    assert fields(page.late.guiding.panel) == []
    assert session.settings() == []


def test_a_schema_of_ones_own_invites_to_write(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    names = {"en": "Place", "ko": "곳"}
    label = {"name": "PLACE", "names": names, "key": "1", "style": {"mark": "box", "hue": "red"}}
    schema = Schema.model_validate(
        {"schema_id": "own", "schema_version": "1.0.0", "names": names, "labels": [label]}
    )
    with Session.create(tmp_path / "곳.mitjul", schema, annotator="김하나") as session:
        page = ProjectPage(Bridge(session), theme, "ko")
        qtbot.addWidget(page)
        page.show()
        page.run_action("show_guideline")
        assert page.late.guiding.panel.topic == "label.PLACE"
        assert page.late.guiding.panel.rule_text.startswith("Nothing is written")
        assert page.late.guiding.panel.examples == []
        QTest.mouseClick(button(page.late.guiding.panel, "Write"), Qt.MouseButton.LeftButton)
        type_text(fields(page.late.guiding.panel)[0], "땅 이름")
        QTest.mouseClick(button(page.late.guiding.panel, "Keep"), Qt.MouseButton.LeftButton)
        assert page.late.guiding.panel.rule_text == "땅 이름"
        page.finish()


def test_the_side_comes_back_when_it_was_put_away(page: ProjectPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(page.reviewing.open_problems))
    page.columns.toggle_right()
    page.run_action("show_guideline")
    assert page.late.guiding.panel.isVisible()
    page.columns.toggle_focus()
    page.run_action("answer_problem")
    assert page.problems.isVisible()
    assert not page.columns.in_focus
