"""Names with markup in a schema, an article, a person or a rule: shown as they are, never drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.overview import DecisionCount
from desktop.model.project import Metadata
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation
from desktop.session.session import Session, default_schema
from desktop.settings import SettingsStore
from desktop.ui.bridge import Bridge
from desktop.ui.item_models.rule_model import RuleModel, rule_rows
from desktop.ui.main_window import MainWindow
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document

RICH = "<img src='file:///etc/hostname'>\u202e👩‍💻"


def everywhere(value: Any) -> Any:
    """The schema with ``RICH`` for every name that people read."""
    if isinstance(value, dict):
        return {
            key: {"en": RICH, "ko": RICH} if key == "names" else everywhere(part)
            for key, part in value.items()
        }
    return [everywhere(part) for part in value] if isinstance(value, list) else value


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[ProjectPage]:
    schema = Schema.model_validate(everywhere(default_schema().model_dump(mode="json")))
    with Session.create(tmp_path / "a.mitjul", schema, annotator=RICH) as session:
        imported = make_document(
            RICH, RICH + " 새벽은행이 5% 올랐다.", metadata=Metadata(publisher=RICH)
        )
        session.import_batch(ImportBatch(source=RICH, documents=(imported,)))
        for label in schema.labels:
            session.do(
                AddAnnotation(
                    annotation_id=new_id(),
                    document_id=imported.document.id,
                    label=label.name,
                    span=Span(0, len(RICH)),
                    features={},
                )
            )
        page = ProjectPage(Bridge(session), theme, "ko")
        qtbot.addWidget(page)
        page.resize(1300, 800)
        page.show()
        page.desk.open_document(imported.document.id)
        yield page
        page.finish()


def guessed(top: QWidget) -> set[str]:
    """What widgets below ``top`` would take for markup."""
    labels = [w for w in top.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText]
    tips = [w.toolTip() for w in top.findChildren(QWidget)]
    menus = [menu for menu in top.findChildren(QMenu) if menu.toolTipsVisible()]
    tips += [action.toolTip() for menu in menus for action in menu.actions()]
    return {text for text in (*tips, *(w.text() for w in labels)) if "<img" in text}


def test_no_label_or_tooltip_of_the_page_draws_a_name(page: ProjectPage) -> None:
    document = page.desk.document
    assert document is not None
    for annotation in page.bridge.session.annotations(document.id):
        page.desk.show_annotation(annotation.id)
        QApplication.processEvents()
        assert guessed(page) == set()
    assert any(RICH in label.text() for label in page.findChildren(QLabel))


def test_the_menu_of_people_draws_no_name(page: ProjectPage) -> None:
    page.annotators.show_above(page)
    assert RICH in {action.text() for action in page.annotators.menu.actions()}
    assert guessed(page) == set()
    page.annotators.menu.close()


def test_a_rule_of_somebody_draws_nothing() -> None:
    model = RuleModel()
    model.show(rule_rows([DecisionCount(RICH, RICH, RICH, 1)], {}, "ko"), frozenset())
    tips = [
        model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
        for row in range(model.rowCount())
    ]
    assert not [tip for tip in tips if "<img" in tip]
    assert any("&lt;img" in tip for tip in tips)


def test_recent_projects_draw_no_path(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    path = tmp_path / "<img src=x>.mitjul"
    Session.create(path, annotator="가").close()
    store.remember_project(path)
    window = MainWindow(store, theme, "ko")
    qtbot.addWidget(window)
    window.show()
    assert guessed(window) == set()
