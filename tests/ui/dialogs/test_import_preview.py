"""What is shown before an import, and what comes of it in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings import SettingsStore
from desktop.ui.dialogs.import_preview import ImportPreview
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme

TEXT = "김가온 연구원은 웃었다."


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


def answer(*, accept: bool) -> list[str]:
    """Answer the preview, then any report, as soon as they are shown; what was shown, in order."""
    shown: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportPreview):
            shown.append("preview")
            if "PERSON" in dialog.label_map:
                dialog.choose("PERSON", "SPEAKER")
            (dialog.accept_button if accept else dialog.reject_button).click()
        elif isinstance(dialog, ImportReport):
            shown.append("report")
            dialog.accept_button.click()
        if "report" not in shown and (accept or not shown):
            QTimer.singleShot(20, press)

    QTimer.singleShot(0, press)
    return shown


@pytest.mark.parametrize("accept", [True, False])
def test_unknown_labels_are_named_first(
    window: MainWindow, project: Path, tmp_path: Path, accept: bool
) -> None:
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    (tmp_path / "x.ann").write_text("T1\tPERSON 0 3\t김가온\n", "utf-8")
    shown = answer(accept=accept)
    window.import_paths([tmp_path / "x.ann"])
    assert window.page is not None
    session = window.page.bridge.session
    made = list(session.export_source().documents())
    found = [(a.label, a.text) for document in made for a in document.annotations]
    assert found == ([("SPEAKER", "김가온")] if accept else [])
    assert bool(made) == accept
    assert shown == (["preview", "report"] if accept else ["preview"])


def test_several_articles_are_shown_first(
    window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "x.csv").write_text("제목,본문\n첫째,가나다\n둘째,라마바\n", "utf-8")
    shown = answer(accept=False)
    window.import_paths([tmp_path / "x.csv"])
    assert shown == ["preview"]
    assert window.page is not None
    assert not list(window.page.bridge.session.export_source().documents())
