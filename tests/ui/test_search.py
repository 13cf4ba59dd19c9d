"""Searching the project and its table of annotations, by real keys on a real project."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation, SetDocument, SetFeature, Together
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.dialogs import progress
from desktop.ui.dialogs.progress import ProgressDialog
from desktop.ui.hands import press
from desktop.ui.item_models.annotation_table_model import LABEL, MADE, QUOTE, TITLE, VALUE
from desktop.ui.panels.search_panel import SearchPanel
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document, type_text

TEXTS = (
    "금리 소식\n\n한빛은행은 금리를 12.5% 올렸다고 밝혔다. 금리는 또 오른다.",
    "다른 소식\n\n누리은행의 금리는 그대로다. ＡＩ 이야기도 있다.",
    "무관한 소식\n\n아무 일도 없었다.",
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, session: Session, theme: Theme) -> Iterator[ProjectPage]:
    documents = tuple(make_document(text.splitlines()[0], text) for text in TEXTS)
    session.import_batch(ImportBatch(source="기사.txt", documents=documents))
    for number, label, quote in (
        (0, "SPEAKER", "한빛은행"),
        (0, "FIGURE", "12.5%"),
        (1, "SPEAKER", "누리은행"),
        (0, "CUE", "밝혔다"),
    ):
        at = TEXTS[number].index(quote)
        session.do(
            AddAnnotation(
                annotation_id=new_id(),
                document_id=documents[number].document.id,
                label=label,
                span=Span(at, at + len(quote)),
            )
        )
    page = ProjectPage(Bridge(session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    yield page
    page.finish()


def finish(page: ProjectPage, qtbot: QtBot) -> None:
    """Wait for the search that is asked for to end."""
    panel = page.findChild(SearchPanel)
    with qtbot.waitSignal(page.finding.search._scan.ended):
        panel.search_requested.emit()


def search(page: ProjectPage, qtbot: QtBot, words: str) -> SearchPanel:
    page.run_action("search_project")
    field().clear()
    type_text(field(), words)
    finish(page, qtbot)
    found = page.findChild(SearchPanel)
    assert isinstance(found, SearchPanel)
    return found


def table(page: ProjectPage, qtbot: QtBot) -> SearchPanel:
    with qtbot.waitSignal(page.finding.search._scan.ended):
        page.run_action("annotation_table")
    found = page.findChild(SearchPanel)
    assert isinstance(found, SearchPanel)
    return found


def field() -> LineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, LineEdit)
    return widget


def places(panel: SearchPanel) -> list[str]:
    lines = [panel.places.line(row) for row in range(panel.places.rowCount())]
    return [f"{line.title}{line.place.quote if line.place else ''}" for line in lines if line]


def column(panel: SearchPanel, number: int) -> list[str]:
    model = panel.annotations
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def choose(panel: SearchPanel, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    panel.table.clearSelection()
    for row in rows:
        index = panel.annotations.index(row, 0)
        panel.table.selectionModel().select(index, flags.Select | flags.Rows)


def test_places_in_all_texts_are_listed_and_gone_to(page: ProjectPage, qtbot: QtBot) -> None:
    panel = search(page, qtbot, "금리")
    assert places(panel) == ["금리 소식", "금리", "금리", "금리", "다른 소식", "금리"]
    for _ in range(3):
        press(field(), Qt.Key.Key_Down)
    press(field(), Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert page.desk.text == TEXTS[1]
    assert page.article.selection == Span(TEXTS[1].index("금리"), TEXTS[1].index("금리") + 2)
    assert QApplication.focusWidget() is page.article


def test_a_search_follows_the_typing_by_itself(page: ProjectPage, qtbot: QtBot) -> None:
    page.run_action("search_project")
    with qtbot.waitSignal(page.finding.search._scan.ended):
        type_text(field(), "ai")
    assert places(page.findChild(SearchPanel)) == ["다른 소식", "ＡＩ"]


def test_notes_of_articles_are_searched_too(page: ProjectPage, qtbot: QtBot) -> None:
    third = page.bridge.session.documents()[2].document_id
    page.bridge.do(SetDocument(document_id=third, note="금리와 무관한지 볼 것"))
    panel = search(page, qtbot, "금리와")
    assert places(panel) == ["무관한 소식", "금리와"]
    press(field(), Qt.Key.Key_Return)
    assert page.desk.text == TEXTS[2]
    assert page.article.selection is None


def test_articles_of_a_state_only(page: ProjectPage, qtbot: QtBot) -> None:
    second = page.bridge.session.documents()[1].document_id
    page.bridge.do(SetDocument(document_id=second, state="done"))
    panel = search(page, qtbot, "금리")
    with qtbot.waitSignal(page.finding.search._scan.ended):
        panel.filters._state.setCurrentIndex(3)
    assert places(panel) == ["다른 소식", "금리"]


def test_nothing_found_is_said(page: ProjectPage, qtbot: QtBot) -> None:
    panel = search(page, qtbot, "없는말")
    assert panel._state.text == "Nothing was found."
    field().clear()
    panel.search_requested.emit()
    assert panel._state.text == "Type what to search for."


def test_the_table_lists_and_narrows(page: ProjectPage, qtbot: QtBot) -> None:
    panel = table(page, qtbot)
    assert column(panel, QUOTE) == ["한빛은행", "12.5%", "밝혔다", "누리은행"]
    assert column(panel, TITLE) == ["금리 소식"] * 3 + ["다른 소식"]
    with qtbot.waitSignal(page.finding.search._scan.ended):
        panel.filters._label.setCurrentIndex(3)
    assert column(panel, QUOTE) == ["한빛은행", "누리은행"]
    assert column(panel, LABEL) == ["화자", "화자"]
    type_text(field(), "누리")
    finish(page, qtbot)
    assert column(panel, QUOTE) == ["누리은행"]


def test_a_feature_has_a_column_and_a_filter_of_its_own(page: ProjectPage, qtbot: QtBot) -> None:
    figure = next(a for a in _annotations(page) if a.label == "FIGURE")
    page.bridge.do(SetFeature(annotation_id=figure.id, name="category", value="percentage"))
    panel = table(page, qtbot)
    panel.filters._label.setCurrentIndex(2)
    at = panel.filters._feature.findData("category")
    with qtbot.waitSignal(page.finding.search._scan.ended):
        panel.filters._feature.setCurrentIndex(at)
    assert column(panel, VALUE) == ["백분율"]
    at = panel.filters._value.findData("monetary")
    with qtbot.waitSignal(page.finding.search._scan.ended):
        panel.filters._value.setCurrentIndex(at)
    assert column(panel, QUOTE) == []


@pytest.mark.parametrize("number", [LABEL, QUOTE, VALUE, TITLE, MADE])
def test_columns_sort_both_ways_and_back(page: ProjectPage, qtbot: QtBot, number: int) -> None:
    panel = table(page, qtbot)
    before = column(panel, QUOTE)
    panel.annotations.sort(number, Qt.SortOrder.AscendingOrder)
    if number != TITLE:
        assert column(panel, number) == sorted(column(panel, number))
    panel.annotations.sort(number, Qt.SortOrder.DescendingOrder)
    if number != TITLE:
        assert column(panel, number) == sorted(column(panel, number), reverse=True)
    panel.annotations.sort(-1)
    assert column(panel, QUOTE) == before


def test_sorting_keeps_what_is_chosen(page: ProjectPage, qtbot: QtBot) -> None:
    panel = table(page, qtbot)
    choose(panel, 0, 3)
    chosen = {row.quote for row in panel.table.chosen_rows}
    panel.table.sortByColumn(QUOTE, Qt.SortOrder.AscendingOrder)
    assert {row.quote for row in panel.table.chosen_rows} == chosen


def test_enter_goes_to_the_annotation(page: ProjectPage, qtbot: QtBot) -> None:
    panel = table(page, qtbot)
    press(field(), Qt.Key.Key_PageDown)
    press(field(), Qt.Key.Key_Return)
    assert not panel.isVisible()
    selected = page.desk.selected
    assert selected is not None
    assert selected.quote == "누리은행"


def test_labels_of_many_are_changed_with_one_undo(page: ProjectPage, qtbot: QtBot) -> None:
    before = _annotations(page)
    panel = table(page, qtbot)
    choose(panel, 0, 3)
    with qtbot.waitSignal(page.finding.search._scan.ended):
        panel.bulk._labels.actions()[0].trigger()
    assert column(panel, LABEL) == ["주장", "수치", "인용 표지", "주장"]
    assert panel.isVisible()
    page.undo()
    assert _annotations(page) == before


def test_a_feature_of_many_is_changed_with_one_undo(page: ProjectPage, qtbot: QtBot) -> None:
    panel = table(page, qtbot)
    choose(panel, 0, 1)
    assert not panel.bulk._feature.isEnabled()
    choose(panel, 0, 3)
    menus = [menu for menu in panel.bulk._features.findChildren(QMenu) if menu.actions()]
    action = next(a for menu in menus for a in menu.actions() if a.data() and a.data()[1])
    name, value = action.data()
    with qtbot.waitSignal(page.finding.search._scan.ended):
        action.trigger()
    assert [a.features.get(name) for a in _annotations(page)].count(value) == 2
    page.undo()
    assert all(a.features.get(name) != value for a in _annotations(page))


def test_delete_takes_the_chosen_away_with_one_undo(page: ProjectPage, qtbot: QtBot) -> None:
    before = _annotations(page)
    panel = table(page, qtbot)
    panel.table.setFocus()
    press(panel.table, Qt.Key.Key_Delete)
    assert _annotations(page) == before
    panel.table.selectAll()
    assert "4" in panel._state.text
    with qtbot.waitSignal(page.finding.search._scan.ended):
        press(panel.table, Qt.Key.Key_Delete)
    assert _annotations(page) == []
    page.undo()
    assert _annotations(page) == before
    press(panel.table, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_was_selected_is_searched_for(page: ProjectPage, qtbot: QtBot) -> None:
    page.article.select_span(Span(0, 2))
    with qtbot.waitSignal(page.finding.search._scan.ended):
        page.run_action("search_project")
    assert len(places(page.findChild(SearchPanel))) == 6


def test_both_kinds_look_right_in_both_themes(
    page: ProjectPage, qtbot: QtBot, theme: Theme
) -> None:
    for panel in (search(page, qtbot, "금리"), table(page, qtbot)):
        light = panel.grab().toImage()
        theme.set_mode("dark")
        assert panel.grab().toImage().pixelColor(40, 300).lightness() < 80
        assert light.pixelColor(40, 300).lightness() > 200
        theme.set_mode("light")


def _annotations(page: ProjectPage) -> list[Annotation]:
    session = page.bridge.session
    return [a for row in session.documents() for a in session.annotations(row.document_id)]


def test_a_long_change_shows_its_progress_over_the_table(
    page: ProjectPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog takes the keyboard; the table stays where it was."""
    monkeypatch.setattr(progress, "_SHOWN_AFTER_S", 0)
    monkeypatch.setattr(progress, "_STEP_S", 0)
    document = page.desk.document
    assert document is not None
    many = tuple(
        AddAnnotation(
            annotation_id=new_id(),
            document_id=document.id,
            label="TIME",
            span=Span(n % 9, n % 9 + 3),
        )
        for n in range(600)
    )
    page.bridge.do(Together(kind="mark_many", parts=many))
    panel = table(page, qtbot)
    panel.table.selectAll()
    shown: list[ProgressDialog] = []
    monkeypatch.setattr(ProgressDialog, "open", lambda dialog: _shown(dialog, shown))
    with qtbot.waitSignal(page.finding.search._scan.ended):
        panel.bulk._labels.actions()[0].trigger()
    assert len(shown) == 1
    assert panel.isVisible()
    assert {annotation.label for annotation in _annotations(page)} == {"CLAIM"}


def _shown(dialog: ProgressDialog, shown: list[ProgressDialog]) -> None:
    shown.append(dialog)
    QDialog.open(dialog)
    dialog.activateWindow()
    dialog.reject_button.setFocus()
