"""Two annotators at one computer: whose work is seen, who works, and what is kept from changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.settings import SettingsStore
from desktop.ui.annotating_as import AnnotatingAs
from desktop.ui.hands import drag, press, press_digit
from desktop.ui.project_page import ProjectPage
from tests.ui.conftest import Article


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def hers(page: ProjectPage, settings: SettingsStore, article: Article) -> Annotation:
    """Another annotator sits down and marks something."""
    annotating = AnnotatingAs(settings, page)
    annotating.set_page(page)
    choose(page, "Somebody else…", enabled=True)
    annotating.work_as("박세나")
    start = article.text.index("빌렸다")
    drag(page.article, Span(start, start + 3))
    press_digit(page.article, 4)
    made = page.desk.selected
    assert made is not None
    return made


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


def open_menu(page: ProjectPage) -> dict[str, QAction]:
    page.status.annotator_button.click()  # type: ignore[attr-defined]
    return entries(page.annotators.menu)


def choose(page: ProjectPage, text: str, *, enabled: bool = False) -> None:
    action = open_menu(page)[text]
    if enabled:
        assert action.isEnabled()
    else:
        action.trigger()
    page.annotators.menu.close()


def visible(page: ProjectPage, article: Article) -> set[str]:
    return {
        a.annotator_id for n in range(len(article.text)) for a in page.article.annotations_at(n)
    }


def test_a_person_is_changed_by_one_click_in_a_menu(
    page: ProjectPage, article: Article, hers: Annotation, settings: SettingsStore
) -> None:
    assert settings.settings.annotator_name == "박세나"
    menu = open_menu(page)
    assert menu["박세나"].isChecked()
    assert not menu["이수민"].isChecked()
    choose(page, "이수민")
    assert article.session.annotator is not None
    assert article.session.annotator.name == "이수민"
    assert settings.settings.annotator_name == "이수민"
    assert article.annotation("c1").annotator_id == article.session.annotator.id
    assert hers.annotator_id != article.session.annotator.id


def test_only_one_s_own_then_chosen_layers_then_all(
    page: ProjectPage, article: Article, hers: Annotation
) -> None:
    his = article.annotation("c1").annotator_id
    assert visible(page, article) == {his, hers.annotator_id}
    page.run_action("only_own")
    assert visible(page, article) == {hers.annotator_id}
    page.desk.layers.toggle(his)
    assert visible(page, article) == {his, hers.annotator_id}
    shown = open_menu(page)["Whose annotations are shown"].menu()
    assert isinstance(shown, QMenu)
    entries(shown)["박세나"].trigger()
    page.annotators.menu.close()
    assert visible(page, article) == {his}
    assert page.desk.selected is None
    page.desk.show_annotation(hers.id)
    assert visible(page, article) == {his, hers.annotator_id}


def test_walking_passes_over_what_is_hidden(
    page: ProjectPage, article: Article, hers: Annotation
) -> None:
    page.run_action("only_own")
    press(page.article, Qt.Key.Key_Home, modifiers=Qt.KeyboardModifier.ControlModifier)
    press(page.article, Qt.Key.Key_Tab)
    assert page.desk.selected == hers
    press(page.article, Qt.Key.Key_Tab)
    assert page.desk.selected == hers


def test_other_people_s_work_is_fainter(
    page: ProjectPage, article: Article, hers: Annotation
) -> None:
    page.desk.select(None)
    place = page.article.caret_rectangle(article.annotation("f1").start).center()
    place.setX(place.x() + 3)

    def ink() -> int:
        QApplication.processEvents()
        image = page.article.viewport().grab().toImage()
        return image.pixelColor(place.x(), place.y() - 9).saturation()

    fainter = ink()
    choose(page, "이수민")
    assert ink() > fainter


def test_other_people_s_work_is_kept_from_accidents(
    page: ProjectPage, article: Article, hers: Annotation
) -> None:
    before = article.session.annotations(article.document.id)
    page.desk.show_annotation(article.ids["f1"])
    press(page.article, Qt.Key.Key_Delete)
    press_digit(page.article, 3)
    page.inspector.feature_changed.emit(article.ids["f1"], "unit", "1")
    assert article.session.annotations(article.document.id) == before
    page.desk.show_annotation(hers.id)
    press_digit(page.article, 3)
    assert page.desk.selected is not None
    assert page.desk.selected.label == "SPEAKER"
    choose(page, "Allow changes to other people's annotations")
    page.desk.show_annotation(article.ids["f1"])
    press(page.article, Qt.Key.Key_Delete)
    assert article.session.annotations_by_id([article.ids["f1"]]) == []
    page.undo()
    choose(page, "이수민")
    assert not page.desk.layers.others_open


def test_undo_takes_back_whoever_did_it(
    page: ProjectPage, article: Article, hers: Annotation
) -> None:
    choose(page, "이수민")
    page.undo()
    assert article.session.annotations_by_id([hers.id]) == []
