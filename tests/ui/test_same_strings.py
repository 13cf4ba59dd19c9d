"""All the same strings: found, looked over, marked by keys, taken back at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation, SetFeature
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click, press
from desktop.ui.panels.same_strings_panel import SameStringsPanel
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document

FIRST = """금리 소식

한빛은행은 금리를 올렸다. 한빛은행법에 따라 한빛은행이 정한다. 새한빛은행도 있다.
"한빛은행"이라는 이름은 한빛은행의 것이다."""
SECOND = "다른 소식\n\n한빛은행과 누리은행이 만났다. 한빛은행은 말이 없었다."
THIRD = "무관한 소식\n\n누리은행만 나온다."


@pytest.fixture
def page(qtbot: QtBot, session: Session, theme: Theme) -> Iterator[ProjectPage]:
    documents = [make_document(text.splitlines()[0], text) for text in (FIRST, SECOND, THIRD)]
    session.import_batch(ImportBatch(source="기사.txt", documents=tuple(documents)))
    page = ProjectPage(Bridge(session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    yield page
    page.finish()


@pytest.fixture
def source(page: ProjectPage) -> Annotation:
    """The first 한빛은행, marked as a speaker and selected."""
    assert page.desk.document is not None
    at = FIRST.index("한빛은행")
    made = AddAnnotation(
        annotation_id=new_id(),
        document_id=page.desk.document.id,
        label="SPEAKER",
        span=Span(at, at + 4),
    )
    page.bridge.do(made)
    page.article.setFocus()
    assert page.desk.selected is not None
    return page.desk.selected


def panel(page: ProjectPage) -> SameStringsPanel:
    press(page.article, Qt.Key.Key_A, "a")
    found = page.findChild(SameStringsPanel)
    assert found.isVisible()
    assert QApplication.focusWidget() is found
    return found


def speakers(page: ProjectPage) -> list[list[str]]:
    session = page.bridge.session
    rows = session.documents()
    return [
        [
            f"{a.start}:{a.quote}"
            for a in session.annotations(row.document_id)
            if a.label == "SPEAKER"
        ]
        for row in rows
    ]


def test_the_others_of_this_article_are_marked_and_one_undo_takes_them_back(
    page: ProjectPage, source: Annotation
) -> None:
    before = speakers(page)
    shown = panel(page)
    assert len(shown._model.ticked) == 3
    press(shown, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert QApplication.focusWidget() is page.article
    assert [len(found) for found in speakers(page)] == [4, 0, 0]
    page.undo()
    assert speakers(page) == before


def test_what_is_unticked_is_left_alone(page: ProjectPage, source: Annotation) -> None:
    shown = panel(page)
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Space, " ")
    press(shown, Qt.Key.Key_Return)
    ends = [int(found.split(":")[0]) for found in speakers(page)[0]]
    assert len(ends) == 3
    assert FIRST.index('"한빛은행"') + 1 not in ends


def test_all_or_none_are_ticked_also_under_a_hangul_input_method(
    page: ProjectPage, source: Annotation
) -> None:
    shown = panel(page)
    press(shown, Qt.Key.Key_unknown, "ㅁ")
    assert shown._model.ticked == []
    press(shown, Qt.Key.Key_Return)
    assert shown.isVisible()
    press(shown, Qt.Key.Key_A, "a")
    assert len(shown._model.ticked) == 3
    press(shown, Qt.Key.Key_Escape)
    assert speakers(page)[0] == [f"{source.start}:한빛은행"]


def test_the_whole_project_is_looked_through(
    page: ProjectPage, source: Annotation, qtbot: QtBot
) -> None:
    shown = panel(page)
    with qtbot.waitSignal(page.finding.same_strings._scan.ended) as ended:
        press(shown, Qt.Key.Key_Tab)
    assert ended.args == [True]
    assert len(shown._model.ticked) == 5
    press(shown, Qt.Key.Key_Return)
    assert [len(found) for found in speakers(page)] == [4, 2, 0]
    page.undo()
    assert [len(found) for found in speakers(page)] == [1, 0, 0]


def test_what_is_marked_already_is_shown_and_skipped(
    page: ProjectPage, source: Annotation, theme: Theme
) -> None:
    at = FIRST.rindex("한빛은행")
    page.bridge.do(
        AddAnnotation(
            annotation_id=new_id(),
            document_id=source.document_id,
            label="SPEAKER",
            span=Span(at, at + 4),
        )
    )
    page.desk.select(source)
    shown = panel(page)
    assert len(shown._model.ticked) == 2
    remarks = [shown._model.line(row).remark for row in range(shown._model.rowCount())]
    assert [bool(remark) for remark in remarks] == [False, False, False, True]
    light = shown.grab().toImage()
    theme.set_mode("dark")
    assert shown.grab().toImage() != light


def test_the_same_name_in_one_article_is_the_same_person(
    page: ProjectPage, source: Annotation, qtbot: QtBot
) -> None:
    page.bridge.do(SetFeature(annotation_id=source.id, name="entity", value="narrator"))
    shown = panel(page)
    with qtbot.waitSignal(page.finding.same_strings._scan.ended):
        press(shown, Qt.Key.Key_Tab)
    press(shown, Qt.Key.Key_Return)
    session = page.bridge.session
    here, there = [row.document_id for row in session.documents()][:2]
    assert {a.features.get("entity") for a in session.annotations(here)} == {"narrator"}
    assert {a.features.get("entity") for a in session.annotations(there)} == {None}


def test_a_click_unticks(page: ProjectPage, source: Annotation) -> None:
    shown = panel(page)
    place = shown._list.visualRect(shown._model.index(2)).center()
    click(shown._list.viewport(), place)
    assert len(shown._model.ticked) == 2
    shown._mark.click()
    assert len(speakers(page)[0]) == 3


def test_without_an_annotation_it_says_what_to_do(page: ProjectPage) -> None:
    told: list[str] = []
    page.desk.hint_changed.connect(told.append)
    page.article.setFocus()
    press(page.article, Qt.Key.Key_A, "a")
    assert len(told) == 1
    assert page.findChild(SameStringsPanel) is None
