"""A project's page whose suggestions are worked out in a process that all tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.project import Zone
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from desktop.ui.warm_process import WarmProcess
from tests.ui.conftest import make_document

TEXT = """\
새벽전자 시총 75조 증발…2명 해임

누리경제의 이도담 애널리스트는 "재고는 바닥났다"며 "가격은 12.5% 더 오를 것"이라고 전망했다.
비용은 2억달러(약 2900억원)로 늘었다. 😀𠮷 지난달 28일 한빛은행은 300억~450억달러를 빌렸다.
윤가을 씨는 “가격이 ‘두 배’가 됐다”라고 밝혔다.
사진=가상통신 "이것은 설명이다"라고 썼다."""

Opened = Callable[..., ProjectPage]


@pytest.fixture(scope="module")
def process(qapp: QCoreApplication) -> Iterator[WarmProcess]:
    warm = WarmProcess()
    yield warm
    warm.stop()
    warm.deleteLater()


@pytest.fixture
def opened(session: Session, theme: Theme, process: WarmProcess, qtbot: QtBot) -> Iterator[Opened]:
    """Imports texts, opens the page on the first and waits until it was looked at."""
    pages: list[ProjectPage] = []

    def open_page(*texts: str) -> ProjectPage:
        for text in texts or (TEXT,):
            caption = text.find("사진=")
            zones = [Zone(kind="body", start=0, end=len(text) if caption < 0 else caption - 1)]
            if caption >= 0:
                zones.append(Zone(kind="caption", start=caption, end=len(text)))
            imported = make_document(text.partition("\n")[0][:60], text, zones=tuple(zones))
            session.import_batch(ImportBatch(source="기사.txt", documents=(imported,)))
        page = ProjectPage(Bridge(session), theme, "ko", process)
        qtbot.addWidget(page)
        page.resize(1200, 900)
        page.show()
        page.article.setFocus()
        pages.append(page)
        wait_for_suggestions(qtbot, page)
        return page

    yield open_page
    for page in pages:
        page.finish()


def wait_for_suggestions(qtbot: QtBot, page: ProjectPage) -> None:
    """Wait until the whole article was looked at."""
    qtbot.waitUntil(lambda: page.suggesting.feed.complete, timeout=60_000)
