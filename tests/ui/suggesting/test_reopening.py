"""What was decided and shown holds when an article or a project is opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.hands import press
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from desktop.ui.warm_process import WarmProcess
from tests.ui.suggesting.conftest import Opened, wait_for_suggestions


def texts(page: ProjectPage) -> list[str]:
    """What is suggested."""
    return [s.span.slice(page.desk.text) for s in page.suggesting.feed.board.all_open()]


def pixels(page: ProjectPage) -> bytes:
    """The article as it is drawn."""
    image = page.article.grab().toImage()  # kept while its bits are read
    return bytes(image.constBits())


def test_the_same_article_opened_again_shows_its_suggestions(opened: Opened) -> None:
    page = opened()
    shown = pixels(page)
    page.open_document(page.desk.document.id)
    assert pixels(page) == shown
    press(page.article, Qt.Key.Key_H, "h")
    hidden = pixels(page)
    page.open_document(page.desk.document.id)
    assert pixels(page) == hidden


def test_a_rejected_suggestion_and_a_rule_that_is_off_stay_so(
    qtbot: QtBot, opened: Opened, theme: Theme, process: WarmProcess
) -> None:
    first = opened()
    before = texts(first)
    press(first.article, Qt.Key.Key_Tab)
    focused = first.suggesting.walk.focused
    assert focused is not None
    rejected = focused.span.slice(first.desk.text)
    press(first.article, Qt.Key.Key_X, "x")
    times = {s.rule for s in first.suggesting.feed.board.all_open() if s.label == "TIME"}
    for rule in times:
        first.suggesting.rules.switch(rule, on=False)
    qtbot.waitUntil(lambda: not first.suggesting.feed.refreshing)
    left = texts(first)
    assert rejected not in left
    assert times
    assert len(left) < len(before) - 1
    path = first.bridge.session.path
    first.finish()

    with Session.open(path, "이수민") as session:
        second = ProjectPage(Bridge(session), theme, "ko", process)
        qtbot.addWidget(second)
        second.show()
        wait_for_suggestions(qtbot, second)
        assert texts(second) == left
        for _ in range(1 + len(times)):
            second.undo()
        qtbot.waitUntil(lambda: not second.suggesting.feed.refreshing)
        assert texts(second) == before
        second.finish()
