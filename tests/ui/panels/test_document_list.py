"""The article list by mouse and keys, over a real project."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QMenu
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.project import Metadata
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation, DeleteDocuments
from desktop.session.session import Session
from desktop.ui.panels.document_list import DocumentList
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document, type_text

ARTICLES = (
    ("전기차 보조금 4분기 소진…지자체 고심", "한빛경제", "done"),
    ("해상풍력 입찰 경쟁률 3.4대 1", "누리일보", "new"),
    ("지역 서점 매출 2년 만에 반등", "한빛경제", "in_progress"),
    ("<b>굵은</b> 제목 & 둘", None, "new"),
)


@pytest.fixture
def ids(session: Session) -> list[str]:
    documents = tuple(
        make_document(title, f"{title}\n본문", state=state, metadata=Metadata(publisher=publisher))
        for title, publisher, state in ARTICLES
    )
    return list(session.import_batch(ImportBatch(source="기사", documents=documents)).documents)


@pytest.fixture
def make_panel(
    session: Session, theme: Theme, qtbot: QtBot
) -> Iterator[Callable[[], DocumentList]]:
    made: list[DocumentList] = []

    def make() -> DocumentList:
        panel = DocumentList(session, theme, "ko")
        qtbot.addWidget(panel)
        panel.resize(236, 600)
        with qtbot.waitExposed(panel):
            panel.show()
        session.subscribe(panel.apply)
        made.append(panel)
        return panel

    yield make
    for panel in made:
        panel.stop()


@pytest.fixture
def panel(ids: list[str], make_panel: Callable[[], DocumentList]) -> DocumentList:
    return make_panel()


def view(panel: DocumentList) -> QListView:
    return panel.findChild(QListView, "articles")


def filter_field(panel: DocumentList) -> QLineEdit:
    return panel.findChildren(QLineEdit)[0]


def rows(panel: DocumentList) -> list[str]:
    model = view(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click_row(
    panel: DocumentList,
    row: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> QPoint:
    place = view(panel).visualRect(view(panel).model().index(row, 0)).center()
    QTest.mouseClick(view(panel).viewport(), button, modifiers, place)
    return place


def press_button(panel: DocumentList, text: str) -> None:
    found = [b for b in panel.findChildren(QAbstractButton) if b.isVisible() and text in b.text()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def chip_texts(panel: DocumentList) -> list[str]:
    buttons = panel.findChildren(QAbstractButton)
    return [b.text() for b in buttons if b.isCheckable()]


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_click_asks_for_the_article_and_the_current_one_is_tinted(
    panel: DocumentList, ids: list[str], theme: Theme, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.document_requested) as asked:
        place = click_row(panel, 2)
    assert asked.args == [ids[2]]
    panel.set_current(ids[2])
    corner = view(panel).visualRect(view(panel).model().index(2, 0)).topRight() + QPoint(-12, 12)
    picture = view(panel).viewport().grab().toImage()
    assert picture.pixelColor(corner).name() == theme.palette.accent_soft
    assert view(panel).currentIndex().row() == 2
    assert place.y() > 0


def test_states_differ_by_shape(panel: DocumentList, theme: Theme) -> None:
    picture = view(panel).viewport().grab().toImage()
    ink = []
    for row in range(3):
        top = view(panel).visualRect(view(panel).model().index(row, 0)).topLeft()
        dot = picture.copy(top.x() + 8, top.y() + 10, 11, 16)
        ground = theme.palette.surface
        pixels = [dot.pixelColor(x, y).name() for x in range(11) for y in range(16)]
        ink.append(sum(pixel != ground for pixel in pixels))
    done, new, in_progress = ink
    assert new < in_progress < done


def test_words_and_states_filter(panel: DocumentList, qtbot: QtBot) -> None:
    assert chip_texts(panel) == ["All 4", "New 2", "In progress 1", "To check", "Done 1"]
    type_text(filter_field(panel), "한빛")
    assert rows(panel) == [ARTICLES[0][0], ARTICLES[2][0]]
    press_button(panel, "Done")
    assert rows(panel) == [ARTICLES[0][0]]
    assert chip_texts(panel)[0] == "All 4"
    type_text(filter_field(panel), "없는말")
    assert rows(panel) == []
    assert not view(panel).isVisible()
    press_button(panel, "Show all articles")
    assert len(rows(panel)) == 4
    assert view(panel).isVisible()


def test_escape_clears_the_filter_and_return_opens_the_first(
    panel: DocumentList, ids: list[str], qtbot: QtBot
) -> None:
    panel.focus_filter()
    type_text(filter_field(panel), "풍력")
    with qtbot.waitSignal(panel.document_requested) as asked:
        QTest.keyClick(filter_field(panel), Qt.Key.Key_Return)
    assert asked.args == [ids[1]]
    QTest.keyClick(filter_field(panel), Qt.Key.Key_Escape)
    assert len(rows(panel)) == 4


def test_the_list_by_keys(panel: DocumentList, ids: list[str], qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.focus_filter()
    QTest.keyClick(filter_field(panel), Qt.Key.Key_Down)
    assert view(panel).hasFocus()
    QTest.keyClick(view(panel), Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.document_requested) as asked:
        QTest.keyClick(view(panel), Qt.Key.Key_Return)
    assert asked.args == [ids[1]]
    with qtbot.waitSignal(panel.delete_requested) as delete:
        QTest.keyClick(view(panel), Qt.Key.Key_Delete)
    assert delete.args == [[ids[1]]]


def test_stepping_ends_at_the_ends(panel: DocumentList, ids: list[str]) -> None:
    asked: list[str] = []
    panel.document_requested.connect(asked.append)
    panel.set_current(ids[2])
    panel.step(True)
    panel.set_current(ids[3])
    panel.step(True)
    panel.step(False)
    panel.set_current(ids[0])
    panel.step(False)
    assert asked == [ids[3], ids[2]]


def test_the_menu_marks_and_deletes_all_selected(
    panel: DocumentList, ids: list[str], qtbot: QtBot
) -> None:
    click_row(panel, 0)
    asked: list[str] = []
    panel.document_requested.connect(asked.append)
    place = click_row(panel, 1, Qt.KeyboardModifier.ControlModifier)
    assert asked == []
    wishes: list[tuple[str, str]] = []
    panel.state_requested.connect(lambda *wish: wishes.append(wish))
    view(panel).customContextMenuRequested.emit(place)
    QTest.keyClick(popup(), Qt.Key.Key_Down)
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert wishes == [(ids[1], "done")]
    view(panel).customContextMenuRequested.emit(place)
    assert "2" in popup().actions()[-1].text()
    with qtbot.waitSignal(panel.delete_requested) as delete:
        QTest.keyClick(popup(), Qt.Key.Key_Up)
        QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert delete.args == [ids[:2]]


def test_changes_are_shown(panel: DocumentList, session: Session, ids: list[str]) -> None:
    before = view(panel).viewport().grab().toImage()
    session.do(
        AddAnnotation(
            annotation_id=new_id(), document_id=ids[1], label="CLAIM", span=Span(0, 4), features={}
        )
    )
    assert chip_texts(panel) == ["All 4", "New 1", "In progress 2", "To check", "Done 1"]
    assert view(panel).viewport().grab().toImage() != before
    session.undo()
    assert chip_texts(panel) == ["All 4", "New 2", "In progress 1", "To check", "Done 1"]
    assert view(panel).viewport().grab().toImage() == before


def test_the_current_article_stays_current_through_filtering(
    panel: DocumentList, ids: list[str]
) -> None:
    panel.set_current(ids[2])
    type_text(filter_field(panel), "한빛")
    assert view(panel).currentIndex().data() == ARTICLES[2][0]
    press_button(panel, "Done")
    assert not view(panel).selectionModel().hasSelection()
    press_button(panel, "All")
    assert view(panel).currentIndex().data() == ARTICLES[2][0]


def test_an_empty_project_says_what_to_do(
    make_panel: Callable[[], DocumentList], session: Session, qtbot: QtBot
) -> None:
    panel = make_panel()
    assert not view(panel).isVisible()
    with qtbot.waitSignal(panel.import_requested):
        press_button(panel, "Import files")
    with qtbot.waitSignal(panel.paste_requested):
        press_button(panel, "Paste an article")
    made = make_document("기사", "본문")
    session.import_batch(ImportBatch(source="a", documents=(made,)))
    assert view(panel).isVisible()
    session.do(DeleteDocuments(document_ids=(made.document.id,)))
    assert not view(panel).isVisible()


def test_articles_are_added_from_the_plus_menu(panel: DocumentList, qtbot: QtBot) -> None:
    plus = next(
        b for b in panel.findChildren(QAbstractButton) if b.accessibleName() == "Add articles"
    )
    for presses, signal in ((1, panel.import_requested), (2, panel.paste_requested)):
        QTest.mouseClick(plus, Qt.MouseButton.LeftButton)
        menu = popup()
        with qtbot.waitSignal(signal):
            for _ in range(presses):
                QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)
