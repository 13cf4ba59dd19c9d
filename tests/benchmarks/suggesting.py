"""Suggestions in the real window: how soon they come, what they cost a gesture, accepting by key."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.bridge import Bridge
from desktop.ui.hands import press
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from desktop.ui.warm_process import WarmProcess
from tests.benchmarks import gestures
from tests.benchmarks.projects import make_project

_NEWS = (5_000, 20)
_HUGE = (1_000_000, 1_000)
_OPENINGS = 9


def measure(folder: Path, theme: Theme) -> dict[str, Any]:
    """Milliseconds; every gesture with suggestions stands beside the same one without."""
    process = WarmProcess()
    try:
        report = {
            "without": _marking(folder / "none.mitjul", theme, _NEWS, None),
            "all shown": _marking(folder / "all.mitjul", theme, _NEWS, process),
            "1 M characters, while it is looked at": _marking(
                folder / "huge.mitjul", theme, _HUGE, process
            ),
        }
        return report | _one(folder / "news.mitjul", theme, process)
    finally:
        process.stop()


def _marking(
    path: Path, theme: Theme, size: tuple[int, int], process: WarmProcess | None
) -> dict[str, Any]:
    page = _opened(path, theme, size, process)
    if process is not None:
        _wait(page, all_of_it=size == _NEWS)
    gc.collect()
    report = gestures._gestures(page)
    _close(page)
    return report


def _one(path: Path, theme: Theme, process: WarmProcess) -> dict[str, Any]:
    page = _opened(path, theme, _NEWS, process)
    _wait(page)
    document = page.desk.document
    assert document is not None
    painted: list[float] = []
    suggested: list[float] = []
    for _ in range(_OPENINGS):
        page.open_document(None)
        started = time.perf_counter()
        page.open_document(document.id)
        QApplication.processEvents()
        painted.append((time.perf_counter() - started) * 1000)
        _wait(page)
        suggested.append((time.perf_counter() - started) * 1000)
    press(page.article, Qt.Key.Key_Tab)
    gc.collect()
    accepted = gestures._timed(lambda _: _accept(page), gestures.GESTURES)
    _close(page)
    return {
        "open: painted": gestures.summary(painted),
        "open: suggestions shown": gestures.summary(suggested),
        "accept by Enter, to on disk, painted and the next in focus": accepted,
    }


def _opened(
    path: Path, theme: Theme, size: tuple[int, int], process: WarmProcess | None
) -> ProjectPage:
    page = ProjectPage(Bridge(make_project(path, [size])), theme, "ko", process)
    page.resize(1440, 860)
    page.show()
    QApplication.processEvents()
    return page


def _wait(page: ProjectPage, *, all_of_it: bool = True) -> None:
    feed = page.suggesting.feed
    while not feed.complete if all_of_it else not feed.board.open_count:
        QApplication.processEvents()
        time.sleep(0.001)


def _accept(page: ProjectPage) -> None:
    press(page.article, Qt.Key.Key_Return)
    QApplication.processEvents()


def _close(page: ProjectPage) -> None:
    page.finish()
    page.close()
    page.deleteLater()
    QApplication.processEvents()
