"""What the status bar says and asks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.status_bar import StatusBar
from desktop.ui.theme import Theme
from tests.ui.conftest import Article


@pytest.fixture
def bar(article: Article, theme: Theme, qtbot: QtBot) -> StatusBar:
    bar = StatusBar(article.session.schema, theme, "ko")
    qtbot.addWidget(bar)
    bar.resize(1440, 30)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def shown(bar: StatusBar) -> str:
    return " | ".join(part.text for part in bar.findChildren(ElidedLabel) if part.isVisible())


def button(bar: StatusBar, text: str) -> FlatButton:
    return next(b for b in bar.findChildren(FlatButton) if text in b.text())


def test_saved_counts_and_hint(bar: StatusBar, article: Article) -> None:
    at = datetime(2026, 11, 18, 5, 3, 22, tzinfo=UTC)
    bar.set_saved("2026-11-18T05:03:22.417Z")
    bar.set_counts(article.session.counts(article.document.id))
    bar.set_hint("끌어서 표시")
    text = shown(bar).replace("\N{NO-BREAK SPACE}", " ")
    assert at.astimezone().strftime("%H:%M:%S") in text
    assert "주장 2 · 수치 4 · 화자 2 · 인용 표지 2 · 시간 1 · Relations 6" in text
    assert text.endswith("끌어서 표시")


def test_a_failure_stays_until_something_is_saved(
    bar: StatusBar, theme: Theme, qtbot: QtBot
) -> None:
    bar.set_saved("2026-11-18T05:03:22Z")
    calm = bar.grab().toImage().pixelColor(900, 15)
    bar.set_failed("디스크가 가득 찼습니다.", "자리를 만드세요.")
    bar.set_hint("다른 일")
    assert "Not saved: 디스크가 가득 찼습니다. 자리를 만드세요." in shown(bar)
    loud = bar.grab().toImage().pixelColor(900, 15)
    assert loud.name() == theme.palette.danger_soft != calm.name()
    with qtbot.waitSignal(bar.retry_requested):
        QTest.mouseClick(button(bar, "Try again"), Qt.MouseButton.LeftButton)
    assert "Not saved" in shown(bar)
    bar.set_saved("2026-11-18T05:04:00Z")
    assert "Not saved" not in shown(bar)
    assert not button(bar, "Try again").isVisible()
    assert bar.grab().toImage().pixelColor(900, 15) == calm


def test_annotator_and_zoom(bar: StatusBar, qtbot: QtBot) -> None:
    bar.set_annotator("이수민")
    with qtbot.waitSignal(bar.annotator_requested):
        QTest.mouseClick(button(bar, "이수민"), Qt.MouseButton.LeftButton)
    bar.set_zoom(125)
    QTest.mouseClick(button(bar, "125 %"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    percents = [action.data() for action in menu.actions()]
    assert (percents[0], percents[-1]) == (75, 200)
    with qtbot.waitSignal(bar.zoom_requested) as zoomed:
        for _ in range(6):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert zoomed.args == [percents[5]]


def test_a_narrow_bar_elides_and_keeps_the_buttons(bar: StatusBar, article: Article) -> None:
    bar.set_saved("2026-11-18T05:03:22Z")
    bar.set_annotator("이수민")
    bar.set_counts(article.session.counts(article.document.id))
    bar.set_hint("아주 긴 안내 " * 60)
    bar.resize(880, 30)
    for name in ("이수민", "100 %"):
        place = button(bar, name)
        assert place.width() >= place.sizeHint().width()
        assert place.geometry().right() < 880
