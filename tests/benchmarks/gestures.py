"""A gesture, opening and scrolling in the real window, at several sizes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from desktop.model.span import Span
from desktop.ui import garbage
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click_times, press, press_digit
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.benchmarks.projects import make_project

SIZES = ((5_000, 300), (100_000, 3_000), (1_000_000, 100_000))
GESTURES = 90
_REHEARSALS = 10


def measure(folder: Path, theme: Theme) -> dict[str, Any]:
    """Key press to committed and painted, opening and scroll frames; milliseconds."""
    report: dict[str, Any] = {}
    garbage.begin()
    for characters, spans in SIZES:
        path = folder / f"{characters}.mitjul"
        report[f"{characters}x{spans}"] = _one(path, theme, [(characters, spans)])
    crowd = [(5_000, 300)] + [(60_000, 10_000)] * 100
    report["5000x300 in 1,000,000"] = _one(folder / "crowd.mitjul", theme, crowd)
    floor = _durable_write(folder / "floor")
    report["floor: write 4 KiB and sync"] = floor
    first, last = (report[f"{c}x{a}"]["gesture"]["p50"] for c, a in (SIZES[0], SIZES[-1]))
    report["ratio: gesture at 1 M x 100 k to 5 k x 300"] = round(last / first, 2)
    return report


def _one(path: Path, theme: Theme, documents: list[tuple[int, int]]) -> dict[str, Any]:
    session = make_project(path, documents)
    first = session.documents(limit=1)[0].document_id
    page = ProjectPage(Bridge(session), theme, "ko")
    page.resize(1440, 860)
    page.show()
    page.open_document(first)
    QCoreApplication.processEvents()
    garbage.Garbage(page).set_page(page)
    report = {
        "open": _timed(lambda _: _open(page, first), 9),
        **_gestures(page),
        "two clicks": _timed(lambda n: _click_twice(page, n), GESTURES),
        "edge by a word": _timed(lambda n: _move_edge(page, n), GESTURES, lambda n: _hold(page, n)),
        "scroll frame": _timed(lambda n: _scroll(page, n), GESTURES),
    }
    page.bridge.close()
    page.close()
    page.deleteLater()
    QCoreApplication.processEvents()
    return report


def _open(page: ProjectPage, document_id: str) -> None:
    page.open_document(document_id)
    QApplication.processEvents()


def _gestures(page: ProjectPage) -> dict[str, dict[str, float]]:
    """Key press to the mark on disk and painted, and to the whole window brought up."""
    view = page.article
    paint = view.paint_now
    painted: list[float] = []

    def paint_and_note() -> None:
        paint()
        painted.append(time.perf_counter())

    view.paint_now = paint_and_note  # type: ignore[method-assign]
    marked: list[float] = []
    settled: list[float] = []
    for number in range(_REHEARSALS + GESTURES):
        _select(page, number)
        painted.clear()
        started = time.perf_counter()
        press_digit(view, 1 + number % 5)
        QApplication.processEvents()
        settled.append((time.perf_counter() - started) * 1000)
        marked.append((painted[0] - started) * 1000)
    del view.paint_now
    return {
        "gesture": summary(marked[_REHEARSALS:]),
        "gesture and panels": summary(settled[_REHEARSALS:]),
    }


def _select(page: ProjectPage, number: int) -> None:
    """Select a word somewhere on the screen."""
    start = _somewhere(page, number)
    page.article.select_span(Span(start, start + 4))
    QApplication.processEvents()


def _click_twice(page: ProjectPage, number: int) -> None:
    """Select a word with the mouse until it is painted, with what was left out."""
    click_times(page.article, _somewhere(page, number), 2)
    QApplication.processEvents()


def _hold(page: ProjectPage, number: int) -> None:
    """Select an annotation on the screen."""
    if number % 2 == 0:
        found = page.article.annotations_at(_somewhere(page, number))
        page.desk.select(found[0] if found else page.desk.selected)
    QApplication.processEvents()


def _move_edge(page: ProjectPage, number: int) -> None:
    """Move its right edge out, and in again, until it is on disk and painted."""
    key = Qt.Key.Key_Less if number % 2 else Qt.Key.Key_Greater
    press(page.article, key, modifiers=Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()


def _somewhere(page: ProjectPage, number: int) -> int:
    visible = page.article.visible_span()
    assert visible is not None
    return visible.start + 11 + number * 13 % (visible.end - visible.start - 40)


def _scroll(page: ProjectPage, number: int) -> None:
    bar = page.article.verticalScrollBar()
    bar.setValue(bar.value() + (96 if number % 40 < 38 else 4_000))
    QApplication.processEvents()


def _timed(
    act: Callable[[int], None], times: int, prepare: Callable[[int], None] | None = None
) -> dict[str, float]:
    spent: list[float] = []
    for number in range(times):
        if prepare is not None:
            prepare(number)
        started = time.perf_counter()
        act(number)
        spent.append((time.perf_counter() - started) * 1000)
    return summary(spent)


def summary(spent: list[float]) -> dict[str, float]:
    """Median and 99th percentile of milliseconds."""
    return {"p50": round(median(spent), 2), "p99": round(quantiles(spent, n=100)[98], 2)}


def _durable_write(path: Path) -> dict[str, float]:
    data = b"\0" * 4096
    with path.open("wb", buffering=0) as file:

        def write(_: int) -> None:
            file.write(data)
            os.fdatasync(file.fileno()) if hasattr(os, "fdatasync") else os.fsync(file.fileno())

        return _timed(write, GESTURES)
