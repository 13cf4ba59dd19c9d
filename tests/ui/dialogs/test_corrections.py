"""Corrections of a workbook in the window: recognised, looked at, chosen, taken in one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.model.correction import CorrectionReview
from desktop.session.bounded_process import BoundedProcess, Bounds
from desktop.session.commands import SetFeature
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui.dialogs.correction_preview import CorrectionPreview
from desktop.ui.dialogs.import_preview import ImportPreview
from desktop.ui.dialogs.messages import KnownErrorDialog
from desktop.ui.item_models.correction_model import (
    EXPORTED,
    PRESENT,
    STATE,
    SUBJECT,
    WANTED,
    WHAT,
)
from desktop.ui.item_models.correction_words import CorrectionWords
from desktop.ui.main_window import MainWindow
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.theme import Theme
from tests.exporters.making import project
from tests.session.corrections.workbooks import HERE, correct, exported, opened, sheet


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Corrections of every state, of the project beside it."""
    path = tmp_path / "고침.xlsx"
    with project(tmp_path) as session:
        book = opened(exported(session, path))
        correct(book, "claims", "c1-0", quote_type="indirect", note="메모\n둘째 줄")
        correct(book, "claims", "c1-3", note="하나")
        correct(book, "annotations", "c1-3", features='{"quote_type": "direct",'
                ' "source_type": "other", "note": "둘"}')  # fmt: skip
        correct(book, "figures", "f1-1", value="많다", range_low=3, unit_inferred=True)
        correct(book, "speakers", "s1-0", entity_name="아무도 부르지 않은 이")
        correct(book, "entities", "e1", aliases="가; 나", type="기관")
        correct(book, "answers", "w1-1", reason="다시 봄")
        correct(book, "problems", "d5~bb71a43ca44daaea", answer="의도한 것임")
        correct(book, "claims", "c1-1", speaker_entity="아무도 부르지 않은 이")
        correct(book, "articles", "d1", note=None)
        correct(book, "relations", "r1-0", features='{"role": "relay"}')
        book.save(path)
        session.set_annotator("이두리")
        session.do(SetFeature(annotation_id="c1-0", name="quote_type", value="mixed"))
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme, workbook: Path) -> Iterator[MainWindow]:
    store = SettingsStore(tmp_path / "settings.json")
    store.update(annotator_name="박검수")
    window = MainWindow(store, theme, "ko")
    qtbot.addWidget(window)
    window.show()
    assert window.open_path(tmp_path / "프로젝트.mitjul")
    session_of(window).keeps_to_own = False
    yield window
    window.close()


def preview_of(review: CorrectionReview, session: Session, theme: Theme) -> CorrectionPreview:
    names = {entity.id: entity.canonical_name for entity in session.entities()}
    return CorrectionPreview(review, CorrectionWords(session.schema, names, "ko"), theme)


@pytest.fixture
def preview(
    qtbot: QtBot, workbook: Path, tmp_path: Path, theme: Theme
) -> Iterator[CorrectionPreview]:
    with Session.open(tmp_path / "프로젝트.mitjul", read_only=True) as session:
        dialog = preview_of(session.review_corrections(HERE, workbook), session, theme)
        qtbot.addWidget(dialog)
        dialog.show()
        yield dialog


def row_of(preview: CorrectionPreview, field: str, value: str = "") -> int:
    model = preview.model
    for row in range(model.rowCount()):
        shown = [model.index(row, column).data() for column in range(6)]
        if shown[WHAT] == field and value in shown[WANTED]:
            return row
    raise AssertionError(field)


def words(preview: CorrectionPreview, field: str) -> tuple[str, ...]:
    row = row_of(preview, field)
    return tuple(preview.model.index(row, column).data() for column in (EXPORTED, PRESENT, WANTED))


def test_values_are_shown_as_people_read_them(preview: CorrectionPreview) -> None:
    assert words(preview, "주장 · 인용") == ("직접", "혼합 (이두리)", "간접")
    assert words(preview, "수치 · 범위") == ("(none)", "(none)", "3 –")
    assert words(preview, "수치 · 단위 생략") == ("no", "no", "yes")
    assert words(preview, "화자 · 화자 명부") == ("김가온", "김가온", "아무도 부르지 않은 이")
    assert words(preview, "Registry · 다른 이름") == ("김 연구원", "김 연구원", "가, 나")
    assert words(preview, "Registry · 종류")[2] == "기관"
    assert words(preview, "인용 표지 · 역할")[2] == "전달"
    assert words(preview, "Article · 메모") == ("첫 줄 둘째 줄", "첫 줄 둘째 줄", "(none)")
    assert words(preview, "수치 · 값") == ("The cell holds no number.", "", "많다")
    assert words(preview, "주장 없는 인용 표지 · 답") == ("(none)", "(none)", "의도한 것임")


def test_conflicts_are_not_ticked_and_exclude_each_other(preview: CorrectionPreview) -> None:
    model = preview.model
    count = len(preview.taken)
    conflict = row_of(preview, "주장 · 인용")
    assert not model.is_taken(conflict)
    assert model.index(conflict, STATE).data() == "conflict"
    first, second = row_of(preview, "주장 · 메모", "하나"), row_of(preview, "주장 · 메모", "둘")
    second = next(
        row for row in range(model.rowCount())
        if model.index(row, WHAT).data() == "주장 · 메모" and model.index(row, WANTED).data() == "둘"
    )  # fmt: skip
    model.setData(
        model.index(first, STATE), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
    )
    assert (model.is_taken(first), len(preview.taken)) == (True, count + 1)
    preview.table.selectRow(second)
    QTest.keyClick(preview.table, Qt.Key.Key_Space)
    assert (model.is_taken(first), model.is_taken(second)) == (False, True)
    QTest.keyClick(preview.table, Qt.Key.Key_Space)
    assert len(preview.taken) == count
    refused = row_of(preview, "수치 · 값")
    preview.table.selectRow(refused)
    QTest.keyClick(preview.table, Qt.Key.Key_Space)
    assert len(preview.taken) == count
    assert preview.accept_button.text() == f"Take {count}"


def test_the_chosen_row_is_told_whole(preview: CorrectionPreview) -> None:
    preview.table.selectRow(row_of(preview, "주장 · 메모", "메모"))
    told = preview.detail.toPlainText()
    assert "claims, row 3" in told
    assert "메모\n둘째 줄" in told
    preview.table.selectRow(row_of(preview, "주장 · 인용"))
    assert "혼합 (이두리) 20" in preview.detail.toPlainText()
    shared = next(
        row for row in range(preview.model.rowCount())
        if preview.model.index(row, SUBJECT).data() == "누리경제의 이도담 애널리스트"
    )  # fmt: skip
    preview.table.selectRow(shared)
    assert preview.model.index(shared, STATE).data() == "conflict"
    assert "Other claims of the same speaker" in preview.detail.toPlainText()
    preview.model.show("refused")
    assert preview.model.rowCount() == 1
    assert "The cell holds no number." in preview.detail.toPlainText()
    preview.model.show("conflicts")
    assert {preview.model.index(row, STATE).data() for row in range(3)} == {"conflict"}


def test_nothing_ticked_nothing_to_take(preview: CorrectionPreview) -> None:
    for row in range(preview.model.rowCount()):
        if preview.model.is_taken(row):
            preview.model.toggle(row)
    assert preview.taken == ()
    assert not preview.accept_button.isEnabled()


def answer(*, accept: bool) -> list[str]:
    """Answer the preview, or a message, as soon as it is shown; what was shown."""
    shown: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CorrectionPreview):
            shown.append(dialog.windowTitle())
            (dialog.accept_button if accept else dialog.reject_button).click()
        elif isinstance(dialog, ImportPreview):
            shown.append("articles")
            dialog.reject_button.click()
        elif isinstance(dialog, KnownErrorDialog):
            shown.append("error")
            dialog.accept_button.click()
        else:
            QTimer.singleShot(20, press)

    QTimer.singleShot(0, press)
    return shown


def session_of(window: MainWindow) -> Session:
    assert window.page is not None
    return window.page.bridge.session


def note(window: MainWindow) -> object:
    return session_of(window).annotations_by_id(["c1-0"])[0].features.get("note")


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


@pytest.mark.parametrize("accept", [True, False])
def test_a_dropped_workbook_of_the_project_corrects_it(
    window: MainWindow, workbook: Path, accept: bool
) -> None:
    before = session_of(window).document_count()
    shown = answer(accept=accept)
    drop(window, workbook)
    assert len(shown) == 1
    assert "고침.xlsx" in shown[0]
    assert session_of(window).document_count() == before
    assert note(window) == ("메모\n둘째 줄" if accept else None)
    answers = [given.reason for given in session_of(window).answers("d5")]
    assert answers == (["의도한 것임"] if accept else [])
    if accept:
        entry = session_of(window).history(1)[0]
        assert (entry.kind, entry.annotator) == ("take_corrections", "박검수")
        session_of(window).undo()
        assert note(window) is None


def test_the_action_asks_for_a_workbook(
    window: MainWindow, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(workbook), ""))
    shown = answer(accept=True)
    window.own_handlers["import_corrections"]()
    assert len(shown) == 1
    assert note(window) == "메모\n둘째 줄"


def test_other_workbooks_go_other_ways(window: MainWindow, tmp_path: Path) -> None:
    book = Workbook()
    sheet(book, book.sheetnames[0]).append(["본문", "제목"])
    sheet(book, book.sheetnames[0]).append(["김가온 연구원은 웃었다.", "웃음"])
    book.save(tmp_path / "목록.xlsx")
    shown = answer(accept=True)
    window.traffic.import_paths([tmp_path / "목록.xlsx"])
    assert shown == ["articles"]
    folder = tmp_path / "other"
    folder.mkdir()
    with project(folder) as other:
        foreign = exported(other, tmp_path / "남의 것.xlsx")
    shown = answer(accept=True)
    drop(window, foreign)
    assert shown == ["error"]


def test_a_workbook_that_breaks_a_bound_is_told_by_its_bound(
    window: MainWindow, workbook: Path
) -> None:
    window.traffic._reader = BoundedProcess(Bounds(result=0))
    texts: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, KnownErrorDialog):
            texts.extend(label.text() for label in dialog.findChildren(QLabel))
            dialog.accept_button.click()
        else:
            QTimer.singleShot(20, press)

    QTimer.singleShot(0, press)
    before = session_of(window).history(1)
    drop(window, workbook)
    assert any("2,000 MB" in text for text in texts), texts
    assert session_of(window).history(1) == before


def test_a_workbook_that_changes_nothing_is_told(window: MainWindow, tmp_path: Path) -> None:
    path = exported(session_of(window), tmp_path / "그대로.xlsx")
    window.traffic.import_paths([path])
    assert window.page is not None
    labels = window.page.status.findChildren(ElidedLabel)
    assert any("그대로.xlsx" in label.text for label in labels)
