"""Curation by key: agreements taken over, differences settled, undone and left open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.review.curation import CURATED
from desktop.session.commands import AddAnnotation
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.hands import press
from desktop.ui.panels.difference_bar import DifferenceBar
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document

TEXT = "한빛은행은 이자가 3% 오른다고 했다.\n새벽전자는 12억원을 벌었다."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "a.mitjul", annotator="가람") as session:
        made = make_document("이자", TEXT)
        session.import_batch(ImportBatch(source="a", documents=(made,)))
        for name, marks in (
            ("가람", (("SPEAKER", "한빛은행"), ("CLAIM", "이자가 3% 오른다"), ("FIGURE", "3%"))),
            ("나래", (("SPEAKER", "한빛은행"), ("CLAIM", "3% 오른다"), ("FIGURE", "12억원"))),
        ):
            session.set_annotator(name)
            for label, words in marks:
                start = TEXT.index(words)
                session.do(
                    AddAnnotation(
                        annotation_id=new_id(),
                        document_id=made.document.id,
                        label=label,
                        span=Span(start, start + len(words)),
                    )
                )
        yield session


@pytest.fixture
def page(qtbot: QtBot, project: Session, theme: Theme) -> Iterator[ProjectPage]:
    page = ProjectPage(Bridge(project), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.article.setFocus()
    yield page
    page.finish()


def curated(page: ProjectPage) -> list[str]:
    assert page.desk.document is not None
    found = page.bridge.session.annotations(page.desk.document.id)
    return [a.quote for a in found if a.annotator_id == CURATED.id]


def bar(page: ProjectPage) -> DifferenceBar:
    found = page.article.findChild(DifferenceBar)
    assert isinstance(found, DifferenceBar)
    return found


def test_agreements_are_taken_and_differences_walked(page: ProjectPage, qtbot: QtBot) -> None:
    press(page.article, Qt.Key.Key_V)
    assert curated(page) == ["한빛은행"]
    assert bar(page).isVisible()
    order = sorted(a.name for a in page.bridge.session.annotators() if a.id != CURATED.id)
    said = bar(page).said
    assert {said[2], said[5]} == set(order)
    assert page.article.selection is not None
    first = said.index("가람") // 3 + 1
    press(page.article, Qt.Key(ord(str(first))))
    assert curated(page) == ["한빛은행", "이자가 3% 오른다"]
    press(page.article, Qt.Key.Key_X)
    assert "3%" not in curated(page)
    with qtbot.waitSignal(page.desk.hint_changed):
        press(page.article, Qt.Key.Key_A)
    assert curated(page) == ["한빛은행", "이자가 3% 오른다", "12억원"]
    assert not bar(page).isVisible()
    press(page.article, Qt.Key.Key_V)
    assert not bar(page).isVisible()


def test_undo_opens_a_difference_again(page: ProjectPage) -> None:
    press(page.article, Qt.Key.Key_V)
    before = bar(page).said
    press(page.article, Qt.Key.Key_X)
    assert bar(page).said != before
    page.undo()
    assert bar(page).said == before


def test_tab_leaves_a_difference_open_and_escape_ends(page: ProjectPage) -> None:
    press(page.article, Qt.Key.Key_V)
    before = bar(page).said
    press(page.article, Qt.Key.Key_Tab)
    assert bar(page).said != before
    press(page.article, Qt.Key.Key_Tab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert bar(page).said == before
    press(page.article, Qt.Key.Key_Escape)
    assert not bar(page).isVisible()
    assert page.desk.modes.active is None
    press(page.article, Qt.Key.Key_V)
    assert bar(page).said == before


def test_the_layer_is_shown_though_others_are_hidden(page: ProjectPage) -> None:
    page.desk.layers.toggle_only_own()
    press(page.article, Qt.Key.Key_V)
    assert page.desk.layers.shows(CURATED.id)
    assert bar(page).isVisible()


def test_one_annotator_has_nothing_to_compare(qtbot: QtBot, session: Session, theme: Theme) -> None:
    session.import_batch(ImportBatch(source="a", documents=(make_document("이자", TEXT),)))
    page = ProjectPage(Bridge(session), theme, "en")
    qtbot.addWidget(page)
    page.show()
    page.article.setFocus()
    with qtbot.waitSignal(page.desk.hint_changed) as hint:
        press(page.article, Qt.Key.Key_V)
    assert hint.args == ["There is only one annotator's work in this article."]
    page.finish()


def test_the_layer_can_be_exported(qtbot: QtBot, page: ProjectPage, tmp_path: Path) -> None:
    press(page.article, Qt.Key.Key_V)
    dialog = ExportDialog(page.bridge.session, SettingsStore(tmp_path / "settings.json"))
    qtbot.addWidget(dialog)
    box = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Annotations of")
    names = [box.itemText(n) for n in range(box.count())]
    assert names == ["Everybody", "The curated layer", "가람", "나래", "Several…"]
    box.setCurrentIndex(1)
    assert dialog.request.annotators == (CURATED.name,)
