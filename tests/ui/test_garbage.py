"""Old objects are looked through when the hands rest, not while they work, and nothing stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.span import Span
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui import garbage
from desktop.ui.garbage import Garbage
from desktop.ui.hands import press_digit
from desktop.ui.main_window import MainWindow
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document

TEXT = "\n".join(f"{n}번째 문단에서 재무부는 적자가 줄었다고 밝혔다. " * 4 for n in range(20))
MORE_THAN_PYTHON_WAITS_FOR = 200_000


class Knot:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector as the window sets it, and afterwards as it was."""
    before = gc.get_threshold()
    garbage.begin()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.fixture
def looked_through(collector: None) -> Iterator[list[int]]:
    """The number of objects found in each collection of all."""
    del collector
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2:
            seen.append(info["collected"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    path = tmp_path / "둘.mitjul"
    with Session.create(path, annotator="이수민") as session:
        documents = tuple(make_document(f"기사 {n}", f"{n} {TEXT}") for n in range(2))
        session.import_batch(ImportBatch("기사.txt", documents=documents))
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), theme, "ko")
    qtbot.addWidget(window)
    window.resize(1300, 800)
    window.show()
    window.open_path(path)
    yield window
    window.close()


@pytest.fixture
def page(window: MainWindow) -> ProjectPage:
    assert window.page is not None
    return window.page


def mark(page: ProjectPage, number: int) -> None:
    page.article.select_span(Span(3 * number, 3 * number + 2))
    press_digit(page.article, 1 + number % 5)


def rest_of(resting: Garbage) -> QTimer:
    timer = resting.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def test_no_gesture_waits_for_old_objects_and_a_rest_looks_through_them(
    qtbot: QtBot, window: MainWindow, page: ProjectPage, looked_through: list[int]
) -> None:
    resting = window.findChild(Garbage)
    assert isinstance(resting, Garbage)
    knot = Knot()
    found = ref(knot)
    gc.collect(1)  # now it is old
    del knot
    kept: list[list[int]] = []
    for number in range(40):
        kept += [[number] for _ in range(MORE_THAN_PYTHON_WAITS_FOR // 40)]
        mark(page, number)
    assert looked_through == []
    assert found() is not None
    with qtbot.waitSignal(rest_of(resting).timeout):
        pass
    assert len(looked_through) == 1
    assert found() is None
    assert len(kept) == MORE_THAN_PYTHON_WAITS_FOR


def test_what_fifty_articles_left_is_freed(page: ProjectPage, collector: None) -> None:
    del collector
    ids = [document.document_id for document in page.bridge.session.documents(limit=2)]
    shown: list[ref[object]] = []

    def switch(times: int) -> int:
        for number in range(times):
            page.open_document(ids[number % 2])
            page.article.scroll_to(len(TEXT) // 2)
            shown.append(ref(page.article._page))
        gc.collect()
        # The driver of SQLite keeps weak references to its cursors, two hundred of them.
        return sum(not isinstance(found, ref) for found in gc.get_objects())

    after_ten = switch(10)
    assert switch(50) - after_ten < 50
    assert sum(made() is not None for made in shown) == 1


def test_before_the_start_has_ended_nothing_is_collected(
    qtbot: QtBot, page: ProjectPage, looked_through: list[int]
) -> None:
    resting = Garbage(page, rest_ms=1)
    gc.collect(1)
    gc.disable()
    try:
        resting.set_page(page)
        with qtbot.waitSignal(rest_of(resting).timeout):
            pass
    finally:
        gc.enable()
    assert looked_through == []
