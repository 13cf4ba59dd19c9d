"""The panel for fonts, lines and colours: every choice shows at once and is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.settings import SettingsStore
from desktop.ui.main_window import MainWindow
from desktop.ui.palettes import HIGH_DARK, HIGH_LIGHT
from desktop.ui.panels.reading_panel import ReadingPanel
from desktop.ui.theme import Theme
from tests.ui.conftest import MARKED, make_document, parse


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    settings = SettingsStore(tmp_path / "settings.json")
    settings.update(theme="light")
    window = MainWindow(settings, theme, "ko")
    qtbot.addWidget(window)
    window.resize(1500, 800)
    assert window.create_path(tmp_path / "기사.mitjul", "이수민")
    assert window.page is not None
    document = make_document("제목", parse(MARKED)[0] * 5)
    window.page.bridge.session.import_batch(ImportBatch("기사.txt", documents=(document,)))
    window.page.open_document(document.document.id)
    window.show()
    yield window
    theme.set_look("light", high_contrast=False)
    window.close()


@pytest.fixture
def panel(window: MainWindow) -> ReadingPanel:
    window.menu_action("reading").trigger()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, ReadingPanel)
    return shown


def choose(qtbot: QtBot, panel: QWidget, setting: str, words: str) -> None:
    row = panel.findChild(QWidget, setting)
    assert row is not None
    button = next(b for b in row.findChildren(QAbstractButton) if b.accessibleName() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def lines_of(window: MainWindow) -> tuple[int, int]:
    """How long the longest line is, and how high the page."""
    assert window.page is not None
    article = window.page.article
    edges = [article.caret_rectangle(n).left() for n in range(len(article.text))]
    return max(edges) - min(edges), article.verticalScrollBar().maximum()


def test_lines_get_shorter_and_wider_apart_at_once(
    qtbot: QtBot, window: MainWindow, panel: ReadingPanel, tmp_path: Path
) -> None:
    length, height = lines_of(window)
    choose(qtbot, panel, "line_length", "Short")
    shorter, higher = lines_of(window)
    assert shorter < length
    assert higher > height
    choose(qtbot, panel, "line_spacing", "Wide")
    assert lines_of(window)[1] > higher
    choose(qtbot, panel, "line_length", "Full")
    assert lines_of(window)[0] > length
    kept = SettingsStore(tmp_path / "settings.json").settings
    assert (kept.line_length, kept.line_spacing) == ("full", "wide")


def test_contrast_and_look_change_at_once(qtbot: QtBot, panel: ReadingPanel, theme: Theme) -> None:
    choose(qtbot, panel, "high_contrast", "High")
    assert theme.palette is HIGH_LIGHT
    choose(qtbot, panel, "theme", "Dark")
    assert theme.palette is HIGH_DARK
    choose(qtbot, panel, "high_contrast", "Usual")
    choose(qtbot, panel, "theme", "Light")
    assert theme.palette.name == "light"


def test_the_font_of_the_article_is_one_of_the_computer_s(
    window: MainWindow, panel: ReadingPanel, tmp_path: Path
) -> None:
    assert window.page is not None
    fonts = panel.findChild(QComboBox, "article_font")
    assert fonts is not None
    fonts.addItem("Fiction Serif", "Fiction Serif")
    fonts.setCurrentIndex(fonts.count() - 1)
    fonts.activated.emit(fonts.count() - 1)
    assert window.page.article.setting.families[0] == "Fiction Serif"
    assert "Pretendard" in window.page.article.setting.families[1:]
    assert SettingsStore(tmp_path / "settings.json").settings.article_font == "Fiction Serif"
    fonts.setCurrentIndex(0)
    fonts.activated.emit(0)
    assert window.page.article.setting.families[0] == "Pretendard"
