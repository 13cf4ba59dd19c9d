"""The window: projects opened, articles dropped, exports written beside the work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.exporters import TextOptions
from desktop.session.export_job import ExportRequest
from desktop.settings import SettingsStore
from desktop.ui.dialogs.paste_dialog import PasteDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme

ARTICLE = (
    '한빛은행 수출 늘어\n\n한빛은행의 김가온 연구원은 "수출이 석 달째 늘고 있다"고 말했다. 😀\n'
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def project(window: MainWindow, tmp_path: Path) -> Path:
    path = tmp_path / "기사 모음.mitjul"
    assert window.create_path(path, "이수민")
    return path


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert drop_data(window, data)


def drop_data(window: MainWindow, data: QMimeData) -> bool:
    """Drag and drop what another program offers; False when the window does not take it."""
    button, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, button, modifiers)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), copy, data, button, modifiers))
    return enter.isAccepted()


def test_a_dropped_article_is_imported_and_shown(
    window: MainWindow, project: Path, tmp_path: Path
) -> None:
    article = tmp_path / "기사.txt"
    article.write_bytes(ARTICLE.encode("cp949", errors="ignore"))
    drop(window, article)
    assert window.page is not None
    shown = window.page.desk.document
    assert shown is not None
    assert shown.metadata.source_encoding == "cp949"
    assert window.page.desk.text.startswith("한빛은행 수출 늘어")


PIECE = "<h1>한빛은행 수출 늘어</h1><p>김가온 연구원은 수출이 석 달째 늘고 있다고 말했다.</p>"


def answer_paste(qtbot: QtBot, *, title: str) -> None:
    """Take what the next paste dialog shows, once it does."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PasteDialog):
            QTimer.singleShot(20, answer)
            return
        assert dialog.title == title
        dialog.accept()

    QTimer.singleShot(0, answer)


@pytest.mark.parametrize(
    ("kind", "coding"),
    [
        ("chromium/x-source-url", "utf-8"),
        ('application/x-qt-windows-mime;value="text/x-moz-url-priv"', "utf-16-le"),
    ],
)
def test_a_piece_of_a_page_is_pasted_with_its_headline(
    qtbot: QtBot, window: MainWindow, project: Path, kind: str, coding: str
) -> None:
    data = QMimeData()
    data.setHtml(PIECE)
    data.setText("한빛은행 수출 늘어 김가온 연구원은 수출이 석 달째 늘고 있다고 말했다.")
    data.setData(kind, "https://example.org/news/1\0".encode(coding))
    QApplication.clipboard().setMimeData(data)
    answer_paste(qtbot, title="한빛은행 수출 늘어")
    window.traffic.paste_article()
    QApplication.clipboard().clear()  # Qt takes what is left there apart after Python has ended
    assert window.page is not None
    shown = window.page.desk.document
    assert shown is not None
    assert (shown.title, shown.metadata.url) == ("한빛은행 수출 늘어", "https://example.org/news/1")
    assert [zone.kind for zone in shown.zones] == ["title", "body"]


def test_text_of_another_program_is_dropped_and_looked_at(
    qtbot: QtBot, window: MainWindow, project: Path
) -> None:
    data = QMimeData()
    data.setText(ARTICLE)
    answer_paste(qtbot, title="")
    drop_data(window, data)
    assert window.page is not None
    page = window.page
    qtbot.waitUntil(lambda: page.desk.document is not None, timeout=60_000)
    assert page.desk.document is not None
    assert page.desk.document.title == "한빛은행 수출 늘어"


def test_a_mere_address_is_not_taken(window: MainWindow, project: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/news/1")])
    data.setText("https://example.org/news/1")
    assert not drop_data(window, data)


def test_a_dropped_project_is_opened(window: MainWindow, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "다른.mitjul"
    assert window.create_path(other, "이수민")
    drop(window, project)
    assert window.page is not None
    assert window.page.bridge.session.path == project
    assert other in window._settings.settings.recent


def test_everything_is_there_after_closing_and_opening(
    window: MainWindow, project: Path, tmp_path: Path
) -> None:
    article = tmp_path / "기사.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    window.import_paths([article])
    window.close_project()
    assert window.page is None
    assert window.open_path(project)
    assert window.page is not None
    assert window.page.desk.text == ARTICLE


@pytest.mark.parametrize("name", ["json", "jsonl", "xlsx"])
def test_an_export_runs_beside_the_window_and_is_noted(
    window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    article = tmp_path / "기사.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    window.import_paths([article])
    target = tmp_path / f"내보내기.{name}"
    window.traffic.start_export(ExportRequest(format=name, target=target, text=TextOptions()))
    assert window.traffic.exporting is not None
    with qtbot.waitSignal(window.traffic.exporting.ended, timeout=60_000):
        pass
    assert target.stat().st_size > 100
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []
    assert window.page is not None
    newest = window.page.bridge.session.history(1)[0]
    assert newest.kind == "export"
    assert json.loads(newest.payload)["format"] == name


def test_a_cancelled_export_leaves_nothing(
    window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "내보내기.xlsx"
    target.write_bytes(b"old")
    window.traffic.start_export(ExportRequest(format="xlsx", target=target))
    assert window.traffic.exporting is not None
    with qtbot.waitSignal(window.traffic.exporting.ended, timeout=60_000):
        window.traffic.exporting.cancel()
    assert target.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []


def test_the_language_changes_with_the_project_open(
    window: MainWindow, project: Path, tmp_path: Path
) -> None:
    article = tmp_path / "기사.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    window.import_paths([article])
    assert window.page is not None
    document = window.page.desk.document
    window.retranslate("en")
    assert window.page is not None
    assert window.page.desk.document == document


def test_zoom_has_bounds_and_is_kept(window: MainWindow, project: Path) -> None:
    for _ in range(30):
        window.menu_action("zoom_in").trigger()
    assert window._settings.settings.zoom == 200
    for _ in range(30):
        window.menu_action("zoom_out").trigger()
    assert window._settings.settings.zoom == 70


def test_the_first_window_fills_a_screen_that_is_smaller(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    first = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(first)
    assert first.width() > first.screen().availableGeometry().width()
    first.show_as_left()
    assert first.isMaximized()
    first.showNormal()
    first.resize(760, 500)
    first.close()

    again = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(again)
    again.show_as_left()
    assert not again.isMaximized()
    assert (again.width(), again.height()) == (760, 500)
    again.close()
