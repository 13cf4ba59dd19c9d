"""Saying in the window what the columns of a list hold, and that it is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.table import SheetLook, TableChoice, TableLook
from desktop.settings import SettingsStore
from desktop.ui.dialogs.column_dialog import ColumnDialog
from desktop.ui.dialogs.import_preview import ImportPreview
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme

ROWS = (
    ("번호", "글", "제목"),
    ("1", "한빛은행이 새 지점을 열었다고 밝혔다. 가까운 곳이다.", "첫째"),
    ("2", "짧다", "둘째"),
)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> ColumnDialog:
    sheets = (SheetLook(name="기사", rows=ROWS), SheetLook(name="둘", rows=(("본문",), ("가",))))
    look = TableLook(
        source="x.xlsx", key="k", sheets=sheets, choice=TableChoice(sheet="기사"), settled=False
    )
    made = ColumnDialog(look, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def roles(dialog: ColumnDialog) -> list[str]:
    return list(dialog.choice.roles.values())


def test_it_proposes_what_it_knows_and_the_longest_as_text(dialog: ColumnDialog) -> None:
    assert dict(dialog.choice.roles) == {"번호": "keep", "글": "text", "제목": "title"}
    assert dialog.accept_button.isEnabled()


def test_one_column_holds_each(dialog: ColumnDialog) -> None:
    dialog.choose("번호", "title")
    assert roles(dialog) == ["title", "text", "keep"]
    dialog.choose("글", "leave")
    assert not dialog.accept_button.isEnabled()
    box = dialog.focusWidget()
    assert isinstance(box, QComboBox)
    QTest.keyClick(box, Qt.Key.Key_Home)  # the first of the choices is the text
    assert roles(dialog) == ["text", "leave", "keep"]
    assert dialog.accept_button.isEnabled()


def test_header_and_sheet(dialog: ColumnDialog) -> None:
    header = dialog.findChild(QCheckBox)
    assert header is not None
    QTest.keyClick(header, Qt.Key.Key_Space)
    assert list(dialog.choice.roles) == ["column_1", "column_2", "column_3"]
    assert roles(dialog) == ["leave", "text", "leave"]
    QTest.keyClick(header, Qt.Key.Key_Space)
    sheet = next(box for box in dialog.findChildren(QComboBox) if box.currentText() == "기사")
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert dialog.choice == TableChoice(sheet="둘", roles={"본문": "text"})


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(window)
    assert window.create_path(tmp_path / "기사 모음.mitjul", "이수민")
    window.show()
    yield window
    window.close()


@contextmanager
def answering(**answers: Callable[[Any], None]) -> Iterator[list[str]]:
    """Answer each dialog of an import as it comes; the kinds that came."""
    kinds = {"columns": ColumnDialog, "preview": ImportPreview, "report": ImportReport}
    came: list[str] = []
    seen: list[QWidget] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        name = next((name for name, kind in kinds.items() if isinstance(dialog, kind)), None)
        if name is not None and dialog not in seen:
            came.append(name)
            seen.append(dialog)
            answers[name](dialog)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield came
    timer.stop()


def accept(dialog: Any) -> None:
    dialog.accept_button.click()


def test_a_thousand_articles_in_one_step_and_remembered(window: MainWindow, tmp_path: Path) -> None:
    def lists(name: str, first: int) -> Path:
        path = tmp_path / name
        rows = (f"{n},{n}째 기사의 글이 여기 있다.,제목 {n}\n" for n in range(first, first + 500))
        path.write_text("번호,원고,표제\n" + "".join(rows), "utf-8")
        return path

    def columns(dialog: ColumnDialog) -> None:
        dialog.choose("원고", "text")
        accept(dialog)

    with answering(columns=columns, preview=accept, report=accept) as came:
        window.import_paths([lists("a.csv", 0), lists("b.csv", 500)])
    assert came == ["columns", "preview", "report"]
    session = window.page.bridge.session
    assert len(list(session.export_source().documents())) == 1_000
    assert [operation.kind for operation in session.history(9)] == ["import_documents"]
    assert window.page.desk.document.title == "제목 0"

    with answering(preview=accept, report=accept) as came:
        window.import_paths([lists("c.csv", 1_000)])
    assert came == ["preview", "report"]
    assert len(list(session.export_source().documents())) == 1_500
    session.undo()
    session.undo()
    assert len(list(session.export_source().documents())) == 0
    assert session.settings() == []


def test_columns_can_be_changed_from_the_preview(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    book = openpyxl.Workbook()
    for row in (["본문", "전체 글"], ["요약이다", "전체 글이 여기 있다."], ["둘째", "둘째 글."]):
        book.active.append(row)
    book.save(path)
    asked: list[str] = []

    def preview(dialog: ImportPreview) -> None:
        asked.append("preview")
        (dialog.columns_button if len(asked) == 1 else dialog.accept_button).click()

    def columns(dialog: ColumnDialog) -> None:
        dialog.choose("전체 글", "text")
        assert dialog.choice.roles["본문"] == "keep"
        dialog.choose("본문", "leave")
        accept(dialog)

    with answering(preview=preview, columns=columns, report=accept) as came:
        window.import_paths([path])
    assert came == ["preview", "columns", "preview", "report"]
    assert window.page.desk.text == "전체 글이 여기 있다."


def test_leaving_the_columns_imports_nothing(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ㄱ,ㄴ\n가,나\n", "utf-8")
    with answering(columns=lambda dialog: dialog.reject()) as came:
        window.import_paths([path])
    assert came == ["columns"]
    assert window.page.bridge.session.history(1) == []
